import { dayOf, weekdayOf } from '../calendar';
import type { Match } from '../match';
import { durationOf, isClockUnit, shift, type Unit, valueOf } from '../reading';
import { nearestYear } from './day';
import { apart, carried, fromBefore, length, type Read, reckoned, type Rule, rule, written } from './rule';

/** Dates reckoned from publication or from the expression before. */

const namedUnit = (m: Match, count: number, unit = m.unit) =>
  reckoned(m, m.away(unit, count), `the ${unit} ${count < 0 ? 'before that of' : count > 0 ? 'after that of' : 'of'} publication`);

const readWeekend: Read = (m) => {
  const { today } = m;
  const weekday = weekdayOf(today);
  let saturday = today - weekday + 6;
  // On a Monday "this weekend" looks back, on any weekday "the weekend" does.
  if (m.has('last past') || (m.has('this') ? weekday === 1 : weekday < 6 && !m.has('next coming') && !m.ahead('near'))) saturday -= 7;
  else if (m.has('next') && weekday >= 6) saturday += 7;
  return reckoned(m, `${valueOf('week', saturday)}-WE`, 'weekend nearest publication');
};

const readNamedUnit: Read = (m) => {
  const { unit, direction } = m;
  // "the next day" goes on from a date named before.
  const carries = m.has('the') && m.has('next') && (unit === 'day' || m.context.reference?.unit === unit);
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
  return unit === 'week' || unit === 'year' || (unit === 'month' && m.has('edge')) ? namedUnit(m, 0) : undefined;
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
  const { unit } = m;
  const count = (m.count || 1) * (m.back ? -1 : 1);
  if (isClockUnit(unit)) return length(durationOf(Math.abs(count), unit));
  if (unit === 'year' && count === -1 && !isNaN(m.context.quarter)) return theQuarter(m, -1);
  // A day is not counted from a month or a year.
  const named = m.context.reference;
  const fits = named?.unit === 'day' || named?.unit === unit || unit === 'year';
  const reference = fits && !m.has('ago ref') ? named : undefined;
  // Years and more are rough: "five years ago" is a year, whatever the day.
  let fine: Unit = /^(dec|cen)/.test(unit) ? 'year' : unit;
  if (reference && unit === 'year' && count * count === 1 && /^[mq]/.test(reference.unit)) fine = reference.unit;
  const value = m.away(unit, count, reference?.day, fine);
  const how = apart(count, unit);
  return reference ? carried(value, `${how}the date named before`) : reckoned(m, value, `${how}publication`);
};

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

const readWeekOf: Read = (m) => {
  if (m.unit !== 'week') return undefined;
  const month = m.number('month');
  const day = m.number('dd');
  return reckoned(m, valueOf('week', dayOf(nearestYear(m, month, day), month, day)), 'the week of that day', 'md');
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
  const value = m.text('ref') || 'PAST_REF';
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
  rule('the? latest? unit dash AGO (unit|period)', readYearAgo),
  rule('(about|approx)? (N UNIT|a unit orso?) (ago|er|from ref)', readAway),
  rule('(about|approx)? SOME? units AGO', readVagueAway),
  rule('er? (that same?|the same|the prev|the next|the? following) (unit|daypart)', readAnaphor),
  rule('the unit of month dd', readWeekOf),
  rule('ref', readReference),
];
