import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Weighted } from '../../words/weights';
import type { Vocabulary } from '../vocabulary';

/**
 * What stands for the words of an article that asks others one after the other, by what stands there: of each article that is asked a lemma is
 * looked up once, and not for each word all that may stand for it.
 */
export class TurnedKin {
  readonly #lexicon: Lexicon;
  #text: Weighted | undefined;
  #among: Vocabulary | undefined;
  /** The different words that are neither numbers nor function words, and room to count for each. */
  words: readonly number[] = [];
  counts = new Int32Array(0);
  /** By lemma, where begins what it stands for; see `end`. */
  from = new Int32Array(0);
  #to = new Int32Array(0);
  /** One after the other: which of `words` it stands for, and how well. */
  word = new Int32Array(0);
  similarity = new Float64Array(0);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  isOf(text: Weighted, among: Vocabulary): boolean {
    return this.#text === text && this.#among === among;
  }

  /** Of another article from now on; `among`: the lemmas of all that will be asked. */
  read(text: Weighted, among: Vocabulary): void {
    const lexicon = this.#lexicon;
    [this.#text, this.#among] = [text, among];
    const isAsked = (id: number) => lexicon.kind(id) !== Kind.number && lexicon.kind(id) !== Kind.function;
    const words = (this.words = [...new Set(text.tokens.lemma)].filter(isAsked));
    if (this.from.length < lexicon.size) [this.from, this.#to] = [new Int32Array(2 * lexicon.size), new Int32Array(2 * lexicon.size)];
    if (this.counts.length < words.length) this.counts = new Int32Array(2 * words.length);
    const [from, to] = [this.from, this.#to.fill(0)];
    let count = 0;
    const add = (lemma: number) => {
      to[lemma] = (to[lemma] ?? 0) + 1;
      count++;
    };
    for (const word of words) {
      for (let k = among.begin(word), end = among.end(word); k < end; k++) add(among.lemmas[k] ?? 0);
      add(word);
    }
    if (this.word.length < count) [this.word, this.similarity] = [new Int32Array(2 * count), new Float64Array(2 * count)];
    for (let lemma = 0, at = 0; lemma < from.length; lemma++) {
      from[lemma] = at;
      at += to[lemma] ?? 0;
      to[lemma] = from[lemma] ?? 0;
    }
    const put = (lemma: number, word: number, similarity: number) => {
      const at = to[lemma] ?? 0;
      this.word[at] = word;
      this.similarity[at] = similarity;
      to[lemma] = at + 1;
    };
    for (let w = 0; w < words.length; w++) {
      const word = words[w] ?? 0;
      for (let k = among.begin(word), end = among.end(word); k < end; k++) put(among.lemmas[k] ?? 0, w, among.similarities[k] ?? 0);
      put(word, w, 1);
    }
  }

  /** Where ends what a lemma stands for. */
  end(lemma: number): number {
    return this.#to[lemma] ?? 0;
  }
}
