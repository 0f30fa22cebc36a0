import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, putCursor, read, run, select, until, write } from './articles';

let article = '';
let sidecar = '';
let count = 0;
const text = `The ferry came late
2025-05-12

“We will sail,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.
`;

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  const editor = await open(article);
  await until(
    () => cardsAt(editor, '“We will'),
    (card) => card.includes('Olsen'),
    'the quotation has a card',
  );
  return editor;
}

describe('review', () => {
  beforeEach(() => {
    article = `review-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(() => clear(sidecar, article));

  it('next suggestion stops at each open finding in turn, and not at what is decided', async () => {
    const editor = await opened();
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const words = () => editor.document.getText(editor.selection);
    await run('nextSuggestion');
    assert.equal(words(), '“We will sail,”');
    await run('accept');
    await run('nextSuggestion');
    const second = words();
    assert.notEqual(second, '“We will sail,”');
    await run('previousSuggestion');
    assert.notEqual(words(), '“We will sail,”', 'an accepted one is passed over');
  });

  it('the selected words become the extent of an annotation', async () => {
    const editor = await opened();
    putCursor(editor, '“The wind');
    await run('accept');
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('accepted'),
      'accepted',
    );
    select(editor, '“The wind is with us');
    await run('useSelection');
    const yaml = await read(sidecar);
    assert.match(yaml, /exact: "“The wind is with us"/);
  });

  it('text that changes under an annotation is said to have changed until a person confirms it', async () => {
    const editor = await opened();
    putCursor(editor, '“The wind');
    await run('accept');
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('accepted'),
      'accepted',
    );
    const at = editor.document.positionAt(editor.document.getText().indexOf('rested'));
    await editor.edit((edit) => edit.insert(at, 'well '));
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('text changed since'),
      'it says so',
    );
    putCursor(editor, '“The wind');
    await run('confirmPlace');
    const yaml = await read(sidecar);
    assert.match(yaml, /exact: "“The wind is with us, and the crew is rested,”"/, 'what it was made on is never rewritten');
    assert.match(yaml, /found:[\s\S]*well rested/);
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('accepted') && !card.includes('changed since'),
      'it stands again',
    );
  });

  it('a comment is kept in the sidecar with the annotation it is about', async () => {
    const editor = await opened();
    putCursor(editor, '“The wind');
    await run('accept');
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('accepted'),
      'accepted',
    );
    const start = editor.document.getText().indexOf('The wind');
    const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 8));
    await run('addComment', { thread: { uri: editor.document.uri, range, dispose: () => undefined }, text: 'Ask her *again*' });
    const yaml = await read(sidecar);
    assert.match(yaml, /comments:[\s\S]*Ask her \*again\*/);
    assert.equal((yaml.match(/- id:/g) ?? []).length, 1, 'no second annotation');
    await until(
      () => cardsAt(editor, '“The wind'),
      (card) => card.includes('Ask her \\*again\\*'),
      'the card shows it, as text',
    );
  });
});
