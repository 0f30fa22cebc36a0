import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, folder, open, putCursor, read, run, until, write } from './articles';

const words = '“The ferry to Ålvik will run all winter,”';
const text = `Ferry news\n\n${words} said mayor Ulla Brand.\n\nHarbour master Odd Lien said: “No ferry will lie idle.”\n`;
const points = (until: string) => Array.from(text.slice(0, text.indexOf(until))).length;
const composed = 'fähre-ñandú';
const namesIn = async () => (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name).sort();

let count = 0;
let article = '';
let sidecar = '';
let moved = '';

describe('annotations whose file spells its name with marks where the article has composed letters, or the other way round', () => {
  afterEach(() => clear(article, sidecar, `${article}.annotations.yaml`, moved, `${moved}.annotations.yaml`));

  for (const [there, named] of [
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ] as const) {
    const made = async () => {
      const name = `${composed}-${++count}.article.txt`;
      article = name.normalize(there);
      sidecar = `${name.normalize(named)}.annotations.yaml`;
      moved = `moved-${count}.article.txt`;
      await write(
        sidecar,
        `version: 1\ndocument: {path: ${article}, offsets: codepoint}\nannotations:\n  - {id: ferrynote0, type: quotation, kind: direct, status: accepted, exact: "${words}", prefix: "news\\n\\n", suffix: " said mayor", start: ${points(words)}, end: ${points(' said mayor')}, note: "Who pays?"}\n`,
      );
      await write(article, text);
      const editor = await open(article);
      await until(
        () => cardsAt(editor, words),
        (card) => card.includes('Who pays?'),
        'the card has the note',
      );
      return editor;
    };

    it(`belong to it: ${there} beside ${named}`, async () => {
      await made();
      const strays = () => vscode.languages.getDiagnostics(file(sidecar)).filter(({ code }) => code === 'no-article');
      await new Promise((next) => setTimeout(next, 1000)); // as long as it takes to look for strays
      assert.deepEqual(strays(), []);
    });

    it(`take what is decided: ${there} beside ${named}`, async () => {
      const editor = await made();
      const before = await namesIn();
      putCursor(editor, '“No ferry');
      await run('accept');
      assert.match(await read(sidecar), /“No ferry will lie idle\.”/);
      assert.deepEqual(await namesIn(), before, 'no second file');
      await run('undoDecision');
      assert.doesNotMatch(await read(sidecar), /“No ferry/);
    });

    it(`follow it to a new name: ${there} beside ${named}`, async () => {
      await made();
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file(article), file(moved));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until(
        () => exists(`${moved}.annotations.yaml`),
        (isThere) => isThere,
        'the annotations have the new name',
      );
      assert.equal(await exists(sidecar), false);
    });
  }
});
