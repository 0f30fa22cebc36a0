/** What is known of a word where it stands, as bits. */
export const Flag = {
  /** Begins with a capital letter. */
  capital: 1,
  /** Between quotation marks. */
  quoted: 2,
  sentence: 4,
  paragraph: 8,
  /** A clause may begin here: after punctuation or a quotation mark. */
  clause: 16,
  /** A phrase may begin here: at a preposition, conjunction or relative pronoun. */
  phrase: 32,
  /** Turns what is said into its opposite: "not", "never", "didn't". */
  negation: 64,
  /** Between brackets: in a quotation it is the outlet's own. */
  bracketed: 128,
} as const;
