/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -5.33, // is a candidate
  -1.53, // is one of quoted words
  3.5, // likeness
  2.7, // share of the very same words
  2.47, // heaviest word shared
  1.69, // next heaviest word shared
  1.08, // heaviest word missing
  0.515, // weight of what is shared
  2.01, // three words in a row
  0.926, // same number
  2.86, // likeness of the sentences
  1.16, // lead over other sentences of the article asked from
  1.56, // likeness of the best sentence
  1.11, // sentences beside the passage
  1.07, // sentences beside the candidate
  0.393, // is a whole sentence
  -1.06, // length of the passage
  -0.317, // difference in length
  -0.573, // difference in place
  -0.529, // goes over paragraphs
  1.04, // same speaker
  -1.21, // other speaker
  -0.417, // quoted on both sides
  -0.822, // quoted there only
  -0.886, // negated on one side, quoted
  -0.371, // negated on one side, narrated
  -0.445, // nothing of it is done
  0.349, // same person
];
