import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardsAt, clear, exists, file, open, putCursor, read, run, until, write } from './articles';

const first = 'links-a.article.txt';
const second = 'links-b.article.txt';
const text = `The ferry came late
2025-05-12

“We will sail on Thursday,” said Captain Mira Olsen.
`;
const other = `A late ferry
2025-05-13

“Nobody was ever told of a plan to leave,” said Lars Holm. The harbour was empty.
`;
const links = 'corroborations.yaml';
const told = '“Nobody was ever told';

/** Links the quotation of the first article to words of the second. */
async function link(words: string, said: Record<string, string>): Promise<vscode.TextEditor> {
  const editor = await open(first);
  await until(
    () => cardsAt(editor, '“We will'),
    (card) => card.includes('Olsen'),
    'there is a card',
  );
  putCursor(editor, '“We will');
  const start = other.indexOf(words);
  await run('linkRendering', undefined, undefined, { path: second, start, end: start + words.length, ...said });
  return editor;
}

function problemsOf(path: string): Promise<readonly string[]> {
  return Promise.resolve(vscode.languages.getDiagnostics(file(path)).map(({ message }) => message));
}

describe('links between articles', () => {
  beforeEach(async () => {
    await write(first, text);
    await write(second, other);
    const editor = await open(second);
    await until(
      () => cardsAt(editor, told),
      (card) => card.includes('Holm'),
      'the other article is read',
    );
  });
  afterEach(() => clear(first, second, links, `${first}.annotations.yaml`, `${second}.annotations.yaml`));

  it('say how two passages relate, and why; neither is accepted with it, and one undo takes all back', async () => {
    const editor = await link(told, { relation: 'retranslated', status: 'accepted', reason: 'same speech' });
    const yaml = await read(links);
    assert.match(yaml, /relation: retranslated\n\s+status: accepted\n\s+reason: same speech\n\s+by: \S+/);
    for (const article of [first, second]) assert.match(await read(`${article}.annotations.yaml`), /status: suggested/);
    await until(
      () => cardsAt(editor, '“We will'),
      (card) => /other words · linked by [^:]+: same speech_ — Nobody was/.test(card),
      'the card shows what was linked, although the engine sees nothing',
    );
    await run('undoDecision');
    for (const path of [links, `${first}.annotations.yaml`, `${second}.annotations.yaml`]) assert.equal(await exists(path), false, path);
  });

  it('of the same two passages are one, that says the last thing', async () => {
    await link(told, { relation: 'retranslated', status: 'accepted' });
    await link(told, { relation: 'retranslated', status: 'rejected' });
    const yaml = await read(links);
    assert.equal((yaml.match(/- id:/g) ?? []).length, 1);
    assert.match(yaml, /status: rejected/);
  });

  it('lead to any words, which become a statement', async () => {
    await link('The harbour was empty.', { relation: 'indirect', status: 'accepted' });
    assert.match(await read(`${second}.annotations.yaml`), /type: statement[\s\S]*exact: The harbour was empty\./);
  });

  it('that contradict are told in both articles’ problems and on the card, until they are explained', async () => {
    const editor = await link(told, { relation: 'contradicts', status: 'accepted', reason: 'she says she told them' });
    const isTold = (messages: readonly string[]) =>
      messages.some((message) => message.includes('contradict each other: she says she told them'));
    await until(() => problemsOf(first), isTold, 'in the first');
    await until(() => problemsOf(second), isTold, 'in the second');
    assert.match(await cardsAt(editor, '“We will'), /Contradicts[\s\S]*contradict each other/);
    const id = /- id: (\S+)/.exec(await read(links))?.[1] ?? '';
    const article = /secondSource\.reject\?([^)\s"]+)/.exec(await cardsAt(editor, '“We will'))?.[1] ?? '';
    const [name] = JSON.parse(decodeURIComponent(article)) as [string];
    await run('decideConflict', name, `link ${id}`, 'explained', 'two days');
    await until(
      () => problemsOf(first),
      (messages) => !isTold(messages),
      'it is explained',
    );
  });

  it('that lead nowhere are problems where they stand, and a quick fix takes them out', async () => {
    await link(told, { relation: 'retranslated', status: 'accepted' });
    await write(`${second}.annotations.yaml`, 'version: 1\nannotations: []\n');
    await until(
      () => problemsOf(links),
      (messages) => messages.some((message) => message.includes(`leads nowhere: ${second} has no annotation`)),
      'it is a problem',
    );
    const [problem] = vscode.languages.getDiagnostics(file(links));
    assert.ok(problem);
    await open(links);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(links),
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Remove this link');
    assert.ok(fix?.command);
    await vscode.commands.executeCommand(fix.command.command, ...((fix.command.arguments ?? []) as unknown[]));
    assert.doesNotMatch(await read(links), /- id:/);
  });
});
