import * as vscode from 'vscode';
import type { Port, StartWorker, WorkerHandle } from './line';

/**
 * A worker of the browser's. Its policy lets an extension start one only from an address of its own making, so that the program is
 * read as a file first. Where no worker may be started, a folder's work is done here, in short turns: `serve` takes it up.
 */
export const webWorker =
  (serve: (host: Port) => Promise<void>): StartWorker =>
  async (extension, program) => {
    try {
      const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'web', `${program}.js`));
      const address = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
      const worker = new Worker(address, { name: 'second-source' });
      return {
        post: (message) => worker.postMessage(message),
        listen: (receive) => worker.addEventListener('message', ({ data }) => receive(data)),
        onEnd: (ended) => worker.addEventListener('error', ({ message }) => ended(new Error(message))),
        dispose: () => {
          worker.terminate();
          URL.revokeObjectURL(address);
        },
      };
    } catch (error) {
      if (program !== 'worker')
        throw new Error(vscode.l10n.t('Articles cannot be looked for in files here: no worker can be started.'), { cause: error });
      console.warn('Second Source: no worker can be started here; its work is done in short turns.', error);
      return workHere(serve);
    }
  };

/** Both ends in one thread; every message in a turn of its own. */
function workHere(serve: (host: Port) => Promise<void>): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  const portOf = (port: MessagePort): Port => ({
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.onmessage = ({ data }) => receive(data);
    },
  });
  void serve(portOf(port2)); // what is posted before waits in the port
  return {
    ...portOf(port1),
    onEnd: () => undefined, // it ends with the host
    dispose: () => {
      port1.close();
      port2.close();
    },
  };
}
