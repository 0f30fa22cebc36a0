import { type Article, proseText, type Span } from '../core/index';

/** What a reader reads of a passage, on one line: the words of a page, and not their source. */
export function wordsAt(article: Article, span: Span): string {
  return proseText(article, span).replace(/\s+/g, ' ');
}
