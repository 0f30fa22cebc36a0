import type * as vscode from 'vscode';
import { startSecondSource } from './extension';
import { replaceOnDisk } from './workspace/writeWhole.node';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, replaceOnDisk);
}
