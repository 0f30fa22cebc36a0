import { Kind } from './kinds';
import type { Lexicon } from './lexicon';
import { Flag } from './flags';
import type { Tokens } from './tokens';

/** An article's tokens with what each weighs in its event, in bits. */
export interface Weighted {
  readonly tokens: Tokens;
  readonly weights: Float64Array;
  /** Every three words in a row as one number, by the first of them; a collision only adds a hint. */
  readonly threes: Int32Array;
  /** Tokens where a phrase may begin, and the number of tokens at the end. */
  readonly starts: Int32Array;
}

/** What a function word counts: nothing alone, something in a row of them. */
export const FUNCTION_WEIGHT = 1;
const REPORTING_SHARE = 0.25;
const BOUND_SHARE = 0.6;

/**
 * How much each lemma tells apart within an event: its rarity anywhere, scaled down by how many sentences of the event have it.
 * Words that nearly always stand beside one other ("Tel Aviv") count little more than one word together.
 */
export class EventWeights {
  readonly #lexicon: Lexicon;
  /** By lemma; 0 where it has not been asked for. */
  #weight = new Float64Array(0);
  readonly #weighted = new Map<Tokens, Weighted>();
  readonly #frequency = new Map<number, number>();
  readonly #bound: ReadonlySet<number>;
  #sentences = 0;

  constructor(texts: readonly Tokens[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    const pairs = new Map<number, Map<number, number>>();
    const count = new Map<number, number>();
    for (const { lemma, flags } of texts) {
      let seen = new Set<number>();
      for (let i = 0; i < lemma.length; i++) {
        const flag = flags[i] ?? 0;
        if (flag & Flag.sentence) {
          this.#sentences++;
          seen = new Set();
        }
        const id = lemma[i] ?? 0;
        count.set(id, (count.get(id) ?? 0) + 1);
        if (!seen.has(id)) this.#frequency.set(id, (this.#frequency.get(id) ?? 0) + 1);
        seen.add(id);
        const next = flags[i + 1] ?? 0;
        if (flag & next & Flag.capital && !(next & (Flag.clause | Flag.sentence))) {
          const after = lemma[i + 1] ?? 0;
          const row = pairs.get(id) ?? new Map<number, number>();
          row.set(after, (row.get(after) ?? 0) + 1);
          pairs.set(id, row);
        }
      }
    }
    const bound = new Set<number>();
    for (const [id, row] of pairs) {
      for (const [after, together] of row) {
        if (together < 2) continue;
        if (together >= 0.7 * (count.get(id) ?? 0)) bound.add(id);
        if (together >= 0.7 * (count.get(after) ?? 0)) bound.add(after);
      }
    }
    this.#bound = bound;
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
        threes: threesOf(tokens),
        starts: startsOf(tokens),
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
    const spread = Math.log(1 + this.#sentences / (this.#frequency.get(lemma) ?? 1)) / Math.log(1 + Math.max(1, this.#sentences));
    const share = (kind === Kind.reporting ? REPORTING_SHARE : 1) * (this.#bound.has(lemma) ? BOUND_SHARE : 1);
    return this.#lexicon.rarity(lemma) * spread * share;
  }
}

function threesOf({ lemma }: Tokens): Int32Array {
  const threes = new Int32Array(Math.max(0, lemma.length - 2));
  for (let i = 0; i < threes.length; i++) {
    threes[i] = Math.imul(Math.imul(lemma[i] ?? 0, 31337) ^ (lemma[i + 1] ?? 0), 31337) ^ (lemma[i + 2] ?? 0);
  }
  return threes;
}

function startsOf({ flags }: Tokens): Int32Array {
  const starts: number[] = [];
  for (let i = 0; i < flags.length; i++) if (i === 0 || (flags[i] ?? 0) & (Flag.sentence | Flag.clause | Flag.phrase)) starts.push(i);
  starts.push(flags.length);
  return new Int32Array(starts);
}
