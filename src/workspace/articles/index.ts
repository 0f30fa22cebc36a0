/**
 * Articles in memory: what is read of each, what it shows and where, and the few of a small folder compared with each other.
 */
export type { ArticleState } from './articleState';
export { ArticleShelf } from './articleShelf';
export { turn } from './outdatedArticles';
export { LineTable, rawOf } from './lineTable';
export { isStateOf, itemAt, itemsAt, itemsAtCursor, labelOf, proseOf } from './passages';
