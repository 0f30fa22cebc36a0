import { codeUnits, unmarkedUtf16, type Utf16 } from './utf16';
import { windows1252Character } from './windows1252';

export interface DecodedText {
  /** Empty where the bytes are no text. A byte order mark is left out. */
  readonly text: string;
  readonly encoding: 'utf-8' | Utf16 | 'windows-1252' | 'binary';
  /** What a person should know about it, one sentence; absent for good UTF-8. */
  readonly problem?: string;
}

/**
 * Decodes a file the same way in every host: by its byte order mark, else as UTF-16 where it can be nothing else, as UTF-8, else as Windows-1252.
 * A file that is UTF-8 but for a few broken bytes stays UTF-8 with U+FFFD in their places, for one bad byte must not
 * spoil every quotation mark. Never throws. (WHATWG Encoding Standard, "UTF-8 decode".)
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be', 2);
  if (bytes.subarray(0, 65_536).includes(0)) {
    const order = unmarkedUtf16(bytes);
    if (order !== undefined) return { ...utf16(bytes, order, 0), problem: unmarked };
    return { text: '', encoding: 'binary', problem: 'This is not a text file: it contains zero bytes.' };
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const { text, wide, broken } = utf8(bytes, start);
  if (broken === 0) return { text, encoding: 'utf-8' };
  if (start > 0 || wide >= 10 * broken) {
    return { text, encoding: 'utf-8', problem: `${broken} ${broken === 1 ? 'place is' : 'places are'} not UTF-8 and cannot be read.` };
  }
  const characters = new TextCollector();
  for (const byte of bytes) characters.add(windows1252Character(byte).charCodeAt(0));
  return {
    text: characters.end(),
    encoding: 'windows-1252',
    problem: 'This file is not UTF-8; it was read as Windows-1252. Save it as UTF-8 if words look wrong.',
  };
}

const unmarked = 'This file is UTF-16 without a byte order mark, and was read so. Save it as UTF-8 if words look wrong.';

function utf16(bytes: Uint8Array, encoding: Utf16, from: number): DecodedText {
  const characters = new TextCollector();
  for (const unit of codeUnits(bytes, encoding, from)) characters.add(unit);
  return { text: characters.end(), encoding };
}

/** `wide` counts the whole characters of more than one byte, `broken` the maximal parts that are none. */
function utf8(bytes: Uint8Array, start: number): { text: string; wide: number; broken: number } {
  const characters = new TextCollector();
  let wide = 0;
  let broken = 0;
  let i = start;
  while (i < bytes.length) {
    const first = bytes[i] ?? 0;
    i += 1;
    if (first < 0x80) {
      characters.add(first);
      continue;
    }
    const more = first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
    let point = more === 1 ? first & 0x1f : more === 2 ? first & 0x0f : first & 0x07;
    let taken = 0;
    while (taken < more) {
      const next = bytes[i] ?? 0;
      if (!continues(first, taken, next)) break;
      point = (point << 6) | (next & 0x3f);
      taken += 1;
      i += 1;
    }
    if (more === 0 || taken < more) {
      broken += 1;
      characters.add(0xfffd);
      continue;
    }
    wide += 1;
    if (point < 0x10000) characters.add(point);
    else {
      characters.add(0xd800 + ((point - 0x10000) >> 10));
      characters.add(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return { text: characters.end(), wide, broken };
}

/** Table 3-7 of the Unicode Standard: overlong forms, surrogates and what lies beyond U+10FFFF are no UTF-8. */
function continues(first: number, index: number, byte: number): boolean {
  if (index > 0) return byte >= 0x80 && byte < 0xc0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return byte >= lowest && byte <= highest;
}

/** Code units to a string, in slices: one call of fromCharCode takes only so many arguments. */
class TextCollector {
  readonly #slice = new Uint16Array(8192);
  #length = 0;
  #text = '';

  add(unit: number): void {
    if (this.#length === this.#slice.length) this.end();
    this.#slice[this.#length] = unit;
    this.#length += 1;
  }

  end(): string {
    this.#text += String.fromCharCode(...this.#slice.subarray(0, this.#length));
    this.#length = 0;
    return this.#text;
  }
}
