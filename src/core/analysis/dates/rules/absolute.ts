import { dayOf, pad, seasonStart } from '../calendar';
import { directionOf } from '../direction';
import type { Match } from '../match';
import { type Reading, yearText } from '../reading';
import { readDay } from './day';
import { isOfMatch } from './sport';
import { isCapital, type Read, reckoned, type Rule, rule, spokenYear, written, yearFromPublication, yearIn } from './rule';

/** Dates that name a month, a year or a part of one. */

/** A value that begins with its year: the one the words give, else the one reckoned. */
const withYear = (m: Match, reckonedYear: number, rest: string, known = ''): Reading => {
  const year = yearIn(m);
  return year > 0 ? written(yearText(year) + rest, `y${known}`) : reckoned(m, yearText(reckonedYear) + rest, yearFromPublication, known);
};

// Months

const monthOfYear = (m: Match, year: number) => withYear(m, year, `-${pad(m.number('month'))}`, 'm');

const readMonthYear: Read = (m) => (yearIn(m) > 0 ? monthOfYear(m, 0) : undefined);

/** "October of that year" is of the one that the text has named last. */
const readMonthOfYear: Read = (m) =>
  m.says('year') ? monthOfYear(m, m.has('that') ? (m.context.year?.year ?? 0) : m.civil.year + m.direction) : undefined;

/** "last March" said in April of the same year means the year before: otherwise one says "in March". */
export const lastMonthIsYearBefore = (month: number, now: number): boolean => month < now && now - month <= 3;

const readLastMonthName: Read = (m) => {
  const { year, month: now } = m.civil;
  const month = m.number('month');
  if (m.direction < 0) return monthOfYear(m, month >= now || (m.has('last') && lastMonthIsYearBefore(month, now)) ? year - 1 : year);
  return monthOfYear(m, m.direction > 0 && month <= now ? year + 1 : year);
};

const readMonth: Read = (m) => {
  const month = m.number('month');
  if (m.to - m.from === 1 && !looksLikeMonth(m, month)) return undefined;
  const { year, month: now } = m.civil;
  const direction = directionOf(m, 'far');
  if (direction > 0) return monthOfYear(m, month >= now ? year : year + 1);
  // Past, or at most 45 days ahead (right for 88 % in news).
  const latest = m.today + (direction < 0 ? 0 : 45);
  return monthOfYear(m, [year + 1, year].find((candidate) => dayOf(candidate, month, 1) <= latest) ?? year - 1);
};

/** Not a first name, a verb or the first part of a name: May, March, April, Jan, Mar. */
function looksLikeMonth(m: Match, month: number): boolean {
  const joined = (at: number, beyond: number) => m.is(at, 'and or to dash comma by') && m.is(beyond, 'month');
  if (joined(m.from - 1, m.from - 2) || joined(m.to, m.to + 1)) return true;
  if (m.next('dash') || m.prev('dash')) return false;
  if (m.prev('in since during')) return true;
  const word = m.word(m.from);
  if (m.next('other') && isCapital(m.word(m.to))) return word.length > 4 && ![3, 4, 8].includes(month);
  if (m.prev('the a') && m.next('other ed')) return true;
  if (m.prev('by from of for after before at will ahead')) return true;
  if (month === 3 || month === 5) return false;
  return [4, 6, 8].includes(month) ? m.prev('and or to on') : word.length > 4 || word.endsWith('.');
}

// Years

const readYear: Read = (m) => {
  const year = m.number('yyyy');
  const { starts, ends } = m.tokens;
  const led = m.prev('in since by from of to after before during');
  if (!led && (year < 1900 || year > 2050)) return undefined;
  if (m.prev('money slash approx') || m.next('units percent unit num int')) return undefined;
  // A range of years is two years; "Windows-2000" and "2000-strong" are none.
  if (m.prev('dash') && !m.is(m.from - 2, 'yyyy dash')) return undefined;
  if (m.next('dash') && (!m.is(m.to + 1, 'yyyy yy dd int dash') || m.is(m.to + 2, 'dash'))) return undefined;
  // A name ("Orion 1980") or a model ("her 1987 Chevrolet").
  const named = m.prev('other') && isCapital(m.word(m.from - 1)) && starts[m.from] === (ends[m.from - 1] ?? 0) + 1;
  if (named && !m.next('stop comma close other break dash')) return undefined;
  if (m.prev('poss') && m.next('other') && isCapital(m.word(m.to))) return undefined;
  const reading = withYear(m, 0, '');
  // A year to come that nothing but its figures gives may be a number.
  return year > m.civil.year ? { ...reading, doubt: true } : reading;
};

const readNamedYear: Read = (m) => withYear(m, 0, '');

const readSpokenYear: Read = (m) => {
  const numbers = m.numbers(m.index('num'));
  return spokenYear(numbers) === 0 || (!m.has('the') && numbers[0] === 2) ? undefined : withYear(m, 0, '');
};

// Quarters, halves, seasons, decades, centuries

function yearOfQuarter(m: Match, quarter: number): number {
  const { year } = m.civil;
  if (m.says('year') && m.has('ago er')) return year - 1;
  if (m.says('year') && m.has('last this next')) return year + m.direction;
  const since = m.today - dayOf(year, quarter * 3 - 2, 1);
  const ahead = directionOf(m, 'far') > 0;
  if (ahead && since > 240) return year + 1;
  return since >= (ahead ? -100 : -10) ? year : year - 1;
}

const readQuarter: Read = (m) => {
  const quarter = m.number('ordinal') || m.number('nth');
  return !m.says('quarter') || quarter > 4 || isOfMatch(m) ? undefined : withYear(m, yearOfQuarter(m, quarter), `-Q${quarter}`);
};

/** "Q4 2012", "H1", "FY2023" */
const readYearPart: Read = (m) => {
  const part = m.text('yearpart');
  const year = yearIn(m);
  if (part === '') return written(yearText(year), 'y');
  if (/^\d/.test(part)) return written(part, 'y');
  if (year > 0) return written(`${yearText(year)}-${part}`, 'y');
  // "Q3" and "H1" may be the names of other things.
  if (!m.has('last this next') && !m.prev('in for of during from since to by')) return undefined;
  const n = Number(part.slice(1));
  const reckonedYear = m.has('unit') ? m.civil.year + m.direction : yearOfQuarter(m, part.startsWith('H') ? n * 2 : n);
  return reckoned(m, `${yearText(reckonedYear)}-${part}`, yearFromPublication);
};

const readHalf: Read = (m) => {
  const half = m.number('ordinal') || 2;
  if (half > 2 || (!m.has('yyyy') && !m.says('year'))) return undefined;
  const tail = m.is(m.to - 2, 'last') ? -1 : m.is(m.to - 2, 'next') ? 1 : 0;
  return withYear(m, m.civil.year + tail, `-H${half}`);
};

const readSeason: Read = (m) => {
  const season = m.text('season');
  const first = seasonStart(season);
  const { year, month } = m.civil;
  let away = 0;
  if (yearIn(m) === 0) {
    const led = m.prev('in during by since approx to') && (m.has('the') || season === 'SU');
    if (m.next('of num') || !(led || m.has('this last next coming past mod'))) return undefined;
    if (m.has('last') && month < first + 3) away--;
    else if (m.has('next') && month >= first) away++;
  }
  return withYear(m, year + away, `-${season}`);
};

const readDecade: Read = (m) => {
  // "his 30s", "temperatures in the seventies" without an article are no years.
  if (m.to - m.from === 1 && !/\d{4}|['’]\d/.test(m.word(m.from))) return undefined;
  return written(pad(m.number('decade'), 3), 'y');
};

const readCentury: Read = (m) => {
  const century = m.number('nth') || m.number('ordinal');
  return !m.says('century') || century < 2 || century > 22 ? undefined : written(pad(century - 1), 'y');
};

export const absoluteRules: readonly Rule[] = [
  rule('(the? (fy|fiscal yyyy))? yearpart ((of|in|comma|dash|slash)? (fy|fiscal? yyyy|fiscal? yy|RELATIVE unit))?', readYearPart),
  rule('fy|fiscal yy|yyyy yearpart', readYearPart),
  rule(
    '((this coming|last|this|next|coming)? WD comma?)? (EDGE|the? MOD|about|last|this|next)? month (dd|nth|ordinal) (comma? yyyy|comma? yy)? TIME?',
    readDay,
  ),
  rule('(WD comma?)? (month DAY|DAY month) TIME comma? yyyy', readDay),
  rule('(WD comma?)? (the? MOD)? (the? DAY of?|the ordinal of) month (comma? yyyy|yy)? TIME?', readDay),
  rule('(last|this|next)? MONTH (of|comma)? YEAR', readMonthYear),
  rule('MONTH (of|comma)? (RELATIVE|that) unit', readMonthOfYear),
  rule('PART? (RELATIVE|coming|past|this coming|this past) month', readLastMonthName),
  rule('MONTH', readMonth),
  rule('yyyy', readYear),
  rule('(the unit|EDGE|the? MOD|the? fiscal unit?|MOD the? fiscal|the? full unit?|edge of fiscal|unit) yyyy', readNamedYear),
  rule('the yyyy (unit|period)', readNamedYear),
  rule('(the unit)? num num (and|dash)? num?', readSpokenYear),
  rule(
    'PART? (the? fiscal? NTH fiscal? unit|the? fiscal dash? ORDINAL|NTH dash unit) ((of|in|comma)? ((fiscal unit?)? (yyyy|yy)|fy|RELATIVE unit))?',
    readQuarter,
  ),
  rule('PART? the? yyyy poss? fiscal? ORDINAL', readQuarter),
  rule('RELATIVE unit poss fiscal? ORDINAL', readQuarter),
  rule('the? unit dash AGO fiscal? ORDINAL', readQuarter),
  rule('the? (ordinal|last) half of (fiscal? yyyy|(RELATIVE|the) unit)', readHalf),
  rule('(the? MOD|EDGE)? (the|RELATIVE|coming|past|this past|this coming)? season ((of|comma)? YEAR)?', readSeason),
  rule('(the? MOD|EDGE the?|the|the? (ordinal|last) half of the)? decade', readDecade),
  rule('(the? MOD|EDGE)? the? ORDINAL', readCentury),
];
