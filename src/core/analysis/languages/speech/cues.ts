import type { NounPhrases } from './nounPhrases';
import type { LanguagePack } from '../pack';
import type { Unit } from './units';

/** Tells verbs and words of saying from those that only look like them. */
export class Cues {
  readonly #pack: LanguagePack;
  readonly #phrases: NounPhrases;

  constructor(pack: LanguagePack, phrases: NounPhrases) {
    this.#pack = pack;
    this.#phrases = phrases;
  }

  isCueAt(units: readonly Unit[], at: number): boolean {
    const { cues, halves, bareCues, auxiliaries, articles, passives, finite } = this.#pack;
    const unit = units[at];
    if (unit?.kind !== 'word') return false;
    if (unit.capital && at > 0 && this.#pack.nounsAreCapital) return false;
    if (this.isOnSaying(units, at)) return true;
    if (this.#isNoVerb(units, at)) return false;
    const isPassive = passives !== undefined && finite?.test(unit.lower) !== true;
    if (isPassive && units.slice(Math.max(0, at - 6), at + 2).some(({ lower }) => passives.has(lower))) return false;
    const other = halves.get(unit.lower);
    if (other && units.slice(at + 1, at + 40).some(({ lower }) => other.has(lower))) return true;
    if (cues.has(unit.lower)) return !(articles.has(units[at - 1]?.lower ?? '') && !unit.capital && !this.#pack.nounsAreCapital);
    if (bareCues.has(unit.lower)) return units[at - 1]?.text === ',' && this.#phrases.from(units, at + 1) !== undefined;
    if (!auxiliaries.has(unit.lower)) return false;
    return this.isCueForm(units[at + 1]) || (this.isPronoun(units[at + 1]) && this.isCueForm(units[at + 2]));
  }

  /** A noun behind a preposition, a participle beside its noun, or a verb that says what is done to something. */
  #isNoVerb(units: readonly Unit[], at: number): boolean {
    const { notBeforeVerbs, reflexivesArePassive, asksItself, reflexives, participle, auxiliaries, beside, pronouns, coordination } =
      this.#pack;
    const before = units[at - 1]?.lower ?? '';
    if (notBeforeVerbs?.has(before)) return true;
    if (reflexivesArePassive && reflexives.has(before) && !asksItself?.has(units[at]?.lower ?? '')) return true;
    if (participle?.test(units[at]?.lower ?? '') !== true) return false;
    let from = at - 1;
    while (
      from > at - 4 &&
      !auxiliaries.has(units[from]?.lower ?? '') &&
      (beside.has(units[from]?.lower ?? '') || pronouns.has(units[from]?.lower ?? ''))
    )
      from--;
    const { lower = '' } = units[from] ?? {};
    // "ha visto el puente y criticado la obra"
    const goesOn = coordination.has(lower) && units.slice(Math.max(0, from - 30), from).some((unit) => auxiliaries.has(unit.lower));
    return !auxiliaries.has(lower) && !goesOn;
  }

  isOnSaying(units: readonly Unit[], at: number): boolean {
    const { onSaying } = this.#pack;
    return onSaying !== undefined && units[at - 1]?.lower === onSaying.behind && onSaying.form.test(units[at]?.lower ?? '');
  }

  isPronoun(unit: Unit | undefined): boolean {
    return unit?.kind === 'word' && this.#pack.pronouns.has(unit.lower);
  }

  isCueForm(unit: Unit | undefined): boolean {
    return unit?.kind === 'word' && !unit.capital && this.#pack.cues.has(unit.lower);
  }
}
