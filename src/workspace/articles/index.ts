/**
 * Articles in memory: what is read of each, what it shows and where, and the few of a small folder compared with each other.
 */
export { type ArticleState, isStateOf } from './articleEntry';
export { ArticleShelf } from './articleShelf';
export { turn } from './outdatedArticles';
export { rawOf } from './lineTable';
export { itemAt, itemsAt, itemsAtCursor, labelOf, proseOf } from './passages';
