import { parentPort } from 'node:worker_threads';
import { mainContent } from '../../pages/mainContent';
import { Line } from '../index/workerLine';

const host = parentPort;
if (host) new Line({ post: (message) => host.postMessage(message), listen: (receive) => host.on('message', receive) }, { mainContent });
