import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const folder = (): vscode.Uri => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root, 'the tests need a folder');
  return root;
};

export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = file(path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export async function read(path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file(path)));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file(path));
    return true;
  } catch {
    return false;
  }
}

/** Deletes what a test has made, and closes its editors first, so that nothing is asked. */
export async function clear(...paths: string[]): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const path of paths) if (await exists(path)) await vscode.workspace.fs.delete(file(path));
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** The range of some words, the first time they stand in the document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Puts the cursor into the words: after the first two characters, inside any quotation mark. */
export function putCursor(editor: vscode.TextEditor, words: string): void {
  const at = rangeOf(editor.document, words).start.translate(0, 2);
  editor.selection = new vscode.Selection(at, at);
}

export function select(editor: vscode.TextEditor, words: string): void {
  const { start, end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, end);
}

/** Everything the cards at some words say, as Markdown source. */
export async function cardsAt(editor: vscode.TextEditor, words: string): Promise<string> {
  const at = rangeOf(editor.document, words).start.translate(0, 2);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
}

/** Asks until the answer is right, since files and analysis follow in their own time; fails with what was seen last. */
export async function until<T>(ask: () => T | Thenable<T>, isRight: (seen: T) => boolean, what: string, within = 8000): Promise<T> {
  const end = Date.now() + within;
  let seen = await ask();
  while (!isRight(seen)) {
    if (Date.now() > end) assert.fail(`${what}; seen last: ${JSON.stringify(seen).slice(0, 800)}`);
    await new Promise((next) => setTimeout(next, 50));
    seen = await ask();
  }
  return seen;
}

export const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`secondSource.${command}`, ...args);
