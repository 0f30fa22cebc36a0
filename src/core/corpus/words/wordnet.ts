import { FoundWords, type RelatedWords } from './foundWords';
import { from, has, invert, NONE, type Rows } from './rows';

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
  #found: FoundWords | undefined;

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
    const { ends, values } = this.#senses;
    for (let k = from(ends, a); k < (ends[a] ?? 0); k++) if (has(this.#senses, b, values[k] ?? 0)) return true;
    return false;
  }

  areOpposites(a: number, b: number): boolean {
    return has(this.#opposite, a, b) || has(this.#opposite, b, a);
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
    const found = (this.#found ??= new FoundWords(this.size));
    this.#spread(id, 1, found);
    const { ends, values } = this.#derived;
    for (let k = from(ends, id); k < (ends[id] ?? 0); k++) {
      const derived = values[k] ?? 0;
      found.note(derived, 0.85);
      this.#spread(derived, 0.85, found);
    }
    return found.take(id);
  }

  /** Adds the words of the word's synsets and of their neighbours. */
  #spread(id: number, weight: number, found: FoundWords): void {
    const wordsOf = (this.#wordsOf ??= invert(this.#senses, this.#near.ends.length));
    const narrower = (this.#narrower ??= invert(this.#broader, this.#near.ends.length));
    const [senses, near, broader] = [this.#senses, this.#near, this.#broader];
    const first = from(senses.ends, id);
    for (let k = first; k < (senses.ends[id] ?? 0); k++) {
      const synset = senses.values[k] ?? 0;
      const isUsual = k - first < 3;
      const trust = weight * (isUsual ? 1 : 0.9);
      found.noteRow(wordsOf, synset, 0.9 * trust);
      for (let n = from(near.ends, synset); n < (near.ends[synset] ?? 0); n++) found.noteRow(wordsOf, near.values[n] ?? 0, 0.6 * trust);
      for (let n = from(narrower.ends, synset); n < (narrower.ends[synset] ?? 0); n++)
        found.noteRow(wordsOf, narrower.values[n] ?? 0, 0.5 * trust);
      for (let n = from(broader.ends, synset); n < (broader.ends[synset] ?? 0); n++) {
        const broad = broader.values[n] ?? 0;
        found.noteRow(wordsOf, broad, 0.5 * trust);
        if (isUsual) this.#spreadToKinds(id, broad, trust, found);
      }
    }
  }

  /** Adds the words of all kinds of a thing: the fewer there are, the likelier is one of them meant by another. */
  #spreadToKinds(id: number, broad: number, trust: number, found: FoundWords): void {
    const [{ ends, values }, wordsOf] = [this.#narrower ?? NONE, this.#wordsOf ?? NONE];
    const [first, end] = [from(ends, broad), ends[broad] ?? 0];
    const likeness = 0.6 - 0.1 * Math.log2(end - first);
    if (likeness <= 0) return;
    for (let k = first; k < end; k++) {
      const kind = values[k] ?? 0;
      for (let n = from(wordsOf.ends, kind); n < (wordsOf.ends[kind] ?? 0); n++) {
        const word = wordsOf.values[n] ?? 0;
        if (!this.areOpposites(id, word)) found.note(word, likeness * trust);
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
