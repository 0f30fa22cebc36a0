/**
 * A folder as a whole: its articles, what was decided about them, and what they say together.
 */
export { brokenLinks, linksOf } from './links';
export { type Lost, lostIn, type Orphan } from './lost';
export { overviewOf, overviewText } from './overview';
export { Project } from './project';
export type { Stray } from './sidecars';
export type { EarlierVersion } from './versions';
export { type Claim, claims, clearClaims, idsOf, strayedLinks, textOf } from './strays';
