import { analyse } from '../analysis/index';
import { readArticle } from '../text/readArticle';
import { compareVersions } from './compareVersions';
import type { ChangedSince, VersionText } from './model';

/** An earlier text of an article, as decoded. */
export interface EarlierText {
  readonly text: string;
  /** When it was kept, where it does not say itself when it was retrieved: ISO date or date-time. */
  readonly at?: string;
}

/** What the outlet has changed since an earlier text; `undefined` where that is nothing a reader must know. Throws nothing; linear. */
export function changedFrom({ text, at }: EarlierText, later: VersionText, wordnet?: Uint8Array): ChangedSince | undefined {
  const { uri, metadata } = later.article;
  const published = metadata.published?.value;
  // Relative dates of both are counted from the same day.
  const set = published === undefined ? {} : { published };
  // Two texts of one article are in one language, whose reader is there.
  const article = { ...readArticle({ uri, path: uri, text, version: 1, set }), language: later.article.language };
  const changes = compareVersions({ article, analysis: analyse(article) }, later, wordnet);
  const since = article.metadata.retrieved?.value ?? at;
  return changes.length === 0 ? undefined : { ...(since !== undefined && { since }), changes };
}
