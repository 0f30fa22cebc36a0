import { deserialize, serialize } from 'node:v8';
import type { Analysis } from '../../core/index';
import { laterAnalysis } from './laterAnalysis';

/** Articles whose analyses are held as objects: those that were needed last. */
const HELD = 100;

/** By what stands for them. */
const packed = new WeakMap<Analysis, Uint8Array>();

/** What was found in articles, as bytes that all threads share; as objects only what was needed last. */
export class PackedAnalyses {
  readonly #later = new Map<Uint8Array, Analysis>();
  #recent = new Map<Uint8Array, Analysis>();
  #earlier = new Map<Uint8Array, Analysis>();

  /** What stands for an analysis from now on; nothing of the one given is held. */
  pack(analysis: Analysis): Analysis {
    return this.read(bytesOf(analysis));
  }

  /** One for the same bytes. */
  read(bytes: Uint8Array): Analysis {
    const known = this.#later.get(bytes);
    if (known) return known;
    const later = laterAnalysis(() => this.#analysis(bytes));
    this.#later.set(bytes, later);
    packed.set(later, bytes);
    return later;
  }

  #analysis(bytes: Uint8Array): Analysis {
    const known = this.#recent.get(bytes);
    if (known) return known;
    const analysis = this.#earlier.get(bytes) ?? (deserialize(bytes) as Analysis);
    this.#recent.set(bytes, analysis);
    if (2 * this.#recent.size >= HELD) [this.#recent, this.#earlier] = [new Map<Uint8Array, Analysis>(), this.#recent];
    return analysis;
  }
}

export function bytesOf(analysis: Analysis): Uint8Array {
  return packed.get(analysis) ?? shared(serialize(analysis));
}

export function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
