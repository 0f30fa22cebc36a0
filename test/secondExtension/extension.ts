import * as vscode from 'vscode';
import type { SecondSourceApi } from '../../src/editor/exchange/index';

/** Somebody else's extension, by what docs/api.md says: it asks, and hands on what it gets. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const other = vscode.extensions.getExtension<SecondSourceApi>('second-source.second-source');
  if (other === undefined) throw new Error('Second Source is not installed');
  const api = await other.activate();
  let changes = 0;
  context.subscriptions.push(
    api.onDidChange(() => changes++),
    vscode.commands.registerCommand('secondSourceReader.statements', (uri: vscode.Uri) => api.statements(uri)),
    vscode.commands.registerCommand('secondSourceReader.renderings', (uri: vscode.Uri, at: vscode.Position) => api.renderings(uri, at)),
    vscode.commands.registerCommand('secondSourceReader.changes', () => changes),
  );
}
