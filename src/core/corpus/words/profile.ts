import { Kind } from './kinds';
import type { Lexicon } from './lexicon';
import type { Tokens } from './tokens';

/** Words less rare than this, in bits, stand in any article. */
const ORDINARY = 8;

/** What an article is about: its words with content, weighed by rarity and (dampened) number. */
export interface Profile {
  readonly weights: ReadonlyMap<number, number>;
  readonly length: number;
}

export function profileOf({ lemma }: Tokens, lexicon: Lexicon): Profile {
  const count = new Map<number, number>();
  for (const id of lemma) if (lexicon.kind(id) === Kind.content) count.set(id, (count.get(id) ?? 0) + 1);
  const weights = new Map<number, number>();
  let square = 0;
  for (const [id, times] of count) {
    const weight = (1 + Math.log(times)) * Math.max(0, lexicon.rarity(id) - ORDINARY);
    weights.set(id, weight);
    square += weight ** 2;
  }
  return { weights, length: Math.sqrt(square) };
}

/** Cosine of two profiles, 0 to 1: reports of one event have over .2, of one subject seldom. */
export function closeness(a: Profile, b: Profile): number {
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [id, weight] of few.weights) product += weight * (many.weights.get(id) ?? 0);
  return product === 0 ? 0 : product / (a.length * b.length);
}
