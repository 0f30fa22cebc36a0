/** Bytes that lie somewhere: in memory, or in a file of which only what is needed is read. */
export interface StoredBytes {
  readonly length: number;
  read(from: number, to: number): Uint8Array;
}

/** Bytes that are summed up at once; a multiple of four. */
const AT_ONCE = 1 << 20;

export function inMemory(bytes: Uint8Array): StoredBytes {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { length } = aligned;
  return { length, read: (from, to) => (from === 0 && to === length ? aligned : aligned.subarray(from, to)) };
}

/** Numbers of four bytes. */
export function wordsAt(stored: StoredBytes, from: number, to: number): Uint32Array {
  const bytes = stored.read(from, to);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Of the first `length` bytes, a multiple of four. */
export function checksum(stored: StoredBytes, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at += AT_ONCE) {
    for (const word of wordsAt(stored, at, Math.min(length, at + AT_ONCE))) {
      hash = Math.imul(hash ^ word, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
  }
  return hash >>> 0;
}
