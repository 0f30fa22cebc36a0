import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, open, putCursor, read, run, select, until, write } from './articles';

let article = '';
let sidecar = '';
let count = 0;
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.
`;
const quotation = '“We will sail';

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  const editor = await open(article);
  await until(
    () => cardsAt(editor, quotation),
    (card) => card.includes('Olsen'),
    'the quotation has a card',
  );
  return editor;
}

describe('decisions', () => {
  beforeEach(() => {
    article = `decided-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(() => clear(sidecar, article));

  it('accepting writes the quotation and its speaker beside the article', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const yaml = await read(sidecar);
    assert.match(yaml, /^version: 1$/m);
    assert.match(yaml, /path: decided-\d+\.article\.txt/);
    assert.match(yaml, /type: quotation/);
    assert.match(yaml, /status: accepted/);
    assert.match(yaml, /We will sail on Thursday/);
    assert.match(yaml, /speakers:/);
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('accepted'),
      'the card says that it is accepted',
    );
  });

  it('rejecting hides the finding for good', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('reject');
    assert.match(await read(sidecar), /status: rejected/);
    await until(
      () => cardsAt(editor, '“We will'),
      (card) => !card.includes('Change speaker'),
      'there is no card any more',
    );
  });

  it('undo takes the last decision back and redo brings it again, byte for byte', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const first = await read(sidecar);
    putCursor(editor, '“The wind');
    await run('accept');
    const second = await read(sidecar);
    assert.notEqual(first, second);
    await run('undoDecision');
    assert.equal(await read(sidecar), first);
    await run('undoDecision');
    assert.equal(await exists(sidecar), false);
    await run('redoDecision');
    assert.equal(await read(sidecar), first);
    await run('redoDecision');
    assert.equal(await read(sidecar), second);
  });

  it('does not undo over somebody else’s change', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const changed = `${await read(sidecar)}# mine\n`;
    await write(sidecar, changed);
    await run('undoDecision');
    assert.equal(await read(sidecar), changed);
  });

  it('keeps comments, unknown keys and CRLF of a sidecar outside its own entry', async () => {
    const before = [
      '# our desk’s file',
      'version: 1',
      `document: {path: ${article}, offsets: codepoint}   # by hand`,
      'x-desk: {colour:   blue}',
      'annotations: []',
      '',
    ].join('\r\n');
    await write(sidecar, before);
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const after = await read(sidecar);
    assert.ok(after.includes('# our desk’s file\r\n'));
    assert.ok(after.includes('x-desk: {colour:   blue}\r\n'));
    assert.ok(after.includes('# by hand'));
    assert.ok(!/[^\r]\n/.test(after), 'every line still ends in CRLF');
    await run('undoDecision');
    assert.equal(await read(sidecar), before);
  });

  it('changes a sidecar that is open through its editor and leaves unsaved work unsaved', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const shown = await open(sidecar);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), '# not saved yet\n'));
    const onDisk = await read(sidecar);
    const back = await open(article);
    putCursor(back, '“The wind');
    await run('accept');
    const document = await vscode.workspace.openTextDocument(file(sidecar));
    assert.ok(document.isDirty);
    assert.match(document.getText(), /^# not saved yet\n/);
    assert.match(document.getText(), /The wind is with us/);
    assert.equal(await read(sidecar), onDisk);
  });

  it('saves an open sidecar that had nothing unsaved', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    await open(sidecar);
    const back = await open(article);
    putCursor(back, '“The wind');
    await run('accept');
    assert.match(await read(sidecar), /The wind is with us/);
  });

  for (const [name, content] of [
    ['broken', 'version: 1\nannotations: [ {id: abc\n'],
    ['from a newer version', 'version: 99\nannotations: []\n'],
    ['not UTF-8', Uint8Array.of(0x76, 0x3a, 0x20, 0xff, 0xfe, 0x0a)],
  ] as const) {
    it(`leaves a sidecar that is ${name} as it is and says so in Problems`, async () => {
      await write(sidecar, content);
      const before = await vscode.workspace.fs.readFile(file(sidecar));
      const editor = await opened();
      putCursor(editor, quotation);
      await run('accept');
      assert.deepEqual(await vscode.workspace.fs.readFile(file(sidecar)), before);
      await until(
        () => vscode.languages.getDiagnostics(file(sidecar)).length,
        (count) => count > 0,
        'a problem is shown',
      );
    });
  }

  it('an annotation of one’s own has the selected words and is taken out when rejected', async () => {
    const editor = await opened();
    select(editor, 'The ferry came late');
    const asked = run('annotateNote');
    await until(
      () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
      () => true,
      'an input is there',
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(await exists(sidecar), false, 'nothing is written where nothing was said');
  });

  it('names another speaker by id', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('changeSpeaker', [{ id: 'sen-maroa' }]);
    assert.match(await read(sidecar), /speakers:\s*(\[sen-maroa\]|\n\s*- sen-maroa)/);
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('Sen Maroa'),
      'the card names her',
    );
  });

  it('follows the words while one types, and loses a deleted passage instead of moving it to a look-alike', async () => {
    await write(article, `${text}\nLater: “We will sail on Thursday,” said Captain Mira Olsen.\n`);
    const editor = await open(article);
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('Olsen'),
      'the quotation has a card',
    );
    putCursor(editor, quotation);
    await run('accept');
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('accepted'),
      'accepted',
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'Good news. '));
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('accepted'),
      'it moved with the words',
    );
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 4, 0)));
    await until(
      () => cardsAt(editor, quotation),
      (card) => card !== '' && !card.includes('_direct · accepted_'),
      'the look-alike is not accepted',
    );
  });

  it('the annotations of an article go with it when it is renamed', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file(article), file('renamed.article.txt'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await exists(sidecar), false);
    assert.match(await read('renamed.article.txt.annotations.yaml'), /We will sail/);
    const renamed = await open('renamed.article.txt');
    await until(
      () => cardsAt(renamed, quotation),
      (card) => card.includes('accepted'),
      'it is still accepted',
    );
    await clear('renamed.article.txt', 'renamed.article.txt.annotations.yaml');
  });

  it('F2 gives a speaker a name for the whole folder and keeps the old one as an alias', async () => {
    const before = await read('second-source.yaml');
    const editor = await opened();
    const at = editor.document.positionAt(editor.document.getText().indexOf('Mira Olsen') + 2);
    await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', editor.document.uri, at, 'Mira Anne Olsen');
    const registry = await read('second-source.yaml');
    assert.match(registry, /name: "?Mira Anne Olsen/);
    assert.match(registry, /Mira Olsen/);
    await until(
      () => cardsAt(editor, quotation),
      (card) => card.includes('**Mira Anne Olsen**'),
      'the card has the new name',
    );
    await run('undoDecision');
    assert.equal(await read('second-source.yaml'), before);
  });

  it('two windows: an entry that somebody else wrote meanwhile stays', async () => {
    const editor = await opened();
    putCursor(editor, quotation);
    await run('accept');
    const theirs = (await read(sidecar)).replace('annotations:\n', 'annotations:\n  # theirs\n');
    await write(sidecar, theirs);
    putCursor(editor, '“The wind');
    await run('accept');
    const both = await read(sidecar);
    assert.ok(both.includes('# theirs'));
    assert.ok(both.includes('The wind is with us'));
  });
});
