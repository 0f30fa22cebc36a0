import type { Article } from '../../text/article';
import type { Span } from '../../text/span';
import { reference } from './csl';
import { inline } from './markdown';
import { proseText } from '../../statements/index';

/** A passage with what a citation says about it. */
export interface Citation {
  /** Relative path, '/' separated. */
  readonly path: string;
  readonly article: Article;
  /** UTF-16 into `raw`. */
  readonly span: Span;
  readonly speakers: readonly string[];
  /** The outlet tells in its own words what somebody said. */
  readonly reported: boolean;
}

/**
 * `“words” — Speaker, in Outlet, “Title”, day, address, retrieved day` in Markdown in which everything of the article is escaped.
 * The words keep their own quotation marks; what is not known is left out.
 */
export function markdownCitation({ article, span, speakers, reported }: Citation): string {
  const { outlet, title, published, url, retrieved } = article.metadata;
  const words = proseText(article, span).replace(/\s+/g, ' ').trim();
  const who = speakers.length === 0 ? undefined : inline(speakers.join(' and '));
  const where = outlet && inline(outlet.value);
  const source = [
    who,
    where && `${who === undefined ? '' : reported ? 'as reported in ' : 'in '}${where}`,
    title && `“${inline(title.value)}”`,
    published && inline(published.value.slice(0, 10)),
    url && inline(url.value),
    retrieved && `retrieved ${inline(retrieved.value.slice(0, 10))}`,
  ].filter((part) => part !== undefined);
  return [/^["“„«'‘]/.test(words) ? inline(words) : `“${inline(words)}”`, source.join(', ')].filter((part) => part !== '').join(' — ');
}

/** The article's reference as CSL-JSON 1.0, with the words and who said them as its note. */
export function cslCitation(citation: Citation): string {
  const { path, article, span, speakers } = citation;
  const words = proseText(article, span).replace(/\s+/g, ' ').trim();
  const note = speakers.length === 0 ? words : `${words} — ${speakers.join(' and ')}`;
  const outlet = article.metadata.outlet?.value;
  return `${JSON.stringify([{ ...reference({ path, article, ...(outlet !== undefined && { outlet }) }), note }], undefined, 2)}\n`;
}
