import { type Analysis, wordsOf } from '../analysis/index';
import type { Article } from '../text/article';
import type { SentenceWords } from './matching/sentenceWords';
import { type Voices, voicesOf } from './matching/voices';
import type { Lexicon } from './words/lexicon';
import { tokenise, type Tokens } from './words/tokens';

/** Articles of a large corpus whose words are kept as matching reads them. */
const READ = 600;

/** What matching reads of an article. */
export interface Digest {
  readonly tokens: Tokens;
  readonly voices: Voices;
  sentences?: SentenceWords;
  /** Of each sentence, where an encoder has read it. */
  vectors?: readonly Float32Array[] | undefined;
}

/** The words of the articles that were needed last. */
export class Digests<E> {
  #recent = new Map<E, Digest>();
  /** Those that were needed before; what is not needed again before as many others are is let go of. */
  #earlier = new Map<E, Digest>();
  readonly #most: number;

  /** `most`: are kept. */
  constructor(most = READ) {
    this.#most = most;
  }

  of(entry: E, read: () => Digest): Digest {
    const known = this.#recent.get(entry);
    if (known) return known;
    const digest = this.#earlier.get(entry) ?? read();
    this.#recent.set(entry, digest);
    this.#earlier.delete(entry);
    if (2 * this.#recent.size >= this.#most) [this.#recent, this.#earlier] = [new Map<E, Digest>(), this.#recent];
    return digest;
  }

  drop(entry: E): void {
    this.#recent.delete(entry);
    this.#earlier.delete(entry);
  }
}

/** `isLater`: who speaks where is told when it is asked for, of articles most of which are only named. */
export function digestOf(
  { analysis, article }: { readonly analysis: Analysis; readonly article: Article },
  prose: string,
  words: Lexicon,
  isLater: boolean,
): Digest {
  const tokens = tokenise(prose, words.in(wordsOf(article.language)));
  if (!isLater) return { tokens, voices: voicesOf(analysis, article.prose, tokens) };
  let voices: Voices | undefined;
  return {
    tokens,
    get voices() {
      return (voices ??= voicesOf(analysis, article.prose, tokens));
    },
  };
}
