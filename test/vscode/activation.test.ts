import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printNote } from '../../scripts/testEvents.mjs';
import type { SecondSourceApi } from '../../src/editor/exchange/index';
import { clear, open, write } from './articles';
import { host } from './host';

describe('activation', () => {
  const extension = vscode.extensions.getExtension('second-source.second-source');

  it('finds the extension installed', () => {
    assert.ok(extension);
  });

  it('activates without an error', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('runs in the host that it is meant to', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, host === 'node' ? 'file' : 'vscode-remote');
  });

  it('every command that it offers exists', async () => {
    await extension?.activate();
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('tells how long it takes from the opening of an article to its colours', async function () {
    this.timeout(100_000); // the window takes its time to show each
    const api = await vscode.extensions.getExtension<SecondSourceApi>('second-source.second-source')?.activate();
    assert.ok(api);
    // Words that no two articles share, since it is not their matching that is timed.
    const word = (at: number, nth: number) =>
      Array.from(`${(at + 3) * 7919 + nth * 104_729}`)
        .map((digit) => 'bakemilonurasetopidu'.slice(Number(digit) * 2, Number(digit) * 2 + 2))
        .join('');
    const text = (at: number) =>
      Array.from({ length: 14 }, (_, paragraph) => {
        const words = Array.from({ length: 42 }, (_, nth) => word(at, paragraph * 50 + nth));
        return `“We ${words.slice(0, 9).join(' ')},” said Captain Mira Olsen on Monday. The ${words.slice(9).join(' ')}.`;
      }).join('\n\n');
    const paths = Array.from({ length: 5 }, (_, at) => `timed-${at}.article.txt`);
    const taken: number[] = [];
    try {
      for (const [at, path] of paths.entries()) {
        const uri = await write(path, `Ferry ${at}\n\n${text(at)}\n`.slice(0, 5000));
        // Listeners are called in the order in which they came: the colours are drawn before another extension hears of the article.
        const shown = new Promise<number>((resolve) => {
          const listener = api.onDidChange((change) => {
            if (change.uri.toString() !== uri.toString() || opened === 0) return;
            listener.dispose();
            resolve(performance.now() - opened);
          });
        });
        let opened = 0;
        const listener = vscode.workspace.onDidOpenTextDocument((document) => {
          if (document.uri.toString() === uri.toString()) opened = performance.now();
        });
        await open(path);
        taken.push(await shown);
        listener.dispose();
      }
    } finally {
      await clear(...paths);
    }
    taken.sort((a, b) => a - b);
    const [middle = 0, longest = 0] = [taken[taken.length >> 1], taken.at(-1)];
    printNote(
      `an article of 5 kB has its colours ${middle.toFixed(0)} ms after it was opened (middle of ${taken.length}; at most ${longest.toFixed(0)} ms)`,
    );
  });
});
