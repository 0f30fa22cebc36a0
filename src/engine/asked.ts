import type { Analysis, Article } from '../core/index';

/** An article that may hold a passage; its stamp changes with it. */
export interface Candidate {
  readonly uri: string;
  readonly stamp: string;
}

export interface Archived {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** Articles beyond what memory holds, of which passages are asked. Ids are what the archive calls them, and lead nowhere. */
export interface AskedArchive {
  /** For messages. */
  readonly name: string;
  /** The articles that most likely hold the passage, best first; `prose` is that of the article it stands in. */
  nearest(passage: string, prose: string | undefined, most: number, signal?: AbortSignal): Promise<readonly Candidate[]>;
  /** Those of the articles that are there and whole, in any order. */
  read(uris: readonly string[], signal?: AbortSignal): Promise<readonly Archived[]>;
}

/** How whoever asks calls what a person sets. */
export interface Naming {
  readonly login: string;
  readonly index: string;
  readonly fields: string;
}
