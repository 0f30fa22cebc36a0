/** Labels before words, and the turns of a transcript. */
export { isLetter, isQuotationMark, isReport, labelIn, reports, signatureIn, speaksOn, withoutMarked } from './labels';
export { interviewOf } from './questions';
export { spokenStretches } from './spokenStretches';
export { isTranscript, transcriptOf, type TurnPlace } from './transcript';
export { Turns } from './turns';
