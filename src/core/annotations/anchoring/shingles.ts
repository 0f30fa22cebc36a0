import type { Work } from './alignment';

const size = 8;
/** A run of characters that stands more often than this says nothing about where. */
const mostPlaces = 24;

/** Where every run of eight characters stands in a text; built in one pass, looked up in constant time. */
export class Shingles {
  readonly #text: string;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(text: string, work: Work) {
    this.#text = text;
    let buckets = 64;
    while (buckets < text.length) buckets *= 2;
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#next = new Int32Array(text.length);
    for (let at = text.length - size; at >= 0; at--) {
      const bucket = this.#bucket(text, at);
      this.#next[at] = this.#heads[bucket] ?? -1;
      this.#heads[bucket] = at;
    }
    work.steps += text.length;
  }

  /** Places of the eight characters of `pattern` from `from` on; none where there are too many. */
  places(pattern: string, from: number, work: Work): readonly number[] {
    const places: number[] = [];
    if (from + size > pattern.length) return places;
    const sought = pattern.slice(from, from + size);
    let walked = 0;
    for (let at = this.#heads[this.#bucket(pattern, from)] ?? -1; at >= 0; at = this.#next[at] ?? -1) {
      if (++walked > 4 * mostPlaces) break;
      if (this.#text.startsWith(sought, at)) places.push(at);
      if (places.length > mostPlaces) break;
    }
    work.steps += walked;
    return walked > 4 * mostPlaces || places.length > mostPlaces ? [] : places;
  }

  #bucket(text: string, at: number): number {
    // FNV-1a over the eight code units.
    let hash = 0x811c9dc5;
    for (let i = 0; i < size; i++) hash = Math.imul(hash ^ text.charCodeAt(at + i), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }
}
