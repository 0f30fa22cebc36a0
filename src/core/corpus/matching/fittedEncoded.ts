/** Weights of the evidence in its order (`evidenceNames`), fitted by `scripts/matching/fit.mjs --encoder`: not to be set by hand. */
export const fittedEncodedWeights: readonly number[] = [
  -7.56, // is a candidate
  -1.41, // is one of quoted words
  4.04, // likeness
  2.47, // share of the very same words
  3.04, // heaviest word shared
  1.89, // next heaviest word shared
  0.775, // heaviest word missing
  0.513, // weight of what is shared
  1.75, // three words in a row
  0.768, // same number
  -1.08, // likeness of the sentences
  0.711, // lead over other sentences of the article asked from
  1.78, // likeness of the best sentence
  1.58, // sentences beside the passage
  -0.267, // sentences beside the candidate
  0.636, // is a whole sentence
  -0.994, // length of the passage
  -0.342, // difference in length
  -0.424, // difference in place
  -1.1, // goes over paragraphs
  0.845, // same speaker
  -1.06, // other speaker
  -0.534, // quoted on both sides
  -0.703, // quoted there only
  -0.874, // negated on one side, quoted
  -0.182, // negated on one side, narrated
  -0.305, // nothing of it is done
  0.135, // same person
  -0.0639, // less than the likeliest
  -0.696, // less than the most of the very same words
  -1.44, // less than the heaviest word shared by any
  -0.731, // less than the next heaviest shared by any
  0.547, // less than the most weight shared by any
  -2.72, // less than the best likeness of sentences
  -0.216, // less than the best beside the passage
  1.77, // less than the best beside a candidate
  1.93, // nearness of the sentences
  0.536, // nearness beside other sentences there
  0.517, // nearness beside other sentences of the article asked from
];
