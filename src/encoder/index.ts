export { Encoder } from './encoder';
export { KeptVectors } from './keptVectors';
export { openEncoder, type Runtime } from './runtime';
export { WordPiece } from './wordPiece';
