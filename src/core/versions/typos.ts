import { FUNCTION, REPORTING } from '../corpus/words/kinds';
import { lemmaOf } from '../corpus/words/lemma';
import { WordNet } from '../corpus/words/wordnet';
import type { VersionWord } from './versionWords';

/** Words that are written for each other by mistake. */
const confused = new Set(
  [
    'their there',
    'there theyre',
    'their theyre',
    'to too',
    'than then',
    'your youre',
    'lose loose',
    'led lead',
    'affect effect',
    'principal principle',
    'its it',
    'whos whose',
    'of off',
    'a an',
  ].flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]),
);
/** Words that come and go without a change of what is said. */
const light = new Set('a an the that and'.split(' '));

/** Tells slips of the pen from changes. */
export class Typos {
  readonly #wordnet: WordNet | undefined;
  readonly #counts = new Map<string, number>();
  /** Words that are also written with a small letter. */
  readonly #small = new Set<string>();

  /** `wordnet`: the compacted file; without it, words are those that the texts use more than once. */
  constructor(texts: readonly (readonly VersionWord[])[], wordnet: Uint8Array | undefined) {
    this.#wordnet = wordnet && WordNet.of(wordnet);
    for (const { key, isCapital } of texts.flat()) {
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      if (!isCapital) this.#small.add(key);
    }
  }

  /** Whether nothing but slips, spelling and articles tells the two stretches apart. */
  isSlip(before: readonly VersionWord[], after: readonly VersionWord[]): boolean {
    const [a, b] = [before, after].map((words) => words.filter(({ key }) => !light.has(key)));
    if (a === undefined || b === undefined) return false;
    if (a.map(({ key }) => key).join('') === b.map(({ key }) => key).join('')) return true;
    return a.length === b.length && a.every((word, i) => this.#isSame(word, b[i]));
  }

  #isSame(a: VersionWord, b: VersionWord | undefined): boolean {
    if (b === undefined) return false;
    if (a.key === b.key) return true;
    if (/[\d#%$£€¥₹₽]/.test(a.key + b.key)) return false;
    if (confused.has(`${a.key} ${b.key}`)) return true;
    const steps = distance(a.key, b.key);
    if (steps === undefined || steps > (Math.min(a.key.length, b.key.length) >= 8 ? 2 : 1) || a.key.length < 3) return false;
    // Another letter in a name is another name, but for letters in the wrong order and where the text had it right already.
    const isName = a.isCapital && b.isCapital && !a.isFirst && !this.#small.has(b.key);
    if (isName) return isTwisted(a.key, b.key) || (this.#counts.get(b.key) ?? 0) > 2;
    return !this.#isWord(a.key) || !this.#isWord(b.key);
  }

  #isWord(key: string): boolean {
    if (FUNCTION.has(key) || REPORTING.has(key)) return true;
    const wordnet = this.#wordnet;
    if (wordnet === undefined) return (this.#counts.get(key) ?? 0) > 1;
    const dictionary = {
      has: (word: string) => wordnet.find(word) >= 0,
      rarity: (word: string) => wordnet.rarity(wordnet.find(word)),
      areSynonyms: () => false,
    };
    const lemma = lemmaOf(key, dictionary);
    return dictionary.has(key) || dictionary.has(lemma) || FUNCTION.has(lemma) || REPORTING.has(lemma);
  }
}

/** Letters put in, left out, put for another or in the wrong order, where they are no more than two (Damerau, 1964). */
function distance(a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > 2) return undefined;
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min((row[j - 1] ?? Infinity) + 1, at(i - 1, j) + 1, at(i - 1, j - 1) + cost, swapped));
    }
  }
  return at(a.length, b.length) <= 2 ? at(a.length, b.length) : undefined;
}

function isTwisted(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('');
}
