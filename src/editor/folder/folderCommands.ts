import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';

export function registerFolderCommands(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('secondSource.annotateFolder', async (folder?: vscode.Uri) => {
      const root = await chosenFolder(folder);
      if (root) await session.annotate(root);
    }),
    vscode.commands.registerCommand('secondSource.analyseLarge', () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri) session.analyseLarge(uri);
    }),
  );
}

async function chosenFolder(hint: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const uri = hint ?? vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (folder) return folder.uri;
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder first: articles are annotated as files of a folder.');
    return undefined;
  }
  if (workspaceFolders.length === 1) return workspaceFolders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which folder holds the articles?' }))?.uri;
}
