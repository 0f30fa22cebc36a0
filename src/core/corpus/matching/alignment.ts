import { Kind, type Lexicon } from '../words/lexicon';
import { Stands } from '../words/stands';
import { Flag, type Tokens } from '../words/tokens';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';

/** A passage as a question: its distinct lemmas with their weights in bits, and which lemmas elsewhere may stand for them. */
export interface Query {
  readonly text: Weighted;
  readonly from: number;
  readonly to: number;
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
  /** A Bloom filter over the keys of `threes` and `stands`: most words of an article are neither, and a bit is cheaper than a map. */
  readonly hints: Int32Array;
  /** Room to add up in, for one stretch at a time. */
  readonly covered: Float64Array;
}

/** The lemmas of an article, 1 each, and which of them stand for those of others: pairs of lemma and similarity, once found. */
export interface Vocabulary {
  readonly has: Uint8Array;
  readonly related: Map<number, readonly number[]>;
}

/** A stretch of an article's tokens, with how well it renders a query. */
export interface Fit {
  readonly from: number;
  readonly to: number;
  /** Share of the query's weight that the stretch has. */
  readonly coverage: number;
  /** Share of the stretch's weight that the query has. */
  readonly precision: number;
  /** Both in one, coverage counting more: renderings bring words of their own. */
  readonly f: number;
  /** Weight of the heaviest lemma they share, in bits. */
  readonly heaviest: number;
}

/** Beta of the F measure. */
const BETA_SQUARE = 1.5 ** 2;
/** How well one number stands for another: "28 hurt" and "at least 30 hurt" are about one thing, as rendering or as conflict. */
const OTHER_NUMBER = 0.4;
const NEAR_NUMBER = 0.7;
/** What each sentence more than the query has costs. */
const SENTENCE_COST = 0.06;
const PARAGRAPH_COST = 0.15;
/** One shared lemma is weak proof where the query has three or more. */
const SINGLE_LEMMA = 0.8;

/** `among`: the article that the query is asked of; without it, any text read so far. */
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
    if (i + 2 < to) threes.add(text.threes[i] ?? 0);
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
  const hints = new Int32Array(128);
  const put = (other: number, at: number, similarity: number): void => {
    if (among && !among.has[other]) return;
    entries.push(other, at, similarity);
    hint(hints, other);
  };
  for (const [lemma, at] of index) {
    put(lemma, at, 1);
    if (lexicon.kind(lemma) === Kind.number) {
      for (const other of lexicon.numbers) {
        if (other !== lemma && (!among || among.has[other])) put(other, at, lexicon.areNear(lemma, other) ? NEAR_NUMBER : OTHER_NUMBER);
      }
    }
    if (!among) lexicon.eachRelated(lemma, (other, similarity) => put(other, at, similarity));
    else {
      const related = relatedAmong(among, lemma, lexicon);
      for (let k = 0; k < related.length; k += 2) put(related[k] ?? 0, at, related[k + 1] ?? 0);
    }
  }
  for (const key of threes) hint(hints, key);
  return {
    text,
    from,
    to,
    hints,
    weights: new Float64Array(weights),
    total,
    sentences,
    contents,
    deeds,
    quoted,
    negated: isNegated(tokens, from, to),
    threes,
    stands: new Stands(entries),
    covered: new Float64Array(weights.length),
  };
}

function relatedAmong({ has, related }: Vocabulary, lemma: number, lexicon: Lexicon): readonly number[] {
  const known = related.get(lemma);
  if (known) return known;
  const found: number[] = [];
  lexicon.eachRelated(lemma, (other, similarity) => {
    if (has[other]) found.push(other, similarity);
  });
  related.set(lemma, found);
  return found;
}

/** The best stretches of an article, best first, that do not overlap. Linear in the article for a query of given length. */
export function bestFits(query: Query, text: Weighted, most: number): Fit[] {
  const { stands, threes, hints } = query;
  const { tokens } = text;
  const { lemma, flags } = tokens;
  const { weights } = text;
  const n = lemma.length;
  const longest = Math.max(24, 3 * (query.to - query.from));
  const mostSentences = Math.max(2, query.sentences + 1);

  // Stretches begin and end at chunks, from one possible beginning of a phrase to the next, that hold a shared lemma.
  const { starts } = text;
  const chunks = starts.length - 1;
  const hit = new Uint8Array(chunks);
  // The words that stand for one of the query, chunk by chunk; of the others only what they weigh counts.
  const shared: number[] = [];
  const firsts: number[] = [];
  const sharedFrom = new Int32Array(chunks + 1);
  const others = new Float64Array(chunks);
  let runUntil = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const end = starts[chunk + 1] ?? n;
    let other = 0;
    for (let i = starts[chunk] ?? 0; i < end; i++) {
      const three = text.threes[i] ?? 0;
      if (mayHave(hints, three) && threes.has(three)) runUntil = i + 3;
      const id = lemma[i] ?? 0;
      const first = mayHave(hints, id) ? stands.first(id) : -1;
      const weight = weights[i] ?? 0;
      if (first < 0) other += weight;
      else {
        shared.push(weight);
        firsts.push(first);
      }
      if (i < runUntil || (first >= 0 && weight > FUNCTION_WEIGHT)) hit[chunk] = 1;
    }
    others[chunk] = other;
    sharedFrom[chunk + 1] = shared.length;
  }

  const found: Fit[] = [];
  const tally = new Tally(query);
  for (let a = 0; a < chunks; a++) {
    if (!hit[a]) continue;
    tally.clear();
    const from = starts[a] ?? 0;
    let sentences = 1;
    let paragraphs = 0;
    let best: Fit | undefined;
    for (let b = a; b < chunks; b++) {
      const begin = starts[b] ?? 0;
      const to = starts[b + 1] ?? n;
      if (to - from > longest) break;
      if (b > a && (flags[begin] ?? 0) & Flag.sentence && ++sentences > mostSentences) break;
      if (b > a && (flags[begin] ?? 0) & Flag.paragraph) paragraphs++;
      tally.pass(others[b] ?? 0);
      for (let k = sharedFrom[b] ?? 0; k < (sharedFrom[b + 1] ?? 0); k++) tally.add(shared[k] ?? 0, firsts[k] ?? -1);
      if (!hit[b]) continue;
      const factor = 1 - SENTENCE_COST * Math.max(0, sentences - query.sentences) - PARAGRAPH_COST * paragraphs;
      if (!best || tally.f() * factor > best.f) best = tally.fit(from, to, factor);
    }
    if (best) found.push(best);
  }
  found.sort((x, y) => y.f - x.f);
  const kept: Fit[] = [];
  for (const fit of found) {
    if (kept.length === most) break;
    if (kept.every((other) => fit.to <= other.from || fit.from >= other.to)) kept.push(fit);
  }
  return kept;
}

/** How well one given stretch renders the query. */
export function fitOf(query: Query, text: Weighted, from: number, to: number): Fit {
  const tally = new Tally(query);
  for (let i = from; i < to; i++) tally.add(text.weights[i] ?? 0, query.stands.first(text.tokens.lemma[i] ?? 0));
  return tally.fit(from, to, 1);
}

/** Adds up what a growing stretch shares with a query. */
class Tally {
  readonly #query: Query;
  readonly #covered: Float64Array;
  #shared = 0;
  #weight = 0;
  #matched = 0;
  #heaviest = 0;
  #hits = 0;

  constructor(query: Query) {
    this.#query = query;
    this.#covered = query.covered.fill(0);
  }

  clear(): void {
    this.#covered.fill(0);
    this.#shared = this.#weight = this.#matched = this.#heaviest = this.#hits = 0;
  }

  /** Words that stand for none of the query's. */
  pass(weight: number): void {
    this.#weight += weight;
  }

  /** `first`: the word's first entry in what stands for the query's words, or -1. */
  add(weight: number, first: number): void {
    this.#weight += weight;
    if (first < 0) return;
    const covered = this.#covered;
    const { weights, stands } = this.#query;
    // A word stands for one word of the query: the one it is likest to, of those the one with most to gain.
    let most = 0;
    let gain = 0;
    let best = -1;
    for (let entry = first; entry >= 0; entry = stands.next[entry] ?? -1) {
      const similarity = stands.similarity[entry] ?? 0;
      if (similarity < most) continue;
      const at = stands.at[entry] ?? 0;
      const gained = (similarity - (covered[at] ?? 0)) * (weights[at] ?? 0);
      if (similarity === most && gained <= gain) continue;
      most = similarity;
      gain = gained;
      best = at;
    }
    if (gain > 0) {
      const asked = weights[best] ?? 0;
      if (covered[best] === 0 && asked > FUNCTION_WEIGHT) this.#hits++;
      covered[best] = most;
      this.#shared += gain;
      if (most * asked > this.#heaviest) this.#heaviest = most * asked;
    }
    this.#matched += most * weight;
  }

  f(): number {
    const coverage = this.#query.total === 0 ? 0 : this.#shared / this.#query.total;
    const precision = this.#weight === 0 ? 0 : this.#matched / this.#weight;
    if (coverage + precision === 0) return 0;
    const f = ((1 + BETA_SQUARE) * coverage * precision) / (coverage + BETA_SQUARE * precision);
    return this.#hits < 2 && this.#query.contents > 2 ? f * SINGLE_LEMMA : f;
  }

  fit(from: number, to: number, factor: number): Fit {
    return {
      from,
      to,
      coverage: this.#query.total === 0 ? 0 : this.#shared / this.#query.total,
      precision: this.#weight === 0 ? 0 : this.#matched / this.#weight,
      f: this.f() * factor,
      heaviest: this.#heaviest,
    };
  }
}

/** The whole sentences that a stretch touches, as first token and the one after the last. */
export function sentencesOf(tokens: Tokens, from: number, to: number): { from: number; to: number } {
  let begin = from;
  while (begin > 0 && !((tokens.flags[begin] ?? 0) & Flag.sentence)) begin--;
  let end = Math.max(to, from + 1);
  while (end < tokens.lemma.length && !((tokens.flags[end] ?? 0) & Flag.sentence)) end++;
  return { from: begin, to: end };
}

/** Whether one of the query's deeds is done in a stretch, too; true where it has none. */
export function isDone({ deeds, stands }: Query, { tokens }: Weighted, { from, to }: Fit): boolean {
  if (deeds.length === 0) return true;
  for (let i = from; i < to; i++) {
    for (let entry = stands.first(tokens.lemma[i] ?? 0); entry >= 0; entry = stands.next[entry] ?? -1) {
      if (deeds.includes(stands.at[entry] ?? -1)) return true;
    }
  }
  return false;
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

function mayHave(hints: Int32Array, key: number): boolean {
  return ((hints[(key >>> 5) & 127] ?? 0) & (1 << (key & 31))) !== 0;
}
