/** What Windows-1252 has at 0x80 to 0x9F; the five bytes it leaves open stay control characters (WHATWG Encoding Standard). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The character of a Windows-1252 byte. */
export function windows1252Character(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? upper.charAt(byte - 0x80) : String.fromCharCode(byte);
}
