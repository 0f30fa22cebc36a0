import { daysInMonth, pad } from '../calendar';
import { yearText } from '../reading';
import { dayWithMonth, nearestYear } from './day';
import { type Read, reckoned, type Rule, rule, written, yearFromPublication } from './rule';
import { timeOf } from './timeOfDay';

/** Dates in figures: "2024-05-03", "4/17/2023", "11/8", "16-JUL-2020". */

const readIso: Read = (m) => {
  const value = m.text('iso');
  return written(value, value.includes('T') ? 'ymdt' : 'ymd');
};

const readSlashed: Read = (m) => {
  const text = m.text('slashed');
  const dotted = text.includes('.');
  const [first = 0, second = 0, last = 0] = text.split(/[/.]/).map(Number);
  const year = last > 99 ? last : last < 50 ? 2000 + last : 1900 + last;
  // American order unless it cannot be, or the signs are dots.
  const { dayFirst } = m.context;
  const [month, day] = dotted || first > 12 || (dayFirst === true && second <= 12) ? [second, first] : [first, second];
  if ((dotted && last < 100) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const open = dayFirst === undefined && !dotted && first <= 12 && second <= 12 && first !== second;
  return written(`${yearText(year)}-${pad(month)}-${pad(day)}`, 'ymd', open ? 'read as month/day/year' : undefined);
};

/** "11/8": day and month by the order of the outlet's country, month first where that is not known. */
const readMonthDay: Read = (m) => {
  const at = m.index('md') < 0 ? m.index('frac') : m.index('md');
  const text = m.word(at);
  const parts = text.split('/').map(Number);
  const { dayFirst } = m.context;
  // The day of the attacks goes by its figures.
  if (text === '9/11' && dayFirst !== true) return written('2001-09-11', '', 'the day of the attacks');
  const [first = 0, second = 0] = parts;
  const range = (m.prev('to dash') && m.is(m.from - 2, 'md')) || (m.next('to dash') && m.is(m.to + 1, 'md') && m.prev('from'));
  if (!(m.has('weekday wd') || m.prev('on by since') || range) || text === '24/7') return undefined;
  const [month, day] = first > 12 || (dayFirst === true && second <= 12) ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month)) return undefined;
  const open = dayFirst === undefined && first <= 12 && second <= 12 && first !== second;
  const reading = reckoned(m, dayWithMonth(nearestYear(m, month, day), month, day), open ? 'read as month/day' : yearFromPublication, 'md');
  return open ? { ...reading, doubt: true } : reading;
};

/** "16-JUL-2020" */
const readNamedMonth: Read = (m) => {
  const month = m.number('month');
  const figures = [m.from, m.from + 2, m.from + 4].filter((i) => m.is(i, 'dd int yyyy'));
  const [first = 0, last = 0] = figures.map((i) => m.value(i));
  const [day, two] = m.is(m.from, 'yyyy') ? [last, first] : [first, last];
  const year = two > 99 ? two : two < 50 ? 2000 + two : 1900 + two;
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
