import { createDocument } from '@mixmark-io/domino';
import { Readability } from '@mozilla/readability';

/** The article of a page; all of it text and HTML of the page. */
export interface FoundContent {
  readonly content: string;
  readonly title?: string;
  readonly byline?: string;
  readonly headings: readonly string[];
}

/** Deeper pages and longer ones take Readability the square of their size, and no article is one. */
const deepest = 800;
const mostElements = 60_000;
const mostHeadings = 50;
/** Readability tries again with more of the page while it has found fewer characters; a short news item is not a failure. */
const fewestCharacters = 150;

/**
 * Looks for the article in a page with Mozilla's Readability, whose document is domino's: a parser that follows the HTML Standard,
 * in plain JavaScript. `undefined` where there is none, or where the page is nested or long beyond reason. Nothing of the page is run.
 */
export function mainContent(html: string): FoundContent | undefined {
  if (isBeyondReason(html)) return undefined;
  const document = readabilityDocument(html);
  const headings = Array.from(document.querySelectorAll('h1, h2'), ({ outerHTML }) => outerHTML).slice(0, mostHeadings);
  const signed = signature(document);
  removeNotices(document);
  keepBlocksApart(document);
  const found = parsed(document);
  if (!found?.content) return undefined;
  const byline = found.byline ?? signed;
  return { content: found.content, headings, ...(found.title && { title: found.title }), ...(byline && { byline }) };
}

/** A page on which Readability stumbles is one in which it finds nothing. */
function parsed(document: Document) {
  try {
    return new Readability(document, { charThreshold: fewestCharacters, maxElemsToParse: 2 * mostElements }).parse();
  } catch {
    return null;
  }
}

/** Who has signed, where Readability does not look: in the frame of the headline. */
function signature(document: Document): string | undefined {
  const headline = document.querySelector('h1');
  const frame = headline?.closest('article') ?? headline?.parentElement;
  const text = frame?.querySelector('[rel~="author"], [itemprop~="author"], .byline')?.textContent.replace(/\s+/g, ' ').trim();
  return text !== undefined && text.length < 100 ? text : undefined;
}

/** What Readability asks of a document and domino has not: children by number, lists that can be iterated, the page's address. */
function readabilityDocument(html: string): Document {
  const document = createDocument(html, true);
  const list = Object.getPrototypeOf(document.getElementsByTagName('html')) as object;
  if (!(Symbol.iterator in list)) Object.defineProperty(list, Symbol.iterator, { value: Array.prototype[Symbol.iterator] });
  for (const element of [document.documentElement, document.createElementNS('http://www.w3.org/2000/svg', 'svg')]) {
    const prototype = Object.getPrototypeOf(Object.getPrototypeOf(element)) as object;
    if (!Object.hasOwn(prototype, 'children')) Object.defineProperty(prototype, 'children', { get: childElements });
  }
  Object.defineProperty(document, 'baseURI', { value: 'about:blank' });
  return document;
}

function childElements(this: Element): Element[] {
  return Array.from(this.childNodes).filter((node): node is Element => node.nodeType === 1);
}

const notice = /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|paywall)(?:$|[\s_-])/i;

/** Short notices that Readability keeps, as they read like sentences of the article. Long ones might be the article's frame. */
function removeNotices(document: Document): void {
  const all = document.body.textContent.length;
  for (const element of Array.from(document.body.querySelectorAll('[class], [id]'))) {
    const named = notice.test(element.id) || notice.test(element.getAttribute('class') ?? '');
    if (named && element.textContent.length < Math.min(600, all / 4)) element.remove();
  }
}

const blocks =
  'p, div, section, article, aside, header, footer, figure, figcaption, table, ul, ol, form, blockquote, h1, h2, h3, h4, h5, h6, iframe, hr';

/** When Readability takes a block out that stands in the middle of text, the words around it must not become one. */
function keepBlocksApart(document: Document): void {
  for (const element of Array.from(document.querySelectorAll(blocks))) {
    const { previousSibling, nextSibling } = element;
    if (previousSibling && !isBlock(previousSibling)) element.before(document.createTextNode(' '));
    if (nextSibling && !isBlock(nextSibling)) element.after(document.createTextNode(' '));
  }
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).matches(blocks);
}

/** Elements whose end tag is often left out, or that have none: they are not counted as nesting. */
const shallow = /^(?:p|li|d[td]|t[dhr]|t(?:head|body|foot)|option|br|hr|img|input|meta|link|source|wbr|area|base|col|embed|track|param)$/i;

function isBeyondReason(html: string): boolean {
  let depth = 0;
  let elements = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (closing === '') elements += 1;
    if (elements > mostElements) return true;
    if (shallow.test(name)) continue;
    depth = Math.max(0, depth + (closing === '' ? 1 : -1));
    if (depth > deepest) return true;
  }
  return false;
}
