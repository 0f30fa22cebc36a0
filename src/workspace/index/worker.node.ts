import { parentPort } from 'node:worker_threads';
import { type HostCalls, indexCalls } from './indexServer';
import { Line } from './workerLine';

const host = parentPort;
if (host) {
  const line: Line<HostCalls> = new Line<HostCalls>(
    { post: (message) => host.postMessage(message), listen: (receive) => host.on('message', receive) },
    indexCalls((path) => line.call('text', path)),
  );
}
