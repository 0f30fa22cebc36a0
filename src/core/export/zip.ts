import { utf8 } from '../text/utf8';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.x) of uncompressed entries, dated 1 January 1980 so that the same content gives the
 * same bytes. Stored and not deflated: a compressor is not worth a dependency for files that are opened once.
 * Throws a RangeError where the archive would need ZIP64.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const local = entries.map(({ name, bytes }) => ({ name: utf8(name), bytes, crc: crc32(bytes) }));
  const size = local.reduce((total, { name, bytes }) => total + bytes.length + 2 * name.length + 76, 22);
  if (size > 0xffffffff || local.length > 0xffff) throw new RangeError(`The archive would be ${size} bytes with ${local.length} files.`);
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  let at = 0;
  const put = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]) => {
    for (const [bytes, value] of fields) {
      if (bytes === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += bytes;
    }
  };
  const copy = (bytes: Uint8Array) => {
    archive.set(bytes, at);
    at += bytes.length;
  };
  // version 2.0, names in UTF-8, stored, 00:00 on 1 January 1980
  const common = ({ name, bytes, crc }: (typeof local)[number]) =>
    put([2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]);

  const offsets = local.map((entry) => {
    const offset = at;
    put([4, 0x04034b50]);
    common(entry);
    copy(entry.name);
    copy(entry.bytes);
    return offset;
  });
  const directory = at;
  for (const [i, entry] of local.entries()) {
    put([4, 0x02014b50], [2, 20]);
    common(entry);
    put([2, 0], [2, 0], [2, 0], [4, 0], [4, offsets[i] ?? 0]);
    copy(entry.name);
  }
  const length = at - directory;
  put([4, 0x06054b50], [2, 0], [2, 0], [2, local.length], [2, local.length], [4, length], [4, directory], [2, 0]);
  return archive;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
