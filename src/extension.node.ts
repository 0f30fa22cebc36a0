import type * as vscode from 'vscode';
import { startSecondSource } from './extension';
import { startThread } from './workspace/index/startWorker.node';
import { replaceOnDisk } from './workspace/files/writeWhole.node';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, { replace: replaceOnDisk, startWorker: startThread });
}
