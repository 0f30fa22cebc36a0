import type { Span } from './span';

/**
 * A text with what typesetting changes made equal: runs of white space are one space, quotation marks, dashes and
 * apostrophes have one form, an ellipsis is three dots, accents are composed, soft hyphens and joiners are gone.
 */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text` where it starts and ends in the text folded. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const marks = new Map<string, string>([['…', '...']]);
for (const mark of '“”„‟«»″〝〞〟「」『』｢｣') marks.set(mark, '"');
for (const mark of '‘’‚‛′´`‹›') marks.set(mark, "'");
for (const mark of '‐‑‒–—―−') marks.set(mark, '-');
const dropped = new Set('\u00ad\u200b\u200c\u200d\u2060\ufeff');

export function foldText(given: string): FoldedText {
  const parts: string[] = [];
  // An ellipsis is the only sign that grows.
  const room = given.length * 3;
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  let length = 0;
  let previous = '';
  const put = (folded: string, start: number, end: number) => {
    if ((folded === ' ' || folded === '-') && folded === previous) {
      ends[length - 1] = end;
      return;
    }
    parts.push(folded);
    previous = folded;
    starts.fill(start, length, length + folded.length);
    ends.fill(end, length, length + folded.length);
    length += folded.length;
  };
  let at = 0;
  while (at < given.length) {
    const start = at;
    const character = given.charAt(at++);
    if (dropped.has(character)) continue;
    if (isSpace(character)) put(' ', start, at);
    else if (isCombining(given.charCodeAt(at))) {
      while (isCombining(given.charCodeAt(at))) at++;
      put(given.slice(start, at).normalize('NFC'), start, at);
    } else put(marks.get(character) ?? character, start, at);
  }
  return { text: parts.join(''), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

/** The span of the unfolded text behind a span of the folded one. */
export function unfold(folded: FoldedText, span: Span): Span {
  const start = folded.starts[span.start] ?? folded.ends.at(-1) ?? 0;
  return { start, end: span.end > span.start ? (folded.ends[span.end - 1] ?? start) : start };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || /\s/.test(character);
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}
