import { overlaps } from '../text/span';
import type { Conflict, Match, Passage } from './model';

/** Conflicts of what is said, and not of who says it. */
const DISAGREE = new Set<Conflict['kind']>(['wording', 'number', 'date', 'duration', 'state']);

/** The matches of a passage; those that a conflict turns against it contradict it, whatever words they share. */
export function withContradictions<T extends Match>(passage: Passage, matches: readonly T[], conflicts: readonly Conflict[]): readonly T[] {
  const against = conflicts.flatMap(({ kind, passages: [a, b, ...more] }) => {
    if (!DISAGREE.has(kind) || !a || !b || more.length > 0) return [];
    return isIn(a, passage) ? [b] : isIn(b, passage) ? [a] : [];
  });
  return matches.map((match) => (against.some((end) => isIn(end, match)) ? { ...match, relation: 'contradicts' } : match));
}

function isIn(end: Passage, passage: Passage): boolean {
  return end.uri === passage.uri && overlaps(end, passage);
}
