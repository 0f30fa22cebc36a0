import type { Article } from '../text/article';
import { rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';

/** What a reader reads of a raw span; the raw text where nothing of it is prose. */
export function proseText(article: Article, span: Span): string {
  const prose = rawSpanToProse(article.prose, span);
  return prose ? article.prose.text.slice(prose.start, prose.end) : article.raw.slice(span.start, span.end);
}
