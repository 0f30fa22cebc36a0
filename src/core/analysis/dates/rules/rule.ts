import type { Match } from '../match';
import { compile, type Pattern } from '../patterns';
import type { Reading } from '../reading';

/** Turns matched words into a value; undefined where they mean something else. */
export type Read = (match: Match) => Reading | undefined;

export interface Rule {
  readonly pattern: Pattern;
  readonly read: Read;
}

export const rule = (pattern: string, read: Read): Rule => ({ pattern: compile(pattern), read });

/** A value that stands for itself. */
export const written = (value: string, known = '', how = 'as written'): Reading => ({
  type: value.includes('T') ? 'TIME' : 'DATE',
  value,
  known,
  how,
});

/** A value reckoned from the publication date, if there is one. */
export const reckoned = (m: Match, value: string, how: string, known = ''): Reading => ({
  ...written(value, known, m.context.published === undefined ? 'as written; the publication date is unknown' : how),
  ...(m.context.published !== undefined && { anchor: 'publication' as const }),
});

/** A value reckoned from what the text has named before. */
export const carried = (m: Match, value: string, how: string): Reading => ({ ...reckoned(m, value, how), how, anchor: 'expression' });

export const length = (value: string, how = 'a length of time'): Reading => ({ type: 'DURATION', value, known: '', how });

/** A year in digits, or spoken as two numbers. */
export function yearIn(m: Match): number | undefined {
  const at = m.index('num');
  return m.number('yyyy') ?? m.number('yy') ?? (at < 0 ? undefined : spokenYear(m.numbers(at)));
}

/** "nineteen ninety-six", "two thousand and four". */
export function spokenYear([first = 0, second = 0, third = 0, ...more]: readonly number[]): number | undefined {
  if (more.length > 0) return undefined;
  if (first === 2 && second === 1000 && third < 100) return 2000 + third;
  if (first < 13 || first > 20 || second < 10 || second > 99) return undefined;
  if (third > 0 && (second < 20 || third > 9)) return undefined;
  return first * 100 + second + third;
}
