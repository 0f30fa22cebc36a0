import type { SentenceWords } from '../words/sentenceWords';
import { FUNCTION_WEIGHT } from '../words/weights';
import { mayHave, type Query } from './query';

let room = new Float64Array(4096);

/**
 * The share of a query's weight that an article has at most within as many sentences as a rendering may take: what it does not have there
 * no stretch of it can render. Function words are taken for granted. A small part of the cost of looking for the stretch.
 */
export function shareWithinReach(asked: Query, { sentences, lemmas, begins, places }: SentenceWords): number {
  const { stands, hints, weights, total } = asked;
  if (total === 0) return 0;
  const reach = Math.max(2, asked.sentences + 1);
  const size = weights.length * sentences;
  if (room.length < size + sentences) room = new Float64Array(2 * (size + sentences));
  const best = room.fill(0, 0, size + sentences);
  let granted = 0;
  for (const weight of weights) if (weight <= FUNCTION_WEIGHT) granted += weight;
  let most = 0;
  for (let index = 0; index < lemmas.length; index++) {
    const lemma = lemmas[index] ?? 0;
    if (!mayHave(hints, lemma)) continue;
    for (let entry = stands.first(lemma); entry >= 0; entry = stands.next[entry] ?? -1) {
      const word = stands.at[entry] ?? 0;
      const weight = weights[word] ?? 0;
      if (weight <= FUNCTION_WEIGHT) continue;
      const value = weight * (stands.similarity[entry] ?? 0);
      for (let k = begins[index] ?? 0; k < (begins[index + 1] ?? 0); k++) {
        const sentence = places[k] ?? 0;
        for (let from = Math.max(0, sentence - reach + 1); from <= sentence; from++) {
          const cell = word * sentences + from;
          const known = best[cell] ?? 0;
          if (known >= value) continue;
          best[cell] = value;
          const sum = (best[size + from] ?? 0) + value - known;
          best[size + from] = sum;
          if (sum > most) most = sum;
        }
      }
    }
  }
  return (granted + most) / total;
}
