/**
 * What a terminal, an editor or a page would obey in place of showing it: controls of C0 and C1 but line ends and tabs, and the signs
 * that turn the direction of what follows (Unicode UAX 9: marks, embeddings, overrides, isolates).
 */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A stranger's text so that it is shown and never obeyed, for terminals, hovers and pages: U+FFFD stands for each such sign, and
 * nothing for marks of direction, which are no harm and common in Arabic and Hebrew.
 */
export function shownText(text: string): string {
  return text.replace(obeyed, (sign) => (sign === '\u061c' || sign === '\u200e' || sign === '\u200f' ? '' : '\uFFFD'));
}

/** The same in one line: names of files and YAML values must not begin a line of their own. */
export function shownLine(text: string): string {
  return shownText(text.replace(/[\r\n\u2028\u2029]+/g, ' '));
}

/** JSON of a value, on one line, in which those signs are escaped: the same value for a program, and nothing to obey for a terminal. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value).replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
