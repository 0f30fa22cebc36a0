import type * as vscode from 'vscode';
import { startSecondSource } from './extension';
import { startThread } from './workspace/startWorker.node';
import { replaceOnDisk } from './workspace/writeWhole.node';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, { replace: replaceOnDisk, startWorker: startThread });
}
