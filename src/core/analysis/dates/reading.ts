import type { DateExpression } from '../model';
import { civilOf, dayOf, intervalOfValue, isoOfDay, isoWeekOfDay, pad, weekdayOf } from './calendar';
import type { Tokens } from './tokens';

/** What a rule makes of the words it matched. */
export interface Reading {
  readonly type: DateExpression['type'];
  readonly value: string;
  /** The parts the words give, a letter each: year, month, day, weekday, time. */
  readonly known: string;
  readonly how: string;
  readonly anchor?: NonNullable<DateExpression['anchor']>;
  readonly firstDay?: number;
  readonly lastDay?: number;
  /** True where other words would be read as well: nothing is reported on it. */
  readonly doubt?: true;
}

/** What is known where an expression stands. Days count from 1970-01-01; NaN is a day that is not known. */
export interface Context {
  readonly tokens: Tokens;
  readonly published: number;
  /** The order of figures in the outlet's country; undefined where that is not known. */
  readonly dayFirst: boolean | undefined;
  /** The last expression before this one that names a day, month, quarter or year of its own. */
  reference: Reference | undefined;
  /** The last year the text gave in figures, and the token after it. */
  year: { readonly year: number; readonly at: number } | undefined;
  /** A day of the quarter the text is about, for "the quarter" and "a year earlier" in business news. */
  quarter: number;
}

export interface Reference {
  readonly day: number;
  readonly unit: Unit;
}

/** Mask of an unknown one, TIMEX3 prefix and letter with the factor to it, length in days or in months. */
const measures = {
  second: ['XXXX-XX-XX', 'PT', 'S', 1, 0, 0],
  minute: ['XXXX-XX-XX', 'PT', 'M', 1, 0, 0],
  hour: ['XXXX-XX-XX', 'PT', 'H', 1, 0, 0],
  day: ['XXXX-XX-XX', 'P', 'D', 1, 1, 0],
  week: ['XXXX-WXX', 'P', 'W', 1, 7, 0],
  fortnight: ['XXXX-WXX', 'P', 'W', 2, 14, 0],
  month: ['XXXX-XX', 'P', 'M', 1, 0, 1],
  quarter: ['XXXX-QX', 'P', 'Q', 1, 0, 3],
  year: ['XXXX', 'P', 'Y', 1, 0, 12],
  decade: ['XXX', 'P', 'Y', 10, 0, 120],
  century: ['XX', 'P', 'Y', 100, 0, 1200],
} as const;
export type Unit = keyof typeof measures;

const units = Object.keys(measures);
export const isFiner = (unit: Unit, than: Unit): boolean => units.indexOf(unit) < units.indexOf(than);

export const isClockUnit = (unit: Unit): boolean => measures[unit][1] === 'PT';

/** The value of the calendar unit that holds the day; masked where the day is unknown. */
export function valueOf(unit: Unit, day: number): string {
  if (isNaN(day)) return measures[unit][0];
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'week':
    case 'fortnight':
      return isoWeekOfDay(day);
    case 'month':
      return `${yearText(year)}-${pad(month)}`;
    case 'quarter':
      return `${yearText(year)}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return yearText(year);
    case 'decade':
      return pad(year, 4).slice(0, 3);
    case 'century':
      return pad(year, 4).slice(0, 2);
    default:
      return isoOfDay(day);
  }
}

/** A day `count` units on; months keep the day of the month where it exists. */
export function shift(day: number, unit: Unit, count: number): number {
  const [, , , , days, months] = measures[unit];
  if (months === 0) return day + Math.round(days * count);
  const { year, month, day: date } = civilOf(day);
  const moved = month + Math.round(months * count);
  return Math.min(dayOf(year, moved, date), dayOf(year, moved + 1, 1) - 1);
}

const smaller: Readonly<Partial<Record<Unit, readonly [letter: string, count: number]>>> = {
  minute: ['S', 60],
  hour: ['M', 60],
  year: ['M', 12],
};

/** The TIMEX3 value of a length of time; a count that is not known is X. */
export function durationOf(count: number | undefined, unit: Unit): string {
  const [, prefix, letter, factor] = measures[unit];
  if (count === undefined) return `${prefix}X${letter}`;
  const total = count * factor;
  const below = smaller[unit];
  const whole = Math.floor(total);
  if (total === whole || !below) return `${prefix}${total}${letter}`;
  return `${prefix}${whole === 0 ? '' : `${whole}${letter}`}${Math.round((total - whole) * below[1])}${below[0]}`;
}

/** The latest day of that weekday up to `from`. */
export const weekdayUpTo = (from: number, weekday: number): number => from - ((weekdayOf(from) - weekday + 7) % 7);

/** Four digits, or XXXX where the year is unknown (NaN). */
export const yearText = (year: number): string => (year > 0 ? pad(year, 4) : 'XXXX');

/** Narrows an interval to the part that "early", "mid-" or "late" names: thirds, rounded outwards. */
export function intervalOf(value: string, part = ''): { firstDay?: number; lastDay?: number } {
  const interval = intervalOfValue(value);
  if (!interval) return {};
  const { firstDay, lastDay } = interval;
  const third = Math.ceil((lastDay - firstDay + 1) / 3);
  if (part === 'START') return { firstDay, lastDay: firstDay + third - 1 };
  if (part === 'END') return { firstDay: lastDay - third + 1, lastDay };
  if (part === 'MID') return { firstDay: firstDay + third - 1, lastDay: lastDay - third + 1 };
  return interval;
}
