import { type Analysis, withoutAttributions } from '../../analysis/index';
import { overlaps, sharedLength, type Span } from '../../text/span';
import { touching } from '../../text/touching';
import type { Match } from '../model';

/** Characters from which on a part of a quotation is asked for by itself: “Yes,” leads anywhere. */
const TELLING = 24;
/** Share of the characters from which on a part counts as the whole. */
const WHOLE = 0.9;

/** The parts of a passage that are worth looking for one by one; none where it is asked for as it stands. */
export function partsToFind(passage: Span, analysis: Analysis): readonly Span[] {
  const around = touching(analysis.quotations, passage);
  const isJoined = around.some((quotation) => {
    return quotation.parts.length > 1 && sharedLength(quotation, passage) >= WHOLE * length(passage);
  });
  const parts = isJoined ? withoutAttributions(passage, around) : [];
  return parts.length > 1 ? parts.filter(isTelling) : [];
}

/** Whether a part says enough to be asked for by itself. */
export function isTelling(part: Span): boolean {
  return length(part) >= TELLING;
}

/** What was found for one part. */
export interface PartMatch {
  readonly part: Span;
  readonly match: Match;
}

/**
 * One rendering of the whole from what one other article has of its parts: the longest part's, widened over those that stand in the same
 * quotation there; its relation is still that of the part.
 */
export function joinMatches(found: readonly PartMatch[], there: Pick<Analysis, 'quotations'> | undefined): Match | undefined {
  const [main, ...others] = found.toSorted((a, b) => rank(b) - rank(a));
  if (main === undefined) return undefined;
  const around = there?.quotations.find((quotation) => quotation.type !== 'indirect' && overlaps(quotation, main.match));
  const joined = [main, ...others.filter(({ match }) => around !== undefined && overlaps(around, match))];
  return {
    ...main.match,
    start: Math.min(...joined.map(({ match }) => match.start)),
    end: Math.max(...joined.map(({ match }) => match.end)),
    because: joined
      .flatMap(({ match }) => match.because)
      .filter((reason, i, because) => because.findIndex(({ kind, text }) => kind === reason.kind && text === reason.text) === i),
  };
}

/** A sure match before a possible one, then the one that says most. */
function rank({ part, match }: PartMatch): number {
  return (match.level === 'match' ? 1e9 : 0) + length(part) * match.score;
}

function length({ start, end }: Span): number {
  return end - start;
}
