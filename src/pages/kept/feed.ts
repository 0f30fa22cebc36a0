import type { KeptFile, KeptPage } from './kept';
import { type FeedItem, feedText, isFullText, isSummary } from './feedSummary';
import { pageOf, paragraphsOf, xmlText } from './markup';

const mostItems = 2000;

/** The items of an RSS or Atom feed, one article each; what of them is a summary alone is told, and so are those without text. */
export function feedPages(source: string): KeptFile {
  const sources = Array.from(source.matchAll(/<(item|entry)\b[^>]{0,1000}>([^]*?)<\/\1\s{0,5}>/gi), ([, , item = '']) => item);
  const first = source.search(/<(?:item|entry)\b/i);
  const outlet = plain(element(source.slice(0, first < 0 ? undefined : first), 'title'));
  const items = sources.slice(0, mostItems).map(feedItem);
  const isFull = isFullText(items);
  const pages = items.filter(({ hasText }) => hasText).map((item) => itemPage(item, outlet, isFull));
  if (pages.length === 0) return { reason: 'is a feed without the text of any article: import the pages that it names' };
  const problem = problemOf(items.length - pages.length, sources.length - items.length);
  return { pages, ...(problem !== '' && { problem }) };
}

function problemOf(bare: number, beyond: number): string {
  const without =
    bare === 0
      ? []
      : [bare === 1 ? '1 item has no text here: import the page it names' : `${bare} items have no text here: import the pages they name`];
  const more = beyond === 0 ? [] : [`${beyond} items after the first ${mostItems} are left`];
  return [...without, ...more].join('; ');
}

function feedItem(item: string): FeedItem {
  const found = ['content:encoded', 'content', 'description', 'summary'].map((name) => element(item, name) ?? '');
  const [encoded = '', content = '', description = '', summary = ''] = found;
  const url =
    plain(element(item, 'link')) ??
    /<link\b(?![^>]*\brel\s*=\s*["'](?!alternate))[^>]{0,500}\bhref\s*=\s*["']([^"']{1,2000})/i.exec(item)?.[1];
  const name = element(item, 'author');
  const dates = ['pubDate', 'published', 'dc:date', 'updated'].map((each) => element(item, each));
  return feedText({
    title: plain(element(item, 'title')),
    url: url === undefined ? undefined : xmlText(url),
    author: plain(element(item, 'dc:creator') ?? (name === undefined ? undefined : (element(name, 'name') ?? name))),
    published: plain(dates.find((date) => date !== undefined)),
    text: [encoded, content].find((body) => body.trim() !== ''),
    summary: [description, summary].find((body) => body.trim() !== ''),
  });
}

function itemPage(item: FeedItem, outlet: string | undefined, isFull: boolean): KeptPage {
  const { author, body, published, title, url } = item;
  const heading = title === undefined ? '' : `<h1>${escapedTitle(title)}</h1>`;
  const whole = `${heading}${/<[a-z]|&(?:#\d+|#x[\da-f]+|[a-z]{2,10});/i.test(body) ? body : paragraphsOf(body)}`;
  const leftOut = isSummary(item, isFull) ? { leftOut: { paragraphs: 0, quotations: 0, isSummary: true } as const } : {};
  return { html: pageOf({ title, author, published, outlet, url }, whole), content: whole, ...(title !== undefined && { label: title }), ...leftOut }; // prettier-ignore
}

function escapedTitle(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The text of the first element of a name; XHTML inside it stays as it is. */
function element(source: string, name: string): string | undefined {
  const start = new RegExp(`<${name}(?:\\s[^>]{0,1000})?>`, 'i').exec(source);
  if (!start || start[0].endsWith('/>')) return undefined;
  const from = start.index + start[0].length;
  const end = source.toLowerCase().indexOf(`</${name.toLowerCase()}`, from);
  const inner = source.slice(from, end < 0 ? source.length : end);
  return /\btype\s*=\s*["']xhtml/i.test(start[0]) ? inner : xmlText(inner);
}

function plain(text: string | undefined): string | undefined {
  const words = text?.replace(/<[^<>]{0,500}>/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return words === '' ? undefined : words;
}
