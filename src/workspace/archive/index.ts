/**
 * An archive beyond the folder, behind a search engine that a person has set: what it has of a passage, and its articles as documents that
 * are only read. Loaded where one is set.
 */
export { Archive } from './archive';
