import { utf8 } from '../../text/encoding/utf8';

export interface ZipEntry {
  readonly name: string;
  /** Asked for twice, for its checksum goes before it. */
  readonly chunks: () => Iterable<string>;
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.x) of uncompressed entries, dated 1 January 1980 so that the same content gives the
 * same bytes. Stored and not deflated: a compressor is not worth a dependency for files that are opened once. Lengths stand
 * before the data and not behind it, which some readers refuse for stored entries.
 * Throws a RangeError where the archive would need ZIP64.
 */
export function* zip(entries: readonly ZipEntry[]): Iterable<Uint8Array<ArrayBuffer>> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = utf8(entry.name);
    let crc = 0xffffffff;
    let length = 0;
    for (const chunk of entry.chunks()) {
      const bytes = utf8(chunk);
      crc = crc32(crc, bytes);
      length += bytes.length;
    }
    // version 2.0, names in UTF-8, stored, 00:00 on 1 January 1980
    const common = fields([2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, ~crc], [4, length], [4, length], [2, name.length], [2, 0]);
    directory.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += 30 + name.length + length;
    if (at > 0xffffffff || entries.length > 0xffff) throw new RangeError(`The archive would be over 4 GB or have over 65,535 files.`);
    yield* [fields([4, 0x04034b50]), common, name];
    for (const chunk of entry.chunks()) yield utf8(chunk);
  }
  yield* directory;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, at], [2, 0]);
}

function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff)));
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** The register of a CRC-32 after more bytes; its complement is the checksum. */
function crc32(register: number, bytes: Uint8Array): number {
  let crc = register;
  // by index: going through it by an iterator takes half as long again
  let at = 0;
  while (at < bytes.length) crc = (table[(crc ^ (bytes[at++] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc;
}
