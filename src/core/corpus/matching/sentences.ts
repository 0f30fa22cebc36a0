import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import type { Weighted } from '../words/weights';
import type { Stretch } from './relation';

/** An article of an event, cut into sentences. */
export interface Sentences {
  readonly text: Weighted;
  readonly bounds: readonly Stretch[];
  /** The sentence of each token. */
  readonly at: Uint16Array;
}

/** The sentences that a stretch touches, in their order. */
export function sentencesAt({ at }: Sentences, { from, to }: Stretch): readonly number[] {
  const [first, last] = [at[from] ?? 0, at[to - 1] ?? 0];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function sentencesIn(text: Weighted): Sentences {
  return { text, ...boundsIn(text.tokens) };
}

/** The sentences of an article's text as matching reads them. */
export function sentenceTexts(tokens: Tokens, text: string): readonly string[] {
  return boundsIn(tokens).bounds.map(({ from, to }) => text.slice(tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0));
}

function boundsIn({ lemma, flags }: Tokens): Pick<Sentences, 'bounds' | 'at'> {
  const at = new Uint16Array(lemma.length);
  const bounds: Stretch[] = [];
  for (let from = 0, to = 1; from < lemma.length; from = to++) {
    while (to < lemma.length && !((flags[to] ?? 0) & Flag.sentence)) to++;
    at.fill(bounds.length, from, to);
    bounds.push({ from, to });
  }
  return { bounds, at };
}
