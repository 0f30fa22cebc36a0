import type { LanguageWords } from '../../analysis/index';
import { ForeignWords } from './foreignWords';
import { hashOf } from './hash';
import { Kinship } from './kinship';
import { ALIASES, FUNCTION, Kind, NEGATION, PHRASE, REPORTING } from './kinds';
import { lemmaOf, type Dictionary } from './lemma';
import { numberOf } from './numerals';
import { Surfaces } from './surfaces';
import { Flag } from './flags';
import type { WordNet } from './wordnet';

export interface Related {
  /** Of the lexicon for which it holds. */
  readonly size: number;
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
  readonly #values = new Map<number, number>();
  readonly #kin: Kinship;
  readonly #foreign = new Map<string, ForeignWords>();
  /** By lemma. */
  readonly #related: (Related | undefined)[] = [];
  /** Room to gather them in: an article's words have tens of thousands. */
  #foundLemmas = new Int32Array(1024);
  #foundSimilarities = new Float64Array(1024);

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
    let known = this.#related[id];
    if (known?.size !== this.size) {
      let count = 0;
      this.#kin.each(id, (lemma, similarity) => {
        if (count === this.#foundLemmas.length) this.#makeRoom();
        this.#foundLemmas[count] = lemma;
        this.#foundSimilarities[count++] = similarity;
      });
      known = { size: this.size, lemmas: this.#foundLemmas.slice(0, count), similarities: this.#foundSimilarities.slice(0, count) };
      this.#related[id] = known;
    }
    return known;
  }

  /** Names them one by one; they are not kept: an archive's lexicon grows with every question, and who asks wants few of them. */
  eachRelated(id: number, found: (lemma: number, similarity: number) => void): void {
    const known = this.#related[id];
    if (known?.size !== this.size) this.#kin.each(id, found);
    else for (let k = 0; k < known.lemmas.length; k++) found(known.lemmas[k] ?? 0, known.similarities[k] ?? 0);
  }

  #makeRoom(): void {
    const [lemmas, similarities] = [this.#foundLemmas, this.#foundSimilarities];
    this.#foundLemmas = new Int32Array(2 * lemmas.length);
    this.#foundLemmas.set(lemmas);
    this.#foundSimilarities = new Float64Array(2 * lemmas.length);
    this.#foundSimilarities.set(similarities);
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
    if (kind === Kind.number) {
      this.numbers.push(id);
      this.#values.set(id, Number(word.slice(1)));
    }
    const at = kind === Kind.number ? -1 : (this.#wordnet?.find(word) ?? -1);
    this.#wordnetOf.push(at);
    this.#kin.add(id);
    this.#related.push(undefined);
    const own = kind === Kind.number ? 11 : at >= 0 && this.#wordnet ? this.#wordnet.rarity(at) : UNKNOWN_RARITY;
    this.#rarity.push(rarity ?? own);
    return id;
  }
}
