import type { Match } from '../match';
import { compile } from '../patterns';
import type { Reading } from '../reading';

/** Turns matched words into a value; undefined where they mean something else. */
export type Read = (match: Match) => Reading | undefined;

export interface Rule {
  /** What it matches, as the source of a regular expression over class marks. */
  readonly source: string;
  readonly read: Read;
}

export const rule = (pattern: string, read: Read): Rule => ({ source: compile(pattern), read });

export const yearFromPublication = 'as written, the year from the publication date';
export const fromBefore = 'from the date named before';

/** "3 days before " */
export const apart = (count: number, unit: string): string =>
  `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'} ${count < 0 ? 'before' : 'after'} `;

/** A value that stands for itself. */
export const written = (value: string, known = '', how = 'as written'): Reading => ({
  type: /[\dX]T/.test(value) ? 'TIME' : 'DATE',
  value,
  known,
  how,
});

/** A value reckoned from the publication date, if there is one. */
export const reckoned = (m: Match, value: string, how: string, known = ''): Reading =>
  isNaN(m.today) ? written(value, known, 'the publication date is unknown') : { ...written(value, known, how), anchor: 'publication' };

/** A value reckoned from what the text has named before. */
export const carried = (value: string, how: string): Reading => ({ ...written(value, '', how), anchor: 'expression' });

export const length = (value: string, how = 'a length of time'): Reading => ({ type: 'DURATION', value, known: '', how });

/** A year in digits, or spoken as two numbers; 0 where there is none. */
export const yearIn = (m: Match): number => m.number('yyyy') || m.number('yy') || m.number('fy') || spokenYear(m.numbers(m.index('num')));

/** "nineteen ninety-six", "two thousand and four"; else 0. */
export function spokenYear([first = 0, second = 0, third = 0, ...more]: readonly number[]): number {
  if (more.length > 0) return 0;
  if (first === 2 && second === 1000 && third < 100) return 2000 + third;
  if (first < 13 || first > 20 || second < 10 || second > 99 || (third > 0 && (second < 20 || third > 9))) return 0;
  return first * 100 + second + third;
}

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
