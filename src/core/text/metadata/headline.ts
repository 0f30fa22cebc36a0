import type { Fact } from '../article';
import { isOutletName } from './outletGuess';
import { datesIn } from '../publicationDate';

const mostWords = 25;
const addressLine = /^https?:\/\//i;
const quotationMarks = /^[“"„«].*[”"“»]$/u;

/**
 * The headline of a plain text: its first line, where that stands alone above the text, is no sentence, no date and no byline; the second
 * where the first is the name of an outlet. The span counts in `raw`.
 */
export function plainHeadline(raw: string, start: number): Fact | undefined {
  const first = firstLine(raw, start);
  if (first?.span === undefined || !isOutletName(first.value)) return first;
  return firstLine(raw, first.span.end) ?? first;
}

const linesOfHead = 5;
const addressAlone = /^(?:(?:source|url|link|quelle|lien|fuente)\s?:\s?)?(https?:\/\/[^\s<>"]{4,2000})$/i;

/** The address that stands on a line of its own in the head of a plain text, as people paste it above or below the headline. */
export function plainAddress(raw: string, start: number): Fact | undefined {
  let at = start;
  for (let lines = 0; lines < linesOfHead && at < raw.length;) {
    const next = raw.indexOf('\n', at);
    const end = next < 0 ? raw.length : next;
    const line = raw.slice(at, Math.min(end, at + 2100)).trim();
    const value = addressAlone.exec(line)?.[1];
    const from = value === undefined ? -1 : raw.indexOf(value, at);
    if (value !== undefined) return { value, from: 'text', span: { start: from, end: from + value.length } };
    if (line !== '') lines++;
    at = end + 1;
  }
  return undefined;
}

function firstLine(raw: string, start: number): Fact | undefined {
  const from = start + (/^\s*/.exec(raw.slice(start, start + 1000))?.[0].length ?? 0);
  const end = raw.indexOf('\n', from);
  if (end < 0 || end - from > 300) return undefined;
  const line = raw.slice(from, end).trim();
  const words = line.split(/\s+/).length;
  const rest = raw.slice(end).trimStart();
  const isSentence = /[.:;,…]$/.test(line) || quotationMarks.test(line);
  const isOther = datesIn(line).length > 0 || /^(?:by\s|https?:|[-*#>|=]|\(c\)|©)/i.test(line) || !/\p{L}{2}/u.test(line);
  if (isSentence || isOther || words > mostWords || rest.split('\n', 1)[0]?.trim() === '') return undefined;
  // Text that was wrapped goes on in the next line, in small letters; a headline is followed by an empty line or another beginning.
  const isWrapped = !/^\n\s*\n/.test(raw.slice(end)) && ((/^\p{Ll}/u.test(rest) && !addressLine.test(rest)) || line.length > 60);
  return isWrapped || rest === '' ? undefined : { value: line, from: 'text', span: { start: from, end: from + line.length } };
}
