import { threeOf } from '../words/threes';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';
import { mayHave, type Query } from './query';
import { likeness, type Tally } from './tally';

/** More than sums of weights are ever rounded by. */
const ROUNDED = 1e-6;

/**
 * An article as a query finds it: chunk by chunk, from one possible beginning of a phrase to the next, the words that stand for one of the
 * query, and what the others weigh. Holds one article at a time, in the same room.
 */
export class Chunked {
  chunks = 0;
  /** 1 where a stretch may begin and end: a lemma is shared, or a row of three words. */
  hit = new Uint8Array(0);
  /** The flags each begins with. */
  kinds = new Uint8Array(0);
  /** For who looks for stretches. */
  costs = new Float64Array(0);
  #firsts = new Int32Array(0);
  #shared = new Float64Array(0);
  #sharedFrom = new Int32Array(0);
  #others = new Float64Array(0);
  #total = 0;
  #contents = 0;
  /** What function words of the query may add. */
  #granted = 0;
  // Sums up to each chunk, so that any stretch takes a few subtractions.
  #gains = new Float64Array(0);
  #functions = new Int32Array(0);
  #telling = new Int32Array(0);
  #matched = new Float64Array(0);
  #weight = new Float64Array(0);

  /** `isBounded`: `most` will be asked. */
  read(query: Query, { tokens: { lemma, flags }, weights, starts }: Weighted, isBounded: boolean): void {
    this.#reserve(starts.length, lemma.length);
    const { stands, hints, hintsOfThrees } = query;
    const [firsts, shared, sharedFrom, others, hit] = [this.#firsts, this.#shared, this.#sharedFrom, this.#others, this.hit];
    const chunks = (this.chunks = starts.length - 1);
    const last = lemma.length - 2;
    let [count, runUntil] = [0, 0];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const begin = starts[chunk] ?? 0;
      const end = starts[chunk + 1] ?? lemma.length;
      let [other, isHit] = [0, 0];
      for (let i = begin; i < end; i++) {
        const id = lemma[i] ?? 0;
        const three = i < last ? threeOf(id, lemma[i + 1] ?? 0, lemma[i + 2] ?? 0) : 0;
        if (mayHave(hintsOfThrees, three) && query.threes.has(three)) runUntil = i + 3;
        const first = mayHave(hints, id) ? stands.first(id) : -1;
        const weight = weights[i] ?? 0;
        if (first < 0) other += weight;
        else {
          shared[count] = weight;
          firsts[count++] = first;
        }
        if (i < runUntil || (first >= 0 && weight > FUNCTION_WEIGHT)) isHit = 1;
      }
      this.kinds[chunk] = flags[begin] ?? 0;
      hit[chunk] = isHit;
      others[chunk] = other;
      sharedFrom[chunk + 1] = count;
    }
    if (isBounded) this.#sum(query);
  }

  /** Adds what one has. */
  add(chunk: number, tally: Tally): void {
    tally.pass(this.#others[chunk] ?? 0);
    const end = this.#sharedFrom[chunk + 1] ?? 0;
    for (let k = this.#sharedFrom[chunk] ?? 0; k < end; k++) tally.add(this.#shared[k] ?? 0, this.#firsts[k] ?? -1);
  }

  /**
   * How like the query the chunks from one to before another are at most: as if each of their words stood for one that no other stands for.
   * A little more, since sums are rounded.
   */
  most(from: number, to: number): number {
    const own = Math.min(this.#granted, ((this.#functions[to] ?? 0) - (this.#functions[from] ?? 0)) * FUNCTION_WEIGHT);
    const gained = (this.#gains[to] ?? 0) - (this.#gains[from] ?? 0) + own + ROUNDED;
    const matched = (this.#matched[to] ?? 0) - (this.#matched[from] ?? 0) + ROUNDED;
    const weight = (this.#weight[to] ?? 0) - (this.#weight[from] ?? 0);
    const isSingle = this.#contents > 2 && (this.#telling[to] ?? 0) - (this.#telling[from] ?? 0) < 2;
    const [coverage, precision] = [gained < this.#total ? gained / this.#total : 1, matched < weight ? matched / weight : 1];
    return likeness(coverage, precision, isSingle) + ROUNDED;
  }

  #sum({ weights, total, contents, stands }: Query): void {
    const [firsts, shared, sharedFrom] = [this.#firsts, this.#shared, this.#sharedFrom];
    [this.#total, this.#contents, this.#granted] = [total, contents, 0];
    for (const weight of weights) if (weight <= FUNCTION_WEIGHT) this.#granted += weight;
    let [gained, functions, telling, matched, weighed] = [0, 0, 0, 0, 0];
    for (let chunk = 0, k = 0; chunk < this.chunks; chunk++) {
      weighed += this.#others[chunk] ?? 0;
      for (const end = sharedFrom[chunk + 1] ?? 0; k < end; k++) {
        let [most, likest] = [0, 0];
        for (let entry = firsts[k] ?? -1; entry >= 0; entry = stands.next[entry] ?? -1) {
          const [asked, similarity] = [weights[stands.at[entry] ?? 0] ?? 0, stands.similarity[entry] ?? 0];
          if (asked > FUNCTION_WEIGHT && asked * similarity > most) most = asked * similarity;
          if (similarity > likest) likest = similarity;
        }
        if (most > 0) {
          telling++;
          gained += Math.max(most, FUNCTION_WEIGHT);
        } else functions++;
        matched += likest * (shared[k] ?? 0);
        weighed += shared[k] ?? 0;
      }
      this.#gains[chunk + 1] = gained;
      this.#functions[chunk + 1] = functions;
      this.#telling[chunk + 1] = telling;
      this.#matched[chunk + 1] = matched;
      this.#weight[chunk + 1] = weighed;
    }
  }

  #reserve(chunks: number, tokens: number): void {
    if (this.#firsts.length < tokens) [this.#firsts, this.#shared] = [new Int32Array(2 * tokens), new Float64Array(2 * tokens)];
    if (this.hit.length > chunks) return;
    const size = 2 * chunks + 1;
    [this.hit, this.kinds, this.costs] = [new Uint8Array(size), new Uint8Array(size), new Float64Array(size)];
    [this.#sharedFrom, this.#others] = [new Int32Array(size), new Float64Array(size)];
    [this.#gains, this.#matched, this.#weight] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    [this.#functions, this.#telling] = [new Int32Array(size), new Int32Array(size)];
  }
}
