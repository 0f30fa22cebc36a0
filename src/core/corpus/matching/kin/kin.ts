import type { Lexicon } from '../../words/lexicon';
import { Kind } from '../../words/kinds';
import { likenessOfNumbers } from '../query';
import type { TurnedKin } from './turnedKin';
import type { Vocabulary } from '../vocabulary';

/** Which lemmas of the article that is asked, by number, stand for those asked for, and how well: looked up when first asked for. */
export class Kin {
  readonly #lexicon: Lexicon;
  /** By lemma, its number in the article. */
  numberOf = new Uint16Array(0);
  /** By lemma, for which article it was looked up, and where it stands. */
  #known = new Int32Array(0);
  #from = new Int32Array(0);
  #to = new Int32Array(0);
  #article = 0;
  #figures: readonly number[] = [];
  #among: Vocabulary | undefined;
  #size = 0;
  numbers = new Uint16Array(1024);
  similarities = new Float64Array(1024);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Of another article from now on; `figures`: its lemmas that are numbers; `among`: some that all of its lemmas are among. */
  begin(figures: readonly number[], among: Vocabulary | undefined): void {
    this.#among = among?.isSettled ? undefined : among;
    this.#article++;
    this.#size = 0;
    this.#figures = figures;
  }

  /** From where to where in `numbers` and `similarities`, in no order. */
  of(word: number): readonly [from: number, to: number] {
    this.#reserve();
    if (this.#known[word] !== this.#article) this.#find(word);
    return [this.#from[word] ?? 0, this.#to[word] ?? 0];
  }

  /** Looks up all words of an article but for numbers; `lemmas`: those of the article that is asked, in the order of their numbers. */
  fill(turned: TurnedKin, lemmas: readonly number[]): void {
    this.#reserve();
    const { words, from, word, similarity } = turned;
    const counts = turned.counts.fill(0);
    for (const lemma of lemmas)
      for (let k = from[lemma] ?? 0, end = turned.end(lemma); k < end; k++) counts[word[k] ?? 0] = (counts[word[k] ?? 0] ?? 0) + 1;
    let size = 0;
    for (let w = 0; w < words.length; w++) {
      const one = words[w] ?? 0;
      this.#known[one] = this.#article;
      this.#from[one] = size;
      size += counts[w] ?? 0;
      counts[w] = this.#to[one] = size;
    }
    this.#makeRoom(size);
    for (let number = lemmas.length; number > 0; number--) {
      const lemma = lemmas[number - 1] ?? 0;
      for (let k = from[lemma] ?? 0, end = turned.end(lemma); k < end; k++) {
        const at = (counts[word[k] ?? 0] = (counts[word[k] ?? 0] ?? 0) - 1);
        this.numbers[at] = number;
        this.similarities[at] = similarity[k] ?? 0;
      }
    }
    this.#size = size;
  }

  #find(word: number): void {
    this.#known[word] = this.#article;
    this.#from[word] = this.#size;
    if (this.#lexicon.kind(word) === Kind.number) {
      this.#makeRoom(this.#figures.length + 1);
      for (const other of this.#figures) if (other !== word) this.#put(other, likenessOfNumbers(word, other, this.#lexicon));
    } else {
      const related = this.#among ?? this.#lexicon.allRelated();
      const [first, end] = [related.begin(word), related.end(word)];
      const { lemmas, similarities } = related;
      this.#makeRoom(end - first + 1);
      const [numberOf, numbers, likenesses] = [this.numberOf, this.numbers, this.similarities];
      let size = this.#size;
      for (let k = first; k < end; k++) {
        const number = numberOf[lemmas[k] ?? 0] ?? 0;
        if (number === 0) continue;
        numbers[size] = number;
        likenesses[size++] = similarities[k] ?? 0;
      }
      this.#size = size;
    }
    this.#put(word, 1);
    this.#to[word] = this.#size;
  }

  #put(lemma: number, similarity: number): void {
    const number = this.numberOf[lemma] ?? 0;
    if (number === 0) return;
    this.numbers[this.#size] = number;
    this.similarities[this.#size++] = similarity;
  }

  #reserve(): void {
    if (this.#known.length >= this.#lexicon.size) return;
    const size = 2 * this.#lexicon.size;
    [this.#known, this.#from, this.#to] = [grown(this.#known, size), grown(this.#from, size), grown(this.#to, size)];
  }

  #makeRoom(more: number): void {
    if (this.#size + more <= this.numbers.length) return;
    const size = 2 * (this.#size + more);
    const [numbers, similarities] = [new Uint16Array(size), new Float64Array(size)];
    numbers.set(this.numbers);
    similarities.set(this.similarities);
    [this.numbers, this.similarities] = [numbers, similarities];
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(size);
  longer.set(array);
  return longer;
}
