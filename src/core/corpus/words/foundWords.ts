import { from, type Rows } from './rows';

export interface RelatedWords {
  readonly words: Uint32Array;
  readonly similarities: Float64Array;
}

/** Words with how well each stands for one, in the order in which they are found. */
export class FoundWords {
  /** By word; 0 where it is not among them. */
  readonly #similarity: Float64Array;
  #words = new Uint32Array(1024);
  #count = 0;

  constructor(size: number) {
    this.#similarity = new Float64Array(size);
  }

  note(word: number, similarity: number): void {
    const known = this.#similarity[word] ?? 0;
    if (similarity <= known) return;
    this.#similarity[word] = similarity;
    if (known > 0) return;
    if (this.#count === this.#words.length) {
      const words = new Uint32Array(2 * this.#count);
      words.set(this.#words);
      this.#words = words;
    }
    this.#words[this.#count++] = word;
  }

  noteRow({ ends, values }: Rows, index: number, similarity: number): void {
    for (let k = from(ends, index); k < (ends[index] ?? 0); k++) this.note(values[k] ?? 0, similarity);
  }

  /** All but the word itself; none are left. */
  take(id: number): RelatedWords {
    const count = this.#count - Number((this.#similarity[id] ?? 0) > 0);
    const [words, similarities] = [new Uint32Array(count), new Float64Array(count)];
    for (let k = 0, n = 0; k < this.#count; k++) {
      const word = this.#words[k] ?? 0;
      if (word !== id) {
        words[n] = word;
        similarities[n++] = this.#similarity[word] ?? 0;
      }
      this.#similarity[word] = 0;
    }
    this.#count = 0;
    return { words, similarities };
  }
}
