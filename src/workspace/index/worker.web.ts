import { type HostCalls, indexCalls } from './indexServer';
import { Line } from './workerLine';

declare const self: DedicatedWorkerGlobalScope;

const line: Line<HostCalls> = new Line<HostCalls>(
  {
    post: (message) => self.postMessage(message),
    listen: (receive) => self.addEventListener('message', ({ data }) => receive(data)),
  },
  indexCalls((path) => line.call('text', path)),
);
