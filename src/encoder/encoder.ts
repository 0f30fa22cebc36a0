import type { WordPiece } from './wordPiece';

/** Pieces of a text that are read, and texts that go through the model together. */
const LONGEST = 256;
const TOGETHER = 8;

/** A model that is asked with rows of numbers, all of one length: of each row, the vector of its first number, one row after the other. */
export type Model = (ids: BigInt64Array, mask: BigInt64Array, rows: number, length: number) => Promise<Float32Array>;

/** Turns sentences into vectors of length 1 that lie near each other where the sentences mean the same. */
export class Encoder {
  readonly #words: WordPiece;
  readonly #model: Model;

  constructor(words: WordPiece, model: Model) {
    this.#words = words;
    this.#model = model;
  }

  async encode(texts: readonly string[]): Promise<Float32Array[]> {
    const found: Float32Array[] = [];
    const read = texts.map((text, at) => ({ at, ids: this.#words.encode(text, LONGEST) })).sort((a, b) => a.ids.length - b.ids.length);
    for (let from = 0; from < read.length; from += TOGETHER) {
      const some = read.slice(from, from + TOGETHER);
      const vectors = await this.#ask(some.map(({ ids }) => ids));
      for (const [i, { at }] of some.entries()) found[at] = vectors[i] ?? new Float32Array();
    }
    return found;
  }

  async #ask(rows: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const length = Math.max(...rows.map((row) => row.length));
    const [ids, mask] = [new BigInt64Array(rows.length * length), new BigInt64Array(rows.length * length)];
    for (const [i, row] of rows.entries()) {
      for (const [k, id] of row.entries()) ids[i * length + k] = BigInt(id);
      mask.fill(1n, i * length, i * length + row.length);
    }
    const answer = await this.#model(ids, mask, rows.length, length);
    const size = answer.length / rows.length;
    return rows.map((_, i) => ofLengthOne(answer.slice(i * size, (i + 1) * size)));
  }
}

function ofLengthOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
