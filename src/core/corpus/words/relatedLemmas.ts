/** Tells every other lemma that may stand for one, and how well (0 to 1). */
type Each = (id: number, found: (lemma: number, similarity: number) => void) => void;

/**
 * What stands for lemmas, one list after the other, each made when it is first asked for. A lexicon has tens of thousands: each in arrays of its
 * own would be slow to reach.
 */
export class RelatedLemmas {
  readonly #each: Each;
  lemmas = new Int32Array(4096);
  similarities = new Float64Array(4096);
  /** By lemma, where its list begins, + 1, and where it ends; 0 where it is not made. */
  #bounds = new Int32Array(0);
  #size = 0;

  constructor(each: Each) {
    this.#each = each;
  }

  /** Where the list of a lemma begins in `lemmas` and `similarities`, of as many as there are now; up to `end`. */
  begin(id: number): number {
    const known = this.#bounds[2 * id] ?? 0;
    return known > 0 ? known - 1 : this.#find(id);
  }

  /** Of a lemma whose beginning is known. */
  end(id: number): number {
    return this.#bounds[2 * id + 1] ?? 0;
  }

  each(id: number, found: (lemma: number, similarity: number) => void): void {
    for (let k = this.begin(id), to = this.end(id); k < to; k++) found(this.lemmas[k] ?? 0, this.similarities[k] ?? 0);
  }

  isKnown(id: number): boolean {
    return (this.#bounds[2 * id] ?? 0) > 0;
  }

  /** There are more lemmas now. */
  forget(): void {
    this.#size = 0;
    this.#bounds.fill(0);
  }

  #find(id: number): number {
    const from = this.#size;
    this.#each(id, (lemma, similarity) => {
      if (this.#size === this.lemmas.length) this.#grow();
      this.lemmas[this.#size] = lemma;
      this.similarities[this.#size++] = similarity;
    });
    if (2 * id >= this.#bounds.length) {
      const bounds = new Int32Array(4 * (id + 1));
      bounds.set(this.#bounds);
      this.#bounds = bounds;
    }
    this.#bounds[2 * id] = from + 1;
    this.#bounds[2 * id + 1] = this.#size;
    return from;
  }

  #grow(): void {
    const [lemmas, similarities] = [new Int32Array(2 * this.#size), new Float64Array(2 * this.#size)];
    lemmas.set(this.lemmas);
    similarities.set(this.similarities);
    [this.lemmas, this.similarities] = [lemmas, similarities];
  }
}
