import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { feed, html, kept, sentences } from '../vscode/keptFiles';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const lost = '“We have nothing to hide from anybody in this valley, and the books are open,” he said.';
/** A page whose linked data has more than its paragraphs. */
const partial = html
  .replaceAll('Weir to open', 'Weir books open')
  .replace(
    '</head>',
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `${sentences.join(' ')} ${sentences.map((text) => text.replace(/\w+/g, (word) => `${word}o`)).join(' ')} ${lost}` })}</script></head>`,
  )
  .replace('</article>', `</article><aside class="promo related"><ul><li>${lost}</li></ul></aside>`);
const many = 300;

describe('what people keep', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    const put = (folder: string, name: string, content: string | Uint8Array) => {
      mkdirSync(path.join(vscode.folder, folder), { recursive: true });
      writeFileSync(path.join(vscode.folder, folder, name), content);
    };
    for (const [name, bytes] of Object.entries(kept)) if (/docx|mhtml/.test(name)) put('mine', name, bytes());
    put('kept', 'minutes.docx', kept['weir.docx']?.().slice() ?? '');
    put('kept', 'books.html', partial);
    put('kept', 'feed.xml', feed);
    put('kept', 'scan.pdf', '%PDF-1.7\nbroken');
    for (let i = 0; i < many; i += 1) put('pile', `page-${i}.html`, html.replaceAll('Weir to open', `Weir ${i} to open`));
    await vscode.openFile('kesnet.article.txt');
    await vscode.decorated();
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  const toast = (words: string | RegExp) => vscode.page.locator('.notification-toast', { hasText: words });
  const row = (words: string) => vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: words });
  const articles = () => readdirSync(vscode.folder).filter((name) => /weir|mill/.test(name));
  const clearToasts = () => vscode.runCommand('Notifications: Clear All Notifications');

  it('comes in by the menu of the explorer, and is shown', async () => {
    await vscode.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="mine"]').click();
    await vscode.explorerMenu('weir.docx', 'Import Articles from Files…');
    await vscode.page.locator('.tab.active', { hasText: 'weir-to-open.md' }).waitFor();
    assert.match(readFileSync(path.join(vscode.folder, 'weir-to-open.md'), 'utf8'), /^# Weir to open$/m);
  });

  it('that comes in from a folder is summed up, each file with what has become of it and why, and opens from there', async () => {
    await vscode.explorerMenu('kept', 'Import Folder of Kept Files…');
    const summary = toast(/3 imported \(1 of them in part\), 1 there already, 1 refused\./);
    await summary.waitFor();
    await vscode.press('Show Summary');
    assert.match((await row('scan.pdf').getAttribute('aria-label')) ?? '', /scan\.pdf.*cannot be read/);
    assert.match((await row('books.html').getAttribute('aria-label')) ?? '', /1 paragraph|paragraphs/);
    assert.match((await row('minutes.docx').getAttribute('aria-label')) ?? '', /weir-to-open\.md/);
    assert.equal(await row('Mill to shut').count(), 1);
    await row('Mill to shut').click();
    await vscode.page.locator('.tab.active', { hasText: 'marrow-post-mill-to-shut.md' }).waitFor();
  });

  it('in part is taken whole from the summary', async () => {
    await vscode.press('Show Summary');
    await row('books.html').click();
    await toast(/books\.html: .*left out\./).waitFor();
    await vscode.press('Take Everything');
    await vscode.until(() => readFileSync(path.join(vscode.folder, 'weir-books-open.md'), 'utf8').includes(lost));
    await vscode.page.locator('.editor-group-container.active .view-line', { hasText: 'We have nothing to hide' }).waitFor();
  });

  it('comes in where it is dropped on the view', async () => {
    await clearToasts();
    await vscode.runCommand('Second Source: Focus on Articles View');
    const target = vscode.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first();
    await target.waitFor();
    const mail = new TextDecoder().decode(kept['weir.eml']?.()).replace('Weir to open', 'Weir by post');
    const bytes = Array.from(new TextEncoder().encode(mail));
    const dropped = await vscode.page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], 'dropped.eml', { type: 'message/rfc822' }));
      return data;
    }, bytes);
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: dropped });
    await vscode.until(() => existsSync(path.join(vscode.folder, 'weir-by-post.md')));
  });

  it('stops coming in where the batch is cancelled, and says at which file', async () => {
    await vscode.runCommand('View: Show Explorer');
    const before = articles().length;
    await vscode.explorerMenu('pile', 'Import Folder of Kept Files…');
    await toast('Importing').waitFor();
    await vscode.press('Cancel');
    const told = toast(/Cancelled at file \d+ of 300\. \d+ imported\./);
    await told.waitFor();
    const [, at = 0, written = 0] = (/at file (\d+) of 300\. (\d+) imported/.exec(await told.innerText()) ?? []).map(Number);
    assert.ok(at < many);
    assert.equal(articles().length - before, written);
  });
});
