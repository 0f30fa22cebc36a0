import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parseCsv, records } from '../core/exportReaders';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

describe('the export command', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  const rows = () => vscode.page.locator('.quick-input-list .monaco-list-row');
  const row = (words: string) => rows().filter({ hasText: words }).first();
  const title = (words: string) => vscode.page.locator('.quick-input-title', { hasText: words }).waitFor();

  it('asks for a part, a filter and a format that says what it is for, previews it, writes it and opens it', async () => {
    await vscode.runCommand('Second Source: Export…');
    await title('Export (1 of 3)');
    await vscode.pick('This article');
    await title('Export (2 of 3)');
    await row('Dates').click();
    await vscode.page.keyboard.press('Enter');
    await title('Export (3 of 3)');
    const choice = row('CSV table');
    assert.match(await choice.innerText(), /Spreadsheets: one row an annotation/);
    await choice.hover();
    await choice.locator('.quick-input-list-entry-action-bar .action-label').first().click();
    await vscode.page.locator('.tab', { hasText: 'Preview of annotations.csv' }).waitFor();
    await choice.click();
    const proposed = await vscode.saveAsProposed('.csv');
    await vscode.until(() => existsSync(proposed));
    const lines = readFileSync(proposed, 'utf8').trimEnd().split('\r\n');
    assert.ok(lines.length > 3);
    for (const line of lines.slice(1)) {
      assert.match(line, /,kesnet\.article\.txt,/);
      assert.doesNotMatch(line, /,date,/);
    }
    await vscode.page.locator('.notification-toast').getByRole('button', { name: 'Open', exact: true }).click();
    await vscode.page.locator('.tab.active', { hasText: 'annotations.csv' }).waitFor();
  });

  it('can be held to one speaker', async () => {
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    await vscode.runCommand('Second Source: Export…');
    await title('Export (1 of 3)');
    await vscode.pick('One speaker');
    await row('Arendt').click();
    await title('Export (2 of 3)');
    await vscode.page.keyboard.press('Enter');
    await title('Export (3 of 3)');
    await row('TSV table').click();
    const proposed = await vscode.saveAsProposed('.tsv');
    await vscode.until(() => existsSync(proposed));
    const rows = records(parseCsv(readFileSync(proposed, 'utf8'), '\t', '\n'));
    assert.ok(rows.length > 3);
    for (const { speaker } of rows) assert.match(speaker ?? '', /Arendt/);
  });
});
