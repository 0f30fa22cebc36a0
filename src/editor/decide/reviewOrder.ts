import { type Item, sharedLength } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Picked } from '../../workspace/decisions/index';
import type { Project } from '../../workspace/folder/index';

export type ReviewOrder = 'confidence' | 'text' | 'speaker';

const doubtfulBelow = 0.5;

/** Whether the engine itself doubts it, or it stands inside the words of another: offered last, and only to those who go on. */
export function isDoubtful({ quotation, unmarked }: Item): boolean {
  return quotation !== undefined && (unmarked === true || quotation.confidence < doubtfulBelow);
}

/** What is open in some articles, the doubtful ones apart. */
export function openOf(states: readonly ArticleState[]): { readonly sure: readonly Picked[]; readonly doubtful: readonly Picked[] } {
  const open = states.flatMap((state) =>
    state.items.filter(({ type, status }) => type === 'quotation' && status === 'suggested').map((item) => ({ state, item })),
  );
  return { sure: open.filter(({ item }) => !isDoubtful(item)), doubtful: open.filter(({ item }) => isDoubtful(item)) };
}

/** The surest first, or as they stand in the articles, or what one speaker says together, who says most first. */
export function inOrder(project: Project, picks: readonly Picked[], order: ReviewOrder): readonly Picked[] {
  switch (order) {
    case 'text':
      return picks;
    case 'confidence':
      return picks.toSorted((a, b) => (b.item.quotation?.confidence ?? 0) - (a.item.quotation?.confidence ?? 0));
    case 'speaker': {
      const keyOf = ({ state, item: { speakers } }: Picked) => {
        const [first] = speakers;
        return first ? project.together.speakerKey(state, first) : '';
      };
      const groups = new Map<string, Picked[]>();
      for (const pick of picks) groups.set(keyOf(pick), [...(groups.get(keyOf(pick)) ?? []), pick]);
      return [...groups.values()].sort((a, b) => b.length - a.length).flat();
    }
  }
}

/** The suggestion that is where another one was shown, also in a text that has changed since. */
export function sameAs(shown: Picked, picks: readonly Picked[]): Picked | undefined {
  const own = picks.filter(({ state }) => state.article.uri === shown.state.article.uri);
  const same = own.find(({ item }) => item.id === shown.item.id);
  return same ?? own.find(({ item }) => sharedLength(item.span, shown.item.span) * 2 >= item.span.end - item.span.start);
}
