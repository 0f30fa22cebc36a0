/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -6.29, // is a candidate
  -1.55, // is one of quoted words
  3.8, // likeness
  3.1, // share of the very same words
  3.41, // heaviest word shared
  2, // next heaviest word shared
  0.945, // heaviest word missing
  0.227, // weight of what is shared
  1.9, // three words in a row
  0.963, // same number
  4.14, // likeness of the sentences
  1.24, // lead over other sentences of the article asked from
  1.83, // likeness of the best sentence
  1.17, // sentences beside the passage
  -0.606, // sentences beside the candidate
  0.405, // is a whole sentence
  -0.916, // length of the passage
  -0.374, // difference in length
  -0.552, // difference in place
  -0.82, // goes over paragraphs
  1.01, // same speaker
  -1.29, // other speaker
  -0.44, // quoted on both sides
  -0.783, // quoted there only
  -0.958, // negated on one side, quoted
  -0.391, // negated on one side, narrated
  -0.438, // nothing of it is done
  0.346, // same person
  -0.502, // less than the likeliest
  -0.62, // less than the most of the very same words
  -1.98, // less than the heaviest word shared by any
  -0.636, // less than the next heaviest shared by any
  0.694, // less than the most weight shared by any
  -1.43, // less than the best likeness of sentences
  0.00966, // less than the best beside the passage
  2.31, // less than the best beside a candidate
];
