import { ByteReader, ByteWriter } from './bytes';

/** One article on its way into a segment. */
export interface Document {
  readonly uri: string;
  /** Tells whether the article has changed since: whatever the host compares (a hash, a date with a size). */
  readonly stamp: string;
  /** Lemma hash -> how often. */
  readonly terms: ReadonlyMap<number, number>;
  readonly record: Uint8Array;
}

const MAGIC = 0x53534958;
const FORMAT = 1;

/**
 * Some hundreds to thousands of articles, never changed once made: an inverted list over sorted hashes, each posting a step to the next
 * article with one bit that says whether a count follows.
 */
export class Segment {
  readonly uris: readonly string[];
  readonly stamps: readonly string[];
  readonly lengths: Uint16Array;
  readonly #hashes: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #postings: Uint8Array;
  readonly #recordEnds: Uint32Array;
  readonly #records: Uint8Array;

  private constructor(
    uris: readonly string[],
    stamps: readonly string[],
    lengths: Uint16Array,
    hashes: Uint32Array,
    ends: Uint32Array,
    postings: Uint8Array,
    recordEnds: Uint32Array,
    records: Uint8Array,
  ) {
    this.uris = uris;
    this.stamps = stamps;
    this.lengths = lengths;
    this.#hashes = hashes;
    this.#ends = ends;
    this.#postings = postings;
    this.#recordEnds = recordEnds;
    this.#records = records;
  }

  static of(documents: readonly Document[]): Segment {
    const lists = new Map<number, { out: ByteWriter; last: number }>();
    const records = new ByteWriter();
    const recordEnds = new Uint32Array(documents.length);
    const lengths = new Uint16Array(documents.length);
    documents.forEach((document, index) => {
      let length = 0;
      for (const [hash, count] of document.terms) {
        length += count;
        let list = lists.get(hash);
        if (!list) lists.set(hash, (list = { out: new ByteWriter(), last: 0 }));
        writePosting(list.out, index - list.last, count);
        list.last = index;
      }
      lengths[index] = Math.min(65535, length);
      records.raw(document.record);
      recordEnds[index] = records.length;
    });
    const hashes = Uint32Array.from(lists.keys()).sort();
    const ends = new Uint32Array(hashes.length);
    const postings = new ByteWriter();
    hashes.forEach((hash, i) => {
      postings.raw(lists.get(hash)?.out.take() ?? new Uint8Array(0));
      ends[i] = postings.length;
    });
    return new Segment(
      documents.map(({ uri }) => uri),
      documents.map(({ stamp }) => stamp),
      lengths,
      hashes,
      ends,
      postings.take(),
      recordEnds,
      records.take(),
    );
  }

  /** One segment out of several, without the articles that are gone. Linear in their postings. */
  static merge(segments: readonly Segment[], isGone: (segment: Segment, index: number) => boolean): Segment {
    const uris: string[] = [];
    const stamps: string[] = [];
    const lengths: number[] = [];
    const recordEnds: number[] = [];
    const records = new ByteWriter();
    const places = segments.map((segment) =>
      Int32Array.from(segment.uris, (uri, index) => {
        if (isGone(segment, index)) return -1;
        uris.push(uri);
        stamps.push(segment.stamps[index] ?? '');
        lengths.push(segment.lengths[index] ?? 0);
        records.raw(segment.record(index));
        recordEnds.push(records.length);
        return uris.length - 1;
      }),
    );
    // All hash lists are sorted: the smallest hash any of them stands at comes next.
    const at = segments.map(() => 0);
    const hashes: number[] = [];
    const ends: number[] = [];
    const postings = new ByteWriter();
    for (;;) {
      let hash = Infinity;
      segments.forEach((segment, k) => (hash = Math.min(hash, segment.#hashes[at[k] ?? 0] ?? Infinity)));
      if (hash === Infinity) break;
      let last = 0;
      const before = postings.length;
      for (const [k, segment] of segments.entries()) {
        const position = at[k] ?? 0;
        if (segment.#hashes[position] !== hash) continue;
        segment.#walk(position, (index, count) => {
          const place = places[k]?.[index] ?? -1;
          if (place < 0) return;
          writePosting(postings, place - last, count);
          last = place;
        });
        at[k] = position + 1;
      }
      if (postings.length === before) continue;
      hashes.push(hash);
      ends.push(postings.length);
    }
    return new Segment(
      uris,
      stamps,
      Uint16Array.from(lengths),
      Uint32Array.from(hashes),
      Uint32Array.from(ends),
      postings.take(),
      Uint32Array.from(recordEnds),
      records.take(),
    );
  }

  /** Calls back with every article that has the lemma, and how often. */
  forEach(hash: number, visit: (index: number, count: number) => void): void {
    const at = this.#find(hash);
    if (at >= 0) this.#walk(at, visit);
  }

  record(index: number): Uint8Array {
    return this.#records.subarray(index === 0 ? 0 : this.#recordEnds[index - 1], this.#recordEnds[index]);
  }

  get byteLength(): number {
    return this.#hashes.byteLength + this.#ends.byteLength + this.#postings.byteLength + this.#records.byteLength + 8 * this.uris.length;
  }

  write(): Uint8Array {
    const out = new ByteWriter();
    out.number(this.uris.length);
    this.uris.forEach((uri, i) => {
      out.text(uri);
      out.text(this.stamps[i] ?? '');
      out.number(this.lengths[i] ?? 0);
      out.number((this.#recordEnds[i] ?? 0) - (i === 0 ? 0 : (this.#recordEnds[i - 1] ?? 0)));
    });
    out.raw(this.#records);
    out.number(this.#hashes.length);
    let hash = 0;
    let end = 0;
    this.#hashes.forEach((next, i) => {
      out.number(next - hash);
      out.number((this.#ends[i] ?? 0) - end);
      hash = next;
      end = this.#ends[i] ?? 0;
    });
    out.raw(this.#postings);
    const body = out.take();
    const whole = new Uint8Array(body.length + 16);
    const view = new DataView(whole.buffer);
    view.setUint32(0, MAGIC);
    view.setUint32(4, FORMAT);
    view.setUint32(8, body.length);
    view.setUint32(12, checksum(body));
    whole.set(body, 16);
    return whole;
  }

  /** Undefined where the bytes are cut, damaged or of another format: the index is then built again. */
  static read(bytes: Uint8Array): Segment | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const body = bytes.subarray(16);
    if (bytes.length < 16 || view.getUint32(0) !== MAGIC || view.getUint32(4) !== FORMAT) return undefined;
    if (view.getUint32(8) !== body.length || view.getUint32(12) !== checksum(body)) return undefined;
    const input = new ByteReader(body);
    const size = input.number();
    const uris: string[] = [];
    const stamps: string[] = [];
    const lengths = new Uint16Array(size);
    const recordEnds = new Uint32Array(size);
    let total = 0;
    for (let i = 0; i < size; i++) {
      uris.push(input.text());
      stamps.push(input.text());
      lengths[i] = input.number();
      recordEnds[i] = total += input.number();
    }
    const records = input.raw(total).slice();
    const hashes = new Uint32Array(input.number());
    const ends = new Uint32Array(hashes.length);
    let hash = 0;
    let end = 0;
    for (let i = 0; i < hashes.length; i++) {
      hashes[i] = hash += input.number();
      ends[i] = end += input.number();
    }
    return new Segment(uris, stamps, lengths, hashes, ends, input.raw(end).slice(), recordEnds, records);
  }

  #find(hash: number): number {
    let low = 0;
    let high = this.#hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#hashes[middle] ?? 0;
      if (found === hash) return middle;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #walk(at: number, visit: (index: number, count: number) => void): void {
    const input = new ByteReader(this.#postings, at === 0 ? 0 : (this.#ends[at - 1] ?? 0));
    const end = this.#ends[at] ?? 0;
    let index = 0;
    while (input.at < end) {
      const step = input.number();
      index += step >>> 1;
      visit(index, step & 1 ? input.number() : 1);
    }
  }
}

function writePosting(out: ByteWriter, step: number, count: number): void {
  out.number(2 * step + (count > 1 ? 1 : 0));
  if (count > 1) out.number(count);
}

function checksum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  // Adler-32 (RFC 1950), reduced every 3,800 bytes so that nothing overflows.
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800);
    for (let i = from; i < to; i++) {
      a += bytes[i] ?? 0;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
