import type { Prose } from './prose';
import { proseSpanToRaw, rawSpanToProse } from './prose';
import type { Span } from './span';

/**
 * A span of `raw` (UTF-16) whose start or end is moved by one word: outwards (`by` 1) or inwards (-1). A word is what stands
 * between white space, so that a comma or a quotation mark goes with the word it touches; markup is not read as words.
 * `undefined` where there is no further word, or no word would be left.
 */
export function movedByWord(prose: Prose, span: Span, edge: 'start' | 'end', by: 1 | -1): Span | undefined {
  const { text } = prose;
  const inside = rawSpanToProse(prose, span);
  if (inside === undefined) return undefined;
  let { start, end } = inside;
  if (edge === 'end') end = by > 0 ? wordEnd(text, end) : trimmedEnd(text, wordStart(text, end));
  else start = by > 0 ? wordStart(text, start) : trimmedStart(text, wordEnd(text, start));
  if (start >= end || (start === inside.start && end === inside.end)) return undefined;
  return proseSpanToRaw(prose, { start, end });
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

function wordEnd(text: string, from: number): number {
  let at = trimmedStart(text, from);
  if (at === text.length) return from;
  while (at < text.length && !isSpace(text, at)) at++;
  return at;
}

function wordStart(text: string, from: number): number {
  let at = trimmedEnd(text, from);
  if (at === 0) return from;
  while (at > 0 && !isSpace(text, at - 1)) at--;
  return at;
}

function trimmedStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

function trimmedEnd(text: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(text, at - 1)) at--;
  return at;
}
