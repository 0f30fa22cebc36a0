import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printNote } from '../../scripts/testEvents.mjs';
import { cardsAt, clear, file, open, rangeOf, run, until, write } from './articles';
import { memory, Pulse } from './pulse';

interface IndexStatus {
  readonly articles: number;
  readonly missing: number;
  readonly read: number;
  readonly kept: number;
  readonly isBuilding: boolean;
}

const status = async () => ((await run('indexStatus')) as IndexStatus[])[0];
const late = 'events-007/00390-lowen-courier.md';
const added = 'events-007/a-new-outlet.md';

/** A whole quotation of the article. */
const quotation = (document: vscode.TextDocument) => /“We will [^“”]*writing,”/.exec(document.getText())?.[0] ?? assert.fail();

async function hasCard(editor: vscode.TextEditor, words: string, isRight: (card: string) => boolean, what: string): Promise<void> {
  await until(() => cardsAt(editor, words), isRight, what, 30_000);
}

describe('a large folder, opened again', function () {
  this.timeout(120_000);
  after(() => clear(added));

  it('keeps what was read before it was killed, and reads only what is missing', async () => {
    const pulse = new Pulse();
    await until(status, (now) => now !== undefined, 'the folder is listed', 30_000);
    await run('indexFolder');
    const now = await status();
    assert.ok(now);
    printNote(`opened again: ${now.kept} articles kept, ${now.read} read; ${pulse.end()}`);
    assert.equal(now.articles, 2000);
    assert.equal(now.missing, 0);
    assert.equal(now.kept + now.read, 2000);
    assert.ok(now.kept >= 500, `${now.kept} kept`);
  });

  it('shows renderings, origins and the definition from files that are not open', async () => {
    const editor = await open(late);
    const words = quotation(editor.document);
    await hasCard(editor, words, (card) => /outlets · \d+ independent origin/.test(card), 'outlets and origins are counted');
    const card = await cardsAt(editor, words);
    for (const outlet of ['Meridian Post', 'Tidewater Times', 'Northgate Daily', 'Kesnet']) assert.ok(card.includes(outlet), card);
    const at = rangeOf(editor.document, words).start.translate(0, 3);
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, at);
    assert.ok(places.filter(({ uri }) => uri.path.includes('/00390-')).length >= 4, places.map(({ uri }) => uri.path).join());
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      at,
    );
    assert.ok(definition);
  });

  it('finds speakers and quotations of articles that were never opened', async () => {
    const document = await vscode.workspace.openTextDocument(file('events-003/00151-kesnet.md'));
    const words = document.getText();
    const speaker = /said (?:\w+ ){1,2}([A-Z]\w+ [A-Z]\w+)\./.exec(words)?.[1] ?? assert.fail();
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', speaker);
    assert.ok(
      found.some(({ location }) => location.uri.path.includes('/00151-') && !location.uri.path.endsWith('kesnet.md')),
      found.map(({ name, location }) => `${name} ${location.uri.path}`).join(),
    );
  });

  it('typing is followed at once, and the host stays free', async () => {
    const editor = await open(late);
    const outline = async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return symbols.flatMap(({ children }) => children).length;
    };
    const before = await outline();
    const pulse = new Pulse();
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const text = '\n\n“The old ferry will never sail again,” said captain Orla Venn. ';
    let at = editor.document.offsetAt(end);
    for (const key of text) {
      const position = editor.document.positionAt(at);
      await editor.edit((edit) => edit.insert(position, key), { undoStopBefore: false, undoStopAfter: false });
      at += key.length;
      await new Promise((next) => setTimeout(next, 25));
    }
    const typed = performance.now();
    await until(outline, (now) => now > before, 'the new quotation is found');
    const follows = performance.now() - typed;
    await new Promise((next) => setTimeout(next, 1500)); // what waits for a pause in the typing runs now
    printNote(`typing ${text.length} keys: outline ${follows.toFixed(0)} ms after the last one; ${pulse.end()}; ${memory()}`);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('an article that is added, renamed or deleted is found, found there, and found no longer', async () => {
    const editor = await open(late);
    const words = quotation(editor.document);
    await write(added, `---\noutlet: The Venn Observer\n---\n\nA statement. ${words} said a spokeswoman in Tolmi on Tuesday.\n`);
    await hasCard(editor, words, (card) => card.includes('Venn Observer'), 'the new article is found');
    const at = rangeOf(editor.document, words).start.translate(0, 3);
    const places = async () =>
      (await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, at)).map(({ uri }) =>
        uri.path.split('/').at(-1),
      );
    const renamed = 'events-007/renamed-outlet.md';
    await vscode.workspace.fs.rename(file(added), file(renamed));
    await until(
      places,
      (found) => found.includes('renamed-outlet.md') && !found.includes('a-new-outlet.md'),
      'it has its new name',
      30_000,
    );
    await vscode.workspace.fs.delete(file(renamed));
    await until(places, (found) => !found.includes('renamed-outlet.md'), 'it is gone', 30_000);
    await until(status, (now) => now?.articles === 2000, 'it is counted no longer', 30_000);
  });

  it('an unsaved change in an open article goes before its file', async () => {
    const other = await open('events-007/00390-kesnet.md');
    const first = other.document.positionAt(other.document.getText().length);
    await other.edit((edit) => edit.insert(first, '\n\n“Nobody will fence off our orchard tonight,” Orla Venn said in Kesnet.\n'));
    const editor = await open('events-007/00390-lowen-courier.md');
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => edit.insert(end, '\n\n“Nobody will fence off our orchard tonight,” said Orla Venn.\n'));
    await hasCard(
      editor,
      '“Nobody will fence',
      (card) => card.includes('Kesnet') && card.includes('same words'),
      'the unsaved words are found',
    );
  });
});
