import { ByteReader } from '../words/bytes';
import { checksum, inMemory, type StoredBytes, wordsAt } from './storedBytes';
import { type Postings, TermCursor } from './termCursor';

const MAGIC = 0x49535353;
const FORMAT = 3;
/** Words before the parts: what this is, and how long each part is. */
const HEADER = 9;
/** Bytes of articles that are read at once where one after the other is looked at. */
const AT_ONCE = 1 << 18;

/** A segment with the articles of it that later ones have replaced or dropped: 1 in `gone` for each. */
export interface Living {
  readonly segment: Segment;
  readonly gone: Uint8Array | undefined;
}

/** The parts of a segment, as its builder hands them over. */
export interface SegmentParts {
  /** Number of words of each article. */
  readonly lengths: Uint16Array;
  /** Where each article's bytes end: uri, stamp, record. */
  readonly articleEnds: Uint32Array;
  readonly articles: Uint8Array;
  /** Uris dropped since the segment before. */
  readonly dropped: Uint8Array;
  /** For every block of terms the hash before it, where its entries begin, where its postings begin. */
  readonly blocks: Uint32Array;
  readonly terms: Uint8Array;
  readonly postings: Uint8Array;
}

/** Where a part of a segment begins in its bytes. */
interface Places {
  readonly articles: number;
  readonly terms: { readonly from: number; readonly to: number };
  readonly postings: number;
}

/**
 * Some hundreds to thousands of articles, never changed once made. The file is the memory: nothing is unpacked but what a question
 * touches, and where the bytes are not in memory, little more is read. Terms stand in the order of their hashes, in blocks; each posting
 * is a step to the next article with one bit that says whether a count follows.
 */
export class Segment {
  readonly lengths: Uint16Array;
  /** Uris of articles that segments before this one may hold and that are gone. */
  readonly dropped: readonly string[];
  readonly #stored: StoredBytes;
  readonly #at: Places;
  readonly #articleEnds: Uint32Array;
  readonly #blocks: Uint32Array;

  private constructor(stored: StoredBytes, at: Places, parts: Pick<SegmentParts, 'lengths' | 'articleEnds' | 'blocks' | 'dropped'>) {
    this.#stored = stored;
    this.#at = at;
    this.lengths = parts.lengths;
    this.#articleEnds = parts.articleEnds;
    this.#blocks = parts.blocks;
    const dropped = new ByteReader(parts.dropped);
    this.dropped = Array.from({ length: dropped.number() }, () => dropped.text());
  }

  static of(parts: SegmentParts): Segment {
    const { lengths, articleEnds, articles, dropped, blocks, terms, postings } = parts;
    const sections = [lengths, articleEnds, blocks, articles, dropped, terms, postings];
    const padded = (length: number) => length + (-length & 3);
    const bytes = new Uint8Array(4 * HEADER + sections.reduce((sum, { byteLength }) => sum + padded(byteLength), 0) + 4);
    const words = new Uint32Array(bytes.buffer);
    words.set([MAGIC, FORMAT, ...sections.map(({ byteLength }) => byteLength)]);
    let at = 4 * HEADER;
    for (const { buffer, byteOffset, byteLength } of sections) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
      at += padded(byteLength);
    }
    words[words.length - 1] = checksum(inMemory(bytes), bytes.length - 4);
    const segment = Segment.read(bytes);
    if (!segment) throw new RangeError('A segment that was just made cannot be read');
    return segment;
  }

  /** Undefined where the bytes are cut, damaged or of another format: the index is then built again. */
  static read(saved: Uint8Array | StoredBytes): Segment | undefined {
    const stored = saved instanceof Uint8Array ? inMemory(saved) : saved;
    if (stored.length % 4 !== 0 || stored.length < 4 * HEADER + 4) return undefined;
    const head = wordsAt(stored, 0, 4 * HEADER);
    const [last] = wordsAt(stored, stored.length - 4, stored.length);
    if (head[0] !== MAGIC || head[1] !== FORMAT || last !== checksum(stored, stored.length - 4)) return undefined;
    let at = 4 * HEADER;
    const sections = Array.from(head.subarray(2), (length) => {
      const from = at;
      at += length + (-length & 3);
      return { from, to: from + length };
    });
    const [lengths, articleEnds, blocks, articles, dropped, terms, postings] = sections;
    if (at !== stored.length - 4 || !lengths || !articleEnds || !blocks || !articles || !dropped || !terms || !postings) return undefined;
    try {
      const numbers = wordsAt(stored, lengths.from, lengths.to + (-(lengths.to - lengths.from) & 3));
      return new Segment(
        stored,
        { articles: articles.from, terms, postings: postings.from },
        {
          lengths: new Uint16Array(numbers.buffer, numbers.byteOffset, (lengths.to - lengths.from) / 2),
          articleEnds: wordsAt(stored, articleEnds.from, articleEnds.to),
          blocks: wordsAt(stored, blocks.from, blocks.to),
          dropped: stored.read(dropped.from, dropped.to),
        },
      );
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** The segment as a file; where it is in memory the same object every time. */
  get bytes(): Uint8Array {
    return this.#stored.read(0, this.#stored.length);
  }

  get byteLength(): number {
    return this.#stored.length;
  }

  /** Number of articles, those that later segments replace or drop included. */
  get size(): number {
    return this.lengths.length;
  }

  uri(index: number): string {
    return new ByteReader(this.article(index)).text();
  }

  /** The uri of every article, in their order. */
  *uris(): Generator<string> {
    for (let first = 0; first < this.size;) {
      const from = this.#articleStart(first);
      let end = first + 1;
      while (end < this.size && (this.#articleEnds[end] ?? 0) - from <= AT_ONCE) end++;
      const bytes = this.#readArticles(from, this.#articleStart(end));
      for (; first < end; first++) yield new ByteReader(bytes, this.#articleStart(first) - from).text();
    }
  }

  stamp(index: number): string {
    const article = new ByteReader(this.article(index));
    article.raw(article.number());
    return article.text();
  }

  record(index: number): Uint8Array {
    const bytes = this.article(index);
    const article = new ByteReader(bytes);
    article.raw(article.number());
    article.raw(article.number());
    return bytes.subarray(article.at);
  }

  /** An article's bytes as they stand in the segment: uri, stamp, record. */
  article(index: number): Uint8Array {
    return this.#readArticles(this.#articleStart(index), this.#articleStart(index + 1));
  }

  find(hash: number): Postings | undefined {
    const blocks = this.#blocks;
    let low = 0;
    let high = blocks.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blocks[3 * middle] ?? 0) < hash) low = middle;
      else high = middle - 1;
    }
    const cursor = this.#cursor(low, low + 1);
    while (cursor.next() && cursor.hash <= hash) if (cursor.hash === hash) return cursor;
    return undefined;
  }

  /** Goes through every term in the order of the hashes. */
  terms(): TermCursor {
    return this.#cursor(0, this.#blocks.length / 3);
  }

  /** Reads a term's articles and how often each has it into arrays of at least its frequency; returns how many. */
  decode({ from, to }: Postings, indexes: Uint32Array, counts: Uint32Array): number {
    const bytes = this.#stored.read(this.#at.postings + from, this.#at.postings + to);
    let at = 0;
    let index = 0;
    let n = 0;
    while (at < bytes.length) {
      let step = bytes[at++] ?? 0;
      if (step > 127) {
        step &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++] ?? 0;
          step |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      index += step >>> 1;
      let count = 1;
      if (step & 1) {
        count = bytes[at++] ?? 0;
        if (count > 127) {
          count &= 127;
          for (let shift = 7; ; shift += 7) {
            const byte = bytes[at++] ?? 0;
            count |= (byte & 127) << shift;
            if (byte < 128) break;
          }
        }
      }
      indexes[n] = index;
      counts[n] = count;
      n++;
    }
    return n;
  }

  #articleStart(index: number): number {
    return index === 0 ? 0 : (this.#articleEnds[index - 1] ?? 0);
  }

  #readArticles(from: number, to: number): Uint8Array {
    return this.#stored.read(this.#at.articles + from, this.#at.articles + to);
  }

  /** The terms of blocks in a row. */
  #cursor(first: number, end: number): TermCursor {
    const [hash, from = 0, postings] = this.#blocks.subarray(3 * first, 3 * first + 3);
    const { terms } = this.#at;
    const to = this.#blocks[3 * end + 1];
    return new TermCursor(this.#stored.read(terms.from + from, to === undefined ? terms.to : terms.from + to), hash, postings);
  }
}
