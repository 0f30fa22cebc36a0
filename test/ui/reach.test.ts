import assert from 'node:assert/strict';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

/** VS Code at 200 % in a window of 1280 × 800 has half as many pixels each way. */
const atTwoHundred = { width: 640, height: 400 };
const narrow = { width: 480, height: 700 };

describe('the window at another size', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
    await vscode.runCommand('View: Close Primary Side Bar');
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  const webview = () => vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  for (const [name, size] of Object.entries({ 'at 200 %': atTwoHundred, narrow }))
    it(`shows the card with its verdict, and the table: ${name}`, async () => {
      await vscode.page.setViewportSize({ width: 1280, height: 800 });
      await vscode.runCommand('View: Close All Editors');
      await vscode.openFile('kesnet.article.txt');
      await vscode.decorated();
      await vscode.page.setViewportSize(size);
      const card = await (await vscode.hover('Our harbours')).innerText();
      assert.match(card, /\d outlets · \d independent origins/);
      console.log(`      ${await vscode.screenshot(`card ${name}`)}`);
      await vscode.page.keyboard.press('Escape');

      await vscode.runCommand('Second Source: Show Statements by Outlet');
      await webview().getByRole('columnheader', { name: 'Northgate Daily' }).waitFor({ timeout: 15_000 });
      const fits = await webview()
        .locator('body')
        .evaluate((body) => body.scrollWidth <= body.clientWidth + 1);
      assert.ok(fits, 'only the table itself scrolls sideways');
      const box = await webview().getByRole('heading', { level: 1 }).boundingBox();
      assert.ok(box && box.width > 0 && box.x + box.width <= size.width);
      console.log(`      ${await vscode.screenshot(`table ${name}`)}`);
    });
});

describe('what a screen reader reads', () => {
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

  it('names the card of a passage by what it says, on the keyboard', async () => {
    await vscode.click('Our harbours');
    const hover = vscode.page.locator('.monaco-hover:visible', { hasText: 'independent origins' });
    // While the folder is still read, a card has nothing to say of other outlets.
    for (let tries = 0; tries < 5 && (await hover.count()) === 0; tries++) {
      await vscode.page.keyboard.press('Escape');
      await vscode.runCommand('Show or Focus Hover');
      await vscode.page.waitForTimeout(1500);
    }
    await hover.first().waitFor({ timeout: 5000 });
    const text = await hover.first().innerText();
    assert.match(text, /^\s*\d outlets/, 'the verdict is read first');
    for (const name of ['Accept', 'Reject', 'Change speaker', 'Why?', 'Legend'])
      assert.ok((await hover.getByText(name, { exact: true }).count()) > 0, name);
    await vscode.page.keyboard.press('Escape');
  });

  it('names every view, every entry of it and what it holds', async () => {
    for (const view of ['Articles', 'Speakers', 'Contradictions', 'Days', 'Discussions']) {
      await vscode.runCommand(`Second Source: Focus on ${view} View`);
      const tree = vscode.page.locator(`[role="tree"][aria-label*="${view}"]`).first();
      await tree.waitFor({ state: 'attached', timeout: 10_000 }); // hidden while it is empty: VS Code says its welcome instead
      const rows = tree.locator('.monaco-list-row[role="treeitem"]');
      for (const label of await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')))) {
        assert.ok(label !== null && label.trim() !== '', `${view}: an entry without a name`);
        assert.doesNotMatch(label, /undefined|\[object|\{0\}|%\w/, `${view}: ${label}`);
      }
    }
  });

  it('names the status bar entry with what it does', async () => {
    const label = await vscode.page.locator('.statusbar-item[id*="secondSource.status"]').first().getAttribute('aria-label');
    assert.match(label ?? '', /Second Source: \d+ quotations/);
  });
});

describe('the running extension', () => {
  it('tells its activation time, as the host has it', async () => {
    const opened = await openFolder();
    const { vscode } = opened;
    try {
      await vscode.openFile('kesnet.article.txt');
      await vscode.decorated();
      await vscode.runCommand('Developer: Show Running Extensions');
      const row = vscode.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Second Source' }).first();
      await row.waitFor({ timeout: 15_000 });
      const told = /Activation:[^\n]*ms/.exec(await row.innerText())?.[0] ?? '';
      assert.match(told, /\d+\s?ms/);
      console.log(`      note  ${told}`);
    } finally {
      await opened.close();
    }
  });
});
