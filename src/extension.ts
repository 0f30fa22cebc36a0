import * as vscode from 'vscode';
import { deciding } from './editor/decide/index';
import { exchanging } from './editor/exchange/index';
import { overseeing } from './editor/folder/index';
import { jumping } from './editor/jump/index';
import { reading } from './editor/read/index';
import { replaceThroughWorkspace } from './workspace/files/index';
import { serveIndex } from './workspace/index/index';
import { Session, type SessionHost } from './workspace/session/index';
import { webWorker } from './workspace/worker/startWorker.web';

const features = [...reading, ...jumping, ...deciding, ...exchanging, ...overseeing];

/** Puts the extension together; the Node host writes files and starts workers by its own means. */
export async function startSecondSource(context: vscode.ExtensionContext, host: SessionHost): Promise<void> {
  const session = new Session(context, host);
  context.subscriptions.push(session, ...features.map((register) => register(session)));
  await session.start();
}

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, { replace: replaceThroughWorkspace, startWorker: webWorker(serveIndex) });
}
