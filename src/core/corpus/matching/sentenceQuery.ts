import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { Stands } from '../words/stands';
import { FUNCTION_WEIGHT, type Weighted } from '../words/weights';
import { likenessOfNumbers, type Query } from './query';
import type { Stretch } from './relation';
import { Tally } from './tally';

/** Some sentences, asked of stretches of other articles one after the other: the numbers of `SentenceAsking`, without looking up each stretch's words. */
export class SentenceQuery {
  readonly #stands: Stands;
  /** Function words that stand for nothing but themselves, and the stretch in which each was met last. */
  readonly #plain = new Map<number, number>();
  readonly #tally: Tally;
  #asked = 0;

  /** `among`: the lemmas of the articles that are asked, where they are known. */
  constructor({ text, among }: Pick<Query, 'text' | 'among'>, { from, to }: Stretch, lexicon: Lexicon) {
    const words = new Map<number, number>();
    for (let i = from; i < to; i++) {
      const word = text.tokens.lemma[i] ?? 0;
      if (!words.has(word)) words.set(word, text.weights[i] ?? 0);
    }
    const entries: number[] = [];
    const standing = new Set<number>();
    const put = (lemma: number, at: number, similarity: number): void => {
      if (among && !among.has[lemma]) return;
      entries.push(lemma, at, similarity);
      standing.add(lemma);
    };
    let at = 0;
    for (const word of words.keys()) {
      if (lexicon.kind(word) !== Kind.function) putWord(word, at, put, lexicon, among?.numbers ?? lexicon.numbers);
      at++;
    }
    const first: number[] = [];
    for (const word of [...words.keys()].reverse()) {
      at--;
      if (lexicon.kind(word) !== Kind.function) continue;
      if (standing.has(word)) first.push(word, at, 1);
      else this.#plain.set(word, 0);
    }
    this.#stands = new Stands([...first, ...entries]);
    const weights = Float64Array.from(words.values());
    this.#tally = new Tally({
      weights,
      total: weights.reduce((sum, weight) => sum + weight, 0),
      contents: weights.reduce((count, weight) => count + Number(weight > FUNCTION_WEIGHT), 0),
      covered: new Float64Array(weights.length),
      stands: this.#stands,
    });
  }

  /** How well a stretch renders them. */
  likeness({ tokens: { lemma }, weights }: Weighted, { from, to }: Stretch): number {
    const [tally, plain, now] = [this.#tally, this.#plain, ++this.#asked];
    tally.clear();
    let [weigh, shared, matched] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const [word, weight] = [lemma[i] ?? 0, weights[i] ?? 0];
      weigh += weight;
      const first = this.#stands.first(word);
      if (first >= 0) tally.add(weight, first);
      else {
        const last = plain.get(word);
        if (last === undefined) continue;
        matched++;
        if (last !== now) shared++;
        plain.set(word, now);
      }
    }
    return tally.f(weigh, shared * FUNCTION_WEIGHT, matched * FUNCTION_WEIGHT);
  }
}

/** A word itself goes before what stands for it, and of that the last first. */
function putWord(
  word: number,
  at: number,
  put: (lemma: number, at: number, similarity: number) => void,
  lexicon: Lexicon,
  numbers: readonly number[],
): void {
  put(word, at, 1);
  if (lexicon.kind(word) === Kind.number) {
    for (const other of numbers.toReversed()) if (other !== word) put(other, at, likenessOfNumbers(word, other, lexicon));
    return;
  }
  const related = lexicon.allRelated();
  for (let first = related.begin(word), k = related.end(word) - 1; k >= first; k--)
    put(related.lemmas[k] ?? 0, at, related.similarities[k] ?? 0);
}
