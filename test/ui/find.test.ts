import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { violations } from './axe';
import { type OpenFolder, openFolder, pictureFailures } from './workbench';

describe('the page that finds statements', () => {
  let opened: OpenFolder;
  let page: FrameLocator;

  before(async () => {
    opened = await openFolder();
    await opened.vscode.openFile('kesnet.article.txt');
    await opened.vscode.decorated();
    await opened.vscode.runCommand('Second Source: Find Statements');
    page = opened.vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('table').waitFor({ timeout: 15_000 });
  });
  after(() => opened.close());
  pictureFailures(() => opened.vscode);

  it('shows who says something, and holds it to what is asked', async () => {
    await page
      .getByRole('status')
      .filter({ hasText: /\d+ statements/ })
      .waitFor({ timeout: 15_000 });
    await page.getByLabel('By').fill('sen');
    await page.getByLabel('About').fill('ports quarrels disputes');
    await page.getByLabel('About').press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^0 statements/ })
      .waitFor({ timeout: 10_000 });
    await page.getByLabel('About').fill('older');
    await page.getByLabel('About').press('Enter');
    await page.getByRole('row').filter({ hasText: 'older than our' }).first().waitFor({ timeout: 10_000 });
  });

  it('says that days are the wrong way round', async () => {
    await page.getByLabel('Published from').fill('2026-05-09');
    await page.getByLabel('to', { exact: true }).fill('2026-05-03');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('status').filter({ hasText: 'The first day is after the last one' }).waitFor({ timeout: 10_000 });
    for (const field of ['Published from', 'to']) await page.getByLabel(field, { exact: true }).fill('');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('row').filter({ hasText: 'older than our' }).first().waitFor({ timeout: 10_000 });
  });

  it('breaks no rule of axe-core', async () => {
    const frame = await (await page.locator('body').elementHandle()).ownerFrame();
    assert.ok(frame);
    assert.deepEqual(await violations(frame), []);
  });

  it('saves what it has found', async () => {
    const { page: window, folder } = { page: opened.vscode.page, folder: opened.folder };
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    await window.locator('.quick-input-widget:visible input').first().waitFor({ timeout: 10_000 });
    await window.keyboard.press('Enter');
    const file = path.join(folder, 'found.csv');
    for (let wait = 0; wait < 50 && !existsSync(file); wait++) await window.waitForTimeout(100);
    assert.match(readFileSync(file, 'utf8'), /^file,outlet,published,[^\n]*\r\n[^\n]*older than our/);
  });

  it('opens a statement where it stands', async () => {
    await page.getByRole('row').filter({ hasText: 'older than our' }).getByRole('button').first().click();
    await opened.vscode.page.locator('.editor-group-container:visible').nth(1).waitFor({ timeout: 10_000 });
  });
});
