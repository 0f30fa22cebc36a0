import * as vscode from 'vscode';
import { readBytes } from '../files/index';
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

export async function fileContent(root: vscode.Uri, path: string): Promise<FileContent | undefined> {
  const stamped = await stampedFile(root, path);
  const bytes = stamped && (await readBytes(vscode.Uri.joinPath(root, path)).catch(() => undefined));
  // A view of a larger buffer would be sent with all of it.
  return stamped && bytes && { path, stamp: stamped[1], bytes: Uint8Array.from(bytes) };
}
