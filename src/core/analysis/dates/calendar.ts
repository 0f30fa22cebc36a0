/**
 * Day arithmetic in the proleptic Gregorian calendar, in whole days since 1970-01-01, weeks after ISO 8601. `Date`
 * serves in UTC only, so that no time zone of the machine can reach it. Years before 100 do not occur.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const dayLength = 86_400_000;
const floor = (dividend: number, divisor: number): number => Math.floor(dividend / divisor);

/** Days since 1970-01-01; months outside 1 to 12 carry over into the year. */
export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayLength;

export function civilOf(day: number): CivilDate {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

export const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** The ISO 8601 date of a day counted from 1970-01-01. */
export function isoOfDay(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

/** The ISO 8601 week of a day, as "2023-W16". */
export function isoWeekOfDay(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilOf(thursday);
  return `${pad(year, 4)}-W${pad(floor(thursday - dayOf(year, 1, 1), 7) + 1)}`;
}

/** The Monday of an ISO week. */
export function dayOfIsoWeek(year: number, week: number): number {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = floor(year, 100);
  const c = year % 100;
  const d = floor(b, 4);
  const f = floor(b + 8, 25);
  const g = floor(b - f + 1, 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * floor(c, 4) - h - (c % 4)) % 7;
  const m = floor(a + 11 * h + 22 * l, 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, floor(n, 31), (n % 31) + 1);
}

export interface DayInterval {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The first month of a season of TIMEX3, in the north; 0 where it is none. */
export const seasonStart = (season: string): number => 3 * (['SP', 'SU', 'FA', 'WI'].indexOf(season) + 1);

/** The days a TIMEX3 DATE or TIME value covers; undefined where it names none ("PAST_REF", "XXXX-04-30"). */
export function intervalOfValue(value: string): DayInterval | undefined {
  const slash = value.indexOf('/');
  if (slash > 0) {
    const from = intervalOfValue(value.slice(0, slash));
    const to = intervalOfValue(value.slice(slash + 1));
    return from && to && { firstDay: from.firstDay, lastDay: to.lastDay };
  }
  const match = /^(\d{2,4})X{0,2}(?:-(\d\d|Q\d|H\d|SP|SU|FA|WI|W\d\d)(?:-(\d\d|WE))?)?(?:-XX)*(?:T.*)?$/.exec(value);
  if (!match) return undefined;
  const [, digits = '', part, date] = match;
  const span = 10 ** (4 - digits.length);
  const year = Number(digits) * span;
  if (part === undefined) return { firstDay: dayOf(year, 1, 1), lastDay: dayOf(year + span, 1, 1) - 1 };
  if (part.startsWith('W') && part !== 'WI') {
    const monday = dayOfIsoWeek(year, Number(part.slice(1)));
    return { firstDay: date === 'WE' ? monday + 5 : monday, lastDay: monday + 6 };
  }
  const months = (first: number, count: number) => ({ firstDay: dayOf(year, first, 1), lastDay: dayOf(year, first + count, 1) - 1 });
  const season = seasonStart(part);
  if (season) return months(season, 3);
  if (part.startsWith('Q')) return months(Number(part.slice(1)) * 3 - 2, 3);
  if (part.startsWith('H')) return months(Number(part.slice(1)) * 6 - 5, 6);
  const month = Number(part);
  if (date === undefined) return months(month, 1);
  const day = dayOf(year, month, Number(date));
  return { firstDay: day, lastDay: day };
}
