import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const article = `<!doctype html><html><head><title>Lock to open</title><meta property="og:site_name" content="Basin Herald"></head><body>
<article><h1>Lock to open</h1>${'<p>Barges have waited at the eastern basin since the gate jammed in spring, and the town has paid.</p>'.repeat(3)}</article></body></html>`;
/** Nested beyond what any article is. */
const labyrinth = `${'<div>'.repeat(900)}<p>Words at the end of a long way.</p>`;

describe('an article that is imported', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  let file = '';
  let second = '';

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    file = path.join(vscode.folder, 'basin-herald-lock-to-open.md');
    second = path.join(vscode.folder, 'basin-herald-lock-to-open-2.md');
    writeFileSync(file, 'mine');
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  async function importFromClipboard(html: string): Promise<void> {
    await vscode.page.evaluate((text) => navigator.clipboard.writeText(text), html);
    await vscode.runCommand('Second Source: Import Article from Clipboard');
  }

  async function answer(button: string): Promise<void> {
    const dialog = vscode.page.locator('.monaco-dialog-box');
    await dialog.getByText('basin-herald-lock-to-open.md exists already.').waitFor();
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('leaves another one of its name alone when the question is cancelled', async () => {
    await importFromClipboard(article);
    await answer('Cancel');
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal(existsSync(second), false);
  });

  it('stands beside it where both are kept', async () => {
    await importFromClipboard(article);
    await answer('Keep Both');
    // the command has ended once it shows what it has written
    await vscode.page.locator('.tab.active', { hasText: path.basename(second) }).waitFor();
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.match(readFileSync(second, 'utf8'), /# Lock to open/);
  });

  it('takes its place where it is replaced', async () => {
    await importFromClipboard(article.replaceAll('spring', 'autumn'));
    await answer('Replace');
    await vscode.page.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
    assert.match(readFileSync(file, 'utf8'), /jammed in autumn/);
  });

  it('is all the text of a page in which no article is found, where that is wanted', async () => {
    await importFromClipboard(labyrinth);
    const toast = vscode.page.locator('.notification-toast', { hasText: 'the clipboard: this page is nested deeper' });
    await toast.getByRole('button', { name: 'Take All Its Text' }).click();
    await vscode.page.locator('.editor-group-container.active .view-line', { hasText: 'Words at the end of a long way.' }).waitFor();
  });

  it('is none where no address is given', async () => {
    await vscode.runCommand('Second Source: Import Article from Address…');
    const input = vscode.page.locator('.quick-input-widget input');
    await input.fill('ftp://paper.example/story');
    await vscode.page.getByText('An address begins with http:// or https://.').first().waitFor();
    await input.press('Escape');
    await vscode.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });
});
