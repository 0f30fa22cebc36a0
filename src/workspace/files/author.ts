import * as vscode from 'vscode';
import { settingsFor } from './settings';

/** The part of the built-in git extension's interface that is used here. */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly { getConfig(key: string): Promise<string> }[] };
}

/** Who decides: the settings, else git's user name. It is written into the sidecar and nowhere else. */
export async function authorOf(folder: vscode.Uri): Promise<string> {
  const { author, annotator } = settingsFor(folder);
  return author || annotator || (await gitUser()) || 'reader';
}

async function gitUser(): Promise<string> {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (git?.isActive !== true) return '';
  try {
    return (await git.exports.getAPI(1).repositories[0]?.getConfig('user.name'))?.trim() ?? '';
  } catch {
    return ''; // git is switched off, or has no name for this person
  }
}
