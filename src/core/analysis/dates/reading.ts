import type { DateExpression } from '../model';
import { civilOf, dayOf, intervalOfValue, isoOfDay, isoWeekOfDay, pad, weekdayOf } from './calendar';
import type { Match } from './patterns';
import type { Unit } from './words';

export type Part = DateExpression['known'][number];

/** What a rule makes of the words it matched. */
export interface Reading {
  readonly type: DateExpression['type'];
  readonly value: string;
  readonly known: readonly Part[];
  readonly how: string;
  readonly anchor?: NonNullable<DateExpression['anchor']>;
  /** START, MID or END of the value. */
  readonly part?: string | undefined;
  readonly firstDay?: number;
  readonly lastDay?: number;
}

/** What is known where an expression stands. */
export interface Context {
  /** Day of publication, since 1970-01-01. */
  readonly published: number | undefined;
  /** The last expression before this one that names a day, month, quarter or year of its own. */
  reference: Reference | undefined;
  /** A day of the quarter the text is about, for "the quarter" and "a year earlier" in business news. */
  quarter: number | undefined;
  /** True where a verb before it (`near`: in the same clause) says that it is yet to come. */
  ahead(match: Match, reach: 'near' | 'far'): boolean;
}

export interface Reference {
  readonly day: number;
  readonly unit: Unit;
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const masks: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XX',
  minute: 'XXXX-XX-XX',
  hour: 'XXXX-XX-XX',
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
};

/** The value of the calendar unit that holds the day; masked where the day is unknown. */
export function valueOf(unit: Unit, day: number | undefined): string {
  if (day === undefined) return masks[unit];
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'week':
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

const daysOf: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7 };
const monthsOf: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, millennium: 12000 };

/** A day `count` units on; months keep the day of the month where it exists. */
export function shift(day: number, unit: Unit, count: number): number {
  const days = daysOf[unit];
  if (days !== undefined) return day + Math.round(days * count);
  const months = monthsOf[unit];
  if (months === undefined) return day;
  const { year, month, day: date } = civilOf(day);
  const first = dayOf(year, month + Math.round(months * count), 1);
  return Math.min(first + date - 1, dayOf(year, month + Math.round(months * count) + 1, 1) - 1);
}

const letters: Readonly<Record<Unit, readonly [prefix: string, letter: string, factor: number]>> = {
  second: ['PT', 'S', 1],
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  week: ['P', 'W', 1],
  month: ['P', 'M', 1],
  quarter: ['P', 'Q', 1],
  year: ['P', 'Y', 1],
  decade: ['P', 'Y', 10],
  century: ['P', 'Y', 100],
  millennium: ['P', 'Y', 1000],
};
const smaller: Readonly<Partial<Record<Unit, readonly [letter: string, count: number]>>> = {
  minute: ['S', 60],
  hour: ['M', 60],
  day: ['H', 24],
  year: ['M', 12],
};

/** The TIMEX3 value of a length of time; a count that is not known is X. */
export function durationOf(count: number | undefined, unit: Unit): string {
  const [prefix, letter, factor] = letters[unit];
  if (count === undefined) return `${prefix}X${letter}`;
  const whole = Math.floor(count * factor);
  const rest = count * factor - whole;
  const below = smaller[unit];
  if (rest === 0 || !below) return `${prefix}${count * factor}${letter}`;
  const part = `${Math.round(rest * below[1])}${below[0]}`;
  const join = unit === 'day' ? 'T' : '';
  return whole === 0 ? `${unit === 'day' ? 'PT' : prefix}${part}` : `${prefix}${whole}${letter}${join}${part}`;
}

export const yearText = (year: number | undefined): string => (year === undefined ? 'XXXX' : pad(year, 4));

/** The latest day of that weekday up to `from`. */
export const weekdayUpTo = (from: number, weekday: number): number => from - ((weekdayOf(from) - weekday + 7) % 7);

export const date = (value: string, how: string, more: Partial<Reading>): Reading => ({
  type: value.includes('T') ? 'TIME' : 'DATE',
  value,
  known: [],
  how,
  ...more,
});

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
