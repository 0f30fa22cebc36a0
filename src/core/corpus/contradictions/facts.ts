import type { DateExpression } from '../../analysis/index';
import type { Fact } from './fact';
import { fateBeside, gradedAt } from './fates';
import { isLabelled, isOfModel } from './counting/labels';
import { lastingBeside } from './counting/lengths';
import { CURRENCIES, MEASURES, MONEYS, PRONOUNS, SHARED } from './counting/units';
import { scoresOf } from './counting/scores';
import { timesOf } from './times';
import { isInAddress, readNumeral } from './values';
import { sentencesOf } from '../matching/query';
import type { Prose } from '../../text/prose';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';

const LOWER = new Set(['least', 'more', 'over', 'exceed']);
const UPPER = new Set(['most', 'up', 'under', 'fewer', 'less', 'almost', 'nearly']);
const MANY = new Set(['many', 'much']);
const APPROXIMATE = new Set(['about', 'around', 'some', 'roughly', 'approximately', 'estimated']);
/** Ranks: what they rank is rarely the next noun. */
const ORDINAL = /^(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/i;
const MONEY = /^\p{Sc}$/u;
/** "Three other officers" are counted beside some that the text has named before. */
const MORE = new Set(['more', 'other', 'additional', 'further', 'extra']);
const PASSED = /^(?:than|at|to|as)$/;
/** Heads that say nothing about what is counted. */
const EMPTY_HEAD = new Set('percent percentage point photo image caption page worth time thing way part'.split(' '));
const UNITS: ReadonlyMap<string, number> = new Map([
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
]);

/** Counts, durations and times of day of an article, in reading order. `persons` are the lemmas of names of people in the event. */
export function factsOf(
  tokens: Tokens,
  dates: readonly DateExpression[],
  prose: Prose,
  lexicon: Lexicon,
  persons: ReadonlySet<number>,
): Fact[] {
  const { facts, dated } = timesOf(tokens, dates, prose, lexicon);
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
  facts.push(...scoresOf(tokens, prose, lexicon));
  return facts.sort((a, b) => a.from - b.from);
}

/** Words of a number, and between a person and a figure, at most. */
const [REACH, FAR] = [40, 100];

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
  if (
    isLabelled(word(at - 1), tokens.flags[at - 1] ?? 0) ||
    isOfModel(prose, tokens.start[at] ?? 0) ||
    isInAddress(prose, tokens.start[at] ?? 0) ||
    isScored(tokens, prose, at) ||
    isWholeOfPart(tokens, at, lexicon)
  )
    return undefined;
  let limit = at + 1;
  while (limit < Math.min(tokens.lemma.length, at + REACH) && !((tokens.flags[limit] ?? 0) & Flag.sentence)) limit++;
  const numeral = (i: number) => readNumeral((k) => (k > i && starts(k) ? '' : word(k).replace('#', '')), i, limit);
  const first = numeral(at);
  if (first === undefined || ORDINAL.test(surface(first.to - 1))) return undefined;
  let { value, to: next } = first;
  let low = value;
  // "17 or 21", "5,000 to 6,000"
  const joins = word(next);
  const other = (joins === 'or' || joins === 'to') && !starts(next) ? numeral(next + 1) : undefined;
  if (other) ({ value, to: next } = other);
  let high = Math.max(low, value);
  low = Math.min(low, value);
  const stated = high;
  let [from, bound]: [number, Fact['bound']] = [at, undefined];
  for (let i = at - 1; i >= at - 3 && i >= 0 && !starts(i + 1); i--) {
    const before = word(i);
    if (LOWER.has(before)) [high, bound] = [Infinity, 'least'];
    // "go up 5 per cent"
    else if (UPPER.has(before) && (before !== 'up' || word(i + 1) === 'to'))
      [low, bound] = before === 'almost' || before === 'nearly' ? [0.9 * high, 'about'] : [0, 'most'];
    else if (APPROXIMATE.has(before)) [low, high, bound] = [0.85 * low, 1.15 * high, 'about'];
    else if (MANY.has(before) && word(i - 1) === 'as') [low, bound] = [0, 'most'];
    else if (!PASSED.test(before) && !(before === 'a' && /^#1(?:2|00+)$/.test(word(at)))) break;
    from = i;
  }

  const asGiven: { value: number; bound?: 'least' | 'most' | 'about'; whole?: number } = { value: stated, ...(bound && { bound }) };
  const sign = prose.charAt((tokens.start[at] ?? 0) - 1);
  if (MONEY.test(sign))
    return {
      kind: 'number',
      from,
      to: next,
      low,
      high,
      head: lexicon.id(CURRENCIES.get(sign) ?? sign),
      person: new Set(),
      sum: true,
      ...asGiven,
    };

  if (SHARED.test(prose.slice(tokens.end[next - 1], (tokens.end[next - 1] ?? 0) + 10))) {
    // "They got 29 per cent": of whom is told elsewhere
    const { from: begin } = sentencesOf(tokens, at, at + 1);
    if (PRONOUNS.has(surface(begin))) return undefined;
    const to = next + (word(next) === 'percent' ? 1 : word(next) === 'per' ? 2 : 0);
    return { kind: 'number', from, to, low, high, head: lexicon.id('percent'), person: new Set(), share: true, ...asGiven };
  }

  // "48 of the 130 seats" are seats
  if (word(next) === 'of' && !starts(next)) {
    const whole = [next + 1, next + 2].find((i) => lexicon.kind(tokens.lemma[i] ?? -1) === Kind.number);
    const all = whole === undefined ? undefined : numeral(whole);
    if (all) {
      next = all.to;
      asGiven.whole = all.value;
    }
  }
  // What is counted: the first word with content after the number, over adjectives in a hyphenated unit.
  const unit = UNITS.get(word(next));
  // "ten-man Rovers" are no ten of them
  if (unit === undefined && /^-\p{L}/u.test(prose.slice(tokens.end[next - 1], (tokens.end[next - 1] ?? 0) + 2))) return undefined;
  let head = next;
  if (unit !== undefined) head++;
  const farthest = head + 3;
  while (head < farthest && !starts(head) && isSkipped(tokens, head, lexicon, unit !== undefined)) head++;
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
    const owned = lemma !== undefined && !starts(head) && head < farthest && lexicon.kind(lemma) === Kind.content;
    const lasting = lastingBeside(tokens, prose, from, next + 1, lexicon);
    const what = lasting === undefined || (owned && lexicon.word(lasting) !== 'prison') ? (owned ? lemma : undefined) : lasting;
    if (what === undefined) return undefined;
    return {
      kind: 'duration',
      from,
      to: owned && what === lemma ? head + 1 : next + 1,
      low: low * unit,
      high: high * unit,
      head: what,
      person,
    };
  }
  if (lemma === undefined || starts(head) || MORE.has(word(next))) return undefined;
  // "five remained in hospital", but "3,400 volunteers": behind more than one no verb ends so
  if (lexicon.isVerb(lemma) && surface(head).endsWith('ed') && head === next)
    return { kind: 'number', from, to: head + 1, low, high, head: -1, person, ...asGiven, ...fateBeside(tokens, from, head + 1, lexicon) };
  if (lexicon.kind(lemma) !== Kind.content || EMPTY_HEAD.has(lexicon.word(lemma)) || !/^[\p{L}'’-]+$/u.test(surface(head)))
    return undefined;
  const isSum = MONEYS.has(lexicon.word(lemma));
  return { kind: 'number', from, to: head + 1, low, high, head: lemma, person, ...asGiven, ...(isSum ? { sum: true } : MEASURES.has(lexicon.word(lemma)) ? {} : fateBeside(tokens, from, head + 1, lexicon)) }; // prettier-ignore
}

/** "2-1", "120 to 98": neither counts what is named behind it. */
function isScored(tokens: Tokens, prose: string, at: number): boolean {
  const [before, after] = [
    prose.slice(Math.max(0, (tokens.start[at] ?? 0) - 3), tokens.start[at]),
    prose.slice(tokens.end[at], (tokens.end[at] ?? 0) + 3),
  ];
  return /\d\s?[-–:]\s?$/.test(before) || /^\s?[-–:]\s?\d/.test(after);
}

const SHARE = new Set('half third quarter fifth tenth majority percent percentage number'.split(' '));

/** The 90 of "45 of 90 seats", the 200 of "half of the 200 passengers": what is told is told of the part. */
function isWholeOfPart({ lemma, flags }: Tokens, at: number, lexicon: Lexicon): boolean {
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  let i = at - 1;
  while (i > at - 4 && (word(i) === 'the' || word(i) === 'all' || word(i) === 'its' || word(i) === 'their' || word(i) === 'these')) i--;
  const part = word(i) === 'of' ? i - 1 : word(i) === 'half' ? i : -1;
  if (part < 0 || (flags[i] ?? 0) & Flag.clause) return false;
  return SHARE.has(word(part)) || word(part) === 'one' || lexicon.kind(lemma[part] ?? -1) === Kind.number;
}

function isPlural(surface: string, lemma: string): boolean {
  return (surface.toLowerCase() !== lemma && !/(?:ed|ing)$/.test(surface)) || lemma === 'police';
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
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
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
