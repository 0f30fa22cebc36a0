import { weekdayOf } from '../calendar';
import { directionOf } from '../direction';
import type { Match } from '../match';
import { durationOf, isClockUnit, type Reading, type Reference, shift, type Unit, valueOf } from '../reading';
import { type Amount, amountsOf, durationOfAll } from './amount';
import { apart, carried, fromBefore, length, type Read, reckoned, type Rule, rule, written } from './rule';

/** Dates reckoned from publication or from the expression before. */

const namedUnit = (m: Match, count: number, unit = m.unit) =>
  reckoned(m, m.away(unit, count), `the ${unit} ${count < 0 ? 'before that of' : count > 0 ? 'after that of' : 'of'} publication`);

const readWeekend: Read = (m) => {
  const { today } = m;
  const weekday = weekdayOf(today);
  let saturday = today - weekday + 6;
  // On a Monday "this weekend" looks back, on any weekday "the weekend" does.
  if (m.has('last past') || (m.has('this') ? weekday === 1 : weekday < 6 && !m.has('next coming') && directionOf(m, 'near') <= 0))
    saturday -= 7;
  else if (m.has('next') && weekday >= 6) saturday += 7;
  return reckoned(m, `${valueOf('week', saturday)}-WE`, 'weekend nearest publication');
};

const readNamedUnit: Read = (m) => {
  const { unit, direction } = m;
  // "the next day" goes on from a date named before.
  const carries = !m.prev('approx') && m.has('the') && m.has('next') && (unit === 'day' || m.context.reference?.unit === unit);
  return isClockUnit(unit) || (unit === 'day' && direction <= 0) || carries ? undefined : namedUnit(m, direction);
};

/** The quarter a business report is about: the one it named, else the last one complete. */
const theQuarter = (m: Match, years = 0) => {
  const { quarter } = m.context;
  const base = isNaN(quarter) ? shift(m.today, 'quarter', -1) : quarter;
  return carried(m.away('year', years, base, 'quarter'), `quarter the text is about${years < 0 ? ', a year before' : ''}`);
};

const readTheUnit: Read = (m) => {
  const { unit } = m;
  if (unit === 'quarter') {
    return m.next('dash') ? undefined : theQuarter(m);
  }
  if (unit === 'year' && (m.next('ed') || m.word(m.to) === 'ending')) return length('P1Y', 'a business year');
  if (!m.prev('in for of during by') || m.next('of after before dash ordinal other')) return undefined;
  return unit === 'week' || unit === 'year' || (unit === 'month' && m.has('edge')) || (unit === 'day' && m.has('er'))
    ? namedUnit(m, 0)
    : undefined;
};

const readLatest: Read = (m) => {
  if (m.has('period') || m.unit === 'quarter') return theQuarter(m);
  return m.unit === 'year' && m.has('latest') ? namedUnit(m, -1) : undefined;
};

const readYearEnd: Read = (m) => {
  if (m.unit !== 'year' || m.next('dash other')) return undefined;
  return reckoned(m, m.away('year', 0) + (m.has('dash') ? '-12-31' : ''), 'the end of the year of publication');
};

/** The same quarter of the year before, where the text is about quarters. */
const readYearAgo: Read = (m) => {
  if (!m.says('year')) return undefined;
  return isNaN(m.context.quarter) && !m.says('quarter') ? namedUnit(m, -1, 'year') : theQuarter(m, -1);
};

const readAway: Read = (m) => {
  const parts = amountsOf(m);
  const [only] = parts;
  const sign = m.back ? -1 : 1;
  if (parts.every(({ unit }) => isClockUnit(unit))) return length(durationOfAll(parts));
  const named = m.has('ago ref') ? undefined : m.context.reference;
  if (only === undefined || parts.length > 1 || !Number.isInteger(only.count)) return readFinely(m, parts, sign, named);
  const { unit } = only;
  const count = only.count * sign;
  if (unit === 'year' && count === -1 && !isNaN(m.context.quarter)) return theQuarter(m, -1);
  // A day is not counted from a month or a year.
  const reference = named?.unit === 'day' || named?.unit === unit || unit === 'year' ? named : undefined;
  // Years and more are rough: "five years ago" is a year, whatever the day.
  let fine: Unit = /^(dec|cen)/.test(unit) ? 'year' : unit;
  if (reference && unit === 'year' && count * count === 1 && /^[mq]/.test(reference.unit)) fine = reference.unit;
  const value = m.away(unit, count, reference?.day, fine);
  const how = apart(count, unit);
  return reference ? carried(value, `${how}the date named before`) : reckoned(m, value, `${how}publication`);
};

/** "two and a half years ago", "1 day 21 hours ago": as fine as the smallest unit named. */
function readFinely(m: Match, parts: readonly Amount[], sign: number, named: Reference | undefined): Reading {
  const reference = named?.unit === 'day' ? named : undefined;
  let day = reference?.day ?? m.today;
  let hours = 0;
  let fine: Unit = 'year';
  for (const { count, unit } of parts) {
    if (isClockUnit(unit)) hours += unit === 'hour' ? count : 0;
    else day = shift(day, unit, sign * count);
    fine = isClockUnit(unit) ? 'day' : unit === 'year' && !Number.isInteger(count) ? 'month' : unit;
  }
  const value = valueOf(fine === 'decade' || fine === 'century' ? 'year' : fine, day + sign * Math.round(hours / 24));
  const how = `counted ${sign < 0 ? 'back' : 'on'} from `;
  return reference ? carried(value, `${how}the date named before`) : reckoned(m, value, `${how}publication`);
}

const readVagueAway: Read = (m) => written(m.back ? 'PAST_REF' : 'FUTURE_REF', '', 'an unknown time away');

/** "that year", "the following day", "the same week": from the expression before. */
const readAnaphor: Read = (m) => {
  const { reference } = m.context;
  const part = m.text('daypart');
  const unit = part === '' ? m.unit : 'day';
  const direction = m.has('following') ? 1 : m.direction;
  if (isClockUnit(unit) || (direction === 0 && (!reference || (unit === 'day' && reference.unit !== 'day')))) return undefined;
  return carried(m.away(unit, direction, reference?.day) + (part && `T${part}`), fromBefore);
};

const readPast: Read = (m) => {
  if (m.has('unit')) {
    if (m.has('last') && (m.next('of') || !/^(dec|cen)/.test(m.unit))) return undefined;
    if (m.unit === 'year') return namedUnit(m, -1);
    return isClockUnit(m.unit) && m.unit !== 'hour' ? undefined : length(durationOf(1, m.unit));
  }
  return m.prev('in from of') && !m.next('dd int num few half season') ? readReference(m) : undefined;
};

const readReference: Read = (m) => {
  const value = m.text('ref') || (m.has('current') ? 'PRESENT_REF' : 'PAST_REF');
  if (value === 'FUTURE_REF' && (m.next('after as') || m.prev('as'))) return undefined;
  return written(value, '', 'a reference without a date');
};

export const relativeRules: readonly Rule[] = [
  rule('(MOD|er|er in|EDGE)? (RELATIVE|the next|this coming|this past|the? coming) unit orso?', readNamedUnit),
  rule('(MOD|er|EDGE)? (RELATIVE|this coming|this past|the? coming|the|the past) weekend', readWeekend),
  rule('the (past unit?|last unit)', readPast),
  rule('(MOD|er|EDGE)? the current fiscal? unit', readNamedUnit),
  rule('(er in|EDGE)? the (fiscal|full)? unit', readTheUnit),
  rule('the (latest|same) fiscal? (unit|period)', readLatest),
  rule('the (latest|same) (unit|period) (last unit|a unit AGO)', readYearAgo),
  rule('(about? unit dash? edge|unit poss edge)', readYearEnd),
  rule('unit dash AGO', readYearAgo),
  rule('the unit a unit AGO', readYearAgo),
  rule('the? (latest? unit dash AGO|prev unit dash?) (unit|period)', readYearAgo),
  rule('(about|approx)? (QTY (comma? and? N UNIT){0,2}|a unit orso) (ago|er|from ref)', readAway),
  rule('(about|approx)? SOME? units AGO', readVagueAway),
  rule('er? (that same?|the same|the prev|the next|the? following) (unit|daypart)', readAnaphor),
  rule('ref', readReference),
  rule('current', (m) => (m.next('other ed') && !m.prev('dash') ? readReference(m) : undefined)),
];
