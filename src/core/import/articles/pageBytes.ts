import { decodeBytes } from '../../text/encoding/bytes';

/** Decodes by an encoding's name; `undefined` where the host does not know it. */
export type Decode = (bytes: Uint8Array, encoding: string) => string | undefined;

/** How far into a page its encoding is looked for: twice what the HTML Standard asks, for pages that begin with a saver's comment. */
const head = 2048;

/** What `decodeBytes` reads by itself; Node's own decoder takes Windows-1252 for Latin-1 and loses the quotation marks. */
const ownEncoding = /^(?:utf-?(?:8|16)(?:[lb]e)?|windows-1252|cp-?1252|iso-?8859-?1|latin-?1|l1|(?:us-)?ascii)$/i;

/**
 * The text of a page: by its byte order mark, as UTF-8 where it is nothing else, by what its server or the page itself says, and
 * else as any article. A page that says one encoding and is good UTF-8 is UTF-8, for savers change the one and forget the other.
 * `undefined` where the bytes are no text. (HTML Standard, "Determining the character encoding".)
 */
export function decodePage(bytes: Uint8Array, declared: string | undefined, decode: Decode): string | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decode(bytes, wide) ?? '';
  if (hasStrayZeros(bytes)) return decodePage(bytes.filter((byte) => byte !== 0), declared, decode); // prettier-ignore
  const read = decodeBytes(bytes);
  const isPlain = bytes.every((byte) => byte < 0x80);
  if (read.encoding.startsWith('utf') && read.problem === undefined && !isPlain) return read.text;
  const encoding = declared ?? declaredEncoding(bytes);
  const decoded = encoding === undefined || ownEncoding.test(encoding) ? undefined : decode(bytes, encoding);
  return decoded ?? (read.encoding === 'binary' ? undefined : read.text);
}

/** Systems that paste what others have made into a page leave zero bytes in it, which browsers pass over. */
function hasStrayZeros(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros > 0 && zeros < bytes.length / 100 && /<(?:!doctype|html|head|!--)/i.test(String.fromCharCode(...bytes.subarray(0, head)));
}

/** Elements of which one at least is in every page; words in angle brackets make no page of a text. */
const markup = /<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|br|table|ul|ol|span)(?:[\s/]|>)/i;

export function isPageText(text: string): boolean {
  return markup.test(text);
}

/** Whether a file begins as PDF files do; some programs write a few bytes before that. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, head)).includes('%PDF-');
}

/** UTF-16 without a byte order mark, as far as a page's first character tells. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined;
}

/** What the page says in its `<meta>` elements. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, head));
  return /<meta\b[^>]{0,500}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(text)?.[1];
}
