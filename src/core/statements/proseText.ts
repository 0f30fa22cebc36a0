import { type Quotation, withoutAttributions } from '../analysis/index';
import type { Article, Language } from '../text/article';
import { languageInside } from '../text/metadata/language';
import { rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';

/** What a reader reads of a raw span; the raw text where nothing of it is prose. */
export function proseText(article: Article, span: Span): string {
  const prose = rawSpanToProse(article.prose, span);
  return prose ? article.prose.text.slice(prose.start, prose.end) : article.raw.slice(span.start, span.end);
}

/** The same without the attributions that stand between the parts of one of these quotations. */
export function spokenText(article: Article, span: Span, quotations: readonly Quotation[]): string {
  return withoutAttributions(span, quotations)
    .map((part) => proseText(article, part))
    .join(' ');
}

/** The words of an annotation, without attributions in their midst. */
export function wordsOf(article: Article, { span, quotation }: { readonly span: Span; readonly quotation?: Quotation }): string {
  return spokenText(article, span, quotation ? [quotation] : []);
}

/** The language of a passage, where it is surely another than its article's. */
export function passageLanguage(article: Article, span: Span): Language | undefined {
  return languageInside(proseText(article, span), article.language);
}
