import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const text = (headline: string) => `${headline}\n\n“We wait until the weir is mended,” said Petra Holm, the keeper.\n`;

describe('an article from the clipboard, where the folder says which files are articles', () => {
  let made: string;
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const at = (...names: string[]) => path.join(vscode.folder, ...names);
  const rule = (globs: string) => `version: 1\narticles: [${globs}]\n`;

  before(async () => {
    made = mkdtempSync(path.join(tmpdir(), 'second-source-clipboard-'));
    const folder = path.join(made, 'weir');
    mkdirSync(path.join(folder, 'pages'), { recursive: true });
    mkdirSync(path.join(folder, '.vscode'));
    writeFileSync(path.join(folder, 'pages', 'first.txt'), text('Weir is shut'));
    writeFileSync(path.join(folder, 'second-source.yaml'), rule("'pages/*'"));
    opened = await openFolder({ folder });
    ({ vscode } = opened);
    await vscode.openFile('pages/first.txt');
    await vscode.decorated();
    await vscode.runCommand('View: Close All Editors');
  });
  after(async () => {
    await opened.close();
    rmSync(made, { recursive: true, force: true });
  });
  pictureFailures(() => vscode);

  const paste = async (headline: string) => {
    await vscode.page.evaluate((words) => navigator.clipboard.writeText(words), text(headline));
    await vscode.runCommand('Second Source: Import Article from Clipboard');
  };
  const told = (words: string) => vscode.page.locator('.notification-toast', { hasText: words });

  it('goes where `articles` in second-source.yaml has its articles, and is read', async () => {
    await paste('Gate to open');
    await vscode.page.locator('.tab.active', { hasText: 'gate-to-open.txt' }).waitFor();
    await vscode.decorated();
    assert.ok(existsSync(at('pages', 'gate-to-open.txt')));
    assert.equal(existsSync(at('gate-to-open.txt')), false);
    assert.equal(await told('is no article').count(), 0);
  });

  it('is told to be none by that rule, where no name fits it', async () => {
    await vscode.runCommand('View: Close All Editors');
    writeFileSync(at('second-source.yaml'), rule("'pages/first.txt'"));
    await vscode.page.waitForTimeout(2000);
    await paste('Keeper resigns');
    const message = told('keeper-resigns.txt is no article by `articles` in second-source.yaml, so it is not annotated.');
    await message.waitFor();
    await message.getByRole('button', { name: 'Change That' }).click();
    await vscode.page.locator('.tab.active', { hasText: 'second-source.yaml' }).waitFor();
  });

  it('is named as the setting has it, where that is the rule', async () => {
    await vscode.runCommand('View: Close All Editors');
    writeFileSync(at('second-source.yaml'), 'version: 1\n');
    writeFileSync(at('.vscode', 'settings.json'), JSON.stringify({ 'secondSource.articles': ['**/*.article.txt'] }));
    await vscode.page.waitForTimeout(2000);
    await paste('Sluice repaired');
    await vscode.page.locator('.tab.active', { hasText: 'sluice-repaired.article.txt' }).waitFor();
    await vscode.decorated();
  });

  it('is told to be none by the setting, which the message opens', async () => {
    await vscode.runCommand('View: Close All Editors');
    writeFileSync(at('.vscode', 'settings.json'), JSON.stringify({ 'secondSource.articles': ['pages/first.txt'] }));
    await vscode.page.waitForTimeout(2000);
    await paste('Eels counted');
    const message = told('eels-counted.txt is no article by the setting secondSource.articles, so it is not annotated.');
    await message.waitFor();
    await message.getByRole('button', { name: 'Change That' }).click();
    await vscode.page.locator('.settings-editor').waitFor();
  });
});
