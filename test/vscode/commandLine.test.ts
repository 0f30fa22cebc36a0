import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, folder, open, putCursor, read, run, until, write } from './articles';

let count = 0;
let article = '';
let sidecar = '';
const names = ['Olsen', 'Brandt', 'Iversen', 'Maddox', 'Tarn', 'Whitby'];
const text = names.map((name, n) => `“We will sail at ${n + 1} o’clock,” said Captain Mira ${name}.\n`).join('\n');

/** Runs the program in a process of its own; resolves with its exit code. */
async function program(...args: string[]): Promise<number | null> {
  const extension = vscode.extensions.getExtension('second-source.second-source')?.extensionUri;
  assert.ok(extension);
  const running = spawn(process.execPath, [join(extension.fsPath, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => running.once('exit', resolve).once('error', reject));
}

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  const editor = await open(article);
  await until(
    () => cardsAt(editor, '“We will sail at 1'),
    (card) => card.includes('Olsen'),
    'the quotation has a card',
  );
  return editor;
}

describe('the command line beside the editor', () => {
  // What is made anew under one name may meet the news of its deletion.
  beforeEach(() => {
    article = `imported-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(() => clear(article, sidecar, 'notes.csv'));

  it('imports while the editor decides, and neither loses what the other wrote', async function () {
    this.timeout(60_000);
    const editor = await opened();
    for (const [n, name] of names.entries()) {
      await write('notes.csv', `document,exact,type\r\n${article},Mira ${name},statement\r\n`);
      const importing = program('import', folder().fsPath, file('notes.csv').fsPath, '--write');
      await new Promise((next) => setTimeout(next, 90 * n));
      putCursor(editor, `“We will sail at ${n + 1}`);
      await run('accept');
      assert.equal(await importing, 0);
    }
    const yaml = await read(sidecar);
    assert.equal((yaml.match(/type: quotation/g) ?? []).length, names.length, yaml);
    assert.equal((yaml.match(/type: statement/g) ?? []).length, names.length, yaml);
  });

  it('leaves a sidecar that is read-only alone, as the editor does', async () => {
    const editor = await opened();
    putCursor(editor, '“We will sail at 1');
    await run('accept');
    const before = await read(sidecar);
    await chmod(file(sidecar).fsPath, 0o444);
    try {
      putCursor(editor, '“We will sail at 2');
      await run('accept');
      assert.equal(await read(sidecar), before);
      await write('notes.csv', `document,exact,type\r\n${article},Mira Tarn,statement\r\n`);
      assert.equal(await program('import', folder().fsPath, file('notes.csv').fsPath, '--write'), 2);
      assert.equal(await read(sidecar), before);
      assert.equal(await exists(`.${sidecar}.lock`), false);
    } finally {
      await chmod(file(sidecar).fsPath, 0o644);
    }
  });
});
