import { compile, type Match, type Pattern } from '../patterns';
import type { Context, Reading } from '../reading';
import type { Unit } from '../words';

/** Turns matched words into a value; undefined where they mean something else. */
export type Read = (match: Match, context: Context) => Reading | undefined;

export interface Rule {
  readonly pattern: Pattern;
  readonly read: Read;
}

export const rule = (pattern: string, read: Read): Rule => ({ pattern: compile(pattern), read });

export const unitOf = (m: Match): Unit => (m.text('unit') ?? m.text('units') ?? 'day') as Unit;

export const saysUnit = (m: Match, unit: Unit): boolean => m.tokens.values.slice(m.from, m.to).includes(unit);

/** The part that the words single out: START, MID or END. */
export const partOf = (m: Match): string | undefined => m.text('mod') ?? m.text('edge');

/** -1 last, 0 this, 1 next. */
export function directionOf(m: Match): -1 | 0 | 1 {
  if (m.has('last') || m.has('prev') || m.has('past')) return -1;
  return m.has('next') || m.has('coming') ? 1 : 0;
}

/** A year in digits, or spoken as two numbers. */
export function yearIn(m: Match): number | undefined {
  const written = m.number('yyyy') ?? m.number('yy');
  const at = m.index('num');
  if (written !== undefined || at < 0) return written;
  return spokenYear(m.numbers(at));
}

/** "nineteen ninety-six", "two thousand and four". */
export function spokenYear([first = 0, second = 0, third = 0, ...more]: readonly number[]): number | undefined {
  if (more.length > 0) return undefined;
  if (first === 2 && second === 1000 && third < 100) return 2000 + third;
  if (first < 13 || first > 20 || second < 10 || second > 99) return undefined;
  if (third > 0 && (second < 20 || third > 9)) return undefined;
  return first * 100 + second + third;
}
