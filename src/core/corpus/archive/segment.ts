import { ByteReader } from '../words/bytes';

/** Where a segment keeps a term's articles, and how many they are. */
export interface Postings {
  readonly frequency: number;
  readonly from: number;
  readonly to: number;
}

const MAGIC = 0x49535353;
const FORMAT = 3;
/** Words before the parts: what this is, and how long each part is. */
const HEADER = 9;

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

/**
 * Some hundreds to thousands of articles, never changed once made. The file is the memory: nothing is unpacked but what a question
 * touches. Terms stand in the order of their hashes, in blocks; each posting is a step to the next article with one bit that says whether
 * a count follows.
 */
export class Segment {
  /** The segment as a file; the same object every time. */
  readonly bytes: Uint8Array;
  readonly lengths: Uint16Array;
  /** Uris of articles that segments before this one may hold and that are gone. */
  readonly dropped: readonly string[];
  readonly #articleEnds: Uint32Array;
  readonly #articles: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #terms: Uint8Array;
  readonly #postings: Uint8Array;

  private constructor(bytes: Uint8Array, parts: SegmentParts) {
    this.bytes = bytes;
    this.lengths = parts.lengths;
    this.#articleEnds = parts.articleEnds;
    this.#articles = parts.articles;
    this.#blocks = parts.blocks;
    this.#terms = parts.terms;
    this.#postings = parts.postings;
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
    words[words.length - 1] = checksum(words.subarray(0, -1));
    const segment = Segment.read(bytes);
    if (!segment) throw new RangeError('A segment that was just made cannot be read');
    return segment;
  }

  /** Undefined where the bytes are cut, damaged or of another format: the index is then built again. */
  static read(saved: Uint8Array): Segment | undefined {
    if (saved.length % 4 !== 0 || saved.length < 4 * HEADER + 4) return undefined;
    const bytes = saved.byteOffset % 4 === 0 ? saved : saved.slice();
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    if (words[0] !== MAGIC || words[1] !== FORMAT || words.at(-1) !== checksum(words.subarray(0, -1))) return undefined;
    let at = 4 * HEADER;
    const sections = Array.from(words.subarray(2, HEADER), (length) => {
      const section = bytes.subarray(at, at + length);
      at += length + (-length & 3);
      return section;
    });
    const [lengths, articleEnds, blocks, articles, dropped, terms, postings] = sections;
    if (at !== bytes.length - 4 || !lengths || !articleEnds || !blocks || !articles || !dropped || !terms || !postings) return undefined;
    try {
      return new Segment(bytes, {
        lengths: new Uint16Array(lengths.buffer, lengths.byteOffset, lengths.length / 2),
        articleEnds: new Uint32Array(articleEnds.buffer, articleEnds.byteOffset, articleEnds.length / 4),
        blocks: new Uint32Array(blocks.buffer, blocks.byteOffset, blocks.length / 4),
        articles,
        dropped,
        terms,
        postings,
      });
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Number of articles, those that later segments replace or drop included. */
  get size(): number {
    return this.lengths.length;
  }

  uri(index: number): string {
    return this.#article(index).text();
  }

  stamp(index: number): string {
    const article = this.#article(index);
    article.text();
    return article.text();
  }

  record(index: number): Uint8Array {
    const article = this.#article(index);
    article.raw(article.number());
    article.raw(article.number());
    return this.#articles.subarray(article.at, this.#articleEnds[index]);
  }

  /** An article's bytes as they stand in the segment: uri, stamp, record. */
  article(index: number): Uint8Array {
    return this.#articles.subarray(index === 0 ? 0 : this.#articleEnds[index - 1], this.#articleEnds[index]);
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
    const cursor = this.#cursor(low);
    while (cursor.next() && cursor.hash <= hash) if (cursor.hash === hash) return cursor;
    return undefined;
  }

  /** Goes through every term in the order of the hashes. */
  terms(): TermCursor {
    return this.#cursor(0);
  }

  /** Reads a term's articles and how often each has it into arrays of at least its frequency; returns how many. */
  decode({ from, to }: Postings, indexes: Uint32Array, counts: Uint32Array): number {
    const bytes = this.#postings;
    let at = from;
    let index = 0;
    let n = 0;
    while (at < to) {
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

  #article(index: number): ByteReader {
    return new ByteReader(this.#articles, index === 0 ? 0 : (this.#articleEnds[index - 1] ?? 0));
  }

  #cursor(block: number): TermCursor {
    const [hash, terms, postings] = this.#blocks.subarray(3 * block, 3 * block + 3);
    return new TermCursor(this.#terms, hash, terms, postings);
  }
}

/** One term after the other; holds the postings of the one it stands at. */
class TermCursor implements Postings {
  hash: number;
  frequency = 0;
  from = 0;
  to: number;
  readonly #input: ByteReader;
  readonly #end: number;

  constructor(terms: Uint8Array, hash = 0, at = 0, postings = 0) {
    this.#input = new ByteReader(terms, at);
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

function checksum(words: Uint32Array): number {
  let hash = 0;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
