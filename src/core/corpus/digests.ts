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
}

/** The words of the articles read last. */
export class Digests<E> {
  readonly #read = new Map<E, Digest>();

  of(entry: E, read: () => Digest): Digest {
    const known = this.#read.get(entry);
    if (known) return known;
    const digest = read();
    this.#read.set(entry, digest);
    const [oldest] = this.#read.keys();
    if (oldest !== undefined && this.#read.size > READ) this.#read.delete(oldest);
    return digest;
  }

  drop(entry: E): void {
    this.#read.delete(entry);
  }
}

export function digestOf(
  { analysis, article }: { readonly analysis: Analysis; readonly article: Article },
  prose: string,
  words: Lexicon,
): Digest {
  const tokens = tokenise(prose, words.in(wordsOf(article.language)));
  return { tokens, voices: voicesOf(analysis, article.prose, tokens) };
}
