import { Flag } from './flags';
import type { ForeignWords } from './foreignWords';
import type { Lexicon } from './lexicon';

/** The words of a prose in reading order. */
export interface Tokens {
  readonly start: Places;
  readonly end: Places;
  readonly lemma: Int32Array;
  readonly flags: Uint8Array;
}

/** Places in a text: of most, two bytes each. */
export type Places = Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** Room for so many places, the last of which is known. */
export function placesFor(count: number, last: number): Places {
  return last < 1 << 16 ? new Uint16Array(count) : new Int32Array(count);
}

/** Signs from which on no dictionary has a compound. */
const LONGEST = 60;

/** Words of a longer text are not cut in the room that is kept. */
const MOST_KEPT = 1 << 16;

const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|sen|rep|gov|st|no|vs|jr|sr|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|u\.s|u\.k|u\.n|d\.c|a\.m|p\.m|[a-z])$/i;

/** Room for the words of one article, whose number is known when they are cut. */
let room: Tokens = roomFor(4096);

function roomFor(size: number): Tokens {
  return { start: new Int32Array(size), end: new Int32Array(size), lemma: new Int32Array(size), flags: new Uint8Array(size) };
}

/** Cuts prose into words, in one pass. */
export function tokenise(prose: string, lexicon: Lexicon | ForeignWords): Tokens {
  const most = (prose.length >> 1) + 1;
  const isLarge = most > MOST_KEPT;
  if (!isLarge && room.lemma.length < most) room = roomFor(2 * most);
  const { start, end, lemma, flags } = isLarge ? roomFor(most) : room;
  let count = 0;
  let quoted = false;
  /** Opened by „ or »: what opens elsewhere closes it. */
  let turned = false;
  let bracketed = false;
  let pending: number = Flag.sentence | Flag.paragraph | Flag.clause;
  let stop = -1;

  const push = (from: number, to: number): void => {
    const surface = lexicon.surface(prose, from, to);
    const first = prose.charCodeAt(from);
    const capital = first < 128 ? first >= 65 && first <= 90 : isCapital(prose.slice(from, to));
    if (
      stop >= 0 &&
      (capital || pending & (Flag.paragraph | Flag.clause) || isDigit(first)) &&
      !isAbbreviation(prose, stop, prose.slice(from, to)) &&
      !(endsInDay(prose, stop) && (pending & Flag.paragraph) === 0 && lexicon.isOrdinalBefore(prose.slice(from, to)))
    ) {
      pending |= Flag.sentence | Flag.clause;
    }
    stop = -1;
    start[count] = from;
    end[count] = to;
    lemma[count] = lexicon.lemmaOf(surface);
    flags[count] =
      pending | (capital ? Flag.capital : 0) | (quoted ? Flag.quoted : 0) | (bracketed ? Flag.bracketed : 0) | lexicon.wordingOf(surface);
    pending = 0;
    count++;
  };

  let i = 0;
  while (i < prose.length) {
    const c = prose.charCodeAt(i);
    if (isWordCode(c) && !(c === 0xe2 && prose.charCodeAt(i + 1) === 0x80)) {
      const from = i;
      i = wordEnd(prose, i);
      // A hyphenated compound is one word where a dictionary has it, else its parts.
      let to = i;
      while (to - from < LONGEST && prose.charCodeAt(to) === 45 && isWordCode(prose.charCodeAt(to + 1))) to = wordEnd(prose, to + 1);
      if (to > i && lexicon.isJoined(prose.slice(from, to).replaceAll('-', '').toLowerCase())) {
        push(from, to);
        i = to;
      } else {
        push(from, i);
      }
      continue;
    }
    if (c === 10) {
      let next = i + 1;
      let lines = 1;
      for (
        let space = prose.charCodeAt(next);
        space === 10 || space === 32 || space === 9 || space === 0xa0;
        space = prose.charCodeAt(++next)
      ) {
        if (space === 10) lines++;
      }
      i = next - 1;
      // One line break before a small letter is a line wrapped by hand.
      if (lines > 1 || !isLower(prose.charCodeAt(next))) {
        pending |= Flag.paragraph | Flag.sentence | Flag.clause;
        quoted = turned = bracketed = false;
        stop = -1;
      }
    } else if (c === 34) {
      quoted = !quoted;
      pending |= Flag.clause;
    } else if (c === 0x201e || (c === 0xbb && !quoted && isWordCode(prose.charCodeAt(i + 1)))) {
      quoted = turned = true;
      pending |= Flag.clause;
    } else if (c === 0x201c || c === 0xab) {
      quoted = !turned;
      turned = false;
      pending |= Flag.clause;
    } else if (c === 0x201d || c === 0xbb) {
      quoted = turned = false;
      pending |= Flag.clause;
    } else if (c === 0xe2 && prose.charCodeAt(i + 1) === 0x80) {
      const mark = prose.charCodeAt(i + 2);
      if (mark === 0x9c || mark === 0x9d) {
        quoted = mark === 0x9c;
        pending |= Flag.clause;
      }
      i += 2;
    } else if (c === 46 || c === 33 || c === 63) {
      if (stop < 0 || c !== 46) stop = i;
    } else if (
      c === 44 ||
      c === 59 ||
      c === 58 ||
      c === 40 ||
      c === 41 ||
      c === 0x2013 ||
      c === 0x2014 ||
      c === 0x2026 ||
      (c === 45 && prose.charCodeAt(i - 1) === 32)
    ) {
      pending |= Flag.clause;
    }
    if (c === 40 || c === 91) bracketed = true;
    else if (c === 41 || c === 93) bracketed = false;
    i++;
  }
  return {
    start: packed(start, count, prose.length),
    end: packed(end, count, prose.length),
    lemma: lemma.slice(0, count),
    flags: flags.slice(0, count),
  };
}

function packed(places: Places, count: number, last: number): Places {
  const own = placesFor(count, last);
  own.set(places.subarray(0, count));
  return own;
}

/** The first token that ends after the offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAbbreviation(prose: string, stop: number, next: string): boolean {
  if (prose.charCodeAt(stop) !== 46) return false;
  let from = stop;
  while (from > 0 && stop - from < 8 && /[\p{L}.]/u.test(prose[from - 1] ?? '')) from--;
  const before = prose.slice(from, stop);
  if (!ABBREVIATION.test(before)) return false;
  // "at 9 p.m. Hundreds" and "the U.S. The" end a sentence; "Gen. Li" does not.
  return (
    !/^(?:[ap]\.m|u\.s|u\.k|u\.n|inc|ltd|co|corp|jr|sr)$/i.test(before) ||
    !/^(?:The|A|An|In|On|At|It|He|She|They|But|And|This|We|I)$/.test(next)
  );
}

/** One or two digits before a full stop. */
function endsInDay(prose: string, stop: number): boolean {
  return prose.charCodeAt(stop) === 46 && /(?:^|\D)\d{1,2}$/.test(prose.slice(Math.max(0, stop - 3), stop));
}

function wordEnd(prose: string, from: number): number {
  let i = from + 1;
  for (;;) {
    const c = prose.charCodeAt(i);
    // A mark broken by a wrong encoding begins like a letter: "â" and two control characters.
    if (c === 0xe2 && prose.charCodeAt(i + 1) === 0x80) return i;
    if (isWordCode(c)) i++;
    else if ((c === 39 || c === 0x2019) && isWordCode(prose.charCodeAt(i + 1))) i += 2;
    else if ((c === 46 || c === 44) && isDigit(prose.charCodeAt(i - 1)) && isDigit(prose.charCodeAt(i + 1))) i += 2;
    // "U.S.", "p.m.": single letters with stops between
    else if (c === 46 && isSingle(prose, i - 1) && isWordCode(prose.charCodeAt(i + 1)) && !isWordCode(prose.charCodeAt(i + 2))) i += 2;
    else return i;
  }
}

function isSingle(prose: string, at: number): boolean {
  return !isWordCode(prose.charCodeAt(at - 1)) && !isDigit(prose.charCodeAt(at));
}

function isWordCode(c: number): boolean {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || isDigit(c);
  return c >= 0xc0 && c !== 0xd7 && c !== 0xf7 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f) && c < 0xfe00;
}

function isCapital(word: string): boolean {
  return !word.toLowerCase().startsWith(word.charAt(0));
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isLower(c: number): boolean {
  return c >= 97 && c <= 122;
}
