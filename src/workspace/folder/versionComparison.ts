import { changedFrom, type ChangedSince, type EarlierText } from '../../core/index';
import type { ArticleState } from '../articles/index';

/** What an article's text of now has that its earlier one had not. */
export type Comparison = (now: Pick<ArticleState, 'article' | 'analysis'>) => ChangedSince | undefined;

/**
 * Compares with an earlier text. A file of its own, so that the code that compares is loaded where there is something to compare.
 * `wordnet`: the words' relations, where they are there.
 */
export function comparisonWith(earlier: EarlierText, wordnet: Uint8Array | undefined): Comparison {
  return (now) => changedFrom(earlier, now, wordnet);
}
