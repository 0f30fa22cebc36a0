import * as vscode from 'vscode';

/** The part of the built-in git extension's interface that is used here. */
interface GitApi {
  readonly repositories: readonly { getConfig(key: string): Promise<string> }[];
  getRepository(uri: vscode.Uri): Repository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  show(ref: string, path: string): Promise<string>;
  getCommit(ref: string): Promise<{ readonly commitDate?: Date }>;
}

interface GitExtension {
  getAPI(version: 1): GitApi;
}

/** Of VS Code's own extension, where it is there and at work: nothing here starts git itself. */
function gitApi(): GitApi | undefined {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  return git?.isActive === true ? git.exports.getAPI(1) : undefined;
}

/** The person's name; empty where git is switched off, or has no name for this person. */
export async function gitUser(): Promise<string> {
  try {
    return (await gitApi()?.repositories[0]?.getConfig('user.name'))?.trim() ?? '';
  } catch {
    return '';
  }
}

/** Names the last commit; `undefined` where there is none. */
export function lastCommit(uri: vscode.Uri): string | undefined {
  return gitApi()?.getRepository(uri)?.state.HEAD?.commit;
}

/** The text of a file that was committed last, with an address to open it by; `undefined` where there is none. */
export async function committedText(
  uri: vscode.Uri,
): Promise<{ readonly uri: vscode.Uri; readonly text: string; readonly at?: string } | undefined> {
  try {
    const git = gitApi();
    const repository = git?.getRepository(uri);
    if (git === undefined || !repository) return undefined;
    const text = await repository.show('HEAD', uri.fsPath);
    const { commitDate } = await repository.getCommit('HEAD');
    return { uri: git.toGitUri(uri, 'HEAD'), text, ...(commitDate && { at: commitDate.toISOString().replace(/\.\d+Z$/, 'Z') }) };
  } catch {
    return undefined; // never committed, or git does not answer
  }
}
