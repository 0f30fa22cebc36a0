import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { clear, folder, open, rangeOf, until } from './articles';

const words = '“Our harbours are older';
const path = (name: string) => vscode.Uri.joinPath(folder(), name).fsPath;
const article = `---
outlet: The Venn Observer
---

“Our harbours are older than our quarrels. They have outlived each blockade of the tariff years,” Sen Maroa said in Venn.
`;

describe('a folder that is changed by another program', () => {
  const outside = `${path('.')}-outside`;
  const waiting = 20_000;

  const tidy = async () => {
    await clear();
    for (const name of ['incoming', 'renamed']) rmSync(path(name), { recursive: true, force: true });
    rmSync(outside, { recursive: true, force: true });
  };
  beforeEach(tidy);
  after(tidy);

  it('is read where it is moved in, followed where it is renamed, and forgotten where it is deleted', async function () {
    this.timeout(4 * waiting);
    const editor = await open('kesnet.article.txt');
    const at = rangeOf(editor.document, words).start.translate(0, 3);
    const places = async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, at);
      return found.map(({ uri }) => uri.path.slice(folder().path.length + 1));
    };
    await until(places, (found) => found.length > 1, 'the folder is read', waiting);
    mkdirSync(`${outside}/may`, { recursive: true });
    writeFileSync(`${outside}/may/venn.md`, article);
    renameSync(outside, path('incoming'));
    await until(places, (found) => found.includes('incoming/may/venn.md'), 'it is found where it was moved in', waiting);
    renameSync(path('incoming'), path('renamed'));
    const isFollowed = (found: readonly string[]) => found.includes('renamed/may/venn.md') && !found.includes('incoming/may/venn.md');
    await until(places, isFollowed, 'it has its new name', waiting);
    rmSync(path('renamed'), { recursive: true });
    await until(places, (found) => !found.some((one) => one.includes('venn')), 'it is gone', waiting);
    assert.ok((await places()).length > 1);
  });
});
