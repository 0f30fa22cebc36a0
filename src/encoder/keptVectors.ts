/** Where vectors are kept. */
export interface Store {
  /** Undefined where nothing is kept yet. */
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
}

type Encode = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

const HASH = 16;
const SCALE = 4;
/** Sentences that are remembered: some 20 MB, of which the oldest are forgotten first. */
const MOST = 50_000;
/** Texts after which what is found is kept, so that little is lost where somebody stops it. */
const SOME = 200;

/**
 * Asks an encoder for what it has not been asked before: vectors are kept by a hash of their text, a byte for each number. What is given is
 * always what is kept, so that an answer does not depend on when it was asked for.
 */
export class KeptVectors {
  readonly #store: Store;
  readonly #encode: Encode;
  readonly #kept = new Map<string, Uint8Array>();
  #reading: Promise<void> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, encode: Encode) {
    this.#store = store;
    this.#encode = encode;
  }

  /** One after the other, whoever asks. */
  encode(texts: readonly string[]): Promise<Float32Array[]> {
    const found = this.#last.then(() => this.#find(texts));
    this.#last = found.catch(() => undefined);
    return found;
  }

  async #find(texts: readonly string[]): Promise<Float32Array[]> {
    await (this.#reading ??= this.#read());
    const keys = await Promise.all(texts.map(keyOf));
    const missing = [...new Map(keys.map((key, i) => [key, texts[i] ?? ''])).entries()].filter(([key]) => !this.#kept.has(key));
    for (let from = 0; from < missing.length; from += SOME) {
      const some = missing.slice(from, from + SOME);
      const vectors = await this.#encode(some.map(([, text]) => text));
      for (const [i, [key]] of some.entries()) this.#kept.set(key, packed(vectors[i] ?? new Float32Array()));
      await this.#read(); // another window or run may have kept others since
      await this.#store.write(this.#bytes());
    }
    return keys.map((key) => unpacked(this.#kept.get(key) ?? new Uint8Array(SCALE)));
  }

  /** What cannot be read is reckoned anew. */
  async #read(): Promise<void> {
    const bytes = await this.#store.read();
    if (!bytes || bytes.length < 2) return;
    const step = HASH + SCALE + new DataView(bytes.buffer, bytes.byteOffset).getUint16(0);
    for (let at = 2; at + step <= bytes.length; at += step) {
      const key = hexOf(bytes.subarray(at, at + HASH));
      const kept = bytes.slice(at + HASH, at + step);
      if (!this.#kept.has(key) && unpacked(kept).every(Number.isFinite)) this.#kept.set(key, kept);
    }
  }

  #bytes(): Uint8Array {
    const last = [...this.#kept].slice(-MOST);
    const size = (last[0]?.[1].length ?? SCALE) - SCALE;
    const step = HASH + SCALE + size;
    const bytes = new Uint8Array(2 + last.length * step);
    new DataView(bytes.buffer).setUint16(0, size);
    for (const [i, [key, vector]] of last.entries()) {
      for (let k = 0; k < HASH; k++) bytes[2 + i * step + k] = parseInt(key.slice(2 * k, 2 * k + 2), 16);
      bytes.set(vector.subarray(0, SCALE + size), 2 + i * step + HASH);
    }
    return bytes;
  }
}

async function keyOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hexOf(new Uint8Array(hash, 0, HASH));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A scale, then each number as a signed byte of it. */
function packed(vector: Float32Array): Uint8Array {
  const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
  const bytes = new Uint8Array(SCALE + vector.length);
  new DataView(bytes.buffer).setFloat32(0, scale);
  for (const [i, value] of vector.entries()) bytes[SCALE + i] = Math.round(value / scale) & 0xff;
  return bytes;
}

function unpacked(bytes: Uint8Array): Float32Array {
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0);
  return Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + SCALE, bytes.length - SCALE), (value) => value * scale);
}
