import { Flag } from './flags';
import type { Numbered } from './numbered';
import type { Tokens } from './tokens';

/** In which sentences of an article each of its words stands. */
export interface SentenceWords {
  readonly sentences: number;
  readonly lemmas: Int32Array;
  /** Where the sentences of each lemma begin in `places`, and at the end where they all end. */
  readonly begins: Int32Array;
  readonly places: Uint16Array;
}

export function sentenceWordsOf({ lemma, flags }: Tokens, { lemmas, numbers }: Numbered): SentenceWords {
  const [begins, last] = [new Int32Array(lemmas.length + 1), new Int32Array(lemmas.length).fill(-1)];
  let sentence = -1;
  for (let i = 0; i < lemma.length; i++) {
    const number = numbers[i] ?? 0;
    if (i === 0 || (flags[i] ?? 0) & Flag.sentence) sentence++;
    if (last[number] !== sentence) begins[number + 1] = (begins[number + 1] ?? 0) + 1;
    last[number] = sentence;
  }
  for (let number = 0; number < lemmas.length; number++) begins[number + 1] = (begins[number + 1] ?? 0) + (begins[number] ?? 0);
  const places = new Uint16Array(begins[lemmas.length] ?? 0);
  const next = begins.slice(0, lemmas.length);
  sentence = -1;
  for (let i = 0; i < lemma.length; i++) {
    const number = numbers[i] ?? 0;
    if (i === 0 || (flags[i] ?? 0) & Flag.sentence) sentence++;
    const at = next[number] ?? 0;
    if (at > (begins[number] ?? 0) && places[at - 1] === sentence) continue;
    places[at] = sentence;
    next[number] = at + 1;
  }
  return { sentences: sentence + 1, lemmas, begins, places };
}
