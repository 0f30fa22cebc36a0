import { hashOf } from './hash';

/** Numbers words as they stand in texts. A word that is known costs neither a string nor a look into another table. */
export class Surfaces {
  #slots = new Int32Array(1024);
  /** By number: the word's hash, and where its letters end among all. */
  #hashes = new Int32Array(512);
  #ends = new Int32Array(512);
  #letters = new Uint16Array(4096);
  #size = 0;

  /** How many words there are; a word that is new gets this number. */
  get size(): number {
    return this.#size;
  }

  /** The number of the word that stands in a text from one place to another. */
  number(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#is(found - 1, text, from, to)) return found - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#size + 1;
    return this.#add(hash, text, from, to);
  }

  #is(number: number, text: string, from: number, to: number): boolean {
    let at = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    if ((this.#ends[number] ?? 0) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (this.#letters[at++] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(hash: number, text: string, from: number, to: number): number {
    const number = this.#size++;
    let at = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    if (at + to - from > this.#letters.length) this.#letters = larger(this.#letters, new Uint16Array(2 * (at + to - from)));
    for (let i = from; i < to; i++) this.#letters[at++] = text.charCodeAt(i);
    this.#hashes[number] = hash;
    this.#ends[number] = at;
    if (this.#size === this.#hashes.length) this.#grow();
    return number;
  }

  #grow(): void {
    const size = 2 * this.#hashes.length;
    this.#hashes = larger(this.#hashes, new Int32Array(size));
    this.#ends = larger(this.#ends, new Int32Array(size));
    this.#slots = new Int32Array(2 * size);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      const hash = this.#hashes[number] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function larger<T extends Int32Array | Uint16Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
