import { type Uri, workspace } from 'vscode';
import { replaceFile, WriteRefused } from '../../disk/wholeFile';
import { RefusedError } from './journal';
import { replaceThroughWorkspace } from './writeWhole';

/** At any moment the old file or the new one, in turns with other windows and programs. Other schemes go through `workspace.fs`. */
export async function replaceOnDisk(uri: Uri, before: Uint8Array | undefined, after: Uint8Array | undefined): Promise<boolean> {
  if (uri.scheme !== 'file') return replaceThroughWorkspace(uri, before, after);
  try {
    return await replaceFile(uri.fsPath, before, after, workspace.getWorkspaceFolder(uri)?.uri.fsPath);
  } catch (error) {
    throw error instanceof WriteRefused ? new RefusedError(error.message) : error;
  }
}
