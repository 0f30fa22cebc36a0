import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Gap } from '../explained';
import type { Run, Word } from '../quotedRuns';

/** How well a word must stand for another one to be what a second translator has chosen. */
const SYNONYM = 0.8;

/** Whether in several places each has words of its own, and in one of them words of one meaning: two have written it down, or translated it. */
export function areOtherWordings(here: Run, there: Run, gaps: readonly Gap[], lexicon: Lexicon): boolean {
  const swapped = gaps.filter(({ a, b }) => a.length > 0 && b.length > 0);
  if (swapped.length < 2) return false;
  const lemmas = (run: Run, words: readonly Word[]) =>
    words.flatMap(({ token }) => (isContent(run, token, lexicon) ? [run.source.text.tokens.lemma[token] ?? -1] : []));
  return swapped.some(({ a, b }) => {
    const [x, y] = [lemmas(here, a), lemmas(there, b)];
    return x.some((one) => {
      const { lemmas: others, similarities } = lexicon.related(one);
      return y.some((other) => other !== one && (similarities[others.indexOf(other)] ?? 0) >= SYNONYM);
    });
  });
}

/** Whether a word tells something, or turns what is told. */
export function isContent({ source }: Run, token: number, lexicon: Lexicon): boolean {
  const { lemma, flags } = source.text.tokens;
  return lexicon.kind(lemma[token] ?? -1) !== Kind.function || ((flags[token] ?? 0) & Flag.negation) !== 0;
}
