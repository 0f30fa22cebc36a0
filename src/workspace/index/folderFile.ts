import * as vscode from 'vscode';
import { readBytes } from '../files/index';
import { showWarningMessage } from '../window/index';
import type { FileContent } from './indexServer';

/** Over this many bytes an article is no part of the index. */
const largeOver = 2_000_000;

/** What tells one state of a file from another; nothing for one that is gone or too large. */
export async function stampedFile(root: vscode.Uri, path: string): Promise<readonly [path: string, stamp: string] | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(root, path));
    return size > largeOver ? undefined : [path, `${mtime}:${size}`];
  } catch {
    return undefined; // gone since it was listed
  }
}

/** `unreadable`: its rights, or a disk that fails. */
export async function fileContent(root: vscode.Uri, path: string): Promise<FileContent | 'unreadable' | undefined> {
  const stamped = await stampedFile(root, path);
  const bytes = stamped && (await readBytes(vscode.Uri.joinPath(root, path)).catch(() => 'unreadable' as const));
  if (bytes === 'unreadable') return bytes;
  // A view of a larger buffer would be sent with all of it.
  return stamped && bytes && { path, stamp: stamped[1], bytes: Uint8Array.from(bytes) };
}

/** Of several files; those that cannot be read are put among `unreadable`. */
export async function fileContents(root: vscode.Uri, paths: readonly string[], unreadable: string[]): Promise<readonly FileContent[]> {
  const contents = await Promise.all(paths.map((path) => fileContent(root, path)));
  unreadable.push(...paths.filter((_, i) => contents[i] === 'unreadable'));
  return contents.filter((content) => typeof content === 'object');
}

/** Says which of a folder's articles are missing in its index. */
export function warnOfUnreadable(paths: readonly string[]): void {
  const [first, ...more] = paths;
  if (first === undefined) return;
  void showWarningMessage(
    more.length === 0
      ? vscode.l10n.t('{0} cannot be read and is not found. Index the folder again once it can.', first)
      : vscode.l10n.t(
          '{0} and {1} more articles cannot be read and are not found. Index the folder again once they can.',
          first,
          more.length,
        ),
  );
}
