import { parentPort } from 'node:worker_threads';
import type { Port } from './line';

/** The host as a thread of Node sees it; undefined outside a thread. */
export const hostPort: Port | undefined = parentPort
  ? { post: (message) => parentPort?.postMessage(message), listen: (receive) => parentPort?.on('message', receive) }
  : undefined;
