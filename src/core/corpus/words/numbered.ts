/** The different lemmas of a text. */
export interface Numbered {
  /** In the order in which they are met first. */
  readonly lemmas: Int32Array;
  /** Of each token, which of these it is. */
  readonly numbers: Int32Array;
}

/** By lemma, its number + 1; all 0 between two texts. */
let room = new Int32Array(4096);

export function numberLemmas(lemma: Int32Array): Numbered {
  const [numbers, lemmas] = [new Int32Array(lemma.length), new Int32Array(lemma.length)];
  let count = 0;
  for (let i = 0; i < lemma.length; i++) {
    const id = lemma[i] ?? 0;
    if (id >= room.length) {
      const longer = new Int32Array(2 * id);
      longer.set(room);
      room = longer;
    }
    if (room[id] === 0) {
      lemmas[count] = id;
      room[id] = ++count;
    }
    numbers[i] = (room[id] ?? 0) - 1;
  }
  for (let n = 0; n < count; n++) room[lemmas[n] ?? 0] = 0;
  return { lemmas: lemmas.slice(0, count), numbers };
}
