import { mayHave, type Query } from './query';
import { Flag } from '../words/flags';
import type { Stands } from '../words/stands';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';

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
/** What each sentence more than the query has costs. */
const SENTENCE_COST = 0.06;
const PARAGRAPH_COST = 0.15;
/** One shared lemma is weak proof where the query has three or more. */
const SINGLE_LEMMA = 0.8;

/**
 * The best stretches of an article, best first, that do not overlap. Linear in the article for a query of given length. Stretches that are
 * less like the query than `least` may be left out.
 */
export function bestFits(query: Query, text: Weighted, most: number, least = 0): Fit[] {
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
  const mayBegin = least > 0 ? beginnings(query, firsts, sharedFrom, starts, longest, least) : undefined;
  for (let a = 0; a < chunks; a++) {
    if (!hit[a] || mayBegin?.[a] === 0) continue;
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

/**
 * Where stretches may begin that are as like the query as `least`: by what their words may add to it at most, if nothing else stood among
 * them. Most cannot, and need not be tried word by word.
 */
function beginnings(
  { weights, stands, total }: Query,
  firsts: readonly number[],
  sharedFrom: Int32Array,
  starts: Int32Array,
  longest: number,
  least: number,
): Uint8Array {
  const chunks = starts.length - 1;
  const gains = new Float64Array(chunks + 1);
  const functions = new Int32Array(chunks + 1);
  for (let chunk = 0; chunk < chunks; chunk++) {
    let [gain, count] = [0, 0];
    for (let k = sharedFrom[chunk] ?? 0; k < (sharedFrom[chunk + 1] ?? 0); k++) {
      let most = 0;
      for (let entry = firsts[k] ?? -1; entry >= 0; entry = stands.next[entry] ?? -1) {
        const weight = weights[stands.at[entry] ?? 0] ?? 0;
        if (weight > FUNCTION_WEIGHT) most = Math.max(most, weight * (stands.similarity[entry] ?? 0));
      }
      if (most > 0) gain += Math.max(most, FUNCTION_WEIGHT);
      else count++;
    }
    gains[chunk + 1] = (gains[chunk] ?? 0) + gain;
    functions[chunk + 1] = (functions[chunk] ?? 0) + count;
  }
  const granted = weights.reduce((sum, weight) => (weight <= FUNCTION_WEIGHT ? sum + weight : sum), 0);
  // The coverage that gives `least` where everything in the stretch is shared; a little less, since sums are rounded.
  const needed = ((least * BETA_SQUARE) / (1 + BETA_SQUARE - least)) * total - 1e-6;
  const may = new Uint8Array(chunks);
  for (let a = 0, b = 0; a < chunks; a++) {
    while (b < chunks && (starts[b + 1] ?? 0) - (starts[a] ?? 0) <= longest) b++;
    const end = Math.max(b, a);
    const own = Math.min(granted, ((functions[end] ?? 0) - (functions[a] ?? 0)) * FUNCTION_WEIGHT);
    if ((gains[end] ?? 0) - (gains[a] ?? 0) + own >= needed) may[a] = 1;
  }
  return may;
}

/** How well one given stretch renders the query. */
export function fitOf(query: Query, text: Weighted, from: number, to: number): Fit {
  const tally = new Tally(query);
  for (let i = from; i < to; i++) tally.add(text.weights[i] ?? 0, query.stands.first(text.tokens.lemma[i] ?? 0));
  return tally.fit(from, to, 1);
}

/** What is asked for in a stretch: of a query, or of a single sentence. */
type Wanted = Pick<Query, 'weights' | 'total' | 'contents' | 'covered'> & { readonly stands: Pick<Stands, 'next' | 'at' | 'similarity'> };

/** Adds up what a growing stretch shares with what is asked for. */
export class Tally {
  readonly #total: number;
  readonly #contents: number;
  readonly #weights: Float64Array;
  readonly #covered: Float64Array;
  readonly #next: Int32Array;
  readonly #at: Int32Array;
  readonly #similarity: Float64Array;
  #shared = 0;
  #weight = 0;
  #matched = 0;
  #heaviest = 0;
  #hits = 0;

  constructor({ weights, total, contents, covered, stands }: Wanted) {
    this.#total = total;
    this.#contents = contents;
    this.#weights = weights;
    this.#covered = covered.fill(0);
    this.#next = stands.next;
    this.#at = stands.at;
    this.#similarity = stands.similarity;
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
    const [covered, weights, next, places, similarities] = [this.#covered, this.#weights, this.#next, this.#at, this.#similarity];
    // A word stands for one word of the query: the one it is likest to, of those the one with most to gain.
    let most = 0;
    let gain = 0;
    let best = -1;
    for (let entry = first; entry >= 0; entry = next[entry] ?? -1) {
      const similarity = similarities[entry] ?? 0;
      if (similarity < most) continue;
      const at = places[entry] ?? 0;
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

  /** `weight`: of all words of the stretch, where it is known; `shared` and `matched`: of words that were counted elsewhere. */
  f(weight = this.#weight, shared = 0, matched = 0): number {
    const coverage = this.#total === 0 ? 0 : (this.#shared + shared) / this.#total;
    const precision = weight === 0 ? 0 : (this.#matched + matched) / weight;
    if (coverage + precision === 0) return 0;
    const f = ((1 + BETA_SQUARE) * coverage * precision) / (coverage + BETA_SQUARE * precision);
    return this.#hits < 2 && this.#contents > 2 ? f * SINGLE_LEMMA : f;
  }

  fit(from: number, to: number, factor: number): Fit {
    return {
      from,
      to,
      coverage: this.#total === 0 ? 0 : this.#shared / this.#total,
      precision: this.#weight === 0 ? 0 : this.#matched / this.#weight,
      f: this.f() * factor,
      heaviest: this.#heaviest,
    };
  }
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
