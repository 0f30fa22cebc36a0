import { civilOf, dayOf, type DateUnit } from '../../dates/index';
import type { DatePack } from '../datePack';
import { type DateToken, dateTokens } from './dateTokens';

/** So many words of a clause are asked on each side of a day. */
const clauseReach = 14;

/** A text as the rules ask it, with the dates that were named last. */
export class DateText {
  readonly prose: string;
  readonly pack: DatePack;
  readonly tokens: readonly DateToken[];
  /** The day of publication; NaN where it is not known. */
  readonly published: number;
  /** The last day that was named, for "two days later", and how exactly. */
  reference = NaN;
  unit: DateUnit = 'day';
  /** The last year that was named together with a day, and where. */
  yearNamed: { readonly year: number; readonly at: number } | undefined;

  constructor(prose: string, pack: DatePack, published: string | undefined) {
    this.prose = prose;
    this.pack = pack;
    this.tokens = dateTokens(prose, pack);
    const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
    this.published = date ? dayOf(Number(date[1]), Number(date[2]), Number(date[3])) : NaN;
  }

  lower(at: number): string {
    return this.tokens[at]?.lower ?? '';
  }

  is(at: number, words: { has(word: string): boolean }): boolean {
    return words.has(this.lower(at));
  }

  isNumber(at: number): boolean {
    return this.number(at) !== undefined;
  }

  number(at: number): number | undefined {
    const lower = this.lower(at);
    const named = this.pack.numbers.get(lower);
    if (named !== undefined) return named;
    return /^\d{1,3}(?:[.,]5)?$/.test(lower) ? Number(lower.replace(',', '.')) : undefined;
  }

  unitAt(at: number): DateUnit | undefined {
    const unit = this.pack.units.get(this.lower(at));
    return unit === undefined || unit === 'half' || unit === 'weekend' ? undefined : (unit as DateUnit);
  }

  isPlural(at: number): boolean {
    return this.is(at, this.pack.plurals);
  }

  startsLine(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && (token.start === 0 || this.prose.charAt(token.start - 1) === '\n');
  }

  isCapital(at: number): boolean {
    const token = this.tokens[at];
    return (
      token !== undefined && /\p{Lu}/u.test(this.prose.charAt(token.start)) && !this.startsLine(at) && !/^[.?!]$/.test(this.lower(at - 1))
    );
  }

  /** [about] number unit; `count` undefined for "several". */
  count(at: number): { readonly count: number | undefined; readonly unit: DateUnit; readonly to: number } | undefined {
    const { about, some } = this.pack;
    let next = at;
    while (next < at + 5 && this.is(next, about) && !this.isNumber(next)) next++;
    const isSome = this.is(next, some) && !this.isNumber(next);
    if (!isSome && !this.isNumber(next)) return undefined;
    const count = isSome ? undefined : this.number(next);
    next++;
    const unit = this.unitAt(next);
    return unit === undefined ? undefined : { count, unit, to: next + 1 };
  }

  dayNumber(at: number): number | undefined {
    const lower = this.lower(at);
    if (this.pack.firstDays.has(lower)) return 1;
    const day = /^\d{1,2}$/.test(lower) ? Number(lower) : 0;
    return day >= 1 && day <= 31 ? day : undefined;
  }

  yearAt(at: number): number | undefined {
    const lower = this.lower(at);
    return /^(?:1[5-9]|20)\d\d$/.test(lower) ? Number(lower) : undefined;
  }

  publishedYear(): number {
    return isNaN(this.published) ? NaN : civilOf(this.published).year;
  }

  /** Whether words near before a date say that it is still to come. */
  isAhead(at: number): boolean {
    const { future } = this.pack;
    for (let before = at; before >= Math.max(0, at - 9); before--) {
      const lower = this.lower(before);
      if (/^[.?!]$/.test(lower) && before < at) return false;
      if (future.test(lower)) return true;
      if (this.startsLine(before)) return false;
    }
    return false;
  }

  /** Whether a weekday is still to come: what its own clause says goes before what stands further in front of it. */
  isWeekdayAhead(at: number): boolean {
    const { future, planned, past } = this.pack;
    const clause = this.#clauseAt(at);
    if (clause.some((lower) => future.test(lower))) return true;
    if (clause.some((lower) => past.test(lower))) return false;
    return clause.some((lower) => planned.test(lower)) || this.isAhead(at);
  }

  isWeekdayPast(at: number): boolean {
    return this.#clauseAt(at).some((lower) => this.pack.past.test(lower));
  }

  /** The words around a day, up to a sign or a word that begins another clause. */
  #clauseAt(at: number): readonly string[] {
    const isEdge = (place: number) => /^[^\p{L}\p{N}'-]*$/u.test(this.lower(place)) || this.is(place, this.pack.clauses);
    let [from, to] = [at, at + 1];
    while (from > 0 && at - from < clauseReach && !isEdge(from - 1) && !this.startsLine(from)) from--;
    while (to < this.tokens.length && to - at < clauseReach && !isEdge(to) && !this.startsLine(to)) to++;
    return this.tokens.slice(from, to).map(({ lower }) => lower);
  }
}
