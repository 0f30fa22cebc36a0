/** One article of a file that people keep, as a page. */
export interface KeptPage {
  readonly html: string;
  /** The article as HTML, where the file holds nothing else. */
  readonly content?: string;
  /** Tells the pages of one file apart. */
  readonly label?: string;
}

/** What a file holds, or why nothing is taken from it, in words that go after its name; `undefined` where it is a page itself. */
export type KeptFile = { readonly pages: readonly KeptPage[] } | { readonly reason: string } | undefined;
