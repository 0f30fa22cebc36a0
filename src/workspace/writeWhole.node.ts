import { open, rename, unlink } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { writeThroughWorkspace } from './writeWhole';

/** A temporary sibling, fsync, rename: at any moment the old file or the new one. Other schemes go through `workspace.fs`. */
export async function writeToDisk(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme !== 'file') return writeThroughWorkspace(uri, bytes);
  const slash = Math.max(uri.fsPath.lastIndexOf('/'), uri.fsPath.lastIndexOf('\\'));
  const temporary = `${uri.fsPath.slice(0, slash + 1)}.${uri.fsPath.slice(slash + 1)}.${crypto.randomUUID()}`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, uri.fsPath);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
