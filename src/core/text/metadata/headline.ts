import type { Fact } from '../article';
import { datesIn } from '../publicationDate';

const mostWords = 25;
const quotationMarks = /^[“"„«].*[”"“»]$/u;

/**
 * The headline of a plain text: its first line, where that stands alone above the text, is no sentence, no date and no byline.
 * The span counts in `raw`.
 */
export function plainHeadline(raw: string, start: number): Fact | undefined {
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
  const isWrapped = !/^\n\s*\n/.test(raw.slice(end)) && (/^\p{Ll}/u.test(rest) || line.length > 60);
  return isWrapped || rest === '' ? undefined : { value: line, from: 'text', span: { start: from, end: from + line.length } };
}
