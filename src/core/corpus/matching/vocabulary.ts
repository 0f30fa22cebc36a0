import type { Lexicon } from '../words/lexicon';

/** The lemmas of some articles, with what stands for a lemma among them: looked up when first asked for. */
export class Vocabulary {
  /** By lemma, 1 where the articles have it. */
  readonly has: Uint8Array;
  readonly isSettled: boolean;
  /** Those that are numbers. */
  readonly numbers: readonly number[];
  /** What stands for lemmas, one after the other, and how well. */
  lemmas = new Int32Array(0);
  similarities = new Float64Array(0);
  readonly #lexicon: Lexicon;
  /** By lemma, where it begins there, + 1, and where it ends. */
  #from = new Int32Array(0);
  #to = new Int32Array(0);
  #size = 0;

  /** `texts`: the lemmas of each; `isSettled`: the lexicon has read all articles there are, so that it keeps itself what stands for a lemma. */
  constructor(texts: readonly Int32Array[], lexicon: Lexicon, isSettled = false) {
    this.#lexicon = lexicon;
    this.isSettled = isSettled;
    const has = (this.has = new Uint8Array(lexicon.size));
    for (const lemmas of texts) for (const id of lemmas) has[id] = 1;
    this.numbers = lexicon.numbers.filter((id) => has[id]);
  }

  /** From where in `lemmas` and `similarities` those stand that stand for a lemma; up to `end`. */
  begin(lemma: number): number {
    if (this.#from.length <= lemma) {
      const [from, to] = [new Int32Array(this.#lexicon.size), new Int32Array(this.#lexicon.size)];
      from.set(this.#from);
      to.set(this.#to);
      [this.#from, this.#to] = [from, to];
    }
    if (this.#from[lemma] === 0) this.#find(lemma);
    return (this.#from[lemma] ?? 0) - 1;
  }

  /** Of a lemma whose beginning is known. */
  end(lemma: number): number {
    return this.#to[lemma] ?? 0;
  }

  #find(lemma: number): void {
    this.#from[lemma] = this.#size + 1;
    if (this.isSettled) {
      const { lemmas, similarities } = this.#lexicon.related(lemma);
      for (let k = 0; k < lemmas.length; k++) this.#put(lemmas[k] ?? 0, similarities[k] ?? 0);
    } else this.#lexicon.eachRelated(lemma, (other, similarity) => this.#put(other, similarity));
    this.#to[lemma] = this.#size;
  }

  #put(other: number, similarity: number): void {
    if (this.has[other] !== 1) return;
    if (this.#size === this.lemmas.length) this.#grow(Math.max(1024, 2 * this.#size));
    this.lemmas[this.#size] = other;
    this.similarities[this.#size++] = similarity;
  }

  #grow(size: number): void {
    const [lemmas, similarities] = [new Int32Array(size), new Float64Array(size)];
    lemmas.set(this.lemmas);
    similarities.set(this.similarities);
    [this.lemmas, this.similarities] = [lemmas, similarities];
  }
}
