import type { Source } from './contradiction';
import { circumstancesOf } from './counting/circumstances';
import { placeBeside } from './counting/countPlaces';
import type { Fact } from './fact';
import { isInAddress } from './values';
import { FATES } from './fates';
import { noneAt } from './counting/nobody';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Tokens } from '../words/tokens';

/** A count with where its sentence places it. */
export interface Count extends Fact {
  readonly value: number;
  /** Lemmas of the names after "in", "at", "near": of the place nearest to the count. */
  readonly places: ReadonlySet<number>;
  /** What it comes to with those counted beside it: "two officers and three civilians", "the driver and three passengers". */
  readonly sums: readonly number[];
  /** Bits of `Circumstance`. */
  readonly circumstances: number;
  /** What has so many: the report in "52-page report". */
  readonly owner?: number;
}

/** What is counted where lives are: "claimed six lives", "nine deaths". */
export const LOST: ReadonlyMap<string, string> = new Map([
  ['life', 'dead'],
  ['death', 'dead'],
  ['fatality', 'dead'],
  ['injury', 'hurt'],
  ['casualty', 'hurt'],
  ['arrest', 'held'],
]);
const LOSING = new Set('claim cost take lose'.split(' '));
/** Words after a count among which it is said what befell those counted. */
const FAR = 6;
const UNITS = new Set(['year', 'month', 'week', 'day', 'hour', 'minute']);
/** The counts of an article: those of its facts, nobody as none, "48-page" as pages, lives and deaths as people. */
export function countsOf(source: Source, facts: readonly Fact[], lexicon: Lexicon): Count[] {
  const { tokens } = source.text;
  const { text } = source.article.prose;
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  // "three hundred and twelve" is no twelve
  const isRest = ({ from }: Fact) => word(from - 1) === 'and' && lexicon.kind(tokens.lemma[from - 2] ?? -1) === Kind.number;
  const known = facts.flatMap((fact) =>
    fact.kind === 'number' && fact.value !== undefined && fact.grade === undefined && !isRest(fact) ? [fact] : [],
  );
  const found: Count[] = [];
  const add = (fact: Fact, owner?: number): void => {
    found.push({
      ...fact,
      ...(owner !== undefined && { owner }),
      value: fact.value ?? 0,
      places: placeBeside(tokens, fact.from, fact.to, lexicon),
      circumstances: circumstancesOf(source, fact.from, fact.to),
      sums: [],
    });
  };
  for (const fact of known) {
    const head = word(fact.to - 1);
    const lost = head === 'life' && !saysLost(fact, tokens, lexicon) ? undefined : LOST.get(head);
    const isPart = text.charAt(tokens.end[fact.from] ?? 0) === '-';
    const fate = fact.fate ?? lost ?? (isPart || fact.sum ? undefined : fateBehind(tokens, fact.to, lexicon));
    add({ ...fact, ...(fate !== undefined && { fate }) });
  }
  const ownerAt = (i: number) => {
    const isNoun = !((tokens.flags[i] ?? 0) & (Flag.clause | Flag.phrase)) && lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content;
    return isNoun ? tokens.lemma[i] : undefined;
  };
  // how many are badly hurt is no count of the hurt, but more than nobody
  for (const { grade, ...fact } of facts) if (grade !== undefined && fact.low > 0) add({ ...fact, value: fact.low, graded: true });
  const isKnown = (i: number) => known.some(({ from, to }) => i >= from && i < to);
  for (let i = 0; i < tokens.lemma.length; i++) {
    if (isKnown(i)) continue;
    const lemma = tokens.lemma[i] ?? -1;
    if (lexicon.kind(lemma) === Kind.number) {
      // "the 48-page indictment"
      const joined = text.charAt(tokens.end[i] ?? 0) === '-' && tokens.start[i + 1] === (tokens.end[i] ?? 0) + 1;
      const head = tokens.lemma[i + 1] ?? -1;
      if (isInAddress(text, tokens.start[i] ?? 0)) continue;
      const value = Number(word(i).slice(1));
      if (
        joined &&
        lexicon.kind(head) === Kind.content &&
        !UNITS.has(word(i + 1)) &&
        /^\d/.test(text.slice(tokens.start[i], tokens.end[i]))
      )
        add({ kind: 'number', from: i, to: i + 2, low: value, high: value, value, head, person: new Set(), wide: true }, ownerAt(i + 2));
      continue;
    }
    const none = noneAt(source, i, lexicon);
    if (none) add(none);
  }
  return withSums(found, source, lexicon);
}

/** Words between two counts that are told together, at most. */
const BETWEEN = 5;

function withSums(counts: readonly Count[], { article, text: { tokens } }: Source, lexicon: Lexicon): Count[] {
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  const isVerb = (i: number) => lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content && lexicon.isVerb(tokens.lemma[i] ?? -1);
  const inOrder = counts.toSorted((a, b) => a.from - b.from);
  /** Whether one more is told from one place on: "and the driver". */
  const isOne = (at: number) =>
    ONE.has(word(at)) && /(?:[^s]|ss)$/.test(article.prose.text.slice(tokens.start[at + 1], tokens.end[at + 1])) && !isVerb(at + 1);
  const isTogether = (a: Count, b: Count) => {
    if (a.sum || b.sum || b.from - a.to > BETWEEN) return false;
    let joined = false;
    for (let i = a.to; i < b.from; i++) {
      if ((tokens.flags[i] ?? 0) & Flag.sentence || isVerb(i)) return false;
      joined ||= word(i) === 'and';
    }
    return joined || ((tokens.flags[b.from] ?? 0) & (Flag.clause | Flag.sentence)) === Flag.clause;
  };
  const sums = new Map<Count, number[]>();
  for (let i = 0, next = 1; i < inOrder.length; i = next++) {
    for (;;) {
      const [last, after] = [inOrder[next - 1], inOrder[next]];
      if (!last || !after || !isTogether(last, after)) break;
      next++;
    }
    const row = inOrder.slice(i, next);
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) continue;
    const total = row.reduce((sum, { value }) => sum + value, 0);
    let before = first.from - 1;
    while (before > first.from - 2 && word(before) === 'other') before--;
    const isAfterOne =
      word(before) === 'and' && [2, 3, 4].some((back) => isOne(before - back) && !hasComma(tokens, before - back + 1, before));
    const isBeforeOne = word(last.to) === 'and' && isOne(last.to + 1);
    const all = [
      total,
      ...(isAfterOne ? [total + 1] : []),
      ...(isBeforeOne ? [total + 1] : []),
      ...(isAfterOne && isBeforeOne ? [total + 2] : []),
    ];
    for (const count of row) sums.set(count, all.filter((sum) => sum !== count.value)); // prettier-ignore
  }
  return counts.map((count) => ({ ...count, sums: sums.get(count) ?? [] }));
}
const ONE = new Set('a an the its their his her another one'.split(' '));

function hasComma({ flags }: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((flags[i] ?? 0) & Flag.clause) return true;
  return false;
}

function saysLost({ from }: Fact, tokens: Tokens, lexicon: Lexicon): boolean {
  for (let i = Math.max(0, from - 3); i < from; i++) if (LOSING.has(lexicon.word(tokens.lemma[i] ?? -1))) return true;
  return false;
}

/** "eight people who died", "300 people had to be evacuated" */
function fateBehind(tokens: Tokens, to: number, lexicon: Lexicon): string | undefined {
  for (let i = to; i < to + FAR && !((tokens.flags[i] ?? 0) & (Flag.sentence | Flag.clause)); i++) {
    if (lexicon.kind(tokens.lemma[i] ?? -1) === Kind.number) return undefined;
    const fate = FATES.get(lexicon.word(tokens.lemma[i] ?? -1));
    if (fate !== undefined) return fate;
  }
  return undefined;
}

export type Comparison = 'same' | 'differs' | 'conflict';

/** What of a count tells how much it is. */
type Amount = Pick<Count, 'value' | 'low' | 'high' | 'bound' | 'whole' | 'share' | 'sums' | 'head'>;

/** How two counts of one thing compare, by what each of them leaves open. */
export function compareCounts(a: Amount, b: Amount): Comparison {
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  if (low === high || a.whole === b.value || b.whole === a.value) return 'same';
  // "Four cars and a lorry" are five vehicles, but not "five cars and a lorry".
  const isRow = a.sums.length > 0 && b.sums.length > 0 && a.head === b.head;
  if (!isRow && (a.sums.includes(b.value) || b.sums.includes(a.value))) return 'same';
  if (low === 0) return high > 0 ? 'conflict' : 'same';
  const ratio = high / low;
  // 34.2 per cent are 34
  if (a.share && high - low < 1 && (Number.isInteger(low) || Number.isInteger(high))) return 'same';
  const [smaller, larger] = a.value < b.value ? [a, b] : [b, a];
  // "11 to 12 million" has both
  if (a.bound === undefined && b.bound === undefined && a.low <= b.high && b.low <= a.high) return 'same';
  if (a.bound === 'about' || b.bound === 'about') return ratio < 1.2 ? 'same' : ratio < 2 ? 'differs' : 'conflict';
  if (isRounded(smaller, larger)) return 'same';
  if (a.bound === undefined && b.bound === undefined) return 'conflict';
  // "at least 8" and 12 may both be true, "at least 30" and 28 not.
  if (larger.bound === 'least') return smaller.bound === 'least' ? (ratio >= 1.5 ? 'differs' : 'same') : 'conflict';
  if (smaller.bound === 'most') return larger.bound === 'most' || ratio >= 1.05 ? 'differs' : 'same';
  return ratio >= 3 && smaller.bound === 'least' ? 'differs' : 'same';
}

/** 1,200 for 1,234: the one with fewer figures is what the other one comes to. */
function isRounded(a: Amount, b: Amount): boolean {
  const [x, y] = [figures(a.value), figures(b.value)];
  if (x === y) return false;
  const [rough, exact] = x < y ? [a, b] : [b, a];
  return Math.abs(rough.value - exact.value) <= 0.05 * exact.value && rough.value >= 20;
}

function figures(value: number): number {
  return String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
}
