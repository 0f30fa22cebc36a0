import { pushTo } from './pushTo';

/** Things by the words that they have. */
export class ByWord<T> {
  readonly all: readonly T[];
  readonly #lists = new Map<number, T[]>();

  constructor(all: readonly T[], wordsOf: (one: T) => Iterable<number>) {
    this.all = all;
    for (const one of all) for (const word of new Set(wordsOf(one))) pushTo(this.#lists, word, one);
  }

  /** Those that have any of the `few` of these words that the fewest have. */
  withRarest(words: Iterable<number>, few: number): readonly T[] {
    const lists = Array.from(words, (word) => this.#lists.get(word) ?? []).sort((a, b) => a.length - b.length);
    return [...new Set(lists.slice(0, few).flat())];
  }
}
