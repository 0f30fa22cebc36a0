import { Kind } from './kinds';
import type { Lexicon } from './lexicon';
import { Flag } from './flags';
import { numberLemmas } from './numbered';
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
      this.#sentences += counted.sentences;
      for (let k = 0; k < counted.lemmas.length; k++) {
        const lemma = counted.lemmas[k] ?? 0;
        this.#frequency[lemma] = (this.#frequency[lemma] ?? 0) + (counted.frequency[k] ?? 0);
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
        threes: countedIn(tokens).threes,
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

/** What is counted in a text whatever its event. */
interface Counted {
  readonly sentences: number;
  /** Its lemmas, in how many sentences each stands, and how often. */
  readonly lemmas: Int32Array;
  readonly frequency: Uint16Array;
  readonly count: Uint16Array;
  /** Words with capital letters that stand side by side, three numbers each: the first, the second, and how often. */
  readonly pairs: Int32Array;
  readonly threes: Int32Array;
  readonly starts: Int32Array;
}

const known = new WeakMap<Tokens, Counted>();

function countedIn(tokens: Tokens): Counted {
  let counted = known.get(tokens);
  if (!counted) known.set(tokens, (counted = countIn(tokens)));
  return counted;
}

function countIn(tokens: Tokens): Counted {
  const { lemma, flags } = tokens;
  const { lemmas, numbers } = numberLemmas(lemma);
  const [count, frequency] = [new Uint16Array(lemmas.length), new Uint16Array(lemmas.length)];
  const last = new Int32Array(lemmas.length).fill(-1);
  const pairs = new Map<number, { readonly first: number; readonly second: number; times: number }>();
  let sentences = 0;
  for (let i = 0; i < lemma.length; i++) {
    const [number, flag, next] = [numbers[i] ?? 0, flags[i] ?? 0, flags[i + 1] ?? 0];
    if (flag & Flag.sentence) sentences++;
    count[number] = (count[number] ?? 0) + 1;
    if (last[number] !== sentences) frequency[number] = (frequency[number] ?? 0) + 1;
    last[number] = sentences;
    if (!(flag & next & Flag.capital) || next & (Flag.clause | Flag.sentence)) continue;
    const [first, second] = [lemma[i] ?? 0, lemma[i + 1] ?? 0];
    const pair = pairs.get(keyOf(first, second));
    if (pair) pair.times++;
    else pairs.set(keyOf(first, second), { first, second, times: 1 });
  }
  const counted = Int32Array.from(Array.from(pairs.values(), ({ first, second, times }) => [first, second, times]).flat());
  return { sentences, lemmas, frequency, count, pairs: counted, threes: threesOf(tokens), starts: startsOf(tokens) };
}

function keyOf(first: number, second: number): number {
  return first * 2 ** 26 + second;
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
