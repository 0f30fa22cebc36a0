import type { Match } from '../patterns';
import { type Context, durationOf, type Reading, shift } from '../reading';
import { directionOf, type Read, type Rule, rule, unitOf } from './rule';

/** Lengths of time and repeated times. */

const length = (value: string, how = 'a length of time'): Reading => ({ type: 'DURATION', value, known: [], how });

/** "the past two years" ends at publication, "the next two years" begins there. */
function anchored(m: Match, reading: Reading, count: number | undefined, { published }: Context): Reading {
  const direction = directionOf(m);
  if (direction === 0 || published === undefined || count === undefined) return reading;
  const other = shift(published, unitOf(m), direction * count);
  return {
    ...reading,
    how: `a length of time ${direction < 0 ? 'up to' : 'from'} publication`,
    anchor: 'publication',
    firstDay: Math.min(other, published),
    lastDay: Math.max(other, published),
  };
}

const readCounted: Read = (m, context) => {
  const count = m.count();
  if (count === undefined || isAge(m)) return undefined;
  const year = m.number('yyyy') ?? 0;
  if (year > 1800 || m.prevIs('money') || m.is(m.from - 1, 'dash', 'slash')) return undefined;
  const exact = count + (m.number('frac') ?? 0) + (m.has('half') ? 0.5 : 0);
  return anchored(m, length(durationOf(exact, unitOf(m))), exact, context);
};

/** "52 years old", "a 22-year-old". */
const isAge = (m: Match): boolean => m.nextIs('old') || (m.nextIs('dash') && m.is(m.to + 1, 'old'));

/** "a five-year plan"; spoken texts leave the hyphen out. */
const readAdjective: Read = (m) => {
  const count = m.count();
  if (count === undefined || isAge(m) || m.prevIs('money', 'dash')) return undefined;
  const one = m.number('num') === 1 && !m.has('dash');
  // "one day" is no date unless something leads it.
  if (one && !m.prevIs('in', 'for', 'than', 'of', 'by', 'after', 'before', 'approx', 'comma')) return undefined;
  if (!one && !m.has('dash') && !m.has('num')) return undefined;
  return length(durationOf(count, unitOf(m)));
};

const readOne: Read = (m) => {
  const unit = unitOf(m);
  if (m.nextIs('dash', 'ago', 'er')) return undefined;
  const led =
    m.has('approx') ||
    m.prevIs('in', 'for', 'than', 'of', 'by', 'about', 'after', 'before', 'approx', 'at', 'to', 'and') ||
    m.nextIs('after', 'before') ||
    m.has('half');
  if (!led || unit === 'quarter' || (unit === 'second' && !m.has('approx')) || (unit === 'minute' && !m.has('half'))) return undefined;
  if (unit === 'day' && !m.prevIs('in', 'for', 'than', 'by')) return undefined;
  // A price or a rate: "ten flights of an hour", "miles an hour".
  return length(durationOf(m.has('half') ? 1.5 : 1, unit));
};

const readVague: Read = (m, context) => {
  const unit = unitOf(m);
  if (unit === 'second' || m.nextIs('old', 'poss') || (m.nextIs('dash') && m.is(m.to + 1, 'old'))) return undefined;
  if (m.to - m.from === 1) {
    if (m.prevIs('num', 'int', 'dd', 'yyyy', 'dec', 'money', 'that', 'dash')) return undefined;
    const led = m.prevIs('in', 'by', 'for', 'after', 'approx', 'the', 'about', 'before') || m.nextIs('of', 'before', 'after');
    if (!led || (m.prevIs('of') && m.is(m.from - 2, 'other'))) return undefined;
    if (unit === 'minute' || unit === 'hour' || unit === 'quarter')
      return m.nextIs('after', 'before') ? length(durationOf(undefined, unit)) : undefined;
  }
  return anchored(m, length(durationOf(m.has('couple') ? 2 : undefined, unit)), m.has('couple') ? 2 : undefined, context);
};

const set = (value: string, how: string): Reading => ({ type: 'SET', value, known: [], how });

const readEvery: Read = (m) => {
  const weekday = m.number('weekday') ?? m.number('weekdays');
  const part = m.text('daypart') ?? m.text('dayparts');
  const month = m.number('month');
  if (weekday !== undefined) return set(`XXXX-WXX-${weekday}${part === undefined ? '' : `T${part}`}`, 'every week');
  if (month !== undefined) return set(`XXXX-${String(month).padStart(2, '0')}`, 'every year');
  if (m.has('season')) return set(`XXXX-${m.text('season') ?? ''}`, 'every year');
  if (part !== undefined) return set(`XXXX-XX-XXT${part}`, 'every day');
  if (m.has('weekend')) return set('XXXX-WXX-WE', 'every week');
  const count = m.count() ?? (m.is(m.from + 1, 'other') ? 2 : 1);
  return set(durationOf(count, unitOf(m)), 'repeated');
};

export const lengthRules: readonly Rule[] = [
  rule(
    '(approx|the|the? (last|past|next|coming|recent|full|prev)|the ordinal)? approx? N (frac|and a half)? dash? more? UNITS',
    readCounted,
  ),
  rule('(the? (last|past|next|coming))? N to N more? UNITS', readCounted),
  rule('approx? N frac? dash? unit', readAdjective),
  rule('approx? a more? unit (and a half)?', readOne),
  rule('approx? half (a|dash) unit', (m) => length(durationOf(0.5, unitOf(m)))),
  rule('half dash unit', (m) => length(durationOf(0.5, unitOf(m)))),
  rule('(the? (last|past|next|coming|recent|prev))? (SOME|couple)? more? units ((and|or) units|ahead)?', readVague),
  rule('(few|units) dash (unit|long)', (m) => (m.has('few') || m.has('long') ? length(durationOf(undefined, unitOf(m))) : undefined)),
  rule('unit dash long', (m) => length(durationOf(1, unitOf(m)))),
  rule('every (unit|weekday|month|season|weekend|daypart|weekday daypart|N units)', readEvery),
  rule('weekdays', readEvery),
  rule('weekday dayparts', readEvery),
  rule('adverb', (m) => set(m.text('adverb') ?? '', 'repeated')),
];
