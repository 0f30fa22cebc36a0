import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const table = [
  'document,exact,type,kind',
  'kesnet.article.txt,"“Trust between the two port authorities has been steadily restored, with real progress on safety,”",quotation,direct',
  'kesnet.article.txt,"the two authorities will do much more together in training, rescue and the exchange of charts, and confidence between the coasts will go on growing",quotation,mixed',
  'kesnet.article.txt,"<img src=x onerror=alert(1)> $(error) **never** said",note,',
  'nowhere.txt,words,note,',
];

describe('the preview of an import', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  let sidecar = '';

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    sidecar = path.join(vscode.folder, 'kesnet.article.txt.annotations.yaml');
    writeFileSync(path.join(vscode.folder, 'colleague.csv'), `${table.join('\r\n')}\r\n`);
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  const row = (words: string) => vscode.page.locator('.pane-body .monaco-list-row', { hasText: words });
  const action = (name: string) => vscode.page.locator(`.pane-header .action-label[aria-label^="${name}"]`);
  const message = () => vscode.page.locator('.tree-explorer-viewlet-tree-view .message').first();

  async function preview(): Promise<void> {
    await vscode.runCommand('Second Source: Import Annotations…');
    await vscode.pick('colleague.csv');
    await row('“Trust between').first().waitFor();
  }

  it('says of each annotation whether it has a place, shows strangers’ text as it is, and writes nothing', async () => {
    await preview();
    assert.match(
      await message().innerText(),
      /^colleague\.csv: 1 placed, 1 changed, 1 without a place\. Nothing is written yet\. 2 are ticked\.$/,
    );
    assert.match((await row('“Trust between').first().getAttribute('aria-label')) ?? '', /placed · new · direct quotation/);
    assert.match((await row('the two authorities').first().getAttribute('aria-label')) ?? '', /changed · new · mixed quotation/);
    assert.match(await row('<img').first().innerText(), /<img src=x onerror=alert\(1\)> \$\(error\)/);
    assert.equal(await row('Not in this folder').count(), 1);
    assert.equal(existsSync(sidecar), false);
  });

  it('points at the words', async () => {
    await row('“Trust between').first().click();
    await vscode.page.locator('.statusbar-item', { hasText: 'Ln 10' }).waitFor();
    const { file, line } = await vscode.cursor();
    assert.deepEqual([file, line], ['kesnet.article.txt', 10]);
  });

  it('goes away when it is cancelled', async () => {
    await action('Cancel Import').click();
    await vscode.page.waitForFunction(() => !document.body.innerText.includes('Nothing is written yet'));
    assert.equal(existsSync(sidecar), false);
  });

  it('imports what is ticked, and one undo takes it back', async () => {
    await preview();
    // what has no place is not ticked: its row is left as it is
    await action('Import What Is Ticked').click();
    await vscode.until(() => existsSync(sidecar));
    const yaml = readFileSync(sidecar, 'utf8');
    assert.match(yaml, /Trust between/);
    assert.match(yaml, /do much more together/);
    assert.doesNotMatch(yaml, /<img/);
    await vscode.runCommand('Second Source: Undo Last Decision');
    await vscode.until(() => !existsSync(sidecar));
  });
});
