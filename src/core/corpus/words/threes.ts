/** Three words in a row as one number; a collision only adds a hint. */
export function threeOf(first: number, second: number, third: number): number {
  return Math.imul(Math.imul(first, 31337) ^ second, 31337) ^ third;
}

/** All of a text, by the first of their words. */
export function threesOf(lemma: Int32Array): Int32Array {
  const threes = new Int32Array(Math.max(0, lemma.length - 2));
  for (let i = 0; i < threes.length; i++) threes[i] = threeAt(lemma, i);
  return threes;
}

/** The three words that begin at a token; 0 where no two follow it. */
export function threeAt(lemma: Int32Array, at: number): number {
  return at + 2 < lemma.length ? threeOf(lemma[at] ?? 0, lemma[at + 1] ?? 0, lemma[at + 2] ?? 0) : 0;
}
