import { hashOf } from '../words/hash';

/** Deleted, but in the way of what was put behind it. */
const DELETED = -2;
const FREE = -1;

/**
 * Place by uri, for 100,000 articles in one or two megabytes: open addressing over numbers, with the uris left where they are
 * written (a Map of strings takes ten).
 */
export class Places {
  readonly #uriAt: (place: number) => string;
  #places = new Int32Array(64).fill(FREE);
  #hashes = new Int32Array(64);
  /** Slots in use, deleted ones included. */
  #used = 0;
  #count = 0;

  constructor(uriAt: (place: number) => string) {
    this.#uriAt = uriAt;
  }

  get size(): number {
    return this.#count;
  }

  /** The place of the uri, or -1. */
  get(uri: string): number {
    const slot = this.#find(uri, mixedHashOf(uri));
    return slot < 0 ? -1 : (this.#places[slot] ?? -1);
  }

  set(uri: string, place: number): void {
    const hash = mixedHashOf(uri);
    const slot = this.#find(uri, hash);
    if (slot >= 0) {
      this.#places[slot] = place;
      return;
    }
    if (4 * (this.#used + 1) > 3 * this.#places.length) this.#rebuild();
    this.#insert(hash, place);
    this.#count++;
  }

  delete(uri: string): void {
    const slot = this.#find(uri, mixedHashOf(uri));
    if (slot < 0) return;
    this.#places[slot] = DELETED;
    this.#count--;
  }

  #find(uri: string, hash: number): number {
    const mask = this.#places.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = this.#places[slot] ?? FREE;
      if (place === FREE) return -1;
      if (place >= 0 && this.#hashes[slot] === hash && this.#uriAt(place) === uri) return slot;
    }
  }

  #insert(hash: number, place: number): void {
    const mask = this.#places.length - 1;
    let slot = hash & mask;
    while ((this.#places[slot] ?? FREE) !== FREE) slot = (slot + 1) & mask;
    this.#places[slot] = place;
    this.#hashes[slot] = hash;
    this.#used++;
  }

  #rebuild(): void {
    const [places, hashes] = [this.#places, this.#hashes];
    let length = 64;
    while (length < 2 * (this.#count + 1)) length *= 2;
    this.#places = new Int32Array(length).fill(FREE);
    this.#hashes = new Int32Array(length);
    this.#used = 0;
    places.forEach((place, slot) => {
      if (place >= 0) this.#insert(hashes[slot] ?? 0, place);
    });
  }
}

/** The places are taken by the lowest bits alone. */
function mixedHashOf(uri: string): number {
  const hash = hashOf(uri);
  return hash ^ (hash >>> 15);
}
