import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printNote } from '../../scripts/testEvents.mjs';
import type { SecondSourceApi } from '../../src/editor/exchange/index';
import { clear, open, until, write } from './articles';
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
    const waited: number[] = [];
    const editorCame: number[] = [];
    const worked: number[] = [];
    const drawn: number[] = [];
    try {
      const uris = [];
      for (const [at, path] of paths.entries()) uris.push(await write(path, `Ferry ${at}\n\n${text(at)}\n`.slice(0, 5000)));
      for (const uri of uris) await until(() => api.statements(uri)?.length ?? 0, (count) => count > 0, `${uri.path} is read`); // prettier-ignore
      for (const [at, path] of paths.entries()) {
        const key = uris[at]?.toString();
        // Listeners are called in the order in which they came: the colours are given before another extension hears of anything.
        const listeners: vscode.Disposable[] = [];
        const opened = new Promise<number>((resolve) => {
          listeners.push(
            vscode.workspace.onDidOpenTextDocument(({ uri }) => {
              if (uri.toString() === key) resolve(performance.now());
            }),
          );
        });
        const told = new Promise<number>((resolve) => {
          listeners.push(
            api.onDidChange(({ uri }) => {
              if (uri.toString() === key) resolve(performance.now());
            }),
          );
        });
        const visible = new Promise<number>((resolve) => {
          listeners.push(
            vscode.window.onDidChangeVisibleTextEditors((editors) => {
              if (editors.some(({ document }) => document.uri.toString() === key)) resolve(performance.now());
            }),
          );
        });
        const editor = await open(path);
        const [start, change, editorThere] = await Promise.all([opened, told, visible]);
        vscode.Disposable.from(...listeners).dispose();
        assert.ok(change <= editorThere, 'what the folder has read of it is shown before its sidecar is read again');
        waited.push(Math.max(0, change - Math.max(start, editorThere)));
        editorCame.push(editorThere - start);
        // Our part of it has been done by the time that `start` is taken: it is taken apart, on a text that has just become another.
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: '));
        const before = performance.now();
        assert.ok(api.statements(editor.document.uri));
        const read = performance.now();
        for (let time = 0; time < 2; time++) await vscode.commands.executeCommand('secondSource.toggleHighlights');
        worked.push(read - before);
        drawn.push((performance.now() - read) / 2);
      }
    } finally {
      await clear(...paths);
    }
    const middle = (figures: number[]) => {
      const sorted = figures.sort((a, b) => a - b);
      return `${sorted[sorted.length >> 1]?.toFixed(1)} ms (at most ${sorted.at(-1)?.toFixed(1)} ms)`;
    };
    printNote(`an article of 5 kB: its colours are given ${middle(waited)} after VS Code has told of its document and its editor`);
    printNote(
      `our own work on it: reading ${middle(worked)}, colours ${middle(drawn)}; between document and editor VS Code takes ${middle(editorCame)}`,
    );
  });

  it('sets no timer while nothing happens', async () => {
    const path = 'idle.article.txt';
    await write(path, '“We wait for the water,” said Captain Mira Olsen on Monday.\n');
    const editor = await open(path);
    const timed = watchTimers();
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: '));
      await until(() => timed.ours.length, (count) => count > 0, 'typing sets a timer'); // prettier-ignore
      await editor.document.save();
      await new Promise((next) => setTimeout(next, 3000)); // what it has set off is over
      timed.ours.length = 0;
      await new Promise((next) => setTimeout(next, 4000));
      assert.deepEqual(timed.ours, []);
    } finally {
      timed.end();
      await clear(path);
    }
  });
});

/** Where our program sets timers; all extensions of a host share them. */
function watchTimers() {
  const kinds = ['setTimeout', 'setInterval', 'setImmediate'] as const;
  const shared = globalThis as unknown as Record<(typeof kinds)[number], ((...args: unknown[]) => unknown) | undefined>;
  const before = kinds.map((kind) => [kind, shared[kind]] as const);
  const ours: string[] = [];
  for (const [kind, real] of before) {
    if (real === undefined) continue; // workers have no setImmediate
    shared[kind] = (...args) => {
      const stack = new Error().stack ?? '';
      if (/[\\/]dist[\\/](?:web[\\/])?(?:extension|parts)/.test(stack)) ours.push(stack);
      return real(...args);
    };
  }
  return { ours, end: () => Object.assign(globalThis, Object.fromEntries(before)) };
}
