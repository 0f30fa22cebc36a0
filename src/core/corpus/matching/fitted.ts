/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -5.44, // is a candidate
  -1.54, // is one of quoted words
  3.92, // likeness
  2.55, // share of the very same words
  2.49, // heaviest word shared
  1.72, // next heaviest word shared
  1.12, // heaviest word missing
  0.403, // weight of what is shared
  1.94, // three words in a row
  0.934, // same number
  2.71, // likeness of the sentences
  1.13, // lead over other sentences of the article asked from
  1.62, // likeness of the best sentence
  1.07, // sentences beside the passage
  1.16, // sentences beside the candidate
  0.114, // is a whole sentence
  -0.972, // length of the passage
  -0.307, // difference in length
  -0.589, // difference in place
  -0.607, // goes over paragraphs
  0.979, // same speaker
  -1.2, // other speaker
  -0.448, // quoted on both sides
  -0.91, // quoted there only
  -0.852, // negated on one side, quoted
  -0.476, // negated on one side, narrated
  -0.443, // nothing of it is done
  0.352, // same person
];
