/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs`: not to be set by hand. */
export const fittedWeights: readonly number[] = [
  -6.29, // is a candidate
  -1.54, // is one of quoted words
  3.79, // likeness
  3.09, // share of the very same words
  3.41, // heaviest word shared
  1.99, // next heaviest word shared
  0.94, // heaviest word missing
  0.229, // weight of what is shared
  1.92, // three words in a row
  0.966, // same number
  4.15, // likeness of the sentences
  1.25, // lead over other sentences of the article asked from
  1.81, // likeness of the best sentence
  1.18, // sentences beside the passage
  -0.604, // sentences beside the candidate
  0.402, // is a whole sentence
  -0.914, // length of the passage
  -0.372, // difference in length
  -0.552, // difference in place
  -0.82, // goes over paragraphs
  0.978, // same speaker
  -1.58, // other speaker
  -0.4, // quoted on both sides
  -0.768, // quoted there only
  -0.94, // negated on one side, quoted
  -0.399, // negated on one side, narrated
  -0.439, // nothing of it is done
  0.368, // same person
  -0.502, // less than the likeliest
  -0.618, // less than the most of the very same words
  -1.97, // less than the heaviest word shared by any
  -0.624, // less than the next heaviest shared by any
  0.693, // less than the most weight shared by any
  -1.45, // less than the best likeness of sentences
  -0.00636, // less than the best beside the passage
  2.3, // less than the best beside a candidate
];
