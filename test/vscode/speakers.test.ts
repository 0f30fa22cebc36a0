import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, putCursor, read, run, until, write } from './articles';

const first = 'speakers-a.article.txt';
const second = 'speakers-b.article.txt';
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Holm. “The pier is safe,” said the harbour master.
`;
const other = `A late ferry
2025-05-13

“Nobody was hurt,” said Captain Holm. “The sea was calm,” she said. “It was dark,” Mira Anne Holm said.
`;
let registry = '';

async function cardSays(editor: vscode.TextEditor, words: string, said: RegExp, what: string): Promise<void> {
  await until(
    () => cardsAt(editor, words),
    (card) => said.test(card),
    what,
  );
}

describe('speakers of a folder', () => {
  before(async () => (registry = await read('second-source.yaml')));
  beforeEach(async () => {
    await write(first, text);
    await write(second, other);
    await open(second);
    // Until it is seen that the names of the last test are gone, she is still one that is there already.
    await until(
      async () => {
        await run('addSpeaker', 'Mira Anne Holm');
        return read('second-source.yaml');
      },
      (yaml) => yaml.includes('id: mira-anne-holm'),
      'she is registered',
    );
  });
  afterEach(async () => {
    await clear(first, second, `${first}.annotations.yaml`, `${second}.annotations.yaml`, `${second}.annotations.ben.yaml`);
    await write('second-source.yaml', registry);
  });

  it('one can be added, and is taken out again by undo', async () => {
    assert.match(await read('second-source.yaml'), /id: mira-anne-holm\n\s+name: Mira Anne Holm/);
    await run('undoDecision');
    assert.equal(await read('second-source.yaml'), registry);
  });

  it('are one in symbols and outlines, under the fullest name, before anybody registers them', async () => {
    await run('undoDecision');
    await write(first, text.replace('Captain Holm', 'Captain Tove Anneli Marsk'));
    await write(second, other.replace('Captain Holm', 'Captain Marsk'));
    const editor = await open(second);
    const outlined = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
    await until(outlined, (symbols) => symbols.some(({ name }) => name === 'Tove Anneli Marsk'), 'the outline has her full name');
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Tove Anneli');
    const places = found.filter(({ kind }) => kind === vscode.SymbolKind.Class).map(({ location }) => location.uri.path.split('/').at(-1));
    assert.deepEqual(places.sort(), [first, second]);
  });

  it('a corrected speaker teaches the name, for every article, and one undo takes both back', async () => {
    const editor = await open(first);
    await cardSays(editor, '“We will', /Holm/, 'there is a card');
    const before = await read('second-source.yaml');
    putCursor(editor, '“We will');
    await run('changeSpeaker', [{ id: 'mira-anne-holm' }]);
    assert.match(await read('second-source.yaml'), /aliases: \[\s*Captain Holm\s*\]|aliases:\n\s+- Captain Holm/);
    assert.match(await read(`${first}.annotations.yaml`), /speakers: \[\s*mira-anne-holm\s*\]/);
    const elsewhere = await open(second);
    await cardSays(elsewhere, '“Nobody', /\*\*Mira Anne Holm\*\*/, 'the other article knows her, too');
    await run('undoDecision');
    assert.equal(await read('second-source.yaml'), before);
    await assert.rejects(async () => read(`${first}.annotations.yaml`), 'the annotation is gone as well');
  });

  it('an office and a pronoun teach nothing by themselves', async () => {
    const before = await read('second-source.yaml');
    const editor = await open(first);
    await cardSays(editor, '“The pier', /harbour master/, 'there is a card');
    putCursor(editor, '“The pier');
    await run('changeSpeaker', [{ id: 'mira-anne-holm' }]);
    const elsewhere = await open(second);
    await cardSays(elsewhere, '“The sea', /suggested/, 'there is a card');
    putCursor(elsewhere, '“The sea');
    await run('changeSpeaker', [{ id: 'tomas-arendt' }]);
    assert.equal(await read('second-source.yaml'), before);
    assert.match(await read(`${second}.annotations.yaml`), /speakers: \[\s*tomas-arendt\s*\]/);
  });

  it('two that are one are merged in every file of every annotator, with one undo', async () => {
    await run('addSpeaker', 'M. Holm');
    const editor = await open(second);
    await cardSays(editor, '“Nobody', /Holm/, 'there is a card');
    putCursor(editor, '“Nobody');
    await run('changeSpeaker', [{ id: 'm-holm' }]);
    const own = await read(`${second}.annotations.yaml`);
    await write(`${second}.annotations.ben.yaml`, `# Ben’s\n${own}`);
    const before = await read('second-source.yaml');
    await run('mergeSpeakers', ['mira-anne-holm', 'm-holm'], 'mira-anne-holm');
    const merged = await read('second-source.yaml');
    assert.doesNotMatch(merged, /id: m-holm/);
    assert.match(merged, /M\. Holm/);
    for (const file of [`${second}.annotations.yaml`, `${second}.annotations.ben.yaml`])
      assert.match(await read(file), /speakers: \[\s*mira-anne-holm\s*\]/);
    assert.match(await read(`${second}.annotations.ben.yaml`), /^# Ben’s\n/);
    await run('undoDecision');
    assert.equal(await read('second-source.yaml'), before);
    assert.equal(await read(`${second}.annotations.yaml`), own);
    assert.equal(await read(`${second}.annotations.ben.yaml`), `# Ben’s\n${own}`);
  });

  it('a file that cannot be written stops a merge as a whole', async () => {
    await run('addSpeaker', 'M. Holm');
    const broken =
      'version: 1\nannotations:\n  - {id: aaaaaaaaaa, type: note, status: accepted, exact: sea, start: 1, end: 4, speakers: [m-holm]}\n  - {id: b\n';
    await write(`${second}.annotations.ben.yaml`, broken);
    const before = await read('second-source.yaml');
    await run('mergeSpeakers', ['mira-anne-holm', 'm-holm'], 'mira-anne-holm');
    assert.equal(await read('second-source.yaml'), before);
    assert.equal(await read(`${second}.annotations.ben.yaml`), broken);
  });

  it('roles and other names are edited where they stand, and comments stay', async () => {
    await run('editSpeaker', 'sen-maroa', { roles: ['transport minister', 'engineer'] });
    const edited = await read('second-source.yaml');
    assert.match(edited, /^# An invented story/);
    assert.match(edited, /roles: \[transport minister, engineer\]/);
    assert.match(edited, /aliases: \[Sen, Minister Sen\]/);
  });
});
