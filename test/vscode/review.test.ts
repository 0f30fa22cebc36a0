import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSidecar } from '../../src/core/index';
import { cardsAt, clear, exists, open, putCursor, rangeOf, read, run, select, until, write } from './articles';

let article = '';
let sidecar = '';
let count = 0;
const text = `The ferry came late
2025-05-12

“We will sail,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.

The harbour master said the pier would open on 14 May.
`;
const wind = '“The wind';

async function opened(): Promise<vscode.TextEditor> {
  await write(article, text);
  const editor = await open(article);
  await cardSays(editor, '“We will', /Olsen/, 'the quotation has a card');
  return editor;
}

async function cardSays(editor: vscode.TextEditor, words: string, said: RegExp, what: string): Promise<void> {
  await until(
    () => cardsAt(editor, words),
    (card) => said.test(card),
    what,
  );
}

/** Opens the article and accepts the quotation about the wind. */
async function accepted(): Promise<vscode.TextEditor> {
  const editor = await opened();
  putCursor(editor, wind);
  await run('accept');
  await cardSays(editor, wind, /accepted/, 'accepted');
  return editor;
}

const entries = async () => (await read(sidecar)).split(/^ {2}- /m).slice(1);

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

  it('a suggestion that one has stepped to is decided alone, and not what stands in it', async () => {
    const editor = await opened();
    select(editor, 'the pier would open on 14 May');
    await run('accept');
    const [entry = '', ...more] = await entries();
    assert.match(entry, /type: quotation/);
    assert.equal(more.length, 0, 'the date in it stays open');
  });

  it('the selected words become the extent of an annotation', async () => {
    const editor = await accepted();
    select(editor, '“The wind is with us');
    await run('useSelection');
    assert.match(await read(sidecar), /exact: "“The wind is with us"/);
    await cardSays(editor, wind, /direct · accepted/, 'it stands there at once, unchanged');
  });

  it('the extent of a finding or an annotation grows and shrinks by words, and each step can be undone', async () => {
    const editor = await opened();
    putCursor(editor, '“We will');
    await run('shrinkEnd');
    assert.equal(editor.document.getText(editor.selection), '“We will');
    await Promise.all([run('extendEnd'), run('extendEnd')]);
    assert.equal(editor.document.getText(editor.selection), '“We will sail,” said');
    await run('shrinkStart');
    const [entry = '', ...more] = await entries();
    assert.match(entry, /status: accepted[\s\S]*exact: "?will sail,” said/);
    assert.equal(more.length, 0, 'one annotation');
    await run('undoDecision');
    assert.match(await read(sidecar), /exact: "“We will sail,” said"/);
  });

  it('a finding can be made something else, and the engine does not bring it back', async () => {
    const editor = await opened();
    putCursor(editor, wind);
    await run('changeType', undefined, undefined, 'statement');
    await cardSays(editor, wind, /^_statement · accepted_/m, 'it is a statement');
    assert.doesNotMatch(await cardsAt(editor, wind), /suggested/);
    await run('changeType', undefined, undefined, 'quotation', 'mixed');
    await cardSays(editor, wind, /^_mixed · accepted_/m, 'it is a quotation again');
    const yaml = await read(sidecar);
    assert.match(yaml, /kind: mixed/);
    assert.doesNotMatch(yaml, /rejected/, 'nothing is left of the way there');
  });

  it('tags are kept with the annotation, of a finding too, and taken away again', async () => {
    const editor = await opened();
    putCursor(editor, wind);
    await run('editTags', undefined, undefined, ['weather', 'to check']);
    assert.match(await read(sidecar), /status: accepted[\s\S]*tags:\s*(\[weather, to check\]|\n\s+- weather\n\s+- to check)/);
    await cardSays(editor, wind, /Tags: weather, to check/, 'the card shows them');
    await run('editTags', undefined, undefined, []);
    assert.doesNotMatch(await read(sidecar), /tags/);
  });

  it('a comment on a suggestion belongs to it and does not accept it', async () => {
    const editor = await opened();
    const range = rangeOf(editor.document, 'The wind');
    await run('addComment', { thread: { uri: editor.document.uri, range, dispose: () => undefined }, text: 'Who heard this?' });
    const [entry = '', ...more] = await entries();
    assert.match(entry, /type: quotation[\s\S]*status: suggested[\s\S]*Who heard this\?/);
    assert.equal(more.length, 0);
    await cardSays(editor, wind, /suggested[\s\S]*Who heard this/, 'the card says both');
    putCursor(editor, wind);
    await run('accept');
    assert.match(await read(sidecar), /status: accepted[\s\S]*Who heard this\?/, 'the comment stays with what is accepted');
    assert.equal((await entries()).length, 1);
  });

  it('a link between suggestions accepts neither', async () => {
    const other = `other-${article}`;
    await write(other, text);
    await cardSays(await open(other), wind, /suggested/, 'the other article is read');
    const editor = await opened();
    putCursor(editor, wind);
    const start = text.indexOf(wind);
    await run('linkRendering', undefined, undefined, { path: other, start, end: start + 10, relation: 'verbatim', status: 'accepted' });
    for (const yaml of [await read(sidecar), await read(`${other}.annotations.yaml`)]) {
      assert.match(yaml, /status: suggested/);
      assert.doesNotMatch(yaml, /status: accepted/);
    }
    await cardSays(editor, wind, /linked/, 'the link counts');
    await clear(other, `${other}.annotations.yaml`, 'corroborations.yaml');
  });

  it('the verbs of the editor work where a review has led the caret, and at the end of a passage', async () => {
    const editor = await opened();
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await run('nextSuggestion');
    assert.ok(editor.selection.active.isEqual(editor.selection.start), 'the caret is at its start');
    const end = rangeOf(editor.document, '“We will sail,”').end;
    editor.selection = new vscode.Selection(end, end);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, end);
    assert.ok(hovers.length > 0, 'a card at the end');
    await run('accept');
    assert.match(await read(sidecar), /exact: "“We will sail,”"/);
  });

  it('a review goes on after each decision, and back to what is taken back', async () => {
    await opened();
    await run('review', 'text');
    const words = () => {
      const editor = vscode.window.activeTextEditor;
      return editor ? `${editor.document.uri.path} ${editor.document.getText(editor.selection)}` : '';
    };
    const first = words();
    await run('accept');
    const second = await until(words, (seen) => seen !== first, 'it goes on by itself');
    await run('nextSuggestion');
    assert.notEqual(words(), second, 'one may be passed over');
    await run('undoDecision');
    await until(words, (seen) => seen === first, 'it goes back to what was taken back');
    await run('endReview');
  });

  it('a phrase is annotated wherever it stands, with one undo', async () => {
    await write(article, `${text}\nCaptain Olsen waved. Nobody saw Captain Olsen, and Olsen went below.\n`);
    const editor = await open(article);
    await cardSays(editor, '“We will', /Olsen/, 'the quotation has a card');
    select(editor, 'Captain Olsen');
    await run('annotateAll', 'article', 'speaker');
    assert.equal((await entries()).length, 2);
    await run('annotateAll', 'article', 'speaker');
    assert.equal((await entries()).length, 2, 'what is annotated stays as it is');
    await run('undoDecision');
    assert.equal(await exists(sidecar), false);
  });

  it('the value of a date can be corrected', async () => {
    const editor = await opened();
    putCursor(editor, '14 May');
    await run('editDate', undefined, undefined, '2026-05-14');
    const yaml = await read(sidecar);
    assert.match(yaml, /type: date/);
    assert.match(yaml, /value: "2026-05-14"/);
    await cardSays(editor, '14 May', /2026/, 'the card shows it');
  });

  it('text that changes under an annotation is said to have changed until a person confirms it', async () => {
    const editor = await accepted();
    const at = editor.document.positionAt(editor.document.getText().indexOf('rested'));
    await editor.edit((edit) => edit.insert(at, 'well '));
    await cardSays(editor, wind, /text changed since/, 'it says so');
    putCursor(editor, wind);
    await run('confirmPlace');
    const yaml = await read(sidecar);
    assert.match(yaml, /exact: "“The wind is with us, and the crew is rested,”"/, 'what it was made on is never rewritten');
    assert.match(yaml, /found:[\s\S]*well rested/);
    await cardSays(editor, wind, /^(?![\s\S]*changed since)[\s\S]*accepted/, 'it stands again');
  });

  it('several suggestions are decided at once, those that are listed and no others, with one undo over all files', async () => {
    const other = `other-${article}`;
    await write(other, text);
    await cardSays(await open(other), wind, /suggested/, 'the other article is read');
    const editor = await opened();
    await run('decideSeveral', { paths: [article, other], speaker: 'Mira Olsen' }, 'accept');
    const first = await read(sidecar);
    const second = await read(`${other}.annotations.yaml`);
    for (const yaml of [first, second]) {
      assert.equal((yaml.match(/status: accepted/g) ?? []).length, 2);
      assert.doesNotMatch(yaml, /exact: .*the pier|type: (date|speaker)/);
    }
    await write(`${other}.annotations.yaml`, `${second}# Ben was here\n`);
    await run('undoDecision');
    assert.equal(await read(sidecar), first, 'where one file has changed since, none is undone');
    await write(`${other}.annotations.yaml`, second);
    await run('undoDecision');
    assert.equal(await exists(sidecar), false);
    assert.equal(await exists(`${other}.annotations.yaml`), false);
    await run('redoDecision');
    assert.equal(await read(`${other}.annotations.yaml`), second);
    await cardSays(editor, wind, /accepted/, 'accepted again');
    await run('undoDecision');
    await clear(other, `${other}.annotations.yaml`);
  });

  it('by confidence, too', async () => {
    await opened();
    await run('decideSeveral', { paths: [article], atLeast: 0.999 }, 'reject');
    assert.equal(await exists(sidecar), false, 'nothing is as sure as that');
    await run('decideSeveral', { paths: [article], atLeast: 0.2 }, 'reject');
    assert.equal((await entries()).length, 3);
    assert.doesNotMatch(await read(sidecar), /accepted/);
  });

  it('a suggestion that was rejected stays away when another engine draws its edges elsewhere', async () => {
    const exact = 'The wind is with us, and the crew is rest';
    const start = text.indexOf(exact);
    await write(
      sidecar,
      `version: 1\nannotations:\n  - {id: old0000000, type: quotation, status: rejected, exact: "${exact}", start: ${start}, end: ${start + exact.length}, by: second-source/quotation 0.12}\n`,
    );
    const editor = await opened();
    await until(
      () => cardsAt(editor, wind),
      (card) => !card.includes('suggested'),
      'it is not suggested again',
    );
  });

  describe('a discussion', () => {
    /** The first comment on the quotation about the wind. */
    async function discussed(words: string): Promise<vscode.TextEditor> {
      const editor = await accepted();
      const start = editor.document.getText().indexOf('The wind');
      const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 8));
      await run('addComment', { thread: { uri: editor.document.uri, range, dispose: () => undefined }, text: words });
      return editor;
    }

    it('is kept in the sidecar with the annotation it is about', async () => {
      const editor = await discussed('Ask her *again*');
      assert.match(await read(sidecar), /comments:[\s\S]*Ask her \*again\*/);
      assert.equal((await entries()).length, 1, 'no second annotation');
      await cardSays(editor, wind, /Ask her \\\*again\\\*/, 'the card shows it, as text');
    });

    it('keeps the lines of a comment', async () => {
      await discussed('One\n\n- two\n- three: ![x](https://pictures.example/x.png)');
      const { annotations } = readSidecar(await read(sidecar));
      assert.equal(annotations[0]?.comments?.[0]?.text, 'One\n\n- two\n- three: ![x](https://pictures.example/x.png)');
    });

    it('can be closed, and another word opens it again', async () => {
      const editor = await discussed('Why?');
      putCursor(editor, wind);
      await run('resolveDiscussion');
      assert.match(await read(sidecar), /resolved:/);
      await run('reopenDiscussion');
      assert.doesNotMatch(await read(sidecar), /resolved:/);
      await run('resolveDiscussion');
      const start = editor.document.getText().indexOf('The wind');
      const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + 8));
      await run('addComment', { thread: { uri: editor.document.uri, range, dispose: () => undefined }, text: 'Because' });
      const yaml = await read(sidecar);
      assert.doesNotMatch(yaml, /resolved:/);
      assert.match(yaml, /Why\?[\s\S]*Because/);
    });
  });
});
