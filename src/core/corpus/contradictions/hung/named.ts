import { Flag } from '../../words/flags';
import type { Source } from '../contradiction';

/** "The Brack pit", as a number. */
export function nameKey(name: number, noun: number): number {
  return NOUNS * name + noun;
}
const NOUNS = 2 ** 24;

/** Names of an article with the noun behind each: `nameKey`. */
export function namedIn({ text: { tokens } }: Source): ReadonlySet<number> {
  const found = new Set<number>();
  const isName = (i: number) => ((tokens.flags[i] ?? 0) & Flag.capital) !== 0;
  for (let i = 1; i < tokens.lemma.length; i++)
    if (isName(i - 1) && !isName(i)) found.add(nameKey(tokens.lemma[i - 1] ?? 0, tokens.lemma[i] ?? 0));
  return found;
}
