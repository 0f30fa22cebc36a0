import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/command.mjs';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

/** What a person does, of which eight are enough: a command, an entry that is taken, or a key. */
class Actions {
  count = 0;
  readonly #vscode: OpenFolder['vscode'];

  constructor(vscode: OpenFolder['vscode']) {
    this.#vscode = vscode;
  }

  async command(title: string): Promise<void> {
    this.count++;
    await this.#vscode.runCommand(title);
  }

  async key(key: string): Promise<void> {
    this.count++;
    await this.#vscode.page.keyboard.press(key);
  }
}

describe('the first minute on plain files without metadata', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const article = '3f9a27c1.txt';

  before(async () => {
    opened = await openFolder({ folder: path.join(root, 'test', 'fixtures', 'plainStory') });
    ({ vscode } = opened);
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  it('leads in eight actions without the mouse to an annotation that is accepted and exported', async () => {
    const act = new Actions(vscode);
    const before = readdirSync(vscode.folder).length;
    act.count++;
    await vscode.openFile(article);
    await act.command('Second Source: Annotate This Folder');
    await vscode.decorated();
    await vscode.page.locator('.notification-toast', { hasText: '5 articles' }).waitFor({ timeout: 15_000 });
    assert.equal(readdirSync(vscode.folder).length, before, 'nothing is written before the first decision');
    await act.key('Control+F7');
    await vscode.page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
    await act.key('Control+Alt+Enter');
    await vscode.until(() => existsSync(path.join(vscode.folder, `${article}.annotations.yaml`)));
    await act.command('Second Source: Export…');
    const first = vscode.page.locator('.quick-input-list .monaco-list-row.focused');
    await first.filter({ hasText: 'What I accepted' }).waitFor();
    await act.key('Enter');
    await first.filter({ hasText: /report/i }).waitFor();
    await act.key('Enter');
    act.count++;
    const target = await vscode.saveAsProposed('.html');
    await vscode.until(() => existsSync(target));
    assert.match(readFileSync(target, 'utf8'), /accepted/);
    assert.ok(act.count <= 8, `${act.count} actions`);
  });

  it('names the outlets in one list, where Enter takes what is guessed', async () => {
    await vscode.runCommand('Second Source: Name the Outlets…');
    await vscode.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Name 1 of 5 articles as listed' }).waitFor();
    await vscode.page.keyboard.press('Enter');
    const sidecar = path.join(vscode.folder, 'notes-from-wire.txt.annotations.yaml');
    await vscode.until(() => existsSync(sidecar) && readFileSync(sidecar, 'utf8').includes('outlet: Wire'));
    await vscode.runCommand('Second Source: Undo Last Decision');
    await vscode.until(() => !existsSync(sidecar));
  });

  it('says what was found and what is missing, and names nothing that nobody knows', async () => {
    await vscode.runCommand('Second Source: Focus on Articles View');
    const view = vscode.page.locator('.pane', { hasText: 'Articles' }).first();
    await view.getByText(/5 articles, \d+ statements, 1 contradiction; 3 articles without a date, 5 without an outlet/).waitFor();
    await view.getByText('Captain: sandbank missing').first().waitFor();
  });
});
