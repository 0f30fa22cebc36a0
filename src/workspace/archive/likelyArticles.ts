import { type Analysis, type Article, Corpus, type Match, type Span } from '../../core/index';
import type { Archived } from '../../engine/index';

/** An article that is asked about. */
export interface AskedArticle {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** Articles of the archive that are kept for the next passage: neighbours in an article are often about the same. */
const mostHeld = 200;
/** Articles that are read for comparing before the window gets its turn: some ten milliseconds each. */
const readAtOnce = 3;
/** Articles after which the words learnt from them are forgotten. */
const mostRead = 2000;

/** Articles that an archive has proposed, and what passages have of them: told by the same matching as in a folder. */
export class LikelyArticles {
  readonly #wordnet: Uint8Array | undefined;
  readonly #turn: () => Promise<void>;
  /** By the archive's ids, in the order in which they were last needed. */
  readonly #held = new Map<string, { readonly stamp: string; readonly archived: Archived }>();
  #corpus: Corpus;
  /** What the corpus has. */
  readonly #compared = new Map<string, Archived | AskedArticle>();
  #read = 0;
  #matching: Promise<unknown> = Promise.resolve();

  /** `turn` lets the window do something else. */
  constructor(wordnet: Uint8Array | undefined, turn: () => Promise<void>) {
    this.#turn = turn;
    this.#wordnet = wordnet;
    this.#corpus = this.#empty();
  }

  has(uri: string, stamp: string): boolean {
    return this.#held.get(uri)?.stamp === stamp;
  }

  hold(archived: Archived, stamp: string): void {
    const { uri } = archived.article;
    this.#held.delete(uri);
    this.#held.set(uri, { stamp, archived });
    for (const oldest of [...this.#held.keys()].slice(0, Math.max(0, this.#held.size - mostHeld))) this.#held.delete(oldest);
  }

  /** Best first. One passage after the other, since all use one corpus. */
  match(of: AskedArticle, span: Span, uris: readonly string[]): Promise<readonly (readonly [Match, Archived])[]> {
    const last = this.#matching.catch(() => undefined);
    const matching = last.then(() => this.#match(of, span, uris));
    this.#matching = matching;
    return matching;
  }

  async #match(of: AskedArticle, span: Span, uris: readonly string[]): Promise<readonly (readonly [Match, Archived])[]> {
    if (this.#read > mostRead) {
      this.#corpus = this.#empty();
      this.#compared.clear();
      this.#read = 0;
    }
    const there = new Map<string, Archived>();
    for (const uri of uris) {
      const held = this.#held.get(uri);
      if (held) there.set(uri, held.archived);
    }
    const passage = { uri: of.article.uri, start: span.start, end: span.end };
    for (const uri of [...this.#compared.keys()]) if (uri !== passage.uri && !there.has(uri)) this.#drop(uri);
    this.#put(of);
    let read = 0;
    for (const archived of there.values()) {
      if (!this.#put(archived) || ++read % readAtOnce > 0) continue;
      this.#corpus.match(passage);
      await this.#turn();
    }
    return this.#corpus.match(passage).flatMap((match) => {
      const archived = there.get(match.uri);
      return archived ? [[match, archived] as const] : [];
    });
  }

  /** Whether it was not there as it is. */
  #put(one: Archived | AskedArticle): boolean {
    const { article, analysis } = one;
    if (this.#compared.get(article.uri)?.article === article) return false;
    this.#corpus.put(article, analysis);
    this.#compared.set(article.uri, one);
    this.#read++;
    return true;
  }

  #drop(uri: string): void {
    this.#corpus.drop(uri);
    this.#compared.delete(uri);
  }

  #empty(): Corpus {
    return new Corpus(this.#wordnet ? { wordnet: this.#wordnet } : {});
  }
}
