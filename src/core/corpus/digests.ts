import { type Analysis, wordsOf } from '../analysis/index';
import type { Article } from '../text/article';
import { nameOf, type Voices, voicesOf } from './matching/voices';
import type { Lexicon } from './words/lexicon';
import { readTokens, writeTokens } from './words/tokenRecord';
import { tokenise, type Tokens } from './words/tokens';

/**
 * Articles of a large corpus whose words are kept as matching reads them, in some 30 kB each; of all others the words alone, in a sixth of the
 * room. A passage is looked for in thirty articles anywhere among them: where few are kept, nearly all are put in order again for each.
 */
const READ = 3000;

/** An article with who says what in it. */
interface Spoken {
  readonly article: Article;
  readonly analysis: Pick<Analysis, 'quotations' | 'speakers'>;
}

/** What matching reads of an article. */
export interface Digest {
  readonly tokens: Tokens;
  readonly voices: Voices;
  /** See `surnamesIn`. */
  surnames?: readonly number[];
  /** Of each sentence, where an encoder has read it. */
  vectors?: readonly Float32Array[] | undefined;
}

/** The words of the articles that were needed last, and in fewer bytes of those that were needed before. */
export class Digests<E> {
  #recent = new Map<E, Digest>();
  /** Those that were needed before; what is not needed again before as many others are is packed. */
  #earlier = new Map<E, Digest>();
  readonly #packed = new Map<E, Uint8Array>();
  readonly #most: number;

  /** `most`: are kept as they are read. */
  constructor(most = READ) {
    this.#most = most;
  }

  /** `read` is given the article's words where they are known. */
  of(entry: E, read: (tokens: Tokens | undefined) => Digest): Digest {
    const known = this.#recent.get(entry);
    if (known) return known;
    const packed = this.#packed.get(entry);
    const digest = this.#earlier.get(entry) ?? read(packed && readTokens(packed));
    this.#recent.set(entry, digest);
    this.#earlier.delete(entry);
    if (2 * this.#recent.size >= this.#most) this.#turn();
    return digest;
  }

  drop(entry: E): void {
    this.#recent.delete(entry);
    this.#earlier.delete(entry);
    this.#packed.delete(entry);
  }

  #turn(): void {
    for (const [entry, { tokens }] of this.#earlier) if (!this.#packed.has(entry)) this.#packed.set(entry, writeTokens(tokens));
    [this.#recent, this.#earlier] = [new Map<E, Digest>(), this.#recent];
  }
}

/** `isLater`: who speaks where is told when it is asked for, of articles most of which are only named. `known`: the words of the prose. */
export function digestOf({ analysis, article }: Spoken, prose: string, words: Lexicon, isLater: boolean, known?: Tokens): Digest {
  const tokens = known ?? tokenise(prose, words.in(wordsOf(article.language)));
  if (!isLater) return { tokens, voices: voicesOf(analysis, article.prose, tokens) };
  let voices: Voices | undefined;
  return {
    tokens,
    get voices() {
      return (voices ??= voicesOf(analysis, article.prose, tokens));
    },
  };
}

/** Lemmas of the surnames of people that an article names. Told once: it is of many events, and its analysis may lie packed. */
export function surnamesIn({ analysis, article }: Spoken, digest: Digest, lexicon: Lexicon): readonly number[] {
  const words = lexicon.in(wordsOf(article.language));
  return (digest.surnames ??= analysis.speakers.flatMap((speaker) => {
    const surname = nameOf(speaker)?.at(-1);
    return surname === undefined ? [] : [words.id(surname)];
  }));
}
