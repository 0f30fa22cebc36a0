import type { LanguagePack } from '../pack';
import type { Unit } from './units';

/** Units [from, to) of a sentence. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const longest = 12;

/** Finds noun phrases by their shape alone: no tagger knows these languages here. */
export class NounPhrases {
  protected readonly pack: LanguagePack;

  constructor(pack: LanguagePack) {
    this.pack = pack;
  }

  /** The noun phrase or pronoun that begins at a place, adverbs and days before it passed over. */
  from(units: readonly Unit[], start: number, limit = units.length): Stretch | undefined {
    let from = start;
    for (;;) {
      const isDay = this.pack.dates.weekdays.has(units[from + 1]?.lower ?? '') && this.pack.stops.has(units[from]?.lower ?? '');
      if (from < limit && isDay) from += 2;
      else if (from < limit && this.isPassedOver(units[from])) from++;
      else if (from < limit && units[from]?.kind === 'number' && this.pack.dates.months.has(units[from + 1]?.lower ?? '')) from += 2;
      else break;
    }
    const {
      pronouns,
      articles,
      links,
      stops,
      cues,
      nounsAreCapital,
      role,
      coordination,
      subjectsComeLate,
      listenerLinks,
      articlesBegin,
      participle,
      dates,
      listener,
    } = this.pack;
    const first = units[from];
    if (first === undefined) return undefined;
    if (this.pack.infinitive?.test(first.lower) && !first.capital && units[from + 1]?.capital !== true) return undefined;
    if (pronouns.has(first.lower) && !(articles.has(first.lower) && isNominal(units[from + 1]))) return { from, to: from + 1 };
    const isStop = (unit: Unit | undefined) => stops.has(unit?.lower ?? '') && !links.has(unit?.lower ?? '');
    let to = from;
    let nouns = 0;
    let isOpen = true;
    for (; to < Math.min(limit, from + longest); to++) {
      const unit = units[to];
      if (unit === undefined) break;
      const { lower, kind, capital } = unit;
      // "opina Al Hadad": part of a name
      if (!nounsAreCapital && capital && to === from && to > 0 && stops.has(lower) && units[to + 1]?.capital) continue;
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
          (listenerLinks?.has(lower) && !next.capital) ||
          // "Para el alcalde los muelles …": an article behind a noun begins something else
          (articlesBegin && articles.has(lower) && !links.has(units[to - 1]?.lower ?? '') && !next.capital) ||
          (nounsAreCapital && coordination.has(lower) && !next.capital)
        )
          break;
        // „sagte Lohmann der Zeitung“: behind a bare name it is who was told
        const last = units[to - 1]?.lower ?? '';
        if (nounsAreCapital && articles.has(lower) && !articles.has(first.lower) && !role.test(last) && !links.has(last)) break;
        isOpen = true;
      } else if (
        (stops.has(lower) && !(to === from && articles.has(lower) && units[to + 1]?.kind === 'word')) ||
        (cues.has(lower) && !capital && !articles.has(units[to - 1]?.lower ?? ''))
      )
        break;
      else if (
        nouns > 0 &&
        participle &&
        !capital &&
        !articles.has(lower) &&
        (dates.past.test(lower) || (participle.test(lower) && isStop(units[to + 1])))
      )
        break;
      else if (articles.has(lower)) {
        if (nouns > 0 && !isOpen) break;
      } else if (nounsAreCapital) {
        if (capital) {
          nouns++;
          isOpen = false;
        } else if (!isOpen) break;
      } else if (
        subjectsComeLate &&
        nouns > 0 &&
        !capital &&
        units[to - 1]?.capital &&
        !(role.test(lower) && !listener?.test(lower)) &&
        to > from + 1
      )
        break;
      else nouns++;
    }
    while (to > from && isTail(units[to - 1], this.pack)) to--;
    return to > from && nouns > 0 ? { from, to: this.#withName(units, from, to) } : undefined;
  }

  /** "the minister of defence, Ana Ruiz,": the name belongs to it. */
  #withName(units: readonly Unit[], from: number, to: number): number {
    if (!units.slice(from, to).some(({ lower }) => this.pack.role.test(lower))) return to;
    if (units[to]?.text !== ',') return this.#behindDuty(units, to);
    let end = to + 1;
    while (units[end]?.kind === 'word' && (units[end]?.capital === true || this.pack.particles.has(units[end]?.lower ?? ''))) end++;
    const next = units[end];
    return end - to > 2 && (next === undefined || next.kind === 'sign') ? end : to;
  }

  /** "the minister for trade and ports Ana Ruiz": the name closes what a preposition opened. */
  #behindDuty(units: readonly Unit[], to: number): number {
    const { stops, participle, articles } = this.pack;
    if (!stops.has(units[to]?.lower ?? '') || participle?.test(units[to - 1]?.lower ?? '')) return to;
    if (units[to - 1]?.capital && units[to - 2]?.capital) return to;
    for (let end = to + 2; end <= Math.min(units.length, to + longest); end++) {
      const next = units[end];
      if (next !== undefined && next.kind !== 'sign') continue;
      const isName = end - 2 > to && units.slice(end - 2, end).every(({ kind, capital }) => kind === 'word' && capital);
      return isName && !this.pack.nounsAreCapital && !articles.has(units[end - 3]?.lower ?? '') ? end : to;
    }
    return to;
  }

  /** Whether a phrase names somebody and not something. */
  isSomebody(units: readonly Unit[], { from, to }: Stretch): boolean {
    const { pronouns, role, titles } = this.pack;
    return units.slice(from, to).some(({ lower, capital }) => capital || pronouns.has(lower) || role.test(lower) || titles.has(lower));
  }

  /** Or a report, a survey, a newspaper. */
  isTelling(units: readonly Unit[], phrase: Stretch): boolean {
    const { tellers } = this.pack;
    return this.isSomebody(units, phrase) || units.slice(phrase.from, phrase.to).some(({ lower }) => tellers?.has(lower));
  }

  /** Belongs to a verb or names a day. */
  protected isPassedOver(unit: Unit | undefined): boolean {
    if (unit?.kind !== 'word') return false;
    const { beside, pronouns, articles, dates } = this.pack;
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
