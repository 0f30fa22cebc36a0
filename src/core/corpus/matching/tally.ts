import type { Stands } from '../words/stands';
import { FUNCTION_WEIGHT } from '../words/weights';

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
/** One shared lemma is weak proof where the query has three or more. */
const SINGLE_LEMMA = 0.8;

/** `isSingle`: where one lemma is all that is shared of several. */
export function likeness(coverage: number, precision: number, isSingle: boolean): number {
  if (coverage + precision === 0) return 0;
  const f = ((1 + BETA_SQUARE) * coverage * precision) / (coverage + BETA_SQUARE * precision);
  return isSingle ? f * SINGLE_LEMMA : f;
}

/** What is asked for in a stretch: of a query, or of a single sentence. */
interface Wanted {
  readonly weights: Float64Array;
  readonly total: number;
  /** How many of the words are more than function words. */
  readonly contents: number;
  /** Room to add up in. */
  readonly covered: Float64Array;
  readonly stands: Pick<Stands, 'next' | 'at' | 'similarity'>;
}

/** Adds up what a growing stretch shares with what is asked for. */
export class Tally {
  readonly #total: number;
  readonly #contents: number;
  readonly #weights: Float64Array;
  readonly #covered: Float64Array;
  readonly #next: Int32Array;
  readonly #at: Int32Array;
  readonly #similarity: Float64Array;
  /** How many words are asked for. */
  readonly #size: number;
  #shared = 0;
  #weight = 0;
  #matched = 0;
  #heaviest = 0;
  #hits = 0;
  #isClear = true;

  /** `size`: how many words are asked for, where there is room for more. */
  constructor({ weights, total, contents, covered, stands }: Wanted, size = covered.length) {
    this.#total = total;
    this.#contents = contents;
    this.#weights = weights;
    this.#covered = covered.fill(0, 0, size);
    this.#size = size;
    this.#next = stands.next;
    this.#at = stands.at;
    this.#similarity = stands.similarity;
  }

  clear(): void {
    if (this.#isClear) return;
    this.#isClear = true;
    this.#covered.fill(0, 0, this.#size);
    this.#shared = this.#weight = this.#matched = this.#heaviest = this.#hits = 0;
  }

  /** Words that stand for none of the query's. */
  pass(weight: number): void {
    this.#isClear = false;
    this.#weight += weight;
  }

  /** `first`: the word's first entry in what stands for the query's words, or -1. */
  add(weight: number, first: number): void {
    this.#isClear = false;
    this.#weight += weight;
    if (first < 0) return;
    const covered = this.#covered;
    const weights = this.#weights;
    const next = this.#next;
    const places = this.#at;
    const similarities = this.#similarity;
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
    return likeness(coverage, precision, this.#hits < 2 && this.#contents > 2);
  }

  fit(from: number, to: number): Fit {
    return {
      from,
      to,
      coverage: this.#total === 0 ? 0 : this.#shared / this.#total,
      precision: this.#weight === 0 ? 0 : this.#matched / this.#weight,
      f: this.f(),
      heaviest: this.#heaviest,
    };
  }
}
