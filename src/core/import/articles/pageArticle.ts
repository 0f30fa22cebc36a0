import { writeLines, type YamlValue } from '../../annotations/yaml/yamlWrite';
import { findMojibake } from '../../text/encoding/mojibake';
import type { Metadata } from '../../text/article';
import { readArticle } from '../../text/readArticle';
import { authorOf, bylineDate, bylineNames } from '../../text/metadata/byline';
import { dayOfAddress } from '../../text/metadata/metadata';
import { webAddress } from '../../text/webAddress';
import { articleFileName } from './articleFileName';
import { pageMarkdown } from './pageMarkdown';
import { folded, hasHeading, pageTitle, withoutOutlet } from './pageTitle';

/** The part of a page that is its article, as whoever looks for it has found it. All but `content` is as the page has it. */
export interface MainContent {
  /** HTML. */
  readonly content: string;
  readonly title?: string;
  readonly byline?: string;
  /** The line that names the author, with whatever else it says. */
  readonly line?: string;
  /** Whom the page names as the editor, whom some systems enter as the author. */
  readonly editor?: string;
  /** Short lines between headline and text in which a year stands. */
  readonly dated?: readonly string[];
  /** HTML of the heading that says of itself that it is the headline. */
  readonly headline?: string;
  /** HTML of the headings of the first two levels on the whole page, the nearest above the text first. */
  readonly headings: readonly string[];
  readonly leftOut?: LeftOut;
}

/** Paragraphs of a page that look like its article's own and are not in it. */
export interface LeftOut {
  readonly paragraphs: number;
  readonly quotations: number;
  /** Of a document: its pages without a text layer. */
  readonly pages?: number;
  /** Of a feed: it has a summary of the article, or its beginning. */
  readonly isSummary?: true;
}

/** Where the file that an article was made of is kept, beside it. */
export interface OriginalFile {
  readonly path: string;
  readonly sha256: string;
}

export interface Page {
  readonly html: string;
  /** Absent: all that a reader reads of the page is taken. */
  readonly main?: MainContent;
  /** Where the person has it from; otherwise what the page says. */
  readonly url?: string;
  /** When the person has fetched it: an ISO date-time, as `saved`. */
  readonly retrieved?: string;
  /** When its file was last written, which counts where nothing else says when it was retrieved. */
  readonly saved?: string;
  /** Of the file the page was in; names the article where nothing else does. */
  readonly fileName?: string;
  readonly source?: OriginalFile;
}

/** An article as a file to be written. */
export interface ImportedArticle {
  /** A safe file name, with its ending; whether it is free is for the caller to see. */
  readonly name: string;
  /** Markdown, or plain text, after front matter. */
  readonly text: string;
  readonly metadata: Metadata;
  /** How many words it has. */
  readonly words: number;
  /** Where more than a tenth of the article's own text may be missing; its front matter says so, too. */
  readonly leftOut?: LeftOut;
}

/** One line for a person about what `leftOut` says. */
export function leftOutMessage({ isSummary, pages, paragraphs, quotations }: LeftOut): string {
  if (isSummary) return 'only a summary or the beginning of it stands in the feed; its own page has the whole';
  if (pages !== undefined)
    return pages === 1
      ? '1 page is a picture without a text layer, its words are missing'
      : `${pages} pages are pictures without a text layer, their words are missing`;
  const what = paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`;
  const said = quotations === 0 ? '' : quotations === 1 ? ' with 1 quotation' : ` with ${quotations} quotations`;
  return `${what}${said} of the page ${paragraphs === 1 ? 'was' : 'were'} left out`;
}

/**
 * An article of a page as Markdown with front matter. The words are the page's, which is checked with our own readers before anything
 * is given back: throws where they would not be the same. What the page does not say is left out. Linear.
 */
export function pageArticle({ html, main, url, retrieved, saved, fileName, source }: Page): ImportedArticle {
  const page = html.replaceAll('\0', '\uFFFD');
  const content = main?.content ?? page;
  const facts = readArticle({ uri: 'page.html', path: 'page.html', text: page, version: 1 }).metadata;
  const { heading, title } = pageTitle(main, facts.title?.value);
  const shown = heading === undefined || hasHeading(content, heading) ? undefined : heading;
  const body = [...(shown === undefined ? [] : [pageMarkdown(shown)]), pageMarkdown(content)].join('\n\n');
  const outlet = facts.outlet?.value;
  const address = webAddress(url) ?? webAddress(withoutArchive(facts.url?.value)) ?? savedFrom(page);
  if (main !== undefined && isFrontPage(address, title, outlet) && content.length < shortestFront)
    throw new Error('this is the front page of its outlet, without an article');
  const byline = main?.byline === undefined ? undefined : bylineNames(main.byline);
  const byEditor = main?.editor !== undefined && folded(facts.author?.value ?? '') === folded(main.editor);
  const printed = [...(main?.line === undefined ? [] : [main.line]), ...(main?.dated ?? [])];
  const said = publishedOf(facts) ?? printed.map(bylineDate).find((day) => day !== undefined);
  const published = said ?? dayOf(address);
  const front = {
    outlet: outlet ?? hostOf(address),
    title: withoutOutlet(title, outlet),
    author: authorOf(byEditor ? [byline, facts.author?.value] : [facts.author?.value, byline], outlet, address),
    published,
    modified: facts.modified?.value === published ? undefined : facts.modified?.value,
    url: address?.replace(/#.*$/, ''),
    retrieved: retrieved ?? savedAt(page) ?? saved,
    source,
    extracted: main?.leftOut && 'partial',
  };
  const note = published !== undefined && said === undefined ? '# The day of publication is the one in the address.\n' : '';
  const article = withFrontMatter(front, note, body, `${shown ?? ''}\n${content}`, fileName);
  return main?.leftOut ? { ...article, leftOut: main.leftOut } : article;
}

/** Plain text, as the clipboard has it, as an article: not one character of it is changed but line ends. */
export function textArticle(text: string, { url, retrieved, source }: Pick<Page, 'retrieved' | 'source' | 'url'>): ImportedArticle {
  const body = text
    .replaceAll('\0', '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .trim();
  const front = writeFront({ url: webAddress(url), retrieved, source });
  const name = articleFileName([body.slice(0, body.search(/\n|$/)).slice(0, 200)], 'txt');
  const whole = `${front}${body}\n`;
  const { metadata } = readArticle({ uri: name, path: name, text: whole, version: 1 });
  return { name, text: whole, metadata, words: wordsOf(body).length };
}

/** Whether two files hold one article, whenever each was retrieved and whether or not the file it was made of was kept. */
export function isSameArticle(a: string, b: string): boolean {
  const undated = (text: string) =>
    text.replace(/\r\n?/g, '\n').replace(/^---\n[^]*?\n---\n/, (front) => front.replace(/^(?:retrieved|source): .*\n/gm, ''));
  return undated(a) === undated(b);
}

interface Front extends Readonly<Record<string, OriginalFile | string | undefined>> {
  readonly outlet?: string | undefined;
  readonly title?: string | undefined;
}

function withFrontMatter(front: Front, note: string, body: string, content: string, fileName: string | undefined): ImportedArticle {
  const text = `${writeFront(front, note)}${body}\n`;
  const names = [front.outlet, front.title ?? fileName?.replace(/\.[^.]*$/, '')];
  const name = articleFileName(names, 'md');
  const { metadata, prose } = readArticle({ uri: name, path: name, text, version: 1 });
  const words = wordsOf(prose.text);
  const wanted = wordsOf(readArticle({ uri: 'page.html', path: 'page.html', text: content, version: 1 }).prose.text);
  if (words.length !== wanted.length || words.some((word, i) => word !== wanted[i]))
    throw new Error('the words of this page cannot be kept exactly, so nothing was written');
  return { name, text, metadata, words: words.length };
}

function writeFront(front: Front, note = ''): string {
  const values = Object.entries(front).map(([key, value]): [string, YamlValue | undefined] => [
    key,
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 1000) : value && { ...value },
  ]);
  return `---\n${writeLines(Object.fromEntries(values.filter(([, value]) => value !== '')))
    .map((line) => `${line}\n`)
    .join('')}${note}---\n\n`;
}

/** What stands between white space that markup collapses; marks that a wrong encoding broke are read alike on both sides. */
function wordsOf(prose: string): readonly string[] {
  let mended = '';
  let from = 0;
  for (const { start, end, character } of findMojibake(prose)) {
    mended += prose.slice(from, start) + character;
    from = end;
  }
  return (mended + prose.slice(from)).split(/[\t-\r ]+/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

/** HTML of a front page that is shorter is a notice or two. */
const shortestFront = 1000;

/** The front page of a site by its address, which is called as its outlet is. */
function isFrontPage(address: string | undefined, title: string | undefined, outlet: string | undefined): boolean {
  return outlet !== undefined && folded(title ?? '') === folded(outlet) && /^https?:\/\/[^/]+\/?(?:[?#].*)?$/i.test(address ?? '');
}

/** The Wayback Machine puts its own address before those that a page gives of itself. */
function withoutArchive(address: string | undefined): string | undefined {
  return address?.replace(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/i, '');
}

/** Where an outlet says its name nowhere, that of its host. */
function hostOf(address: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(address ?? '')?.[1]?.toLowerCase();
}

function dayOf(address: string | undefined): string | undefined {
  const fact = address === undefined ? undefined : dayOfAddress({ value: address, from: 'address' });
  return fact?.value;
}

/** A bare date on a whole page is the masthead's as often as not: only what says of itself that it is the publication counts. */
function publishedOf({ published, publicationLines }: Metadata): string | undefined {
  return published?.from === 'html' || published?.from === 'address'
    ? published.value
    : publicationLines.find(({ label }) => label === 'published')?.value;
}

/** Browsers and savers note the address in a comment ("saved from url=(0019)https://…", SingleFile's " url: https://…"). */
function savedFrom(page: string): string | undefined {
  return webAddress(
    /<!--\s{0,20}(?:saved from url=\(\d{1,6}\)|[^>]{0,200}?\burl:\s{0,5})(https?:\/\/[^\s<>"]{1,2000})/i.exec(page.slice(0, 5000))?.[1],
  );
}

function savedAt(page: string): string | undefined {
  const date = Date.parse(
    /<!--[^>]{0,2500}?\bsaved date:\s{0,5}([^\n<>]{1,80})/i.exec(page.slice(0, 5000))?.[1]?.replace(/\(.*$/, '') ?? '',
  );
  return Number.isNaN(date) ? undefined : new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}
