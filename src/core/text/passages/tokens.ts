import { isSpace } from './paragraphs';
import type { Span } from '../span';

export const tokenKinds = { word: 0, number: 1, punctuation: 2, double: 3, single: 4 } as const;

/** The tokens of one paragraph as parallel lists: small objects by the thousand would cost more than the analysis. */
export interface Tokens {
  readonly text: string;
  readonly start: number[];
  readonly end: number[];
  /** One of `tokenKinds`; `double` and `single` are candidates for quotation marks, apostrophes are inside their words. */
  readonly kind: number[];
  /** Lower case, apostrophes straight. */
  readonly lower: string[];
}

/** Words that keep their full stop, and after which a capital does not start a sentence. */
export const titleAbbreviations: ReadonlySet<string> = new Set(
  (
    'mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. sgt. cpl. pvt. adm. cmdr. rev. fr. sr. jr. st. hon. pres. supt. det. ' +
    'atty. amb. messrs. mme. mlle. pte. sir. ald. del. asst. dep. brig. insp.'
  ).split(' '),
);
const otherAbbreviations: ReadonlySet<string> = new Set(
  (
    'inc. corp. co. ltd. vs. v. etc. no. nos. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. ave. blvd. rd. ' +
    'fla. calif. ariz. ark. colo. conn. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. ' +
    'ala. del. n.h. n.j. n.m. n.y. n.c. n.d. s.c. s.d. w.va. r.i. d.c. a.m. p.m. u.s. u.k. u.n. e.g. i.e. ph.d. b.a. m.d. approx. dept. est. fig. ft. mt. univ. bros. ' +
    'jr. sr.'
  ).split(' '),
);

const letter = /\p{L}|\p{M}/u;
const clitics: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm']);

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) : isForeignLetter(code);
}
function isForeignLetter(code: number): boolean {
  return !(code >= 0x2000 && code <= 0x206f) && !(code >= 0xd800 && code <= 0xdfff) && letter.test(String.fromCharCode(code));
}
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : isForeignLetter(code);
}
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x60 || code === 0xb4;
}

/** Length of a double quotation mark at `at`: 0 where there is none. Two single marks, and UTF-8 read as Windows-1252, count. */
function doubleMarkAt(text: string, at: number, code: number): number {
  if (
    code === 0x22 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x201e ||
    code === 0x201f ||
    code === 0xab ||
    code === 0xbb ||
    code === 0xff02 ||
    isCornerMark(code)
  )
    return 1;
  if ((code === 0x27 || code === 0x60 || code === 0x2018 || code === 0x2019) && text.charCodeAt(at + 1) === code) {
    // Three in a row that close: the single one was opened inside the double one.
    return text.charCodeAt(at + 2) === code && at > 0 && !isSpace(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== code ? 0 : 2;
  }
  if (code === 0xe2 && text.charCodeAt(at + 1) === 0x20ac) {
    const third = text.charCodeAt(at + 2);
    if (third === 0x153 || third === 0x9d) return 3;
  }
  return 0;
}
/** 「」『』〝〞〟｢｣: their shape alone tells their side. */
export function isCornerMark(code: number): boolean {
  return (code >= 0x300c && code <= 0x300f) || (code >= 0x301d && code <= 0x301f) || code === 0xff62 || code === 0xff63;
}

/** Length of a single mark or free-standing apostrophe. */
function singleMarkAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isApostrophe(code) || code === 0x201a || code === 0x201b || code === 0x2039 || code === 0x203a) return 1;
  if (code === 0xe2 && text.charCodeAt(at + 1) === 0x20ac) {
    const third = text.charCodeAt(at + 2);
    if (third === 0x2122 || third === 0x2dc) return 3;
  }
  return 0;
}

/** Splits one paragraph into words (clitics such as 's apart), numbers, punctuation and candidate quotation marks. */
export function tokensOf(text: string, span: Span): Tokens {
  const tokens: Tokens = { text, start: [], end: [], kind: [], lower: [] };
  let at = span.start;
  while (at < span.end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (code >= 0x200d && isPicture(code, text.charCodeAt(at + 1))) {
      at += isHighSurrogate(code) ? 2 : 1;
      continue;
    }
    if (isAsciiLetter(code)) {
      at = pushWord(tokens, at, span.end);
      continue;
    }
    if (code === 0x40 && !isWordCharacter(text, at - 1) && isWordCharacter(text, at + 1)) {
      at = push(tokens, at, endOfHandle(text, at + 1, span.end), tokenKinds.word);
      continue;
    }
    const double = doubleMarkAt(text, at, code);
    if (double > 0) {
      const inches = double === 1 && code === 0x22 && isFeetAndInches(text, at);
      at = push(tokens, at, at + double, inches ? tokenKinds.punctuation : tokenKinds.double);
    } else if (isWordCharacter(text, at)) {
      at = pushWord(tokens, at, span.end);
    } else {
      const single = singleMarkAt(text, at);
      if (single > 0) at = push(tokens, at, at + single, tokenKinds.single);
      else if (text.startsWith('...', at)) at = push(tokens, at, runOf(text, at, span.end), tokenKinds.punctuation);
      else if (text.startsWith('--', at)) at = push(tokens, at, runOf(text, at, span.end), tokenKinds.punctuation);
      else at = push(tokens, at, at + (isHighSurrogate(text.charCodeAt(at)) && at + 1 < span.end ? 2 : 1), tokenKinds.punctuation);
    }
  }
  return tokens;
}

/** An emoji, or what joins and colours its parts: no word, and no mark between words. */
function isPicture(code: number, next: number): boolean {
  if (code === 0xd83c || code === 0xd83d || code === 0xd83e) return next >= 0xdc00 && next <= 0xdfff;
  return code === 0x200d || code === 0xfe0f || (code >= 0x2600 && code <= 0x27bf && !(code >= 0x275b && code <= 0x275e));
}

/** "@ana_ruiz" */
function endOfHandle(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (isWordCharacter(text, at) || text.charCodeAt(at) === 0x5f)) at++;
  return at;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
function runOf(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at);
  while (at < limit && text.charCodeAt(at) === first) at++;
  return at;
}
/** 6'3" is a height, not an open quotation. */
function isFeetAndInches(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at - 1))) return false;
  const back = isDigit(text.charCodeAt(at - 2)) ? at - 3 : at - 2;
  return isApostrophe(text.charCodeAt(back)) && isDigit(text.charCodeAt(back - 1));
}

function push(tokens: Tokens, start: number, end: number, kind: number): number {
  tokens.start.push(start);
  tokens.end.push(end);
  tokens.kind.push(kind);
  tokens.lower.push(kind === tokenKinds.word ? lowerCase(tokens.text, start, end) : tokens.text.slice(start, end));
  return end;
}

function lowerCase(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  let plain = true;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return slice.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'");
    if (code >= 65 && code <= 90) plain = false;
  }
  return plain ? slice : slice.toLowerCase();
}

function pushWord(tokens: Tokens, start: number, limit: number): number {
  const { text } = tokens;
  let at = start;
  let clitic = -1;
  while (at < limit) {
    if (isWordCharacter(text, at)) {
      at++;
      continue;
    }
    const code = text.charCodeAt(at);
    const joined = at + 1 < limit && isWordCharacter(text, at + 1);
    if (joined && isApostrophe(code)) {
      clitic = at;
      at++;
    } else if (joined && code === 0xe2 && singleMarkAt(text, at) === 3) {
      clitic = at;
      at += 3;
    } else if (joined && (code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0xad)) {
      at++;
      clitic = -1;
    } else if (joined && (code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) {
      at++;
    } else if (joined && code === 0x2e && isInitials(text, start, at) && isLetter(text, at + 1)) {
      at++;
    } else if (code === 0x2e && keepsFullStop(text, start, at)) {
      at++;
      break;
    } else break;
  }
  const isNumber = isDigit(text.charCodeAt(start)) && !letterWithin(text, start, at);
  if (clitic > start && !isNumber) {
    const tail = text.slice(clitic + (text.charCodeAt(clitic) === 0xe2 ? 3 : 1), at).toLowerCase();
    if (clitics.has(tail)) {
      push(tokens, start, clitic, tokenKinds.word);
      tokens.start.push(clitic);
      tokens.end.push(at);
      tokens.kind.push(tokenKinds.word);
      tokens.lower.push(`'${tail}`);
      return at;
    }
  }
  return push(tokens, start, at, isNumber ? tokenKinds.number : tokenKinds.word);
}

function letterWithin(text: string, start: number, end: number): boolean {
  for (let at = start; at < end && at < start + 24; at++) if (isLetter(text, at)) return true;
  return false;
}
/** A single letter, or letters already parted by stops: "U.S", "J.R". */
function isInitials(text: string, start: number, at: number): boolean {
  return at - start === 1 || text.charCodeAt(at - 2) === 0x2e || (text.charCodeAt(at - 2) === 0x2d && at - start === 3);
}
function keepsFullStop(text: string, start: number, at: number): boolean {
  if (at - start > 7) return false;
  const previousIsStop = text.charCodeAt(at - 2) === 0x2e;
  if (at - start === 1) return text.charCodeAt(start) >= 65 && text.charCodeAt(start) <= 90 && text.charCodeAt(start) !== 0x49;
  if (previousIsStop) return true;
  const word = text.slice(start, at + 1).toLowerCase();
  if (titleAbbreviations.has(word)) return text.charCodeAt(start) <= 90;
  return otherAbbreviations.has(word) && text.charCodeAt(start) <= 90;
}
