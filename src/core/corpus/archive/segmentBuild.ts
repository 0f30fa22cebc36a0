import { ByteWriter } from '../words/bytes';
import { type Living, Segment } from './segment';

/** One article on its way into a segment. */
export interface Document {
  readonly uri: string;
  /** Tells whether the article has changed since: whatever the host compares (a hash, a date with a size). */
  readonly stamp: string;
  /** Pairs of a lemma's hash and how often it stands in the article. */
  readonly terms: Uint32Array;
  /** Hashes of names as other languages write them; no part of the article's length. */
  readonly names: Uint32Array;
  readonly record: Uint8Array;
}

/** Terms that share an entry of the list that is searched by halves. */
const BLOCK = 16;

/** A segment of these articles, that also says which uris are gone from the segments before it. Linear in the terms but for their sorting. */
export function buildSegment(documents: readonly Document[], dropped: readonly string[]): Segment {
  const articles = new ArticlesWriter(documents.length);
  const slots = new Map<number, number>();
  const frequency: number[] = [];
  const count = (hash: number) => {
    let slot = slots.get(hash);
    if (slot === undefined) slots.set(hash, (slot = slots.size));
    frequency[slot] = (frequency[slot] ?? 0) + 1;
  };
  for (const { terms, names } of documents) {
    for (let i = 0; i < terms.length; i += 2) count(terms[i] ?? 0);
    names.forEach(count);
  }
  // All postings in one array, those of a term in a row.
  const begin = new Uint32Array(slots.size + 1);
  frequency.forEach((n, slot) => (begin[slot + 1] = (begin[slot] ?? 0) + n));
  const fill = begin.slice();
  const indexes = new Uint32Array(begin.at(-1) ?? 0);
  const counts = new Uint32Array(indexes.length);
  const post = (hash: number, index: number, times: number) => {
    const slot = slots.get(hash) ?? 0;
    const at = fill[slot] ?? 0;
    fill[slot] = at + 1;
    indexes[at] = index;
    counts[at] = times;
  };
  documents.forEach(({ uri, stamp, terms, names, record }, index) => {
    let length = 0;
    for (let i = 0; i < terms.length; i += 2) {
      const times = terms[i + 1] ?? 0;
      post(terms[i] ?? 0, index, times);
      length += times;
    }
    for (const name of names) post(name, index, 1);
    articles.add(uri, stamp, record, length);
  });
  const terms = new TermsWriter();
  for (const hash of Uint32Array.from(slots.keys()).sort()) {
    const slot = slots.get(hash) ?? 0;
    terms.begin(hash);
    for (let i = begin[slot] ?? 0; i < (begin[slot + 1] ?? 0); i++) terms.posting(indexes[i] ?? 0, counts[i] ?? 0);
    terms.end();
  }
  return Segment.of({ ...articles.take(), ...terms.take(), dropped: writeDropped(dropped) });
}

/** One segment out of several, without the articles that are gone, perhaps with other stamps. Linear in their postings. */
export function mergeSegments(sources: readonly Living[], dropped: readonly string[], stampOf?: (uri: string) => string): Segment {
  const segments = sources.map(({ segment }) => segment);
  const articles = new ArticlesWriter(segments.reduce((sum, { size }) => sum + size, 0));
  const add = (segment: Segment, index: number): number => {
    const length = segment.lengths[index] ?? 0;
    if (!stampOf) return articles.addWritten(segment.article(index), length);
    const uri = segment.uri(index);
    return articles.add(uri, stampOf(uri), segment.record(index), length);
  };
  const places = sources.map(({ segment, gone }) =>
    Int32Array.from({ length: segment.size }, (_, index) => (gone?.[index] ? -1 : add(segment, index))),
  );
  const most = Math.max(0, ...segments.map(({ size }) => size));
  const indexes = new Uint32Array(most);
  const counts = new Uint32Array(most);
  const terms = new TermsWriter();
  // All hash lists are sorted: the smallest hash any of them stands at comes next.
  const cursors = segments.map((segment) => segment.terms());
  const at = cursors.map((cursor) => (cursor.next() ? cursor.hash : Infinity));
  for (let hash = Math.min(...at); hash !== Infinity; hash = Math.min(...at)) {
    terms.begin(hash);
    for (const [k, segment] of segments.entries()) {
      const cursor = cursors[k];
      if (at[k] !== hash || !cursor) continue;
      const n = segment.decode(cursor, indexes, counts);
      for (let i = 0; i < n; i++) {
        const place = places[k]?.[indexes[i] ?? 0] ?? -1;
        if (place >= 0) terms.posting(place, counts[i] ?? 0);
      }
      at[k] = cursor.next() ? cursor.hash : Infinity;
    }
    terms.end();
  }
  return Segment.of({ ...articles.take(), ...terms.take(), dropped: writeDropped(dropped) });
}

class ArticlesWriter {
  readonly #lengths: Uint16Array;
  readonly #ends: Uint32Array;
  readonly #bytes = new ByteWriter();
  #count = 0;

  constructor(most: number) {
    this.#lengths = new Uint16Array(most);
    this.#ends = new Uint32Array(most);
  }

  /** Returns the article's place in the new segment. */
  add(uri: string, stamp: string, record: Uint8Array, length: number): number {
    this.#bytes.text(uri);
    this.#bytes.text(stamp);
    return this.addWritten(record, length);
  }

  /** The same for uri, stamp and record as they stand in another segment. */
  addWritten(bytes: Uint8Array, length: number): number {
    this.#bytes.raw(bytes);
    this.#lengths[this.#count] = Math.min(65535, length);
    this.#ends[this.#count] = this.#bytes.length;
    return this.#count++;
  }

  take() {
    return {
      lengths: this.#lengths.slice(0, this.#count),
      articleEnds: this.#ends.slice(0, this.#count),
      articles: this.#bytes.take(),
    };
  }
}

/** Takes terms in the order of their hashes. */
class TermsWriter {
  readonly #blocks: number[] = [];
  readonly #terms = new ByteWriter();
  readonly #postings = new ByteWriter();
  #count = 0;
  #last = 0;
  #hash = 0;
  #from = 0;
  #frequency = 0;
  #index = 0;

  begin(hash: number): void {
    this.#hash = hash;
    this.#from = this.#postings.length;
    this.#frequency = this.#index = 0;
  }

  posting(index: number, count: number): void {
    this.#postings.number(2 * (index - this.#index) + (count > 1 ? 1 : 0));
    if (count > 1) this.#postings.number(count);
    this.#index = index;
    this.#frequency++;
  }

  /** A term that no article has is left out. */
  end(): void {
    if (this.#frequency === 0) return;
    if (this.#count++ % BLOCK === 0) this.#blocks.push(this.#last, this.#terms.length, this.#from);
    this.#terms.number(this.#hash - this.#last);
    this.#terms.number(this.#frequency);
    this.#terms.number(this.#postings.length - this.#from);
    this.#last = this.#hash;
  }

  take() {
    return { blocks: Uint32Array.from(this.#blocks), terms: this.#terms.take(), postings: this.#postings.take() };
  }
}

function writeDropped(uris: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  out.number(uris.length);
  for (const uri of uris) out.text(uri);
  return out.take();
}
