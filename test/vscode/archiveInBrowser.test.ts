import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, until } from './articles';
import { host } from './host';

describe('an archive in the browser', () => {
  const title = 'is not asked, and the card says so';
  if (host === 'node') {
    it.skip(`${title} (only in the browser: under Node archives are asked)`);
    return;
  }
  const set = (url: string | undefined) =>
    vscode.workspace.getConfiguration('secondSource.archive').update('url', url, vscode.ConfigurationTarget.Global);
  after(async () => {
    await set(undefined);
    await clear();
  });

  it(title, async () => {
    await set('https://search.example');
    const editor = await open('lowen-courier.article.txt');
    const card = await until(
      () => cardsAt(editor, '“Our ports are older'),
      (seen) => seen.includes('Kesnet') && seen.includes('archive'),
      'the card speaks of the archive',
    );
    assert.match(card, /outlets here · /);
    assert.match(card, /The archive is not asked: not in the browser/);
  });
});
