/** Character tests by code unit; faster than regular expressions in the inner loop. */

export const codeAt = (text: string, at: number): number => text.charCodeAt(at);

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** White space as newsrooms use it: no-break, thin and zero-width ones stand around dates in real files. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b);
