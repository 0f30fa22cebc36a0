import type { Tokens } from '../words/tokens';

/** Sentences that are weighed for a passage, whatever words they share, since they are near its own. */
const NEAREST = 3;

/** What an encoder's vectors say of a candidate, behind the evidence without them. @public: scripts/matching prints it. */
export const encodedNames = [
  'nearness of the sentences',
  'nearness beside other sentences there',
  'nearness beside other sentences of the article asked from',
] as const;

/** An article that an encoder may have read, be it later: a vector of length 1 for each of its sentences. */
interface Readable {
  readonly tokens: Tokens;
  readonly vectors?: readonly Float32Array[] | undefined;
}

/** The articles of an event, with what an encoder has read of them. */
export class Encoded {
  readonly #articles: ReadonlyMap<Tokens, Readable>;
  readonly #between = new Map<readonly Float32Array[], Map<readonly Float32Array[], Nearness>>();

  constructor(articles: readonly Readable[]) {
    this.#articles = new Map(articles.map((article) => [article.tokens, article]));
  }

  /** Undefined unless both articles have been read. */
  between(here: Tokens, there: Tokens): Nearness | undefined {
    const [a, b] = [this.#articles.get(here)?.vectors, this.#articles.get(there)?.vectors];
    if (!a || !b) return undefined;
    let ofHere = this.#between.get(a);
    if (!ofHere) this.#between.set(a, (ofHere = new Map<readonly Float32Array[], Nearness>()));
    let nearness = ofHere.get(b);
    if (!nearness) ofHere.set(b, (nearness = new Nearness(a, b)));
    return nearness;
  }
}

/** Whether there is one for each sentence, all of one length, and all numbers. */
export function areVectorsOf(sentences: readonly string[], vectors: readonly Float32Array[]): boolean {
  const size = vectors[0]?.length ?? 0;
  const areNumbers = (vector: Float32Array) => vector.length === size && vector.every((value) => Number.isFinite(value));
  return vectors.length > 0 && vectors.length === sentences.length && vectors.every(areNumbers);
}

/** How near the sentences of two articles are to each other, each with each. */
export class Nearness {
  readonly #rows: readonly Float32Array[];
  readonly #columns: readonly Float32Array[];
  readonly #amongRows: readonly Spread[];
  readonly #amongColumns: readonly Spread[];

  constructor(here: readonly Float32Array[], there: readonly Float32Array[]) {
    this.#rows = here.map((a) => Float32Array.from(there, (b) => cosine(a, b)));
    this.#columns = there.map((_, j) => Float32Array.from(this.#rows, (row) => row[j] ?? 0));
    this.#amongRows = this.#rows.map(spreadOf);
    this.#amongColumns = this.#columns.map(spreadOf);
  }

  /** In the order of `encodedNames`: the most of any of the sentences here with any of those there. */
  evidence(here: readonly number[], there: readonly number[]): readonly number[] {
    let [near, besideThere, besideHere] = [-Infinity, -Infinity, -Infinity];
    for (const i of here) {
      for (const j of there) {
        const value = this.#rows[i]?.[j] ?? 0;
        near = Math.max(near, value);
        besideThere = Math.max(besideThere, standing(value, this.#amongRows[i]));
        besideHere = Math.max(besideHere, standing(value, this.#amongColumns[j]));
      }
    }
    return [near, besideThere, besideHere];
  }

  /** The sentences there that are nearest to any of some here. */
  nearest(here: readonly number[]): readonly number[] {
    const near = this.#columns.map((column) => Math.max(...here.map((i) => column[i] ?? 0)));
    return [...near.keys()].sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0)).slice(0, NEAREST);
  }
}

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

function spreadOf(values: Float32Array): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

/** By how many deviations a value lies over the mean; 0 where all are alike. */
function standing(value: number, { mean, deviation }: Spread = { mean: 0, deviation: 0 }): number {
  return deviation > 0 ? (value - mean) / deviation : 0;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
