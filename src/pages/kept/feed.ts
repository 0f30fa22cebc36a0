import type { KeptFile, KeptPage } from './kept';
import { pageOf, paragraphsOf, xmlText } from './markup';

const mostItems = 2000;

/** The items of an RSS or Atom feed, one article each. */
export function feedPages(source: string): KeptFile {
  const items = Array.from(source.matchAll(/<(item|entry)\b[^>]{0,1000}>([^]*?)<\/\1\s{0,5}>/gi), ([, , item = '']) => item).slice(
    0,
    mostItems,
  );
  const first = source.search(/<(?:item|entry)\b/i);
  const outlet = plain(element(source.slice(0, first < 0 ? undefined : first), 'title'));
  const pages = items.map((item) => itemPage(item, outlet)).filter((page) => page !== undefined);
  return pages.length === 0 ? { reason: 'is a feed without the text of any article: import the pages that it names' } : { pages };
}

function itemPage(item: string, outlet: string | undefined): KeptPage | undefined {
  const bodies = ['content:encoded', 'content', 'description', 'summary'].map((name) => element(item, name) ?? '');
  const content = bodies.find((body) => body.trim() !== '') ?? '';
  const title = plain(element(item, 'title'));
  const url =
    plain(element(item, 'link')) ??
    /<link\b(?![^>]*\brel\s*=\s*["'](?!alternate))[^>]{0,500}\bhref\s*=\s*["']([^"']{1,2000})/i.exec(item)?.[1];
  const name = element(item, 'author');
  const author = plain(element(item, 'dc:creator') ?? (name === undefined ? undefined : (element(name, 'name') ?? name)));
  const published = plain(['pubDate', 'published', 'dc:date', 'updated'].map((each) => element(item, each)).find((date) => date !== undefined)); // prettier-ignore
  if (content === '') return undefined;
  const body = /<[a-z]|&(?:#\d+|#x[\da-f]+|[a-z]{2,10});/i.test(content) ? content : paragraphsOf(content);
  const heading = title === undefined ? '' : `<h1>${escapedTitle(title)}</h1>`;
  const facts = { title, author, published, outlet, url: url === undefined ? undefined : xmlText(url) };
  const whole = `${heading}${body}`;
  return { html: pageOf(facts, whole), content: whole, ...(title !== undefined && { label: title }) };
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
