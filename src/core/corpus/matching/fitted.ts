/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -5.39, // is a candidate
  -1.53, // is one of quoted words
  3.65, // likeness
  2.66, // share of the very same words
  2.46, // heaviest word shared
  1.72, // next heaviest word shared
  1.1, // heaviest word missing
  0.452, // weight of what is shared
  1.98, // three words in a row
  0.929, // same number
  2.78, // likeness of the sentences
  1.17, // lead over other sentences of the article asked from
  1.61, // likeness of the best sentence
  1.08, // sentences beside the passage
  1.16, // sentences beside the candidate
  0.383, // is a whole sentence
  -1.03, // length of the passage
  -0.321, // difference in length
  -0.581, // difference in place
  -0.516, // goes over paragraphs
  1.01, // same speaker
  -1.21, // other speaker
  -0.459, // quoted on both sides
  -0.818, // quoted there only
  -0.853, // negated on one side, quoted
  -0.369, // negated on one side, narrated
  -0.448, // nothing of it is done
  0.354, // same person
];
