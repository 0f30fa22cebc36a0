import type * as vscode from 'vscode';
import { Line } from '../workspace/worker/index';
import { webWorker } from '../workspace/worker/startWorker.web';
import { startCompanion } from './companion';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  // A model in the host's own thread would stop everything else there: without a worker it is not asked.
  const startWorker = webWorker((port) => {
    const none = () => Promise.reject(new Error('no worker can be started here'));
    new Line(port, { open: none, encode: none });
    return Promise.resolve();
  });
  return startCompanion(context, startWorker);
}
