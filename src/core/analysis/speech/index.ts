/** What the words of one sentence say of speech: who says what by which cue, and through whom the outlet has it. */
export type { Attribution } from './attribution';
export { readSentence, type SentenceReading } from './attributions';
export { hasPassage, hasVerb, trimmed, type Content } from './content';
export { attributesPassage } from './postposedSides';
export { carrierOf, isCarrier, nameOfProvenance, provenanceIn, type FoundProvenance } from './provenance';
export { writerIn } from './sources';
export type { Strength } from './strength';
export { subjectBefore } from './subjects';
