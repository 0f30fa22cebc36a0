import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { StartWorker } from './line';

/** A worker as a thread of Node's extension host. */
export const startThread: StartWorker = (extension, program) => {
  const worker = new Worker(vscode.Uri.joinPath(extension, 'dist', `${program}.js`).fsPath, { name: 'second-source' });
  worker.unref();
  return Promise.resolve({
    post: (message) => worker.postMessage(message),
    listen: (receive) => worker.on('message', receive),
    onEnd: (ended) => {
      worker.on('error', (error) => ended(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', (code) => ended(new Error(vscode.l10n.t('its thread ended with code {0}', code))));
    },
    dispose: () => void worker.terminate(),
  });
};
