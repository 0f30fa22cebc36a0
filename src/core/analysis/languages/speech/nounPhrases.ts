import type { LanguagePack } from '../pack';
import { isDash, type Unit } from './units';

/** Units [from, to) of a sentence. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const longest = 12;

/** Finds who is named beside a verb of saying by the shape of noun phrases alone: no tagger knows these languages here. */
export class NounPhrases {
  readonly #pack: LanguagePack;

  constructor(pack: LanguagePack) {
    this.#pack = pack;
  }

  /** The noun phrase or pronoun that begins at a place, adverbs and days before it passed over. */
  from(units: readonly Unit[], start: number, limit = units.length): Stretch | undefined {
    let from = start;
    for (;;) {
      const isDay = this.#pack.dates.weekdays.has(units[from + 1]?.lower ?? '') && this.#pack.stops.has(units[from]?.lower ?? '');
      if (from < limit && isDay) from += 2;
      else if (from < limit && this.#isPassedOver(units[from])) from++;
      else break;
    }
    const { pronouns, articles, links, stops, cues, nounsAreCapital, role, coordination } = this.#pack;
    const first = units[from];
    if (first === undefined) return undefined;
    if (pronouns.has(first.lower) && !(articles.has(first.lower) && isNominal(units[from + 1]))) return { from, to: from + 1 };
    let to = from;
    let nouns = 0;
    let isOpen = true;
    for (; to < Math.min(limit, from + longest); to++) {
      const unit = units[to];
      if (unit === undefined) break;
      const { lower, kind, capital } = unit;
      if (kind === 'passage') {
        if (!isTitle(unit)) break;
        nouns++;
        isOpen = false;
      } else if (kind === 'sign') {
        if (unit.text !== '.' || (units[to - 1]?.text.length ?? 0) > 2) break;
      } else if (kind === 'number') {
        if (to > from) break;
      } else if (links.has(lower) && to > from) {
        const next = units[to + 1];
        if (
          next === undefined ||
          next.kind === 'sign' ||
          stops.has(next.lower) ||
          (nounsAreCapital && coordination.has(lower) && !next.capital)
        )
          break;
        // „sagte Lohmann der Zeitung“: behind a bare name it is who was told
        if (nounsAreCapital && articles.has(lower) && !articles.has(first.lower) && !role.test(units[to - 1]?.lower ?? '')) break;
        isOpen = true;
      } else if (stops.has(lower) || (cues.has(lower) && !capital && !articles.has(units[to - 1]?.lower ?? ''))) break;
      else if (articles.has(lower)) {
        if (nouns > 0 && !isOpen) break;
      } else if (nounsAreCapital) {
        if (capital) {
          nouns++;
          isOpen = false;
        } else if (!isOpen) break;
      } else nouns++;
    }
    while (to > from && isTail(units[to - 1], this.#pack)) to--;
    return to > from && nouns > 0 ? { from, to: this.#withName(units, from, to) } : undefined;
  }

  /** "the minister of defence, Ana Ruiz,": the name belongs to it. */
  #withName(units: readonly Unit[], from: number, to: number): number {
    if (!units.slice(from, to).some(({ lower }) => this.#pack.role.test(lower))) return to;
    if (units[to]?.text !== ',') return this.#behindDuty(units, to);
    let end = to + 1;
    while (units[end]?.kind === 'word' && (units[end]?.capital === true || this.#pack.particles.has(units[end]?.lower ?? ''))) end++;
    const next = units[end];
    return end - to > 2 && (next === undefined || next.kind === 'sign') ? end : to;
  }

  /** "the minister for trade and ports Ana Ruiz": the name closes what a preposition opened. */
  #behindDuty(units: readonly Unit[], to: number): number {
    if (!this.#pack.stops.has(units[to]?.lower ?? '')) return to;
    for (let end = to + 2; end <= Math.min(units.length, to + longest); end++) {
      const next = units[end];
      if (next !== undefined && next.kind !== 'sign') continue;
      const isName = end - 2 > to && units.slice(end - 2, end).every(({ kind, capital }) => kind === 'word' && capital);
      return isName && !this.#pack.nounsAreCapital ? end : to;
    }
    return to;
  }

  /** The subject before a verb, appositions between them passed over. */
  before(units: readonly Unit[], cue: number): Stretch | undefined {
    const { beside, pronouns, articles, links, stops, role, relatives, impersonal } = this.#pack;
    let end = cue;
    while (end > 0 && beside.has(units[end - 1]?.lower ?? '') && !pronouns.has(units[end - 1]?.lower ?? '')) end--;
    // "Jens Albrecht (SPD) sagte"
    if (units[end - 1]?.text === ')') {
      const open = units.slice(0, end).findLastIndex(({ text }) => text === '(');
      if (open > 0 && end - open <= 6) end = open;
    }
    let last = units[end - 1];
    if (last === undefined) return undefined;
    if (relatives.has(last.lower)) {
      end = units[end - 2]?.text === ',' ? end - 2 : end - 1;
      last = units[end - 1];
      if (last === undefined) return undefined;
    }
    if (last.kind === 'word' && pronouns.has(last.lower) && !articles.has(last.lower)) return { from: end - 1, to: end };
    if (last.text === ',' || isDash(last)) {
      const comma = this.#boundary(units, end - 1);
      if (comma === 0) return this.#in(units, 0, end - 1);
      const start = this.#boundary(units, comma - 1);
      const inner = { from: comma, to: end - 1 };
      const head = this.#in(units, start, comma - 1);
      if (head === undefined) return this.#in(units, inner.from, inner.to);
      const isName = units
        .slice(inner.from, inner.to)
        .every(({ kind, capital, lower }) => kind === 'word' && (capital || links.has(lower)));
      const isOffice = units.slice(head.from, head.to).some(({ lower }) => role.test(lower));
      return isName && isOffice ? { from: head.from, to: inner.to } : head;
    }
    const start = this.#boundary(units, end);
    let from = start;
    while (from < end && this.#isPassedOver(units[from])) from++;
    if (!stops.has(units[from]?.lower ?? '')) return this.#in(units, from, end);
    // Behind a phrase with a preposition the subject is what stands right before the verb.
    let near = end;
    while (near > from && !stops.has(units[near - 1]?.lower ?? '') && units[near - 1]?.kind !== 'sign') near--;
    for (let at = end - 1; at > near; at--) {
      const isStart = articles.has(units[at]?.lower ?? '') && !links.has(units[at - 1]?.lower ?? '');
      if (isStart) return this.#in(units, at, end);
    }
    if (impersonal.get(units[cue]?.lower ?? '')?.has(units[from]?.lower ?? '')) return this.#in(units, from + 1, end);
    let name = end;
    while (
      name > near &&
      units[name - 1]?.kind === 'word' &&
      (units[name - 1]?.capital === true || role.test(units[name - 1]?.lower ?? ''))
    )
      name--;
    return name < end && !stops.has(units[name - 1]?.lower ?? '') ? { from: name, to: end } : undefined;
  }

  #in(units: readonly Unit[], from: number, to: number): Stretch | undefined {
    const found = this.from(units, from, to);
    return found && found.to <= to ? found : undefined;
  }

  /** Where the clause begins in which a unit stands. */
  #boundary(units: readonly Unit[], end: number): number {
    for (let at = end; at > 0; at--) {
      const unit = units[at - 1];
      if (unit === undefined) break;
      if (unit.kind === 'sign' && /^[,;:()]$/.test(unit.text)) return at;
      if (isDash(unit) || (unit.kind === 'passage' && !isTitle(unit))) return at;
      if (this.#pack.conjunctions.has(unit.lower) || this.#pack.clauseWords.has(unit.lower)) return at;
    }
    return 0;
  }

  #isPassedOver(unit: Unit | undefined): boolean {
    if (unit?.kind !== 'word') return false;
    const { beside, pronouns, articles, dates } = this.#pack;
    return (beside.has(unit.lower) && !pronouns.has(unit.lower) && !articles.has(unit.lower)) || dates.weekdays.has(unit.lower);
  }
}

function isNominal(unit: Unit | undefined): boolean {
  return unit?.kind === 'word';
}

function isTail(unit: Unit | undefined, { links, articles }: LanguagePack): boolean {
  return (
    unit === undefined ||
    (unit.kind === 'sign' && unit.text !== '.') ||
    (unit.kind === 'word' && (links.has(unit.lower) || articles.has(unit.lower)))
  );
}

/** Few words between marks that begin with a capital and are no sentence: a newspaper, a ship. */
export function isTitle({ inner, text, start }: Unit): boolean {
  if (inner === undefined) return false;
  const words = text.slice(inner.start - start, inner.end - start).trim();
  return /^[\p{Lu}\p{N}][^.?!,;:]*$/u.test(words) && words.split(/\s+/).length <= 4;
}
