import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Stands } from '../words/stands';
import { threeAt } from '../words/threes';
import type { Tokens } from '../words/tokens';
import { Tally } from './tally';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';
import type { Vocabulary } from './vocabulary';

/** A passage as a question: its distinct lemmas with their weights in bits, and which lemmas elsewhere may stand for them. */
export interface Query {
  readonly text: Weighted;
  /** The lemmas of the articles that it is asked of, where they are known. */
  readonly among: Vocabulary | undefined;
  readonly from: number;
  readonly to: number;
  readonly lemmas: readonly number[];
  readonly weights: Float64Array;
  readonly total: number;
  readonly sentences: number;
  /** How many of the lemmas are more than function words. */
  readonly contents: number;
  /** Which of the lemmas, by index into `weights`, are verbs: what is done. */
  readonly deeds: readonly number[];
  /** Whether words of it stand between quotation marks. */
  readonly quoted: boolean;
  readonly negated: boolean;
  /** Every three words in a row, as one number each. */
  readonly threes: ReadonlySet<number>;
  /** Lemmas elsewhere that stand for a word of `weights`. */
  readonly stands: Stands;
  /** A Bloom filter over the keys of `stands`, and one over `threes`: most words of an article are neither, and a bit is cheaper than a map. */
  readonly hints: Int32Array;
  readonly hintsOfThrees: Int32Array;
  /** How well each word is covered by the stretch that `tally` added up last. */
  readonly covered: Float64Array;
  /** Adds up one stretch at a time. */
  readonly tally: Tally;
}

/** How well one number stands for another: "28 hurt" and "at least 30 hurt" are about one thing, as rendering or as conflict. */
const OTHER_NUMBER = 0.4;
const NEAR_NUMBER = 0.7;

export function likenessOfNumbers(a: number, b: number, lexicon: Lexicon): number {
  return lexicon.areNear(a, b) ? NEAR_NUMBER : OTHER_NUMBER;
}

/** `among`: the articles that the query is asked of; without it, any text read so far. */
export function query(text: Weighted, from: number, to: number, lexicon: Lexicon, among?: Vocabulary): Query {
  const { tokens } = text;
  const index = new Map<number, number>();
  const weights: number[] = [];
  const threes = new Set<number>();
  let sentences = 1;
  let total = 0;
  let contents = 0;
  let quoted = false;
  const deeds: number[] = [];
  for (let i = from; i < to; i++) {
    quoted ||= ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
    if (i > from && (tokens.flags[i] ?? 0) & Flag.sentence) sentences++;
    if (i + 2 < to) threes.add(threeAt(tokens.lemma, i));
    const lemma = tokens.lemma[i] ?? 0;
    if (index.has(lemma)) continue;
    if (lexicon.kind(lemma) === Kind.content && lexicon.isVerb(lemma)) deeds.push(weights.length);
    const weight = text.weights[i] ?? 0;
    index.set(lemma, weights.length);
    weights.push(weight);
    total += weight;
    if (weight > FUNCTION_WEIGHT) contents++;
  }
  const entries: number[] = [];
  const related = lexicon.allRelated();
  const [hints, hintsOfThrees] = [new Int32Array(128), new Int32Array(128)];
  const put = (other: number, at: number, similarity: number): void => {
    if (among && !among.has[other]) return;
    entries.push(other, at, similarity);
    hint(hints, other);
  };
  for (const [lemma, at] of index) {
    put(lemma, at, 1);
    if (lexicon.kind(lemma) === Kind.number) {
      for (const other of among?.numbers ?? lexicon.numbers) if (other !== lemma) put(other, at, likenessOfNumbers(lemma, other, lexicon));
    }
    for (let k = related.begin(lemma), end = related.end(lemma); k < end; k++)
      put(related.lemmas[k] ?? 0, at, related.similarities[k] ?? 0);
  }
  for (const key of threes) hint(hintsOfThrees, key);
  const [own, covered, stands] = [new Float64Array(weights), new Float64Array(weights.length), new Stands(entries)];
  return {
    text,
    among,
    from,
    to,
    hints,
    hintsOfThrees,
    lemmas: [...index.keys()],
    weights: own,
    total,
    sentences,
    contents,
    deeds,
    quoted,
    negated: isNegated(tokens, from, to),
    threes,
    stands,
    covered,
    tally: new Tally({ weights: own, total, contents, covered, stands }),
  };
}

/** The whole sentences that a stretch touches, as first token and the one after the last. */
export function sentencesOf(tokens: Tokens, from: number, to: number): { from: number; to: number } {
  let begin = from;
  while (begin > 0 && !((tokens.flags[begin] ?? 0) & Flag.sentence)) begin--;
  let end = Math.max(to, from + 1);
  while (end < tokens.lemma.length && !((tokens.flags[end] ?? 0) & Flag.sentence)) end++;
  return { from: begin, to: end };
}

/** Whether a stretch, or the word right before it, says no. */
export function isNegated({ flags }: Tokens, from: number, to: number): boolean {
  for (let i = Math.max(0, from - 1); i < to; i++) if ((flags[i] ?? 0) & Flag.negation) return true;
  return false;
}

function hint(hints: Int32Array, key: number): void {
  const at = (key >>> 5) & 127;
  hints[at] = (hints[at] ?? 0) | (1 << (key & 31));
}

/** False where the key is surely not among those that the filter is of. */
export function mayHave(hints: Int32Array, key: number): boolean {
  return ((hints[(key >>> 5) & 127] ?? 0) & (1 << (key & 31))) !== 0;
}
