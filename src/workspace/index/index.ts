/**
 * The index of a large folder: what the worker knows of it, where it is stored, and what the host remembers of the answers.
 * `worker.*` are the worker's entries.
 */
export type { Sentences } from './eventSentences';
export { type HostCalls, serveIndex } from './indexServer';
export { IndexStore } from './indexStore';
export { IndexedFolder } from './indexedFolder';
export { ProjectWorker } from './projectWorker';
