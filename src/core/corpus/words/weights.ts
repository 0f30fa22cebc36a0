import { Kind } from './kinds';
import type { Lexicon } from './lexicon';
import { countedIn, keyOf } from './counted';
import type { Tokens } from './tokens';

/** An article's tokens with what each weighs in its event, in bits. */
export interface Weighted {
  readonly tokens: Tokens;
  readonly weights: Float64Array;
  /** Tokens where a phrase may begin, and the number of tokens at the end. */
  readonly starts: Int32Array;
}

/** What a function word counts: nothing alone, something in a row of them. */
export const FUNCTION_WEIGHT = 1;
const REPORTING_SHARE = 0.25;
const BOUND_SHARE = 0.6;
/** Share of a word's places from which on another one beside it makes both little more than one word. */
const BOUND = 0.7;

/**
 * How much each lemma tells apart within an event: its rarity anywhere, scaled down by how many sentences of the event have it.
 * Words that nearly always stand beside one other ("Tel Aviv") count little more than one word together.
 */
export class EventWeights {
  readonly #lexicon: Lexicon;
  /** By lemma; 0 where it has not been asked for. */
  #weight = new Float64Array(0);
  readonly #weighted = new Map<Tokens, Weighted>();
  /** By lemma, how many sentences have it. */
  readonly #frequency: Int32Array;
  readonly #bound = new Set<number>();
  #sentences = 0;

  constructor(texts: readonly Tokens[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#frequency = new Int32Array(lexicon.size);
    const count = new Int32Array(lexicon.size);
    const pairs = new Map<number, { readonly first: number; readonly second: number; times: number }>();
    for (const text of texts) {
      const counted = countedIn(text);
      const { sentences, lemmas, begins } = counted.words;
      this.#sentences += sentences;
      for (let k = 0; k < lemmas.length; k++) {
        const lemma = lemmas[k] ?? 0;
        this.#frequency[lemma] = (this.#frequency[lemma] ?? 0) + (begins[k + 1] ?? 0) - (begins[k] ?? 0);
        count[lemma] = (count[lemma] ?? 0) + (counted.count[k] ?? 0);
      }
      for (let k = 0; k < counted.pairs.length; k += 3) {
        const [first, second, times] = [counted.pairs[k] ?? 0, counted.pairs[k + 1] ?? 0, counted.pairs[k + 2] ?? 0];
        const known = pairs.get(keyOf(first, second));
        if (known) known.times += times;
        else pairs.set(keyOf(first, second), { first, second, times });
      }
    }
    for (const { first, second, times } of pairs.values()) {
      if (times < 2) continue;
      for (const one of [first, second]) if (times >= BOUND * (count[one] ?? 0)) this.#bound.add(one);
    }
  }

  of(lemma: number): number {
    if (lemma >= this.#weight.length) {
      const longer = new Float64Array(Math.max(lemma + 1, this.#lexicon.size));
      longer.set(this.#weight);
      this.#weight = longer;
    }
    const known = this.#weight[lemma] ?? 0;
    if (known !== 0) return known;
    return (this.#weight[lemma] = this.#compute(lemma));
  }

  weigh(tokens: Tokens): Weighted {
    let weighted = this.#weighted.get(tokens);
    if (!weighted) {
      weighted = {
        tokens,
        weights: this.#weightsOf(tokens),
        starts: countedIn(tokens).starts,
      };
      this.#weighted.set(tokens, weighted);
    }
    return weighted;
  }

  #weightsOf({ lemma }: Tokens): Float64Array {
    const weights = new Float64Array(lemma.length);
    for (let i = 0; i < lemma.length; i++) weights[i] = this.of(lemma[i] ?? 0);
    return weights;
  }

  #compute(lemma: number): number {
    const kind = this.#lexicon.kind(lemma);
    if (kind === Kind.function) return FUNCTION_WEIGHT;
    const spread = Math.log(1 + this.#sentences / Math.max(1, this.#frequency[lemma] ?? 0)) / Math.log(1 + Math.max(1, this.#sentences));
    const share = (kind === Kind.reporting ? REPORTING_SHARE : 1) * (this.#bound.has(lemma) ? BOUND_SHARE : 1);
    return this.#lexicon.rarity(lemma) * spread * share;
  }
}
