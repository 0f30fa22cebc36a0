/**
 * Search engines: an archive in OpenSearch or Elasticsearch, asked over `fetch` from the command line and from the editor under Node. Knows
 * nothing of either, and no files.
 */
export { isEngineAddress } from './address';
export type { Archived, AskedArchive, Candidate, Naming } from './asked';
export { type Action, EngineClient } from './client';
export { hitsOf, mostText, searching } from './documents';
export { EngineFailure, strange } from './failure';
export { field, firstText } from './json';
export { LikelyArticles } from './likelyArticles';
export { authorisation } from './login';
export { clientOf, type EngineAddress, openArchive } from './open';
export { documentId, madeBy, OwnIndex, signature } from './ownIndex';
