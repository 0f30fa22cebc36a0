/**
 * WordNet as `scripts/buildWordnet.mjs` compacts it: single words, synsets and relations in typed arrays over the file's
 * bytes. Words are looked up by binary search in the bytes, so that loading costs nothing but the header.
 */
export class WordNet {
  readonly size: number;
  readonly #ends: Uint32Array;
  readonly #senses: Rows;
  readonly #near: Rows;
  readonly #broader: Rows;
  readonly #derived: Rows;
  readonly #opposite: Rows;
  readonly #rarity: Uint8Array;
  readonly #verb: Uint8Array;
  readonly #text: Uint8Array;
  /** Of the words that were asked for last, and before these: a lexicon that no longer grows keeps its own. */
  #related = new Map<number, RelatedWords>();
  #relatedEarlier = new Map<number, RelatedWords>();
  #wordsOf: Rows | undefined;
  #narrower: Rows | undefined;

  /** One for the same bytes: what it has found out serves all that read them. */
  static of(bytes: Uint8Array): WordNet {
    let wordnet = known.get(bytes);
    if (!wordnet) known.set(bytes, (wordnet = new WordNet(bytes)));
    return wordnet;
  }

  /** Throws on bytes that are not the compacted file: they come from our own build. */
  constructor(bytes: Uint8Array) {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
    if (aligned.byteLength < 64 || view.getUint32(0, true) !== 0x4e575353 || view.getUint32(4, true) !== 2) {
      throw new Error('Not a compacted WordNet file of this version');
    }
    let at = 8 + 4 * 14;
    let section = 0;
    const next = (): Uint8Array => {
      const length = view.getUint32(8 + 4 * section++, true);
      const part = aligned.subarray(at, at + length);
      at += length + (-length & 3);
      return part;
    };
    const words = () => {
      const part = next();
      return new Uint32Array(part.buffer, part.byteOffset, part.byteLength / 4);
    };
    const rows = (): Rows => ({ ends: words(), values: words() });
    this.#ends = words();
    this.#senses = rows();
    this.#near = rows();
    this.#broader = rows();
    this.#derived = rows();
    this.#opposite = rows();
    this.#rarity = next();
    this.#verb = next();
    this.#text = next();
    this.size = this.#ends.length;
  }

  /** The word's number, or -1. */
  find(word: string): number {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(middle, word);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  word(id: number): string {
    let text = '';
    for (let i = this.#start(id); i < (this.#ends[id] ?? 0); i++) text += String.fromCharCode(this.#text[i] ?? 0);
    return text;
  }

  /** Surprise of meeting the word, in bits. */
  rarity(id: number): number {
    return (this.#rarity[id] ?? 0) / 8;
  }

  /** Whether the word is mostly used as a verb. */
  isVerb(id: number): boolean {
    return this.#verb[id] === 1;
  }

  areSynonyms(a: number, b: number): boolean {
    const other = row(this.#senses, b);
    return row(this.#senses, a).some((synset) => other.includes(synset));
  }

  areOpposites(a: number, b: number): boolean {
    return row(this.#opposite, a).includes(b) || row(this.#opposite, b).includes(a);
  }

  /** Words that may stand for this one, with how well (0 to 1); the word itself is left out. */
  related(id: number): RelatedWords {
    const known = this.#related.get(id);
    if (known) return known;
    const related = this.#relatedEarlier.get(id) ?? this.#findRelated(id);
    this.#related.set(id, related);
    if (this.#related.size >= KEPT) [this.#related, this.#relatedEarlier] = [new Map<number, RelatedWords>(), this.#related];
    return related;
  }

  #findRelated(id: number): RelatedWords {
    const found = new Map<number, number>();
    this.#spread(id, 1, found);
    for (const derived of row(this.#derived, id)) {
      note(found, derived, 0.85);
      this.#spread(derived, 0.85, found);
    }
    found.delete(id);
    return { words: Uint32Array.from(found.keys()), similarities: Float64Array.from(found.values()) };
  }

  /** Adds the words of the word's synsets and of their neighbours. */
  #spread(id: number, weight: number, found: Map<number, number>): void {
    const wordsOf = (this.#wordsOf ??= invert(this.#senses, this.#near.ends.length));
    const narrower = (this.#narrower ??= invert(this.#broader, this.#near.ends.length));
    const senses = row(this.#senses, id);
    for (const [rank, synset] of senses.entries()) {
      const trust = weight * (rank < 3 ? 1 : 0.9);
      for (const word of row(wordsOf, synset)) note(found, word, 0.9 * trust);
      for (const near of row(this.#near, synset)) for (const word of row(wordsOf, near)) note(found, word, 0.6 * trust);
      for (const narrow of row(narrower, synset)) for (const word of row(wordsOf, narrow)) note(found, word, 0.5 * trust);
      for (const broad of row(this.#broader, synset)) {
        for (const word of row(wordsOf, broad)) note(found, word, 0.5 * trust);
        const kinds = row(narrower, broad);
        const likeness = rank < 3 ? 0.6 - 0.1 * Math.log2(kinds.length) : 0;
        if (likeness <= 0) continue;
        for (const kind of kinds)
          for (const word of row(wordsOf, kind)) if (!this.areOpposites(id, word)) note(found, word, likeness * trust);
      }
    }
  }

  #start(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
  }

  #compare(id: number, word: string): number {
    const start = this.#start(id);
    const length = (this.#ends[id] ?? 0) - start;
    const shared = Math.min(length, word.length);
    for (let i = 0; i < shared; i++) {
      const difference = (this.#text[start + i] ?? 0) - word.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - word.length;
  }
}

/** Words whose relations are kept at least: more than twenty articles have. */
const KEPT = 4000;

const known = new WeakMap<Uint8Array, WordNet>();

export interface RelatedWords {
  readonly words: Uint32Array;
  readonly similarities: Float64Array;
}

/** Rows of differing length: where each ends, and all values. */
interface Rows {
  readonly ends: Uint32Array;
  readonly values: Uint32Array;
}

function row(rows: Rows, index: number): Uint32Array {
  return rows.values.subarray(index === 0 ? 0 : rows.ends[index - 1], rows.ends[index]);
}

function note(found: Map<number, number>, word: number, similarity: number): void {
  if (similarity > (found.get(word) ?? 0)) found.set(word, similarity);
}

function invert(rows: Rows, size: number): Rows {
  const ends = new Uint32Array(size);
  for (const value of rows.values) ends[value] = (ends[value] ?? 0) + 1;
  for (let i = 1; i < size; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const values = new Uint32Array(rows.values.length);
  const fill = ends.slice();
  for (let i = rows.ends.length - 1; i >= 0; i--) {
    for (const value of row(rows, i)) {
      const at = (fill[value] ?? 1) - 1;
      fill[value] = at;
      values[at] = i;
    }
  }
  return { ends, values };
}
