/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -5.4, // is a candidate
  -1.56, // is one of quoted words
  3.89, // likeness
  2.54, // share of the very same words
  2.52, // heaviest word shared
  1.64, // next heaviest word shared
  1.13, // heaviest word missing
  0.465, // weight of what is shared
  1.97, // three words in a row
  0.935, // same number
  2.7, // likeness of the sentences
  1.15, // lead over other sentences of the article asked from
  1.56, // likeness of the best sentence
  1.13, // sentences beside the passage
  1.08, // sentences beside the candidate
  0.121, // is a whole sentence
  -1, // length of the passage
  -0.304, // difference in length
  -0.587, // difference in place
  -0.596, // goes over paragraphs
  1.05, // same speaker
  -1.16, // other speaker
  -0.475, // quoted on both sides
  -0.929, // quoted there only
  -0.818, // negated on one side, quoted
  -0.489, // negated on one side, narrated
  -0.439, // nothing of it is done
  0.368, // same person
];
