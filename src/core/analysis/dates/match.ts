import type { Context, Unit } from './reading';
import { civilOf, type CivilDate } from './calendar';
import { shift, valueOf } from './reading';
import { markOf, type WordClass } from './words';

/** The words a rule has matched, tokens from `from` up to, not including, `to`, and what is known around them. */
export class Match {
  readonly context: Context;
  readonly from: number;
  readonly to: number;

  constructor(context: Context, from: number, to: number) {
    this.context = context;
    this.from = from;
    this.to = to;
  }

  /** The first word of that class in the match, or -1. */
  index(kind: WordClass): number {
    for (let i = this.from; i < this.to; i++) if (this.is(i, kind)) return i;
    return -1;
  }

  has(...kinds: readonly WordClass[]): boolean {
    return kinds.some((kind) => this.index(kind) >= 0);
  }

  value(index: number): number {
    return Number(this.context.tokens.values[index]);
  }

  number(kind: WordClass): number | undefined {
    const index = this.index(kind);
    return index < 0 ? undefined : this.value(index);
  }

  text(kind: WordClass): string | undefined {
    const index = this.index(kind);
    return index < 0 ? undefined : String(this.context.tokens.values[index]);
  }

  word(index: number): string {
    const { prose, starts, ends } = this.context.tokens;
    return prose.slice(starts[index], ends[index]);
  }

  is(index: number, ...kinds: readonly WordClass[]): boolean {
    const mark = this.context.tokens.marks[index];
    if (mark !== undefined) for (const kind of kinds) if (markOf[kind] === mark) return true;
    return false;
  }

  prevIs(...kinds: readonly WordClass[]): boolean {
    return this.is(this.from - 1, ...kinds);
  }

  nextIs(...kinds: readonly WordClass[]): boolean {
    return this.is(this.to, ...kinds);
  }

  get unit(): Unit {
    return (this.text('units') ?? this.text('unit') ?? 'day') as Unit;
  }

  says(unit: Unit): boolean {
    return this.context.tokens.values.slice(this.from, this.to).includes(unit);
  }

  /** -1 last, 0 this, 1 next. */
  get direction(): -1 | 0 | 1 {
    return this.has('last', 'prev', 'past') ? -1 : this.has('next', 'coming') ? 1 : 0;
  }

  /** "earlier" or "ago" rather than "later". */
  get back(): boolean {
    const at = this.index('er');
    return this.has('ago') || (at >= 0 && /^e/i.test(this.word(at)));
  }

  get start(): number {
    return this.context.tokens.starts[this.from] ?? 0;
  }

  get end(): number {
    return this.context.tokens.ends[this.to - 1] ?? 0;
  }

  get published(): CivilDate | undefined {
    const { published } = this.context;
    return published === undefined ? undefined : civilOf(published);
  }

  /** The value of the unit that many units from `base`, by default publication; masked where that is unknown. */
  away(unit: Unit, count: number, base = this.context.published, fine = unit): string {
    return valueOf(fine, base === undefined ? undefined : shift(base, unit, count));
  }

  /** The number words from `at` on, signs between them left out. */
  numbers(at: number): number[] {
    const list: number[] = [];
    for (let i = at; i < this.to && this.is(i, 'num', 'dash', 'and'); i++) if (this.is(i, 'num')) list.push(this.value(i));
    return list;
  }

  /** The first number of the match: "2", "twenty-four", "two hundred". */
  get count(): number | undefined {
    for (let i = this.from; i < this.to; i++) {
      if (this.is(i, 'dd', 'int', 'yyyy', 'dec')) return this.value(i);
      if (!this.is(i, 'num')) continue;
      let total = 0;
      let current = 0;
      for (const value of this.numbers(i))
        if (value === 1000) [total, current] = [total + Math.max(current, 1) * 1000, 0];
        else current = value === 100 ? Math.max(current, 1) * 100 : current + value;
      return total + current;
    }
    return undefined;
  }

  /**
   * True where the nearest sign of tense before the expression says that it is yet to come; `near` counts
   * firm plans of the same clause only.
   */
  ahead(reach: 'near' | 'far'): boolean {
    const until = this.prevIs('by') && /^(until|till|by)$/i.test(this.word(this.from - 1));
    if (this.prevIs('as') && this.is(this.from - 3, 'as')) return true;
    if (reach === 'near' && this.nextIs('poss')) return false;
    for (let i = this.from - 1, left = reach === 'near' ? 10 : 20; i >= 0 && left > 0 && !this.is(i, 'stop', 'break'); i--, left--) {
      if (this.is(i, 'will') || (this.is(i, 'to') && this.is(i - 1, 'be'))) return !this.is(i - 1, 'been');
      if (this.is(i, 'may')) return reach === 'far';
      if (this.is(i, 'did') || (reach === 'near' && this.is(i, 'ed') && !until)) return false;
    }
    return until;
  }
}
