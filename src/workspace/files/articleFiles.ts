import * as vscode from 'vscode';
import { isFolderWithoutArticles, sidecarName, sidecarPath } from '../../core/index';

/** Of the addresses of an archive's articles: they lead to what was read of it in this window, and nowhere else. */
export const archivedScheme = 'second-source-archive';

export const projectFileName = 'second-source.yaml';
export const corroborationsName = 'corroborations.yaml';

/** `NAME.EXT.annotations.yaml`, or `NAME.EXT.annotations.WHO.yaml`. */
export function sidecarUri(article: vscode.Uri, annotator: string): vscode.Uri {
  return article.with({ path: sidecarPath({ article: article.path, who: annotator }) });
}

export function isSidecarName(name: string): boolean {
  return sidecarName(name) !== undefined;
}

/** The article that a sidecar belongs to. */
export function articleOf(sidecar: vscode.Uri): vscode.Uri | undefined {
  const name = sidecarName(sidecar.path);
  return name && sidecar.with({ path: name.article });
}

/** The path of a file below a folder, '/' separated; `undefined` outside it. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(base)
    ? uri.path.slice(base.length)
    : undefined;
}

/** Whether a path leads through a dot folder or node_modules, in which nothing is an article. */
export function isInHiddenFolder(path: string): boolean {
  return path.split('/').some(isFolderWithoutArticles);
}

/** All files below a folder but those in dot folders and node_modules, a folder at a time (one call each, also on slow file systems). */
export async function* walk(root: vscode.Uri): AsyncGenerator<vscode.Uri> {
  const folders = [root];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      continue; // gone, or not ours to read: its articles are simply not there
    }
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      // A linked folder may lead back to where we are: links to files are followed, links to folders are not.
      if (type === vscode.FileType.Directory) {
        if (!isFolderWithoutArticles(name)) folders.push(uri);
      } else if ((type & vscode.FileType.File) !== 0) yield uri;
    }
  }
}

/** Whether somebody has annotated in this folder: the project file at its root, or a sidecar anywhere. */
export async function isAnnotated(root: vscode.Uri): Promise<boolean> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(root);
  } catch {
    return false;
  }
  if (entries.some(([name]) => name === projectFileName || isSidecarName(name))) return true;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(root, '**/*.annotations*.yaml'), '**/{node_modules,.*}/**', 20);
  return found.some((uri) => isSidecarName(uri.path.slice(uri.path.lastIndexOf('/') + 1)));
}
