import { windows1252Character } from '../encoding/windows1252';

/** Names of U+00A0 to U+00FF in order, then the rest of HTML 4.01's entities that stand in prose (section 24). */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const others =
  'quot" amp& lt< gt> apos\' OEligŒ oeligœ ScaronŠ scaronš ZcaronŽ zcaronž YumlŸ circˆ tilde˜ fnofƒ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f ndash– mdash— horbar― lsquo‘ rsquo’ rsquor’ sbquo‚ lsquor‚ ldquo“ rdquo” rdquor” bdquo„ ldquor„ lsaquo‹ rsaquo› dagger† Dagger‡ bull• hellip… mldr… permil‰ prime′ Prime″ oline‾ frasl⁄ euro€ trade™ larr← uarr↑ rarr→ darr↓ harr↔ minus− le≤ ge≥ ne≠ asymp≈ infin∞ radic√ sum∑ alphaα betaβ gammaγ deltaδ epsilonε lambdaλ muμ piπ sigmaσ omegaω Omega\u03a9 Delta\u0394 hearts♥ check✓ star☆ starf★';

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...others.split(' ').map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
]);

/** Decodes the character reference that starts at text[at] = '&'; `undefined` where none stands there. */
export function characterReference(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  // The longest name here has 8 letters, the longest number 7 digits.
  const end = text.slice(at, at + 12).indexOf(';') + at;
  if (end < at + 2) return undefined;
  const name = text.slice(at + 1, end);
  const character = name.startsWith('#') ? numbered(name) : named.get(name);
  return character === undefined ? undefined : { text: character, end: end + 1 };
}

function numbered(name: string): string | undefined {
  const hexadecimal = /^#[xX][0-9a-fA-F]+$/.test(name);
  if (!hexadecimal && !/^#[0-9]+$/.test(name)) return undefined;
  const point = hexadecimal ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  // Pages mean Windows-1252 by &#146; (HTML Standard, "Numeric character reference end state").
  if (point >= 0x80 && point < 0xa0) return windows1252Character(point);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '\ufffd';
}
