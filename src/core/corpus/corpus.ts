import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import type { Conflict, Match, Origin, Passage } from './model';

export interface CorpusOptions {
  /** The compacted WordNet file (`dist/resources/wordnet.bin`); without it synonyms are not known. */
  readonly wordnet?: Uint8Array;
}

/** The articles of one folder, analysed; answers where else a passage stands. */
export class Corpus {
  readonly #articles = new Map<string, { article: Article; analysis: Analysis }>();

  constructor(_options: CorpusOptions = {}) {}

  /** Adds an article or replaces the one of the same `uri`. */
  put(article: Article, analysis: Analysis): void {
    this.#articles.set(article.uri, { article, analysis });
  }

  drop(uri: string): void {
    this.#articles.delete(uri);
  }

  /** Renderings of the passage in other articles, best first, at most a few an article. */
  match(_query: Passage): readonly Match[] {
    return [];
  }

  /** Where a free text stands in the articles. */
  matchText(_text: string): readonly Match[] {
    return [];
  }

  /** Groups of articles that go back to one text or source; every article is in exactly one. */
  origins(): readonly Origin[] {
    return [];
  }

  /** Independent origins behind a set of renderings (the query's own article included). */
  originsOf(_query: Passage, _matches: readonly Match[]): readonly Origin[] {
    return [];
  }

  conflicts(): readonly Conflict[] {
    return [];
  }
}
