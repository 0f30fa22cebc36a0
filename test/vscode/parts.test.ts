import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, putCursor, read, run, until, write } from './articles';

const split = 'skarn.article.txt';
const other = 'bread.article.txt';
const long = 'dusk.article.txt';
const whole =
  '“The ferry to Skarn will sail twice a day,” Captain Mira Olsen told the harbour council on Monday. “Nobody on the island will wait a week for bread.”';

describe('a quotation in parts', () => {
  before(async () => {
    await write(split, `The ferry to Skarn\n2025-05-12\n\n${whole}\n\nIt rained.\n`);
    await write(
      other,
      'Bread for Skarn\n2025-05-13\n\nThe council listened.\n\n“Nobody on the island will wait a week for bread,” Captain Mira Olsen said.\n',
    );
    await write(long, 'Lamps\n\nMira Olsen said: “The boat is painted.\n\n“Its lamps are new.\n\n“And they shine at dusk.”\n');
  });
  after(() => clear(split, `${split}.annotations.yaml`, other, long));

  async function opened(path: string, words: string, wanted = 'Mira Olsen'): Promise<vscode.TextEditor> {
    const editor = await open(path);
    await until(
      () => cardsAt(editor, words),
      (card) => card.includes(wanted),
      'the quotation has a card',
    );
    return editor;
  }

  async function outlineOf({ document }: vscode.TextEditor): Promise<string[]> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    return symbols.flatMap(({ name, children }) => children.map((child) => `${name}: ${child.name}`));
  }

  it('is one entry of the outline, without the attribution in its midst', async () => {
    const outline = await outlineOf(await opened(split, '“The ferry'));
    assert.equal(outline.length, 1);
    assert.match(outline[0] ?? '', /^Mira Olsen: “The ferry to Skarn will sail twice a day,” “Nobody on the island/);
  });

  it('goes over the paragraphs that reopen its mark', async () => {
    const outline = await outlineOf(await opened(long, '“Its lamps'));
    assert.deepEqual(outline, ['Mira Olsen: “The boat is painted. “Its lamps are new. “And they shine at dusk.”']);
  });

  it('has one card at all its parts, with what another outlet has of one of them', async () => {
    const editor = await opened(split, '“The ferry', 'bread');
    const [first, second] = [await cardsAt(editor, '“The ferry'), await cardsAt(editor, '“Nobody')];
    assert.equal(first, second);
    assert.match(first, /bread[^\n]* · _shorter or longer/);
    assert.ok(!first.includes('council'), 'the attribution is no difference');
  });

  it('is accepted as one annotation from its first word to its last', async () => {
    const editor = await opened(split, '“The ferry');
    putCursor(editor, '“Nobody');
    await run('accept');
    const yaml = await read(`${split}.annotations.yaml`);
    assert.equal(yaml.match(/- id:/g)?.length, 1);
    assert.ok(yaml.includes('exact: "“The ferry to Skarn') || yaml.includes('exact: “The ferry to Skarn'), yaml);
    assert.ok(yaml.includes('a week for bread.”'), yaml);
    await until(
      () => cardsAt(editor, '“The ferry'),
      (card) => card.includes('accepted'),
      'the first part is accepted, too',
    );
  });
});
