import { civilOf, dayOf, daysInMonth, easterOf, isoOfDay, pad, weekdayOf } from '../calendar';
import type { Match } from '../match';
import { valueOf, yearText } from '../reading';
import { readDay } from './day';
import { carried, type Read, reckoned, type Rule, rule, spokenYear, written, yearIn } from './rule';

/** Dates that name a month, a year or a part of one. */

const yearFromPublication = 'as written, the year from the publication date';

const readIso: Read = (m) => {
  const value = m.text('iso') ?? '';
  return written(value, value.includes('T') ? 'ymdt' : 'ymd');
};

const readSlashed: Read = (m) => {
  const text = m.text('slashed') ?? '';
  const dotted = text.includes('.');
  const [first = 0, second = 0, last = 0] = text.split(/[/.]/).map(Number);
  if (dotted && last < 100) return undefined;
  const year = last > 99 ? last : last < 50 ? 2000 + last : 1900 + last;
  // American order unless it cannot be, or the signs are dots.
  const [month, day] = dotted || first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const open = !dotted && first <= 12 && second <= 12 && first !== second;
  return written(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, 'ymd', open ? 'as written, read as month/day/year' : undefined);
};

// Months

const monthOf = (m: Match): number => m.number('month') ?? 0;

const monthOfYear = (m: Match, year: number | undefined) =>
  reckoned(m, `${yearText(m.published && year)}-${pad(monthOf(m))}`, yearFromPublication, 'm');

const readMonthYear: Read = (m) => {
  const year = yearIn(m);
  return year === undefined ? undefined : written(`${yearText(year)}-${pad(monthOf(m))}`, 'ym');
};

const readMonthOfYear: Read = (m) => (m.text('unit') === 'year' ? monthOfYear(m, (m.published?.year ?? 0) + m.direction) : undefined);

/** "last March" said in April of the same year means the year before: otherwise one says "in March". */
export const lastMonthIsYearBefore = (month: number, now: number): boolean => month < now && now - month <= 3;

const readLastMonthName: Read = (m) => {
  const { year, month: now } = m.published ?? { year: 0, month: 1 };
  const month = monthOf(m);
  if (m.direction < 0) return monthOfYear(m, month >= now || (m.has('last') && lastMonthIsYearBefore(month, now)) ? year - 1 : year);
  return monthOfYear(m, m.direction > 0 && month <= now ? year + 1 : year);
};

const readMonth: Read = (m) => {
  const month = monthOf(m);
  if (m.to - m.from === 1 && !looksLikeMonth(m, month)) return undefined;
  const { year, month: now } = m.published ?? { year: 0, month: 1 };
  if (m.ahead('far')) return monthOfYear(m, month >= now ? year : year + 1);
  // Past, or at most 45 days ahead (right for 88 % in news).
  const latest = (m.context.published ?? 0) + 45;
  return monthOfYear(m, [year + 1, year].find((candidate) => dayOf(candidate, month, 1) <= latest) ?? year - 1);
};

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Not a first name, a verb or the first part of a name: May, March, April, Jan, Mar. */
function looksLikeMonth(m: Match, month: number): boolean {
  const joined = (at: number, beyond: number) => m.is(at, 'and', 'or', 'to', 'dash', 'comma', 'by') && m.is(beyond, 'month');
  if (joined(m.from - 1, m.from - 2) || joined(m.to, m.to + 1)) return true;
  if (m.nextIs('dash') || m.prevIs('dash')) return false;
  const word = m.word(m.from);
  if (m.prevIs('in', 'since', 'during')) return true;
  const named = m.nextIs('other') && isCapital(m.word(m.to));
  if (m.prevIs('the', 'a') && m.nextIs('other', 'ed') && !named) return true;
  const led = m.prevIs('by', 'from', 'of', 'for', 'after', 'before', 'at') && !named;
  if ([3, 4, 5, 6, 8].includes(month)) return led || (month !== 3 && month !== 5 && m.prevIs('and', 'or', 'to', 'on') && !named);
  return led || word.length > 4 || word.endsWith('.');
}

// Years

const readYear: Read = (m) => {
  const year = m.number('yyyy') ?? 0;
  const { starts, ends } = m.context.tokens;
  const led = m.prevIs('in', 'since', 'by', 'from', 'of', 'to', 'after', 'before', 'during');
  if ((year < 1900 || year > 2050) && !led) return undefined;
  if (m.prevIs('money', 'slash', 'approx') || m.nextIs('units', 'percent', 'unit', 'num', 'int')) return undefined;
  // A range of years is two years; "Windows-2000" and "2000-strong" are none.
  if (m.prevIs('dash') && !m.is(m.from - 2, 'yyyy', 'dash')) return undefined;
  if (m.nextIs('dash') && (!m.is(m.to + 1, 'yyyy', 'yy', 'dd', 'int', 'dash') || m.is(m.to + 2, 'dash'))) return undefined;
  // A name ("Orion 1980") or a model ("her 1987 Chevrolet").
  const named = m.prevIs('other') && isCapital(m.word(m.from - 1)) && starts[m.from] === (ends[m.from - 1] ?? 0) + 1;
  if (named && !m.nextIs('stop', 'comma', 'close', 'other', 'break', 'dash')) return undefined;
  if (m.prevIs('poss') && m.nextIs('other') && isCapital(m.word(m.to))) return undefined;
  return written(pad(year, 4), 'y');
};

const readNamedYear: Read = (m) => written(pad(m.number('yyyy') ?? 0, 4), 'y');

const readSpokenYear: Read = (m) => {
  const numbers = m.numbers(m.index('num'));
  const year = spokenYear(numbers);
  return year === undefined || (!m.has('the') && numbers[0] === 2) ? undefined : written(pad(year, 4), 'y', 'as spoken');
};

const readPeriodOfYear: Read = (m) => {
  if (!m.has('period') && !m.says('quarter')) return undefined;
  const { quarter } = m.context;
  const year = pad(m.number('yyyy') ?? 0, 4);
  return carried(m, quarter === undefined ? year : year + valueOf('quarter', quarter).slice(4), 'the same period of that year');
};

// Quarters, halves, seasons, decades, centuries

function yearOfQuarter(m: Match, quarter: number): number | undefined {
  const { published } = m.context;
  const { year } = m.published ?? {};
  if (published === undefined || year === undefined) return undefined;
  if (m.says('year') && m.has('ago', 'er')) return year - 1;
  if (m.says('year') && m.has('last', 'this', 'next')) return year + m.direction;
  const start = dayOf(year, quarter * 3 - 2, 1);
  const ahead = m.ahead('far');
  if (ahead && start < published - 240) return year + 1;
  return start <= published + (ahead ? 100 : 10) ? year : year - 1;
}

const readQuarter: Read = (m) => {
  const quarter = m.number('ordinal') ?? m.number('nth') ?? 0;
  if (!m.says('quarter') || quarter > 4) return undefined;
  const year = yearIn(m);
  if (year !== undefined) return written(`${yearText(year)}-Q${quarter}`, 'y');
  return reckoned(m, `${yearText(yearOfQuarter(m, quarter))}-Q${quarter}`, yearFromPublication);
};

const readHalf: Read = (m) => {
  const half = m.number('ordinal') ?? 2;
  const year = yearIn(m);
  if (half > 2 || (year === undefined && !m.says('year'))) return undefined;
  if (year !== undefined) return written(`${yearText(year)}-H${half}`, 'y');
  const tail = m.is(m.to - 2, 'last') ? -1 : m.is(m.to - 2, 'next') ? 1 : 0;
  return reckoned(m, `${m.away('year', tail)}-H${half}`, yearFromPublication);
};

const seasonStarts: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const readSeason: Read = (m) => {
  const season = m.text('season') ?? '';
  const spoken = yearIn(m);
  if (spoken !== undefined) return written(`${pad(spoken, 4)}-${season}`, 'y');
  if (m.nextIs('of', 'num')) return undefined;
  const led = m.prevIs('in', 'during', 'by', 'since', 'approx', 'to');
  const chosen = m.has('this', 'last', 'next', 'coming', 'past', 'unit');
  if (!chosen && !(led && (m.has('the', 'mod') || season === 'SU'))) return undefined;
  const { year, month } = m.published ?? { year: 0, month: 1 };
  const first = seasonStarts[season] ?? 3;
  let resolved = year;
  if (m.has('unit')) resolved += m.direction;
  else if (m.has('last')) resolved = month >= first + 3 ? year : year - 1;
  else if (m.has('next')) resolved = month < first ? year : year + 1;
  return reckoned(m, `${yearText(m.published && resolved)}-${season}`, yearFromPublication);
};

const readDecade: Read = (m) => {
  const { prose, starts } = m.context.tokens;
  // "his 30s", "temperatures in the seventies" without an article are no years.
  if (m.to - m.from === 1 && !/\d{4}|['’]\d/.test(prose.slice(starts[m.from], m.end))) return undefined;
  return written(pad(m.number('decade') ?? 0, 3), 'y');
};

const readCentury: Read = (m) => {
  const century = m.number('nth') ?? m.number('ordinal') ?? 0;
  return m.text('unit') !== 'century' || century < 2 || century > 22 ? undefined : written(pad(century - 1), 'y');
};

// Named days and eras

/** `spec` as the lexicon has it. */
function holidayIn(spec: string, year: number): number {
  if (spec.startsWith('E')) return easterOf(year) + Number(spec.slice(1));
  const [month = 0, n = 0, weekday = 0, plus = 0] = spec.split(/[#*+-]/).map(Number);
  const first = dayOf(year, month, 1);
  if (!spec.includes('#')) return first + n - 1;
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  return (civilOf(day).month === month ? day : day - 7) + plus;
}

const readHoliday: Read = (m) => {
  const spec = m.text('holiday') ?? '';
  const year = yearIn(m);
  if (year !== undefined) return written(isoOfDay(holidayIn(spec, year)), 'y', 'the holiday of that year');
  const { published } = m.context;
  if (published === undefined || !m.published)
    return written(/^\d\d-/.test(spec) ? `XXXX-${spec}` : 'XXXX-XX-XX', '', 'the holiday; its year is unknown');
  const now = m.published.year;
  const latest = published + (m.has('last') ? -1 : m.has('next') ? 365 : 60);
  const resolved = [now + 1, now].find((candidate) => holidayIn(spec, candidate) <= latest) ?? now - 1;
  return reckoned(m, isoOfDay(holidayIn(spec, resolved)), 'the holiday, the year from the publication date');
};

const readEra: Read = (m) =>
  /^(eras?|years)$/i.test(m.word(m.to - 1)) ? written(m.text('era') ?? '', '', 'the era by its name') : undefined;

const monthName = '(EDGE|the? full of|the? MOD|the unit of)? month';
const quarterName =
  '(EDGE|MOD)? (the? fiscal? (ordinal|nth) fiscal? unit|the? fiscal dash? (ordinal|nth) dash? unit|(ordinal|nth) dash unit)';

export const absoluteRules: readonly Rule[] = [
  rule('iso', readIso),
  rule('slashed', readSlashed),
  rule(
    '((this coming|last|this|next|coming)? WD comma?)? (EDGE|the? MOD|about|last|this|next)? month (dd|nth|ordinal) (comma? yyyy|comma? yy)? TIME?',
    readDay,
  ),
  rule('(WD comma?)? (the? MOD)? the? (dd|nth) of? month (comma? yyyy|yy)? TIME?', readDay),
  rule('(WD comma?)? the ordinal of month (comma? yyyy|yy)?', readDay),
  rule(`(last|this|next)? ${monthName} (of|comma)? YEAR`, readMonthYear),
  rule(`${monthName} (of|comma)? (last|this|next) unit`, readMonthOfYear),
  rule('(EDGE|MOD)? (last|this|next|coming|past|this coming|this past) month', readLastMonthName),
  rule(monthName, readMonth),
  rule('yyyy', readYear),
  rule('(the unit|EDGE|the? MOD|the? fiscal unit?|MOD the? fiscal|the? full unit?|edge of fiscal|unit) yyyy', readNamedYear),
  rule('(the unit)? num num (and|dash)? num?', readSpokenYear),
  rule('the? yyyy (unit|period)', readPeriodOfYear),
  rule(`${quarterName} ((of|in|comma)? (fiscal? yyyy|(last|this|next) unit))?`, readQuarter),
  rule('(EDGE|MOD)? the? yyyy poss? fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('(last|this|next) unit poss fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('the? unit dash (ago|er) fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('the? (ordinal|last) half of (fiscal? yyyy|(this|last|next|the) unit)', readHalf),
  rule('(the? MOD|EDGE)? (the|this|last|next|coming|past|this past|this coming)? season ((of|comma)? YEAR)?', readSeason),
  rule('(the? MOD)? season (of|comma)? (last|this|next) unit', readSeason),
  rule('(the? MOD|EDGE the?|the|the? (ordinal|last) half of the)? decade', readDecade),
  rule('(the? MOD|EDGE)? the? (nth|ordinal) dash? unit', readCentury),
  rule('(last|this|next)? holiday (comma? yyyy)?', readHoliday),
  rule('the? era dash? (other|units)', readEra),
];
