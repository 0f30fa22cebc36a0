import { pushTo } from './pushTo';

/** Places of rare words up to which those who have them are looked at: reports have up to sixty for a sentence, only lists of like ones more. */
const MOST = 150;

/** Things by the words that they have. */
export class ByWord<T> {
  readonly all: readonly T[];
  readonly #lists = new Map<number, T[]>();

  constructor(all: readonly T[], wordsOf: (one: T) => Iterable<number>) {
    this.all = all;
    for (const one of all) for (const word of new Set(wordsOf(one))) pushTo(this.#lists, word, one);
  }

  /** Those that have any of the `few` of these words that the fewest have; none where these words are in too many to tell which is meant. */
  withRarest(words: Iterable<number>, few: number): readonly T[] {
    const lists = Array.from(words, (word) => this.#lists.get(word) ?? []).sort((a, b) => a.length - b.length);
    const rarest = lists.slice(0, few);
    const places = rarest.reduce((sum, list) => sum + list.length, 0);
    return places > MOST ? [] : [...new Set(rarest.flat())];
  }
}
