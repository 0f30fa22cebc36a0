import type { LanguageWords } from '../../analysis/index';
import { Flag } from './flags';
import { Kind } from './kinds';
import { numberOf } from './numerals';
import { Surfaces } from './surfaces';

/** Numbers lemmas; the lexicon does. */
interface Lemmas {
  add(lemma: string, kind: Kind, rarity: number): number;
}

/** Words of a language that has no dictionary here, as lemmas: forms of one word by its stem, how rare it is by its length. */
export class ForeignWords {
  readonly #words: LanguageWords;
  readonly #all: Lemmas;
  readonly #surfaces = new Surfaces();
  /** By number of a surface. */
  readonly #lemmas: number[] = [];
  readonly #wordings: number[] = [];

  constructor(words: LanguageWords, lemmas: Lemmas) {
    this.#words = words;
    this.#all = lemmas;
  }

  id(surface: string): number {
    return this.lemmaOf(this.surface(surface, 0, surface.length));
  }

  surface(text: string, from: number, to: number): number {
    const surface = this.#surfaces.number(text, from, to);
    if (surface === this.#lemmas.length) {
      const word = this.#words.alone(text.slice(from, to).toLowerCase().replaceAll('’', "'"));
      this.#lemmas.push(this.#lemma(word));
      this.#wordings.push(this.#words.opensPhrase(word) ? Flag.phrase : 0);
    }
    return surface;
  }

  lemmaOf(surface: number): number {
    return this.#lemmas[surface] ?? 0;
  }

  wordingOf(surface: number): number {
    return this.#wordings[surface] ?? 0;
  }

  /** "am 18. April", "im 19. Jahrhundert"; but "er wurde 18. Dann" and "… 18. Die" begin a sentence. */
  isOrdinalBefore(word: string): boolean {
    return this.#words.ordinalsHaveStops && !this.#words.isFunction(word.toLowerCase());
  }

  /** Compounds with a hyphen are read as their parts. */
  isJoined(): boolean {
    return false;
  }

  #lemma(word: string): number {
    const { language } = this.#words;
    const number = /^\d/.test(word) ? numberOf(word) : this.#words.number(word);
    if (number !== undefined) return this.#all.add(`#${number}`, Kind.number, numberRarity);
    // told apart from the words of every other language: „die“, „Not“
    const own = (lemma: string) => `${language} ${lemma}`;
    if (this.#words.isFunction(word)) return this.#all.add(own(word), Kind.function, 0);
    const stem = this.#words.stem(word);
    if (this.#words.isReporting(word)) return this.#all.add(own(stem), Kind.reporting, commonest);
    return this.#all.add(own(stem), Kind.content, Math.min(rarest, commonest + stem.length * bitsALetter));
  }
}

const numberRarity = 11;
/** In bits. Long words are rarer: so much is known without a dictionary, the rest tells the folder. */
const commonest = 7;
const rarest = 17;
const bitsALetter = 0.9;
