import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createQuickPick, createStatusBarItem, createTreeView, plainTreeItem } from '../../src/workspace/window/index';
import { cardsAt, clear, file, open, until, write } from './articles';

/** What a terminal, a page or a list would obey, and the links that VS Code makes of words. */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\]\((?:command|https?):/;
/** And its icons, where it looks for these. */
const icon = /\$\(\w/;
const evil = '\u001b]0;t\u0007\u009b31m\u202eturned\u2066 [go](command:workbench.action.quit) $(flame)';
const yaml = JSON.stringify(evil).replace('\u009b', '\\x9b').replace('\u202e', '\\u202e').replace('\u2066', '\\u2066').slice(1, -1);
const name = 'hostile\u202ename\u0007.article.txt';
const other = 'hostile other [go](command:x).article.txt';
const words = `“We sold 48 million ${evil} crates of pears,”`;
const text = `---\noutlet: "Pear ${yaml} Post"\npublished: 2025-05-11\n---\n\n# Pears ${evil}\n\n${words} said grower Olda ${evil} Prins of Tolmi on Sunday, 12 May 2025.\n\nThe harvest was the best that the valley has seen in many years, and there was room for all of it in the old barns by the river.\n`;
const counter = text.replace('48', '84').replace('Pear ', 'Plum ');
const gone = `{id: gone000000, type: quotation, kind: direct, status: accepted, exact: "words ${yaml} gone", prefix: "a", suffix: "b", start: 0, end: 4, speakers: ["who ${yaml}"], note: "${yaml}", comments: [{by: "${yaml}", at: "2025-05-11T10:00:00Z", text: "${yaml}"}]}`;

/** All words of a value: names, details, titles, messages, whatever else will be there one day. Places and what commands are given aside. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null || value instanceof vscode.Uri || value instanceof vscode.Range) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'arguments' || key === 'location' ? [] : wordsOf(inner)));
}

function assertPlain(what: string, value: unknown): void {
  const said = wordsOf(value);
  assert.ok(said.length > 0, `${what}: nothing is said`);
  for (const one of said) assert.doesNotMatch(one, obeyed, `${what}: ${JSON.stringify(one)}`);
}

function assertLabel(what: string, value: unknown): void {
  assertPlain(what, value);
  for (const one of wordsOf(value)) assert.doesNotMatch(one, icon, `${what}: ${JSON.stringify(one)}`);
}

describe('hostile words in an article, its sidecar and its name', () => {
  before(async () => {
    await write(other, counter);
    await write(name, text);
    await write(`${name}.annotations.yaml`, `version: 1\nannotations:\n  - ${gone}\n`);
    await write(`stray ${evil.replaceAll('/', '')}.txt.annotations.yaml`, `version: 1\nannotations:\n  - ${gone}\n`);
    await vscode.workspace.getConfiguration('secondSource').update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    const editor = await open(name);
    await until(
      () => cardsAt(editor, '“We sold'),
      (card) => card !== '',
      'the quotation has a card',
    );
  });
  after(async () => {
    await vscode.workspace.getConfiguration('secondSource').update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    await clear(name, other, `${name}.annotations.yaml`, `stray ${evil.replaceAll('/', '')}.txt.annotations.yaml`);
  });

  it('are shown and not obeyed on cards', async () => {
    const editor = await open(name);
    for (const at of ['“We sold', 'Olda', '12 May']) {
      const card = await cardsAt(editor, at);
      assert.notEqual(card, '', at);
      assert.doesNotMatch(card, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\]\(command:workbench|(?<!\\)\$\(\w/, at);
    }
  });

  it('are shown and not obeyed in the outline and among the symbols of the folder', async () => {
    const { uri } = (await open(name)).document;
    assertLabel('outline', await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri));
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'pears');
    assert.ok(found.length >= 2, `${found.length} symbols`);
    assertLabel('symbols', found.map(({ name: said, containerName }) => [said, containerName])); // prettier-ignore
  });

  it('are shown and not obeyed among the problems, and in what is offered for them', async () => {
    const { uri } = (await open(name)).document;
    const problems = await until(
      () => vscode.languages.getDiagnostics(uri),
      (list) => list.some(({ message }) => message.includes('million')),
      'two figures contradict each other',
    );
    const inSidecar = await until(
      () => vscode.languages.getDiagnostics(file(`${name}.annotations.yaml`)),
      (list) => list.some(({ message }) => message.includes('no longer has a place')),
      'words that are gone are told',
    );
    for (const { message, relatedInformation = [] } of vscode.languages.getDiagnostics().flatMap(([, list]) => list))
      assertPlain('problem', [message, ...relatedInformation.map((one) => one.message)]);
    const titles: string[] = [];
    for (const [place, { range }] of [
      ...problems.map((problem) => [uri, problem] as const),
      ...inSidecar.map((problem) => [file(`${name}.annotations.yaml`), problem] as const),
    ]) {
      await vscode.workspace.openTextDocument(place);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', place, range);
      titles.push(...actions.map(({ title }) => title));
    }
    assertPlain('quick fixes', titles);
  });

  it('are shown and not obeyed above the quotations', async () => {
    const { uri } = (await open(name)).document;
    const lenses = await until(
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10),
      (list) => list.some(({ command }) => command !== undefined && command.title !== ''),
      'there is a lens',
    );
    assertLabel('lenses', lenses.map(({ command }) => command?.title)); // prettier-ignore
  });

  it('are shown and not obeyed in trees and above them, in the status bar and in lists to pick from', () => {
    const item = new vscode.TreeItem(evil);
    Object.assign(item, { description: evil, tooltip: `${evil}\n${evil}`, accessibilityInformation: { label: evil } });
    assertPlain('tree', plainTreeItem(item));
    const byFile = plainTreeItem(new vscode.TreeItem(file(name)));
    assertPlain('tree by files', [byFile.label, byFile.tooltip]);

    const tree = createTreeView('secondSource.test', { treeDataProvider: { getChildren: () => [], getTreeItem: () => item } });
    const bar = createStatusBarItem('secondSource.test', 1, 'quote');
    const pick = createQuickPick();
    try {
      tree.message = evil;
      assertPlain('above a tree', tree.message);
      bar.text = evil;
      assertLabel('status bar', bar.text.replace(/^\$\(quote\) /, ''));
      pick.placeholder = evil;
      assertLabel('list', pick.placeholder);
    } finally {
      for (const one of [tree, bar, pick]) one.dispose();
    }
  });

  it('stay as they are for the command that has offered them', () => {
    const pick = createQuickPick();
    const offered = [{ label: evil, description: evil, detail: evil }, { label: 'plain' }];
    pick.items = offered;
    pick.activeItems = offered.slice(0, 1);
    assert.deepEqual(pick.items, offered);
    assert.equal(pick.items[0], offered[0]);
    assert.equal(pick.activeItems[0], offered[0]);
    pick.dispose();
  });
});
