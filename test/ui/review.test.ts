import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openFolder, type OpenFolder } from './workbench';

const article = 'kesnet.article.txt';

describe('an article reviewed without the mouse', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const sidecar = () => path.join(vscode.folder, `${article}.annotations.yaml`);
  const yaml = () => (existsSync(sidecar()) ? readFileSync(sidecar(), 'utf8') : '');
  const press = async (...keys: string[]) => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  const question = () => vscode.page.locator('.quick-input-widget input[type="text"]').waitFor({ timeout: 10_000 });
  /** Types into the question that is asked, and takes the first answer. */
  const answer = async (text: string, entry?: string) => {
    await question();
    await vscode.page.keyboard.type(text);
    if (entry !== undefined) await vscode.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: entry }).waitFor();
    await press('Enter');
  };

  before(async () => {
    opened = await openFolder({ settings: { 'files.autoSave': 'off' } });
    ({ vscode } = opened);
    await vscode.openFile(article);
    await vscode.decorated();
    await vscode.goTo(1);
    await press('Escape');
  });
  after(() => opened.close());
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.isFailed()) console.log(`see ${await vscode.screenshot(`failed ${test.title.replaceAll(/\W+/g, ' ').slice(0, 60)}`)}`);
  });

  it('goes to the first suggestion, accepts it, and rejects the next', async () => {
    await press('Control+F7', 'Control+Alt+Enter');
    await vscode.until(() => yaml().includes('status: accepted'));
    await press('Control+F7', 'Control+Shift+Alt+Enter');
    await vscode.until(() => yaml().includes('status: rejected'));
  });

  it('changes type, speaker, note and tags by chords', async () => {
    await vscode.goTo(8);
    await press('Control+F7');
    await press('Control+F9', 't');
    await answer('mixed', 'Mixed quotation');
    await vscode.until(() => yaml().includes('kind: mixed'));
    await press('Control+F9', 's');
    await answer('Arendt', 'Tomas Arendt');
    await vscode.until(() => /speakers: \[\s*tomas-arendt\s*\]/.test(yaml()));
    await press('Control+F9', 'n');
    await answer('ask the ministry');
    await vscode.until(() => yaml().includes('note: ask the ministry'));
    await press('Control+F9', 'g');
    await question();
    await vscode.page.keyboard.type('harbour');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'harbour' }).first().waitFor();
    await press('ArrowDown', 'Space', 'Enter');
    await vscode.until(() => yaml().includes('tags: [harbour]'));
  });

  it('extends and shrinks by words', async () => {
    const before = yaml();
    await press('Control+Alt+PageUp');
    await vscode.until(() => yaml() !== before);
    const shorter = yaml();
    await press('Control+Alt+PageDown');
    await vscode.until(() => yaml() !== shorter);
  });

  it('links to another outlet’s rendering', async () => {
    await vscode.goTo(8);
    await press('Control+F9', 'l');
    await question();
    await vscode.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await press('Enter');
    await question();
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'It contradicts this' }).waitFor();
    await press('Enter');
    await answer('their own correspondent');
    const links = path.join(vscode.folder, 'corroborations.yaml');
    await vscode.until(() => existsSync(links) && readFileSync(links, 'utf8').includes('reason: their own correspondent'));
  });

  it('takes decisions back by chord', async () => {
    const links = path.join(vscode.folder, 'corroborations.yaml');
    await press('Control+F9', 'z');
    await vscode.until(() => !existsSync(links));
  });

  it('goes on in the next article when nothing is left, and the article’s own text is untouched', async () => {
    await press('Control+F9', 'b');
    await answer('This article', 'This article');
    await vscode.page.locator('.quick-input-widget .quick-input-count', { hasText: /selected/i }).waitFor({ timeout: 10_000 });
    await press('Enter');
    await answer('Accept', 'Accept');
    await vscode.until(() => (yaml().match(/status: accepted/g) ?? []).length > 5);
    for (let step = 0; step < 40; step++) {
      await press('Control+F7');
      await vscode.page.waitForTimeout(150);
      if ((await vscode.cursor()).file !== article) break;
      await press('Control+Alt+Enter');
      await vscode.page.waitForTimeout(300);
    }
    assert.notEqual((await vscode.cursor()).file, article);
    assert.equal(readFileSync(path.join(vscode.folder, article), 'utf8'), readFileSync(path.join('samples', article), 'utf8'));
    assert.equal(await vscode.page.locator('.tab.dirty').count(), 0);
  });
});
