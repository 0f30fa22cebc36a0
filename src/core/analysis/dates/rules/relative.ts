import { civilOf, dayOf, weekdayOf } from '../calendar';
import type { Match } from '../patterns';
import { type Context, date, durationOf, type Reading, shift, valueOf } from '../reading';
import type { Unit } from '../words';
import { directionOf, partOf, type Read, type Rule, rule, saysUnit, unitOf } from './rule';

/** Dates reckoned from publication or from the expression before. */

const clockUnits: readonly Unit[] = ['second', 'minute', 'hour'];

const named = (value: string, how: string, m: Match): Reading => date(value, how, { anchor: 'publication', part: partOf(m) });

function readWeekend(m: Match, context: Context): Reading {
  const { published } = context;
  if (published === undefined) return date('XXXX-WXX-WE', 'a weekend; the publication date is unknown', {});
  const weekday = weekdayOf(published);
  const thisSaturday = published - weekday + 6;
  // On a Monday "this weekend" and "the weekend" look back.
  const back =
    m.has('last') ||
    m.has('past') ||
    (m.has('this') ? weekday === 1 : weekday < 6 && !m.has('next') && !m.has('coming') && !context.ahead(m, 'near'));
  const saturday = back ? thisSaturday - 7 : m.has('next') && weekday >= 6 ? thisSaturday + 7 : thisSaturday;
  return named(`${valueOf('week', saturday)}-WE`, 'the weekend nearest publication', m);
}

const readNamedUnit: Read = (m, { published }) => {
  const unit = unitOf(m);
  const direction = directionOf(m);
  if (clockUnits.includes(unit) || (unit === 'day' && direction <= 0)) return undefined;
  // "last second", "this century": what remains is a calendar unit.
  const day = published === undefined ? undefined : shift(published, unit, direction);
  return named(
    valueOf(unit, day),
    `the ${unit} ${direction < 0 ? 'before that of' : direction > 0 ? 'after that of' : 'of'} publication`,
    m,
  );
};

/** The quarter a business report is about: the one it named, else the last one complete. */
function mainQuarter({ quarter, published }: Context): number | undefined {
  return quarter ?? (published === undefined ? undefined : shift(published, 'quarter', -1));
}

const readTheUnit: Read = (m, context) => {
  const unit = unitOf(m);
  const { published } = context;
  if (unit === 'quarter') {
    if (m.nextIs('dash')) return undefined;
    const ended = m.nextIs('did') && m.is(m.to + 1, 'month');
    if (ended && published !== undefined) {
      const { year } = civilOf(published);
      const end = dayOf(year, Number(m.tokens.values[m.to + 1]), 15);
      return date(valueOf('quarter', end <= published ? end : shift(end, 'year', -1)), 'the quarter that ended then', {
        anchor: 'publication',
      });
    }
    return date(valueOf('quarter', mainQuarter(context)), 'the quarter the text is about', { anchor: 'expression' });
  }
  if (!m.prevIs('in', 'for', 'of', 'during', 'by') || m.nextIs('of', 'after', 'before', 'dash', 'other', 'ordinal')) {
    if (unit !== 'year' || !m.nextIs('did')) return undefined;
  }
  if (unit === 'year' && m.nextIs('did'))
    return /^end/i.test(m.word(m.to)) ? { type: 'DURATION', value: 'P1Y', known: [], how: 'a business year' } : undefined;
  if (unit === 'week' || unit === 'year' || (unit === 'month' && m.has('edge')))
    return named(valueOf(unit, published), `the ${unit} of publication`, m);
  return undefined;
};

const readLatest: Read = (m, context) => {
  if (m.has('unit') && !saysUnit(m, 'quarter'))
    return unitOf(m) === 'year'
      ? named(
          valueOf('year', context.published === undefined ? undefined : shift(context.published, 'year', -1)),
          'the last business year',
          m,
        )
      : undefined;
  return date(valueOf('quarter', mainQuarter(context)), 'the quarter the text is about', { anchor: 'expression' });
};

const readCurrent: Read = (m, { published }) => {
  const unit = unitOf(m);
  return clockUnits.includes(unit) ? undefined : named(valueOf(unit, published), `the ${unit} of publication`, m);
};

const readYearEnd: Read = (m, { published }) => {
  if (m.text('unit') !== 'year' || m.nextIs('dash')) return undefined;
  const year = valueOf('year', published);
  return named(m.has('dash') ? `${year}-12-31` : year, 'the end of the year of publication', m);
};

/** The same quarter of the year before, where the text is about quarters. */
const readYearAgo: Read = (m, context) => {
  if (m.text('unit') !== 'year') return undefined;
  if (context.quarter !== undefined || saysUnit(m, 'quarter')) {
    const quarter = mainQuarter(context);
    return date(valueOf('quarter', quarter === undefined ? undefined : shift(quarter, 'year', -1)), 'the same quarter of the year before', {
      anchor: 'expression',
    });
  }
  return named(
    valueOf('year', context.published === undefined ? undefined : shift(context.published, 'year', -1)),
    'the year before publication',
    m,
  );
};

function away(m: Match, context: Context, count: number | undefined): Reading | undefined {
  const unit = unitOf(m);
  const ago = m.has('ago');
  const back = ago || (m.has('er') && /^e/i.test(m.word(m.index('er'))));
  if (count === undefined) return undefined;
  if (clockUnits.includes(unit)) return { type: 'DURATION', value: durationOf(count, unit), known: [], how: 'a length of time' };
  if (unit === 'year' && count === 1 && back && context.quarter !== undefined) return readYearAgo(m, context);
  const reference = ago || context.reference === undefined ? undefined : context.reference;
  const base = reference?.day ?? context.published;
  // Years and more are rough: "five years ago" is a year, whatever the day.
  let fine: Unit = unit === 'decade' || unit === 'century' || unit === 'millennium' ? 'year' : unit;
  if (reference && unit === 'year' && count === 1 && reference.unit !== 'day' && reference.unit !== 'week') fine = reference.unit;
  const value = valueOf(fine, base === undefined ? undefined : shift(base, unit, back ? -count : count));
  const how = `${count} ${unit}${count === 1 ? '' : 's'} ${back ? 'before' : 'after'} ${reference ? 'the date named before' : 'publication'}`;
  return date(value, how, { anchor: reference ? 'expression' : 'publication' });
}

const readVagueAway: Read = (m) =>
  date(m.has('ago') || /^e/i.test(m.word(m.index('er'))) ? 'PAST_REF' : 'FUTURE_REF', 'an unknown length of time away', {});

/** "that year", "the following day", "the same week": from the expression before. */
const readAnaphor: Read = (m, { reference, published }) => {
  const unit = m.has('daypart') ? 'day' : unitOf(m);
  if (clockUnits.includes(unit)) return undefined;
  const back = m.has('prev') || m.has('before');
  const count = back ? -1 : m.has('next') || m.has('after') ? 1 : 0;
  if (count === 0 && !reference) return undefined;
  const base = reference?.day ?? published;
  const part = m.text('daypart');
  const value = valueOf(unit, base === undefined ? undefined : shift(base, unit, count));
  return date(part === undefined ? value : `${value}T${part}`, 'from the date named before', {
    anchor: reference ? 'expression' : 'publication',
  });
};

const readWeekOf: Read = (m, { published }) => {
  if (m.text('unit') !== 'week' || published === undefined) return undefined;
  const { year } = civilOf(published);
  const day = [year + 1, year].map((y) => dayOf(y, m.number('month') ?? 1, m.number('dd') ?? 1)).find((d) => d <= published + 90);
  return day === undefined
    ? undefined
    : date(valueOf('week', day), 'the week that holds that day', { known: ['month', 'day'], anchor: 'publication' });
};

const readPastYear: Read = (m, { published }) => {
  const unit = unitOf(m);
  if (unit === 'year')
    return named(valueOf('year', published === undefined ? undefined : shift(published, 'year', -1)), 'the year before publication', m);
  return clockUnits.includes(unit) && unit !== 'hour'
    ? undefined
    : { type: 'DURATION', value: durationOf(1, unit), known: [], how: 'a length of time up to publication' };
};

const readReference: Read = (m) => {
  const value = m.text('ref') ?? '';
  if (value === 'FUTURE_REF' && (m.nextIs('after', 'as') || m.prevIs('as'))) return undefined;
  return date(value, 'a reference without a date', {});
};

export const relativeRules: readonly Rule[] = [
  rule('(MOD|er|er in|the? edge of|sometime)? (last|this|next|this coming|this past|the? coming) unit', readNamedUnit),
  rule('(MOD|er|the? edge of)? (last|this|next|this coming|this past|the? coming|the|the past) weekend', readWeekend),
  rule('the past unit', readPastYear),
  rule('(MOD|er|the? edge of)? the current fiscal? unit', readCurrent),
  rule('(er in|the? edge of|the full of)? the (fiscal|full)? unit', readTheUnit),
  rule('the (latest|same) fiscal? (unit|period)', readLatest),
  rule('the (latest|same) (unit|period) (last unit|a unit (ago|er))', readYearAgo),
  rule('(about? unit dash? edge|unit poss edge)', readYearEnd),
  rule('the? latest? unit dash (ago|er) ((unit|period))?', readYearAgo),
  rule('the unit a unit (ago|er)', readYearAgo),
  rule('(about|approx)? N UNIT (ago|er|from ref)', (m, context) => away(m, context, m.count())),
  rule('(about|approx)? a unit orso? (ago|er|from ref)', (m, context) => away(m, context, 1)),
  rule('(about|approx)? (SOME|couple)? units (ago|er)', readVagueAway),
  rule('(er)? (that|the same|the prev|the next|the? next) (unit|daypart)', readAnaphor),
  rule('the unit of month dd', readWeekOf),
  rule('ref', readReference),
];
