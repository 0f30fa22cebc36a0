/**
 * The window: which folders are annotated, when they are read again, and what editor features are told.
 */
export type { SessionHost } from './annotatedFolders';
export type { SentenceEncoder } from './sentenceReading';
export { Session } from './session';
