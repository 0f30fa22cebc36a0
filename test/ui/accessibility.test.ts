import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { violations } from './axe';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const themes = [
  ['Light 2026', 'vscode-light'],
  ['Dark 2026', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

describe('for those who do not see the screen, or see it otherwise', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    await vscode.runCommand('Second Source: Show Statements by Outlet');
    await table().getByRole('grid').waitFor({ timeout: 15_000 });
    await table().getByRole('columnheader', { name: 'Northgate Daily' }).waitFor({ timeout: 15_000 });
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  const table = () => vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  for (const [theme, kind] of themes)
    it(`the table of statements breaks no rule of axe-core in ${theme}`, async () => {
      mkdirSync(path.join(vscode.folder, '.vscode'), { recursive: true });
      writeFileSync(path.join(vscode.folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await table().locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor({ timeout: 15_000 });
      const frame = await (await table().locator('body').elementHandle()).ownerFrame();
      assert.ok(frame);
      assert.deepEqual(await violations(frame), []);
    });

  it('a report breaks none in its preview, whatever the theme', async () => {
    const row = (words: string) => vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
    await vscode.runCommand('View: Close All Editors');
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    await vscode.runCommand('Second Source: Export…');
    await row('The whole folder').click();
    await row('Quotations').waitFor();
    await vscode.page.keyboard.press('Enter');
    await row('HTML report').hover();
    await row('HTML report').locator('.quick-input-list-entry-action-bar .action-label').first().click();
    await vscode.page.keyboard.press('Escape');
    await table().getByRole('heading', { name: 'Sources' }).waitFor({ timeout: 15_000 });
    // No script runs in the preview: what it shows, with the styles that VS Code puts there, is looked at in a page of its own.
    const copy = await vscode.page.context().newPage();
    for (const [theme, kind] of themes) {
      writeFileSync(path.join(vscode.folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await table().locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor({ timeout: 15_000 });
      await copy.setContent(
        await table()
          .locator('html')
          .evaluate((page) => page.outerHTML),
      );
      assert.deepEqual(await violations(copy.mainFrame()), [], theme);
    }
    await copy.close();
  });

  it('every view has a name and every entry a label', async () => {
    await vscode.runCommand('Second Source: Focus on Articles View');
    for (const name of ['Articles', 'Speakers', 'Contradictions', 'Days', 'Discussions'])
      assert.ok((await vscode.page.locator(`.pane-header[aria-label^="${name}"]`).count()) > 0, name);
    const rows = vscode.page.locator('.pane-body .monaco-list-row[role="treeitem"]');
    await rows.first().waitFor();
    for (const label of await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label'))))
      assert.ok(label, 'an entry without a label');
  });
});
