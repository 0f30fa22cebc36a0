import { civilOf, dayOf, daysInMonth, isoOfDay, pad } from '../calendar';
import type { Match } from '../match';
import { weekdayUpTo, yearText } from '../reading';
import { carried, type Read, reckoned, type Rule, rule, written, yearIn } from './rule';

/** Single days, with or without a part or a time of day. */

interface Day {
  readonly value: string;
  readonly known: string;
  /** How it was reckoned from publication; undefined where it stands for itself. */
  readonly how?: string;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Month and day without a year: the latest one that is at most 90 days ahead of publication (right for 96 % in news). */
export function nearestYear(m: Match, month: number, day: number): number | undefined {
  const { published } = m.context;
  if (published === undefined || !m.published) return undefined;
  const { year } = m.published;
  const latest = published + (m.has('last') ? -1 : m.ahead('far') ? 200 : 90);
  return [year + 1, year].find((candidate) => dayOf(candidate, month, day) <= latest) ?? year - 1;
}

function calendarDay(m: Match): Day | undefined {
  const at = m.index('month');
  const month = m.value(at);
  const spot = [at + 1, at - 1, at - 2].find((i) => i >= m.from && i < m.to && m.is(i, 'dd', 'nth', 'ordinal'));
  const day = spot === undefined ? 0 : m.value(spot);
  const year = yearIn(m) ?? yearBeyond(m);
  if (day < 1 || day > daysInMonth(year ?? 2000, month)) return undefined;
  return {
    value: `${yearText(year ?? nearestYear(m, month, day))}-${pad(month)}-${pad(day)}`,
    known: (year === undefined ? 'md' : 'ymd') + (m.has('weekday', 'wd') ? 'w' : ''),
    ...(year === undefined && { how: 'month and day as written, the year from the publication date' }),
  };
}

function weekday(m: Match): Day {
  const number = m.number('weekday') ?? m.number('wd') ?? 0;
  const name = weekdayNames[number - 1] ?? '';
  const { published } = m.context;
  if (published === undefined) return { value: `XXXX-WXX-${number}`, known: 'w', how: '' };
  const upTo = weekdayUpTo(published, number);
  if (m.has('last', 'past', 'prev'))
    return { value: isoOfDay(upTo === published ? upTo - 7 : upTo), known: 'w', how: `the last ${name} before publication` };
  if (m.has('next', 'coming') || (upTo !== published && (m.has('this') || m.ahead('near'))))
    return { value: isoOfDay(upTo + 7), known: 'w', how: `the first ${name} after publication` };
  return { value: isoOfDay(upTo), known: 'w', how: `the latest ${name} up to publication` };
}

function dayOfMatch(m: Match): Day | undefined {
  if (m.has('month')) return calendarDay(m);
  if (m.has('weekday', 'wd')) return weekday(m);
  const offset = m.number('deictic') ?? (m.has('last') ? -1 : 0);
  return { value: m.away('day', offset), known: '', how: `the day ${['before', 'of', 'after'][offset + 1] ?? ''} publication` };
}

/** "T22:00", "TNI", or nothing; undefined where the words are no time of day. */
function timeOf(m: Match): string | undefined {
  if (m.has('noon')) return m.text('noon');
  if (m.has('tonight')) return 'TNI';
  const clock = m.text('clock');
  const half = m.text('ampm');
  const zone = m.index('zone');
  const part = m.text('daypart');
  if (clock === undefined && half === undefined && zone < 0 && !(part !== undefined && m.is(m.from, 'dd')))
    return part === undefined ? '' : `T${part}`;
  let hour: number;
  let rest = ':00';
  if (clock !== undefined) {
    // Without a.m., p.m. or a zone, "10.30" is a number.
    if (clock.endsWith('.') && half === undefined && zone < 0) return undefined;
    hour = Number(clock.slice(1, 3));
    rest = clock.slice(3).replace('.', '');
  } else if (half === undefined && zone >= 0) {
    // "1430 GMT"
    const number = m.value(zone - 1);
    if (m.word(zone - 1).length !== 4 || number % 100 > 59) return undefined;
    hour = Math.floor(number / 100);
    rest = `:${pad(number % 100)}`;
  } else hour = m.value(half === undefined ? m.from : m.index('ampm') - 1);
  if (hour > (half === undefined ? 24 : 12)) return undefined;
  if ((half === 'pm' || (half !== 'am' && /AF|EV|NI/.test(part ?? ''))) && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  return `T${pad(hour)}${rest}${zone >= 0 && /^(gmt|utc)$/i.test(m.word(zone)) ? 'Z' : ''}`;
}

export const readDay: Read = (m) => {
  const day = dayOfMatch(m);
  const time = timeOf(m);
  if (day === undefined || time === undefined) return undefined;
  const known = /\d/.test(time) ? `${day.known}t` : day.known;
  return day.how === undefined ? written(day.value + time, known) : reckoned(m, day.value + time, day.how, known);
};

/** A time of day alone; a number needs a sign that it is one. */
const readClock: Read = (m) => {
  const led = m.prevIs('at', 'by', 'from', 'since', 'after', 'before', 'about', 'to');
  if ((m.prevIs('open') && !m.has('weekday', 'month')) || (!led && !m.has('ampm', 'zone', 'weekday', 'deictic', 'month'))) return undefined;
  return readDay(m);
};

/** The other end of "April 3-5" and "3 to 5 April", or one more of "April 24 and 25". */
const readOtherDay: Read = (m) => {
  const joins = ['dash', 'to', 'and', 'or'] as const;
  const after = m.is(m.from - 1, ...joins) && m.is(m.from - 2, 'dd', 'nth') && m.is(m.from - 3, 'month');
  const before = m.is(m.to, ...joins) && m.is(m.to + 1, 'dd', 'nth') && m.is(m.to + 2, 'month');
  if ((!after && !before) || m.nextIs('percent', 'units', 'unit') || m.prevIs('money')) return undefined;
  const month = m.value(after ? m.from - 3 : m.to + 2);
  const day = m.value(m.from);
  if (day > daysInMonth(2000, month)) return undefined;
  const year = yearIn(m) ?? yearBeyond(m) ?? (after ? civilOf(m.context.reference?.day ?? 0).year : nearestYear(m, month, day));
  return carried(
    m,
    `${yearText(m.context.reference || !after ? year : undefined)}-${pad(month)}-${pad(day)}`,
    'the month as in the same phrase',
  );
};

/** The year at the end of a phrase with two days: "April 3-5, 2023". */
function yearBeyond(m: Match): number | undefined {
  if (!m.is(m.to, 'dash', 'to', 'and', 'or') || !m.is(m.to + 1, 'dd', 'nth')) return undefined;
  return [m.to + 2, m.to + 3].filter((i) => m.is(i, 'yyyy') && m.is(i - 1, 'dd', 'nth', 'comma', 'month')).map((i) => m.value(i))[0];
}

/** "the previous Friday", counted from the date named before. */
const readOtherWeekday: Read = (m) => {
  const base = m.context.reference?.day ?? m.context.published;
  if (base === undefined) return undefined;
  const weekday = m.number('weekday') ?? 0;
  const day = m.has('prev') ? weekdayUpTo(base - 1, weekday) : weekdayUpTo(base + 7, weekday);
  return carried(m, isoOfDay(day), 'counted from the date named before');
};

export const dayRules: readonly Rule[] = [
  rule('MOD? (last|next|this|past|coming|this coming|this past)? weekday (MOD? daypart|noon)?', readDay),
  rule('the (prev|following) weekday', readOtherWeekday),
  rule('(noon|MOD daypart) (on|of)? (last|next|this|past|coming)? weekday', readDay),
  rule('(MOD|er)? deictic (MOD? daypart|noon)?', readDay),
  rule('(MOD dash? daypart|noon) deictic', readDay),
  rule('(dd|nth) (comma? yyyy)?', readOtherDay),
  rule('tonight', readDay),
  rule('(MOD|er)? (this|last) daypart', readDay),
  rule('weekday comma? at (clock|dd) (ampm|ampm zone|zone)', readDay),
  rule('CLOCK (comma? (on|of)? (weekday|deictic|(WD comma?)? month (dd|nth) (comma? yyyy)?|(WD comma?)? dd month yyyy?))?', readClock),
  rule('noon', readClock),
  rule('(clock|dd) in the daypart', readDay),
];
