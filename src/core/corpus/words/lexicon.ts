import { ALIASES, FUNCTION, Kind, NEGATION, PHRASE, REPORTING } from './kinds';
import { lemmaOf, type Dictionary } from './lemma';
import { newsWords } from './newsWords';
import { numberOf } from './numerals';
import { Surfaces } from './surfaces';
import { Flag } from './flags';
import type { WordNet } from './wordnet';

export interface Related {
  readonly lemmas: readonly number[];
  readonly similarities: readonly number[];
}
type Found = (lemma: number, similarity: number) => void;

const PREFIX = /^(?:un|in|im|non|re|dis|pre|counter|anti|mis|over)(?=.{4})/;
/** How well one word of the news stands for another. */
const NEWS = 0.7;
/** How well a part stands for the whole. */
const PART = 0.6;
/** Rarity, in bits, above which a chance split of letters is likelier than a part. */
const PART_RARITY = 15;
const COMPOUND_RARITY = 13.5;

/** Rarity of words that WordNet lacks, in bits: mostly names. */
const UNKNOWN_RARITY = 17;

/** Numbers for lemmas, with what matching asks of them. Grows with the texts it has read. */
export class Lexicon {
  readonly #wordnet: WordNet | undefined;
  readonly #dictionary: Dictionary | undefined;
  readonly #surfaces = new Surfaces();
  /** By number of a surface. */
  readonly #lemmas: number[] = [];
  readonly #wordings: number[] = [];
  readonly #ofLemma = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #kinds: Kind[] = [];
  readonly #rarity: number[] = [];
  readonly #hashes: number[] = [];
  /** Lemma id + 1 by WordNet number. */
  readonly #ofWordnet: Int32Array;
  readonly #wordnetOf: number[] = [];
  /** Lemma ids of the numbers read so far. */
  readonly numbers: number[] = [];
  readonly #values = new Map<number, number>();
  /** WordNet numbers of the parts of each lemma, and the lemmas that have a WordNet word as their part. */
  readonly #parts: (readonly number[])[] = [];
  readonly #wholes = new Map<number, readonly number[]>();
  readonly #byPrefix = new Map<string, number[]>();
  readonly #related = new Map<number, { readonly size: number; readonly related: Related }>();

  constructor(wordnet: WordNet | undefined) {
    this.#wordnet = wordnet;
    this.#ofWordnet = new Int32Array(wordnet?.size ?? 0);
    this.#dictionary = wordnet && {
      has: (word) => wordnet.find(word) >= 0,
      rarity: (word) => wordnet.rarity(wordnet.find(word)),
      areSynonyms: (a, b) => {
        const [x, y] = [wordnet.find(a), wordnet.find(b)];
        return x >= 0 && y >= 0 && wordnet.areSynonyms(x, y);
      },
    };
  }

  get size(): number {
    return this.#words.length;
  }

  /** The lemma id of a word as it stands in a text. */
  id(surface: string): number {
    return this.lemmaOf(this.surface(surface, 0, surface.length));
  }

  /** The number of a word as it stands in a text from one place to another: for `lemmaOf` and `wordingOf`. */
  surface(text: string, from: number, to: number): number {
    const surface = this.#surfaces.number(text, from, to);
    if (surface === this.#lemmas.length) {
      // A part of a text keeps the whole text in memory (V8's sliced strings): what stays here is a copy.
      const own = ` ${text.slice(from, to)}`.slice(1);
      this.#lemmas.push(this.#lemma(this.#normal(own)));
      this.#wordings.push((PHRASE.has(own) ? Flag.phrase : 0) | (NEGATION.test(own) ? Flag.negation : 0));
    }
    return surface;
  }

  lemmaOf(surface: number): number {
    return this.#lemmas[surface] ?? 0;
  }

  /** Which of `Flag.phrase` and `Flag.negation` the word has wherever it stands. */
  wordingOf(surface: number): number {
    return this.#wordings[surface] ?? 0;
  }

  /** Whether a hyphened word is one word without its hyphen ("cease-fire"). */
  isJoined(joined: string): boolean {
    return this.#wordnet !== undefined && this.#wordnet.find(joined) >= 0;
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  /** The same for the same word in every session. */
  hash(id: number): number {
    return this.#hashes[id] ?? 0;
  }

  kind(id: number): Kind {
    return this.#kinds[id] ?? Kind.content;
  }

  /** Surprise of meeting the lemma in any text, in bits. */
  rarity(id: number): number {
    return this.#rarity[id] ?? UNKNOWN_RARITY;
  }

  /** Every other lemma read so far that may stand for this one, with how well (0 to 1). */
  related(id: number): Related {
    let known = this.#related.get(id);
    if (known?.size !== this.size) {
      const lemmas: number[] = [];
      const similarities: number[] = [];
      this.eachRelated(id, (lemma, similarity) => {
        lemmas.push(lemma);
        similarities.push(similarity);
      });
      this.#related.set(id, (known = { size: this.size, related: { lemmas, similarities } }));
    }
    return known.related;
  }

  /** Whether the lemma is mostly used as a verb; false where that is not known. */
  isVerb(id: number): boolean {
    const at = this.#wordnetOf[id] ?? -1;
    return this.#wordnet !== undefined && at >= 0 && this.#wordnet.isVerb(at);
  }

  /** Whether the larger of two numbers is less than half as much again. */
  areNear(a: number, b: number): boolean {
    const [x, y] = [this.#values.get(a) ?? 0, this.#values.get(b) ?? 0];
    return Math.max(x, y) < 1.5 * Math.min(x, y);
  }

  areOpposites(a: number, b: number): boolean {
    const [x, y] = [this.#wordnetOf[a] ?? -1, this.#wordnetOf[b] ?? -1];
    return this.#wordnet !== undefined && x >= 0 && y >= 0 && this.#wordnet.areOpposites(x, y);
  }

  /** The same one by one, nothing kept. */
  eachRelated(id: number, found: Found): void {
    const kind = this.kind(id);
    if (kind === Kind.number || kind === Kind.function) return;
    const at = this.#wordnetOf[id] ?? -1;
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
    for (const news of newsWords.get(this.word(id)) ?? []) {
      const other = this.#ofLemma.get(news);
      if (other !== undefined && other !== id) found(other, NEWS);
    }
  }

  /** The parts of a compound, and the compounds that have the word as their part. */
  #eachPart(id: number, at: number, found: Found): void {
    for (const part of this.#parts[id] ?? []) this.#foundPart((this.#ofWordnet[part] ?? 0) - 1, id, found);
    for (const whole of this.#wholes.get(at) ?? []) this.#foundPart(whole, id, found);
  }

  #foundPart(other: number, id: number, found: Found): void {
    if (other >= 0 && other !== id && this.kind(other) === Kind.content) found(other, PART);
  }

  #eachOfPrefix(id: number, at: number, found: Found): void {
    const word = this.word(id);
    for (const other of this.#byPrefix.get(word.slice(0, 5)) ?? []) {
      if (other === id || (at >= 0 && (this.#wordnetOf[other] ?? -1) >= 0)) continue;
      const shorter = Math.min(word.length, this.word(other).length);
      if (sharedPrefix(word, this.word(other)) >= Math.max(5, shorter - 1)) found(other, 0.75);
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

  #normal(surface: string): string {
    const alias = ALIASES.get(surface.replace(/\.$/, ''));
    if (alias !== undefined) return alias;
    const number = numberOf(surface);
    if (number !== undefined) return `#${number}`;
    let word = surface.toLowerCase().replaceAll('’', "'");
    if (word.includes("'")) word = word.replace(/(?:'s|s'|n't|'ll|'ve|'re|'d|'m|')$/, (end) => (end === "s'" ? 's' : ''));
    if (word.includes('.')) word = word.replaceAll('.', '');
    return FUNCTION.has(word) ? word : lemmaOf(word, this.#dictionary);
  }

  #lemma(word: string): number {
    const known = this.#ofLemma.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ofLemma.set(word, id);
    this.#words.push(word);
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    this.#hashes.push(hash);
    const kind = word.startsWith('#')
      ? Kind.number
      : FUNCTION.has(word)
        ? Kind.function
        : REPORTING.has(word)
          ? Kind.reporting
          : Kind.content;
    this.#kinds.push(kind);
    if (kind === Kind.number) {
      this.numbers.push(id);
      this.#values.set(id, Number(word.slice(1)));
    }
    const at = kind === Kind.number ? -1 : (this.#wordnet?.find(word) ?? -1);
    this.#wordnetOf.push(at);
    if (at >= 0) this.#ofWordnet[at] = id + 1;
    const parts = kind === Kind.content ? this.#partsOf(word) : [];
    this.#parts.push(parts);
    for (const part of parts) this.#wholes.set(part, [...(this.#wholes.get(part) ?? []), id]);
    this.#rarity.push(kind === Kind.number ? 11 : at >= 0 && this.#wordnet ? this.#wordnet.rarity(at) : UNKNOWN_RARITY);
    if (word.length >= 5) {
      const prefix = word.slice(0, 5);
      const list = this.#byPrefix.get(prefix);
      if (list) list.push(id);
      else this.#byPrefix.set(prefix, [id]);
    }
    return id;
  }
}

function sharedPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}
