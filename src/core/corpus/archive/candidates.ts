/** A term of a query: a lemma's hash and how much it counts. */
export interface Term {
  readonly hash: number;
  readonly weight: number;
}

/** Where articles that may hold a passage come from. Large archives may put a search engine behind it. */
export interface Candidates {
  /** The most likely articles, best first. */
  nearest(terms: readonly Term[], most: number): readonly { readonly uri: string; readonly score: number }[];
}
