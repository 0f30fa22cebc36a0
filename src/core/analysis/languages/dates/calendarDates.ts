import { civilOf, dayOf, daysInMonth, pad, yearOfWeekday, yearText } from '../../dates/index';
import type { DateExpression } from '../../model';
import { clockIn } from './clockIn';
import type { DateText } from './dateText';
import type { Read } from './read';

/** So many tokens behind a full date its year still holds. */
const nearYear = 250;

/** [weekday,] [article] day [of] month [[of] year] [part of the day | clock time] */
export function calendarAt(text: DateText, at: number): Read | undefined {
  const { weekdays, months, joins, yearWords, dateArticles, articles, shifts, dayParts, units } = text.pack;
  let next = at;
  if (text.is(next, dateArticles)) next++;
  while ((text.is(next, shifts) || text.is(next, text.pack.dayWords)) && next - at < 3) next++;
  const weekday = weekdays.get(text.lower(next));
  if (weekday !== undefined) {
    next++;
    if (dayParts.has(text.lower(next))) next++;
    if (text.lower(next) === ',') next++;
    if (text.is(next, articles)) next++;
  }
  const figures = figuresAt(text, next);
  if (figures) return figures;
  const day = text.dayNumber(next);
  if (day !== undefined) {
    next++;
    if (text.lower(next) === '.') next++;
    if (text.is(next, joins)) next++;
  } else if (weekday !== undefined) return undefined;
  const month = months.get(text.lower(next));
  if (month === undefined) return undefined;
  if (day === undefined && (next > at || !isMonthAt(text, next))) return undefined;
  next++;
  let year = NaN;
  let isYearNamed = false;
  const join = text.is(next, joins) ? next + 1 : next;
  const named = text.yearAt(join);
  if (named !== undefined) {
    year = named;
    isYearNamed = true;
    next = join + 1;
    while (text.is(next, yearWords)) next++;
  } else if (text.is(join, shifts) && units.get(text.lower(join + 1)) === 'year') {
    year = text.publishedYear() + (shifts.get(text.lower(join)) ?? 0);
    next = join + 2;
  } else if (day === undefined && text.is(next, shifts) && shifts.get(text.lower(next)) !== 0) {
    const direction = shifts.get(text.lower(next)) ?? 0;
    return { ...monthOfAt(text, month, direction), to: next + 1 };
  }
  if (day === undefined) {
    if (!isYearNamed && isNaN(year)) return { ...monthOfAt(text, month, text.isAhead(at) ? 1 : -1), to: next };
    return { to: next, type: 'DATE', value: `${yearText(year)}-${pad(month)}`, known: ['year', 'month'], how: 'month and year' };
  }
  if (!isNaN(year) && day > daysInMonth(year, month)) return undefined;
  if (isYearNamed) text.yearNamed = { year, at };
  const told = text.yearNamed;
  const isTold = told !== undefined && at - told.at < nearYear && dayOf(told.year, month, day) <= text.published && !text.isAhead(at);
  let doubt = false;
  if (isNaN(year) && isTold) year = told.year;
  else if (isNaN(year)) {
    year = nearestYearAt(text, month, day, text.isAhead(at));
    if (weekday !== undefined) ({ year, doubt } = yearOfWeekday({ nearest: year, published: text.published, month, day, weekday }, false));
  }
  const date = isNaN(year) ? `XXXX-${pad(month)}-${pad(day)}` : `${yearText(year)}-${pad(month)}-${pad(day)}`;
  const part = weekday === undefined ? undefined : dayParts.get(text.lower(text.lower(at) === ',' ? at : at + 1));
  const known: DateExpression['known'] = [
    ...(isYearNamed ? (['year'] as const) : []),
    'month',
    'day',
    ...(weekday === undefined ? [] : (['weekday'] as const)),
  ];
  return {
    to: next,
    type: part ? 'TIME' : 'DATE',
    value: part ? `${date}T${part}` : date,
    known,
    ...(!isYearNamed && { anchor: 'publication' as const }),
    ...(doubt && { doubt: true as const }),
    how: isYearNamed ? 'a full date' : 'the year is the nearest to publication',
  };
}

/** "02/12/2024", "2.12.2024", with a clock time behind it. */
function figuresAt(text: DateText, at: number): Read | undefined {
  const token = text.tokens[at];
  const match = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/.exec(token ? text.prose.slice(token.start, token.start + 16) : '');
  if (!token || !match) return undefined;
  const [whole, day = '', , month = '', year = ''] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month)))
    return undefined;
  let to = at;
  while ((text.tokens[to]?.start ?? Infinity) < token.start + whole.length) to++;
  const date = `${year}-${pad(Number(month))}-${pad(Number(day))}`;
  const time = clockIn(text.lower(to));
  if (time)
    return {
      to: to + 1,
      type: 'TIME',
      value: `${date}T${time}`,
      known: ['year', 'month', 'day', 'time'],
      how: 'a date and a time in figures',
    };
  return { to, type: 'DATE', value: date, known: ['year', 'month', 'day'], how: 'a date in figures' };
}

/** A month's name that is none of the common words that look like one. */
function isMonthAt(text: DateText, at: number): boolean {
  const token = text.tokens[at];
  if (token === undefined || token.lower.length < 3) return false;
  const isPrepared = text.is(at - 1, text.pack.beforeMonths);
  return isPrepared || text.yearAt(at + 1) !== undefined || text.is(at + 1, text.pack.shifts) || text.is(at - 1, text.pack.edges);
}

export function yearAt(text: DateText, at: number): Read | undefined {
  const { yearWords, units, dateArticles } = text.pack;
  if (text.is(at, text.pack.decadeWords)) {
    const decade = text.yearAt(at + 1);
    if (decade !== undefined && decade % 10 === 0)
      return { to: at + 2, type: 'DATE', value: String(decade).slice(0, 3), known: ['year'], how: 'a decade' };
  }
  const year = text.yearAt(at);
  if (year === undefined) return centuryAt(text, at);
  const [before, next] = [text.lower(at - 1), text.lower(at + 1)];
  if (
    /^[$€£%#/:-]$/.test(before) ||
    /^[$€£%°:/]$/.test(next) ||
    before === '.' ||
    (text.tokens[at]?.end === text.tokens[at + 1]?.start && next === '-')
  )
    return undefined;
  if (units.has(next) && !yearWords.has(next)) return undefined;
  if (dateArticles.has(before) && !/^[,.;)]?$/.test(next)) return undefined;
  const isPrepared =
    /^\p{L}+$/u.test(before) ||
    before === '(' ||
    at === 0 ||
    before === ',' ||
    /^[–-]$/.test(before) ||
    /[.?!]/.test(before) ||
    text.startsLine(at);
  if (!isPrepared) return undefined;
  let to = at + 1;
  while (yearWords.has(text.lower(to))) to++;
  return { to, type: 'DATE', value: String(year), known: ['year'], how: 'a year' };
}

function centuryAt(text: DateText, at: number): Read | undefined {
  const { century } = text.pack;
  const [lower, next] = [text.lower(at), text.lower(at + 1)];
  const roman = /^(x{0,2}(?:ix|iv|v?i{0,3}))(?:e|er)?$/.exec(century.has(next) ? lower : century.has(lower) ? next : '');
  const behind = text.lower(at + 1) === '.' && century.has(text.lower(at + 2)) && /^\d{1,2}$/.test(lower);
  if (behind) return { to: at + 3, type: 'DATE', value: pad(Number(lower) - 1), known: ['year'], how: 'a century' };
  const number = romanNumber(roman?.[1] ?? '');
  return number > 0 ? { to: at + 2, type: 'DATE', value: pad(number - 1), known: ['year'], how: 'a century' } : undefined;
}

/** The month of that name nearest to publication on one side: -1 the last one up to it, 1 the next from it on. */
export function monthOfAt(text: DateText, month: number, direction: number): Omit<Read, 'to'> {
  const how = 'the nearest month of that name to publication';
  if (isNaN(text.published)) return { type: 'DATE', value: `XXXX-${pad(month)}`, known: ['month'], how };
  const now = civilOf(text.published);
  const year = direction < 0 ? now.year - (month > now.month ? 1 : 0) : now.year + (month < now.month ? 1 : 0);
  return { type: 'DATE', value: `${yearText(year)}-${pad(month)}`, known: ['month'], anchor: 'publication', how };
}

function nearestYearAt(text: DateText, month: number, day: number, isAhead: boolean): number {
  if (isNaN(text.published)) return NaN;
  const { year } = civilOf(text.published);
  const distances = [year - 1, year, year + 1].map((one) => [one, dayOf(one, month, day) - text.published] as const);
  const wanted = isAhead ? distances.filter(([, distance]) => distance >= 0) : distances;
  const [best] = (wanted.length > 0 ? wanted : distances).toSorted(([, a], [, b]) => Math.abs(a) - Math.abs(b));
  return best?.[0] ?? year;
}

const romanValues: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
]);

function romanNumber(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const value = romanValues.get(text.charAt(at)) ?? 0;
    sum += value < (romanValues.get(text.charAt(at + 1)) ?? 0) ? -value : value;
  }
  return sum;
}
