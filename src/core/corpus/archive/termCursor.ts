import { ByteReader } from '../words/bytes';

/** Where a segment keeps a term's articles, and how many they are. */
export interface Postings {
  readonly frequency: number;
  readonly from: number;
  readonly to: number;
}

/** One term after the other; holds the postings of the one it stands at. */
export class TermCursor implements Postings {
  hash: number;
  frequency = 0;
  from = 0;
  to: number;
  readonly #input: ByteReader;
  readonly #end: number;

  constructor(terms: Uint8Array, hash = 0, postings = 0) {
    this.#input = new ByteReader(terms);
    this.#end = terms.length;
    this.hash = hash;
    this.to = postings;
  }

  next(): boolean {
    const input = this.#input;
    if (input.at >= this.#end) return false;
    this.hash += input.number();
    this.frequency = input.number();
    this.from = this.to;
    this.to += input.number();
    return true;
  }
}
