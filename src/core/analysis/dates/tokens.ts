import { codeAt, isApostrophe, isDigit, isLetter, isSpace } from './characters';
import { businessYear, decadeEnd, meridiemEnd, readNumber } from './numbers';
import { hashLetter, lookUp, markOf, type Word, type WordClass } from './words';

/** The words and signs of a text that rules may look at. */
export interface Tokens {
  readonly prose: string;
  /** One class mark a token. */
  readonly marks: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly (number | string)[];
}

const signs: readonly (readonly [signs: string, kind: WordClass])[] = [
  [',', 'comma'],
  ['.!?', 'stop'],
  ['-–‐‑', 'dash'],
  ['(', 'open'],
  [')', 'close'],
  ['/', 'slash'],
  ['$£€#', 'money'],
  ['%', 'percent'],
];
const markOfSign = new Map(signs.flatMap(([list, kind]) => Array.from(list, (sign) => [codeAt(sign, 0), markOf[kind]] as const)));

/** One pass over the text; `english` false looks for ISO dates only. */
export function tokenise(prose: string, english: boolean): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const values: (number | string)[] = [];
  let marks = '';
  let at = 0;
  const put = (mark: string, end: number, value: number | string = 0) => {
    marks += mark;
    starts.push(at);
    ends.push(end);
    values.push(value);
    at = end;
  };
  while (at < prose.length) {
    const code = codeAt(prose, at);
    if (isLetter(code)) {
      let hash = 0;
      let end = at;
      for (let letter = code; isLetter(letter); letter = codeAt(prose, ++end)) hash = hashLetter(hash, letter);
      if (!english) put(markOf.other, end);
      else putWord(end, hash);
    } else if (isDigit(code)) {
      const { kind, end, value } = readNumber(prose, at, english);
      put(markOf[kind], end, value);
    } else if (isSpace(code)) {
      let lines = 0;
      do if (codeAt(prose, at) === 10) lines++;
      while (isSpace(codeAt(prose, ++at)));
      if (lines > 1) put(markOf.break, at);
    } else if (isApostrophe(code)) putApostrophe();
    else if (code >= 0xbc && code <= 0xbe) put(markOf.frac, at + 1, (code - 0xbb) / 4);
    else put(markOfSign.get(code) ?? markOf.other, at + 1);
  }
  return { prose, marks, starts, ends, values };

  function putWord(end: number, hash: number): void {
    const size = end - at;
    // "Q4", "H1", "FY2023": letters and figures of one word.
    if (size <= 2 && isDigit(codeAt(prose, end))) {
      const business = businessYear(prose, at);
      if (business) {
        put(markOf[business.kind], business.end, business.value);
        return;
      }
    }
    const first = codeAt(prose, at) | 32;
    if (size <= 2 && (first === 97 || first === 112)) {
      const meridiem = meridiemEnd(prose, at);
      if (meridiem !== undefined) {
        put(markOf.ampm, meridiem, first === 97 ? 'am' : 'pm');
        return;
      }
    }
    if (size === 1 && first === 111 && prose.startsWith('clock', end + 1)) {
      put(markOf.ampm, end + 6, 'oclock');
      return;
    }
    const entry = lookUp(hash, prose, at, end);
    if (entry) {
      const capital = codeAt(prose, at) < 97;
      for (const { rest, word } of entry.phrases) {
        const stop = word.capital && !capital ? -1 : phraseEnd(prose, end, rest);
        if (stop >= 0) {
          put(word.mark, stop, word.value);
          return;
        }
      }
      const word: Word | undefined = entry.word;
      if (word && (capital || !word.capital)) {
        put(word.mark, word.abbreviation && codeAt(prose, end) === 46 ? end + 1 : end, word.value);
        return;
      }
    }
    // Words outside the list that still tell the tense.
    put(size > 4 && prose.endsWith('ed', end) ? markOf.ed : markOf.other, end);
  }

  /** The possessive, '80s and '99. */
  function putApostrophe(): void {
    const next = codeAt(prose, at + 1);
    if ((next | 32) === 115 && isLetter(codeAt(prose, at - 1)) && !isLetter(codeAt(prose, at + 2))) {
      put(markOf.poss, at + 2);
      return;
    }
    if (!isDigit(next) || !isDigit(codeAt(prose, at + 2)) || isDigit(codeAt(prose, at + 3))) {
      put(markOf.other, at + 1);
      return;
    }
    const two = Number(prose.slice(at + 1, at + 3));
    const year = (two >= 30 ? 1900 : 2000) + two;
    const decade = decadeEnd(prose, at + 3);
    if (decade === undefined) put(markOf.yy, at + 3, year);
    else put(markOf.decade, decade, Math.floor(year / 10));
  }
}

/** Where the further words of a phrase end, or -1. At most three spaces stand between two words. */
function phraseEnd(prose: string, from: number, rest: readonly string[]): number {
  let at = from;
  for (const part of rest) {
    const space = at;
    while (at - space < 4 && isSpace(codeAt(prose, at))) at++;
    const code = codeAt(prose, at);
    const end = at + part.length;
    const joined = part.startsWith("'") || part === '.';
    if (
      // Nearly every phrase ends here, without a string made to see it.
      (code < 128 && (code | 32) !== codeAt(part, 0)) ||
      (at === space) !== joined ||
      prose.slice(at, end).toLowerCase().replace('’', "'") !== part ||
      isLetter(codeAt(prose, end))
    )
      return -1;
    at = end;
  }
  return at;
}
