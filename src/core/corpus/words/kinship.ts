import { Kind } from './kinds';
import { lemmaOf, type Dictionary } from './lemma';
import { newsWords } from './newsWords';
import type { WordNet } from './wordnet';

type Found = (lemma: number, similarity: number) => void;

const PREFIX = /^(?:un|in|im|non|re|dis|pre|counter|anti|mis|over)(?=.{4})/;
/** How well one word of the news stands for another. */
const NEWS = 0.7;
/** How well a part stands for the whole. */
const PART = 0.6;
/** Rarity, in bits, above which a chance split of letters is likelier than a part. */
const PART_RARITY = 15;
const COMPOUND_RARITY = 13.5;

/** The lemmas of a lexicon by number, and their numbers by word. */
export interface Lemmas {
  readonly words: readonly string[];
  readonly kinds: readonly Kind[];
  readonly ids: ReadonlyMap<string, number>;
  /** Their WordNet numbers, or -1. */
  readonly wordnet: readonly number[];
}

/** Which of the lemmas that a lexicon has numbered may stand for each other, and how well. */
export class Kinship {
  readonly #wordnet: WordNet | undefined;
  readonly #dictionary: Dictionary | undefined;
  readonly #lemmas: Lemmas;
  /** Lemma id + 1 by WordNet number. */
  readonly #ofWordnet: Int32Array;
  /** WordNet numbers of the parts of each lemma, and the lemmas that have a WordNet word as their part. */
  readonly #parts: (readonly number[])[] = [];
  readonly #wholes = new Map<number, readonly number[]>();
  readonly #byPrefix = new Map<string, number[]>();

  constructor(wordnet: WordNet | undefined, dictionary: Dictionary | undefined, lemmas: Lemmas) {
    this.#wordnet = wordnet;
    this.#dictionary = dictionary;
    this.#lemmas = lemmas;
    this.#ofWordnet = new Int32Array(wordnet?.size ?? 0);
  }

  /** The next lemma of the lexicon. */
  add(id: number): void {
    const [word, at] = [this.#lemmas.words[id] ?? '', this.#lemmas.wordnet[id] ?? -1];
    if (at >= 0) this.#ofWordnet[at] = id + 1;
    const parts = this.#lemmas.kinds[id] === Kind.content ? this.#partsOf(word) : [];
    this.#parts.push(parts);
    for (const part of parts) this.#wholes.set(part, [...(this.#wholes.get(part) ?? []), id]);
    if (word.length < 5) return;
    const prefix = word.slice(0, 5);
    const list = this.#byPrefix.get(prefix);
    if (list) list.push(id);
    else this.#byPrefix.set(prefix, [id]);
  }

  /** Every other lemma so far that may stand for one. */
  each(id: number, found: Found): void {
    const kind = this.#lemmas.kinds[id];
    if (kind === Kind.number || kind === Kind.function) return;
    const at = this.#lemmas.wordnet[id] ?? -1;
    if (at >= 0) this.#eachOfWordnet(id, at, found);
    this.#eachOfNews(id, found);
    this.#eachPart(id, at, found);
    this.#eachOfPrefix(id, at, found);
  }

  #eachOfWordnet(id: number, at: number, found: Found): void {
    const related = this.#wordnet?.related(at);
    if (!related) return;
    const { words, similarities } = related;
    for (let k = 0; k < words.length; k++) {
      const other = (this.#ofWordnet[words[k] ?? 0] ?? 0) - 1;
      if (other >= 0 && other !== id) found(other, similarities[k] ?? 0);
    }
  }

  #eachOfNews(id: number, found: Found): void {
    for (const news of newsWords.get(this.#lemmas.words[id] ?? '') ?? []) {
      const other = this.#lemmas.ids.get(news);
      if (other !== undefined && other !== id) found(other, NEWS);
    }
  }

  /** The parts of a compound, and the compounds that have the word as their part. */
  #eachPart(id: number, at: number, found: Found): void {
    for (const part of this.#parts[id] ?? []) this.#foundPart((this.#ofWordnet[part] ?? 0) - 1, id, found);
    for (const whole of this.#wholes.get(at) ?? []) this.#foundPart(whole, id, found);
  }

  #foundPart(other: number, id: number, found: Found): void {
    if (other >= 0 && other !== id && this.#lemmas.kinds[other] === Kind.content) found(other, PART);
  }

  #eachOfPrefix(id: number, at: number, found: Found): void {
    const word = this.#lemmas.words[id] ?? '';
    for (const other of this.#byPrefix.get(word.slice(0, 5)) ?? []) {
      if (other === id || (at >= 0 && (this.#lemmas.wordnet[other] ?? -1) >= 0)) continue;
      const shorter = Math.min(word.length, (this.#lemmas.words[other] ?? '').length);
      if (sharedPrefix(word, this.#lemmas.words[other] ?? '') >= Math.max(5, shorter - 1)) found(other, 0.75);
    }
  }

  /** WordNet numbers of what a word is made of: "roadblock" of road and block, "unidentified" of identify. */
  #partsOf(word: string): number[] {
    const wordnet = this.#wordnet;
    if (!wordnet || word.length < 6) return [];
    const parts: number[] = [];
    const add = (part: string): void => {
      const at = wordnet.find(lemmaOf(part, this.#dictionary));
      if (at >= 0 && wordnet.rarity(at) < PART_RARITY) parts.push(at);
    };
    const prefix = PREFIX.exec(word)?.[0];
    if (prefix !== undefined) add(word.slice(prefix.length));
    for (let i = 3; i <= word.length - 4; i++) {
      const [a, b] = [wordnet.find(word.slice(0, i)), wordnet.find(word.slice(i))];
      if (a < 0 || b < 0 || wordnet.rarity(a) > COMPOUND_RARITY || wordnet.rarity(b) > COMPOUND_RARITY) continue;
      add(word.slice(0, i));
      add(word.slice(i));
      break;
    }
    return parts;
  }
}

function sharedPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}
