import { mainContent } from '../../pages/mainContent';
import { Line } from '../index/workerLine';

declare const self: DedicatedWorkerGlobalScope;

new Line(
  {
    post: (message) => self.postMessage(message),
    listen: (receive) => self.addEventListener('message', ({ data }) => receive(data)),
  },
  { mainContent },
);
