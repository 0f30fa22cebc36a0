import type { Span } from '../../../text/span';
import type { Subjects } from './subjects';
import type { LanguagePack } from '../pack';
import { isDash, type Unit, wordUnits } from './units';

/** Who speaks, told inside the marks: «So it is, said the mayor. We go on.» */
export interface Incise {
  readonly mention: readonly Unit[];
  readonly cue: Span;
  readonly segments: readonly Span[];
}

export function incises(passage: Unit, pack: LanguagePack, phrases: Subjects): Incise | undefined {
  const { inner, text, start } = passage;
  if (inner === undefined) return undefined;
  const units = wordUnits(text.slice(inner.start - start, inner.end - start), inner.start, pack);
  for (let at = 2; at < units.length; at++) {
    const unit = units[at];
    if (unit?.kind !== 'word' || unit.capital) continue;
    const isParted = units[at - 1]?.text === ',' || isDash(units[at - 1]);
    if (!isParted) continue;
    let cue = at;
    const isTurned = pack.auxiliaries.has(unit.lower) && pack.pronouns.has(units[at + 1]?.lower ?? '');
    if (isTurned) cue = at + 2;
    while (pack.beside.has(units[cue]?.lower ?? '') && pack.cues.has(units[cue + 1]?.lower ?? '')) cue++;
    if (!pack.cues.has(units[cue]?.lower ?? '')) continue;
    const mention = isTurned ? { from: at + 1, to: at + 2 } : phrases.behind(units, cue + 1);
    let next = Math.max(mention?.to ?? 0, cue + 1);
    const behind = units[next];
    const isSpeaker =
      mention &&
      units.slice(mention.from, mention.to).some(({ lower, capital }) => capital || pack.pronouns.has(lower) || pack.role.test(lower));
    if (!mention || !isSpeaker || (behind && behind.kind !== 'sign')) continue;
    let before = at - 1;
    while (before > 0 && units[before - 1]?.kind === 'sign') before--;
    while (next < units.length && units[next]?.kind === 'sign') next++;
    const segments = [{ start: inner.start, end: units[before - 1]?.end ?? unit.start }];
    const rest = units[next];
    if (rest) segments.push({ start: rest.start, end: inner.end });
    return { mention: units.slice(mention.from, mention.to), cue: { start: unit.start, end: units[cue]?.end ?? unit.end }, segments };
  }
  return undefined;
}
