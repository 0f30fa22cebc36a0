import { sentencesOf } from '../matching/query';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Side } from './contradiction';
import { isFramed } from './sayings';

const NEGATION = /^(?:not|no|zero|never|none|neither|nor|without|hardly|cannot|.*n['’]t)$/i;
const CERTAIN = new Set(['will', 'shall', 'must']);
const UNCERTAIN = new Set(['may', 'might', 'could']);

/** What turns the meaning between two renderings of one utterance: a negation, a modal, an opposite. */
export function turnedWords(a: Side, b: Side, lexicon: Lexicon): string | undefined {
  const [x, y] = [surfaces(a), surfaces(b)];
  // "If you don't" is not turned by leaving the condition out, nor what is denied right before it.
  const [ifX, ifY] = [a, b].map((side) =>
    surfaces({ source: side.source, ...sentencesOf(side.source.text.tokens, side.from, side.to) }).includes('if'),
  );
  if (ifX !== ifY || isFramed(a, lexicon) !== isFramed(b, lexicon)) return undefined;
  const [negatedX, negatedY] = [x, y].map((words) => words.filter((word) => NEGATION.test(word)));
  const [one, other] = negatedX?.length === 0 ? [y, x] : [x, y];
  if (negatedX && negatedY && (negatedX.length === 0) !== (negatedY.length === 0) && goesOn(one, other, lexicon))
    return `“${[...negatedX, ...negatedY].join(' ')}” only on one side`;
  const has = (words: readonly string[], set: ReadonlySet<string>) => words.find((word) => set.has(word));
  for (const [firm, loose] of [
    [x, y],
    [y, x],
  ] as const) {
    const [sure, unsure] = [has(firm, CERTAIN), has(loose, UNCERTAIN)];
    if (sure !== undefined && unsure !== undefined && has(firm, UNCERTAIN) === undefined && has(loose, CERTAIN) === undefined)
      return `“${sure}” against “${unsure}”`;
  }
  const [idsX, idsY] = [x, y].map((words) => words.map((word) => lexicon.id(word)));
  for (const id of idsX ?? []) {
    if (idsY?.includes(id)) continue;
    for (const other of idsY ?? []) {
      if (!idsX?.includes(other) && lexicon.areOpposites(id, other)) return `“${lexicon.word(id)}” against “${lexicon.word(other)}”`;
    }
  }
  return undefined;
}

/** Whether what a negation turns is in both: "a road without any light" only says more than "a road", and who cannot believe it does not deny it. */
function goesOn(words: readonly string[], others: readonly string[], lexicon: Lexicon): boolean {
  const behind = words.slice(words.findIndex((word) => NEGATION.test(word)) + 1).map((word) => lexicon.id(word));
  const contents = behind.filter((id) => lexicon.kind(id) === Kind.content);
  const [turned] = contents;
  return turned === undefined || others.some((word) => lexicon.id(word) === turned);
}

function surfaces({ source, from, to }: Side): string[] {
  const { start, end } = source.text.tokens;
  return Array.from({ length: to - from }, (_, i) => source.article.prose.text.slice(start[from + i], end[from + i]).toLowerCase());
}
