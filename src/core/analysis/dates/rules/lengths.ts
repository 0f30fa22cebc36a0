import { pad } from '../calendar';
import type { Match } from '../match';
import { durationOf, type Reading, shift } from '../reading';
import { amountsOf, durationOfAll, isOneLength } from './amount';
import { length, type Read, type Rule, rule } from './rule';

/** Lengths of time and repeated times. */

/** "the past two years" ends at publication, "the next two years" begins there. */
function measured(m: Match, count: number | undefined): Reading {
  const reading = length(durationOf(count, m.unit));
  const { today } = m;
  if (m.direction === 0 || count === undefined || isNaN(today)) return reading;
  const other = shift(today, m.unit, m.direction * count);
  return {
    ...reading,
    how: `a length of time ${m.direction < 0 ? 'up to' : 'from'} publication`,
    anchor: 'publication',
    firstDay: Math.min(other, today),
    lastDay: Math.max(other, today),
  };
}

/** "52 years old", "a 22-year-old". */
const isAge = (m: Match): boolean => m.next('old') || (m.next('dash') && m.is(m.to + 1, 'old'));

const readCounted: Read = (m) => {
  if (isAge(m) || m.number('yyyy') > 1800 || m.prev('money dash slash')) return undefined;
  if (m.has('dash') && m.unit === 'quarter') return undefined;
  // "a zero-hours contract"
  if (m.count + m.number('frac') === 0 && !m.has('half')) return undefined;
  return measured(m, m.count + m.number('frac') + (m.has('half') ? 0.5 : 0));
};

/** "two years and three months" */
const readJoined: Read = (m) => {
  const parts = amountsOf(m);
  return isAge(m) || !isOneLength(parts) || m.prev('money dash slash') ? undefined : length(durationOfAll(parts));
};

/** "a five-year plan"; spoken texts leave the hyphen out. */
const readAdjective: Read = (m) => {
  const { count } = m;
  if (isAge(m) || m.prev('money dash') || m.unit === 'quarter' || count + m.number('frac') === 0) return undefined;
  const led = m.prev('in for than after before comma') || m.has('approx');
  // "one day" without anything that leads it is no date.
  const figures = count > 1 && m.next('other') && m.has('dd int') && !m.prev('month comma');
  return figures || m.has('dash') || (m.has('num') && (count !== 1 || led)) ? measured(m, count) : undefined;
};

/** "spent months", "took a year" */
const takes = (m: Match): boolean => /^(?:sp[ae]n[dt]|took|tak|take|last|wait|within|serve)(?:s|n|d|ed|ing)?$/i.test(m.word(m.from - 1));

const readOne: Read = (m) => {
  const { unit } = m;
  const half = m.has('half');
  if (m.next('dash') || (!half && m.next('ago er')) || unit === 'quarter') return undefined;
  const sure = half || m.has('approx') || takes(m) || m.next('poss') || m.word(m.to) === 'away';
  // A second, a minute and a day need a plainer sign than an hour or a year; rates have none: "ten flights a week".
  const led = /^(sec|min)/.test(unit)
    ? sure
    : unit === 'day'
      ? sure || m.prev('in for than by')
      : sure || m.has('more') || m.prev('in for than of by about after before at to and as') || m.next('after before');
  return led ? measured(m, half ? 1.5 : 1) : undefined;
};

const readVague: Read = (m) => {
  const { unit } = m;
  if (unit === 'second' || m.next('poss') || isAge(m)) return undefined;
  if (m.to - m.from === 1) {
    const led = takes(m) || m.prev('in by for after approx the about before') || m.next('of before after');
    if (!led || m.prev('num int dd yyyy dec money that dash frac')) return undefined;
    if (/^(min|hour|quar)/.test(unit) && !m.next('after before')) return undefined;
  }
  return measured(m, m.has('couple') ? 2 : undefined);
};

const readHalf: Read = (m) => length(durationOf(0.5, m.unit));
const readLong: Read = (m) => length(durationOf(m.has('unit') ? 1 : undefined, m.unit));

const repeated = (value: string): Reading => ({ ...length(value, 'repeated'), type: 'SET' });

const readEvery: Read = (m) => {
  const weekday = m.number('weekday') || m.number('weekdays');
  const part = m.text('daypart') || m.text('dayparts');
  const at = part && `T${part}`;
  if (weekday > 0) return repeated(`XXXX-WXX-${weekday}${at}`);
  if (m.has('month')) return repeated(`XXXX-${pad(m.number('month'))}`);
  if (m.has('season')) return repeated(`XXXX-${m.text('season')}`);
  if (at) return repeated(`XXXX-XX-XX${at}`);
  return repeated(m.has('weekend') ? 'XXXX-WXX-WE' : durationOf(m.count || 1, m.unit));
};

export const lengthRules: readonly Rule[] = [
  rule(
    '(approx|the? ordinal?|the? (SIDE|recent|full|prev|latest))? approx? N (frac|dash? and dash? a dash? half)? dash? more? units orso?',
    readCounted,
  ),
  rule('approx? N UNIT (comma? and? N UNIT){1,2}', readJoined),
  rule('(about|approx)? a num num? units', readCounted),
  rule('(the? SIDE)? N (to|dash) N more? units', readCounted),
  rule('approx? N frac? dash? (unit|units)', readAdjective),
  rule('approx? a more? unit (and a half)?', readOne),
  rule('approx? half (a|dash) unit', readHalf),
  rule('(the? (SIDE|recent|prev))? SOME? more? units ((and|or) units)?', readVague),
  rule('few dash unit', readVague),
  rule('UNIT dash long', readLong),
  rule('every ordinal? (unit|weekday|month|season|weekend|daypart|weekday daypart|N units)', readEvery),
  rule('weekdays', readEvery),
  rule('weekday dayparts', readEvery),
  rule('adverb', (m) => repeated(m.text('adverb'))),
];
