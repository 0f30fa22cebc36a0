import { civilOf, dayOf, isoOfDay, weekdayOf } from './calendar';
import type { DateExpression } from '../model';

/** Dates in words, for cards, messages and trees. */

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** 1 (Monday) to 7. */
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? '';
/** 1 to 12. */
export const monthName = (month: number): string => monthNames[month - 1] ?? '';

export const countOf = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "17 April 2023" */
export function dayInWords(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${date} ${monthName(month)} ${year}`;
}

/** The day of an ISO date or date-time, since 1970-01-01, as it is written there; undefined where it is none. */
export function publicationDay(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoOfDay(day) === match[0] ? day : undefined;
}

/** A date expression in words; `distance` is there where both the days meant and the publication date are known. */
export interface DateWording {
  /** "Sunday, 16 April 2023", "1 March 2023 to 31 March 2023", "4 days", "now". */
  readonly when: string;
  /** "3 days before publication", "the day of publication", "ends 17 days before publication". */
  readonly distance?: string;
}

const references: ReadonlyMap<string, string> = new Map(
  Object.entries({ PRESENT_REF: 'now', PAST_REF: 'in the past', FUTURE_REF: 'in the future' }),
);
const unitNames: ReadonlyMap<string, string> = new Map(
  Object.entries({ Y: 'year', Q: 'quarter', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second' }),
);

/**
 * Says a date expression in words: weekday and day or the days from and to, and how far that is from publication
 * (an ISO date or date-time, of which the day counts). Values that name no days are said as lengths, repeated times
 * or references; a value it does not know is returned as it stands.
 */
export function describeDate(date: Pick<DateExpression, 'type' | 'value' | 'firstDay' | 'lastDay'>, published?: string): DateWording {
  const { firstDay, lastDay, value, type } = date;
  if (type === 'SET') return { when: value.startsWith('P') ? `every ${durationInWords(value).replace(/^1 /, '')}` : value };
  if (type === 'DURATION') return { when: durationInWords(value) };
  if (firstDay === undefined || lastDay === undefined) return { when: references.get(value) ?? undatedInWords(value) ?? value };
  const when =
    firstDay === lastDay
      ? `${weekdayName(weekdayOf(firstDay))}, ${dayInWords(firstDay)}`
      : `${dayInWords(firstDay)} to ${dayInWords(lastDay)}`;
  const day = publicationDay(published);
  return day === undefined ? { when } : { when, distance: distanceInWords(firstDay, lastDay, day) };
}

/** What is known of a day whose year nobody knows. */
function undatedInWords(value: string): string | undefined {
  if (!value.startsWith('XXXX')) return undefined;
  const [, weekday] = /^XXXX-WXX-([1-7])/.exec(value) ?? [];
  if (weekday !== undefined) return `a ${weekdayName(Number(weekday))}`;
  const [, month, day] = /^XXXX-(\d\d)(?:-(\d\d))?/.exec(value) ?? [];
  const name = monthName(Number(month ?? 0));
  if (name === '') return 'a time that is not known';
  return `${day === undefined ? '' : `${Number(day)} `}${name} of an unknown year`;
}

function distanceInWords(firstDay: number, lastDay: number, published: number): string {
  const single = firstDay === lastDay;
  if (lastDay < published) return `${single ? '' : 'ends '}${countOf(published - lastDay, 'day')} before publication`;
  if (firstDay > published) return `${single ? '' : 'begins '}${countOf(firstDay - published, 'day')} after publication`;
  return single ? 'the day of publication' : 'around the day of publication';
}

function durationInWords(value: string): string {
  const [date = '', time = ''] = value.slice(1).split('T');
  const parts = [
    ...[...date.matchAll(/([\d.]+|X)([YQMWD])/g)].map(([, count = '', unit = '']) => [count, unitNames.get(unit) ?? ''] as const),
    ...[...time.matchAll(/([\d.]+|X)([HMS])/g)].map(
      ([, count = '', unit = '']) => [count, unit === 'M' ? 'minute' : (unitNames.get(unit) ?? '')] as const,
    ),
  ];
  if (parts.length === 0) return value;
  return parts.map(([count, unit]) => (count === 'X' ? `some ${unit}s` : countOf(Number(count), unit))).join(' ');
}

/** True where both expressions mean one and the same single day. */
export function isSameDay(a: Pick<DateExpression, 'firstDay' | 'lastDay'>, b: Pick<DateExpression, 'firstDay' | 'lastDay'>): boolean {
  return a.firstDay !== undefined && a.firstDay === a.lastDay && a.firstDay === b.firstDay && a.firstDay === b.lastDay;
}

/**
 * The publication day that would fit an undated article of a story: the one most of its dated siblings share, the
 * earliest of several; undefined where none is dated. `published`: the siblings' ISO dates or date-times. A proposal
 * for a person to accept, never a fact.
 */
export function siblingDate(published: readonly (string | undefined)[]): { readonly value: string; readonly siblings: number } | undefined {
  const counts = new Map<number, number>();
  for (const value of published) {
    const day = publicationDay(value);
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, some], [b, others]) => others - some || a - b);
  return best && { value: isoOfDay(best[0]), siblings: best[1] };
}
