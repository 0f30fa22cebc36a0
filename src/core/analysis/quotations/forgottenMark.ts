import type { MarkedPassage } from '../../text/passages/marks';
import type { Tokens } from '../../text/passages/tokens';
import type { Words } from '../words/index';

/** “It never ends, he said.": the mark after the comma is missing, and the next paragraph begins anew. */
export function forgotItsMark(words: Words): boolean {
  const passage = words.outer.passages.at(-1);
  if (passage === undefined) return false;
  const ending = words.outer.text.slice(Math.max(passage.innerStart, passage.innerEnd - 120), passage.innerEnd);
  return /,\s+(?:(?:[\p{L}.'’-]+\s+){1,5}(?:said|says|added|asked)|(?:said|says|added|asked)\s[^,;:]+)[^,;:\p{L}]*$/u.test(ending);
}

const unclosedCue =
  /(?<=\p{L}),\s+(?:(?:he|she|they|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})\s(?:said|says|added|asked)|(?:said|says|added|asked)\s(?:(?:the|Mr|Mrs|Ms|Dr)\s)?\p{Lu}[^;:]{0,80})\.$/u;

/** “It never ends, said Jon Vale, the clerk.": where the mark belongs, which is nowhere in the paragraph, its words end. */
export function endBeforeCue(tokens: Tokens, pairs: readonly MarkedPassage[]): readonly MarkedPassage[] {
  const last = pairs.at(-1);
  if (last?.close !== tokens.kind.length) return pairs;
  const end = tokens.end.at(-1) ?? 0;
  const from = Math.max(tokens.end[Math.max(0, last.open)] ?? 0, end - 160);
  const cue = unclosedCue.exec(tokens.text.slice(from, end));
  const comma = cue === null ? -1 : tokens.start.indexOf(from + cue.index);
  return comma > last.open + 2 ? [...pairs.slice(0, -1), { ...last, close: comma + 1 }] : pairs;
}
