import { dayOf, daysInMonth, isoOfDay, pad, weekdayOf } from '../calendar';
import { directionOf } from '../direction';
import type { Match } from '../match';
import { valueOf, weekdayUpTo, yearText } from '../reading';
import { tellsOtherYear, yearOfWeekday } from '../weekdayYear';
import { apart, carried, fromBefore, type Read, reckoned, type Rule, rule, written, yearFromPublication, yearIn } from './rule';
import { timeOf } from './timeOfDay';

/** Single days, with or without a part or a time of day. */

interface Day {
  readonly value: string;
  readonly known: string;
  /** How it was reckoned from publication; empty where it stands for itself. */
  readonly how: string;
  readonly doubt?: boolean;
}

const weekdayNames = 'Mon Tues Wednes Thurs Fri Satur Sun'.split(' ');

/**
 * Month and day without a year: the latest one that is at most 90 days ahead of publication (right for 96 % in news).
 * What is told as past keeps 45 of them, so that a slip of the month can be told.
 */
export function nearestYear(m: Match, month: number, day: number): number {
  const { year } = m.civil;
  const latest = m.today + (m.has('last') ? -1 : (horizon[directionOf(m, 'far') + 1] ?? 0));
  return [year + 1, year].find((candidate) => dayOf(candidate, month, day) <= latest) ?? year - 1;
}

const horizon = [45, 90, 200];

/** No list of days is followed further than that many words. */
export const longestList = 24;

export const dayWithMonth = (year: number, month: number, day: number): string => `${yearText(year)}-${pad(month)}-${pad(day)}`;

function calendarDay(m: Match): Day | undefined {
  const at = m.index('month');
  const month = m.value(at);
  const spot = [at + 1, at - 1, at - 2].find((i) => i >= m.from && i < m.to && m.is(i, 'dd nth ordinal'));
  const day = m.value(spot ?? -1);
  const year = yearIn(m) || yearBeyond(m);
  if (!(day >= 1 && day <= daysInMonth(year || 2000, month))) return undefined;
  const known = m.has('weekday wd') ? 'mdw' : 'md';
  if (year > 0) return { value: dayWithMonth(year, month, day), known: `y${known}`, how: '' };
  const nearest = nearestYear(m, month, day);
  const other = m.context.year;
  // Where the text has just named another year, the day may be one of that year; its weekday tells.
  const doubt = other !== undefined && m.from - other.at < 80 && other.year !== nearest;
  const named = m.weekday;
  const is = (candidate: number) => weekdayOf(dayOf(candidate, month, day)) === named;
  if (doubt && named > 0 && is(other.year) && !is(nearest))
    return { value: dayWithMonth(other.year, month, day), known, how: yearFromPublication, doubt };
  const { prose } = m.tokens;
  // Every year has a birthday.
  const born = /\bborn(?: on)? $/i.test(prose.slice(Math.max(0, m.start - 9), m.start));
  if (!(named > 0)) return { value: dayWithMonth(nearest, month, day), known, how: yearFromPublication, doubt: doubt || born };
  const chosen = yearOfWeekday(
    { nearest, published: m.today, month, day, weekday: named },
    tellsOtherYear(prose.slice(Math.max(0, m.start - 200), m.start)),
  );
  return { value: dayWithMonth(chosen.year, month, day), known, how: yearFromPublication, doubt: doubt || chosen.doubt || born };
}

function weekday(m: Match): Day {
  const number = m.weekday;
  const { today } = m;
  const upTo = weekdayUpTo(today, number);
  let day = upTo;
  let [which, side] = ['latest', 'up to'];
  if (m.has('last past prev')) {
    if (upTo === today) day -= 7;
    [which, side] = ['last', 'before'];
  } else if (m.has('next coming') || (upTo !== today && (m.has('this') || directionOf(m, 'near') > 0))) {
    day += 7;
    [which, side] = ['first', 'after'];
  }
  const how = `the ${which} ${weekdayNames[number - 1] ?? ''}day ${side} publication`;
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

export const readDay: Read = (m) => {
  const day = dayOfMatch(m);
  const time = timeOf(m);
  if (!day || time === undefined) return undefined;
  const known = /\d/.test(time) ? `${day.known}t` : day.known;
  if (day.how === '') return written(day.value + time, known);
  const reading = reckoned(m, day.value + time, day.how, known);
  return day.doubt ? { ...reading, doubt: true } : reading;
};

/** The year at the end of a phrase with several days: "April 3-5, 2023"; else 0. */
export function yearBeyond(m: Match): number {
  if (!m.next('comma dash to and or')) return 0;
  for (let i = m.to; i < m.to + longestList; i++) {
    if (m.is(i, 'yyyy')) return m.is(i - 1, 'dd nth comma month') && m.is(i - 2, 'dd nth month and to dash') ? m.value(i) : 0;
    if (!m.is(i, 'comma dash to and or the dd nth weekday wd month')) return 0;
  }
  return 0;
}

/** "the previous Friday", counted from the date named before. */
const readOtherWeekday: Read = (m) => {
  const base = m.context.reference?.day ?? m.today;
  return carried(valueOf('day', weekdayUpTo(m.has('prev') ? base - 1 : base + 7, m.number('weekday'))), fromBefore);
};

/** "the Today programme", "USA Today": a capital that neither a sentence nor a headline gives. */
const isName = (m: Match): boolean => /^([a-z]+|[A-Z]{2,}) [TY][a-z]/.test(`${m.word(m.from - 1)} ${m.word(m.from)}`);

export const dayRules: readonly Rule[] = [
  rule('MOD? (RELATIVE|past|coming|this coming|this past)? weekday (MOD? daypart|noon)?', readDay),
  rule('the (prev|following) weekday', readOtherWeekday),
  rule('MOD daypart (on|of)? (RELATIVE|past|coming)? weekday', readDay),
  rule('(MOD|er)? deictic (MOD? daypart|noon)?', (m) => (isName(m) ? undefined : readDay(m))),
  rule('(MOD dash? daypart|noon|the unit (before|after)) deictic', readDay),
  // "an overnight success", "the overnight shift"
  rule('tonight', (m) => (m.prev('a') || /^shift/i.test(m.word(m.to)) ? undefined : readDay(m))),
  rule('(MOD|er)? (this|last) daypart', readDay),
  rule('the? MOD? daypart of (DATED|weekday|deictic)', readDay),
  rule('(MOD|the MOD?) daypart', (m) =>
    m.prev('in by during at for on after') && !m.next('other of before after') ? readDay(m) : undefined,
  ),
];
