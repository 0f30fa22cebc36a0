/**
 * A folder as a whole: its articles, what was decided about them, and what they say together.
 */
export { brokenLinks, linksOf } from './links';
export { type Lost, lostIn, type Orphan } from './lost';
export { Project } from './project';
export { corroborating, fetchRenderings, originsBehind, type Rendering, renderingsOf } from './renderings';
export type { Stray } from './sidecars';
export { type Statement, statementsOf } from './statements';
export { type Claim, claims, clearClaims, idsOf, strayedLinks, textOf } from './strays';
export { isSameSpeaker, quotationsBy } from './voices';
