import { civilOf, dayOf, daysInMonth, isoOfDay, pad } from '../calendar';
import type { Match } from '../match';
import { valueOf, weekdayUpTo, yearText } from '../reading';
import { apart, carried, fromBefore, type Read, reckoned, type Rule, rule, written, yearFromPublication, yearIn } from './rule';

/** Single days, with or without a part or a time of day. */

interface Day {
  readonly value: string;
  readonly known: string;
  /** How it was reckoned from publication; empty where it stands for itself. */
  readonly how: string;
}

const weekdayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** Month and day without a year: the latest one that is at most 90 days ahead of publication (right for 96 % in news). */
export function nearestYear(m: Match, month: number, day: number): number {
  const { year } = m.civil;
  const latest = m.today + (m.has('last') ? -1 : m.ahead('far') ? 200 : 90);
  return [year + 1, year].find((candidate) => dayOf(candidate, month, day) <= latest) ?? year - 1;
}

const monthDay = (year: number, month: number, day: number): string => `${yearText(year)}-${pad(month)}-${pad(day)}`;

function calendarDay(m: Match): Day | undefined {
  const at = m.index('month');
  const month = m.value(at);
  const spot = [at + 1, at - 1, at - 2].find((i) => i >= m.from && i < m.to && m.is(i, 'dd nth ordinal'));
  const day = m.value(spot ?? -1);
  const year = yearIn(m) || yearBeyond(m);
  if (!(day >= 1 && day <= daysInMonth(year || 2000, month))) return undefined;
  const known = m.has('weekday wd') ? 'mdw' : 'md';
  return year > 0
    ? { value: monthDay(year, month, day), known: `y${known}`, how: '' }
    : {
        value: monthDay(nearestYear(m, month, day), month, day),
        known,
        how: yearFromPublication,
      };
}

function weekday(m: Match): Day {
  const number = m.number('weekday') || m.number('wd');
  const name = weekdayNames[number - 1] ?? '';
  const { today } = m;
  const upTo = weekdayUpTo(today, number);
  let day = upTo;
  let how = `the latest ${name} up to publication`;
  if (m.has('last past prev')) {
    if (upTo === today) day -= 7;
    how = `the last ${name} before publication`;
  } else if (m.has('next coming') || (upTo !== today && (m.has('this') || m.ahead('near')))) {
    day += 7;
    how = `the first ${name} after publication`;
  }
  return { value: isNaN(day) ? `XXXX-WXX-${number}` : isoOfDay(day), known: 'w', how };
}

function dayOfMatch(m: Match): Day | undefined {
  if (m.has('month')) return calendarDay(m);
  if (m.has('weekday wd')) return weekday(m);
  const offset = m.number('deictic') + (m.has('last before') ? -1 : m.has('after') ? 1 : 0);
  return {
    value: m.away('day', offset),
    known: '',
    how: `${offset === 0 ? 'the day of ' : apart(offset, 'day')}publication`,
  };
}

/** "T22:00", "TNI", or nothing; undefined where the words are no time of day. */
function timeOf(m: Match): string | undefined {
  if (m.has('noon')) return m.text('noon');
  if (m.has('tonight')) return 'TNI';
  const clock = m.text('clock');
  const half = m.text('ampm');
  const part = m.text('daypart');
  const zone = m.index('zone');
  const marked = half !== '' || zone >= 0;
  let hour;
  let rest = ':00';
  if (clock !== '') {
    // Without a.m., p.m. or a zone, "10.30" is a number.
    if (clock.endsWith('.') && !marked) return undefined;
    hour = Number(clock.slice(1, 3));
    rest = clock.slice(3).replace('.', '');
  } else if (half !== '') hour = m.value(m.index('ampm') - 1);
  else if (zone >= 0) {
    // "1430 GMT"
    const number = m.value(zone - 1);
    if (m.word(zone - 1).length !== 4 || number % 100 > 59) return undefined;
    hour = Math.floor(number / 100);
    rest = `:${pad(number % 100)}`;
  } else return part && `T${part}`;
  if (hour > (half === '' ? 24 : 12)) return undefined;
  if (hour < 12 && (half === 'pm' || (half !== 'am' && /AF|EV|NI/.test(part)))) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  return `T${pad(hour)}${rest}${zone >= 0 && /^(gmt|utc)$/i.test(m.word(zone)) ? 'Z' : ''}`;
}

export const readDay: Read = (m) => {
  const day = dayOfMatch(m);
  const time = timeOf(m);
  if (!day || time === undefined) return undefined;
  const known = /\d/.test(time) ? `${day.known}t` : day.known;
  return day.how === '' ? written(day.value + time, known) : reckoned(m, day.value + time, day.how, known);
};

/** A time of day alone; a number needs a sign that it is one. */
const readClock: Read = (m) => {
  const led = m.prev('at by from since after before about to');
  if (m.prev('open') && !m.has('weekday month')) return undefined;
  return led || m.has('ampm zone weekday deictic month') ? readDay(m) : undefined;
};

/** The other end of "April 3-5" and "3 to 5 April", or one more of "April 24 and 25". */
const readOtherDay: Read = (m) => {
  const joins = 'dash to and or';
  const after = m.prev(joins) && m.is(m.from - 2, 'dd nth') && m.is(m.from - 3, 'month');
  const before = m.next(joins) && m.is(m.to + 1, 'dd nth') && m.is(m.to + 2, 'month');
  if ((!after && !before) || m.next('percent units unit') || m.prev('money')) return undefined;
  const month = m.value(after ? m.from - 3 : m.to + 2);
  const day = m.value(m.from);
  if (day > daysInMonth(2000, month)) return undefined;
  const year = yearIn(m) || yearBeyond(m) || (after ? civilOf(m.context.reference?.day ?? NaN).year : nearestYear(m, month, day));
  return carried(monthDay(year, month, day), 'the month from the same phrase');
};

/** The year at the end of a phrase with two days: "April 3-5, 2023"; else 0. */
function yearBeyond(m: Match): number {
  if (!m.next('dash to and or') || !m.is(m.to + 1, 'dd nth')) return 0;
  const at = [m.to + 2, m.to + 3].find((i) => m.is(i, 'yyyy') && m.is(i - 1, 'dd nth comma month'));
  return at === undefined ? 0 : m.value(at);
}

/** "the previous Friday", counted from the date named before. */
const readOtherWeekday: Read = (m) => {
  const base = m.context.reference?.day ?? m.today;
  return carried(valueOf('day', weekdayUpTo(m.has('prev') ? base - 1 : base + 7, m.number('weekday'))), fromBefore);
};

export const dayRules: readonly Rule[] = [
  rule('MOD? (RELATIVE|past|coming|this coming|this past)? weekday (MOD? daypart|noon)?', readDay),
  rule('the (prev|following) weekday', readOtherWeekday),
  rule('MOD daypart (on|of)? (RELATIVE|past|coming)? weekday', readDay),
  rule('(MOD|er)? deictic (MOD? daypart|noon)?', readDay),
  rule('(MOD dash? daypart|noon) deictic', readDay),
  rule('DAY (comma? yyyy)?', readOtherDay),
  rule('tonight', readDay),
  rule('(MOD|er)? (this|last) daypart', readDay),
  rule('weekday comma? at (clock|dd) (ampm|ampm zone|zone)', readDay),
  rule('CLOCK (comma? (on|of)? (weekday|deictic|(WD comma?)? month DAY (comma? yyyy)?|(WD comma?)? dd month yyyy?))?', readClock),
  rule('the unit (before|after) deictic', readDay),
];
