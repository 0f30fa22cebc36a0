import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { archivedArticles, commandsOn, fill, setArchive, words } from './archived';
import { cardsAt, clear, open, run, until, write } from './articles';

const json = { 'content-type': 'application/json' };
const ports = '“Our ports are older';

/** The engine runs on this machine as long as these tests do (scripts/suiteRun.mjs). */
describe('an archive in a real search engine', function () {
  this.timeout(120_000);
  const url = vscode.workspace.getConfiguration('secondSourceTests').get<string>('engine', '');
  const ask = async (method: string, path: string, body?: string, headers = json) => {
    const answer = await fetch(`${url}/${path}`, { method, headers, ...(body !== undefined && { body }) });
    const said: unknown = await answer.json();
    assert.ok(answer.ok, JSON.stringify(said));
    return said;
  };
  const card = async (file: string, isRight: (card: string) => boolean, what: string) => {
    const editor = await open(file);
    return until(() => cardsAt(editor, ports), isRight, what, 20_000);
  };
  before(() => fill(url));
  afterEach(async () => {
    for (const name of ['url', 'index', 'fields']) await setArchive(name, undefined);
    await clear();
  });

  it('stands on cards with its outlets, and its articles open at the words', async () => {
    await setArchive('url', url);
    const seen = await card('lowen-courier.article.txt', (text) => text.includes('outlets here, 4 in the archive'), 'it has answered');
    assert.equal(seen.match(/In the archive: \[/g)?.length, 4, seen);
    for (const args of commandsOn(seen, 'openArchived')) {
      await run('openArchived', ...args);
      const editor = await until(
        () => vscode.window.activeTextEditor,
        (front) => front?.document.uri.scheme === 'second-source-archive',
        'the article is open',
      );
      assert.match(editor?.document.getText(editor.selection) ?? '', /^“?Our ports are older than our disputes/);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
  });

  it('that others change meanwhile is read as it is by then', async () => {
    await fill(url);
    await setArchive('url', url);
    await write('asked.article.txt', `“${words},” said Ada Wick.\n`);
    await card('asked.article.txt', (text) => text.includes('4 outlets in the archive'), 'all four are there');
    const found = (await ask('GET', 'second-source/_search?size=10&docvalue_fields=path')) as {
      hits: { hits: { _id: string; fields: { path: [string] } }[] };
    };
    const idOf = (path: string) => found.hits.hits.find(({ fields }) => fields.path[0] === path)?._id ?? assert.fail(path);
    await ask('DELETE', `second-source/_doc/${idOf('four')}`);
    await fill(url, undefined, [['three', 'Harbour Lamp', `“${words},” Sen Maroa told the lamp lighters.`]]);
    const editor = await open('asked.article.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'Rain fell on the quay all day.\n'));
    const seen = await card('asked.article.txt', (text) => text.includes('3 outlets in the archive'), 'three are left');
    assert.match(seen, /Harbour Lamp/);
    assert.doesNotMatch(seen, /Quayside|The Gull/);
    await clear('asked.article.txt');
  });

  it('of somebody else is asked by its text field, and is as it was afterwards', async () => {
    await ask(
      'PUT',
      'theirs',
      JSON.stringify({ mappings: { properties: { body: { type: 'text', analyzer: 'english' }, paper: { type: 'keyword' } } } }),
    );
    const lines = archivedArticles.flatMap(([id, paper, body]) => [{ index: { _id: id } }, { paper, body }]);
    await ask('POST', 'theirs/_bulk?refresh=true', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, {
      'content-type': 'application/x-ndjson',
    });
    const state = () =>
      Promise.all(
        ['theirs/_mapping', 'theirs/_settings', 'theirs/_search?seq_no_primary_term=true&filter_path=hits.hits'].map((path) =>
          ask('GET', path),
        ),
      );
    const before = await state();
    await setArchive('index', 'theirs');
    await setArchive('fields', 'text=body,outlet=paper');
    await setArchive('url', url);
    await card('lowen-courier.article.txt', (text) => text.includes('outlets here, 4 in the archive'), 'it has answered');
    assert.deepEqual(await state(), before);
  });

  it('that has gone, or of which the index has, is told, and nobody is said to be alone with the words', async () => {
    await fill(url, 'passing');
    await setArchive('index', 'passing');
    await setArchive('url', url);
    await write('alone.article.txt', `“${words},” said Ada Wick.\n`);
    await card('alone.article.txt', (text) => text.includes('4 outlets in the archive'), 'it is there');
    await ask('DELETE', 'passing');
    const editor = await open('alone.article.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'Rain fell on the quay all day.\n'));
    const seen = await card('alone.article.txt', (text) => text.includes('does not answer'), 'it is told');
    assert.match(seen, /The archive does not answer: .*passing.*no such index/);
    assert.match(seen, /^\*\*5 outlets and 1 article of unknown outlet here · /);
    await setArchive('url', 'http://127.0.0.1:2');
    await card('alone.article.txt', (text) => text.includes('ECONNREFUSED'), 'an engine that has gone is told');
    await clear('alone.article.txt');
  });
});
