/**
 * What an outlet changes in an article after it was published: two texts of one article compared, and where the earlier ones are kept.
 */
export { changedSince, changeMessage, changesAt } from './changeMessage';
export { changedFrom, type EarlierText } from './changedFrom';
export { compareVersions } from './compareVersions';
export type { ChangedSince, VersionChange, VersionText } from './model';
