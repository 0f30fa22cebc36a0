import { characterReference } from './entities';
import { type HtmlFacts, HtmlFactsReader } from './htmlFacts';
import { type HtmlTag, htmlTag } from './htmlTag';
import type { Prose } from '../prose';
import { ProseFlow, type Separation } from '../proseFlow';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Their content is characters, not markup, up to the end tag. */
const rawText = words('script style textarea title iframe noembed noframes noscript xmp');
/** What no reader of the article reads. */
const skipped = words('nav svg template select button head');
/** Start tags that cannot stand inside what is skipped, so that an end tag that was forgotten costs little. */
const endsSkip = words('body article main h1 p');
const paragraphs = words(
  'p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol dl figure figcaption blockquote table pre hr address details summary fieldset form body nav center caption',
);
const lines = words('li tr dt dd option');
const cells = words('td th');

/** How a start or end tag parts the text around it. */
export function separationOf(name: string): Separation {
  if (paragraphs.has(name)) return 'paragraph';
  if (lines.has(name)) return 'line';
  return cells.has(name) ? 'space' : 'none';
}

/** Prose and metadata of an HTML page. `start` is where the page begins (after front matter). */
export function readHtml(raw: string, start: number): { readonly prose: Prose; readonly facts: HtmlFacts } {
  const flow = new ProseFlow(raw);
  const facts = new HtmlFactsReader(raw);
  scanHtml(raw, start, new HtmlProse(flow), facts);
  return { prose: flow.build(), facts: facts.facts() };
}

/** What takes the parts of a page that are read, from left to right; spans into the page. */
export interface HtmlSink {
  /** Text whose white space collapses. */
  text(start: number, end: number): void;
  /** A text that stands for page[start, end). */
  put(text: string, start: number, end: number): void;
  tag(tag: HtmlTag, start: number, end: number): void;
}

class HtmlProse implements HtmlSink {
  readonly #flow: ProseFlow;

  constructor(flow: ProseFlow) {
    this.#flow = flow;
  }

  text(start: number, end: number): void {
    this.#flow.text(start, end);
  }

  put(text: string, start: number, end: number): void {
    this.#flow.put(text, start, end);
  }

  tag(tag: HtmlTag, start: number, end: number): void {
    passTag(tag, this.#flow, start, end);
  }
}

/**
 * One pass over the tags of a page, without a tree: linear in any input, where tree builders that look for each end tag among the
 * open elements are not. What no reader reads (scripts, navigation) does not reach the sink.
 */
export function scanHtml(raw: string, start: number, sink: HtmlSink, facts?: HtmlFactsReader): void {
  let skip: { readonly name: string; depth: number } | undefined;
  let ampersand = raw.indexOf('&', start);
  let at = start;
  while (at < raw.length) {
    const sign = raw.indexOf('<', at);
    const textEnd = sign < 0 ? raw.length : sign;
    // The next ampersand is looked for once, not once a piece of text.
    if (ampersand >= 0 && ampersand < at) ampersand = raw.indexOf('&', at);
    if (!skip) ampersand = htmlText(raw, at, textEnd, ampersand, sink);
    if (sign < 0) break;
    const tag = htmlTag(raw, sign);
    if (!tag) {
      if (!skip) sink.put('<', sign, sign + 1);
      at = sign + 1;
      continue;
    }
    at = tag.end;
    if (tag.kind === 'comment') continue;
    if (tag.kind === 'open' && rawText.has(tag.name)) {
      const contentEnd = endTagOf(raw, tag.name, tag.end);
      facts?.element(tag, tag.end, contentEnd);
      at = contentEnd;
      continue;
    }
    if (tag.kind === 'open') facts?.tag(tag);
    if (skip && tag.kind === 'open' && endsSkip.has(tag.name)) skip = undefined;
    if (skip?.name === tag.name) skip.depth += tag.kind === 'open' ? 1 : -1;
    else if (!skip && tag.kind === 'open' && skipped.has(tag.name)) skip = { name: tag.name, depth: 1 };
    if (skip?.depth === 0) skip = undefined;
    if (!skip) sink.tag(tag, sign, tag.end);
  }
}

/** What a tag, which stands at raw[start, end), does to the prose around it. */
export function passTag(tag: HtmlTag, flow: ProseFlow, start: number, end: number): void {
  if (tag.name === 'br') flow.breakLine();
  else if (tag.name === 'blockquote') {
    if (tag.kind === 'open') flow.openQuote();
    else flow.closeQuote();
  }
  // Browsers draw quotation marks around <q>.
  else if (tag.name === 'q') flow.put(tag.kind === 'open' ? '“' : '”', start, end);
  else flow.separate(separationOf(tag.name));
}

/** Text of a page: white space collapsed, character references decoded. Takes and gives the next ampersand (-1: none). */
function htmlText(raw: string, start: number, end: number, ampersand: number, sink: HtmlSink): number {
  let from = start;
  let sign = ampersand;
  while (sign >= 0 && sign < end) {
    const reference = characterReference(raw, sign);
    if (reference && reference.end <= end) {
      sink.text(from, sign);
      sink.put(reference.text, sign, reference.end);
      from = reference.end;
    }
    sign = raw.indexOf('&', sign + 1);
  }
  sink.text(from, end);
  return sign;
}

/** Where `</name` stands next; the text's end where it does not. */
function endTagOf(raw: string, name: string, from: number): number {
  for (let at = raw.indexOf('</', from); at >= 0; at = raw.indexOf('</', at + 2)) {
    if (raw.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return raw.length;
}
