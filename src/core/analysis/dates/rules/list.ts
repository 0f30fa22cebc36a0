import { civilOf, daysInMonth } from '../calendar';
import type { Match } from '../match';
import { dayWithMonth, longestList, nearestYear, yearBeyond } from './day';
import { carried, type Read, type Rule, rule, yearIn } from './rule';

/** Days that share a month with others: "April 3-5", "21, 22 and 23 May", "Monday 20, Tuesday 21 and Sunday 26 April". */

/** The month before a list of days that the match goes on, or -1. */
function monthBefore(m: Match): number {
  if (!m.prev('comma dash to and or')) return -1;
  for (let i = m.from - 1; i > m.from - longestList; i--) {
    if (m.is(i, 'month')) return m.is(i + 1, 'dd nth') ? i : -1;
    if (!m.is(i, 'comma dash to and or dd nth')) return -1;
  }
  return -1;
}

/** The month at the end of the list that the match begins, or -1. */
function monthAfter(m: Match): number {
  if (!m.next('comma dash to and or')) return -1;
  for (let i = m.to; i < m.to + longestList; i++) {
    if (m.is(i, 'month')) return m.is(i - 1, 'dd nth') ? i : -1;
    if (!m.is(i, 'comma dash to and or the dd nth weekday wd')) return -1;
  }
  return -1;
}

const readListedDay: Read = (m) => {
  const day = m.number('dd') || m.number('nth');
  const before = m.has('weekday wd') ? -1 : monthBefore(m);
  const after = monthAfter(m);
  const month = m.value(before >= 0 ? before : after);
  if (!(month > 0) || m.next('percent units unit ampm') || m.prev('money')) return undefined;
  // "On May 6, 40 boats sank."
  if (before >= 0 && m.prev('comma') && !m.next('comma and or dash stop break close')) return undefined;
  if (day > daysInMonth(2000, month)) return undefined;
  const reference = civilOf(m.context.reference?.day ?? NaN).year;
  const year = yearIn(m) || yearBeyond(m) || (before >= 0 ? reference : nearestYear(m, month, day));
  return carried(dayWithMonth(year, month, day), 'the month from the same phrase');
};

export const listRules: readonly Rule[] = [rule('(WD comma?)? DAY (comma? yyyy)?', readListedDay)];
