import type * as vscode from 'vscode';
import { startThread } from '../workspace/worker/startWorker.node';
import { startCompanion } from './companion';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startCompanion(context, startThread);
}
