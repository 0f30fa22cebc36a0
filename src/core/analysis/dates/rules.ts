import { civilOf, dayOf, daysInMonth, easterOf, isoOfDay, pad, weekdayOf } from './calendar';
import { compile, type Match, type Pattern } from './patterns';
import { type Context, date, durationOf, monthNames, type Part, type Reading, shift, valueOf, weekdayNames, weekdayUpTo } from './reading';
import type { Unit } from './words';

export type Read = (match: Match, context: Context) => Reading | undefined;
export interface Rule {
  readonly pattern: Pattern;
  readonly read: Read;
}

export const rules: Rule[] = [];
function rule(pattern: string, read: Read): void {
  rules.push({ pattern: compile(pattern), read });
}

const quarterUnit = (m: Match): boolean => m.tokens.values.slice(m.from, m.to).includes('quarter');
const unitOf = (m: Match): Unit => (m.text('unit') ?? m.text('units') ?? 'day') as Unit;
const modOf = (m: Match): string | undefined => m.text('mod') ?? m.text('edge');
const fullYear = (m: Match): number | undefined => m.number('yyyy') ?? m.number('yy');

/** -1 last, 0 this, 1 next. */
function directionOf(m: Match): number {
  if (m.has('last') || m.has('prev') || m.has('past')) return -1;
  return m.has('next') || m.has('coming') ? 1 : 0;
}

/** Month and day without a year: the latest one that is at most 90 days ahead of publication (right for 96 % in news). */
function yearFor(context: Context, month: number, day: number, ahead = 90): number | undefined {
  if (context.published === undefined) return undefined;
  const { year } = civilOf(context.published);
  for (const candidate of [year + 1, year]) if (dayOf(candidate, month, day) <= context.published + ahead) return candidate;
  return year - 1;
}

const monthDay = (year: number | undefined, month: number, day: number): string =>
  `${year === undefined ? 'XXXX' : pad(year, 4)}-${pad(month)}-${pad(day)}`;

function dayInMonth(m: Match): number | undefined {
  const day = m.number('dd') ?? m.number('nth') ?? m.number('ordinal');
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

function readMonthDay(m: Match, context: Context): Reading | undefined {
  const month = m.number('month') ?? 0;
  const day = dayInMonth(m);
  const written = fullYear(m);
  if (day === undefined || day > daysInMonth(written ?? 2000, month)) return undefined;
  const known: Part[] = written === undefined ? ['month', 'day'] : ['year', 'month', 'day'];
  if (m.has('weekday') || m.has('wd')) known.push('weekday');
  const year = written ?? yearFor(context, month, day);
  const value = monthDay(year, month, day);
  return written === undefined
    ? date(value, 'month and day as written, the year from the publication date', { known, anchor: 'publication', mod: modOf(m) })
    : date(value, 'as written', { known });
}
rule('(WD comma?)? (the? edge of|MOD|approx)? month (dd|nth|ordinal) (comma? yyyy|comma? yy)?', readMonthDay);
rule('(WD comma?)? the? DAY of? month (comma? yyyy|yy)?', readMonthDay);
rule('(WD comma?)? the ordinal of month (comma? yyyy|yy)?', readMonthDay);
rule('iso', (m) =>
  date(m.text('iso') ?? '', 'as written', {
    known: (m.text('iso') ?? '').includes('T') ? ['year', 'month', 'day', 'time'] : ['year', 'month', 'day'],
  }),
);
rule('slashed', (m) => {
  const [first = 0, second = 0, last = 0] = (m.text('slashed') ?? '').split(/[/.]/).map(Number);
  const year = last > 99 ? last : last < 50 ? 2000 + last : 1900 + last;
  const dotted = (m.text('slashed') ?? '').includes('.');
  if (dotted && last < 100) return undefined;
  // American order unless it cannot be, or the signs are dots.
  const [month, day] = dotted || first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return date(monthDay(year, month, day), 'as written', { known: ['year', 'month', 'day'] });
});

// Months

function monthValue(year: number | undefined, month: number): string {
  return `${year === undefined ? 'XXXX' : pad(year, 4)}-${pad(month)}`;
}
rule('(the? edge of|the? full of|the? MOD|the unit of)? month (of|comma)? yyyy', (m) =>
  date(monthValue(fullYear(m), m.number('month') ?? 0), 'as written', { known: ['year', 'month'], mod: modOf(m) }),
);
rule('(the? edge of|MOD)? month (of|comma)? (last|this|next) unit', (m, context) => {
  if (m.text('unit') !== 'year') return undefined;
  const year = context.published === undefined ? undefined : civilOf(context.published).year + directionOf(m);
  return date(monthValue(year, m.number('month') ?? 0), 'the month as written, the year from the publication date', {
    known: ['month'],
    anchor: 'publication',
    mod: modOf(m),
  });
});
rule('(the? edge of|MOD)? (last|this|next|coming|past|this coming|this past) month', (m, context) => {
  const month = m.number('month') ?? 0;
  if (context.published === undefined) return date(monthValue(undefined, month), 'month as written', { known: ['month'] });
  const { year, month: now } = civilOf(context.published);
  const direction = directionOf(m);
  // "last March" said in April means the year before: otherwise one says "in March".
  if (direction < 0) {
    const before = month < now ? (now - month <= 3 && m.has('last') ? year - 1 : year) : year - 1;
    return date(monthValue(before, month), `the last ${monthNames[month - 1] ?? ''} before publication`, {
      known: ['month'],
      anchor: 'publication',
      mod: modOf(m),
    });
  }
  const after = direction > 0 ? (month > now ? year : year + 1) : year;
  return date(monthValue(after, month), 'month as written, the year from the publication date', {
    known: ['month'],
    anchor: 'publication',
    mod: modOf(m),
  });
});
rule('(the? edge of|the? MOD|the unit of)? month', (m, context) => {
  const month = m.number('month') ?? 0;
  const at = m.to - 1;
  const word = m.word(at);
  if (m.to - m.from === 1) {
    if (m.is(m.to, 'dash') || m.is(m.from - 1, 'dash')) return undefined;
    // Names and verbs: "May", "March", "April Smith", "Jan Egeland".
    const before = m.is(
      m.from - 1,
      'in',
      'since',
      'by',
      'from',
      'to',
      'and',
      'or',
      'of',
      'at',
      'on',
      'for',
      'during',
      'after',
      'before',
      'comma',
      'open',
      'ref',
      'er',
      'and',
    );
    if ((month === 5 || month === 3 || word.length <= 3) && !before) return undefined;
    if ((month === 5 || month === 3) && m.is(m.from - 1, 'comma', 'to', 'and')) return undefined;
  }
  if (context.published === undefined) return date(monthValue(undefined, month), 'month as written', { known: ['month'] });
  const { year, month: now } = civilOf(context.published);
  let resolved: number;
  if (context.ahead(m)) resolved = month >= now ? year : year + 1;
  else resolved = month <= now + 1 ? year : year - 1;
  if (!context.ahead(m) && now === 12 && month === 1) resolved = year + 1;
  return date(monthValue(resolved, month), 'month as written, the year from the publication date', {
    known: ['month'],
    anchor: 'publication',
    mod: modOf(m),
  });
});

// Years, quarters, halves, seasons, decades, centuries

rule('yyyy', (m) => {
  const year = m.number('yyyy') ?? 0;
  if (year < 1900 && !m.is(m.from - 1, 'in', 'since', 'by', 'from', 'of', 'to', 'after', 'before', 'during')) return undefined;
  if (year > 2050 && !m.is(m.from - 1, 'in', 'since', 'by', 'from', 'of', 'to', 'after', 'before', 'during')) return undefined;
  if (m.is(m.from - 1, 'money', 'approx', 'dash', 'slash') || m.is(m.to, 'units', 'percent', 'unit', 'dash', 'num')) return undefined;
  return date(pad(year, 4), 'as written', { known: ['year'] });
});
rule('(the unit|the? edge of|the? MOD|the? fiscal unit?|approx|MOD the? fiscal|the? full unit?|edge of fiscal) yyyy', (m) => {
  if (m.has('approx') && !m.is(m.from - 1, 'in', 'since', 'by', 'from')) return undefined;
  return date(pad(m.number('yyyy') ?? 0, 4), 'as written', { known: ['year'], mod: modOf(m) });
});
rule('yy', (m) =>
  m.is(m.from - 1, 'in', 'since', 'of', 'from', 'by') ? date(pad(m.number('yy') ?? 0, 4), 'as written', { known: ['year'] }) : undefined,
);
rule('(the unit)? num num dash? num?', (m) => {
  const numbers = [...Array(m.to - m.from).keys()].map((i) => Number(m.tokens.values[m.from + i])).filter((n) => n > 0);
  const [first = 0, ...rest] = numbers;
  const spoken = m.has('the');
  if (first >= 13 && first <= 20 && (rest[0] ?? 0) >= 10 && (rest[0] ?? 0) < 100) {
    if (rest.length === 2 && ((rest[0] ?? 0) < 20 || (rest[1] ?? 0) > 9)) return undefined;
    return date(pad(first * 100 + rest.reduce((a, b) => a + b, 0), 4), 'as spoken', { known: ['year'] });
  }
  if (spoken && first === 2 && rest[0] === 1000) return date(pad(2000 + (rest[1] ?? 0), 4), 'as spoken', { known: ['year'] });
  return undefined;
});

function quarterYear(m: Match, context: Context, quarter: number): number | undefined {
  const written = fullYear(m);
  if (written !== undefined) return written;
  if (context.published === undefined) return undefined;
  const { year, month } = civilOf(context.published);
  if (m.has('last') || m.has('this') || m.has('next')) return year + directionOf(m);
  if (context.ahead(m)) return quarter * 3 < month ? year + 1 : year;
  return dayOf(year, quarter * 3 - 2, 1) <= context.published + 10 ? year : year - 1;
}
const readQuarter: Read = (m, context) => {
  if (!quarterUnit(m)) return undefined;
  const quarter = m.number('ordinal') ?? m.number('nth') ?? 0;
  if (quarter > 4) return undefined;
  const year = quarterYear(m, context, quarter);
  const value = `${year === undefined ? 'XXXX' : pad(year, 4)}-Q${quarter}`;
  return date(value, fullYear(m) === undefined ? 'the quarter as written, the year from the publication date' : 'as written', {
    known: fullYear(m) === undefined ? [] : ['year'],
    ...(fullYear(m) === undefined && { anchor: 'publication' as const }),
    mod: modOf(m),
  });
};
rule('(the? edge of|MOD)? the? (fiscal dash?)? (ordinal|nth) dash? (fiscal dash?)? unit (of|in|comma)? fiscal? yyyy', readQuarter);
rule('(the? edge of|MOD)? the? (fiscal dash?)? (ordinal|nth) dash? (fiscal dash?)? unit', readQuarter);
rule('(the? edge of|MOD)? the? yyyy poss? fiscal? (ordinal|nth) dash? unit', readQuarter);
rule('(last|this|next) unit poss fiscal? (ordinal|nth) dash? unit', readQuarter);
rule('the? (ordinal|last) half of (fiscal? yyyy|this unit|last unit|next unit|the unit)', (m, context) => {
  if (!m.has('yyyy') && m.text('unit') !== 'year') return undefined;
  const half = m.is(m.from, 'last') || m.is(m.from + 1, 'last') ? 2 : (m.number('ordinal') ?? 0);
  if (half > 2) return undefined;
  const written = fullYear(m);
  const year =
    written ??
    (context.published === undefined
      ? undefined
      : civilOf(context.published).year + (m.is(m.to - 2, 'last') ? -1 : m.is(m.to - 2, 'next') ? 1 : 0));
  return date(`${year === undefined ? 'XXXX' : pad(year, 4)}-H${half}`, 'the half of the year', {
    known: written === undefined ? [] : ['year'],
  });
});
rule('(the? MOD|the? edge of)? (the|this|last|next|coming|past|this past|this coming)? season (of? yyyy)?', (m, context) => {
  const season = m.text('season') ?? '';
  const written = fullYear(m);
  if (written !== undefined) return date(`${pad(written, 4)}-${season}`, 'as written', { known: ['year'], mod: modOf(m) });
  if (m.is(m.to, 'of')) return undefined;
  const named = m.has('this') || m.has('last') || m.has('next') || m.has('coming') || m.has('past');
  const bare = !named && !m.has('mod');
  if (
    bare &&
    !(m.has('the')
      ? m.is(m.from - 1, 'in', 'during', 'by', 'for', 'of', 'since', 'at')
      : season === 'SU' && m.is(m.from - 1, 'in', 'during', 'by', 'since'))
  )
    return undefined;
  if (context.published === undefined) return date(`XXXX-${season}`, 'season as written');
  const { year, month } = civilOf(context.published);
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 3;
  const resolved = m.has('last') ? (month >= first + 3 ? year : year - 1) : m.has('next') ? (month < first ? year : year + 1) : year;
  return date(`${pad(resolved, 4)}-${season}`, 'the season, the year from the publication date', { anchor: 'publication', mod: modOf(m) });
});
rule('(the? MOD|the? edge of the?|the)? decade', (m) => {
  const decade = m.number('decade') ?? 0;
  const value = m.tokens.prose.slice(m.end - 4, m.end);
  if (/^[a-z]+$/i.test(value) && !m.has('the')) return undefined;
  return date(pad(decade, 3), 'the decade as written', { known: ['year'], mod: modOf(m) });
});
rule('(the? MOD|the? edge of)? the? (nth|ordinal) unit', (m) => {
  if (m.text('unit') !== 'century') return undefined;
  const century = m.number('nth') ?? m.number('ordinal') ?? 0;
  if (century < 2 || century > 22) return undefined;
  return date(pad(century - 1), 'the century as written', { known: ['year'], mod: modOf(m) });
});

// Weekdays

function withPart(m: Match, value: string): string {
  const part = m.text('daypart');
  const noon = m.text('noon');
  return part === undefined ? (noon === undefined ? value : value + noon) : `${value}T${part}`;
}
const readWeekday: Read = (m, context) => {
  const weekday = m.number('weekday') ?? 0;
  const name = weekdayNames[weekday - 1] ?? '';
  const more = { known: ['weekday'] as Part[], anchor: 'publication' as const, mod: modOf(m) };
  if (context.published === undefined)
    return date(withPart(m, `XXXX-WXX-${weekday}`), `a ${name}; the publication date is unknown`, { known: ['weekday'] });
  const upTo = weekdayUpTo(context.published, weekday);
  if (m.has('last') || m.has('past') || m.has('prev')) {
    const day = upTo === context.published ? upTo - 7 : upTo;
    return date(withPart(m, isoOfDay(day)), `the last ${name} before publication`, more);
  }
  if (m.has('next') || m.has('coming') || (m.has('this') && upTo !== context.published) || context.ahead(m)) {
    const day = upTo === context.published && !m.has('next') && !m.has('coming') ? upTo : upTo + 7;
    return date(withPart(m, isoOfDay(day)), `the first ${name} after publication`, more);
  }
  return date(withPart(m, isoOfDay(upTo)), `the latest ${name} up to publication`, more);
};
rule('(MOD|er)? (last|next|this|past|coming|this coming|this past)? weekday (daypart|noon)?', readWeekday);
rule('(noon|MOD daypart) (on|of)? (last|next|this|past|coming)? weekday', readWeekday);

// Today and other deictic words

rule('(MOD|er)? deictic (daypart|noon)?', (m, context) => {
  const offset = m.number('deictic') ?? 0;
  const day = context.published === undefined ? undefined : context.published + offset;
  const how = ['the day before publication', 'the day of publication', 'the day after publication'][offset + 1] ?? '';
  return date(withPart(m, valueOf('day', day)), how, { anchor: 'publication', mod: modOf(m) });
});
rule('(MOD dash? daypart|noon) deictic', (m, context) => {
  const day = context.published === undefined ? undefined : context.published + (m.number('deictic') ?? 0);
  return date(withPart(m, valueOf('day', day)), 'relative to publication', { anchor: 'publication' });
});
rule('tonight', (_, context) => date(`${valueOf('day', context.published)}TNI`, 'the night of publication', { anchor: 'publication' }));
rule('(MOD|er)? (this|last) daypart', (m, context) => {
  const day = context.published === undefined ? undefined : context.published + (m.has('last') ? -1 : 0);
  return date(withPart(m, valueOf('day', day)), m.has('last') ? 'the day before publication' : 'the day of publication', {
    anchor: 'publication',
  });
});

// Last, this, next

rule('(MOD|er|er in)? (the? edge of)? (last|this|next|this coming|this past|the? coming) (unit|weekend)', (m, context) => {
  const direction = directionOf(m);
  if (m.has('weekend')) {
    if (context.published === undefined) return date('XXXX-WXX-WE', 'a weekend; the publication date is unknown');
    const { published } = context;
    const saturday =
      direction < 0 || weekdayOf(published) === 1
        ? published - weekdayOf(published) - 1
        : published - weekdayOf(published) + 6 + (direction > 0 ? 7 : 0);
    return date(`${valueOf('week', saturday)}-WE`, 'the weekend nearest publication', { anchor: 'publication' });
  }
  const unit = unitOf(m);
  if (unit === 'second' || unit === 'minute' || unit === 'hour' || (unit === 'day' && !m.has('next'))) return undefined;
  const words = direction < 0 ? 'before' : direction > 0 ? 'after' : 'of';
  const day = context.published === undefined ? undefined : shift(context.published, unit, direction);
  return date(valueOf(unit, day), `the ${unit} ${words} publication`, { anchor: 'publication', mod: modOf(m) });
});
rule('the weekend', (m, context) => {
  if (context.published === undefined) return date('XXXX-WXX-WE', 'a weekend; the publication date is unknown');
  const { published } = context;
  const weekday = weekdayOf(published);
  const saturday = context.ahead(m) ? published - weekday + 6 : weekday >= 6 ? published - weekday + 6 : published - weekday - 1;
  return date(`${valueOf('week', saturday)}-WE`, 'the weekend nearest publication', { anchor: 'publication' });
});
rule('the current fiscal? unit', (m, context) => {
  const unit = unitOf(m);
  return date(valueOf(unit, context.published), `the ${unit} of publication`, { anchor: 'publication' });
});
rule('the unit', (m, context) => {
  if (!quarterUnit(m) || !context.quarter) return undefined;
  return date(valueOf('quarter', context.quarter.day), 'the quarter named before', { anchor: 'expression' });
});
rule('the latest (unit|period)', (m, context) => {
  if (m.has('unit') && !quarterUnit(m)) return undefined;
  if (!context.quarter) return undefined;
  return date(valueOf('quarter', context.quarter.day), 'the quarter named before', { anchor: 'expression' });
});

// N units ago, earlier, later

function ago(m: Match, context: Context, count: number | undefined): Reading | undefined {
  const unit = unitOf(m);
  const back = m.has('ago') || (m.has('er') && /^e/i.test(m.word(m.index('er')))) || m.has('before');
  if (count === undefined) return date(back ? 'PAST_REF' : 'FUTURE_REF', 'an unknown number of units away');
  if (unit === 'hour' || unit === 'minute' || unit === 'second')
    return { type: 'DURATION', value: durationOf(count, unit), known: [], how: 'a length of time as written' };
  const from = m.has('ago') ? undefined : context.reference;
  const quarter = unit === 'year' && context.quarter && m.start - context.quarter.end < 400 ? context.quarter : undefined;
  if (quarter)
    return date(valueOf('quarter', shift(quarter.day, 'year', back ? -count : count)), 'the same quarter of another year', {
      anchor: 'expression',
    });
  const base = from?.day ?? context.published;
  const fine: Unit = unit === 'decade' || unit === 'century' ? 'year' : unit;
  const value = valueOf(fine, base === undefined ? undefined : shift(base, unit, back ? -count : count));
  const direction = back ? 'before' : 'after';
  return date(value, `${count} ${unit}${count === 1 ? '' : 's'} ${direction} ${from ? 'the date named before' : 'publication'}`, {
    anchor: from ? 'expression' : 'publication',
  });
}
rule('approx? N UNIT (ago|er)', (m, context) => ago(m, context, m.count()));
rule('approx? a unit (ago|er)', (m, context) => ago(m, context, 1));
rule('unit dash (ago|er) ((unit|period))?', (m, context) => ago(m, context, 1));
rule('the unit dash (ago|er) (unit|period)', (m, context) => ago(m, context, 1));
rule('approx? (SOME|couple) units (ago|er)', (m) => date(m.has('ago') ? 'PAST_REF' : 'FUTURE_REF', 'an unknown number of units away'));

// Durations

function duration(value: string): Reading {
  return { type: 'DURATION', value, known: [], how: 'a length of time' };
}
rule('(approx|the|the? last|the? past|the? next|the? coming)? (approx|ordinal)? N frac? dash? more? UNIT', (m) => {
  const unit = unitOf(m);
  const count = m.count();
  if (count === undefined || m.is(m.to, 'old') || (m.is(m.to, 'dash') && m.is(m.to + 1, 'old'))) return undefined;
  if (m.is(m.to - 1, 'unit') && count !== 1 && !m.has('dash') && m.is(m.from - 1, 'money')) return undefined;
  if (m.has('yyyy') && (m.number('yyyy') ?? 0) > 1800) return undefined;
  return duration(durationOf(count + (m.number('frac') ?? 0), unit));
});
rule('approx? a unit (and a half)?', (m) => {
  const unit = unitOf(m);
  if (unit === 'second' || unit === 'quarter' || unit === 'day') return undefined;
  return duration(durationOf(m.has('half') ? 1.5 : 1, unit));
});
rule('approx? half (a|dash) unit', (m) => duration(durationOf(0.5, unitOf(m))));
rule('(the? (last|past|next|coming|recent|prev))? (SOME|couple)? units', (m) => {
  const unit = unitOf(m);
  if (unit === 'quarter' || unit === 'second') return undefined;
  if (m.to - m.from === 1 && (unit === 'day' || unit === 'minute' || unit === 'hour') && !m.is(m.from - 1, 'in', 'by', 'for', 'of'))
    return undefined;
  return duration(durationOf(m.has('couple') ? 2 : undefined, unit));
});

// Sets

rule('every (unit|weekday)', (m) => {
  if (m.has('weekday')) return { type: 'SET', value: `XXXX-WXX-${m.number('weekday') ?? 0}`, known: ['weekday'], how: 'repeated' };
  return { type: 'SET', value: durationOf(1, unitOf(m)), known: [], how: 'repeated' };
});
rule('adverb', (m) => ({ type: 'SET', value: m.text('adverb') ?? '', known: [], how: 'repeated' }));

// Times

rule('clock ampm? zone?', () => undefined);
rule('((approx|at)? (clock|dd|int) (ampm|zone) zone?) (comma? (on|of)? (weekday|deictic|month dd (comma? yyyy)?))?', (m, context) => {
  const clock = m.text('clock');
  const half = m.text('ampm');
  if (!m.has('ampm') && !clock) return undefined;
  const index = m.index('dd');
  let hour = clock === undefined ? Number(m.tokens.values[index] ?? 0) : Number(clock.slice(1, 3));
  if (clock === undefined && index < 0) return undefined;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  if (hour > 24) return undefined;
  let value = valueOf('day', context.published);
  if (m.has('weekday')) value = readWeekday(m, context)?.value ?? value;
  else if (m.has('deictic'))
    value = valueOf('day', context.published === undefined ? undefined : context.published + (m.number('deictic') ?? 0));
  return date(`${value}T${pad(hour)}:${clock?.slice(4, 6) ?? '00'}`, 'a time of day', { known: ['time'], anchor: 'publication' });
});

// References, eras, holidays

rule('ref', (m) => date(m.text('ref') ?? '', 'a reference without a date'));
rule('the? era dash? other?', (m) => {
  const last = m.to - 1;
  if (m.is(last, 'other') && !/^eras?$/i.test(m.word(last))) return undefined;
  return date(m.text('era') ?? '', 'the era by its name');
});
rule('(last|this|next)? holiday yyyy?', (m, context) => {
  const spec = m.text('holiday') ?? '';
  const written = fullYear(m);
  const on = (year: number): number => {
    if (spec.startsWith('E')) return easterOf(year) + Number(spec.slice(1));
    const [, month = 0, n = 0, weekday = 0, plus = 0] = (/^(\d\d)#(\d)\*(\d)(?:\+(\d))?$/.exec(spec) ?? []).map(Number);
    if (month === 0) return dayOf(year, Number(spec.slice(0, 2)), Number(spec.slice(3)));
    const first = dayOf(year, month, 1);
    const nth = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
    return (civilOf(nth).month === month ? nth : nth - 7) + plus;
  };
  if (written !== undefined) return date(isoOfDay(on(written)), 'the holiday of that year', { known: ['year'] });
  if (context.published === undefined) return date(/^\d\d-/.test(spec) ? `XXXX-${spec}` : 'XXXX-XX-XX', 'the holiday; the year is unknown');
  const { year } = civilOf(context.published);
  const ahead = m.has('last') ? -1 : m.has('next') ? 365 : 60;
  const resolved = [year + 1, year].find((candidate) => on(candidate) <= (context.published ?? 0) + ahead) ?? year - 1;
  return date(isoOfDay(on(resolved)), 'the holiday, the year from the publication date', { anchor: 'publication' });
});
