import type { Span } from '../../text/span';
import { classesOf, wordClasses as w } from '../words/index';
import { isNoSpeaker } from './labels';

/**
 * How the labels of a transcript are written. `capitals`: "MR. RUIZ:", "SPEAKER 2:"; `letter`: "Q", "A:"; `name`: "Mr Ruiz (Halden) (Lab):", "Ana Ruiz:";
 * `dash`: "Ana Ruiz (PPE). –"; `stop`: "Mr. RUIZ. I thank"; `line`: a line of its own, perhaps with a time.
 */
export type LabelShape = 'capitals' | 'letter' | 'name' | 'dash' | 'stop' | 'line';

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
const capitalWord = String.raw`(?:(?:Mc|Mac|Mr|Ms|Mrs|Dr)?\p{Lu}[\p{Lu}\p{M}\p{N}’'.&/-]*|\d{1,2}|of|and|the|al)`;
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}’'.-]*|\d{1,2})`;
const small = String.raw`(?:of|for|the|de|da|di|del|la|van|von|der|bin|al|el|dos|du|le|and)`;
const name = String.raw`${nameWord}(?: (?:${small} ){0,2}${nameWord}){0,6}`;

const capitals = new RegExp(
  String.raw`^(${time}?)((?!\d)${capitalWord}(?: ${capitalWord}){0,6})(?:, \p{Lu}[\p{Lu} ’'-]{1,40})?${brackets}{0,2}:\s*`,
  'u',
);
const question =
  /^((?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?)(Q)(?:(?=\s\s|\t|\u00a0)|(?=\s\p{Lu})|(?=\s[“"‘(—–-])|(?=\s+\d)|[.:](?=\s))[.:]?\s*/u;
const answer = /^()(A)(?:[.:]|(?=\s\s|\t))\s+/u;
const named = new RegExp(String.raw`^(${time}?)(${name})${brackets}{0,3}(?:, [^:.!?\n“"]{1,40})?${brackets}?\s?:(?=\s|$)\s*`, 'u');
const dashed = new RegExp(String.raw`^()(${name})(?:${brackets}{1,2}(?:, [^.!?\n“"]{1,60})?\.?|(?:, [^.!?\n“"]{1,60})?\.)\s?[–—-]\s+`, 'u');
const stopped = new RegExp(
  String.raw`^()((?:The|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Senator|Representative|Chairman|Secretary|Sir|Lord|Baroness) \p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,4})(?: of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?${brackets}{0,2}\.\s+(?=[\p{Lu}“"])`,
  'u',
);
const line = new RegExp(String.raw`^(${time}?)(${name})(?:,? \p{Lu}[^.:!?\n]{0,40})??${brackets}{0,2}(?:\s*:)?(?:\s*${time})?$`, 'u');

/** The label a paragraph may begin with; whether it is one, only its likes elsewhere in the text can tell. */
export function shapedLabel(prose: string, { start, end }: Span): ShapedLabel | undefined {
  const head = prose.slice(start, Math.min(end, start + longestLabel));
  if (!/^[\p{Lu}\d[(<]/u.test(head)) return undefined;
  const isWhole = end - start < longestLabel;
  const mayHaveColon = head.includes(':');
  return (
    labelBy(question, 'letter', head, start) ??
    labelBy(answer, 'letter', head, start) ??
    (mayHaveColon ? (labelBy(capitals, 'capitals', head, start) ?? labelBy(named, 'name', head, start)) : undefined) ??
    labelBy(stopped, 'stop', head, start) ??
    (/[–—-]\s/.test(head) ? labelBy(dashed, 'dash', head, start) : undefined) ??
    (isWhole && head.length < 60 ? labelBy(line, 'line', head, start) : undefined)
  );
}

function labelBy(pattern: RegExp, shape: LabelShape, head: string, start: number): ShapedLabel | undefined {
  const match = pattern.exec(head);
  if (match === null) return undefined;
  const [whole, before = '', label = ''] = match;
  if (isNoSpeaker(label) || (label.length === 1 && shape !== 'letter' && shape !== 'name') || isFunctionWords(label)) return undefined;
  const from = start + before.length;
  return { shape, span: { start: from, end: from + label.length }, from: start + whole.length };
}

/** "So", "And I", "Look": how sentences begin. */
function isFunctionWords(label: string): boolean {
  const common =
    w.pronoun | w.conjunction | w.subordinator | w.adverbial | w.preposition | w.auxiliary | w.determiner | w.negation | w.verb;
  return label.length > 1 && label.split(' ').every((word) => (classesOf(word.toLowerCase()) & common) !== 0);
}

/** "MS. RUIZ", "The President" */
export function isTitled(label: string): boolean {
  const [first = '', second = ''] = label.toLowerCase().split(' ');
  return (classesOf(first === 'the' ? second : first) & w.title) !== 0;
}

/** What a label says by itself: a title or an office ("The Prime Minister"), or two words and more of a name. */
export function looksLikeSomebody(label: string): boolean {
  const words = label.split(' ');
  if (words.some((word) => (classesOf(word.toLowerCase()) & (w.title | w.role)) !== 0)) return true;
  return words.length > 1 && words.length < 5 && words.every((word) => /^\p{Lu}/u.test(word));
}
