import * as vscode from 'vscode';
import { type CorroborationChange, isSamePath, type Link, sidecarName, sidecarPath, versionsFolder } from '../../core/index';
import { folderOf, type Journal, nameOf, pathBelow } from '../files/index';
import type { Project } from '../folder/index';
import { corroborationChange } from './fileChanges';

/** Sidecars and earlier versions go with an article that is renamed or moved in VS Code; with a folder they go anyway. */
export async function sidecarsFollow(
  project: Project,
  files: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    if (!project.isArticle(oldUri)) continue;
    for (const [name] of await vscode.workspace.fs.readDirectory(folderOf(oldUri))) {
      if (name === versionsFolder(nameOf(oldUri)))
        edit.renameFile(oldUri.with({ path: versionsFolder(oldUri.path) }), newUri.with({ path: versionsFolder(newUri.path) }));
      const named = sidecarName(name);
      if (named === undefined || !isSamePath(named.article, nameOf(oldUri))) continue;
      const renamed = sidecarPath({ article: nameOf(newUri), who: named.who });
      edit.renameFile(vscode.Uri.joinPath(folderOf(oldUri), name), vscode.Uri.joinPath(folderOf(newUri), renamed), { overwrite: false });
    }
  }
  return edit;
}

/** Links name the paths of their ends: these follow, for files and for whole folders. */
export async function linksFollow(
  project: Project,
  journal: Journal,
  files: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[],
): Promise<void> {
  const moved = files.flatMap(({ oldUri, newUri }) => {
    const from = pathBelow(project.root, oldUri);
    const to = pathBelow(project.root, newUri);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const follow = <T extends Link['from']>(end: T): T => {
    const move = moved.find(({ from }) => end.path === from || end.path.startsWith(`${from}/`));
    return move ? { ...end, path: move.to + end.path.slice(move.from.length) } : end;
  };
  const changes = project.yaml.corroborations.links.flatMap((link): CorroborationChange[] => {
    const [from, to] = [follow(link.from), follow(link.to)];
    if (from === link.from && to === link.to) return [];
    return [{ kind: 'update-link', id: link.id, set: { from, to } }];
  });
  if (changes.length > 0) await journal.apply(vscode.l10n.t('Follow a renamed article'), [corroborationChange(project.yaml, changes)]);
}
