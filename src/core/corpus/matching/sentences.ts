import { Flag } from '../words/flags';
import type { Weighted } from '../words/weights';
import type { Stretch } from './relation';

/** An article of an event, cut into sentences. */
export interface Sentences {
  readonly text: Weighted;
  readonly bounds: readonly Stretch[];
  /** The sentence of each token. */
  readonly at: Uint16Array;
}

export function sentencesIn(text: Weighted): Sentences {
  const { lemma, flags } = text.tokens;
  const at = new Uint16Array(lemma.length);
  const bounds: Stretch[] = [];
  for (let from = 0, to = 1; from < lemma.length; from = to++) {
    while (to < lemma.length && !((flags[to] ?? 0) & Flag.sentence)) to++;
    at.fill(bounds.length, from, to);
    bounds.push({ from, to });
  }
  return { text, bounds, at };
}
