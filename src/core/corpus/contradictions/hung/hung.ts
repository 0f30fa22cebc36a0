import { pushTo } from '../../words/pushTo';
import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import type { Source } from '../contradiction';
import type { Days } from '../days';
import type { Fact } from '../fact';
import { type ArticleWords, AUXILIARY, PERSON } from '../deeds/articleWords';
import { clausesOf } from '../deeds/clauses';
import { BEGIN, BY, END, hooksAt, isDone, LASTING, SINCE, UNTIL, VERBS } from './hooks';
import { namedIn } from './named';
import { valuesOf } from './readValues';
import { MOMENTS, type Sort, type Value } from './value';
import { periodOf, whenOf } from './when';

/** A value with what it hangs on. */
export interface Hung extends Value {
  readonly source: Source;
  /** What is done or measured, nearest to the value first: `hooksAt`. */
  readonly hooks: readonly number[];
  /** Where its hooks stand. */
  readonly hookAt: ReadonlySet<number>;
  /** Tokens of the words with content of its clause and of whom that tells, other values and times left out. */
  readonly things: readonly number[];
  /** The token of the noun that its clause begins with, before what is done. */
  readonly subject: number | undefined;
  /** Where what is done begins. */
  readonly begin: number;
  /** The token of the noun that its verb is done to, right behind it. */
  readonly object: number | undefined;
  /** Days of which it is told, where it is no day itself: "this year". */
  readonly when: Days | undefined;
  /** Which of several times it is told of: "second" of the second year. */
  readonly period: string | undefined;
  /** The pronoun that stands for whom or what it tells of. */
  readonly pronoun: string | undefined;
  readonly isNegated: boolean;
  /** Names of its article with the noun behind each, as numbers: `nameKey`. */
  readonly named: ReadonlySet<number>;
  /** Whether other values of its sort stand in its clause. */
  readonly isOneOf: boolean;
}

export type HungBySort = ReadonlyMap<Sort, readonly Hung[]>;

/** Words of a sentence over which it is a list. */
const LONGEST = 80;
/** Words behind or before a clause that its antecedent has, at most. */
const PHRASE = 6;
const TIME =
  /^(?:\p{L}+day|morning|afternoon|evening|night|noon|midnight|week|month|year|summer|winter|spring|autumn|last|next|today|yesterday|tomorrow|shortly|just|about|percent|per|cent|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** The values of an article by their sort, with what they hang on: of English articles alone. */
export function hungIn(words: ArticleWords, facts: readonly Fact[]): HungBySort {
  const { source, lexicon } = words;
  const found = new Map<Sort, Hung[]>();
  if (source.article.language !== 'en') return found;
  const values = valuesOf(source, facts, lexicon).sort((a, b) => a.from - b.from);
  const { tokens } = source.text;
  const count = tokens.lemma.length;
  const named = namedIn(source);
  let [from, to, last]: [number, number, Stretch | undefined] = [0, 0, undefined];
  for (let k = 0; k < values.length;) {
    const at = values[k]?.from ?? 0;
    while (at >= to && to < count) {
      last = to > from ? { from, to } : undefined;
      from = to++;
      while (to < count && !((tokens.flags[to] ?? 0) & Flag.sentence)) to++;
    }
    const own: Value[] = [];
    while (k < values.length && (values[k]?.from ?? 0) < to) own.push(...values.slice(k, ++k));
    if (to - from > LONGEST || words.has(from, Flag.paragraph)) last = undefined;
    if (to - from > LONGEST) continue;
    for (const one of hungInSentence(words, { from, to }, last, own, named)) pushTo(found, one.sort, one);
  }
  return found;
}

function hungInSentence(
  words: ArticleWords,
  sentence: Stretch,
  last: Stretch | undefined,
  values: readonly Value[],
  named: ReadonlySet<number>,
): Hung[] {
  const clauses = clausesOf(words, sentence);
  const isThing = (i: number) => words.isContent(i) && !TIME.test(words.surface(i)) && !values.some(({ from, to }) => i >= from && i < to);
  return values.flatMap((value): Hung[] => {
    if (words.has(value.from, Flag.quoted)) return [];
    let k = clauses.findIndex(({ from, to }) => value.from >= from && value.from < to);
    const end = clauses[k]?.to ?? sentence.to;
    // "…, by 188 votes to 161" goes on with what stands before it
    while (k > 0 && !hasVerb(words, clauses[k])) k--;
    const clause = { from: clauses[k]?.from ?? sentence.from, to: end };
    const isAttribute = isHyphened(words, value);
    const { hooks, at: hookAt } = isAttribute ? { hooks: [LASTING], at: new Set<number>() } : hooksIn(words, clause, value);
    if (hooks.length === 0) return [];
    const things = thingsIn(clause, isThing);
    const opens = [words.word(clause.from), words.word(clause.from + 1)];
    let subject = isAttribute ? nounBehind(words, value, clause) : subjectIn(words, clause, isThing);
    const pronoun = subject === undefined ? opens.find((word) => PERSON.has(word)) : undefined;
    if (subject === undefined) {
      const isRelative = RELATIVE.has(opens[0] ?? '');
      let of: Stretch | undefined = pronoun !== undefined ? last && subjectOf(words, last) : clauses[1];
      if (k > 0) of = isRelative ? phraseBefore(words, clauses[k - 1] ?? sentence) : { from: sentence.from, to: clause.from };
      const meant = of ? thingsIn(of, isThing).slice(0, PHRASE) : [];
      if (isRelative) subject = meant.at(-1);
      things.push(...meant);
    }
    if (things.length === 0) return [];
    const isBeside = ({ sort, from }: Value) => sort === value.sort && from >= clause.from && from < clause.to;
    const isTime = MOMENTS.has(value.sort);
    return [
      {
        ...value,
        source: words.source,
        hooks,
        hookAt,
        things,
        subject,
        begin: beginOf(words, clause),
        object: objectOf(words, clause, hookAt, value, things),
        when: isTime ? undefined : whenOf(words, clause, value, values),
        period: isTime ? undefined : periodOf(words, clause, value),
        pronoun,
        named,
        isNegated: countNegations(words, clause) % 2 === 1,
        isOneOf: values.some((other) => other !== value && isBeside(other)),
      },
    ];
  });
}
const RELATIVE = new Set(['who', 'which', 'that']);

/** "The nine-week trial" */
function isHyphened({ source }: ArticleWords, { sort, from }: Value): boolean {
  return sort === 'duration' && source.article.prose.text.charAt(source.text.tokens.end[from] ?? 0) === '-';
}

function thingsIn({ from, to }: Stretch, isThing: (i: number) => boolean): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i).filter(isThing);
}

/** The last noun before what is done, and before any "of", "in" or "who". */
function subjectIn(words: ArticleWords, clause: Stretch, isThing: (i: number) => boolean): number | undefined {
  const begin = beginOf(words, clause);
  let subject: number | undefined;
  for (let i = clause.from; i < begin; i++) {
    if (subject !== undefined && (words.has(i, Flag.phrase) || words.word(i) === 'of')) break;
    if (isThing(i)) subject = i;
  }
  return subject;
}

function nounBehind(words: ArticleWords, { to }: Value, clause: Stretch): number {
  let noun = to;
  while (noun + 1 < clause.to && words.isContent(noun + 1) && !isDone(words, noun + 1, clause.from)) noun++;
  return noun;
}

/** What stands right behind the last verb before a value: "closed its canteen in". */
function objectOf(
  words: ArticleWords,
  clause: Stretch,
  hookAt: ReadonlySet<number>,
  { from }: Value,
  things: readonly number[],
): number | undefined {
  let verb = from - 1;
  while (verb >= clause.from && !(hookAt.has(verb) && isDone(words, verb, clause.from))) verb--;
  let object: number | undefined;
  for (let i = verb + 1; verb >= clause.from && i < from && !words.has(i, Flag.phrase | Flag.clause) && words.word(i) !== 'of'; i++)
    if (things.includes(i) && !hookAt.has(i)) object = i;
  return object;
}

function countNegations(words: ArticleWords, { from, to }: Stretch): number {
  let count = 0;
  for (let i = from; i < to; i++) if (words.has(i, Flag.negation)) count++;
  return count;
}

function hasVerb(words: ArticleWords, clause: Stretch | undefined): boolean {
  if (!clause) return false;
  for (let i = clause.from; i < clause.to; i++) if (AUXILIARY.has(words.word(i)) || isDone(words, i, clause.from)) return true;
  return false;
}

/** Where what is done in a clause begins. */
function beginOf(words: ArticleWords, { from, to }: Stretch): number {
  for (let i = from; i < to; i++) if (AUXILIARY.has(words.word(i)) || (i > from && isDone(words, i, from))) return i;
  return from;
}

function hooksIn(words: ArticleWords, clause: Stretch, value: Value): { hooks: readonly number[]; at: ReadonlySet<number> } {
  const near: { hook: number; apart: number }[] = [];
  const at = new Set<number>();
  let isDoneBefore = false;
  for (let i = clause.from; i < clause.to; i++) {
    if (i < value.from) isDoneBefore ||= AUXILIARY.has(words.word(i)) || isDone(words, i, clause.from);
    // "told her in 2017 before he was nominated"
    if (i >= value.to && isDoneBefore && hooksEnd(words, i)) break;
    const isOwn = i >= value.from && i < value.to;
    // what stands before a value is done then: "will reopen in spring"
    const apart = isOwn ? 0 : i < value.from ? value.from - i : 2 * (i - value.to + 1);
    for (const { hook, last, isOwn: isOfSort } of hooksAt(words, i, clause.from, clause.to, value.sort)) {
      if (isOwn && hook >= VERBS) continue;
      // "raises pay by 4 per cent"
      near.push({ hook, apart: isOfSort && !MOMENTS.has(value.sort) ? 0 : apart });
      at.add(i).add(last);
    }
  }
  // "with sales of 7 billion": the noun says what it is
  const noun = value.from - 2;
  if (!MOMENTS.has(value.sort) && words.word(value.from - 1) === 'of' && words.isContent(noun)) {
    const own = hooksAt(words, noun, clause.from, clause.to, value.sort).map(({ hook }) => hook);
    return { hooks: own.length > 0 ? own : [VERBS + words.id(noun)], at: at.add(noun) };
  }
  const hooks = near.sort((a, b) => a.apart - b.apart).map(({ hook }) => hook);
  const edge = EDGES.get(words.word(value.from - 1));
  if (edge === undefined || !MOMENTS.has(value.sort)) return { hooks, at };
  const shift = (by: number) => hooks.map((hook) => hook + by);
  if (edge === BEGIN) return { hooks: hooks.length === 0 ? [BEGIN] : shift(SINCE), at };
  return { hooks: edge === END ? [...shift(UNTIL), END] : shift(BY), at };
}
/** What begins another deed inside a clause. */
function hooksEnd(words: ArticleWords, i: number): boolean {
  return /^(?:before|after|when|while|because|since|until|and|but|to)$/.test(words.word(i));
}
const EDGES: ReadonlyMap<string, number> = new Map([['since', BEGIN], ['until', END], ['till', END], ['by', BY]]); // prettier-ignore

/** Whom a sentence tells of: what stands before its first verb, behind what leads it in. */
function subjectOf(words: ArticleWords, sentence: Stretch): Stretch | undefined {
  const clause = clausesOf(words, sentence).find((one) => hasVerb(words, one));
  return clause && { from: clause.from, to: beginOf(words, clause) };
}

/** "the Alhambra cinema, which": the last noun phrase of what stands before a relative clause. */
function phraseBefore(words: ArticleWords, { from, to }: Stretch): Stretch {
  let begin = to - 1;
  while (begin > from && to - begin < PHRASE && !isDone(words, begin - 1, from) && !/^(?:of|in|on|at|to|for|with|by)$/.test(words.word(begin - 1))) begin--; // prettier-ignore
  return { from: begin, to };
}
