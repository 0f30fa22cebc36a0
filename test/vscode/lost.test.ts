import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, open, putCursor, read, run, select, until, write } from './articles';

let count = 0;
let article = '';
let sidecar = '';
let moved = '';
const made = new Set<string>();
const quotation = '“We will sail';
const text = () => `The ferry number ${count} came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen. “The wind is with us, and the crew is rested,” she added.
`;
const sidecarOf = (path: string) => `${path}.annotations.yaml`;
/** As another program does it: VS Code is not asked. */
const moveOutside = (from: string, to: string) => {
  made.add(to);
  return vscode.workspace.fs.rename(file(from), file(to));
};
const problemsOf = (path: string) => vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'Second Source');
const idIn = (yaml: string) => /id: (\w{10})/.exec(yaml)?.[1] ?? '';

async function hasCard(path: string, what: string): Promise<vscode.TextEditor> {
  const editor = await open(path);
  await until(
    () => cardsAt(editor, quotation),
    (card) => card.includes(what),
    `the card says ${what}`,
  );
  return editor;
}

/** An article with one accepted quotation, closed again; the text of its sidecar. */
async function accepted(): Promise<string> {
  await write(article, text());
  const editor = await hasCard(article, 'Olsen');
  putCursor(editor, quotation);
  await run('accept');
  await clear();
  return read(sidecar);
}

const linkText = (id: string) => `version: 1
links:
  # by hand
  - id: ${`lk${count}xxxxxxxx`.slice(0, 10)}
    from: {path: ${article}, id: ${id}}
    to: {path: kesnet.article.txt, id: nobody}
    relation: verbatim
    status: accepted # sure
`;

describe('what was lost', () => {
  let corroborations: string | undefined;
  beforeEach(async () => {
    article = `lost-${++count}.article.txt`;
    sidecar = sidecarOf(article);
    moved = `elsewhere/found-${count}.article.txt`;
    for (const path of [article, sidecar, moved, sidecarOf(moved)]) made.add(path);
    corroborations = (await exists('corroborations.yaml')) ? await read('corroborations.yaml') : undefined;
  });
  afterEach(async () => {
    await clear(...made);
    made.clear();
    if (corroborations === undefined) await clear('corroborations.yaml');
    else await write('corroborations.yaml', corroborations);
  });

  it('the annotations of an article that was moved outside VS Code are found again by its text, with its links', async () => {
    const before = await accepted();
    const links = linkText(idIn(before));
    await write('corroborations.yaml', links);
    await moveOutside(article, moved);
    const [problem] = await until(
      () => problemsOf(sidecar),
      (list) => list.some(({ message }) => message.includes(moved)),
      'the problem says where the text is',
    );
    assert.equal(problem?.code, 'no-article');
    assert.equal(await read(sidecar), before, 'nothing is moved before a person says so');
    await run('takeAlong');
    assert.equal(await exists(sidecar), false);
    assert.equal(await read(sidecarOf(moved)), before.replace(`path: ${article}`, `path: ${moved}`));
    assert.equal(await read('corroborations.yaml'), links.replace(`{path: ${article}, id`, `{path: ${moved}, id`));
    await hasCard(moved, 'accepted');
    await until(
      () => problemsOf(sidecar),
      (list) => list.length === 0,
      'the problem is gone',
    );
    await clear();
    await run('undoDecision');
    assert.equal(await read(sidecar), before);
    assert.equal(await exists(sidecarOf(moved)), false);
    assert.equal(await read('corroborations.yaml'), links);
  });

  it('links follow where an article and its annotations were moved together', async () => {
    const before = await accepted();
    await write('corroborations.yaml', linkText(idIn(before)));
    await moveOutside(article, moved);
    await moveOutside(sidecar, sidecarOf(moved));
    await hasCard(moved, 'accepted');
    await until(
      async () => {
        await run('takeAlong');
        return read('corroborations.yaml');
      },
      (yaml) => yaml.includes(moved),
      'the link names the new place',
    );
    assert.equal(await read(sidecarOf(moved)), before, 'the sidecar has not changed');
  });

  it('of two articles with the same text a person chooses', async () => {
    const before = await accepted();
    const copy = `copy-${count}.article.txt`;
    made.add(copy).add(sidecarOf(copy));
    await write(copy, text());
    await moveOutside(article, moved);
    const [problem] = await until(
      () => problemsOf(sidecar),
      (list) => list.some(({ message }) => message.includes(moved) && message.includes(copy)),
      'the problem names both',
    );
    await run('takeAlong');
    assert.equal(await read(sidecar), before, 'nobody guesses');
    const document = await vscode.workspace.openTextDocument(file(sidecar));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
    );
    const fix = actions.find(({ title }) => title === `Take them along to ${copy}`);
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    assert.match(await read(sidecarOf(copy)), /We will sail/);
    assert.equal(await exists(sidecar), false);
  });

  it('annotations made in the new place and those left in the old one come together', async () => {
    await accepted();
    await moveOutside(article, moved);
    const editor = await hasCard(moved, 'Olsen');
    putCursor(editor, '“The wind');
    await run('accept');
    await clear();
    await until(
      () => problemsOf(sidecar),
      (list) => list.some(({ message }) => message.includes(moved)),
      'the problem says where the text is',
    );
    await run('takeAlong');
    const yaml = await read(sidecarOf(moved));
    assert.match(yaml, /We will sail/);
    assert.match(yaml, /The wind is with us/);
    assert.equal((yaml.match(/- id:/g) ?? []).length, 2);
  });

  it('a text that was edited elsewhere while it was closed changes no file, until all annotations are relinked', async () => {
    const before = await accepted();
    await write(article, `A new first line.\n\n${text()}`);
    const editor = await hasCard(article, 'accepted');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'One more. '));
    await editor.document.save();
    await clear();
    assert.equal(await read(sidecar), before, 'opening and saving the article is no decision');
    await run('relinkAll', file(article));
    const after = await read(sidecar);
    const [start = 0, end = 0] = ['start', 'end'].map((key) => Number(new RegExp(`${key}: (\\d+)`).exec(after)?.[1]));
    assert.equal((await read(article)).slice(start, end), '“We will sail on Thursday,”');
    assert.match(before, /sha256/);
    assert.notEqual(/sha256: "?(\w+)/.exec(after)?.[1], /sha256: "?(\w+)/.exec(before)?.[1]);
    assert.equal(/exact: (.*)/.exec(after)?.[1], /exact: (.*)/.exec(before)?.[1]);
    await run('undoDecision');
    assert.equal(await read(sidecar), before);
  });

  it('an annotation without a place gets the words that a person selects', async () => {
    await accepted();
    const rewritten = 'The ferry did not come at all.\n\nNobody said why. The captain was seen in town, and the harbour stayed shut.\n';
    await write(article, rewritten);
    const [problem] = await until(
      () => problemsOf(sidecar),
      (list) => list.some(({ code }) => code === 'orphan'),
      'the orphan is a problem',
    );
    const editor = await open(article);
    select(editor, 'The captain was seen in town');
    await until(
      () => editor.document.getText(),
      (now) => now === rewritten,
      'the editor has followed',
    );
    const document = await vscode.workspace.openTextDocument(file(sidecar));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
    );
    const fix = actions.find(({ title }) => title.startsWith('Relink to the words selected'));
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    const yaml = await read(sidecar);
    assert.match(yaml, /exact: "“We will sail on Thursday,”"/, 'the first words are kept');
    assert.match(yaml, /found:.*The captain was seen in town/);
    await until(
      () => problemsOf(sidecar),
      (list) => list.every(({ code }) => code !== 'orphan'),
      'the problem is gone',
    );
  });
});
