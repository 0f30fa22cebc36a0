import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readSidecar } from '../../src/core/index';
import { cardsAt, clear, folder, open, putCursor, read, run, until, write } from './articles';

let count = 0;
let article = '';
let sidecar = '';
const sail = '“We will sail';
const wind = '“The wind';
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.
`;
const isAccepted = (editor: vscode.TextEditor, words: string, what: string) =>
  until(
    () => cardsAt(editor, words),
    (card) => card.includes('accepted'),
    what,
  );
const isSuggested = (editor: vscode.TextEditor, words: string, what: string) =>
  until(
    () => cardsAt(editor, words),
    (card) => card.includes('suggested'),
    what,
  );
const wordsIn = (yaml: string) => readSidecar(yaml).annotations.map(({ exact }) => exact.slice(0, 9));

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  const editor = await open(article);
  await until(
    () => cardsAt(editor, sail),
    (card) => card.includes('Olsen'),
    'the quotation has a card',
  );
  return editor;
}

async function accept(editor: vscode.TextEditor, words: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  putCursor(vscode.window.activeTextEditor ?? editor, words);
  await run('accept');
}

describe('changes from outside', () => {
  beforeEach(() => {
    article = `outside-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(() => clear(article, sidecar));

  it('a branch that git checks out under the open window is shown as it is, and decided upon', async () => {
    // The history lies elsewhere, so that VS Code's own git takes no part.
    const history = mkdtempSync(join(tmpdir(), 'second-source-history-'));
    const git = (...args: string[]) =>
      execFileSync('git', [
        '-c',
        'user.name=ana',
        '-c',
        'user.email=ana@example.org',
        `--git-dir=${history}`,
        `--work-tree=${folder().fsPath}`,
        ...args,
      ]);
    const commit = (message: string) => {
      git('add', '-f', article, sidecar);
      git('commit', '-qm', message);
    };
    try {
      const editor = await opened();
      await accept(editor, sail);
      git('init', '-q', '-b', 'main');
      commit('one accepted');
      const one = await read(sidecar);
      git('checkout', '-q', '-b', 'more');
      await write(article, `The ferry came late, they say\n${text.slice(text.indexOf('\n') + 1)}`);
      await until(
        () => editor.document.getText(),
        (seen) => seen.includes('they say'),
        'the editor shows the new beginning',
      );
      await accept(editor, wind);
      commit('two accepted');
      const two = await read(sidecar);
      assert.equal(wordsIn(two).length, 2);

      git('checkout', '-q', 'main');
      await until(
        () => editor.document.getText(),
        (seen) => seen === text,
        'the editor shows the article of the branch',
      );
      await isSuggested(editor, wind, 'what the other branch has accepted is open again');
      await isAccepted(editor, sail, 'what this branch has accepted is accepted');
      assert.equal(await read(sidecar), one, 'nobody writes because a branch was checked out');
      await run('undoDecision');
      assert.equal(await read(sidecar), one, 'a decision that is not there is not undone');

      await accept(editor, '2025-05-12');
      commit('a date');
      const dated = await read(sidecar);
      git('checkout', '-q', 'more');
      await isAccepted(editor, wind, 'both are accepted again');
      assert.equal(await read(sidecar), two);
      git('checkout', '-q', 'main');
      await isSuggested(editor, wind, 'and back');
      assert.equal(await read(sidecar), dated);
    } finally {
      rmSync(history, { recursive: true, force: true });
    }
  });

  it('annotations that are open with unsaved work keep it, and the file keeps what somebody else has written', async () => {
    const editor = await opened();
    await accept(editor, sail);
    const before = await read(sidecar);
    const shown = await open(sidecar);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), '# not saved yet\n'));
    const others = before.replace(/status: accepted/, 'status: accepted\n    note: from outside');
    await write(sidecar, others);
    await accept(editor, wind);
    const { document } = shown;
    assert.ok(document.isDirty);
    assert.match(document.getText(), /^# not saved yet\n/);
    assert.deepEqual(wordsIn(document.getText()), ['“We will ', '“The wind'], 'the decision is in the unsaved text');
    assert.equal(await read(sidecar), others, 'the file is as the other left it');
    await isAccepted(editor, wind, 'the card counts what is in the editor');
    await run('undoDecision');
    assert.equal(document.getText(), `# not saved yet\n${before}`);
    assert.equal(await read(sidecar), others);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(
      () => document.getText(),
      (seen) => seen === others,
      'once the unsaved work is given up, the editor shows the file',
    );
    await accept(editor, wind);
    assert.match(await read(sidecar), /note: from outside[\s\S]*The wind/);
  });
});
