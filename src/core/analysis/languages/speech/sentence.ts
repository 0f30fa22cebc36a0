import type { Span } from '../../../text/span';
import type { Cues } from './cues';
import type { Stretch } from './nounPhrases';
import type { Subjects } from './subjects';
import type { LanguagePack } from '../pack';
import type { Source } from './sources';
import { isComma, isDash, isEdge, type Unit, unknownUnit } from './units';
import { isRelative } from './attribution';
import { datelineEnd } from './dateline';

/** Between a cue and the word that begins what is said. */
export const reach = 16;

/** A sentence by its shape: where what is said begins and ends beside a verb or a source. */
export class Sentence {
  readonly units: readonly Unit[];
  /** What belongs to something already. */
  readonly taken: boolean[];
  readonly #pack: LanguagePack;
  readonly #phrases: Subjects;
  readonly #cues: Cues;

  constructor(units: readonly Unit[], pack: LanguagePack, phrases: Subjects, cues: Cues) {
    this.units = units;
    this.taken = units.map(() => false);
    this.#pack = pack;
    this.#phrases = phrases;
    this.#cues = cues;
  }

  /** Leaves the dateline out of what is said: "LOWEN (Kesnet) –". */
  skipDateline(): void {
    this.take(0, datelineEnd(this.units));
  }

  /** "According to Ana Ruiz, mayor of Lowen, the bridge …": where the statement begins. */
  behindAppositions(end: number): number {
    const { articles, pronouns, relatives, nounsAreCapital, beside, baseName, role } = this.#pack;
    const units = this.units;
    let from = end;
    while (isComma(units[from])) {
      const next = units[from + 1];
      const comma = units.findIndex((unit, index) => index > from + 1 && isComma(unit));
      const isBare =
        next?.kind === 'word' &&
        !next.capital &&
        !articles.has(next.lower) &&
        !pronouns.has(next.lower) &&
        !beside.has(next.lower) &&
        !nounsAreCapital &&
        (baseName === undefined || role.test(next.lower));
      if (comma < 0 || !(isBare || relatives.has(next?.lower ?? ''))) break;
      from = comma;
    }
    return from;
  }

  /** "According to the report published on Monday, …": up to the comma where more is told of the source. */
  behindSource(end: number): number {
    const { stops, relatives, relativeConjunctions, participle, verbSecond } = this.#pack;
    if (this.units[end]?.text === '(') {
      const close = this.units.findIndex(({ text }, index) => index > end && text === ')');
      if (close > 0 && close - end <= 6) return close + 1;
    }
    const { lower, kind } = this.units[end] ?? unknownUnit;
    const goesOn = [stops, relatives, relativeConjunctions].some((words) => words?.has(lower)) || participle?.test(lower) === true;
    const comma = this.units.findIndex((unit, index) => index > end && isComma(unit));
    return !verbSecond && kind === 'word' && goesOn && comma > 0 && comma - end <= reach ? comma : end;
  }

  /** At the start of a sentence, adverbs aside: what follows is what is said. */
  isFirst({ at, isBehind }: Source): boolean {
    if (isBehind) return at === 0;
    return at <= 2 && this.units.slice(0, at).every(({ kind }) => kind === 'word');
  }

  /** „Witnesses, she said, had told of pressure“: the verb belongs to what somebody else says. */
  isItselfReported(at: number, isOn: boolean): boolean {
    const { reportive } = this.#pack;
    if (!reportive || !isOn) return false;
    for (let before = at - 1; before >= 0 && !isComma(this.units[before]); before--)
      if (reportive.has(this.units[before]?.lower ?? '')) return true;
    return false;
  }

  /** „In the harbour said she“, „In the harbour said Ana Ruiz“: who is behind the verb is its subject where something else stands before it. */
  isTurned(at: number): boolean {
    const { verbSecond, pronouns, stops, prepositions } = this.#pack;
    if (!verbSecond) return false;
    const start = this.units.slice(0, at).findLastIndex(({ text }) => text === ':') + 1;
    const first = this.units[start]?.lower ?? '';
    if (this.units.slice(start, at).some(isComma)) return false;
    if (pronouns.has(this.units[at + 1]?.lower ?? '')) return stops.has(first);
    return prepositions?.has(first) === true && this.#phrases.from(this.units, at + 1)?.from === at + 1;
  }

  /** Who stands between what is said and its verb: “So it is”, Ana Ruiz said. */
  subjectBetween(from: number, cue: number): Stretch | undefined {
    const found = this.#phrases.before(this.units, cue);
    return found && found.from >= from ? found : undefined;
  }

  /** A second verb of the same subject: "and added that". */
  goesOn(at: number, isOn: boolean): boolean {
    const { beside, infinitiveMarks } = this.#pack;
    let from = at;
    while (from > 0 && beside.has(this.units[from - 1]?.lower ?? '')) from--;
    if (infinitiveMarks.has(this.units[from - 1]?.lower ?? '') && from > 1) from--;
    return this.isSecond(from, this.units[at]?.lower ?? '') && isOn && (from > 1 || at > from);
  }

  /** Where what is said ends: before another verb of the same subject. */
  contentEnd(from: number): number {
    const last = this.end();
    for (let at = from + 3; at < last; at++) {
      if (!this.#cues.isCueAt(this.units, at)) continue;
      const opener = this.opener(at);
      if (!this.isSecond(at)) {
        const comma = this.units.slice(0, at).findLastIndex(isComma);
        if (opener !== undefined && comma > from && this.units[comma - 1]?.kind === 'passage') return comma;
        continue;
      }
      const passage = this.units[at + 1]?.kind === 'passage' || this.units[at + 2]?.kind === 'passage';
      if (opener !== undefined || passage) return at - 1;
    }
    return last;
  }

  isSecond(at: number, verb = this.units[at]?.lower ?? ''): boolean {
    const unit = this.units[at - 1];
    return this.#pack.coordination.has(unit?.lower ?? '') || (isComma(unit) && this.#pack.gerund?.test(verb) === true);
  }

  /** The conjunction or colon behind a cue. */
  opener(cue: number): number | undefined {
    const units = this.units;
    for (let at = cue + 1; at < Math.min(units.length, cue + reach); at++) {
      const unit = units[at];
      if (unit === undefined || unit.kind === 'passage') return undefined;
      if (unit.text === ':') return at + 1 < units.length ? at : undefined;
      if (unit.kind === 'word' && this.#pack.conjunctions.has(unit.lower))
        return isRelative(this.units, this.#pack, this.#phrases, cue, at) ? undefined : at;
      if (at > cue + 1 && this.#cues.isCueAt(units, at)) return undefined;
    }
    return undefined;
  }

  startsStatement(at: number): boolean {
    const units = this.units;
    const skipped = isComma(units[at]) ? at + 1 : at;
    return (
      this.#pack.conjunctions.has(units[at]?.lower ?? '') ||
      this.#pack.conjunctions.has(units[skipped]?.lower ?? '') ||
      units[at]?.text === ':'
    );
  }

  /** Whether the sentence goes on behind an attribution in its midst: no conjunction, no relative, nothing between marks. */
  isStatement(at: number): boolean {
    const { conjunctions, coordination, relatives, articles, articlesAreRelative, gerund, links } = this.#pack;
    const unit = this.units[at];
    if (unit?.kind !== 'word') return false;
    const { lower } = unit;
    const isRelative = articlesAreRelative ? articles.has(lower) : gerund?.test(lower);
    // “…, said Ana Ruiz, of the harbour office”
    if (links.has(lower)) return false;
    return !conjunctions.has(lower) && !coordination.has(lower) && !relatives.has(lower) && !isRelative;
  }

  labelBefore(at: number): Stretch | undefined {
    if (this.units[at - 1]?.text !== ':') return undefined;
    const found = this.#phrases.from(this.units, 0, at - 1);
    return found;
  }

  /** Whether a verb calls somebody or something what stands between marks: „nannte den Plan einen „Skandal““. */
  isNamedBy(cue: number, passage: number): boolean {
    const { naming, reflexives, speaksOf, articles } = this.#pack;
    const verb = this.units[cue]?.lower ?? '';
    const prepositions = speaksOf.get(verb);
    if (prepositions) {
      const before = articles.has(this.units[passage - 1]?.lower ?? '') ? passage - 2 : passage - 1;
      return prepositions.has(this.units[before]?.lower ?? '');
    }
    return naming.has(verb) && !this.units.slice(Math.max(0, cue - 2), passage).some(({ lower }) => reflexives.has(lower));
  }

  /** Whether it is told to be a name: „the so-called “Harbour Pact”“. */
  isNameAt(passage: number): boolean {
    const { nameWords, articles, links } = this.#pack;
    const last = this.units[passage - 1]?.lower ?? '';
    return nameWords.has(last) || ((articles.has(last) || links.has(last)) && nameWords.has(this.units[passage - 2]?.lower ?? ''));
  }

  /** Whether a noun stands right before it: „the newspaper “Harbour Post”“. */
  isNamed(at: number): boolean {
    const before = this.units[at - 1];
    return before?.kind === 'word' && !this.#pack.conjunctions.has(before.lower);
  }

  take(from: number, to: number): void {
    for (let at = from; at < to; at++) this.taken[at] = true;
  }

  /** Behind the last unit that signs do not belong to. */
  end(): number {
    let end = this.units.length;
    while (end > 0 && isEdge(this.units[end - 1])) end--;
    return end;
  }

  /** Where what stands before a cue ends: commas, dashes and words that belong to the verb are left out. */
  leftOf(cue: number): number {
    let left = cue;
    let verb = cue;
    while (verb > 1 && this.#pack.beside.has(this.units[verb - 1]?.lower ?? '')) verb--;
    if (isComma(this.units[verb - 1]) || isDash(this.units[verb - 1]) || this.units[verb - 1]?.kind === 'passage') left = verb;
    while (left > 0 && (isComma(this.units[left - 1]) || isDash(this.units[left - 1]))) left--;
    return left;
  }

  /** A sentence whose end is between marks belongs to it as a whole, unless something else was taken from it. */
  contentStart(end: number): number {
    let start = end;
    // “She was clear: “We go””: what stands before the colon is the writer's
    const isOpened = (at: number) => this.units[at]?.kind === 'passage' && this.units[at - 1]?.text === ':';
    while (start > 0 && !this.taken[start - 1] && !isOpened(start)) start--;
    return start;
  }

  clauseEnd(from: number): number {
    const units = this.units;
    let at = from + 1;
    while (at < units.length && !isComma(units[at]) && !isDash(units[at]) && units[at]?.text !== ';') at++;
    return at;
  }

  span({ from, to }: Stretch): Span {
    const first = this.units[from] ?? unknownUnit;
    return { start: first.start, end: this.units[to - 1]?.end ?? first.end };
  }
}
