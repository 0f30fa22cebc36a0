import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, file, open, putCursor, read, run, until, write } from './articles';

let article = '';
let sidecar = '';
let count = 0;
const said = '“The bridge is safe,” said engineer Paula Venn.';
const problemsOf = (path: string) => vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'Second Source');

describe('problems', () => {
  beforeEach(() => {
    article = `problems-${++count}.article.txt`;
    sidecar = `${article}.annotations.yaml`;
  });
  afterEach(() => clear(sidecar, article));

  it('a contradiction is shown on both sides, each pointing at the other', async () => {
    await open('kesnet.article.txt');
    const found = await until(
      () => problemsOf('kesnet.article.txt'),
      (list) =>
        list.some(({ relatedInformation = [] }) =>
          relatedInformation.some(({ location, message }) => !location.uri.path.includes('kesnet') && /: “.*million/.test(message)),
        ),
      '48 and 84 million crowns contradict each other',
    );
    const listed = vscode.languages
      .getDiagnostics()
      .flatMap(([, list]) => list)
      .filter(({ message, severity }) => message.includes('million') && severity === vscode.DiagnosticSeverity.Warning);
    assert.equal(new Set(listed.map(({ message }) => message)).size, listed.length, 'each is listed once, at one side');
    assert.match(found.map(({ message }) => message).join(), /\(.*Kesnet.*\)/, 'it names the outlets');
  });

  it('front matter whose day is none, and a date in a sidecar that no calendar has, are told at their places', async () => {
    const dated = `dated-${count}.md`;
    await write(dated, `---\noutlet: Basin Post\npublished: tomorrow\n---\n\n${said}\n`);
    const start = `---\noutlet: Basin Post\npublished: tomorrow\n---\n\n`.length;
    await write(
      `${dated}.annotations.yaml`,
      `version: 1\ndocument: {path: ${dated}, offsets: codepoint}\nannotations:\n` +
        `  - {id: aaaaaaaaaa, type: date, status: accepted, exact: bridge, start: ${start + 5}, end: ${start + 11}, value: '2031-13-45'}\n`,
    );
    try {
      const { document } = await open(dated);
      const [problem] = await until(
        () => problemsOf(dated),
        (list) => list.length > 0,
        'the day is told',
      );
      assert.equal(problem && document.getText(problem.range), 'tomorrow');
      await until(
        () => problemsOf(`${dated}.annotations.yaml`).map(({ message }) => message),
        (messages) => messages.includes('There is no month 13.'),
        'the value is told',
      );
    } finally {
      await clear(dated, `${dated}.annotations.yaml`);
    }
  });

  it('a contradiction is opened with its sides beside each other', async () => {
    await open('kesnet.article.txt');
    await until(
      () => problemsOf('kesnet.article.txt'),
      (list) => list.length > 0,
      'there is a contradiction',
    );
    await run('showContradictions');
    await until(
      () => new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.path)).size,
      (seen) => seen === 2,
      'two articles are shown',
    );
  });

  it('a folder of more than twenty articles shows what contradicts the one that is open', async () => {
    const dated = (text: string) => `---\npublished: 2025-05-11\n---\n\n${text}\n`;
    const boiler = (hurt: string) => dated(`The boiler of the Marlow paper mill exploded on Sunday and injured ${hurt}, the police said.`);
    try {
      for (let i = 0; i < 20; i++) await write(`crowd/${i}.md`, dated(`The market of Tolmi sold ${i + 2} kinds of pears on Friday.`));
      await write('crowd/herald.md', boiler('19 people'));
      await write('crowd/post.md', boiler('at least 30 people'));
      await open('crowd/herald.md');
      await until(
        () => problemsOf('crowd/herald.md').map(({ message }) => message),
        (list) => list.some((message) => message.includes('19 people') && message.includes('30 people')),
        'the contradiction is shown',
      );
    } finally {
      await clear();
      await vscode.workspace.fs.delete(file('crowd'), { recursive: true });
    }
  });

  it('a difference that a person explains is a problem no more, and undo brings it back', async () => {
    const editor = await open('kesnet.article.txt');
    const [problem] = await until(
      () => problemsOf('kesnet.article.txt'),
      (list) => list.length > 0,
      'there is a contradiction',
    );
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      problem.range,
    );
    const explain = actions.find(({ title }) => title.startsWith('Explain'));
    assert.ok(explain?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(
      explain.command.command,
      ...(explain.command.arguments as unknown[]),
      'A misprint: 48, say both ministries',
    );
    assert.match(await read('corroborations.yaml'), /status: explained[\s\S]*misprint/);
    const same = () => problemsOf('kesnet.article.txt').filter(({ message }) => message === problem.message);
    await until(same, (list) => list.length === 0, 'the problem is gone');
    await run('undoDecision');
    await until(same, (list) => list.length > 0, 'the problem is back');
  });

  it('a date that may mean two is information, and no warning', async () => {
    await open('meridian-post.html');
    const found = await until(
      () => problemsOf('meridian-post.html').filter(({ code }) => code === 'ambiguous-date'),
      (list) => list.length > 0,
      'last February may mean two',
    );
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(found[0].message, /last February/);
  });

  it('an annotation whose words are gone is reported at its entry, and only there', async () => {
    await write(article, `A bridge.\n\n${said}\n`);
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => card.includes('Venn'),
      'the quotation has a card',
    );
    putCursor(editor, '“The bridge');
    await run('accept');
    await clear();
    await write(article, 'A bridge.\n\nNobody said anything about it in the end, and the town went on as before.\n');
    const [orphan] = await until(
      () => problemsOf(sidecar),
      (list) => list.length > 0,
      'a problem is shown',
    );
    assert.equal(orphan?.code, 'orphan');
    const line = (await read(sidecar)).split('\n')[orphan.range.start.line] ?? '';
    assert.match(line, /id:/);
    assert.equal(problemsOf(article).length, 0);
  });

  it('a broken entry is shown where it stands and hides no other', async () => {
    await write(article, `${said}\n`);
    await write(
      sidecar,
      'version: 1\ndocument: {path: a.article.txt, offsets: codepoint}\nannotations:\n  - id: 7f3a9ck2qm\n    type: nonsense\n  - id: 7f3a9ck2qn\n    type: quotation\n    status: accepted\n    exact: "“The bridge is safe,”"\n    prefix: ""\n    suffix: " said engineer Paula Venn.\\n"\n    start: 0\n    end: 21\n',
    );
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => card.includes('accepted'),
      'the good entry is shown',
    );
    const [problem] = await until(
      () => problemsOf(sidecar),
      (list) => list.length > 0,
      'a problem is shown',
    );
    assert.ok(problem && problem.range.start.line >= 3 && problem.range.start.line <= 4, JSON.stringify(problem));
  });

  const entry = (id: string, more = '') =>
    `  - id: ${id}\n    type: quotation\n    status: accepted\n    exact: "“The bridge is safe,”"\n    prefix: ""\n    suffix: " said engineer Paula Venn.\\n"\n    start: 0\n    end: 21\n${more}`;
  const codesAt = (path: string) =>
    problemsOf(path).map(
      ({ code, range }) => `${code as string} ${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1}`,
    );

  it('a speaker that nobody knows and an id that is taken are reported where they stand', async () => {
    await write(article, `${said}\n`);
    const entries = entry('7f3a9ck2qm', '    speakers: [zoe-nobody]\n') + entry('7f3a9ck2qm');
    await write(sidecar, `version: 1\ndocument: {path: ${article}, offsets: codepoint}\nannotations:\n${entries}`);
    await open(article);
    const found = await until(
      () => codesAt(sidecar),
      (list) => list.length > 1,
      'both are reported',
    );
    assert.deepEqual(found.sort(), ['duplicate-id 13:5-19', 'unknown-speaker 12:16-26']);
  });

  it('a link to a missing annotation is reported, also to somebody who has a file of their own', async () => {
    const own = `${article}.annotations.ana.yaml`;
    const configuration = vscode.workspace.getConfiguration('secondSource');
    const before = await read('corroborations.yaml').catch(() => undefined);
    const link = (id: string, to: string) =>
      `  - id: ${id}\n    from: {path: ${article}, id: 7f3a9ck2qm}\n    to: {path: ${article}, id: ${to}}\n    relation: verbatim\n    status: accepted\n`;
    try {
      await configuration.update('annotator', 'ana', vscode.ConfigurationTarget.Workspace);
      await write(article, `${said}\n`);
      await write(sidecar, `version: 1\nannotations:\n${entry('7f3a9ck2qm')}`);
      await write(own, `version: 1\nannotations:\n${entry('7f3a9ck2qn')}`);
      await write('corroborations.yaml', `version: 1\nlinks:\n${link('k00000000a', '7f3a9ck2qn')}${link('k00000000b', '7f3a9ck2qx')}`);
      await open(article);
      const broken = () => codesAt('corroborations.yaml').filter((code) => code.startsWith('broken-link'));
      await until(broken, (list) => list.join() === 'broken-link 8:9-19', 'the one that leads nowhere is reported');
      await write(own, `version: 1\nannotations:\n${entry('7f3a9ck2qx')}`);
      await until(broken, (list) => list.join() === 'broken-link 3:9-19', 'its end is there now, that of the other is gone');
    } finally {
      await configuration.update('annotator', undefined, vscode.ConfigurationTarget.Workspace);
      await clear(own);
      if (before === undefined) await clear('corroborations.yaml');
      else await write('corroborations.yaml', before);
    }
  });

  it('a file that is edited outside is shown as it is then', async () => {
    await write(article, `${said}\n`);
    const editor = await open(article);
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => card.includes('Venn'),
      'the quotation has a card',
    );
    await write(article, `A new first line.\n\n${said}\n`);
    await until(
      () => editor.document.getText(),
      (text) => text.startsWith('A new first line'),
      'the editor has followed',
    );
    await until(
      () => cardsAt(editor, '“The bridge'),
      (card) => card.includes('Venn'),
      'and so has the card',
    );
  });
});
