import type { DateExpression } from '../analysis/model';
import { rawSpanToProse, type Prose } from '../text/prose';
import { Kind, type Lexicon } from './lexicon';
import { Flag, tokenAt, type Tokens } from './tokens';

/** A number, duration or time of day as an article gives it, with what it counts. */
export interface Fact {
  readonly kind: 'number' | 'duration' | 'date';
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
  /** Lemmas of the person nearest before it in the sentence. */
  readonly person: ReadonlySet<number>;
}

const LOWER = new Set(['least', 'more', 'over', 'exceed']);
const UPPER = new Set(['most', 'up', 'under', 'fewer', 'less', 'almost', 'nearly']);
const APPROXIMATE = new Set(['about', 'around', 'some', 'roughly', 'approximately', 'estimated']);
/** Ranks and amounts of money: what they rank or pay for is rarely the next noun. */
const ORDINAL = /^(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/i;
const MONEY = /^\p{Sc}$/u;
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
const FATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dead: 'kill die dead death drown murder slay perish execute behead fatality',
    hurt: 'injure wound hurt hospitalize injury maim treat',
    held: 'arrest detain capture imprison jail custody charge',
    missing: 'missing vanish disappear',
    fled: 'flee evacuate displace evacuation',
    saved: 'rescue save free release survive survivor discharge',
  }).flatMap(([fate, words]) => words.split(' ').map((word) => [word, fate] as const)),
);
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
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  MO: [5, 11.9],
  MI: [11, 13.9],
  AF: [12, 17.9],
  EV: [17, 22],
  NI: [18, 30],
};

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
    const to = tokenAt(tokens, span.end - 1) + 1;
    if (date.type === 'DURATION') continue;
    dated.fill(1, from, to);
    const hours = hoursOf(date.value);
    if (date.type === 'TIME' && hours && !ZONE.test(prose.text.slice(span.start, span.end + 12))) {
      const weekday = /-WXX-(\d)/.exec(date.value)?.[1];
      facts.push({
        kind: 'date',
        from,
        to,
        low: hours[0],
        high: hours[1],
        head: weekday === undefined ? -1 : Number(weekday),
        person: new Set(),
      });
    }
  }
  for (let i = 0; i < tokens.lemma.length; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    if (lexicon.kind(lemma) !== Kind.number || dated[i]) continue;
    const fact = countAt(tokens, prose.text, i, lexicon, persons);
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
  if (!/^[\d.,]+$|^\p{L}+$/u.test(given) || /[/_:]/.test(prose.charAt((tokens.start[at] ?? 0) - 1) + prose.charAt(tokens.end[at] ?? 0)))
    return undefined;
  if (word(at - 1) === 'no' || word(at - 1) === 'number' || ORDINAL.test(given) || MONEY.test(prose.charAt((tokens.start[at] ?? 0) - 1)))
    return undefined;
  let value = Number(word(at).slice(1));
  let low = value;
  let next = at + 1;
  // "17 or 21", "5,000 to 6,000"; "1.7 million"
  while (lexicon.kind(tokens.lemma[next] ?? -1) === Kind.number && !starts(next)) value = low *= Number(word(next++).slice(1));
  const joins = word(next);
  if ((joins === 'or' || joins === 'to') && lexicon.kind(tokens.lemma[next + 1] ?? -1) === Kind.number && !starts(next)) {
    value = Number(word(next + 1).slice(1));
    next += 2;
  }
  let high = Math.max(low, value);
  low = Math.min(low, value);

  let from = at;
  for (let i = at - 1; i >= at - 3 && i >= 0 && !starts(i + 1); i--) {
    const before = word(i);
    if (LOWER.has(before)) high = Infinity;
    else if (UPPER.has(before)) low = before === 'almost' || before === 'nearly' ? 0.9 * high : 0;
    else if (APPROXIMATE.has(before)) [low, high] = [0.85 * low, 1.15 * high];
    else if (before !== 'than' && before !== 'at' && before !== 'to' && before !== 'as') break;
    from = i;
  }

  // What is counted: the first word with content after the number, over adjectives in a hyphenated unit.
  const unit = UNITS.get(word(next));
  let head = next;
  if (unit !== undefined) head++;
  const limit = head + 3;
  while (head < limit && !starts(head) && isSkipped(tokens, head, lexicon, unit !== undefined)) head++;
  const lemma = tokens.lemma[head];
  const person = personBefore(tokens, from, persons, surface(from - 1));
  if (unit !== undefined) {
    const owned = lemma !== undefined && !starts(head) && head < limit && lexicon.kind(lemma) === Kind.content;
    if (!owned) return undefined;
    return { kind: 'duration', from, to: head + 1, low: low * unit, high: high * unit, head: lemma, person };
  }
  if (lemma === undefined || head === limit || starts(head)) return undefined;
  // "five remained in hospital"
  if (lexicon.isVerb(lemma) && /ed$|[^s]s$/.test(surface(head)) && head === next)
    return { kind: 'number', from, to: head + 1, low, high, head: -1, person };
  if (lexicon.kind(lemma) !== Kind.content || EMPTY_HEAD.has(lexicon.word(lemma)) || !/^[\p{L}'’-]+$/u.test(surface(head)))
    return undefined;
  const fate = fateBeside(tokens, from, head + 1, lexicon);
  return { kind: 'number', from, to: head + 1, low, high, head: lemma, person, ...(fate !== undefined && { fate }) };
}

/** "killed 12 people", "12 people were killed", "12 injured passengers". */
function fateBeside(tokens: Tokens, from: number, to: number, lexicon: Lexicon): string | undefined {
  const fateAt = (i: number) => FATES.get(lexicon.word(tokens.lemma[i] ?? -1));
  for (const i of [to - 1, from - 1, to, to + 1, to + 2, from - 2]) {
    const fate = i >= 0 ? fateAt(i) : undefined;
    if (fate !== undefined) return fate;
  }
  return undefined;
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

function hoursOf(value: string): readonly [number, number] | undefined {
  const time = /T(?:(\d\d)(?::(\d\d))?|([A-Z]{2}))/.exec(value);
  if (!time) return undefined;
  if (time[3] !== undefined) return PARTS[time[3]];
  const hour = Number(time[1]) + Number(time[2] ?? 0) / 60;
  return [hour, hour + 0.9];
}
