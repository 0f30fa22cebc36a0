import * as vscode from 'vscode';
import type { Session } from '../../workspace/session/index';

/** What is dropped on a list of articles is imported: files, links, a page or text that was selected in a browser. */
export function articleDrop<Node>(
  session: Pick<Session, 'projects'>,
  folderAt: (node: Node | undefined) => vscode.Uri | undefined,
): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: ['files', 'text/uri-list', 'text/html', 'text/plain'],
    handleDrop: async (node, dropped, cancel) => {
      const [only, ...more] = vscode.workspace.workspaceFolders ?? [];
      if (only === undefined) return;
      // Below the entries of several stories none is meant: the import asks.
      const target = folderAt(node) ?? (more.length === 0 ? (session.projects[0]?.root ?? only.uri) : undefined);
      const files = filesOf(dropped, target ?? only.uri);
      if (files.length > 0) return importBy('importArticleFile', { files, target });
      const uris = (await textOf(dropped, 'text/uri-list')).split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
      const [first] = uris;
      if (cancel.isCancellationRequested) return;
      if (first !== undefined && /^https?:/i.test(first)) return importBy('importArticleAddress', { suggested: first, target });
      if (uris.length > 0) return importBy('importArticleFile', { files: uris.map((uri) => vscode.Uri.parse(uri)), target });
      const text = (await textOf(dropped, 'text/html')) || (await textOf(dropped, 'text/plain'));
      if (text.trim() !== '') return importBy('importArticleClipboard', { text, target });
    },
  };
}

/** Files from outside the editor; where they lie on another machine, their bytes come with them. */
function filesOf(dropped: vscode.DataTransfer, { scheme }: vscode.Uri) {
  return [...dropped].flatMap(([, item]) => {
    const file = item.asFile();
    if (file === undefined) return [];
    return [file.uri?.scheme === scheme ? file.uri : { name: file.name, data: () => file.data() }];
  });
}

async function textOf(dropped: vscode.DataTransfer, kind: string): Promise<string> {
  return (await dropped.get(kind)?.asString()) ?? '';
}

async function importBy(command: string, request: object): Promise<void> {
  await vscode.commands.executeCommand(`secondSource.${command}`, request);
}
