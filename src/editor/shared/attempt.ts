import * as vscode from 'vscode';
import { messageOf, RefusedError } from '../../workspace/files/index';
import { showErrorMessage } from '../../workspace/window/index';

/** Runs what a person asked for and tells them in one line where it could not be done. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    const refused = error instanceof RefusedError || error instanceof vscode.FileSystemError;
    void showErrorMessage(refused ? messageOf(error) : vscode.l10n.t('Second Source: {0}', messageOf(error)));
    // Anything else is our own mistake: it belongs into the host's log as well.
    if (!refused) throw error;
    return undefined;
  }
}
