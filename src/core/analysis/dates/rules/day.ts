import { civilOf, dayOf, daysInMonth, isoOfDay, pad } from '../calendar';
import type { Match } from '../patterns';
import { type Context, date, type Part, type Reading, valueOf, weekdayNames, weekdayUpTo, yearText } from '../reading';
import { partOf, type Rule, rule, yearIn } from './rule';

/** Single days, with or without a part or a time of day. */

interface Day {
  readonly value: string;
  readonly known: readonly Part[];
  readonly how: string;
  readonly implied: boolean;
}

/** Month and day without a year: the latest one that is at most 90 days ahead of publication (right for 96 % in news). */
function yearFor(m: Match, published: number | undefined, month: number, day: number): number | undefined {
  if (published === undefined) return undefined;
  const { year } = civilOf(published);
  const ahead = m.has('last') ? -1 : 90;
  return [year + 1, year].find((candidate) => dayOf(candidate, month, day) <= published + ahead) ?? year - 1;
}

function calendarDay(m: Match, { published }: Context): Day | undefined {
  const at = m.index('month');
  const month = m.number('month') ?? 0;
  const spot = [at + 1, at - 1, at - 2].find((i) => i >= m.from && i < m.to && m.is(i, 'dd', 'nth', 'ordinal'));
  const day = spot === undefined ? 0 : Number(m.tokens.values[spot]);
  const written = yearIn(m);
  if (day < 1 || day > daysInMonth(written ?? 2000, month)) return undefined;
  const known: Part[] = written === undefined ? ['month', 'day'] : ['year', 'month', 'day'];
  if (m.has('weekday') || m.has('wd')) known.push('weekday');
  return {
    value: `${yearText(written ?? yearFor(m, published, month, day))}-${pad(month)}-${pad(day)}`,
    known,
    how: written === undefined ? 'month and day as written, the year from the publication date' : 'as written',
    implied: written === undefined,
  };
}

function weekday(m: Match, context: Context): Day {
  const number = m.number('weekday') ?? m.number('wd') ?? 0;
  const name = weekdayNames[number - 1] ?? '';
  const known: Part[] = ['weekday'];
  const { published } = context;
  if (published === undefined)
    return { value: `XXXX-WXX-${number}`, known, how: `a ${name}; the publication date is unknown`, implied: false };
  const upTo = weekdayUpTo(published, number);
  if (m.has('last') || m.has('past') || m.has('prev'))
    return { value: isoOfDay(upTo === published ? upTo - 7 : upTo), known, how: `the last ${name} before publication`, implied: true };
  const strictly = m.has('next') || m.has('coming');
  if (strictly || (upTo !== published && (m.has('this') || context.ahead(m, 'near'))))
    return { value: isoOfDay(upTo + 7), known, how: `the first ${name} after publication`, implied: true };
  return { value: isoOfDay(upTo), known, how: `the latest ${name} up to publication`, implied: true };
}

const deicticHow = ['the day before publication', 'the day of publication', 'the day after publication'];

function dayOfMatch(m: Match, context: Context): Day | undefined {
  if (m.has('month')) return calendarDay(m, context);
  if (m.has('weekday') || m.has('wd')) return weekday(m, context);
  const offset = m.number('deictic') ?? (m.has('last') ? -1 : 0);
  const { published } = context;
  return {
    value: valueOf('day', published === undefined ? undefined : published + offset),
    known: [],
    how: deicticHow[offset + 1] ?? '',
    implied: true,
  };
}

/** "T22:00", "TNI", or nothing; undefined where the words are no time of day. */
function timeOf(m: Match): string | undefined {
  const noon = m.text('noon');
  if (noon !== undefined) return noon;
  const night = m.index('tonight');
  if (night >= 0) return 'TNI';
  const clock = m.text('clock');
  const half = m.text('ampm');
  const zone = m.index('zone');
  if (clock === undefined && half === undefined && zone < 0) {
    const part = m.text('daypart');
    return part === undefined ? '' : `T${part}`;
  }
  let hour: number;
  let rest = ':00';
  if (clock === undefined) {
    const at = (half === undefined ? zone : m.index('ampm')) - 1;
    const number = Number(m.tokens.values[at]);
    if (half === undefined) {
      // "1430 GMT"
      if (m.word(at).length !== 4 || number > 2400 || number % 100 > 59) return undefined;
      hour = Math.floor(number / 100);
      rest = `:${pad(number % 100)}`;
    } else hour = number;
  } else {
    // Without a.m., p.m. or a zone, "10.30" is a number.
    if (clock.endsWith('.') && half === undefined && zone < 0) return undefined;
    hour = Number(clock.slice(1, 3));
    rest = clock.slice(3).replace('.', '');
  }
  if (half === undefined ? hour > 24 : hour > 12 && half !== 'oclock') return undefined;
  const evening = half === 'pm' || (half !== 'am' && /AF|EV|NI/.test(m.text('daypart') ?? ''));
  if (evening && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const utc = zone >= 0 && /^(gmt|utc)$/i.test(m.word(zone)) ? 'Z' : '';
  return `T${pad(hour)}${rest}${utc}`;
}

export function readDay(m: Match, context: Context): Reading | undefined {
  const day = dayOfMatch(m, context);
  const time = timeOf(m);
  if (day === undefined || time === undefined) return undefined;
  return date(day.value + time, day.how, {
    known: /\d/.test(time) ? [...day.known, 'time'] : day.known,
    part: partOf(m),
    ...(day.implied && context.published !== undefined && { anchor: 'publication' }),
  });
}

/** A time of day alone; a number needs a sign that it is one. */
const readClock = (m: Match, context: Context): Reading | undefined => {
  if (!m.has('ampm') && !m.has('zone') && !m.has('noon') && !m.prevIs('at', 'by', 'from', 'since', 'after', 'before', 'about'))
    return undefined;
  if (m.has('noon') && m.prevIs('other') && m.text('noon') !== 'T12:00') return undefined;
  return readDay(m, context);
};

export const dayRules: readonly Rule[] = [
  rule('(MOD|er)? (last|next|this|past|coming|this coming|this past)? weekday (MOD? daypart|noon)?', readDay),
  rule('(this coming|next|this|coming) weekday comma month (dd|nth|ordinal)', readDay),
  rule('(noon|MOD daypart) (on|of)? (last|next|this|past|coming)? weekday', readDay),
  rule('(MOD|er)? deictic (MOD? daypart|noon)?', readDay),
  rule('(MOD dash? daypart|noon) deictic', readDay),
  rule('tonight', readDay),
  rule('(MOD|er)? (this|last) daypart', readDay),
  rule('weekday comma? at (clock|dd) (ampm|ampm zone|zone)', readDay),
  rule('CLOCK (comma? (on|of)? (weekday|deictic|(WD comma?)? month (dd|nth) (comma? yyyy)?|(WD comma?)? dd month yyyy?))?', readClock),
  rule('noon', readClock),
  rule('(clock|dd) in the daypart', readDay),
];
