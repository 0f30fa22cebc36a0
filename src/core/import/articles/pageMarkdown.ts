import { type HtmlSink, scanHtml, separationOf } from '../../text/html/html';
import type { HtmlTag } from '../../text/html/htmlTag';
import { largerSeparation, type Separation } from '../../text/proseFlow';
import { webAddress } from '../../text/webAddress';
import { escapedMarkdown, type MarkdownLink } from './markdownEscape';

/**
 * The text of an HTML page, or of a part of one, as Markdown whose prose has the same words in the same order. Paragraphs, headings,
 * lists, block quotes, line breaks and links to the web stay; pictures, emphasis and tables' rules go. Linear.
 *
 * Not a general converter: those make what a browser shows, while here what our readers of HTML and Markdown read must be one text.
 */
export function pageMarkdown(html: string): string {
  const writer = new MarkdownWriter(html);
  scanHtml(html, 0, writer);
  return writer.end();
}

interface Block {
  /** Without markup; a line break of the page is a line feed. */
  text: string;
  readonly links: MarkdownLink[];
  /** 1 to 6; 0 where it is none. */
  readonly heading: number;
  /** Of a list's item. */
  readonly marker: string;
  /** Which block quote it stands in; 0 where in none. */
  readonly quote: number;
}

const longestAddress = 1000;

class MarkdownWriter implements HtmlSink {
  readonly #html: string;
  readonly #parts: string[] = [];
  #block: Block | undefined;
  #last: Block | undefined;
  #pending: Separation = 'none';
  #heading = 0;
  #marker = '';
  #quoteDepth = 0;
  #quotes = 0;
  /** Items so far of the lists that are open; of bulleted ones nothing is counted. */
  readonly #lists: (number | undefined)[] = [];
  #href: string | undefined;
  #linkStart: number | undefined;

  constructor(html: string) {
    this.#html = html;
  }

  text(start: number, end: number): void {
    const words = this.#html.slice(start, end).split(/[\t-\r ]+/);
    words.forEach((word, i) => {
      if (i > 0) this.#separate('space');
      if (word !== '') this.#append(word);
    });
  }

  put(text: string): void {
    if (/^[\t-\r ]$/.test(text)) this.#separate('space');
    else this.#append(text);
  }

  tag(tag: HtmlTag): void {
    const opens = tag.kind === 'open';
    if (tag.name === 'br') this.#separate(this.#pending === 'line' ? 'paragraph' : 'line');
    else if (tag.name === 'q') this.#append(opens ? '“' : '”');
    else if (tag.name === 'a') this.#link(opens ? tag.attributes.get('href')?.value : undefined);
    else {
      this.#separate(tag.name === 'li' ? 'paragraph' : separationOf(tag.name));
      this.#structure(tag.name, opens);
    }
  }

  end(): string {
    this.#close();
    return this.#parts.join('');
  }

  #structure(name: string, opens: boolean): void {
    const level = /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0;
    // A heading whose end tag was forgotten ends where the next block begins.
    if (level > 0 || separationOf(name) === 'paragraph') this.#heading = opens ? level : 0;
    if (name === 'blockquote') {
      if (opens && this.#quoteDepth === 0) this.#quotes += 1;
      this.#quoteDepth = Math.max(0, this.#quoteDepth + (opens ? 1 : -1));
    } else if (name === 'ul' || name === 'ol') {
      if (opens) this.#lists.push(name === 'ol' ? 0 : undefined);
      else this.#lists.pop();
    } else if (name === 'li') this.#marker = opens ? this.#nextMarker() : '';
  }

  #nextMarker(): string {
    const count = this.#lists.at(-1);
    // Our reader takes longer numbers for text.
    if (count === undefined || count >= 999) return '- ';
    this.#lists[this.#lists.length - 1] = count + 1;
    return `${count + 1}. `;
  }

  #separate(separation: Separation): void {
    this.#pending = largerSeparation(this.#pending, separation);
  }

  #append(text: string): void {
    // No-break spaces that indent a line, or are all of it, are no words and would make an empty line of it.
    const startsLine = this.#block === undefined || this.#pending === 'line' || this.#pending === 'paragraph';
    if (startsLine && text.trim() === '') return;
    if (this.#pending === 'paragraph') this.#close();
    const block = (this.#block ??= this.#open());
    if (block.text !== '' && this.#pending !== 'none') block.text += this.#pending === 'line' && block.heading === 0 ? '\n' : ' ';
    this.#pending = 'none';
    if (this.#href !== undefined) this.#linkStart ??= block.text.length;
    block.text += text;
  }

  #open(): Block {
    const block = { text: '', links: [], heading: this.#heading, marker: this.#marker, quote: this.#quoteDepth > 0 ? this.#quotes : 0 };
    this.#marker = '';
    return block;
  }

  #link(href: string | undefined): void {
    this.#endLink();
    const address = webAddress(href);
    this.#href = address !== undefined && address.length <= longestAddress ? address : undefined;
  }

  #endLink(): void {
    const block = this.#block;
    if (block && this.#href !== undefined && this.#linkStart !== undefined) {
      const link = { start: this.#linkStart, end: block.text.length, href: this.#href };
      if (!block.text.includes('\n', link.start)) block.links.push(link);
    }
    this.#linkStart = undefined;
  }

  #close(): void {
    this.#endLink();
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    const inQuote = block.quote > 0;
    if (this.#last) {
      const sameQuote = inQuote && this.#last.quote === block.quote;
      const sameList = block.marker !== '' && this.#last.marker !== '' && this.#last.quote === block.quote;
      this.#parts.push(sameList ? '\n' : sameQuote ? '\n>\n' : '\n\n');
    }
    this.#last = block;
    const text = escapedMarkdown(block.text, block.links, block.heading > 0);
    const marked = block.marker + (block.heading > 0 ? `${'#'.repeat(block.heading)} ` : '') + text;
    this.#parts.push(inQuote ? `> ${marked.replaceAll('\n', '\n> ')}` : marked);
  }
}
