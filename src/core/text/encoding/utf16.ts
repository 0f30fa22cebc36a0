/** Bytes that are looked at. */
const head = 65_536;
/** Share of letters in what is a text; lists of figures have more, tables of a program's numbers none. */
const LETTERS = 0.3;

export type Utf16 = 'utf-16le' | 'utf-16be';

/** The code units of bytes, from a place on; a last odd byte is left out. */
export function* codeUnits(bytes: Uint8Array, order: Utf16, from: number): Generator<number> {
  const [low, high] = order === 'utf-16le' ? [0, 1] : [1, 0];
  for (let i = from; i + 1 < bytes.length; i += 2) yield (bytes[i + low] ?? 0) | ((bytes[i + high] ?? 0) << 8);
}

/**
 * The order of bytes of a text in UTF-16 that has no byte order mark; undefined where the bytes are no such text. In the right order all
 * are characters, letters and a space or an end of a line among them; where both would do, as Latin letters are signs of Chinese the other way round, the one with more
 * of ASCII is it.
 */
export function unmarkedUtf16(bytes: Uint8Array): Utf16 | undefined {
  const first = bytes.subarray(0, head);
  const [little, big] = [asciiOf(first, 'utf-16le'), asciiOf(first, 'utf-16be')];
  if (little === undefined && big === undefined) return undefined;
  return (little ?? -1) >= (big ?? -1) ? 'utf-16le' : 'utf-16be';
}

/** How many characters of ASCII a text has, read in one order; undefined where it is none. */
function asciiOf(bytes: Uint8Array, order: Utf16): number | undefined {
  let [text, ascii] = ['', 0];
  for (const unit of codeUnits(bytes, order, 0)) {
    text += String.fromCharCode(unit);
    if (unit < 0x80) ascii += 1;
  }
  // a pair may be cut where the look ends
  const whole = text.replace(/[\ud800-\udbff]$/, '');
  if (/[\p{Cn}\p{Co}\p{Cs}]|[^\P{Cc}\t\n\f\r]/u.test(whole)) return undefined;
  const letters = whole.match(/\p{L}/gu)?.length ?? 0;
  return /[ \n\r]/.test(whole) && letters >= LETTERS * whole.length ? ascii : undefined;
}
