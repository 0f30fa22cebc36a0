import type { LinkedPassages } from '../annotations/linked';
import type { ConflictDecision } from '../annotations/model';
import type { Conflict } from '../corpus/model';

/** What people have said to contradict each other, then what was found; without what somebody has explained or dismissed. */
export function openConflicts(
  found: readonly Conflict[],
  decided: readonly ConflictDecision[],
  linked: LinkedPassages,
  nameOf: (path: string) => string,
): readonly Conflict[] {
  const keys = new Set(decided.map(({ key }) => key));
  const all: readonly Conflict[] = [...linked.contradictions(nameOf), ...found];
  return all.filter(({ key, formerKey = key }) => !keys.has(key) && !keys.has(formerKey));
}
