/** Labels before words, and the turns of a transcript. */
export { isLetter, isQuotationMark, isReport, labelIn, reports, signatureIn, speaksOn, withoutMarked } from './labels';
export { interviewOf } from './questions';
export { spokenStretches } from './spokenStretches';
export { isToldTranscript, isTranscript, transcriptOf, type TurnPlace } from './transcript';
export type { TurnWords } from './turnWords';
export { Turns } from './turns';
