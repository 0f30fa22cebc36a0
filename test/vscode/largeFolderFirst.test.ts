import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askToBeKilled, printNote } from '../../scripts/testEvents.mjs';
import { cardsAt, open, run, until, write } from './articles';
import { host } from './host';
import { memory, Pulse } from './pulse';

interface IndexStatus {
  readonly articles: number;
  readonly missing: number;
  readonly read: number;
  readonly kept: number;
  readonly isBuilding: boolean;
}

const status = async () => ((await run('indexStatus')) as IndexStatus[])[0];

describe('a large folder', function () {
  this.timeout(120_000);
  let pulse: Pulse;

  it('is highlighted where it is open, and offers answers while its index is built', async () => {
    await run('annotateFolder');
    const editor = await open('events-000/00000-lowen-courier.md');
    const words = /“We will [^“”]*writing,”/.exec(editor.document.getText())?.[0] ?? assert.fail();
    const symbols = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', editor.document.uri);
    await until(symbols, (found) => (found?.length ?? 0) > 0, 'the open article is read');
    pulse = new Pulse(); // VS Code itself has started by now
    await until(
      () => cardsAt(editor, words),
      (card) => card.includes('Meridian Post') && /\d outlets · /.test(card),
      'the card shows another outlet',
      60_000,
    );
    const { missing = 0, articles = 0 } = (await status()) ?? {};
    assert.equal(articles, 2000);
    assert.ok(missing > 0, 'the rest is still being read');
  });

  it('is killed in the middle', async () => {
    await until(status, (now) => (now?.read ?? 0) >= 1200, 'more than half is read', 100_000);
    const { read = 0, missing = 0 } = (await status()) ?? {};
    assert.ok(missing > 0, 'not all of it');
    printNote(`first building: ${pulse.end()}; ${memory()}; killed after ${read} articles`);
    await write('.killed', '');
    askToBeKilled();
    await new Promise((next) => setTimeout(next, 300)); // the line must get out
    if (host === 'node') process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined); // nothing comes after this
  });
});
