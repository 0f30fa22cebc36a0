import * as vscode from 'vscode';
import { folderOf, nameOf } from '../../workspace/files/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showWarningMessage } from '../../workspace/window/index';

/** The folder of the article in front, else the workspace folder, or the one in it that has its articles. */
export async function importFolder(session: Session): Promise<vscode.Uri | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri && session.projectOf(uri)?.isArticle(uri)) return folderOf(uri);
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.length === 0)
    void showInformationMessage(vscode.l10n.t('Open a folder first: articles are kept as files of a folder.'));
  const root =
    workspaceFolders.length < 2
      ? workspaceFolders[0]?.uri
      : (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Into which folder?') }))?.uri;
  const project = root && session.projectOf(root);
  return project ? folderOfArticles(project) : root;
}

/** Where files would be no articles at the root, by the globs of the folder: where most of its articles are. */
function folderOfArticles(project: Project): vscode.Uri {
  const { root } = project;
  const mayHold = (folder: vscode.Uri) => ['a.txt', 'a.md'].some((name) => project.isArticle(vscode.Uri.joinPath(folder, name)));
  if (mayHold(root)) return root;
  const counts = new Map<string, number>();
  for (const path of project.paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const folders = [...counts].sort(([, a], [, b]) => b - a).map(([path]) => vscode.Uri.joinPath(root, path));
  return folders.find(mayHold) ?? root;
}

/** Of what was written says which is no article by the rule of its folder, and opens the rule. */
export async function tellWhatIsNone(session: Session, written: readonly vscode.Uri[]): Promise<void> {
  const none = written.filter((uri) => session.projectOf(uri)?.isArticle(uri) === false);
  const [first] = none;
  const project = first && session.projectOf(first);
  if (first === undefined || project === undefined) return;
  const { yaml } = project;
  const isOwn = yaml.registry.articles.length > 0;
  const rule = isOwn ? vscode.l10n.t('`articles` in second-source.yaml') : vscode.l10n.t('the setting secondSource.articles');
  const message =
    none.length === 1
      ? vscode.l10n.t('{0} is no article by {1}, so it is not annotated.', nameOf(first), rule)
      : vscode.l10n.t('{0} files are no articles by {1}, so they are not annotated: {2}, …', none.length, rule, nameOf(first));
  const change = vscode.l10n.t('Change That');
  if ((await showWarningMessage(message, change)) !== change) return;
  if (isOwn) await vscode.window.showTextDocument(yaml.projectFile);
  else await vscode.commands.executeCommand('workbench.action.openSettings', 'secondSource.articles');
}
