import type { Tokens } from './tokens';
import { markOf, type WordClass } from './words';

/**
 * A rule's pattern is written in word classes: "weekday comma? month dd (comma? yyyy)?". It becomes a regular
 * expression over the class marks. No pattern repeats without a bound, so that a text costs linear time.
 */
export interface Pattern {
  readonly form: RegExp;
  /** The marks a match can begin with. */
  readonly first: ReadonlySet<string>;
}

const macros: Readonly<Record<string, string>> = {
  N: '(dd|int|yyyy|dec|num(dash? num){0,3})',
  SOME: '((a couple of?)|(a? few))',
  MOD: '(mod dash?)',
  UNITS: '(units|unit)',
  UNIT: '(unit|units)',
  WD: '(weekday|wd)',
  DAY: '(dd|nth)',
  YEAR: '(yyyy|num num (and|dash)? num?)',
  CLOCK: '(about? ((clock|dd) ampm|clock|(yyyy|int) zone) zone?)',
  TIME: '(comma? at? clock ampm? zone?|comma? at? dd ampm zone?)',
};

function expand(pattern: string): string {
  return pattern.replace(/[A-Z]+/g, (name) => expand(macros[name] ?? name));
}

export function compile(pattern: string): Pattern {
  const full = expand(pattern);
  const source = full
    .replace(/[a-z]+/g, (name) => {
      const mark = markOf[name as WordClass] as string | undefined;
      if (mark === undefined) throw new Error(`no word class "${name}" in "${pattern}"`);
      return mark;
    })
    .replace(/ /g, '')
    .replace(/\(/g, '(?:');
  return { form: new RegExp(source, 'y'), first: firstMarks(full) };
}

/** Reads the pattern once more for what can stand at its beginning. */
function firstMarks(pattern: string): ReadonlySet<string> {
  const parts = pattern.match(/[a-z]+|[()|?]|\{\d,\d\}/g) ?? [];
  let at = 0;
  const alternatives = (): { first: Set<string>; empty: boolean } => {
    const first = new Set<string>();
    let anyEmpty = false;
    for (;;) {
      let open = true;
      while (at < parts.length && parts[at] !== '|' && parts[at] !== ')') {
        let item: { first: Set<string>; empty: boolean };
        if (parts[at] === '(') {
          at++;
          item = alternatives();
          at++;
        } else item = { first: new Set([markOf[parts[at++] as WordClass]]), empty: false };
        const suffix = parts[at];
        const optional = suffix === '?' || (suffix?.startsWith('{0') ?? false);
        if (suffix === '?' || suffix?.startsWith('{')) at++;
        if (open) for (const mark of item.first) first.add(mark);
        open &&= optional || item.empty;
      }
      anyEmpty ||= open;
      if (parts[at] !== '|') return { first, empty: anyEmpty };
      at++;
    }
  };
  return alternatives().first;
}

/** The words a rule has matched: tokens from `from` up to, not including, `to`. */
export class Match {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;

  constructor(tokens: Tokens, from: number, to: number) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
  }

  index(kind: WordClass, after = this.from): number {
    const index = this.tokens.marks.indexOf(markOf[kind], after);
    return index >= 0 && index < this.to ? index : -1;
  }

  has(kind: WordClass): boolean {
    return this.index(kind) >= 0;
  }

  /** The number of the first word of that class, undefined if there is none. */
  number(kind: WordClass): number | undefined {
    const index = this.index(kind);
    return index < 0 ? undefined : Number(this.tokens.values[index]);
  }

  text(kind: WordClass): string | undefined {
    const index = this.index(kind);
    return index < 0 ? undefined : String(this.tokens.values[index]);
  }

  word(index: number): string {
    return this.tokens.prose.slice(this.tokens.starts[index], this.tokens.ends[index]);
  }

  is(index: number, ...kinds: readonly WordClass[]): boolean {
    const mark = this.tokens.marks[index];
    return mark !== undefined && kinds.some((kind) => markOf[kind] === mark);
  }

  prevIs(...kinds: readonly WordClass[]): boolean {
    return this.is(this.from - 1, ...kinds);
  }

  nextIs(...kinds: readonly WordClass[]): boolean {
    return this.is(this.to, ...kinds);
  }

  /** The number words from `at` on, signs between them left out. */
  numbers(at: number): number[] {
    const list: number[] = [];
    for (let i = at; i < this.to && this.is(i, 'num', 'dash', 'and'); i++) if (this.is(i, 'num')) list.push(Number(this.tokens.values[i]));
    return list;
  }

  get start(): number {
    return this.tokens.starts[this.from] ?? 0;
  }

  get end(): number {
    return this.tokens.ends[this.to - 1] ?? 0;
  }

  /** The sum of the number words: "twenty-four", "two hundred", "2". */
  count(): number | undefined {
    let total = 0;
    let current = 0;
    let any = false;
    for (let i = this.from; i < this.to; i++) {
      const value = Number(this.tokens.values[i]);
      if (this.is(i, 'dd', 'int', 'yyyy', 'dec')) {
        if (any) return total + current;
        current = value;
      } else if (this.is(i, 'num')) {
        if (value === 1000) [total, current] = [total + Math.max(current, 1) * 1000, 0];
        else if (value === 100) current = Math.max(current, 1) * 100;
        else current += value;
      } else if (any && !this.is(i, 'dash')) return total + current;
      else continue;
      any = true;
    }
    return any ? total + current : undefined;
  }
}
