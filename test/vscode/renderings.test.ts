import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, putCursor, rangeOf, run, until, write } from './articles';

const ports = '“Our ports are older';

async function opened(): Promise<vscode.TextEditor> {
  const editor = await open('lowen-courier.article.txt');
  await until(
    () => cardsAt(editor, ports),
    (card) => card.includes('Kesnet') && card.includes('outlet'),
    'the folder is read',
  );
  return editor;
}

const paths = (locations: readonly (vscode.Location | vscode.LocationLink)[]) =>
  new Set(locations.map((location) => ('targetUri' in location ? location.targetUri : location.uri).path.split('/').at(-1)));

describe('renderings', () => {
  after(() => clear());

  it('a card has its parts in order: verdict, speaker, other outlets, the speaker’s other words, reasons', async () => {
    const editor = await opened();
    const card = await cardsAt(editor, ports);
    const parts = ['outlets · ', 'Sen Maroa', 'Kesnet', 'Also by', 'Why?'];
    const places = parts.map((part) => card.indexOf(part));
    assert.ok(
      places.every((place) => place >= 0),
      `${parts.filter((_, i) => (places[i] ?? -1) < 0).join()} missing in\n${card}`,
    );
    assert.ok((places[0] ?? 99) < 20, 'the verdict is the first line');
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
      card,
    );
  });

  it('a card marks the words that differ', async () => {
    const card = await cardsAt(await opened(), ports);
    assert.match(card, /~~[^~]*disputes[^~]*~~/, card);
    assert.match(card, /\*\*[^*]*quarrels[^*]*\*\*/, card);
  });

  it('a card shows a rendering in reported speech, not only equal words', async () => {
    const card = await cardsAt(await opened(), ports);
    assert.match(card, /Meridian Post|Northgate Daily/, card);
  });

  it('a card tells, over an outlet’s name, what its rendering was found by', async () => {
    const card = await cardsAt(await opened(), ports);
    assert.match(card, /"Found by words \\\([^"]*speaker \\\(Sen Maroa/, card);
  });

  it('Go to Definition leads to another outlet’s rendering', async () => {
    const editor = await opened();
    const at = rangeOf(editor.document, ports).start.translate(0, 3);
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', editor.document.uri, at);
    assert.equal(found.length, 1);
    assert.ok(!paths(found).has('lowen-courier.article.txt'));
  });

  it('Find All References lists the passage and its renderings', async () => {
    const editor = await opened();
    const at = rangeOf(editor.document, ports).start.translate(0, 3);
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, at);
    const files = paths(found);
    assert.ok(files.has('kesnet.article.txt') && files.has('tidewater-times.md'), [...files].join());
  });

  it('next rendering goes round the outlets and comes back', async () => {
    const editor = await opened();
    putCursor(editor, ports);
    const begun = editor.document.uri.path;
    const seen = new Set<string>();
    for (let i = 0; i < 12; i++) {
      await run('nextRendering');
      const path = vscode.window.activeTextEditor?.document.uri.path ?? '';
      seen.add(path);
      if (path === begun) break;
    }
    assert.ok(seen.size >= 3, [...seen].join());
    assert.ok(seen.has(begun), 'it comes back');
    await run('nextRendering');
    await run('previousRendering');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, begun);
  });

  it('the outline is by speaker, with what each says below', async () => {
    const editor = await opened();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const sen = symbols.find(({ name }) => name === 'Sen Maroa');
    assert.ok(sen, symbols.map(({ name }) => name).join());
    assert.ok(sen.children.some(({ name }) => name.includes('Our ports are older')));
  });

  it('workspace symbols find quotations by their words and speakers by name', async () => {
    await opened();
    const search = (query: string) =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    assert.ok((await search('older quarrels')).some(({ location }) => location.uri.path.endsWith('kesnet.article.txt')));
    assert.ok((await search('Petra Quill')).length > 0);
  });

  it('a date in a quotation does not hide the quotation’s card', async () => {
    await write('weir-1.article.txt', 'Weir shut\n\n“We close the weir on 4 May 2031, and not before,” said Lotte Brandvold.\n');
    const editor = await open('weir-1.article.txt');
    const card = await until(
      () => cardsAt(editor, '4 May 2031'),
      (seen) => seen.includes('Brandvold'),
      'both cards',
    );
    assert.match(card, /2031\\-05\\-04[\s\S]*Only here[\s\S]*Brandvold/);
    await clear('weir-1.article.txt');
  });

  it('a date’s card has its value, its weekday and its distance from publication', async () => {
    const card = await cardsAt(await opened(), 'Sunday, with both');
    assert.match(card, /2025\\-05\\-11/, card);
    assert.match(card, /Sunday/);
    assert.match(card, /1 day before publication/);
  });

  it('offers accept, reject and change speaker as quick fixes', async () => {
    const editor = await opened();
    const at = rangeOf(editor.document, ports);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, at);
    const titles = actions.map(({ title }) => title).join('; ');
    assert.match(titles, /Accept this/);
    assert.match(titles, /Reject this/);
    assert.match(titles, /Change speaker/);
  });

  it('offers in the light bulb whatever the editor’s menu has for a passage, its date and selected words', async () => {
    const editor = await opened();
    const commandsAt = async (range: vscode.Range) => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        range,
      );
      return found.map(({ command }) => command?.command.replace('secondSource.', '') ?? '');
    };
    const offered = new Set([
      ...(await commandsAt(rangeOf(editor.document, ports))),
      ...(await commandsAt(rangeOf(editor.document, 'Sunday, with both'))),
    ]);
    const { contributes } = vscode.extensions.getExtension('second-source.second-source')?.packageJSON as {
      readonly contributes: { readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>> };
    };
    const ofArticle = new Set(['setOutlet', 'setPublished', 'setPrimary', 'setLanguage', 'compareVersions']);
    const menu = (contributes.menus['secondSource.editor'] ?? []).map(({ command }) => command.replace('secondSource.', ''));
    assert.ok(menu.length > 15);
    assert.deepEqual(
      menu.filter((command) => !ofArticle.has(command) && !offered.has(command)),
      [],
    );
  });

  it('shows outlets and origins above quotations only where a person wants it', async () => {
    const editor = await opened();
    const lenses = () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 5);
    assert.equal((await lenses()).length, 0);
    const settings = vscode.workspace.getConfiguration('secondSource');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    try {
      const shown = await until(lenses, (list) => list.length > 0, 'there are lenses');
      assert.ok(
        shown.some(({ command }) => /outlets · \d origin/.test(command?.title ?? '')),
        shown.map(({ command }) => command?.title).join(),
      );
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
