/** Labels before words, and the turns of a transcript. */
export { isLetter, isQuotationMark, isReport, labelIn, signatureIn, speaksOn } from './labels';
export { isTranscript, spokenStretches, transcriptOf, type TurnPlace } from './transcript';
export { Turns } from './turns';
