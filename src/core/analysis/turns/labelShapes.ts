import type { Span } from '../../text/span';
import type { TurnWords } from './turnWords';

/**
 * How the labels of a transcript are written. `capitals`: "MR. RUIZ:", "SPEAKER 2:", "5FM:"; `letter`: "Q", "A:"; `unnamed`: ">>", with which
 * somebody begins whom nobody names; `name`: "Mr Ruiz (Halden) (Lab):", "Ana Ruiz:"; `dash`: "Ana Ruiz (PPE). –"; `stop`: "Mr. RUIZ. I thank";
 * `line`: a line of its own, perhaps with a time.
 */
export type LabelShape = 'capitals' | 'letter' | 'unnamed' | 'name' | 'dash' | 'stop' | 'line';

export interface ShapedLabel {
  readonly shape: LabelShape;
  /** The name without brackets, times and marks. */
  readonly span: Span;
  /** Where its words begin; the paragraph's end for a line of its own. */
  readonly from: number;
}

const longestLabel = 110;
const time = String.raw`(?:[[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])>]?\s*(?:[-–—]\s*)?)`;
const brackets = String.raw`(?:\s*\([^()\n]{1,80}\)|\s*\[[^[\]\n]{1,50}\])`;
const withNumber = String.raw`(?!\d{1,2}[AP]M\b)\d{1,3}\p{Lu}[\p{L}\p{N}]{0,12}`;
const capitalWord = String.raw`(?:(?:Mc|Mac|Mr|Ms|Mrs|Dr)?\p{Lu}[\p{Lu}\p{M}\p{N}’'.&/-]*|${withNumber}|\d{1,2}|of|and|the|al)`;
const nameWord = String.raw`(?:(?:[Dd][’'])?\p{Lu}[\p{L}\p{M}’'.-]*|${withNumber}|\d{1,2})`;
const small = String.raw`(?:of|for|the|de|da|di|del|la|van|von|der|bin|al|el|dos|du|le|and)`;
const name = String.raw`${nameWord}(?: (?:${small} ){0,2}${nameWord}){0,6}`;

const capitals = new RegExp(
  String.raw`^(${time}?)((?!\d{1,2}[ :])${capitalWord}(?: ${capitalWord}){0,6})(?:, \p{Lu}[\p{Lu} ’'-]{1,40})?${brackets}{0,2}\s?:\s*`,
  'u',
);
const named = new RegExp(String.raw`^(${time}?)(${name})${brackets}{0,3}(?:, [^:.!?\n“"]{1,40})?${brackets}?\s?:(?=\s|$)\s*`, 'u');
const dashed = new RegExp(String.raw`^()(${name})(?:${brackets}{1,2}(?:, [^.!?\n“"]{1,60})?\.?|(?:, [^.!?\n“"]{1,60})?\.)\s?[–—-]\s+`, 'u');
const stopped = new RegExp(
  String.raw`^()((?:The|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Senator|Representative|Chairman|Secretary|Sir|Lord|Baroness) \p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,4})(?: of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?${brackets}{0,2}\.\s+(?=[\p{Lu}“"])`,
  'u',
);
const unnamed = new RegExp(String.raw`^(?:${time}(>{1,3}|[-–—](?=\s))|(>>>?)(?=\s))\s*`, 'u');
const line = new RegExp(String.raw`^(${time}?)(${name})(?:,? \p{Lu}[^.:!?\n]{0,40})??${brackets}{0,2}(?:\s*:)?(?:\s*${time})?$`, 'u');

/** Words that begin with the hour, as a transcript of subtitles has them; where they begin. */
export function timedWords(prose: string, { start, end }: Span): number | undefined {
  const hour = timed.exec(prose.slice(start, Math.min(end, start + longestTime)));
  return hour === null || start + hour[0].length >= end ? undefined : start + hour[0].length;
}
const timed = /^\[\d{1,2}:\d{2}:\d{2}\] /;
const longestTime = 24;

/** The label a paragraph may begin with; whether it is one, only its likes elsewhere in the text can tell. */
export function shapedLabel(prose: string, { start, end }: Span, words: TurnWords): ShapedLabel | undefined {
  const bold = prose.startsWith('**', start) ? 2 : 0;
  const written = prose.slice(start + bold, Math.min(end, start + bold + longestLabel));
  const head = bold > 0 ? written.replaceAll('**', '') : written;
  if (!/^[\p{Lu}\d[(<>]/u.test(head)) return undefined;
  const isWhole = end - start < longestLabel;
  const mayHaveColon = head.includes(':');
  const by = (pattern: RegExp, shape: LabelShape) => labelBy(pattern, shape, head, words);
  const label =
    firstOf(words.letters, (pattern) => by(pattern, 'letter')) ??
    (mayHaveColon ? (by(capitals, 'capitals') ?? by(named, 'name')) : undefined) ??
    (/^[[(<>\d]/.test(head) ? by(unnamed, 'unnamed') : undefined) ??
    by(stopped, 'stop') ??
    (/[–—-]\s/.test(head) ? by(dashed, 'dash') : undefined) ??
    (isWhole && head.length < 60 ? by(line, 'line') : undefined);
  if (label === undefined) return undefined;
  const place = (offset: number) => start + bold + (bold > 0 ? withStars(written, offset) : offset);
  return { shape: label.shape, span: { start: place(label.span.start), end: place(label.span.end) }, from: place(label.from) };
}

function firstOf<T, R>(all: readonly T[], read: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = read(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An offset into a text without its "**", as one into the text with them. */
function withStars(written: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0; at++)
    if (written.startsWith('**', at)) at++;
    else left--;
  return at;
}

function labelBy(pattern: RegExp, shape: LabelShape, head: string, words: TurnWords): ShapedLabel | undefined {
  const match = pattern.exec(head);
  if (match === null) return undefined;
  const whole = match[0];
  if (shape === 'unnamed') {
    const mark = match[1] ?? match[2] ?? '';
    const at = whole.lastIndexOf(mark);
    return { shape, span: { start: at, end: at + mark.length }, from: whole.length };
  }
  const [, before = '', label = ''] = match;
  if (words.isNoSpeaker(label) || (label.length === 1 && shape !== 'letter' && shape !== 'name') || isFunctionWords(label, words))
    return undefined;
  return { shape, span: { start: before.length, end: before.length + label.length }, from: whole.length };
}

/** "So", "And I", "Look": how sentences begin. */
function isFunctionWords(label: string, words: TurnWords): boolean {
  return label.length > 1 && label.split(' ').every((word) => words.isFunction(word.toLowerCase()));
}

/** "MS. RUIZ", "The President" */
export function isTitled(label: string, words: TurnWords): boolean {
  const [first = '', second = ''] = label.toLowerCase().split(' ');
  return words.isTitle(words.isFunction(first) ? second : first);
}

/** What a label says by itself: a title or an office ("The Prime Minister"), or two words and more of a name. */
export function looksLikeSomebody(label: string, words: TurnWords): boolean {
  const parts = label.split(' ');
  if (parts.some((word) => words.isTitle(word.toLowerCase()) || words.isOffice(word.toLowerCase()))) return true;
  return parts.length > 1 && parts.length < 5 && parts.every((word) => /^\p{Lu}/u.test(word));
}
