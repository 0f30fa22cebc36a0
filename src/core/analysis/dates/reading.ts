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
}

/** What is known where an expression stands. Days count from 1970-01-01. */
export interface Context {
  readonly tokens: Tokens;
  readonly published: number | undefined;
  /** The last expression before this one that names a day, month, quarter or year of its own. */
  reference: Reference | undefined;
  /** A day of the quarter the text is about, for "the quarter" and "a year earlier" in business news. */
  quarter: number | undefined;
}

export interface Reference {
  readonly day: number;
  readonly unit: Unit;
}

const units = {
  second: { mask: 'XXXX-XX-XX', prefix: 'PT', letter: 'S', factor: 1 },
  minute: { mask: 'XXXX-XX-XX', prefix: 'PT', letter: 'M', factor: 1 },
  hour: { mask: 'XXXX-XX-XX', prefix: 'PT', letter: 'H', factor: 1 },
  day: { mask: 'XXXX-XX-XX', prefix: 'P', letter: 'D', factor: 1, days: 1 },
  week: { mask: 'XXXX-WXX', prefix: 'P', letter: 'W', factor: 1, days: 7 },
  fortnight: { mask: 'XXXX-WXX', prefix: 'P', letter: 'W', factor: 2, days: 14 },
  month: { mask: 'XXXX-XX', prefix: 'P', letter: 'M', factor: 1, months: 1 },
  quarter: { mask: 'XXXX-QX', prefix: 'P', letter: 'Q', factor: 1, months: 3 },
  year: { mask: 'XXXX', prefix: 'P', letter: 'Y', factor: 1, months: 12 },
  decade: { mask: 'XXX', prefix: 'P', letter: 'Y', factor: 10, months: 120 },
  century: { mask: 'XX', prefix: 'P', letter: 'Y', factor: 100, months: 1200 },
  millennium: { mask: 'X', prefix: 'P', letter: 'Y', factor: 1000, months: 12000 },
};
export type Unit = keyof typeof units;
const measures: Readonly<Record<Unit, { mask: string; prefix: string; letter: string; factor: number; days?: number; months?: number }>> =
  units;

export const isClockUnit = (unit: Unit): boolean => measures[unit].prefix === 'PT';

/** The value of the calendar unit that holds the day; masked where the day is unknown. */
export function valueOf(unit: Unit, day: number | undefined): string {
  if (day === undefined) return measures[unit].mask;
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'week':
    case 'fortnight':
      return isoWeekOfDay(day);
    case 'month':
      return `${pad(year, 4)}-${pad(month)}`;
    case 'quarter':
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return pad(year, 4);
    case 'decade':
      return pad(Math.floor(year / 10), 3);
    case 'century':
      return pad(Math.floor(year / 100), 2);
    case 'millennium':
      return String(Math.floor(year / 1000));
    default:
      return isoOfDay(day);
  }
}

/** A day `count` units on; months keep the day of the month where it exists. */
export function shift(day: number, unit: Unit, count: number): number {
  const { days, months } = measures[unit];
  if (days !== undefined) return day + Math.round(days * count);
  if (months === undefined) return day;
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
  const { prefix, letter, factor } = measures[unit];
  if (count === undefined) return `${prefix}X${letter}`;
  const total = count * factor;
  const below = smaller[unit];
  const whole = Math.floor(total);
  if (total === whole || !below) return `${prefix}${total}${letter}`;
  return `${prefix}${whole === 0 ? '' : `${whole}${letter}`}${Math.round((total - whole) * below[1])}${below[0]}`;
}

/** The latest day of that weekday up to `from`. */
export const weekdayUpTo = (from: number, weekday: number): number => from - ((weekdayOf(from) - weekday + 7) % 7);

export const yearText = (year: number | undefined): string => (year === undefined ? 'XXXX' : pad(year, 4));

/** Narrows an interval to the part that "early", "mid-" or "late" names: thirds, rounded outwards. */
export function intervalOf(value: string, part: string | undefined): { firstDay?: number; lastDay?: number } {
  const interval = intervalOfValue(value);
  if (!interval) return {};
  const { firstDay, lastDay } = interval;
  const third = Math.ceil((lastDay - firstDay + 1) / 3);
  if (part === 'START') return { firstDay, lastDay: firstDay + third - 1 };
  if (part === 'END') return { firstDay: lastDay - third + 1, lastDay };
  if (part === 'MID') return { firstDay: firstDay + third - 1, lastDay: lastDay - third + 1 };
  return interval;
}
