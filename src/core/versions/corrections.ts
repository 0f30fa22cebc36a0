import { textOf, type VersionWords, type WordRange } from './versionWords';

/** How outlets begin a note that says what they have corrected. */
const note = new RegExp(
  [
    String.raw`^[*_\s—–-]{0,4}(?:corrections?|clarifications?|editor['’]?s['’]? note|note to readers|amendments?)\b`,
    String.raw`^[*_\s—–-]{0,4}update\s{0,2}[:(—–]`,
    String.raw`\b(?:this|the) (?:article|story|report|piece|post|headline|page|item|text)\b[^.]{0,80}\b(?:corrected|amended|clarified|revised|updated to|changed to|edited to)\b`,
    String.raw`\ban? (?:earlier|previous|original|prior) version of this\b`,
    String.raw`\bwe (?:regret|apologi[sz]e for) the (?:error|mistake)`,
  ].join('|'),
  'i',
);
const shortest = 4;

/** Paragraphs of the later version that the earlier one has not, and that say what was corrected. Linear. */
export function correctionsIn(a: VersionWords, b: VersionWords): readonly WordRange[] {
  const known = new Set(a.paragraphs.map((range) => textOf(a, range)));
  return b.paragraphs.filter((range) => {
    const { from, to } = range;
    if (to - from < shortest) return false;
    const text = textOf(b, range);
    return !known.has(text) && note.test(text.slice(0, 400));
  });
}
