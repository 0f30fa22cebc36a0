import * as vscode from 'vscode';
import type { Journal } from '../files/index';
import type { AnnotatedFolders } from './annotatedFolders';
import type { FolderChanges } from './folderChanges';

/** Listens to what happens to files, editors and settings of the window. */
export function watch(
  folders: AnnotatedFolders,
  changes: FolderChanges,
  journal: Journal,
  tell: (error: unknown) => void,
): vscode.Disposable {
  const { workspace } = vscode;
  const watcher = workspace.createFileSystemWatcher('**/*.{txt,md,markdown,htm,html,yaml}');
  // Of a folder that is renamed, moved in or deleted elsewhere nobody may tell file by file.
  const anything = workspace.createFileSystemWatcher('**', false, true, false);
  const isFile = ({ path }: vscode.Uri) => /\.(?:txt|md|markdown|html?|yaml)$/.test(path);
  return vscode.Disposable.from(
    watcher,
    anything,
    anything.onDidCreate((uri) => {
      if (!isFile(uri)) changes.folderAppeared(uri).catch(tell);
    }),
    anything.onDidDelete((uri) => {
      // Each looks through all files of the folder, of which thousands may go at once.
      if (!isFile(uri)) for (const file of folders.projectOf(uri)?.filesBelow(uri) ?? []) changes.noticed(file);
    }),
    watcher.onDidCreate((uri) => changes.noticed(uri)),
    watcher.onDidChange((uri) => changes.noticed(uri)),
    watcher.onDidDelete((uri) => changes.noticed(uri)),
    workspace.onDidOpenTextDocument((document) => changes.opened(document)),
    workspace.onDidCloseTextDocument((document) => {
      // One that gets another language is told of as closed and opened, and stays open.
      if (document.isClosed) changes.closed(document);
    }),
    workspace.onDidChangeTextDocument((event) => changes.edited(event)),
    workspace.onWillRenameFiles((event) => {
      for (const project of folders.projects)
        event.waitUntil(import('../decisions/index').then(({ sidecarsFollow }) => sidecarsFollow(project, event.files)));
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const project of folders.projects)
        import('../decisions/index').then(({ linksFollow }) => linksFollow(project, journal, files)).catch(tell);
    }),
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.forget(uri.toString());
      for (const { uri } of added) void folders.detect(uri);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!['annotate', 'articles', 'annotator'].some((name) => event.affectsConfiguration(`secondSource.${name}`))) return;
      for (const { uri } of workspace.workspaceFolders ?? []) void folders.detect(uri, true);
    }),
  );
}
