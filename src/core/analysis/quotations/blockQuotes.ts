import type { Span } from '../../text/span';

/** The block quotes of an article, asked for by its paragraphs in order. */
export class BlockQuotes {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** How many block quotes ended before the paragraph asked for last. */
  get number(): number {
    return this.#next;
  }

  /** The block quote that a paragraph begins in. */
  at(paragraph: Span): Span | undefined {
    let quote = this.#spans[this.#next];
    while (quote !== undefined && quote.end <= paragraph.start) quote = this.#spans[++this.#next];
    return quote !== undefined && quote.start <= paragraph.start ? quote : undefined;
  }
}
