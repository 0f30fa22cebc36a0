export { Encoder } from './encoder';
export { KeptVectors } from './keptVectors';
export { openEncoder } from './runtime';
export { WordPiece } from './wordPiece';
