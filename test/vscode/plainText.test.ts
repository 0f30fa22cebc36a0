import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, open, rangeOf, read, until, write } from './articles';

const text = `Ferry stuck on a sandbank

“We will sail,” said Captain Mira Olsen. “The wind is with us,” she added. The ferry is old.
`;
const page = `<html><head><title>Ferry</title></head><body><p>“We will sail,” said Captain Mira Olsen. The ferry is old.</p></body></html>`;
const files = ['plain-1.txt', 'plain-2.html', 'plain-3.md', 'plain-4.txt', 'plain-5.txt', 'notes.log'];

describe('articles without a language of their own', () => {
  const project = 'second-source.yaml';
  let globs = '';
  before(async () => {
    globs = await read(project);
    await write(project, globs.replace("'*.html'", "'*.html', 'plain-*.txt'"));
  });
  after(() => write(project, globs));
  afterEach(() => clear(...files));

  async function opened(path: string, content: string): Promise<vscode.TextEditor> {
    await write(path, content);
    const editor = await open(path);
    await until(
      () => cardsAt(editor, '“We will'),
      (card) => card.includes('Olsen'),
      'it is annotated',
    );
    return editor;
  }
  const wrap = ({ document }: vscode.TextEditor) => vscode.workspace.getConfiguration('editor', document).get('wordWrap');
  const isTold = (id: string) => (editor: vscode.TextEditor) => editor.document.languageId === id;

  it('wrap, whatever their ending', async () => {
    for (const [path, content] of [
      ['plain-1.txt', text],
      ['plain-2.html', page],
      ['plain-3.md', text],
    ] as const) {
      const editor = await opened(path, content);
      await until(() => wrap(editor), (value) => value === 'on', path); // prettier-ignore
    }
  });

  it('do not mark the word at the cursor wherever else it stands', async () => {
    for (const [path, content] of [
      ['plain-1.txt', text],
      ['plain-3.md', text],
    ] as const) {
      const editor = await opened(path, content);
      const at = rangeOf(editor.document, 'ferry').start;
      const marks = () =>
        vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor.document.uri, at);
      await until(marks, (found) => found.length === 0, path);
    }
  });

  it('stay annotated and keep what is typed while they get their language', async () => {
    const editor = await opened('plain-1.txt', text);
    await until(() => editor, isTold('article'), 'it is an article now');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Late: '));
    assert.match(await cardsAt(editor, '“The wind'), /Olsen/);
    assert.ok(editor.document.isDirty);
  });

  it('leave a language that a person has chosen, and files that are no articles', async () => {
    const editor = await opened('plain-1.txt', text);
    await until(() => editor, isTold('article'), 'it is an article now');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await cardsAt(editor, '“We will');
    await new Promise((next) => setTimeout(next, 300));
    assert.equal(editor.document.languageId, 'plaintext');
    await write('notes.log', text);
    const other = await open('notes.log');
    await new Promise((next) => setTimeout(next, 300));
    assert.notEqual(other.document.languageId, 'article');
  });

  const german =
    'Fähre liegt fest\n\n„Wir fahren, sobald der Nebel weg ist“, sagte die Kapitänin Mira Olsen am Dienstag im Hafen. Die Fähre ist alt und die Stadt will sie nicht ersetzen.\n';
  const french =
    'Le bac est bloqué\n\n« Nous partirons dès que la brume sera levée », a déclaré la capitaine Mira Olsen au port. Le bac est vieux et la ville ne veut pas le remplacer.\n';

  it('in another language are read as soon as what reads it is loaded', async () => {
    await write('plain-4.txt', german);
    const editor = await open('plain-4.txt');
    await until(() => cardsAt(editor, '„Wir fahren'), (card) => card.includes('Mira Olsen'), 'German is read'); // prettier-ignore
  });

  it('become one in another language while they are written', async () => {
    const editor = await opened('plain-5.txt', text);
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(all, french));
    await until(() => cardsAt(editor, '« Nous'), (card) => card.includes('Mira Olsen'), 'French is read'); // prettier-ignore
  });
});
