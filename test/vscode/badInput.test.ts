import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, folder, open, putCursor, rangeOf, read, run, until, write } from './articles';

const said = '“The bridge is safe,” said engineer Paula Venn.';

async function hasCard(editor: vscode.TextEditor, words = '“The bridge'): Promise<string> {
  return until(
    () => cardsAt(editor, words),
    (card) => card.includes('Venn'),
    'the quotation has a card',
  );
}

describe('bad input', () => {
  const made = new Set<string>();
  const put = async (path: string, content: string | Uint8Array) => {
    made.add(path).add(`${path}.annotations.yaml`);
    await write(path, content);
    return open(path);
  };
  afterEach(async () => {
    await clear(...made);
    made.clear();
  });

  it('an empty file is an article with nothing in it', async () => {
    const editor = await put('empty.article.txt', '');
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    assert.equal(symbols?.length ?? 0, 0);
    await run('accept');
    assert.equal(await exists('empty.article.txt.annotations.yaml'), false);
  });

  it('binary data is not read as an article and hides nothing else', async () => {
    const bytes = new Uint8Array(4000).map((_, i) => i % 256);
    made.add('binary.article.txt');
    await write('binary.article.txt', bytes);
    const editor = await open('kesnet.article.txt');
    await until(
      () => cardsAt(editor, '“Our harbours'),
      (card) => card.includes('Sen Maroa'),
      'others still have their cards',
    );
    assert.deepEqual(Uint8Array.from(await vscode.workspace.fs.readFile(file('binary.article.txt'))), bytes);
  });

  it('decisions that cannot be read, since a folder has their name, leave the article its card', async () => {
    const sidecar = 'gate.article.txt.annotations.yaml';
    await vscode.workspace.fs.createDirectory(file(sidecar));
    try {
      await hasCard(await put('gate.article.txt', `The gate. ${said}\n`));
      await until(
        () => vscode.languages.getDiagnostics(file(sidecar)).map(({ message }) => message),
        (messages) => messages.some((message) => message.startsWith('This file cannot be read')),
        'the file is told among the problems',
      );
    } finally {
      await vscode.workspace.fs.delete(file(sidecar), { recursive: true });
    }
  });

  it('a text that is not UTF-8 is told among the problems, with what to do', async () => {
    const path = 'narrow.article.txt';
    made.add(path);
    await write(
      path,
      Uint8Array.from('The gate. \x93It is open,\x94 said engineer Paula Venn.\n', (sign) => sign.charCodeAt(0)),
    );
    await until(
      () => vscode.languages.getDiagnostics(file(path)).map(({ message }) => message),
      (messages) => messages.some((message) => message.includes('read as Windows-1252. Save it as UTF-8')),
      'the encoding is told',
    );
  });

  it('CRLF and a byte order mark move nothing', async () => {
    const editor = await put('windows.article.txt', `\uFEFFBridge opens\r\n\r\nFirst line.\r\n${said}\r\n`);
    await hasCard(editor);
    const at = rangeOf(editor.document, '“The bridge').start.translate(0, 2);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    assert.ok(hover?.range);
    assert.equal(editor.document.getText(hover.range), '“The bridge is safe,”');
    putCursor(editor, '“The bridge');
    await run('accept');
    assert.match(await read('windows.article.txt.annotations.yaml'), /exact: "“The bridge is safe,”"/);
  });

  it('emoji and right-to-left text before a quotation move nothing, and the YAML counts code points', async () => {
    const before = '😀😀 العربية\n\n';
    const editor = await put('emoji.article.txt', before + said + '\n');
    await hasCard(editor);
    putCursor(editor, '“The bridge');
    await run('accept');
    const yaml = await read('emoji.article.txt.annotations.yaml');
    assert.match(yaml, new RegExp(`start: ${Array.from(before).length}\\b`));
  });

  it('unbalanced marks stay in their paragraph', async () => {
    const editor = await put('unbalanced.article.txt', `“This never ends, he said.\n\n${said}\n`);
    await hasCard(editor);
    const at = rangeOf(editor.document, '“The bridge').start.translate(0, 2);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    assert.equal(editor.document.getText(hover?.range), '“The bridge is safe,”');
  });

  it('an article without metadata says unknown, with links to set it', async () => {
    const editor = await put('plain.article.txt', `${said}\n`);
    const card = await hasCard(editor);
    assert.match(card, /outlet \[unknown\]\(command:secondSource\.setOutlet/);
    assert.match(card, /date \[unknown\]\(command:secondSource\.setPublished/);
  });

  it('a person’s outlet and date stand on the card afterwards, and in the sidecar only', async () => {
    const editor = await put('facts.article.txt', `${said}\n`);
    await hasCard(editor);
    await run('setOutlet', editor.document.uri, 'The Venn Observer');
    await run('setPublished', editor.document.uri, '2025-05-13');
    const yaml = await read('facts.article.txt.annotations.yaml');
    assert.match(yaml, /outlet: "?The Venn Observer/);
    assert.match(yaml, /published: "2025-05-13"/);
    assert.equal(await read('facts.article.txt'), `${said}\n`);
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => !card.includes('unknown'),
      'nothing is unknown any more',
    );
  });

  it('an article that a person marks as a transcript leads the cards of those that quote it, and says itself what it is', async () => {
    const spoken = 'The bridge is safe, and it was safe on the day before, whatever the paper may print.';
    const report = await put('quoting.article.txt', `“${spoken.slice(0, -1)},” said engineer Paula Venn.\n`);
    const record = await put('record.article.txt', `Talk of engineer Paula Venn at the bridge\n\n${spoken}\n`);
    await hasCard(report);
    await run('setPrimary', record.document.uri, 'transcript');
    assert.match(await read('record.article.txt.annotations.yaml'), /primary: transcript/);
    await until(
      () => cardsAt(report, '“The bridge'),
      (card) => card.includes('In the transcript, ') && card.includes('whatever the paper may print'),
      'the card begins with the words of the transcript',
    );
    await run('setPrimary', record.document.uri, 'report');
    await until(
      () => cardsAt(report, '“The bridge'),
      (card) => !card.includes('In the transcript'),
      'a report leads no card',
    );
  });

  it('two articles of one name in two folders keep their own decisions', async () => {
    const inner = 'second/twin.md';
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), 'second'));
    await put('twin.md', `${said}\n`);
    made.add(inner);
    await write(inner, `${said}\n`);
    const editor = await open('twin.md');
    await hasCard(editor);
    putCursor(editor, '“The bridge');
    await run('accept');
    assert.ok(await exists('twin.md.annotations.yaml'));
    assert.equal(await exists('second/twin.md.annotations.yaml'), false);
  });

  it('README, CHANGELOG and LICENSE are never articles', async () => {
    for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE.md']) {
      const editor = await put(name, `${said}\n`);
      await new Promise((next) => setTimeout(next, 300));
      assert.equal(await cardsAt(editor, '“The bridge'), '', name);
    }
  });

  it('an article’s own markup, links and commands come out as text', async () => {
    const evil = '“Click [here](command:workbench.action.quit) or <img src=x onerror=alert(1)> or $(gear) **now** https://evil.example,”';
    const editor = await put('evil.article.txt', `${evil} said engineer Paula Venn.\n\nLater she added: ${evil} she said.\n`);
    const card = await hasCard(editor, '“Click');
    assert.ok(!card.includes('](command:workbench'), card);
    assert.ok(!card.includes('<img'), card);
    assert.ok(!card.includes('https://evil'), card);
    assert.ok(!/[^\\]\$\(gear\)/.test(card), card);
  });

  it('over 2 MB nothing is analysed until asked', async function () {
    this.timeout(60_000);
    const line = 'The river rose again and nobody in the town of Marlow was surprised by it at all.\n';
    const editor = await put('large.article.txt', `${said}\n\n${line.repeat(Math.ceil(2_100_000 / line.length))}`);
    await new Promise((next) => setTimeout(next, 500));
    assert.equal(await cardsAt(editor, '“The bridge'), '');
    await run('analyseLarge');
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => card.includes('Venn'),
      'then it is',
      30_000,
    );
  });
});
