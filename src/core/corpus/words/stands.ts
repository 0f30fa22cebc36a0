/** Which lemmas stand for which words of a query and how well: a hash table from a lemma to the list of its entries, in the order given. */
export class Stands {
  /** Each entry's word, as an index into the query's words, and its similarity, 0 to 1. */
  readonly at: Int32Array;
  readonly similarity: Float64Array;
  /** The entry after each, of the same lemma; -1 at the end. */
  readonly next: Int32Array;
  /** A lemma + 1, then its first entry; 0 where the place is free. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** Entries as three numbers in a row: the lemma, the word's index, the similarity. */
  constructor(entries: readonly number[]) {
    const count = entries.length / 3;
    this.at = new Int32Array(count);
    this.similarity = new Float64Array(count);
    this.next = new Int32Array(count);
    let size = 16;
    while (size < 2 * count) size *= 2;
    this.#slots = new Int32Array(2 * size);
    this.#mask = size - 1;
    // The last first, so that each list begins with its first.
    for (let entry = count - 1; entry >= 0; entry--) {
      const lemma = entries[3 * entry] ?? 0;
      this.at[entry] = entries[3 * entry + 1] ?? 0;
      this.similarity[entry] = entries[3 * entry + 2] ?? 0;
      const slot = this.#slot(lemma);
      this.next[entry] = this.#slots[slot] === 0 ? -1 : (this.#slots[slot + 1] ?? -1);
      this.#slots[slot] = lemma + 1;
      this.#slots[slot + 1] = entry;
    }
  }

  /** The first entry of a lemma, or -1. */
  first(lemma: number): number {
    const slot = this.#slot(lemma);
    return this.#slots[slot] === 0 ? -1 : (this.#slots[slot + 1] ?? -1);
  }

  has(lemma: number): boolean {
    return this.#slots[this.#slot(lemma)] !== 0;
  }

  #slot(lemma: number): number {
    const slots = this.#slots;
    let place = Math.imul(lemma, 0x9e3779b1) >>> 15;
    for (;;) {
      const slot = 2 * (place++ & this.#mask);
      const found = slots[slot];
      if (found === 0 || found === lemma + 1) return slot;
    }
  }
}
