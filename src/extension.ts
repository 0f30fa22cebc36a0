import * as vscode from 'vscode';
import { deciding } from './editor/decide/index';
import { apiOf, exchanging, type SecondSourceApi } from './editor/exchange/index';
import { overseeing } from './editor/folder/index';
import { jumping } from './editor/jump/index';
import { reading } from './editor/read/index';
import { replaceThroughWorkspace } from './workspace/files/index';
import { serveIndex } from './workspace/index/index';
import { Session, type SessionHost } from './workspace/session/index';
import { webWorker } from './workspace/worker/startWorker.web';

const features = [...reading, ...jumping, ...deciding, ...exchanging, ...overseeing];

/** Puts the extension together; the Node host writes files and starts workers by its own means. Gives what other extensions get. */
export async function startSecondSource(context: vscode.ExtensionContext, host: SessionHost): Promise<SecondSourceApi> {
  const session = new Session(context, host);
  context.subscriptions.push(session, ...features.map((register) => register(session)));
  await session.start();
  return apiOf(session);
}

export function activate(context: vscode.ExtensionContext): Promise<SecondSourceApi> {
  return startSecondSource(context, { replace: replaceThroughWorkspace, startWorker: webWorker(serveIndex) });
}
