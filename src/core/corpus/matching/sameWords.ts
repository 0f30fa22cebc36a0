import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import type { Query } from './query';
import type { Stretch } from './relation';

/** Words in a row at an end of a stretch by which it is laid beside the passage. */
const ROW = 3;
/** Words in a row beside a passage that are no chance. */
const AROUND = 7;

/** A stretch with what stands before and behind it word for word as in the passage: light words at its ends are part of it. */
export function overSameWords(asked: Query, { lemma }: Tokens, { from, to }: Stretch): Stretch {
  const own = asked.text.tokens.lemma;
  const isSame = (here: number, there: number) => here >= asked.from && here < asked.to && own[here] === lemma[there];
  const placeOf = (at: number) => {
    for (let i = asked.from; i + ROW <= asked.to; i++) if (isSame(i, at) && isSame(i + 1, at + 1) && isSame(i + 2, at + 2)) return i;
    return undefined;
  };
  if (to - from < ROW) return { from, to };
  const [first, last] = [placeOf(from), placeOf(to - ROW)];
  let [begin, end] = [from, to];
  if (first !== undefined) while (begin > 0 && isSame(first - (from - begin) - 1, begin - 1)) begin--;
  if (last !== undefined) while (end < lemma.length && isSame(last + ROW + (end - to), end)) end++;
  return { from: begin, to: end };
}

/**
 * Whether the same words stand around a passage and a stretch, too: a row of them before or behind, over the end of a sentence. Who is
 * said to have said it, in the same sentence, is no more than the rest of it.
 */
export function goesOnTheSame({ text, from, to }: Query, { lemma }: Tokens, stretch: Stretch): boolean {
  const own = text.tokens.lemma;
  const isSame = (here: number, there: number) => own[here] !== undefined && own[here] === lemma[there];
  const begins = (at: number) => ((text.tokens.flags[at] ?? 0) & Flag.sentence) !== 0;
  let [before, behind] = [0, 0];
  while (before < AROUND && isSame(from - before - 1, stretch.from - before - 1)) before++;
  while (behind < AROUND && isSame(to + behind, stretch.to + behind)) behind++;
  const row = Array.from({ length: AROUND }, (_, at) => at);
  return (before === AROUND && row.some((at) => begins(from - at))) || (behind === AROUND && row.some((at) => begins(to + at)));
}
