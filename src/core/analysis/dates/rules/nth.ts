import { civilOf, dayOf, daysInMonth, weekdayOf } from '../calendar';
import { directionOf } from '../direction';
import type { Match } from '../match';
import { type Reading, valueOf } from '../reading';
import { nearestYear } from './day';
import { type Read, reckoned, type Rule, rule, written, yearIn } from './rule';

/** Days and weeks by their number in a month, and weeks by one of their days. */

/** First and last day of the month or year that the words after "of" name; NaN where publication is unknown. */
function stretchOf(m: Match): readonly [first: number, last: number] | undefined {
  const year = yearIn(m);
  const month = m.number('month');
  const now = m.civil;
  const direction = m.has('next') ? 1 : m.is(m.to - 2, 'last') ? -1 : 0;
  const unit = m.is(m.to - 1, 'unit') ? m.tokens.values[m.to - 1] : '';
  const months = (y: number, first: number, count = 1) => [dayOf(y, first, 1), dayOf(y, first + count, 1) - 1] as const;
  if (month > 0) {
    if (year > 0 || unit !== '') return months(year || now.year + direction, month);
    // Past, or soon where nothing says otherwise.
    const latest = m.today + ([0, 60, 330][directionOf(m, 'far') + 1] ?? 0);
    return months([now.year + 1, now.year].find((y) => dayOf(y, month, 1) <= latest) ?? now.year - 1, month);
  }
  if (year > 0) return months(year, 1, 12);
  if (unit === 'year') return months(now.year + direction, 1, 12);
  if (unit !== 'month') return undefined;
  // "the last Friday of the month": of the month just named, else of publication's
  const { reference } = m.context;
  const base = direction === 0 && reference?.unit === 'month' ? civilOf(reference.day) : now;
  return months(base.year, base.month + direction);
}

const give = (m: Match, value: string): Reading => (yearIn(m) > 0 ? written(value, 'ym', byNumber) : reckoned(m, value, byNumber));
const byNumber = 'by its number in the month';

/** "the first Monday of May", "the last day of the year", "the second week of June", "the first weekend in May" */
const readNth: Read = (m) => {
  const stretch = stretchOf(m);
  const weekend = m.has('weekend');
  // "the 31st of this month"
  const date = m.is(m.from + 1, 'nth') && m.is(m.from + 2, 'of');
  const weekday = weekend ? 6 : m.number('weekday');
  const days = date || (weekday === 0 && m.says('day'));
  const weeks = weekday === 0 && m.says('week');
  if (!stretch || m.prev('every') || !(weekday > 0 || days || weeks)) return undefined;
  const [first, last] = stretch;
  const n = number(m);
  const back = n === 0;
  let day;
  if (days) day = back ? last : first + n - 1;
  // The week that has most of its days there.
  else if (weeks) day = back ? last - 3 : first + n * 7 - 4;
  else day = back ? last - ((weekdayOf(last) - weekday + 7) % 7) : first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  if (day > last) return undefined;
  if (weekend) return give(m, `${valueOf('week', day)}-WE`);
  return give(m, weeks ? valueOf('week', day) : isNaN(day) && !days ? `XXXX-WXX-${weekday}` : valueOf('day', day));
};

/** 0 for "the last". */
const number = (m: Match): number => (m.is(m.from, 'last') || m.is(m.from + 1, 'last') ? 0 : m.number('ordinal') || m.number('nth'));

const weekJoints = /ing$|^ended$/i;

/** "the week of September 30th", "the week beginning 27 May", "the week of the 27th" */
const readWeekOf: Read = (m) => {
  const joint = m.index('unit') + 1;
  if (m.text('unit') !== 'week' || (m.is(joint, 'edge will ed other') && !weekJoints.test(m.word(joint)))) return undefined;
  const month = m.number('month');
  const day = m.number('dd') || m.number('nth') || m.number('ordinal');
  const year = yearIn(m);
  if (month > 0 && day > daysInMonth(2000, month)) return undefined;
  const resolved = month > 0 ? dayOf(year || nearestYear(m, month, day), month, day) : nearestDayOfMonth(m, day);
  return year > 0
    ? written(valueOf('week', resolved), 'ymd', weekOf)
    : reckoned(m, valueOf('week', resolved), weekOf, month > 0 ? 'md' : 'd');
};
const weekOf = 'the week of that day';

/** "the 23rd", "Thu 23rd": the nearest such day of publication's month, the one before or the one after; the weekday decides. */
function nearestDayOfMonth(m: Match, day: number): number {
  if (isNaN(m.today)) return NaN;
  const { year, month } = m.civil;
  const weekday = m.weekday;
  const ahead = directionOf(m, 'near');
  const days = [-1, 0, 1].filter((by) => day <= daysInMonth(year, month + by)).map((by) => dayOf(year, month + by, day));
  const fits = days.filter((candidate) => weekday === 0 || weekdayOf(candidate) === weekday);
  const cost = (candidate: number) => Math.abs(candidate - m.today) + (ahead * (candidate - m.today) < 0 ? 60 : 0);
  return (fits.length > 0 ? fits : days).sort((a, b) => cost(a) - cost(b))[0] ?? NaN;
}

const readDayOfMonth: Read = (m) => {
  const day = m.number('nth') || m.number('dd');
  const weekday = m.weekday;
  const stands = m.to >= m.tokens.marks.length || m.next('stop break comma close and or dash at in to from by');
  if (day > 31 || day < 1 || m.next('of')) return undefined;
  if (weekday === 0 && !(m.prev('on by since from') && (stands || m.next('did ed will')))) return undefined;
  const found = nearestDayOfMonth(m, day);
  // "Monday 20 people died": figures count only where the weekday fits and nothing is counted.
  if (m.has('dd') && (isNaN(found) || weekdayOf(found) !== weekday || !stands)) return undefined;
  const value = isNaN(found) && weekday > 0 ? `XXXX-WXX-${weekday}` : valueOf('day', found);
  return reckoned(m, value, 'the month from the publication date', weekday > 0 ? 'w' : '');
};

const OF = '(of|in) (the? MOD? month (of|comma)? yyyy?|month RELATIVE unit|(the|this|last|next|that)? unit|yyyy|the unit yyyy)';

export const nthRules: readonly Rule[] = [
  rule(`the? (ordinal|nth|last) full? (weekday|unit|weekend) ${OF}`, readNth),
  rule('MOD? (the|a)? unit (of|edge|will|ed|other|to|from) (DATED|the nth)', readWeekOf),
  rule('WD comma? the? DAY', readDayOfMonth),
  rule('the? nth', readDayOfMonth),
  rule('the nth of (RELATIVE|the) unit', readNth),
];
