import * as vscode from 'vscode';
import { apiOf, registerAddresses, registerLanguageModelTools, type SecondSourceApi } from './editor/exchange/index';
import { registerStatusBar, registerTree } from './editor/folder/index';
import { standIn } from './editor/shared/index';
import { replaceThroughWorkspace } from './workspace/files/index';
import { Session, type SessionHost } from './workspace/session/index';
import { webWorker } from './workspace/worker/startWorker.web';

/** What a window needs in which no folder may ever be annotated. */
const atOnce = [registerStatusBar, registerTree, registerAddresses, registerLanguageModelTools];

/** Puts the extension together; the Node host writes files and starts workers by its own means. Gives what other extensions get. */
export async function startSecondSource(context: vscode.ExtensionContext, host: Omit<SessionHost, 'prepare'>): Promise<SecondSourceApi> {
  const session: Session = new Session(context, { ...host, prepare: () => others.begin() });
  const others = standIn(session, contributed(context), async () => (await import('./features')).features);
  context.subscriptions.push(session, others, ...atOnce.map((register) => register(session)));
  await session.start();
  return apiOf(session);
}

/** Registered by what a window needs at once. */
const there = new Set(['secondSource.groupArticles']);

/** The commands of package.json whose code is loaded later. */
function contributed({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes } = extension.packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
  return contributes.commands.map(({ command }) => command).filter((command) => !there.has(command));
}

export function activate(context: vscode.ExtensionContext): Promise<SecondSourceApi> {
  return startSecondSource(context, {
    replace: replaceThroughWorkspace,
    startWorker: webWorker(async (port) => (await import('./workspace/index/index')).serveIndex(port)),
  });
}
