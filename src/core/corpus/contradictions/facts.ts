import type { DateExpression } from '../../analysis/index';
import { rawSpanToProse, type Prose } from '../../text/prose';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Flag } from '../words/flags';
import { tokenAt, type Tokens } from '../words/tokens';

/** A number, duration, day of the week or time of day as an article gives it, with what it counts. */
export interface Fact {
  readonly kind: 'number' | 'duration' | 'date' | 'day' | 'state';
  /** First token and the one after the last, modifiers and counted noun included. */
  readonly from: number;
  readonly to: number;
  /** Values it may mean: several for "17 or 21", a range for "at least 30" and for "morning" (hours of a day). */
  readonly low: number;
  readonly high: number;
  /** What is counted ("people"), the unit's owner ("visit"), or the weekday of a time; -1 where the text leaves it out. */
  readonly head: number;
  /** What befell those counted, where the words beside the number say so. */
  readonly fate?: string;
  /** An amount of money: surroundings alone tell what for. */
  readonly sum?: boolean;
  /** How badly those counted are hurt: bits of `GRADES`. */
  readonly grade?: number;
  /** Lemmas of the person nearest before it in the sentence. */
  readonly person: ReadonlySet<number>;
  /** The number as given, and whether it is the least, the most or about so many. */
  readonly value?: number;
  readonly bound?: 'least' | 'most' | 'about';
  /** Too little is known of it for a contradiction in full: it may tell a difference. */
  readonly wide?: boolean;
}

const LOWER = new Set(['least', 'more', 'over', 'exceed']);
const UPPER = new Set(['most', 'up', 'under', 'fewer', 'less', 'almost', 'nearly']);
const MANY = new Set(['many', 'much']);
const APPROXIMATE = new Set(['about', 'around', 'some', 'roughly', 'approximately', 'estimated']);
/** Ranks: what they rank is rarely the next noun. */
const ORDINAL = /^(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/i;
const MONEY = /^\p{Sc}$/u;
/** "Three other officers" are counted beside some that the text has named before. */
const MORE = new Set(['more', 'other', 'additional', 'further', 'extra']);
/** Heads that say nothing about what is counted. */
const EMPTY_HEAD = new Set([
  'percent',
  'percentage',
  'point',
  'photo',
  'image',
  'caption',
  'page',
  'worth',
  'time',
  'thing',
  'way',
  'part',
]);
/** The dead, the hurt and the arrested of one event are different people: counts of them never contradict each other. */
export const FATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dead: 'kill die dead death drown murder slay perish execute behead fatality',
    hurt: 'injure wound hurt hospitalize injury maim treat',
    held: 'arrest detain capture imprison jail custody charge',
    missing: 'missing vanish disappear',
    fled: 'flee evacuate displace evacuation',
    saved: 'rescue save free release survive survivor discharge',
  }).flatMap(([fate, words]) => words.split(' ').map((word) => [word, fate] as const)),
);
/** Who stays in hospital is one of those hurt, but counted apart. */
const STAY = new Set(['remain', 'stay', 'admit', 'keep', 'still']);
const STAY_REACH = 6;
/** How badly somebody is hurt, as hospitals and police put it. */
const GRADES: ReadonlyMap<string, number> = new Map(
  [
    'light lightly mild mildly minor slight slightly superficial',
    'moderate moderately',
    'serious seriously severe severely grave',
    'critical critically',
  ].flatMap((words, bit) => words.split(' ').map((word) => [word, 1 << bit] as const)),
);
const HARM = new Set('condition injury injure wound hurt hospital hospitalize burn'.split(' '));
/** Words after a number among which it is said how badly those counted are hurt. */
const GRADE_REACH = 12;
const UNITS: ReadonlyMap<string, number> = new Map([
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
]);
/** A time of another zone is another time. */
const ZONE = /\b(?:[ECMP][SD]?T|GMT|UTC|BST|CET|local|time)\b/;
/** Hours of the day that a TIMEX3 part of day means. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['MO', [5, 11.9]],
  ['MI', [11, 13.9]],
  ['AF', [12, 17.9]],
  ['EV', [17, 22]],
  ['NI', [18, 30]],
]);

/** Counts, durations and times of day of an article, in reading order. `persons` are the lemmas of names of people in the event. */
export function factsOf(
  tokens: Tokens,
  dates: readonly DateExpression[],
  prose: Prose,
  lexicon: Lexicon,
  persons: ReadonlySet<number>,
): Fact[] {
  const facts: Fact[] = [];
  const dated = new Uint8Array(tokens.lemma.length);
  for (const date of dates) {
    const span = rawSpanToProse(prose, date);
    if (!span) continue;
    const from = tokenAt(tokens, span.start);
    const last = tokenAt(tokens, span.end - 1);
    const to = (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last;
    if (date.type === 'DURATION') continue;
    dated.fill(1, from, to);
    const hours = hoursOf(date.value);
    const day = weekdayOf(date);
    if (day !== undefined && !/\d{4}/.test(date.text) && !isSaid(tokens, from, to, lexicon))
      facts.push({ kind: 'day', from, to, low: day, high: day, head: -1, person: new Set() });
    if (date.type === 'TIME' && hours && !ZONE.test(prose.text.slice(span.start, span.end + 12))) {
      facts.push({
        kind: 'date',
        from,
        to,
        low: hours[0],
        high: hours[1],
        head: day ?? -1,
        person: new Set(),
      });
    }
  }
  for (let i = 0; i < tokens.lemma.length; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    const counts = lexicon.kind(lemma) === Kind.number;
    if (dated[i] || (!counts && lexicon.word(lemma) !== 'one')) continue;
    const fact = gradedAt(tokens, i, lexicon) ?? (counts ? countAt(tokens, prose.text, i, lexicon, persons) : undefined);
    if (fact) {
      facts.push(fact);
      i = Math.max(i, fact.to - 1);
    }
  }
  return facts.sort((a, b) => a.from - b.from);
}

/** Whether both can be true of one thing. */
export function agree(a: Fact, b: Fact): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function countAt(tokens: Tokens, prose: string, at: number, lexicon: Lexicon, persons: ReadonlySet<number>): Fact | undefined {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? 0);
  const surface = (i: number) => prose.slice(tokens.start[i], tokens.end[i]);
  const starts = (i: number) => ((tokens.flags[i] ?? 0) & (Flag.sentence | Flag.clause)) !== 0;
  const given = surface(at);
  if (
    !/^[\d.,]+$|^\p{L}+$/u.test(given) ||
    /[/_:]|\p{L}-$/u.test(prose.slice(Math.max(0, (tokens.start[at] ?? 0) - 2), tokens.start[at])) ||
    /[/_:]/.test(prose.charAt(tokens.end[at] ?? 0))
  )
    return undefined;
  if (word(at - 1) === 'no' || word(at - 1) === 'number' || ORDINAL.test(given)) return undefined;
  let value = Number(word(at).slice(1));
  let low = value;
  let next = at + 1;
  // "17 or 21", "5,000 to 6,000"; "1.7 million"
  while (lexicon.kind(tokens.lemma[next] ?? -1) === Kind.number && !starts(next)) value = low *= Number(word(next++).slice(1));
  const joins = word(next);
  if ((joins === 'or' || joins === 'to') && lexicon.kind(tokens.lemma[next + 1] ?? -1) === Kind.number && !starts(next)) {
    value = Number(word(next + 1).slice(1));
    next += 2;
    while (lexicon.kind(tokens.lemma[next] ?? -1) === Kind.number && !starts(next)) value *= Number(word(next++).slice(1));
  }
  let high = Math.max(low, value);
  low = Math.min(low, value);

  const stated = high;
  let bound: Fact['bound'];
  let from = at;
  for (let i = at - 1; i >= at - 3 && i >= 0 && !starts(i + 1); i--) {
    const before = word(i);
    if (LOWER.has(before)) [high, bound] = [Infinity, 'least'];
    else if (UPPER.has(before)) [low, bound] = before === 'almost' || before === 'nearly' ? [0.9 * high, 'about'] : [0, 'most'];
    else if (APPROXIMATE.has(before)) [low, high, bound] = [0.85 * low, 1.15 * high, 'about'];
    else if (MANY.has(before) && word(i - 1) === 'as') [low, bound] = [0, 'most'];
    else if (before !== 'than' && before !== 'at' && before !== 'to' && before !== 'as') break;
    from = i;
  }

  const asGiven = { value: stated, ...(bound && { bound }) };
  if (MONEY.test(prose.charAt((tokens.start[at] ?? 0) - 1)))
    return { kind: 'number', from, to: next, low, high, head: lexicon.id('money'), person: new Set(), sum: true, ...asGiven };

  // What is counted: the first word with content after the number, over adjectives in a hyphenated unit.
  const unit = UNITS.get(word(next));
  let head = next;
  if (unit !== undefined) head++;
  const limit = head + 3;
  while (head < limit && !starts(head) && isSkipped(tokens, head, lexicon, unit !== undefined)) head++;
  // "11 undocumented migrant workers": what is counted stands in the plural.
  if (unit === undefined && value !== 1) {
    for (let i = head; i < head + 3 && !starts(i) && lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content; i++) {
      if (!isPlural(surface(i), word(i))) continue;
      head = i;
      break;
    }
  }
  const lemma = tokens.lemma[head];
  const person = personBefore(tokens, from, persons, surface(from - 1));
  if (unit !== undefined) {
    const owned = lemma !== undefined && !starts(head) && head < limit && lexicon.kind(lemma) === Kind.content;
    if (!owned) return undefined;
    return { kind: 'duration', from, to: head + 1, low: low * unit, high: high * unit, head: lemma, person };
  }
  if (lemma === undefined || starts(head) || MORE.has(word(next))) return undefined;
  // "five remained in hospital"
  if (lexicon.isVerb(lemma) && /ed$|[^s]s$/.test(surface(head)) && head === next)
    return { kind: 'number', from, to: head + 1, low, high, head: -1, person, ...asGiven, ...fateBeside(tokens, from, head + 1, lexicon) };
  if (lexicon.kind(lemma) !== Kind.content || EMPTY_HEAD.has(lexicon.word(lemma)) || !/^[\p{L}'’-]+$/u.test(surface(head)))
    return undefined;
  return { kind: 'number', from, to: head + 1, low, high, head: lemma, person, ...asGiven, ...fateBeside(tokens, from, head + 1, lexicon) };
}

function isPlural(surface: string, lemma: string): boolean {
  return (surface.toLowerCase() !== lemma && !/(?:ed|ing)$/.test(surface)) || lemma === 'police';
}

/** "three of the wounded were in serious condition", "one lightly hurt": a part of those hurt, told by how badly. */
function gradedAt(tokens: Tokens, at: number, lexicon: Lexicon): Fact | undefined {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  let grade = 0;
  let harmed = false;
  let to = at + 1;
  let end = at + 1;
  for (; end < at + GRADE_REACH && end < tokens.lemma.length; end++) {
    const flags = tokens.flags[end] ?? 0;
    if (
      flags & (Flag.sentence | Flag.clause) ||
      word(end) === 'and' ||
      word(end) === 'one' ||
      lexicon.kind(tokens.lemma[end] ?? -1) === Kind.number
    ) {
      if (grade === 0 || flags & Flag.sentence || !GRADES.has(word(end))) break;
    }
    const found = word(end - 1) === 'most' ? undefined : GRADES.get(word(end));
    if (found === undefined && !HARM.has(word(end))) continue;
    grade |= found ?? 0;
    // "three of them seriously" goes on from who was hurt
    harmed ||= found === undefined || (word(at + 1) === 'of' && word(at + 2) === 'them');
    to = end + 1;
  }
  const value = word(at) === 'one' ? 1 : Number(word(at).slice(1));
  return grade !== 0 && harmed
    ? { kind: 'number', from: at, to, low: value, high: value, head: -1, person: new Set(), fate: 'hurt', grade }
    : undefined;
}

/** "killed 12 people", "12 people were killed", "12 injured passengers"; "six were kept in hospital". */
function fateBeside(tokens: Tokens, from: number, to: number, lexicon: Lexicon): { readonly fate?: string } {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  for (let i = to - 1, stay = false; i < to + STAY_REACH && (i < to || !((tokens.flags[i] ?? 0) & (Flag.clause | Flag.sentence))); i++) {
    stay ||= STAY.has(word(i));
    if (stay && word(i) === 'hospital') return { fate: 'kept' };
  }
  for (const i of [to - 1, from - 1, to, to + 1, to + 2, from - 2]) {
    const fate = i >= 0 ? FATES.get(word(i)) : undefined;
    if (fate !== undefined) return { fate };
  }
  return {};
}

/** Between a number and what it counts. "Three of the girls" is skipped by nobody: a part of a group is no count of it. */
function isSkipped(tokens: Tokens, at: number, lexicon: Lexicon, afterUnit: boolean): boolean {
  const lemma = tokens.lemma[at];
  if (lemma === undefined) return false;
  const word = lexicon.word(lemma);
  if (word === 'more' || word === 'other' || (afterUnit && (word === 'of' || word === 'the'))) return true;
  // "four-day state visit", "three-day Russia visit"
  const next = tokens.lemma[at + 1];
  return (
    afterUnit &&
    next !== undefined &&
    ((tokens.flags[at + 1] ?? 0) & (Flag.clause | Flag.sentence | Flag.phrase)) === 0 &&
    lexicon.kind(next) === Kind.content
  );
}

function personBefore(tokens: Tokens, at: number, persons: ReadonlySet<number>, owner: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = at - 1; i >= 0; i--) {
    const lemma = tokens.lemma[i] ?? 0;
    const isName = ((tokens.flags[i] ?? 0) & Flag.capital) !== 0 && persons.has(lemma);
    if (isName) found.add(lemma);
    else if (found.size > 0) break;
    // "the minister's four-day visit": its owner is named, by a title.
    else if (i === at - 1 && /['’]s$/.test(owner) && !persons.has(tokens.lemma[i - 1] ?? -1)) break;
    if ((tokens.flags[i] ?? 0) & Flag.sentence) break;
  }
  return found;
}

/** 1 for Monday to 7, of a date that its words give by weekday or day. */
function weekdayOf({ value, known, firstDay, lastDay }: DateExpression): number | undefined {
  const weekday = /-WXX-(\d)/.exec(value)?.[1];
  if (weekday !== undefined) return Number(weekday);
  // 1970-01-01 was a Thursday.
  const isDay = known.includes('weekday') || known.includes('day');
  return isDay && firstDay !== undefined && firstDay === lastDay ? ((((firstDay + 3) % 7) + 7) % 7) + 1 : undefined;
}

/** "police said on Tuesday" dates what was said, not what happened. */
function isSaid(tokens: Tokens, from: number, to: number, lexicon: Lexicon): boolean {
  const isReporting = (i: number) => lexicon.kind(tokens.lemma[i] ?? -1) === Kind.reporting;
  const parts = (i: number) => ((tokens.flags[i] ?? 0) & (Flag.clause | Flag.sentence)) !== 0;
  for (let i = from - 1; i >= from - 3 && !parts(i + 1); i--) if (isReporting(i)) return true;
  for (let i = to; i < to + 2 && !parts(i); i++) if (isReporting(i)) return true;
  return false;
}

function hoursOf(value: string): readonly [number, number] | undefined {
  const time = /T(?:(\d\d)(?::(\d\d))?|([A-Z]{2}))/.exec(value);
  if (!time) return undefined;
  if (time[3] !== undefined) return PARTS.get(time[3]);
  const hour = Number(time[1]) + Number(time[2] ?? 0) / 60;
  return [hour, hour + 0.9];
}
