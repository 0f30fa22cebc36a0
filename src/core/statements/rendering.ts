import { type LinkedPassage, withLinks } from '../annotations/linked';
import type { Link } from '../annotations/model';
import { isCorroborating, withContradictions } from '../corpus/contradictions/contradicted';
import type { Match } from '../corpus/model';
import type { Span } from '../text/span';
import type { StatementFolder, StatementSource } from './folder';
import { type Item, quotationAt } from './item';

/** Where another article has a statement. */
export interface Rendering<S extends StatementSource = StatementSource> {
  /** `contradicts` where a contradiction of the two is open. */
  readonly match: Match;
  readonly state: S;
  /** The quotation there, where it is one. */
  readonly item: Item | undefined;
  /** Where a person has linked it. */
  readonly link?: Link;
}

/** A person's links go before what the engine finds, and what a person has rejected is left out. */
export function renderingsOf<S extends StatementSource>(
  folder: StatementFolder<S>,
  source: S,
  span: Span,
  linked: readonly LinkedPassage[],
): readonly Rendering<S>[] {
  const passage = { uri: source.article.uri, start: span.start, end: span.end };
  const matches = withContradictions(passage, folder.matches(passage), folder.conflicts());
  return withLinks(matches, linked).flatMap((match): Rendering<S>[] => {
    const state = folder.stateOf(match.uri);
    if (state === undefined) return [];
    return [
      {
        match,
        state,
        // found when it is asked for: a table or an export of thousands needs none
        get item() {
          return quotationAt(state.items, match);
        },
        ...('link' in match && { link: match.link }),
      },
    ];
  });
}

/** Those that surely have the statement and are not against it: outlets and origins are counted of these. */
export function corroborating<S extends StatementSource>(renderings: readonly Rendering<S>[]): readonly Rendering<S>[] {
  return renderings.filter(({ match }) => isCorroborating(match));
}
