import type { Port } from './line';

declare const self: DedicatedWorkerGlobalScope;

/** The host as a worker of the browser's sees it. */
export const hostPort: Port = {
  post: (message) => self.postMessage(message),
  listen: (receive) => self.addEventListener('message', ({ data }) => receive(data)),
};
