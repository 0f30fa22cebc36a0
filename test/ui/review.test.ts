import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openFolder, type OpenFolder, pictureFailures } from './workbench';

const article = 'kesnet.article.txt';

describe('an article reviewed without the mouse', () => {
  let opened: OpenFolder;
  let vscode: OpenFolder['vscode'];
  const sidecar = () => path.join(vscode.folder, `${article}.annotations.yaml`);
  const yaml = () => (existsSync(sidecar()) ? readFileSync(sidecar(), 'utf8') : '');
  const press = async (...keys: string[]) => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  /** Stops at the next suggestion: selects it. */
  const next = async () => {
    await press('Control+F7');
    await vscode.page.waitForTimeout(400);
  };
  /** Waits for the question that is asked by some of its words, types, and takes the answer at the top. */
  const answer = async (asked: RegExp, text: string, entry?: string) => {
    const widget = vscode.page.locator('.quick-input-widget:visible');
    await vscode.page.waitForFunction((words) => {
      const shown = document.querySelector('.quick-input-widget');
      const input = shown?.querySelector('input[type="text"]');
      const said = `${input?.getAttribute('placeholder') ?? ''} ${shown?.textContent ?? ''}`;
      return shown?.checkVisibility() === true && input === document.activeElement && new RegExp(words).test(said);
    }, asked.source);
    await vscode.page.keyboard.type(text);
    if (entry !== undefined) await widget.locator('.monaco-list-row.focused', { hasText: entry }).waitFor();
    await press('Enter');
  };
  /** The editor shows what was written a moment after it. */
  const written = async (condition: () => boolean) => {
    await vscode.until(condition);
    await vscode.page.waitForTimeout(500);
  };

  before(async () => {
    opened = await openFolder({ settings: { 'files.autoSave': 'off' } });
    ({ vscode } = opened);
    await vscode.openFile(article);
    await vscode.decorated();
    // While the folder is still being read, what stands elsewhere changes the order of what is to be reviewed.
    await vscode.page.locator('.statusbar-item[id*="secondSource.status"]', { hasText: /\d+ quotations\s*$/ }).waitFor();
    await vscode.goTo(1);
    await press('Escape');
  });
  after(() => opened.close());
  pictureFailures(() => vscode);

  it('counts what is left, also where several are accepted at once and taken back', async () => {
    const bar = vscode.page.locator('.statusbar-item[id*="secondSource.review"]');
    const says = async (words: RegExp) => {
      await bar.filter({ hasText: words }).waitFor({ timeout: 10_000 });
      return bar.innerText();
    };
    await press('Control+F9', 'r');
    await answer(/In which order/, '', 'The surest first');
    // What the other articles bring is counted as they are read.
    let all = NaN;
    for (let same = 0; same < 3;) {
      const read = Number(/1 of (\d+)/.exec(await says(/1 of \d+/))?.[1]);
      same = read === all ? same + 1 : 0;
      all = read;
      await vscode.page.waitForTimeout(1000);
    }
    await press('Control+F9', 'Enter');
    const rows = vscode.page.locator('.quick-input-widget:visible .monaco-list-row');
    await vscode.page.locator('.quick-input-title', { hasText: 'Accept these?' }).waitFor();
    const count = await rows.count();
    assert.ok(count > 1);
    await press('Enter');
    await says(new RegExp(`${count + 1} of ${all}\\b`));
    await press('Control+F9', 'z');
    await says(new RegExp(`1 of ${all}\\b`));
    await vscode.runCommand('Second Source: End the Review');
    await vscode.openFile(article);
    await vscode.goTo(1);
    await press('Escape');
  });

  it('goes to the first suggestion, accepts it, and rejects the next', async () => {
    await next();
    await press('Control+Alt+Enter');
    await written(() => yaml().includes('status: accepted'));
    await next();
    await press('Control+Shift+Alt+Enter');
    await written(() => yaml().includes('status: rejected'));
  });

  it('changes type, speaker, note and tags by chords', async () => {
    await vscode.goTo(8);
    await next();
    await press('Control+F9', 't');
    await answer(/What is it/, 'mixed', 'Mixed quotation');
    await written(() => yaml().includes('kind: mixed'));
    await press('Control+F9', 's');
    await answer(/Who speaks/, 'Arendt', 'Tomas Arendt');
    await written(() => /speakers: \[\s*tomas-arendt\s*\]/.test(yaml()));
    await press('Control+F9', 'n');
    await answer(/Your note/, 'ask the ministry');
    await written(() => yaml().includes('note: ask the ministry'));
    await press('Control+F9', 'g');
    const tags = vscode.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'harbour' });
    await vscode.page.locator('.quick-input-widget:visible input[placeholder^="Tags"]').waitFor();
    await vscode.page.keyboard.type('harbour');
    await tags.first().waitFor();
    await press('ArrowDown', 'Space', 'Enter');
    await written(() => yaml().includes('tags: [harbour]'));
  });

  it('extends and shrinks by words', async () => {
    const before = yaml();
    await press('Control+Alt+PageUp');
    await written(() => yaml() !== before);
    const shorter = yaml();
    await press('Control+Alt+PageDown');
    await written(() => yaml() !== shorter);
  });

  it('links to another outlet’s rendering', async () => {
    await vscode.goTo(8);
    await press('Control+F9', 'l');
    await answer(/Link to which passage/, '');
    await answer(/How does it relate/, 'contradicts', 'Contradicts');
    await answer(/Why\?/, 'their own correspondent');
    const links = path.join(vscode.folder, 'corroborations.yaml');
    await written(() => existsSync(links) && readFileSync(links, 'utf8').includes('reason: their own correspondent'));
  });

  it('decides nothing about a suggestion that is linked, on either side', async () => {
    const statusOf = (file: string, words: string) => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const entry = text.split('- id:').find((one) => one.includes(words));
      return /status: (\w+)/.exec(entry ?? '')?.[1];
    };
    const before = yaml();
    await vscode.goTo(16);
    await vscode.click('keep the channel');
    await press('Control+F9', 'l');
    await answer(/Link to which passage/, '');
    await answer(/How does it relate/, '');
    await answer(/Why\?/, 'one translation');
    const links = path.join(vscode.folder, 'corroborations.yaml');
    await written(() => existsSync(links) && readFileSync(links, 'utf8').includes('reason: one translation'));
    assert.equal(statusOf(sidecar(), 'keep the channel'), 'suggested');
    const to = /to:[^]*?path: (\S+?)[,\n][^]*?id: (\w+)/.exec(
      readFileSync(links, 'utf8')
        .split('- id:')
        .find((link) => link.includes('one translation')) ?? '',
    );
    assert.equal(statusOf(path.join(vscode.folder, `${to?.[1] ?? ''}.annotations.yaml`), to?.[2] ?? '?'), 'suggested');
    await press('Control+F9', 'z');
    await written(() => yaml() === before);
  });

  it('takes decisions back by chord', async () => {
    const links = path.join(vscode.folder, 'corroborations.yaml');
    await press('Control+F9', 'z');
    await written(() => !existsSync(links));
  });

  it('comments on a passage, says it in other words, and takes it back', async () => {
    const before = yaml();
    await vscode.goTo(8);
    await press('Control+F9', 'c');
    await answer(/Comment on: “Our harbours/, 'Who counted?');
    await written(() => yaml().includes('text: "Who counted?"'));
    assert.match(readFileSync(path.join(vscode.folder, article), 'utf8'), /^“Our harbours/m);
    const thread = vscode.page.locator('.review-widget');
    await thread.waitFor();
    const comment = thread.locator('.review-comment').first();
    const act = async (title: string) => {
      await comment.hover();
      await comment.locator(`.action-label[aria-label^="${title}"]`).click();
    };
    await act('Edit Comment');
    await comment.locator('.monaco-editor.focused').waitFor();
    await press('Control+A');
    await vscode.page.keyboard.type('Who counted, and when?');
    await press('Control+Enter'); // saves, and does not throw it away
    await written(() => yaml().includes('Who counted, and when?'));
    assert.ok(!yaml().includes('Who counted?'));
    await act('Delete Comment');
    await written(() => !yaml().includes('Who counted'));
    assert.equal(yaml(), before);
    await vscode.goTo(8);
  });

  it('goes on in the next article when nothing is left, and the article’s own text is untouched', async () => {
    await press('Control+F9', 'b');
    await answer(/Which suggestions/, 'This article', 'This article');
    await answer(/Which of these/, '');
    await answer(/One undo/, 'Accept', 'Accept');
    await written(() => (yaml().match(/status: accepted/g) ?? []).length > 5);
    for (let step = 0; step < 40; step++) {
      await next();
      if ((await vscode.cursor()).file !== article) break;
      await press('Control+Alt+Enter');
      await vscode.page.waitForTimeout(300);
    }
    assert.notEqual((await vscode.cursor()).file, article);
    assert.equal(readFileSync(path.join(vscode.folder, article), 'utf8'), readFileSync(path.join('samples', article), 'utf8'));
    assert.equal(await vscode.page.locator('.tab.dirty').count(), 0);
  });
});
