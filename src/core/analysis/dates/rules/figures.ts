import { dayOf, daysInMonth, weekdayOf } from '../calendar';
import type { Match } from '../match';
import { dayWithMonth, nearestYear } from './day';
import { type Read, reckoned, type Rule, rule, written, yearFromPublication } from './rule';
import { timeOf } from './timeOfDay';

/** Dates in figures: "2024-05-03", "4/17/2023", "11/8", "16-JUL-2020". */

const readIso: Read = (m) => {
  const value = m.text('iso');
  return written(value, value.includes('T') ? 'ymdt' : 'ymd');
};

/** Month and day of two figures: the outlet's order where its country is known, else month first; `open` where both would do. */
function inOrder(m: Match, first: number, second: number, year: number, dotted = false) {
  const { dayFirst } = m.context;
  const both = first <= 12 && second <= 12 && !dotted;
  const [month, day] = dotted || first > 12 || (both && dayFirst) ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { month, day, open: both && first !== second && dayFirst === undefined };
}

const fullYear = (year: number): number => (year > 99 ? year : year + (year < 50 ? 2000 : 1900));

const readSlashed: Read = (m) => {
  const text = m.text('slashed');
  const dotted = text.includes('.');
  const [first = 0, second = 0, last = 0] = text.split(/[/.]/).map(Number);
  const year = fullYear(last);
  const date = inOrder(m, first, second, year, dotted);
  if (!date || (dotted && last < 100)) return undefined;
  return written(dayWithMonth(year, date.month, date.day), 'ymd', date.open ? 'read as month/day/year' : undefined);
};

/** "11/8" */
const readMonthDay: Read = (m) => {
  const text = m.word(m.to - 1);
  // The day of the attacks goes by its figures.
  if (text === '9/11' && !m.context.dayFirst) return written('2001-09-11');
  const range = (m.prev('to dash') && m.is(m.from - 2, 'md')) || (m.next('to dash') && m.is(m.to + 1, 'md') && m.prev('from'));
  if (!(m.has('weekday wd') || m.prev('on by since') || range) || m.next('of') || text === '24/7') return undefined;
  const [first = 0, second = 0] = text.split('/').map(Number);
  const date = inOrder(m, first, second, 2000);
  if (!date) return undefined;
  let { month, day, open } = date;
  const weekday = m.weekday;
  const fits = (mo: number, d: number) => weekdayOf(dayOf(nearestYear(m, mo, d), mo, d)) === weekday;
  // Of two ways the weekday fits one.
  if (open && weekday > 0 && fits(month, day) !== fits(day, month)) {
    if (fits(day, month)) [month, day] = [day, month];
    open = false;
  }
  const reading = reckoned(m, dayWithMonth(nearestYear(m, month, day), month, day), open ? 'read as month/day' : yearFromPublication, 'md');
  return open ? { ...reading, doubt: true } : reading;
};

/** "16-JUL-2020" */
const readNamedMonth: Read = (m) => {
  const month = m.number('month');
  const [first = 0, last = 0] = [m.from, m.from + 2, m.from + 4].filter((i) => m.is(i, 'dd int yyyy')).map((i) => m.value(i));
  const [day, figures] = m.is(m.from, 'yyyy') ? [last, first] : [first, last];
  const year = fullYear(figures);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const time = timeOf(m) ?? '';
  return written(dayWithMonth(year, month, day) + time, time === '' ? 'ymd' : 'ymdt');
};

export const figureRules: readonly Rule[] = [
  rule('iso', readIso),
  rule('slashed', readSlashed),
  rule('(WD comma?)? (md|frac)', readMonthDay),
  rule('dd (dash month dash|slash month slash) (yyyy|dd|int) TIME?', readNamedMonth),
  rule('(yyyy dash month dash dd|month dash dd dash yyyy) TIME?', readNamedMonth),
];
