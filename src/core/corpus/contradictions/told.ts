import { primaryOf } from '../../analysis/index';
import { overlaps } from '../../text/span';
import type { Conflict } from '../model';
import { pushTo } from '../words/pushTo';
import type { Source } from './contradiction';

/** Words that are told against the primary source that has them are not told against other reports. */
export function againstPrimary(altered: readonly Conflict[], sources: readonly Source[]): readonly Conflict[] {
  const primary = new Set(sources.filter((source) => primaryOf(source) !== undefined).map(({ article }) => article.uri));
  const isPrimary = ({ passages }: Conflict) => passages.some(({ uri }) => primary.has(uri));
  const against = altered.filter(isPrimary).flatMap(({ passages }) => passages);
  const isKnown = ({ passages }: Conflict) =>
    passages.some((side) => against.some((told) => told.uri === side.uri && overlaps(told, side)));
  return altered.filter((one) => isPrimary(one) || !isKnown(one));
}

/** Those of the conflicts that no other one tells. */
export function untold(said: readonly Conflict[], found: readonly Conflict[]): readonly Conflict[] {
  const told = byArticle(found);
  return said.filter((one) => {
    const isNew = !(told.get(one.passages[0]?.uri ?? '') ?? []).some((other) => isTold(one, other));
    if (isNew) for (const uri of new Set(one.passages.map(({ uri }) => uri))) pushTo(told, uri, one);
    return isNew;
  });
}

/** What tells a difference, as a contradiction where that is sure by another one. */
export function surely(found: readonly Conflict[], sure: readonly Conflict[]): readonly Conflict[] {
  const known = byArticle(sure.filter(({ level }) => level === 'conflict'));
  const isSure = (one: Conflict) =>
    one.level === 'differs' && one.passages.some(({ uri }) => known.get(uri)?.some((other) => isTold(other, one)));
  return found.map((one) => (isSure(one) ? { ...one, level: 'conflict' } : one));
}

function byArticle(conflicts: readonly Conflict[]): Map<string, Conflict[]> {
  const found = new Map<string, Conflict[]>();
  for (const conflict of conflicts) for (const uri of new Set(conflict.passages.map(({ uri }) => uri))) pushTo(found, uri, conflict);
  return found;
}

/** Whether a conflict of two passages is told by another one, which has both. */
function isTold(one: Conflict, by: Conflict): boolean {
  return (
    by.kind !== 'speaker' && one.passages.every((here) => by.passages.some((there) => there.uri === here.uri && overlaps(there, here)))
  );
}
