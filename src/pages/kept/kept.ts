/** One article of a file that people keep, as a page. */
export interface KeptPage {
  readonly html: string;
  /** The article as HTML, where the file holds nothing else. */
  readonly content?: string;
  /** Tells the pages of one file apart. */
  readonly label?: string;
  /** What is not here: `pages` of a document that are pictures alone, or all but the summary that a feed has. */
  readonly leftOut?: { readonly paragraphs: 0; readonly quotations: 0; readonly pages?: number; readonly isSummary?: true };
}

/**
 * What a file holds, with what of it cannot be read, or why nothing is taken from it, in words that go after its name; `undefined`
 * where it is a page itself.
 */
export type KeptFile = { readonly pages: readonly KeptPage[]; readonly problem?: string } | { readonly reason: string } | undefined;
