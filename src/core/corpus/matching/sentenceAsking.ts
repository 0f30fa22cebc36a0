import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';
import { Tally } from './alignment';
import { likenessOfNumbers, type Vocabulary } from './query';
import type { Stretch } from './relation';

/**
 * Asks all sentences of an article for those of another one, as a query of each would. The words that stand for a sentence's lie in one table
 * as long as the article that is asked has different words, which serves sentence after sentence; function words, which stand in nearly
 * every sentence and for nothing but themselves, are counted by sentence beforehand.
 */
export class SentenceAsking {
  readonly #lexicon: Lexicon;
  /** By lemma, its number among those of the article that is asked; 0 where that has it not. */
  #numberOf = new Uint16Array(0);
  /** By token of that article. */
  #numbers = new Uint16Array(0);
  /** Those of its lemmas that are numbers. */
  readonly #figures: number[] = [];
  /** What its sentences weigh, and where the function words of each begin. */
  #weigh = new Float64Array(0);
  #functionsFrom = new Int32Array(0);
  #functions: number[] = [];
  #times: number[] = [];
  /** By number of a lemma, its first entry + 1; 0 where it stands for no word. */
  #first = new Int32Array(0);
  /** By number of a function word, 1 where the sentence that is asked for has it, and no other word that it stands for. */
  #plain = new Uint8Array(0);
  /** How many different lemmas it has. */
  #different = 0;
  #count = 0;
  #next = new Int32Array(256);
  #at = new Int32Array(256);
  #similarity = new Float64Array(256);
  #words = new Int32Array(64);
  #weights = new Float64Array(64);
  #covered = new Float64Array(64);

  private constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** One for all who ask by the same lexicon, and never two of them at a time. */
  static of(lexicon: Lexicon): SentenceAsking {
    let asking = known.get(lexicon);
    if (!asking) known.set(lexicon, (asking = new SentenceAsking(lexicon)));
    return asking;
  }

  /** How well a sentence is rendered by a stretch of another article. */
  likeness(asked: Weighted, sentence: Stretch, text: Weighted, stretch: Stretch): number {
    return this.ask(asked, [sentence], text, [stretch])[0] ?? 0;
  }

  /**
   * How well each stretch of an article renders each sentence that is asked for, a row for each of these; `among`: the lemmas that are known to
   * stand for others, where not all are.
   */
  ask(asked: Weighted, sentences: readonly Stretch[], text: Weighted, stretches: readonly Stretch[], among?: Vocabulary): Float64Array {
    const found = new Float64Array(sentences.length * stretches.length);
    this.#enter(text, stretches, among);
    for (let row = 0; row < sentences.length; row++) {
      this.#count = 0;
      this.#first.fill(0, 0, this.#different + 1);
      this.#plain.fill(0, 0, this.#different + 1);
      this.#row(this.#put(asked, sentences[row] ?? NOTHING), text, stretches, found, row * stretches.length);
    }
    for (const { from, to } of stretches) for (let i = from; i < to; i++) this.#numberOf[text.tokens.lemma[i] ?? 0] = 0;
    return found;
  }

  #enter({ tokens: { lemma }, weights }: Weighted, stretches: readonly Stretch[], among: Vocabulary | undefined): void {
    if (this.#numberOf.length < this.#lexicon.size) this.#numberOf = new Uint16Array(2 * this.#lexicon.size);
    if (this.#numbers.length < lemma.length) this.#numbers = new Uint16Array(2 * lemma.length);
    if (this.#first.length <= lemma.length)
      [this.#first, this.#plain] = [new Int32Array(2 * lemma.length), new Uint8Array(2 * lemma.length)];
    if (this.#weigh.length < stretches.length) {
      this.#weigh = new Float64Array(2 * stretches.length);
      this.#functionsFrom = new Int32Array(2 * stretches.length + 1);
    }
    this.#figures.length = this.#functions.length = this.#times.length = 0;
    this.#different = 0;
    for (let n = 0; n < stretches.length; n++) {
      const { from, to } = stretches[n] ?? NOTHING;
      let weight = 0;
      this.#functionsFrom[n] = this.#functions.length;
      for (let i = from; i < to; i++) {
        const one = lemma[i] ?? 0;
        const kind = this.#lexicon.kind(one);
        if (this.#numberOf[one] === 0 && (!among || among.has[one] === 1)) {
          this.#numberOf[one] = ++this.#different;
          if (kind === Kind.number) this.#figures.push(one);
        }
        const number = this.#numberOf[one] ?? 0;
        this.#numbers[i] = number;
        weight += weights[i] ?? 0;
        if (kind === Kind.function) this.#countFunction(number, this.#functionsFrom[n] ?? 0);
      }
      this.#weigh[n] = weight;
    }
    this.#functionsFrom[stretches.length] = this.#functions.length;
  }

  #countFunction(number: number, from: number): void {
    for (let k = from; k < this.#functions.length; k++) {
      if (this.#functions[k] !== number) continue;
      this.#times[k] = (this.#times[k] ?? 0) + 1;
      return;
    }
    this.#functions.push(number);
    this.#times.push(1);
  }

  #row(tally: Tally, { weights }: Weighted, stretches: readonly Stretch[], found: Float64Array, at: number): void {
    const [first, numbers, plain, functions, times] = [this.#first, this.#numbers, this.#plain, this.#functions, this.#times];
    for (let n = 0; n < stretches.length; n++) {
      const { from, to } = stretches[n] ?? NOTHING;
      tally.clear();
      for (let i = from; i < to; i++) {
        const entry = first[numbers[i] ?? 0] ?? 0;
        if (entry > 0) tally.add(weights[i] ?? 0, entry - 1);
      }
      let [shared, matched] = [0, 0];
      for (let k = this.#functionsFrom[n] ?? 0; k < (this.#functionsFrom[n + 1] ?? 0); k++) {
        if (plain[functions[k] ?? 0] === 0) continue;
        shared++;
        matched += times[k] ?? 0;
      }
      found[at + n] = tally.f(this.#weigh[n] ?? 0, shared * FUNCTION_WEIGHT, matched * FUNCTION_WEIGHT);
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
      const number = this.#numberOf[words[at] ?? 0] ?? 0;
      if (number === 0 || lexicon.kind(words[at] ?? 0) !== Kind.function) continue;
      if ((this.#first[number] ?? 0) > 0) this.#add(words[at] ?? 0, at, 1);
      else this.#plain[number] = 1;
    }
    const stands = { next: this.#next, at: this.#at, similarity: this.#similarity };
    return new Tally({ weights: this.#weights, total, contents, covered: this.#covered.subarray(0, count), stands });
  }

  #putWord(word: number, at: number): void {
    if (this.#lexicon.kind(word) === Kind.number) {
      for (const other of this.#figures) if (other !== word) this.#add(other, at, likenessOfNumbers(word, other, this.#lexicon));
    } else {
      const { lemmas, similarities } = this.#lexicon.related(word);
      for (let k = 0; k < lemmas.length; k++) this.#add(lemmas[k] ?? 0, at, similarities[k] ?? 0);
    }
    this.#add(word, at, 1);
  }

  #add(lemma: number, at: number, similarity: number): void {
    const number = this.#numberOf[lemma] ?? 0;
    if (number === 0) return;
    const entry = this.#count++;
    if (entry === this.#at.length) this.#grow();
    this.#next[entry] = (this.#first[number] ?? 0) - 1;
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
