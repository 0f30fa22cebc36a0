/**
 * The window: which folders are annotated, when they are read again, and what editor features are told.
 */
export { Session, type SessionHost } from './session';
