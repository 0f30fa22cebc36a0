import type * as vscode from 'vscode';
import { startSecondSource } from './extension';
import { replaceOnDisk } from './workspace/files/writeWhole.node';
import { startThread } from './workspace/worker/startWorker.node';

export function activate(context: vscode.ExtensionContext): ReturnType<typeof startSecondSource> {
  return startSecondSource(context, { replace: replaceOnDisk, startWorker: startThread, engine: () => import('./engine/index') });
}
