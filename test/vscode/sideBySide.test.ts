import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, run, until, write } from './articles';

const lines = (name: string) =>
  Array.from({ length: 60 }, (_, at) => `Line ${at} of ${name} tells of the weather over the bay.`).join('\n\n');
const early = '“The last lantern of the pier was lit by nobody at all,” said keeper Runa Falk.';
const late = '“We counted ninety herons upon the breakwater that morning,” said keeper Runa Falk.';
const files = ['beside-1.article.txt', 'beside-2.article.txt'];

describe('two articles side by side', () => {
  afterEach(() => clear(...files));

  it('scroll together to the statements that both have', async () => {
    await write('beside-1.article.txt', `Pier dark\n\n${early}\n\n${lines('one')}\n\n${late}\n\n${lines('more')}\n`);
    await write(
      'beside-2.article.txt',
      `Herons counted\n\n${lines('two')}\n\n${early}\n\n${lines('again')}\n\n${late}\n\n${lines('rest')}\n`,
    );
    const editor = await open('beside-1.article.txt');
    await until(
      () => cardsAt(editor, '“The last lantern'),
      (card) => card.includes('Herons counted'),
      'both are read',
    );
    await run('compareRenderings', 'beside-2.article.txt');
    const shown = (path: string) => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path));
    await until(
      () => files.filter((path) => shown(path) !== undefined).length,
      (count) => count === 2,
      'both are shown',
    );
    const left = shown('beside-1.article.txt');
    assert.ok(left);
    await new Promise((next) => setTimeout(next, 600));
    const lineOf = (one: vscode.TextEditor, words: string) => one.document.positionAt(one.document.getText().indexOf(words)).line;
    const target = lineOf(left, '“We counted');
    left.revealRange(new vscode.Range(target, 0, target, 0), vscode.TextEditorRevealType.AtTop);
    await until(
      () => {
        const right = shown('beside-2.article.txt');
        const line = right ? lineOf(right, '“We counted') : -1;
        return right?.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line) === true;
      },
      (isThere) => isThere,
      'the other one shows its own',
    );
  });

  it('begin with the statement that was asked for, also where another one stands above it in the other', async () => {
    await write('beside-1.article.txt', `Pier dark\n\n${early}\n\n${lines('one')}\n\n${late}\n\n${lines('more')}\n`);
    await write(
      'beside-2.article.txt',
      `Herons counted\n\n${lines('two')}\n\n${late}\n\nThen it rained.\n\n${early}\n\n${lines('rest')}\n`,
    );
    const editor = await open('beside-1.article.txt');
    await until(
      () => cardsAt(editor, '“The last lantern'),
      (card) => card.includes('Herons counted'),
      'both are read',
    );
    await run('compareRenderings', 'beside-2.article.txt');
    await new Promise((next) => setTimeout(next, 1000));
    for (const path of files) {
      const one = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path));
      const at = one?.document.getText().indexOf('“The last lantern') ?? -1;
      assert.ok(
        one?.visibleRanges.some((range) => range.contains(one.document.positionAt(at))),
        path,
      );
    }
  });
});
