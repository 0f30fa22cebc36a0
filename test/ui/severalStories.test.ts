import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/command.mjs';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

describe('several stories in one window', () => {
  let made: string;
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    made = mkdtempSync(path.join(tmpdir(), 'second-source-stories-'));
    cpSync(path.join(root, 'samples'), path.join(made, 'harbour'), { recursive: true });
    cpSync(path.join(root, 'test', 'fixtures', 'plainStory'), path.join(made, 'ferry'), { recursive: true });
    mkdirSync(path.join(made, 'empty'));
    writeFileSync(path.join(made, 'empty', 'data.json'), '{}\n');
    const workspace = 'stories.code-workspace';
    writeFileSync(path.join(made, workspace), JSON.stringify({ folders: [{ path: 'harbour' }, { path: 'ferry' }, { path: 'empty' }] }));
    opened = await openFolder({ folder: made, workspace, settings: { 'secondSource.annotate': 'always' } });
    ({ vscode } = opened);
    await vscode.openFile('ferry/3f9a27c1.txt');
    await vscode.decorated();
  });
  after(async () => {
    await opened.close();
    rmSync(made, { recursive: true, force: true });
  });
  pictureFailures(() => vscode);

  const rows = (view: string) => vscode.page.locator(`[role="tree"][aria-label*="${view}"] .monaco-list-row`);
  const focus = (view: string) => vscode.runCommand(`Second Source: Focus on ${view} View`);
  const which = () => vscode.page.locator('.quick-input-widget input[placeholder^="Which folder? Each is a story of its own"]');

  it('are told apart in the list of articles, each as a story of its own', async () => {
    await focus('Articles');
    for (const story of ['harbour', 'ferry'])
      await rows('Articles')
        .filter({ hasText: `${story}a story of its own` })
        .first()
        .waitFor();
  });

  it('are told apart in the views of contradictions, days and speakers', async () => {
    for (const view of ['Contradictions', 'Days', 'Speakers']) {
      await focus(view);
      await rows(view)
        .filter({ hasText: /harbour · / })
        .first()
        .waitFor({ timeout: 15_000 });
    }
    await vscode.runCommand('Second Source: Focus on Contradictions View');
    const ferry = rows('Contradictions').filter({ hasText: /ferry · / });
    await ferry.first().waitFor();
    assert.equal(await ferry.filter({ hasText: 'harbour · ' }).count(), 0);
  });

  it('are asked for where no article is in front, and the table names the one', async () => {
    await vscode.runCommand('View: Close All Editors');
    await vscode.runCommand('Second Source: Show Statements by Outlet');
    await which().waitFor();
    await vscode.pick('ferry');
    await vscode.page.locator('.tab.active', { hasText: 'Statements by outlet: ferry' }).waitFor();
    const page = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { level: 1, name: 'Statements by outlet: ferry' }).waitFor({ timeout: 15_000 });
    await page.getByRole('columnheader', { name: 'Captain: sandbank missing' }).waitFor({ timeout: 15_000 });
    assert.equal(await page.getByRole('columnheader', { name: 'Kesnet' }).count(), 0);
  });

  it('are searched one by one, and what is found goes by headlines where nobody knows the outlet', async () => {
    await vscode.openFile('ferry/3f9a27c1.txt');
    await vscode.runCommand('Second Source: Find Statements…');
    await vscode.page.locator('.tab.active', { hasText: 'Find statements: ferry' }).waitFor();
    const page = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.locator('input').first().fill('Velt');
    await vscode.page.keyboard.press('Enter');
    await page.getByText('Ferry runs aground off Halden Point, dozens taken ashore').first().waitFor({ timeout: 15_000 });
    assert.equal(await page.getByText('3f9a27c1.txt').count(), 0);
  });

  it('are none in a folder without articles, which says what they are', async () => {
    await vscode.openFile('empty/data.json');
    await vscode.runCommand('Second Source: Annotate This Folder');
    const told = vscode.page.locator('.notification-toast', { hasText: 'empty has no articles yet: they are .txt, .md and .html files.' });
    await told.waitFor({ timeout: 15_000 });
    await told.getByRole('button', { name: 'Import Articles from Files…' }).waitFor();
  });

  it('are named at every step of an export, which has the articles of one', async () => {
    await vscode.openFile('ferry/3f9a27c1.txt');
    await vscode.decorated();
    await vscode.runCommand('Second Source: Export…');
    const title = (number: number) => vscode.page.locator('.quick-input-title', { hasText: `Export (${number} of 3): ferry` }).waitFor();
    await title(1);
    await vscode.pick('The whole folder');
    await title(2);
    await vscode.page.keyboard.press('Enter');
    await title(3);
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'CSV table' }).first().click();
    const target = await vscode.saveAsProposed('.csv');
    assert.equal(path.basename(path.dirname(target)), 'ferry');
    const text = () => {
      try {
        return readFileSync(target, 'utf8');
      } catch {
        return '';
      }
    };
    await vscode.until(() => text().includes(',3f9a27c1.txt,'));
    assert.doesNotMatch(text(), /kesnet/);
  });
});
