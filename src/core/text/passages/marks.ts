import { isSpace } from './paragraphs';
import { isCornerMark, tokenKinds, type Tokens } from './tokens';

/** A passage between quotation marks of the outermost level, as token indices of its paragraph. */
export interface MarkedPassage {
  /** The opening mark; -1 where the passage goes on from an unclosed paragraph before. */
  readonly open: number;
  /** The closing mark; the number of tokens where it never closes in its paragraph. */
  readonly close: number;
  readonly style: 'double' | 'single';
}

const wordsThatBeginWithAnApostrophe: ReadonlySet<string> = new Set(
  "em til tis twas cause round n bout cuz cos neath gainst tween ere coz ol' 90s 80s 70s 60s 50s".split(' '),
);

const open = 1;
const close = 2;
const either = 3;

/**
 * Pairs the quotation marks of one paragraph. A mark's side is told by the white space around it, then by its shape, then by
 * what is open. A passage that never closes ends with its paragraph; a closing mark that closes nothing is dropped unless
 * `continues` says that the paragraph before was left open. Linear: every mark is looked at a fixed number of times.
 */
export function markedPassages(tokens: Tokens, continues: boolean): MarkedPassage[] {
  if (!tokens.kind.includes(tokenKinds.double) && !tokens.kind.includes(tokenKinds.single)) return [];
  const sides = sidesOfDoubleMarks(tokens);
  const closersAfter = balanceAfter(sides);
  const singleClosers = closersOfSingleMarks(tokens);
  const passages: MarkedPassage[] = [];
  const count = tokens.kind.length;
  let from = -1;
  let depth = 0;
  let seenMark = false;
  let singleAt = 0;
  for (let at = 0; at < count; at++) {
    const kind = tokens.kind[at];
    if (kind === tokenKinds.double) {
      const side = sides[at] ?? either;
      const opens = side === open || (side === either && depth === 0);
      if (opens && depth === 0) {
        from = at;
        depth = 1;
      } else if (opens && (closersAfter[at] ?? 0) > depth) {
        depth++;
      } else if (opens) {
        passages.push({ open: from, close: endOfUnclosed(tokens, from, at), style: 'double' });
        from = at;
        depth = 1;
      } else if (depth > 1) {
        depth--;
      } else if (depth === 1) {
        passages.push({ open: from, close: at, style: 'double' });
        depth = 0;
      } else if (continues && !seenMark) {
        passages.push({ open: -1, close: at, style: 'double' });
      }
      seenMark = true;
    } else if (kind === tokenKinds.single && depth === 0 && opensSingle(tokens, at)) {
      while (singleAt < singleClosers.length && (singleClosers[singleAt] ?? 0) <= at) singleAt++;
      const closer = chooseSingleCloser(tokens, singleClosers, singleAt);
      if (closer !== undefined) {
        passages.push({ open: at, close: closer, style: 'single' });
        seenMark = true;
        at = closer;
      } else if (beginsUnclosed(tokens, at)) {
        passages.push({ open: at, close: count, style: 'single' });
        break;
      }
    }
  }
  if (depth > 0) passages.push({ open: from, close: count, style: 'double' });
  return passages;
}

function spaceBefore(tokens: Tokens, at: number): boolean {
  const start = tokens.start[at] ?? 0;
  if (at === 0 || tokens.end[at - 1] !== start) return true;
  return '([{—–-/…'.includes(tokens.text.charAt(start - 1));
}
function spaceAfter(tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] ?? 0;
  if (at + 1 >= tokens.start.length || tokens.start[at + 1] !== end) return true;
  return '.,;:!?)]}—–-/…'.includes(tokens.text.charAt(end));
}

function sidesOfDoubleMarks(tokens: Tokens): number[] {
  const sides = tokens.kind.map(() => 0);
  for (let at = 0; at < sides.length; at++) {
    if (tokens.kind[at] !== tokenKinds.double) continue;
    const shape = shapeOf(tokens, at);
    if (isCornerMark(tokens.text.charCodeAt(tokens.start[at] ?? 0))) {
      sides[at] = shape;
      continue;
    }
    const before = spaceBefore(tokens, at);
    const after = spaceAfter(tokens, at);
    if (before && !after) sides[at] = open;
    else if (after && !before) sides[at] = close;
    else if (before && after && shape === either) sides[at] = dots(tokens, at + 1) ? open : dots(tokens, at - 1) ? close : either;
    else sides[at] = shape;
  }
  return sides;
}
/** "…strengthen" and "war…": an ellipsis touches the mark on its inner side. */
function dots(tokens: Tokens, at: number): boolean {
  const lower = tokens.lower[at];
  return lower !== undefined && (lower.startsWith('...') || lower === '…');
}

function shapeOf(tokens: Tokens, at: number): number {
  const start = tokens.start[at] ?? 0;
  const code = tokens.text.charCodeAt(start);
  if (code === 0x201c || code === 0x201e || code === 0xab || code === 0x60 || code === 0x2018) return open;
  if (code === 0x300c || code === 0x300e || code === 0x301d || code === 0xff62) return open;
  if (isCornerMark(code)) return close;
  if (code === 0x201d || code === 0xbb || code === 0x2019) return close;
  if (code === 0xe2) return tokens.text.charCodeAt(start + 2) === 0x153 ? open : close;
  return either;
}

/** For each token, how many closing marks stand after it beyond those that later opening marks need. */
function balanceAfter(sides: readonly number[]): number[] {
  const balance = sides.map(() => 0);
  let closers = 0;
  for (let at = sides.length - 1; at >= 0; at--) {
    balance[at] = closers;
    if (sides[at] === close) closers++;
    else if (sides[at] === open) closers = Math.max(0, closers - 1);
  }
  return balance;
}

/** Where a passage whose closing mark was forgotten ends when the next one opens: at its first sentence's end. */
function endOfUnclosed(tokens: Tokens, from: number, next: number): number {
  for (let at = from + 1; at < next; at++) {
    const lower = tokens.lower[at] ?? '';
    if (tokens.kind[at] === tokenKinds.punctuation && (lower === '.' || lower === '?' || lower === '!')) return at + 1;
  }
  return next;
}

function opensSingle(tokens: Tokens, at: number): boolean {
  const start = tokens.start[at] ?? 0;
  const code = tokens.text.charCodeAt(start);
  if (code === 0x2019 || code === 0xb4 || code === 0x203a) return false;
  if (!spaceBefore(tokens, at) || spaceAfter(tokens, at)) return false;
  const next = tokens.lower[at + 1] ?? '';
  return !wordsThatBeginWithAnApostrophe.has(next) && !(tokens.kind[at + 1] === tokenKinds.number && code !== 0x2018);
}

/**
 * “‘So it is.”: an opening mark that is no apostrophe, at a sentence's start, and nothing that closes it: it goes on in the next paragraph.
 * A straight mark may be an apostrophe anywhere but at the paragraph's start and after a colon.
 */
function beginsUnclosed(tokens: Tokens, at: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[at] ?? 0);
  const before = tokens.lower[at - 1];
  if (code !== 0x2018 && !(code === 0x27 && (before === undefined || before === ':'))) return false;
  if (before !== undefined && !/^[.?!:]$|^\.\.\.$|^…$/.test(before)) return false;
  return /^\p{Lu}/u.test(tokens.text.charAt(tokens.start[at + 1] ?? 0));
}

function closersOfSingleMarks(tokens: Tokens): number[] {
  const closers: number[] = [];
  for (let at = 1; at < tokens.kind.length; at++) {
    if (tokens.kind[at] !== tokenKinds.single || spaceBefore(tokens, at) || !spaceAfter(tokens, at)) continue;
    // "fish 'n' chips"
    if (tokens.lower[at - 1] === 'n' && tokens.kind[at - 2] === tokenKinds.single) continue;
    const code = tokens.text.charCodeAt(tokens.start[at] ?? 0);
    if (code !== 0x2018 && code !== 0x60 && code !== 0x2039) closers.push(at);
  }
  return closers;
}

/** After a plural's s the mark is more likely a genitive: the next one that follows punctuation is preferred, unless marks open before it. */
function chooseSingleCloser(tokens: Tokens, closers: readonly number[], from: number): number | undefined {
  const first = closers[from];
  if (first === undefined || !isGenitive(tokens, first)) return first;
  for (let next = from + 1; next < closers.length && next < from + 4; next++) {
    const closer = closers[next];
    if (closer !== undefined && !isGenitive(tokens, closer)) return opensBetween(tokens, first, closer) ? first : closer;
  }
  return first;
}
/** 'boats' and 'gear' */
function opensBetween(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (tokens.kind[at] === tokenKinds.single && opensSingle(tokens, at)) return true;
  return false;
}
function isGenitive(tokens: Tokens, at: number): boolean {
  if (!(tokens.lower[at - 1] ?? '').endsWith('s')) return false;
  const end = tokens.end[at] ?? 0;
  const next = tokens.text.charCodeAt(end);
  return isSpace(next) && /^\p{Ll}/u.test(tokens.text.charAt(tokens.start[at + 1] ?? end));
}
