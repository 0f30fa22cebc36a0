import { type Prose, ProseBuilder } from './prose';
import type { Span } from './span';

/** What separates two pieces of text; the larger one wins where several stand together. */
export type Separation = 'none' | 'space' | 'line' | 'paragraph';

const order: readonly Separation[] = ['none', 'space', 'line', 'paragraph'];
const written: Readonly<Record<Separation, string>> = { none: '', space: ' ', line: '\n', paragraph: '\n\n' };

export function largerSeparation(a: Separation, b: Separation): Separation {
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

/**
 * Prose of marked-up text: white space collapses to one space, blocks stand apart by a blank line.
 * A separation is written only when text follows it, and stands for the white space after the text before it.
 */
export class ProseFlow {
  readonly #raw: string;
  readonly #builder: ProseBuilder;
  #pending: Separation = 'none';
  #end = 0;
  readonly #quotes: Span[] = [];
  #quoteStart = 0;
  #quoteDepth = 0;

  constructor(raw: string) {
    this.#raw = raw;
    this.#builder = new ProseBuilder(raw);
  }

  separate(separation: Separation): void {
    this.#pending = largerSeparation(this.#pending, separation);
  }

  /** Two line breaks in a row make a paragraph, as on old pages. */
  breakLine(): void {
    this.separate(this.#pending === 'line' ? 'paragraph' : 'line');
  }

  /** Takes raw[start, end) over with its white space collapsed. */
  text(start: number, end: number): void {
    let from = start;
    let i = start;
    while (i < end) {
      if (!isSpace(this.#raw.charCodeAt(i))) {
        i += 1;
        continue;
      }
      let next = i + 1;
      while (next < end && isSpace(this.#raw.charCodeAt(next))) next += 1;
      const plain = next === i + 1 && next < end && i > from && this.#raw.charCodeAt(i) === 0x20;
      if (!plain) {
        this.#copy(from, i);
        this.separate('space');
        from = next;
      }
      i = next;
    }
    this.#copy(from, end);
  }

  /** Takes raw[start, end) over as it is. */
  verbatim(start: number, end: number): void {
    this.#copy(start, end);
  }

  /** Lets `text` stand for raw[start, end). */
  put(text: string, start: number, end: number): void {
    this.#separateBefore(start);
    this.#builder.put(text, start, end);
    this.#end = end;
  }

  /** A block quote begins here; one inside another is part of it. */
  openQuote(): void {
    this.separate('paragraph');
    if (this.#quoteDepth === 0) this.#quoteStart = this.#builder.length;
    this.#quoteDepth += 1;
  }

  /** An end tag without its begin is ignored. */
  closeQuote(): void {
    this.separate('paragraph');
    if (this.#quoteDepth === 0) return;
    this.#quoteDepth -= 1;
    if (this.#quoteDepth === 0) this.#quotes.push({ start: this.#quoteStart, end: this.#builder.length });
  }

  build(): Prose {
    return this.#builder.build(this.#quotes);
  }

  #copy(start: number, end: number): void {
    if (start >= end) return;
    this.#separateBefore(start);
    this.#builder.copy(start, end);
    this.#end = end;
  }

  #separateBefore(start: number): void {
    let end = this.#end;
    while (end < start && isSpace(this.#raw.charCodeAt(end))) end += 1;
    if (this.#builder.length > 0) this.#builder.put(written[this.#pending], this.#end, end);
    this.#pending = 'none';
  }
}

/** White space that markup collapses; a no-break space is text. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}
