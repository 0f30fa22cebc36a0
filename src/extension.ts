import * as vscode from 'vscode';
import { registerDecorations } from './editor/decorations';
import { registerFolderCommands } from './editor/folderCommands';
import { registerStatusBar } from './editor/statusBar';
import type { WriteWhole } from './workspace/files';
import { Session } from './workspace/session';
import { writeThroughWorkspace } from './workspace/writeWhole';

const features = [registerDecorations, registerStatusBar, registerFolderCommands];

/** Puts the extension together; the Node host writes files by its own means. */
export async function startSecondSource(context: vscode.ExtensionContext, write: WriteWhole): Promise<void> {
  const session = new Session(context, write);
  context.subscriptions.push(session, ...features.map((register) => register(session)));
  await session.start();
}

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, writeThroughWorkspace);
}
