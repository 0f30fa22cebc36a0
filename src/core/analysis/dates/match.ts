import { civilOf, type CivilDate } from './calendar';
import { type Context, shift, type Unit, valueOf } from './reading';
import type { Tokens } from './tokens';
import { marksOf, type WordClass, type WordClasses } from './words';

/**
 * The words a rule has matched, tokens from `from` up to, not including, `to`, and what is known around them.
 * A number that is not there is 0 and a text that is not there is empty; a day that is not known is NaN.
 */
export class Match {
  readonly context: Context;
  readonly tokens: Tokens;
  /** The day of publication. */
  readonly today: number;
  readonly from: number;
  readonly to: number;

  constructor(context: Context, from: number, to: number) {
    this.context = context;
    this.tokens = context.tokens;
    this.today = context.published;
    this.from = from;
    this.to = to;
  }

  /** The first word of that class in the match, or -1. */
  index(kind: WordClass): number {
    return this.#find(kind);
  }

  has<S extends string>(kinds: S & WordClasses<S>): boolean {
    return this.#find(kinds) >= 0;
  }

  value(index: number): number {
    return Number(this.tokens.values[index]);
  }

  number(kind: WordClass): number {
    return Number(this.text(kind));
  }

  text(kind: WordClass): string {
    return String(this.tokens.values[this.index(kind)] ?? '');
  }

  word(index: number): string {
    const { prose, starts, ends } = this.tokens;
    return prose.slice(starts[index], ends[index]);
  }

  /** `kinds`: one or more classes, with spaces between. */
  is<S extends string>(index: number, kinds: S & WordClasses<S>): boolean {
    return this.#stands(index, kinds);
  }

  prev<S extends string>(kinds: S & WordClasses<S>): boolean {
    return this.#stands(this.from - 1, kinds);
  }

  next<S extends string>(kinds: S & WordClasses<S>): boolean {
    return this.#stands(this.to, kinds);
  }

  #find(kinds: string): number {
    for (let i = this.from; i < this.to; i++) if (this.#stands(i, kinds)) return i;
    return -1;
  }

  #stands(index: number, kinds: string): boolean {
    const mark = this.tokens.marks[index];
    return mark !== undefined && marksOf(kinds).includes(mark);
  }

  get unit(): Unit {
    return (this.text('units') || this.text('unit') || 'day') as Unit;
  }

  /** 1 is Monday; 0 or not a number where none is named. */
  get weekday(): number {
    return this.number('weekday') || this.number('wd');
  }

  says(unit: Unit): boolean {
    return this.tokens.values.slice(this.from, this.to).includes(unit);
  }

  /** -1 last, 0 this, 1 next. */
  get direction(): -1 | 0 | 1 {
    return this.has('last prev past') ? -1 : this.has('next coming') ? 1 : 0;
  }

  /** "earlier" or "ago" rather than "later". */
  get back(): boolean {
    return this.has('ago') || this.text('er') === 'earlier';
  }

  get start(): number {
    return this.tokens.starts[this.from] ?? 0;
  }

  get end(): number {
    return this.tokens.ends[this.to - 1] ?? 0;
  }

  /** The same as year, month and day. */
  get civil(): CivilDate {
    return civilOf(this.today);
  }

  /** The value of the unit that many units from `base`, by default publication; masked where that is unknown. */
  away(unit: Unit, count: number, base = this.today, fine = unit): string {
    return valueOf(fine, shift(base, unit, count));
  }

  /** The number words from `at` on, signs between them left out. */
  numbers(at: number): number[] {
    const list: number[] = [];
    for (let i = at; i < this.to && this.is(i, 'num dash and'); i++) if (this.is(i, 'num')) list.push(this.value(i));
    return list;
  }

  /** The first number of the match: "2", "twenty-four", "two hundred". */
  get count(): number {
    for (let i = this.from; i < this.to; i++) {
      if (this.is(i, 'dd int yyyy dec')) return this.value(i);
      if (!this.is(i, 'num')) continue;
      let total = 0;
      let current = 0;
      for (const value of this.numbers(i))
        if (value === 1000) [total, current] = [total + Math.max(current, 1) * 1000, 0];
        else current = value === 100 ? Math.max(current, 1) * 100 : current + value;
      return total + current;
    }
    return 0;
  }
}
