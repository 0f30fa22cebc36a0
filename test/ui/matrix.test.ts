import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { type OpenFolder, openFolder } from './workbench';

describe('the statements by outlet of a folder that is still read', () => {
  it('have no article twice', async () => {
    const opened = await openFolder();
    const { vscode } = opened;
    try {
      const matrix = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      const seen: string[][] = [];
      await vscode.runCommand('Second Source: Show Statements by Outlet');
      for (let tries = 0; tries < 200 && (seen.at(-1)?.length ?? 0) < 6; tries++) {
        seen.push(
          await matrix
            .getByRole('columnheader')
            .allInnerTexts()
            .catch(() => []),
        );
        await vscode.page.waitForTimeout(50);
      }
      assert.equal(seen.at(-1)?.length, 6);
      for (const heads of seen) assert.equal(new Set(heads).size, heads.length, heads.join(' | '));
    } finally {
      await opened.close();
    }
  });
});

describe('the statements by outlet', () => {
  let opened: OpenFolder;
  let matrix: FrameLocator;

  before(async () => {
    opened = await openFolder();
    await opened.vscode.openFile('kesnet.article.txt');
    await opened.vscode.decorated();
    await opened.vscode.runCommand('Second Source: Show Statements by Outlet');
    matrix = opened.vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await matrix.getByRole('grid').waitFor({ timeout: 15_000 });
  });
  after(() => opened.close());

  it('name the outlets above and say the relation of every cell', async () => {
    // Outlets come in as their articles are read.
    for (const outlet of ['Kesnet', 'Tidewater Times', 'Northgate Daily', 'Meridian Post', 'The Lowen Courier'])
      await matrix.getByRole('columnheader', { name: outlet }).waitFor({ timeout: 15_000 });
    const harbours = matrix.getByRole('row').filter({ hasText: 'older than our quarrels' }).first();
    await harbours.getByRole('button', { name: 'Tidewater Times: same words' }).waitFor();
    await harbours.getByRole('button', { name: /The Lowen Courier: other words/ }).waitFor();
  });

  it('are reached by keyboard and show what differs', async () => {
    const row = matrix.getByRole('row').filter({ hasText: 'older than our quarrels' }).first();
    const cells = row.getByRole('button');
    const lowen = row.getByRole('button', { name: /The Lowen Courier/ });
    await cells.first().focus();
    for (let step = 0; step < 5 && !(await lowen.evaluate((cell) => cell === cell.ownerDocument.activeElement)); step++)
      await opened.vscode.page.keyboard.press('ArrowRight');
    const detail = matrix.locator('#detail');
    await detail.locator('.removed', { hasText: 'harbours' }).first().waitFor();
    await detail.locator('.added', { hasText: 'ports' }).first().waitFor();
  });

  it('keep their columns where an article changes', async () => {
    const heads = () => matrix.getByRole('columnheader').allInnerTexts();
    const before = await heads();
    assert.equal(new Set(before).size, 6, 'a column an article, and the statement');
    const file = path.join(opened.folder, 'lowen-courier.article.txt');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n“Nobody has ever counted the gulls,” Ruth Bellamy said.\n`);
    const row = matrix.getByRole('row').filter({ hasText: 'Nobody has ever counted the gulls' });
    for (let tries = 0; tries < 300 && (await row.count()) === 0; tries++) {
      const now = await heads().catch(() => []);
      if (now.length > 0) assert.deepEqual(now, before); // none while it is drawn anew
      await opened.vscode.page.waitForTimeout(50);
    }
    await row.first().waitFor();
    assert.deepEqual(await heads(), before);
  });

  it('open both articles side by side', async () => {
    await matrix
      .getByRole('row')
      .filter({ hasText: 'older than our quarrels' })
      .getByRole('button', { name: /The Lowen Courier/ })
      .first()
      .click();
    const groups = opened.vscode.page.locator('.editor-group-container:visible');
    await opened.vscode.page.locator('.tab:visible', { hasText: 'lowen-courier' }).waitFor({ timeout: 10_000 });
    assert.equal(await groups.count(), 2);
  });
});
