import type * as vscode from 'vscode';
import { gitUser } from './git';
import { settingsFor } from './settings';

/** Who decides: the settings, else git's user name. It is written into the sidecar and nowhere else. */
export async function authorOf(folder: vscode.Uri): Promise<string> {
  const { author, annotator } = settingsFor(folder);
  return author || annotator || (await gitUser()) || 'reader';
}
