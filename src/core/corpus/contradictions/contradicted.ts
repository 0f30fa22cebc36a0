import { overlaps } from '../../text/span';
import type { Conflict, Match, Passage } from '../model';

/** Conflicts of what is said, and not of who says it. */
const DISAGREE = new Set<Conflict['kind']>(['wording', 'number', 'date', 'duration', 'state']);

/** The matches of a passage; those that a conflict turns against it contradict it, whatever words they share. */
export function withContradictions<T extends Match>(passage: Passage, matches: readonly T[], conflicts: readonly Conflict[]): readonly T[] {
  if (matches.length === 0) return matches;
  const against = conflicts.flatMap(({ kind, level, passages, values }) => {
    const own = passages.findIndex((end) => isIn(end, passage));
    if (own < 0 || level === 'differs' || !DISAGREE.has(kind)) return [];
    return passages.filter((_, other) => other !== own && (passages.length === 2 || isApart(values, own, other)));
  });
  return matches.map((match) => (against.some((end) => isIn(end, match)) ? { ...match, relation: 'contradicts' } : match));
}

/** What stands between a passage and one of its renderings, of either level: of several outlets those count whose values differ from its own. */
export function conflictsBetween(passage: Passage, match: Passage, conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts.filter(({ passages, values }) =>
    passages.some(
      (end, own) =>
        isIn(end, passage) &&
        passages.some(
          (there, other) => there.uri !== passage.uri && isIn(there, match) && (values === undefined || isApart(values, own, other)),
        ),
    ),
  );
}

/** Whether a rendering bears the passage out: surely the same, and not against it. Outlets and origins are counted of these. */
export function isCorroborating({ level, relation }: Pick<Match, 'level' | 'relation'>): boolean {
  return level === 'match' && relation !== 'contradicts';
}

/** Of several that give a value some may agree. */
function isApart(values: Conflict['values'], a: number, b: number): boolean {
  const [x, y] = [values?.[a], values?.[b]];
  return x !== undefined && y !== undefined && areApart(x, y);
}

/** Whether two values, each from the lowest to the highest it may be, cannot be one. */
function areApart(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[1] < b[0] || b[1] < a[0];
}

function isIn(end: Passage, passage: Passage): boolean {
  return end.uri === passage.uri && overlaps(end, passage);
}
