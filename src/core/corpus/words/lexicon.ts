import type { LanguageWords } from '../../analysis/index';
import { ForeignWords } from './foreignWords';
import { hashOf } from './hash';
import { Kinship } from './kinship';
import { ALIASES, FUNCTION, Kind, NEGATION, PHRASE, REPORTING } from './kinds';
import { lemmaOf, type Dictionary } from './lemma';
import { numberOf } from './numerals';
import { RelatedLemmas } from './relatedLemmas';
import { Surfaces } from './surfaces';
import { Flag } from './flags';
import type { WordNet } from './wordnet';

export interface Related {
  readonly lemmas: Int32Array;
  readonly similarities: Float64Array;
}

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
  readonly #wordnetOf: number[] = [];
  /** Lemma ids of the numbers read so far. */
  readonly numbers: number[] = [];
  /** By lemma, what it comes to; 0 of what is no number. */
  readonly #values: number[] = [];
  readonly #kin: Kinship;
  readonly #foreign = new Map<string, ForeignWords>();
  readonly #related = new RelatedLemmas((id, found) => this.#kin.each(id, found));
  /** Of how many lemmas these are. */
  #relatedSize = 0;

  constructor(wordnet: WordNet | undefined) {
    this.#wordnet = wordnet;
    this.#dictionary = wordnet && {
      has: (word) => wordnet.find(word) >= 0,
      rarity: (word) => wordnet.rarity(wordnet.find(word)),
      areSynonyms: (a, b) => {
        const [x, y] = [wordnet.find(a), wordnet.find(b)];
        return x >= 0 && y >= 0 && wordnet.areSynonyms(x, y);
      },
    };
    this.#kin = new Kinship(wordnet, this.#dictionary, {
      words: this.#words,
      kinds: this.#kinds,
      ids: this.#ofLemma,
      wordnet: this.#wordnetOf,
    });
  }

  get size(): number {
    return this.#words.length;
  }

  /** Reads words of a language that has its own; English without one. */
  in(words: LanguageWords | undefined): this | ForeignWords {
    if (words === undefined) return this;
    let foreign = this.#foreign.get(words.language);
    if (foreign === undefined) {
      foreign = new ForeignWords(words, { add: (lemma, kind, rarity) => this.#add(lemma, kind, rarity) });
      this.#foreign.set(words.language, foreign);
    }
    return foreign;
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

  /** No number with a full stop is an ordinal in English. */
  isOrdinalBefore(): boolean {
    return false;
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
    const all = this.allRelated();
    const [from, to] = [all.begin(id), all.end(id)];
    return { lemmas: all.lemmas.subarray(from, to), similarities: all.similarities.subarray(from, to) };
  }

  /** The same, for who asks for many; until another text is read. */
  allRelated(): RelatedLemmas {
    if (this.#relatedSize !== this.size) {
      this.#related.forget();
      this.#relatedSize = this.size;
    }
    return this.#related;
  }

  /** Names them one by one; they are not kept: an archive's lexicon grows with every question, and who asks wants few of them. */
  eachRelated(id: number, found: (lemma: number, similarity: number) => void): void {
    if (this.#relatedSize === this.size && this.#related.isKnown(id)) this.#related.each(id, found);
    else this.#kin.each(id, found);
  }

  /** Whether the lemma is mostly used as a verb; false where that is not known. */
  isVerb(id: number): boolean {
    const at = this.#wordnetOf[id] ?? -1;
    return this.#wordnet !== undefined && at >= 0 && this.#wordnet.isVerb(at);
  }

  /** Whether the larger of two numbers is less than half as much again. */
  areNear(a: number, b: number): boolean {
    const [x, y] = [this.#values[a] ?? 0, this.#values[b] ?? 0];
    return x < y ? y < 1.5 * x : x < 1.5 * y;
  }

  areOpposites(a: number, b: number): boolean {
    const [x, y] = [this.#wordnetOf[a] ?? -1, this.#wordnetOf[b] ?? -1];
    return this.#wordnet !== undefined && x >= 0 && y >= 0 && this.#wordnet.areOpposites(x, y);
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
    const kind = word.startsWith('#')
      ? Kind.number
      : FUNCTION.has(word)
        ? Kind.function
        : REPORTING.has(word)
          ? Kind.reporting
          : Kind.content;
    return this.#add(word, kind, undefined);
  }

  /** A lemma with its kind and how rare it is; what is known already stays as it is. */
  #add(word: string, kind: Kind, rarity: number | undefined): number {
    const known = this.#ofLemma.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ofLemma.set(word, id);
    this.#words.push(word);
    this.#hashes.push(hashOf(word));
    this.#kinds.push(kind);
    this.#values.push(kind === Kind.number ? Number(word.slice(1)) : 0);
    if (kind === Kind.number) this.numbers.push(id);
    const at = kind === Kind.number ? -1 : (this.#wordnet?.find(word) ?? -1);
    this.#wordnetOf.push(at);
    this.#kin.add(id);
    const own = kind === Kind.number ? 11 : at >= 0 && this.#wordnet ? this.#wordnet.rarity(at) : UNKNOWN_RARITY;
    this.#rarity.push(rarity ?? own);
    return id;
  }
}
