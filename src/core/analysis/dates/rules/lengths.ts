import { pad } from '../calendar';
import type { Match } from '../match';
import { durationOf, type Reading, shift } from '../reading';
import { length, type Read, type Rule, rule } from './rule';

/** Lengths of time and repeated times. */

/** "the past two years" ends at publication, "the next two years" begins there. */
function measured(m: Match, count: number | undefined): Reading {
  const reading = length(durationOf(count, m.unit));
  const { published } = m.context;
  if (m.direction === 0 || published === undefined || count === undefined) return reading;
  const other = shift(published, m.unit, m.direction * count);
  return {
    ...reading,
    how: `a length of time ${m.direction < 0 ? 'up to' : 'from'} publication`,
    anchor: 'publication',
    firstDay: Math.min(other, published),
    lastDay: Math.max(other, published),
  };
}

/** "52 years old", "a 22-year-old". */
const isAge = (m: Match): boolean => m.nextIs('old') || (m.nextIs('dash') && m.is(m.to + 1, 'old'));

const readCounted: Read = (m) => {
  const { count } = m;
  if (count === undefined || isAge(m) || (m.number('yyyy') ?? 0) > 1800 || m.prevIs('money', 'dash', 'slash')) return undefined;
  if (m.has('dash') && m.unit === 'quarter') return undefined;
  return measured(m, count + (m.number('frac') ?? 0) + (m.has('half') ? 0.5 : 0));
};

/** "a five-year plan"; spoken texts leave the hyphen out. */
const readAdjective: Read = (m) => {
  const { count } = m;
  if (count === undefined || isAge(m) || m.prevIs('money', 'dash')) return undefined;
  // Fractions, and "one day" without anything that leads it.
  if (m.unit === 'quarter') return undefined;
  const spoken = !m.has('dash');
  if (
    spoken &&
    (!m.has('num') || (count === 1 && !m.prevIs('in', 'for', 'than', 'approx', 'after', 'before', 'comma') && !m.has('approx')))
  )
    return undefined;
  return measured(m, count);
};

const readOne: Read = (m) => {
  const { unit } = m;
  const half = m.has('half');
  const led = m.prevIs('in', 'for', 'than', 'of', 'by', 'about', 'after', 'before', 'at', 'to', 'and', 'as') || m.nextIs('after', 'before');
  if (m.nextIs('dash') || (!half && m.nextIs('ago', 'er')) || unit === 'quarter' || !(half || m.has('approx', 'more') || led))
    return undefined;
  if (
    (unit === 'second' || unit === 'minute' || unit === 'day') &&
    !half &&
    !m.has('approx') &&
    !(unit === 'day' && m.prevIs('in', 'for', 'than', 'by'))
  )
    return undefined;
  return measured(m, half ? 1.5 : 1);
};

const readVague: Read = (m) => {
  const { unit } = m;
  if (unit === 'second' || m.nextIs('poss') || isAge(m)) return undefined;
  if (m.to - m.from === 1) {
    if (m.prevIs('num', 'int', 'dd', 'yyyy', 'dec', 'money', 'that', 'dash', 'frac')) return undefined;
    const led = m.prevIs('in', 'by', 'for', 'after', 'approx', 'the', 'about', 'before') || m.nextIs('of', 'before', 'after');
    if (!led || (m.prevIs('of') && m.is(m.from - 2, 'other'))) return undefined;
    if ((unit === 'minute' || unit === 'hour' || unit === 'quarter') && !m.nextIs('after', 'before')) return undefined;
  }
  return measured(m, m.has('couple') ? 2 : undefined);
};

const readHalf: Read = (m) => length(durationOf(0.5, m.unit));
const readLong: Read = (m) => length(durationOf(m.has('unit') && !m.has('few') ? 1 : undefined, m.unit));

const repeated = (value: string): Reading => ({ ...length(value, 'repeated'), type: 'SET' });

const readEvery: Read = (m) => {
  const weekday = m.number('weekday') ?? m.number('weekdays');
  const part = m.text('daypart') ?? m.text('dayparts');
  const at = part === undefined ? '' : `T${part}`;
  if (weekday !== undefined) return repeated(`XXXX-WXX-${weekday}${at}`);
  if (m.has('month')) return repeated(`XXXX-${pad(m.number('month') ?? 0)}`);
  if (m.has('season')) return repeated(`XXXX-${m.text('season') ?? ''}`);
  if (at !== '') return repeated(`XXXX-XX-XX${at}`);
  return repeated(m.has('weekend') ? 'XXXX-WXX-WE' : durationOf(m.count ?? 1, m.unit));
};

export const lengthRules: readonly Rule[] = [
  rule(
    '(approx|the? ordinal?|the? (last|past|next|coming|recent|full|prev|latest))? approx? N (frac|and a half)? dash? more? units orso?',
    readCounted,
  ),
  rule('(about|approx)? a num num? units', readCounted),
  rule('the? unit dash (ago|er) N units', readCounted),
  rule('(the? (last|past|next|coming))? N to N more? units', readCounted),
  rule('approx? N frac? dash? (unit|units)', readAdjective),
  rule('approx? a more? unit (and a half)?', readOne),
  rule('approx? half (a|dash) unit', readHalf),
  rule('(the? (last|past|next|coming|recent|prev))? (SOME|couple)? more? units ((and|or) units)?', readVague),
  rule('(the? (next|last|past|coming))? couple of? units', readVague),
  rule('the units ahead', readVague),
  rule('few dash unit', readLong),
  rule('UNIT dash long', readLong),
  rule('every (unit|weekday|month|season|weekend|daypart|weekday daypart|N units)', readEvery),
  rule('weekdays', readEvery),
  rule('weekday dayparts', readEvery),
  rule('adverb', (m) => repeated(m.text('adverb') ?? '')),
];
