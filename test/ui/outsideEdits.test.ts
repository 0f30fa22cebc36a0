import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const article = 'pier.txt';
const text = `Pier to open
2031-05-12

“The pier is safe and will open on Thursday,” said Petra Holm, the harbour master.

On 14 May 2031 the band will play, and 14 May 2031 is a holiday.
`;

describe('an article whose text somebody else changes', () => {
  let made: string;
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const sidecar = () => path.join(vscode.folder, `${article}.annotations.yaml`);
  const yaml = () => (existsSync(sidecar()) ? readFileSync(sidecar(), 'utf8') : '');

  before(async () => {
    made = mkdtempSync(path.join(tmpdir(), 'second-source-outside-'));
    writeFileSync(path.join(made, article), text);
    opened = await openFolder({ folder: made, settings: { 'secondSource.annotate': 'always' } });
    ({ vscode } = opened);
    await vscode.openFile(article);
    await vscode.decorated();
  });
  after(async () => {
    await opened.close();
    rmSync(made, { recursive: true, force: true });
  });
  pictureFailures(() => vscode);

  it('names a day twice in one sentence and once in the view of days', async () => {
    await vscode.runCommand('Second Source: Focus on Days View');
    const rows = vscode.page.locator('[role="tree"][aria-label*="Days"] .monaco-list-row');
    await rows.filter({ hasText: 'the band will play' }).first().waitFor({ timeout: 15_000 });
    assert.equal(await rows.filter({ hasText: 'the band will play' }).count(), 1);
    const label = await rows.filter({ hasText: 'the band will play' }).getAttribute('aria-label');
    assert.match(label ?? '', /On 14 May 2031 the band will play, and 14 May 2031 is a holiday/, 'a screen reader has the sentence');
  });

  it('is told; the card says so and names no words that are not there, and a note of a person stands above what engines found', async () => {
    await vscode.openFile(article);
    await vscode.click('The pier is safe');
    await vscode.page.keyboard.press('Control+Alt+Enter');
    await vscode.until(() => yaml().includes('status: accepted'));
    await vscode.page.waitForTimeout(800);
    await vscode.page.keyboard.press('Control+F9');
    await vscode.page.keyboard.press('n');
    await vscode.page.locator('.quick-input-widget:visible input').waitFor();
    await vscode.page.keyboard.type('ask her deputy');
    await vscode.page.keyboard.press('Enter');
    await vscode.until(() => yaml().includes('note: ask her deputy'));
    await vscode.page.waitForTimeout(800);
    writeFileSync(path.join(vscode.folder, article), text.replace('is safe and will open', 'is quite safe and may open'));
    const told = vscode.page.locator('.notification-toast', { hasText: '1 annotation no longer has the words it was made on' });
    await told.waitFor({ timeout: 15_000 });
    assert.match(await told.innerText(), /The text of .* has changed/);
    const card = await (await vscode.hover('The pier is quite')).innerText();
    assert.match(card, /Petra Holm.*\n.*text changed since/);
    assert.doesNotMatch(card, / as “/);
    const [note, below] = [card.indexOf('Note: ask her deputy'), card.indexOf('This article:')];
    assert.ok(note >= 0 && note < below, card);
    await vscode.page.keyboard.press('Escape');
  });

  it('has its annotation relinked to selected words from the palette', async () => {
    await vscode.page.keyboard.press('F1');
    const input = vscode.page.locator('.quick-input-widget input');
    await input.fill('>Second Source: Relink');
    for (const title of ['Relink to the Selected Words', 'Relink All Annotations'])
      await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await vscode.page.keyboard.press('Escape');
  });
});
