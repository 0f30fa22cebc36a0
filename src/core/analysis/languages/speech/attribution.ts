import type { LanguagePack } from '../pack';
import type { Stretch } from './nounPhrases';
import type { Subjects } from './subjects';
import { isComma, type Unit } from './units';

/** "Ana Ruiz, mayor of Lowen, said": what stands before the verb is who says it, and no statement. */
export function isOfBefore(
  units: readonly Unit[],
  { subjectsComeLate }: LanguagePack,
  phrases: Subjects,
  { before, left, after }: { readonly before: Stretch | undefined; readonly left: number; readonly after: Stretch | undefined },
): boolean {
  if (before === undefined) return false;
  if (before.from === 0 && before.to < left && isComma(units[before.to])) return true;
  const hasApposition = before.to < left || units.slice(before.from, before.to).some(isComma);
  const isNobody = !subjectsComeLate && after !== undefined && !phrases.isTelling(units, after);
  return hasApposition && isNobody && phrases.isSomebody(units, before);
}

/** „…, befürchtet die Werft hohe Kosten“: behind the subject stands what the verb is about, so that nothing before it is said. */
export function hasObject(units: readonly Unit[], pack: LanguagePack, tail: number): boolean {
  const { nounsAreCapital, stops, articles, beside, coordination, conjunctions } = pack;
  const unit = units[tail];
  if (!nounsAreCapital || unit?.kind !== 'word' || unit.capital) return false;
  if ([stops, articles, beside, coordination, conjunctions].some((words) => words.has(unit.lower))) return false;
  const next = units[tail + 1];
  return next?.kind === 'word' && next.capital;
}

/** "She criticised the law that …": the conjunction is about the object of a verb that has its subject already. */
export function isRelative(units: readonly Unit[], pack: LanguagePack, phrases: Subjects, cue: number, at: number): boolean {
  const { relativeConjunctions, articles, stops, links, dates, tellsSomebody } = pack;
  if (tellsSomebody?.test(units[cue]?.lower ?? '')) return false;
  if (!relativeConjunctions?.has(units[at]?.lower ?? '') || !phrases.before(units, cue)) return false;
  return units.slice(cue + 1, at).some(({ lower }, index) => {
    const place = cue + 1 + index;
    const before = units[place - 1]?.lower ?? '';
    const next = units[place + 1];
    const name = next?.lower.replace(/-(?:ci|là)$/u, '') ?? '';
    const isDay = next?.kind === 'number' || [dates.weekdays, dates.months, dates.units].some((words) => words.has(name));
    return articles.has(lower) && !isDay && !stops.has(before) && !links.has(before) && !articles.has(before);
  });
}
