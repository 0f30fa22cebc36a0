import type { Lexicon } from '../words/lexicon';
import { Kind } from '../words/kinds';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';
import { Tally } from './tally';
import type { Stretch } from './relation';
import { SentencePlaces } from './sentencePlaces';
import type { Vocabulary } from './vocabulary';

/**
 * Asks all sentences of an article for those of another one, as a query of each would. A sentence's words lead to the few places of the other
 * article where a word stands for them; function words, which stand in nearly every sentence and for nothing but themselves, are only counted.
 */
export class SentenceAsking {
  readonly #lexicon: Lexicon;
  /** Of the article that is asked. */
  readonly #places: SentencePlaces;
  /** How many different function words, and function words, of the sentence that is asked for each of its sentences has. */
  #shared = new Int32Array(0);
  #matched = new Int32Array(0);
  /** By number of a lemma, its first entry + 1; 0 where it stands for no word. */
  #first = new Int32Array(0);
  /** The numbers that stand for a word, and those of function words that stand for themselves alone. */
  readonly #standing: number[] = [];
  readonly #plain: number[] = [];
  /** A bit for each token that stands for a word. */
  #marks = new Int32Array(0);
  #count = 0;
  #next = new Int32Array(256);
  #at = new Int32Array(256);
  #similarity = new Float64Array(256);
  #words = new Int32Array(64);
  #weights = new Float64Array(64);
  #covered = new Float64Array(64);

  private constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#places = new SentencePlaces(lexicon);
  }

  /** One for all who ask by the same lexicon, and never two of them at a time. */
  static of(lexicon: Lexicon): SentenceAsking {
    let asking = known.get(lexicon);
    if (!asking) known.set(lexicon, (asking = new SentenceAsking(lexicon)));
    return asking;
  }

  /** How well a sentence is rendered by a stretch of another article; `among`: the lemmas of some articles, that one among them. */
  likeness(asked: Weighted, sentence: Stretch, text: Weighted, stretch: Stretch, among?: Vocabulary): number {
    this.#places.enterStretch(text, stretch, among);
    return this.#ask(asked, [sentence], 1)[0] ?? 0;
  }

  /**
   * How well each stretch of an article renders each sentence that is asked for, a row for each of these; `among`: the lemmas that are known to
   * stand for others, where not all are.
   */
  ask(asked: Weighted, sentences: readonly Stretch[], text: Weighted, stretches: readonly Stretch[], among?: Vocabulary): Float64Array {
    this.#places.enter(text, stretches, among, asked);
    return this.#ask(asked, sentences, stretches.length);
  }

  #ask(asked: Weighted, sentences: readonly Stretch[], stretches: number): Float64Array {
    const found = new Float64Array(sentences.length * stretches);
    this.#reserve(this.#places.size, stretches);
    for (let row = 0; row < sentences.length; row++) {
      this.#count = this.#standing.length = this.#plain.length = 0;
      this.#row(this.#put(asked, sentences[row] ?? NOTHING), stretches, found, row * stretches);
    }
    this.#places.leave();
    return found;
  }

  #reserve(tokens: number, sentences: number): void {
    if (this.#first.length <= tokens) [this.#first, this.#marks] = [new Int32Array(2 * tokens + 2), new Int32Array((tokens >> 4) + 1)];
    if (this.#shared.length < sentences) [this.#shared, this.#matched] = [new Int32Array(2 * sentences), new Int32Array(2 * sentences)];
  }

  #row(tally: Tally, sentences: number, found: Float64Array, at: number): void {
    const [first, marks, { numbers, weights, sentenceAt, size }] = [this.#first, this.#marks, this.#places];
    this.#countFunctions(sentences);
    this.#mark();
    let n = 0;
    for (let block = 0; block << 5 < size; block++) {
      let bits = marks[block] ?? 0;
      marks[block] = 0;
      while (bits !== 0) {
        const place = (block << 5) + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        while (n < (sentenceAt[place] ?? 0)) this.#end(tally, n++, found, at);
        tally.add(weights[place] ?? 0, (first[numbers[place] ?? 0] ?? 0) - 1);
      }
    }
    while (n < sentences) this.#end(tally, n++, found, at);
    for (const number of this.#standing) first[number] = 0;
  }

  #end(tally: Tally, n: number, found: Float64Array, at: number): void {
    const [shared, matched] = [this.#shared[n] ?? 0, this.#matched[n] ?? 0];
    found[at + n] = tally.f(this.#places.weigh[n] ?? 0, shared * FUNCTION_WEIGHT, matched * FUNCTION_WEIGHT);
    tally.clear();
  }

  #countFunctions(sentences: number): void {
    const [shared, matched] = [this.#shared.fill(0, 0, sentences), this.#matched.fill(0, 0, sentences)];
    const { from, places, sentenceAt } = this.#places;
    for (const number of this.#plain) {
      let last = -1;
      for (let k = from[number] ?? 0; k < (from[number + 1] ?? 0); k++) {
        const n = sentenceAt[places[k] ?? 0] ?? 0;
        matched[n] = (matched[n] ?? 0) + 1;
        if (n !== last) shared[n] = (shared[n] ?? 0) + 1;
        last = n;
      }
    }
  }

  #mark(): void {
    const [marks, { from, places }] = [this.#marks, this.#places];
    for (const number of this.#standing) {
      for (let k = from[number] ?? 0; k < (from[number + 1] ?? 0); k++) {
        const place = places[k] ?? 0;
        marks[place >> 5] = (marks[place >> 5] ?? 0) | (1 << (place & 31));
      }
    }
  }

  #put({ tokens: { lemma }, weights }: Weighted, { from, to }: Stretch): Tally {
    if (to - from > this.#words.length) {
      [this.#words, this.#weights] = [new Int32Array(2 * (to - from)), new Float64Array(2 * (to - from))];
      this.#covered = new Float64Array(2 * (to - from));
    }
    const [words, lexicon] = [this.#words, this.#lexicon];
    let [count, total, contents] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const word = lemma[i] ?? 0;
      let at = 0;
      while (at < count && words[at] !== word) at++;
      if (at < count) continue;
      const weight = weights[i] ?? 0;
      words[count] = word;
      this.#weights[count++] = weight;
      total += weight;
      if (weight > FUNCTION_WEIGHT) contents++;
    }
    // The last first, so that the words that one lemma stands for come in their order.
    for (let at = count - 1; at >= 0; at--) if (lexicon.kind(words[at] ?? 0) !== Kind.function) this.#putWord(words[at] ?? 0, at);
    for (let at = 0; at < count; at++) {
      const number = this.#places.numberOf(words[at] ?? 0);
      if (number === 0 || lexicon.kind(words[at] ?? 0) !== Kind.function) continue;
      if ((this.#first[number] ?? 0) > 0) this.#add(number, at, 1);
      else this.#plain.push(number);
    }
    const stands = { next: this.#next, at: this.#at, similarity: this.#similarity };
    return new Tally({ weights: this.#weights, total, contents, covered: this.#covered, stands }, count);
  }

  #putWord(word: number, at: number): void {
    const { kin } = this.#places;
    const [from, to] = kin.of(word);
    for (let k = from; k < to; k++) this.#add(kin.numbers[k] ?? 0, at, kin.similarities[k] ?? 0);
  }

  #add(number: number, at: number, similarity: number): void {
    const entry = this.#count++;
    if (entry === this.#at.length) this.#grow();
    const first = this.#first[number] ?? 0;
    if (first === 0) this.#standing.push(number);
    this.#next[entry] = first - 1;
    this.#at[entry] = at;
    this.#similarity[entry] = similarity;
    this.#first[number] = entry + 1;
  }

  #grow(): void {
    const size = 2 * this.#at.length;
    const [next, at, similarity] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    next.set(this.#next);
    at.set(this.#at);
    similarity.set(this.#similarity);
    [this.#next, this.#at, this.#similarity] = [next, at, similarity];
  }
}

const known = new WeakMap<Lexicon, SentenceAsking>();

const NOTHING: Stretch = { from: 0, to: 0 };
