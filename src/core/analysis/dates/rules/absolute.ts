import { civilOf, dayOf, daysInMonth, easterOf, isoOfDay, pad, weekdayOf } from '../calendar';
import type { Match } from '../patterns';
import { type Context, date, type Part, type Reading, valueOf, yearText } from '../reading';
import { readDay } from './day';
import { directionOf, partOf, type Read, type Rule, rule, saysUnit, spokenYear, yearIn } from './rule';

/** Dates that name a month, a year or a part of one. */

const readIso: Read = (m) => {
  const value = m.text('iso') ?? '';
  return date(value, 'as written', { known: value.includes('T') ? ['year', 'month', 'day', 'time'] : ['year', 'month', 'day'] });
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
  const ambiguous = !dotted && first <= 12 && second <= 12 && first !== second;
  return date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, ambiguous ? 'as written, read as month/day/year' : 'as written', {
    known: ['year', 'month', 'day'],
  });
};

// Months

const monthValue = (year: number | undefined, month: number): string => `${yearText(year)}-${pad(month)}`;

const readMonthYear: Read = (m) => {
  const year = yearIn(m);
  if (year === undefined) return undefined;
  return date(monthValue(year, m.number('month') ?? 0), 'as written', { known: ['year', 'month'], part: partOf(m) });
};

const fromPublication = (value: string, what: string, m: Match, known: readonly Part[] = []): Reading =>
  date(value, `${what}, the year from the publication date`, { known, anchor: 'publication', part: partOf(m) });

const readMonthOfYear: Read = (m, { published }) => {
  if (m.text('unit') !== 'year') return undefined;
  const year = published === undefined ? undefined : civilOf(published).year + directionOf(m);
  return fromPublication(monthValue(year, m.number('month') ?? 0), 'month as written', m, ['month']);
};

/** "last March" said in April of the same year means the year before: otherwise one says "in March". */
export const lastMonthIsYearBefore = (month: number, now: number): boolean => month < now && now - month <= 3;

const readLastMonthName: Read = (m, { published }) => {
  const month = m.number('month') ?? 0;
  if (published === undefined) return date(monthValue(undefined, month), 'month as written', { known: ['month'] });
  const { year, month: now } = civilOf(published);
  const direction = directionOf(m);
  let resolved = year;
  if (direction < 0) resolved = month >= now || (m.has('last') && lastMonthIsYearBefore(month, now)) ? year - 1 : year;
  else if (direction > 0) resolved = month > now ? year : year + 1;
  return fromPublication(monthValue(resolved, month), 'month as written', m, ['month']);
};

const readMonth: Read = (m, context) => {
  const month = m.number('month') ?? 0;
  if (m.to - m.from === 1 && !looksLikeMonth(m, month)) return undefined;
  if (context.published === undefined) return date(monthValue(undefined, month), 'month as written', { known: ['month'] });
  const { year, month: now } = civilOf(context.published);
  let resolved = month <= now + 1 ? year : year - 1;
  if (context.ahead(m, 'far')) resolved = month >= now ? year : year + 1;
  else if (now === 12 && month === 1) resolved = year + 1;
  return fromPublication(monthValue(resolved, month), 'month as written', m, ['month']);
};

/** Not a first name, a verb or the first part of a name: May, March, April, Jan, Mar. */
function looksLikeMonth(m: Match, month: number): boolean {
  if (m.nextIs('dash') || m.prevIs('dash')) return false;
  const led = m.prevIs('in', 'since', 'by', 'from', 'of', 'for', 'during', 'after', 'before', 'at');
  if (month === 5 || month === 3 || month === 4 || month === 6 || month === 8) {
    const capitalNext = m.nextIs('other') && /^\p{Lu}/u.test(m.word(m.to));
    return (
      (led && !capitalNext) ||
      (m.prevIs('and', 'or', 'to', 'on') && month !== 5 && month !== 3 && !capitalNext) ||
      (led && m.prevIs('in', 'since'))
    );
  }
  return m.word(m.from).length > 4 || m.word(m.from).endsWith('.') || led;
}

// Years

const readYear: Read = (m) => {
  const year = m.number('yyyy') ?? 0;
  const led = m.prevIs('in', 'since', 'by', 'from', 'of', 'to', 'after', 'before', 'during');
  if ((year < 1900 || year > 2050) && !led) return undefined;
  if (m.prevIs('money', 'slash') || m.nextIs('units', 'percent', 'unit', 'num', 'int')) return undefined;
  // A range of years is two years; "Windows-2000" and "2000-strong" are none.
  if (m.prevIs('dash') && !m.is(m.from - 2, 'yyyy', 'dash')) return undefined;
  if (m.nextIs('dash') && !m.is(m.to + 1, 'yyyy', 'yy', 'dd', 'int', 'dash')) return undefined;
  if (
    m.prevIs('other') &&
    /^\p{Lu}/u.test(m.word(m.from - 1)) &&
    m.tokens.starts[m.from] === (m.tokens.ends[m.from - 1] ?? 0) + 1 &&
    !m.nextIs('stop', 'comma', 'close')
  ) {
    return m.nextIs('other', 'break') ? date(pad(year, 4), 'as written', { known: ['year'] }) : undefined;
  }
  // A model: "her 1987 Chevrolet".
  if (m.prevIs('poss') && m.nextIs('other') && /^\p{Lu}/u.test(m.word(m.to))) return undefined;
  return date(pad(year, 4), 'as written', { known: ['year'] });
};

const readNamedYear: Read = (m) => {
  const year = yearIn(m);
  return year === undefined ? undefined : date(pad(year, 4), 'as written', { known: ['year'], part: partOf(m) });
};

const readSpokenYear: Read = (m) => {
  const numbers = m.numbers(m.index('num'));
  const year = spokenYear(numbers);
  if (year === undefined || (!m.has('the') && numbers[0] === 2)) return undefined;
  return date(pad(year, 4), 'as spoken', { known: ['year'] });
};

const readPeriodOfYear: Read = (m, context) => {
  const year = pad(m.number('yyyy') ?? 0, 4);
  if (!m.has('period') && !saysUnit(m, 'quarter')) return undefined;
  const quarter = context.quarter === undefined ? '' : valueOf('quarter', context.quarter).slice(4);
  return date(year + quarter, 'the same period of that year', { known: ['year'], anchor: 'expression' });
};

// Quarters, halves, seasons, decades, centuries

function yearOfQuarter(m: Match, context: Context, quarter: number): number | undefined {
  const written = yearIn(m);
  if (written !== undefined || context.published === undefined) return written;
  const { year } = civilOf(context.published);
  if (saysUnit(m, 'year')) {
    if (m.has('ago') || m.has('er')) return year - 1;
    if (m.has('last') || m.has('this') || m.has('next')) return year + directionOf(m);
  }
  const start = dayOf(year, quarter * 3 - 2, 1);
  if (context.ahead(m, 'far') && start < context.published - 240) return year + 1;
  return start <= context.published + 10 || (context.ahead(m, 'far') && start <= context.published + 100) ? year : year - 1;
}

const readQuarter: Read = (m, context) => {
  if (!saysUnit(m, 'quarter')) return undefined;
  const quarter = m.number('ordinal') ?? m.number('nth') ?? 0;
  if (quarter > 4) return undefined;
  const value = `${yearText(yearOfQuarter(m, context, quarter))}-Q${quarter}`;
  return yearIn(m) === undefined
    ? fromPublication(value, 'quarter as written', m)
    : date(value, 'as written', { known: ['year'], part: partOf(m) });
};

const readHalf: Read = (m, { published }) => {
  const written = yearIn(m);
  if (written === undefined && !saysUnit(m, 'year')) return undefined;
  const half = m.number('ordinal') ?? 2;
  if (half > 2) return undefined;
  const tail = m.is(m.to - 2, 'last') ? -1 : m.is(m.to - 2, 'next') ? 1 : 0;
  const year = written ?? (published === undefined ? undefined : civilOf(published).year + tail);
  return date(`${yearText(year)}-H${half}`, 'the half of the year', { known: written === undefined ? [] : ['year'] });
};

const seasonStarts: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const readSeason: Read = (m, { published }) => {
  const season = m.text('season') ?? '';
  const written = yearIn(m);
  if (written !== undefined) return date(`${pad(written, 4)}-${season}`, 'as written', { known: ['year'], part: partOf(m) });
  if (m.nextIs('of', 'num')) return undefined;
  const led = m.prevIs('in', 'during', 'by', 'since', 'approx', 'to');
  const chosen = m.has('this') || m.has('last') || m.has('next') || m.has('coming') || m.has('past') || m.has('unit');
  if (!chosen && !(led && (m.has('the') || m.has('mod') || season === 'SU'))) return undefined;
  if (published === undefined) return date(`XXXX-${season}`, 'season as written', {});
  const { year, month } = civilOf(published);
  const first = seasonStarts[season] ?? 3;
  let resolved = year;
  if (m.has('unit')) resolved += directionOf(m);
  else if (m.has('last')) resolved = month >= first + 3 ? year : year - 1;
  else if (m.has('next')) resolved = month < first ? year : year + 1;
  return fromPublication(`${pad(resolved, 4)}-${season}`, 'season as written', m);
};

const readDecade: Read = (m) => {
  const bare = m.to - m.from === 1;
  const digits = m.tokens.prose.slice(m.tokens.starts[m.to - 1], m.end);
  // "his 30s", "temperatures in the seventies" without an article are no years.
  if (bare && !/\d{4}|['’]\d/.test(digits)) return undefined;
  return date(pad(m.number('decade') ?? 0, 3), 'the decade as written', { known: ['year'], part: partOf(m) });
};

const readCentury: Read = (m) => {
  const century = m.number('nth') ?? m.number('ordinal') ?? 0;
  if (m.text('unit') !== 'century' || century < 2 || century > 22) return undefined;
  return date(pad(century - 1), 'the century as written', { known: ['year'], part: partOf(m) });
};

// Named days and eras

/** `spec`: "12-25", "11#4*4+1" (the n-th weekday of a month, the fifth is the last, plus days) or "E-2" (from Easter). */
function holidayIn(spec: string, year: number): number {
  if (spec.startsWith('E')) return easterOf(year) + Number(spec.slice(1));
  const [, month = 0, n = 0, weekday = 0, plus = 0] = (/^(\d\d)#(\d)\*(\d)(?:\+(\d))?$/.exec(spec) ?? []).map(Number);
  if (month === 0) return dayOf(year, Number(spec.slice(0, 2)), Number(spec.slice(3)));
  const first = dayOf(year, month, 1);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  return (civilOf(day).month === month ? day : day - 7) + plus;
}

const readHoliday: Read = (m, { published }) => {
  const spec = m.text('holiday') ?? '';
  const written = yearIn(m);
  if (written !== undefined) return date(isoOfDay(holidayIn(spec, written)), 'the holiday of that year', { known: ['year'] });
  if (published === undefined) return date(/^\d\d-/.test(spec) ? `XXXX-${spec}` : 'XXXX-XX-XX', 'the holiday; its year is unknown', {});
  const { year } = civilOf(published);
  const ahead = m.has('last') ? -1 : m.has('next') ? 365 : 60;
  const resolved = [year + 1, year].find((candidate) => holidayIn(spec, candidate) <= published + ahead) ?? year - 1;
  return fromPublication(isoOfDay(holidayIn(spec, resolved)), 'the holiday', m);
};

const readEra: Read = (m) => {
  const last = m.to - 1;
  return /^(eras?|years)$/i.test(m.word(last)) ? date(m.text('era') ?? '', 'the era by its name', {}) : undefined;
};

const monthName = '(the? edge of|the? full of|the? MOD|the unit of)? month';
const quarterName = '(the? edge of|MOD)? the? (fiscal dash?)? (ordinal|nth) dash? (fiscal dash?)? unit';

export const absoluteRules: readonly Rule[] = [
  rule('iso', readIso),
  rule('slashed', readSlashed),
  rule('(WD comma?)? (the? edge of|the? MOD|about|last|this|next)? month (dd|nth|ordinal) (comma? yyyy|comma? yy)? TIME?', readDay),
  rule('(WD comma?)? (the? MOD)? the? DAY of? month (comma? yyyy|yy)? TIME?', readDay),
  rule('(WD comma?)? the ordinal of month (comma? yyyy|yy)?', readDay),
  rule(`${monthName} (of|comma)? YEAR`, readMonthYear),
  rule(`${monthName} (of|comma)? (last|this|next) unit`, readMonthOfYear),
  rule('(the? edge of|MOD)? (last|this|next|coming|past|this coming|this past) month', readLastMonthName),
  rule(monthName, readMonth),
  rule('yyyy', readYear),
  rule('(the unit|the? edge of|the? MOD|the? fiscal unit?|MOD the? fiscal|the? full unit?|edge of fiscal|unit) yyyy', readNamedYear),
  rule('in yy', () => undefined),
  rule('(the unit)? num num (and|dash)? num?', readSpokenYear),
  rule('the? yyyy (unit|period)', readPeriodOfYear),
  rule(`${quarterName} ((of|in|comma)? fiscal? yyyy)?`, readQuarter),
  rule(`${quarterName} (of|in)? (last|this|next) unit`, readQuarter),
  rule('(the? edge of|MOD)? the? yyyy poss? fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('(last|this|next) unit poss fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('the? unit dash (ago|er) fiscal? (ordinal|nth) dash? unit', readQuarter),
  rule('the? (ordinal|last) half of (fiscal? yyyy|(this|last|next|the) unit)', readHalf),
  rule('(the? MOD|the? edge of)? (the|this|last|next|coming|past|this past|this coming)? season ((of|comma)? YEAR)?', readSeason),
  rule('(the? MOD)? season (of|comma)? (last|this|next) unit', readSeason),
  rule('(the? MOD|the? edge of the?|the|the? (ordinal|last) half of the)? decade', readDecade),
  rule('(the? MOD|the? edge of)? the? (nth|ordinal) dash? unit', readCentury),
  rule('(last|this|next)? holiday (comma? yyyy)?', readHoliday),
  rule('the? era dash? (other|units)', readEra),
];
