import type { Span } from '../span';

/**
 * Paragraphs of prose, without the white space around them, in order.
 * A line end is a paragraph's end, except inside a hard-wrapped block. Each decision looks back only (and one line
 * ahead), so that text appended after a blank line never changes the paragraphs before it.
 */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = -1;
  let end = -1;
  let wrapWidth = 0;
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const from = skipSpace(text, lineStart, lineEnd);
    const to = trimSpaceBack(text, from, lineEnd);
    if (from < to) {
      if (start < 0) start = from;
      end = to;
      const width = lineEnd - lineStart;
      const wrapped =
        newline >= 0 &&
        isWrapped(text, lineStart, from, to, wrapWidth) &&
        !isLongLine(text, newline + 1) &&
        !(wrapWidth === 0 && (isByline(text, from, to) || isByline(text, newline + 1, lineEndAfter(text, newline + 1))));
      wrapWidth = wrapped ? Math.max(wrapWidth, width) : 0;
      if (!wrapped) {
        paragraphs.push({ start, end });
        start = -1;
      }
    } else if (start >= 0) {
      paragraphs.push({ start, end });
      start = -1;
      wrapWidth = 0;
    }
    lineStart = lineEnd + 1;
  }
  if (start >= 0) paragraphs.push({ start, end });
  return paragraphs;
}

const shortestWrappedLine = 50;
const longestWrappedLine = 100;

/** A line of ordinary print width that does not end a sentence goes on; one that does, only within a block already wrapped. */
function isWrapped(text: string, lineStart: number, from: number, to: number, wrapWidth: number): boolean {
  const width = to - lineStart;
  if (width < shortestWrappedLine || width > longestWrappedLine) return false;
  const last = text.charAt(to - 1);
  const endsSentence = '.!?:”"’\'»…'.includes(last);
  return endsSentence ? wrapWidth > 0 && width >= wrapWidth - 12 && from === lineStart : true;
}

/** A line longer than print width is a paragraph by itself: the one before it was a headline. */
function isLongLine(text: string, from: number): boolean {
  return lineEndAfter(text, from) - from > longestWrappedLine;
}

/** "By Ana Ruiz, transport correspondent", or a name alone: it neither goes on with the headline nor into the text. */
function isByline(text: string, from: number, to: number): boolean {
  return to - from <= longestWrappedLine && byline.test(text.slice(from, to));
}
const byline =
  /^\s*(?:(?:By|BY) (?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}.’'-]*(?:(?:,| and| in| for| at| \|)\s[^.:;!?”"]*)?|(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]*)\s*$/u;

function lineEndAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

export function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000
  );
}

function skipSpace(text: string, from: number, to: number): number {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}

function trimSpaceBack(text: string, from: number, to: number): number {
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return to;
}
