import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { failOver } from '../core/failing';
import { cardsAt, clear, file, open, until, write } from './articles';

const said = '“The lock gates will be shut by Friday, and no barge will pass before the dredging of the old canal is done,”';
const text = (town: string) =>
  `The locks of ${town}\n2025-05-12\n\n${said} said lock keeper Bo Ternby of ${town}. Forty barges waited above the weir on Monday, with timber and grain for the mills.\n`;
const good = ['lock-a.article.txt', 'lock-b.article.txt'] as const;
const bad = 'lock-c.article.txt';
const faultsAt = (path: string) => vscode.languages.getDiagnostics(file(path)).filter(({ code }) => code === 'fault');

/** The program fails over this town wherever it reads its name, in the extension that runs and not in one made for the test. */
const town = 'Vexholm';

describe('a fault of the program over one article', () => {
  let end: () => void = () => undefined;
  before(async () => {
    end = failOver(town);
    await write(bad, text(town));
    for (const path of good) await write(path, text('Marlow'));
  });
  after(async () => {
    end();
    await clear(bad, ...good);
  });

  it('is told there once, with what was not done, the place in the program, and to whom to say so', async () => {
    await open(bad);
    const found = await until(
      () => faultsAt(bad),
      (list) => list.length > 0,
      'the fault is among the problems',
    );
    for (const { message, source, severity } of found) {
      assert.match(message, /^.+ could not be found here, by a fault of Second Source; please report it: a fault of ours at .+:\d+/);
      assert.doesNotMatch(message, /\//, 'no folder of this machine');
      assert.equal(source, 'Second Source');
      assert.equal(severity, vscode.DiagnosticSeverity.Warning);
    }
    const messages = found.map(({ message }) => message.replace(/ could not .*/, ''));
    assert.equal(new Set(messages).size, messages.length, 'each once');
  });

  it('hides nothing in the others: their cards, renderings, symbols and problems are there', async () => {
    const sample = await open('kesnet.article.txt');
    const rendered = await until(
      () => cardsAt(sample, '“Our harbours'),
      (seen) => seen.includes('Sen Maroa') && /[2-9] outlets/.test(seen),
      'the card has the other outlets',
    );
    assert.doesNotMatch(rendered, /fault/);
    const editor = await open(good[0]);
    const card = await until(
      () => cardsAt(editor, said),
      (seen) => seen.includes('Ternby'),
      'the card has the speaker',
    );
    assert.doesNotMatch(card, /fault/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    assert.ok(symbols.some(({ name }) => name.includes('Ternby')));
    for (const path of good) assert.deepEqual(faultsAt(path), []);
    assert.ok(
      vscode.languages
        .getDiagnostics()
        .flatMap(([, list]) => list)
        .some(({ message }) => message.includes('million')),
      'the contradictions of the folder stand',
    );
  });

  it('goes when the program no longer fails', async () => {
    end();
    const editor = await open(bad);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'News. '));
    await until(
      () => cardsAt(editor, said),
      (card) => card.includes('Ternby'),
      'the article is read',
    );
    await editor.document.save();
    await until(
      () => faultsAt(bad).map(({ message }) => message.replace(/ could not .*/, '')),
      (list) => !list.some((what) => what.includes('quotations')),
      'what was told of its reading is gone',
    );
  });
});
