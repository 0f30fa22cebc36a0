import { cardOf, gatherStatement, outletOf, quotationAt, relationNames, wordingOf } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';

const most = 60;

/** What the tools for language models answer. */
export function statementsOf(session: Session, path: string | undefined) {
  const states = session.projects.flatMap(({ together }) => together.states()).filter((state) => path === undefined || state.path === path);
  if (states.length === 0)
    return { error: path === undefined ? 'No folder here is annotated.' : `There is no article ${path} in the open folders.` };
  const all = states.flatMap((state) =>
    state.items
      .filter(({ type, unmarked }) => (type === 'quotation' || type === 'statement') && !unmarked)
      .map((item) => ({
        article: state.path,
        ...factsOf(state),
        kind: item.kind ?? item.type,
        status: item.status,
        speakers: item.speakers.map(({ name }) => name),
        words: wordingOf(state, item.span),
      })),
  );
  return { statements: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function factsOf({ article }: ArticleState) {
  const { outlet, published } = article.metadata;
  return { outlet: outlet?.value ?? null, published: published?.value ?? null };
}

export async function renderingsOf(session: Session, words: string | undefined) {
  if (words === undefined) return { error: 'Say which words: { "words": "…" }.' };
  const found = [];
  for (const project of session.projects) {
    if (project.indexed !== undefined) await project.together.find(words);
    found.push(...placesOf(project, words));
  }
  return { words, found: found.slice(0, most) };
}

function placesOf(project: Project, words: string) {
  return project.together.corpus.matchText(words).flatMap((match) => {
    const state = project.together.stateOf(match.uri);
    if (state === undefined) return [];
    const item = quotationAt(state.items, match);
    const outlet = outletOf(state.article, project.together.registry)?.name ?? null;
    const verdict = item ? cardOf(gatherStatement(project.together, state, item.span, item)).verdict : undefined;
    return [
      {
        article: state.path,
        ...factsOf(state),
        outlet,
        speakers: item?.speakers.map((speaker) => project.together.speakerName(state, speaker)) ?? [],
        words: wordingOf(state, match),
        relation: relationNames[match.relation],
        sure: match.level === 'match',
        ...(verdict !== undefined && { verdict }),
      },
    ];
  });
}
