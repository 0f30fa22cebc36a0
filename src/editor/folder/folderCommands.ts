import * as vscode from 'vscode';
import { overviewOf, overviewText, type Project } from '../../workspace/folder/index';
import { nameOf } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage } from '../../workspace/window/index';

export function registerFolderCommands(session: Session): vscode.Disposable {
  const told: vscode.Disposable[] = [];
  return vscode.Disposable.from(
    { dispose: () => told.forEach((listener) => void listener.dispose()) },
    vscode.commands.registerCommand('secondSource.annotateFolder', async (folder?: vscode.Uri) => {
      const root = await chosenFolder(folder);
      if (root === undefined) return;
      await session.annotate(root);
      tellWhenRead(session, root, told);
    }),
    vscode.commands.registerCommand('secondSource.analyseLarge', () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri) session.analyseLarge(uri);
    }),
  );
}

/** Once the folder is read, what is in it and what is missing; a large one is told of by its index. */
function tellWhenRead(session: Session, root: vscode.Uri, told: vscode.Disposable[]): void {
  const look = () => {
    const project = session.projects.find((one) => one.root.toString() === root.toString());
    if (project?.reader.isLoading === true) return;
    listener.dispose();
    if (project === undefined || project.indexed !== undefined) return;
    void (project.size === 0 ? tellNone(project) : tell(project));
  };
  const listener = session.onDidChange(look);
  told.push(listener);
  look(); // of a folder that is read already, or has nothing to be read, no change is told
}

async function tell(project: Project): Promise<void> {
  const overview = overviewOf(project);
  const contradictions = vscode.l10n.t('Show the Contradictions');
  const outlets = vscode.l10n.t('Name the Outlets');
  const actions = [...(overview.contradictions > 0 ? [contradictions] : []), ...(overview.withoutOutlet > 0 ? [outlets] : [])];
  const answer = await showInformationMessage(`${overviewText(overview)}.`, ...actions);
  if (answer === contradictions) await vscode.commands.executeCommand('secondSource.showContradictions', project.root);
  if (answer === outlets) await vscode.commands.executeCommand('secondSource.nameOutlets', project.root);
}

async function tellNone({ root }: Project): Promise<void> {
  const bring = vscode.l10n.t('Import Articles from Files…');
  const message = vscode.l10n.t('{0} has no articles yet: they are .txt, .md and .html files.', nameOf(root));
  if ((await showInformationMessage(message, bring)) === bring)
    await vscode.commands.executeCommand('secondSource.importArticleFile', { target: root });
}

async function chosenFolder(hint: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const uri = hint ?? vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (folder) return folder.uri;
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.length === 0) {
    void showInformationMessage(vscode.l10n.t('Open a folder first: articles are annotated as files of a folder.'));
    return undefined;
  }
  if (workspaceFolders.length === 1) return workspaceFolders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder holds the articles?') }))?.uri;
}
