import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Annotation, describeSpan, newSidecar } from '../../src/core/index';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const article = 'kesnet.article.txt';
const words = [
  'Transport Minister Sen Maroa',
  'Prime Minister Tomas Arendt',
  'closed five years ago',
  'Sen is in Velmark',
  'Ruth Bellamy',
  'a common lighthouse fund',
];

describe('an adjudication by keys', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const shared = () => path.join(vscode.folder, `${article}.annotations.yaml`);
  const yaml = () => (existsSync(shared()) ? readFileSync(shared(), 'utf8') : '');
  const left = () => vscode.page.locator('.diff-editor .original .view-lines, .monaco-diff-editor .original .view-lines').first();

  before(async () => {
    opened = await openFolder();
    ({ vscode } = opened);
    const text = readFileSync(path.join(vscode.folder, article), 'utf8');
    const by = (who: string, fields: Partial<Annotation>, ...passages: string[]) => {
      const annotations = passages.map((exact, index): Annotation => {
        const start = text.indexOf(exact);
        const place = describeSpan(text, { start, end: start + exact.length });
        return { id: `${who}entry0${index}`, type: 'statement', status: 'accepted', ...place, ...fields };
      });
      writeFileSync(
        path.join(vscode.folder, `${article}.annotations.${who}.yaml`),
        newSidecar({ path: article, offsets: 'codepoint' }, annotations),
      );
    };
    by('ana', { speakers: ['tomas-arendt'] }, ...words);
    by('ben', { speakers: ['sen-maroa'] }, ...words);
    await vscode.openFile(article);
    await vscode.decorated();
    await vscode.runCommand('Second Source: Adjudicate…');
    await left().filter({ hasText: '1 of 6' }).waitFor({ timeout: 15_000 });
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  it('names speakers and not their ids, also where a side is edited first', async () => {
    await left().filter({ hasText: 'Tomas Arendt' }).waitFor();
    assert.doesNotMatch(await left().innerText(), /tomas-arendt/);
    await vscode.page.locator('.monaco-diff-editor .modified .view-lines').first().click();
    await vscode.page.keyboard.press('e');
    const speaker = vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Speaker…' });
    await speaker.filter({ hasText: 'Tomas Arendt' }).waitFor();
    await vscode.page.keyboard.press('Escape');
    assert.equal(yaml(), '');
  });

  it('loses no key, however fast they come, and each is about the passage that is shown then', async () => {
    // The first is taken from the right, the second is left out, the third is gone past; then the fourth.
    await vscode.page.keyboard.type('20n1', { delay: 15 });
    await vscode.until(() => (yaml().match(/- id:/g) ?? []).length === 3);
    const entries = yaml().split('- id:').slice(1);

    const about = (exact: string) => entries.find((entry) => entry.includes(exact)) ?? '';
    assert.match(about(words[0] ?? ''), /status: accepted[^]*sen-maroa/);
    assert.match(about(words[1] ?? ''), /status: rejected/);
    assert.equal(about(words[2] ?? ''), '');
    assert.match(about(words[3] ?? ''), /status: accepted[^]*tomas-arendt/);
  });

  it('counts on what is settled, and tells in the end with a button what can be taken over', async () => {
    await left().filter({ hasText: '5 of 6' }).waitFor(); // three are settled, one was gone past
    await vscode.page.keyboard.type('111', { delay: 15 });
    await vscode.page.locator('.notification-toast', { hasText: 'every difference is settled' }).waitFor();
    assert.equal((yaml().match(/- id:/g) ?? []).length, 6);
    await vscode.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  });
});
