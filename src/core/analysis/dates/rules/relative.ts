import { civilOf, dayOf, weekdayOf } from '../calendar';
import type { Match } from '../match';
import { durationOf, isClockUnit, shift, type Unit, valueOf } from '../reading';
import { nearestYear } from './day';
import { carried, length, type Read, reckoned, type Rule, rule, written } from './rule';

/** Dates reckoned from publication or from the expression before. */

const sides = ['before that of', 'of', 'after that of'];

const namedUnit = (m: Match, count: number, unit = m.unit) =>
  reckoned(m, m.away(unit, count), `the ${unit} ${sides[count + 1] ?? 'of'} publication`);

const readWeekend: Read = (m) => {
  const { published } = m.context;
  if (published === undefined) return reckoned(m, 'XXXX-WXX-WE', '');
  const weekday = weekdayOf(published);
  const saturday = published - weekday + 6;
  // On a Monday "this weekend" looks back, on any weekday "the weekend" does.
  const back = m.has('last', 'past') || (m.has('this') ? weekday === 1 : weekday < 6 && !m.has('next', 'coming') && !m.ahead('near'));
  const moved = back ? saturday - 7 : m.has('next') && weekday >= 6 ? saturday + 7 : saturday;
  return reckoned(m, `${valueOf('week', moved)}-WE`, 'the weekend nearest publication');
};

const readNamedUnit: Read = (m) => {
  const { unit, direction } = m;
  // "the next day" goes on from a date named before.
  const carries = m.has('the') && m.has('next') && (unit === 'day' || m.context.reference?.unit === unit);
  return isClockUnit(unit) || (unit === 'day' && direction <= 0) || carries ? undefined : namedUnit(m, direction);
};

/** The quarter a business report is about: the one it named, else the last one complete. */
const mainQuarter = (m: Match, years = 0): string => {
  const { quarter, published } = m.context;
  const base = quarter ?? (published === undefined ? undefined : shift(published, 'quarter', -1));
  return m.away('year', years, base, 'quarter');
};
const theQuarter = (m: Match) => carried(m, mainQuarter(m), 'the quarter the text is about');

const readTheUnit: Read = (m) => {
  const { unit } = m;
  const { published } = m.context;
  if (unit === 'quarter') {
    if (m.nextIs('dash')) return undefined;
    if (!m.nextIs('ed') || !m.is(m.to + 1, 'month') || published === undefined) return theQuarter(m);
    const end = dayOf(civilOf(published).year, m.value(m.to + 1), 15);
    return reckoned(m, m.away('year', end <= published ? 0 : -1, end, 'quarter'), 'the quarter that ended then');
  }
  if (unit === 'year' && (m.nextIs('ed') || (m.nextIs('other') && m.word(m.to) === 'ending'))) return length('P1Y', 'a business year');
  if (!m.prevIs('in', 'for', 'of', 'during', 'by') || m.nextIs('of', 'after', 'before', 'dash', 'ordinal', 'other')) return undefined;
  return unit === 'week' || unit === 'year' || (unit === 'month' && m.has('edge')) ? namedUnit(m, 0) : undefined;
};

const readLatest: Read = (m) => {
  if (m.has('period') || m.unit === 'quarter') return theQuarter(m);
  return m.unit === 'year' && m.has('latest') ? namedUnit(m, -1) : undefined;
};

const readYearEnd: Read = (m) => {
  if (m.text('unit') !== 'year' || m.nextIs('dash', 'other')) return undefined;
  return reckoned(m, m.away('year', 0) + (m.has('dash') ? '-12-31' : ''), 'the end of the year of publication');
};

/** The same quarter of the year before, where the text is about quarters. */
const readYearAgo: Read = (m) => {
  if (m.text('unit') !== 'year' && !m.says('year')) return undefined;
  if (m.context.quarter === undefined && !m.says('quarter')) return namedUnit(m, -1, 'year');
  return carried(m, mainQuarter(m, -1), 'the same quarter of the year before');
};

/** "last year's quarter" */
const readQuarterOf: Read = (m) =>
  m.says('quarter') && m.text('unit') === 'year' ? carried(m, mainQuarter(m, m.direction), 'that quarter') : undefined;

const readAway: Read = (m) => {
  const { unit } = m;
  const count = m.count ?? 1;
  const back = m.back;
  if (isClockUnit(unit)) return length(durationOf(count, unit));
  if (unit === 'year' && count === 1 && back && m.context.quarter !== undefined) return readYearAgo(m);
  const reference = m.has('ago', 'ref') ? undefined : m.context.reference;
  // Years and more are rough: "five years ago" is a year, whatever the day.
  let fine: Unit = ['decade', 'century', 'millennium'].includes(unit) ? 'year' : unit;
  if (reference && unit === 'year' && count === 1 && (reference.unit === 'month' || reference.unit === 'quarter')) fine = reference.unit;
  const value = m.away(unit, back ? -count : count, reference?.day ?? m.context.published, fine);
  const how = `${count} ${unit}${count === 1 ? '' : 's'} ${back ? 'before' : 'after'} `;
  return reference ? carried(m, value, `${how}the date named before`) : reckoned(m, value, `${how}publication`);
};

const readVagueAway: Read = (m) => written(m.back ? 'PAST_REF' : 'FUTURE_REF', '', 'an unknown length of time away');

/** "that year", "the following day", "the same week": from the expression before. */
const readAnaphor: Read = (m) => {
  const { reference, published } = m.context;
  const unit = m.has('daypart') ? 'day' : m.unit;
  const direction = m.has('following') ? 1 : m.direction;
  if (isClockUnit(unit) || (direction === 0 && (!reference || (unit === 'day' && reference.unit !== 'day')))) return undefined;
  const part = m.text('daypart');
  return carried(
    m,
    m.away(unit, direction, reference?.day ?? published) + (part === undefined ? '' : `T${part}`),
    'from the date named before',
  );
};

const readWeekOf: Read = (m) => {
  const month = m.number('month') ?? 1;
  const day = m.number('dd') ?? 1;
  const year = nearestYear(m, month, day);
  if (m.unit !== 'week') return undefined;
  return reckoned(m, m.away('week', 0, year === undefined ? undefined : dayOf(year, month, day)), 'the week that holds that day', 'md');
};

const readPast: Read = (m) => {
  if (!m.has('unit'))
    return m.prevIs('in', 'from', 'of') && !m.nextIs('dd', 'int', 'num', 'few', 'half', 'season')
      ? written('PAST_REF', '', 'a reference without a date')
      : undefined;
  if (m.unit === 'year') return namedUnit(m, -1);
  return isClockUnit(m.unit) && m.unit !== 'hour' ? undefined : length(durationOf(1, m.unit), 'a length of time up to publication');
};

const readReference: Read = (m) => {
  const value = m.text('ref') ?? '';
  if (value === 'FUTURE_REF' && (m.nextIs('after', 'as') || m.prevIs('as'))) return undefined;
  return written(value, '', 'a reference without a date');
};

export const relativeRules: readonly Rule[] = [
  rule('(MOD|er|er in|EDGE|sometime)? (last|this|next|the next|this coming|this past|the? coming) unit orso?', readNamedUnit),
  rule('(MOD|er|EDGE)? (last|this|next|this coming|this past|the? coming|the|the past) weekend', readWeekend),
  rule('the past unit?', readPast),
  rule('(MOD|er|EDGE)? the current fiscal? unit', readNamedUnit),
  rule('(er in|EDGE|the full of)? the (fiscal|full)? unit', readTheUnit),
  rule('the (latest|same) fiscal? (unit|period)', readLatest),
  rule('the (latest|same) (unit|period) (last unit|a unit (ago|er))', readYearAgo),
  rule('(about? unit dash? edge|unit poss edge)', readYearEnd),
  rule('unit dash (ago|er)', readYearAgo),
  rule('the? latest? unit dash (ago|er) (unit|period)', readYearAgo),
  rule('the unit a unit (ago|er)', readYearAgo),
  rule('(last|this) unit poss unit', readQuarterOf),
  rule('(about|approx)? N UNIT (ago|er|from ref)', readAway),
  rule('(about|approx)? a unit orso? (ago|er|from ref)', readAway),
  rule('(about|approx)? (SOME|couple)? units (ago|er)', readVagueAway),
  rule('er? (that same?|the same|the prev|the next|the? following) (unit|daypart)', readAnaphor),
  rule('the unit of month dd', readWeekOf),
  rule('ref', readReference),
];
