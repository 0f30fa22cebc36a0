import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyse, readArticle } from '../../src/core/index';
import * as door from '../../src/engine/index';
import { ArchivedDocuments } from '../../src/workspace/archive/archivedDocuments';
import { ArchiveAccess } from '../../src/workspace/session/archiveAccess';
import { StandInEngine } from '../cli/standInEngine';
import { commandsOn, fill, setArchive, words } from './archived';
import { cardsAt, clear, open, run, until, write } from './articles';

const ports = '“Our ports are older';
const set = setArchive;

async function card(isRight: (card: string) => boolean, what: string): Promise<string> {
  const editor = await open('lowen-courier.article.txt');
  return until(
    () => cardsAt(editor, ports),
    (seen) => seen.includes('Kesnet') && isRight(seen),
    what,
  );
}

describe('an archive that cards ask', () => {
  let engine: StandInEngine;
  beforeEach(async () => {
    engine = await StandInEngine.start();
    await fill(engine.url);
    engine.requests.length = 0;
  });
  afterEach(async () => {
    for (const name of ['url', 'index', 'fields']) await set(name, undefined);
    await clear();
    await engine.stop();
  });

  it('is not asked where none is set', async () => {
    assert.doesNotMatch(await card(() => true, 'the folder is read'), /archive/i);
    assert.deepEqual(engine.requests, []);
  });

  it('is named by the person’s own settings alone, not by a folder’s', async () => {
    await write('.vscode/settings.json', JSON.stringify({ 'secondSource.archive.url': engine.url }));
    await new Promise((next) => setTimeout(next, 1000));
    assert.doesNotMatch(await card(() => true, 'the folder is read'), /archive/i);
    assert.deepEqual(engine.requests, []);
    await clear('.vscode/settings.json');
  });

  it('stands on the card with its outlets, three renderings and how many more, below those of the folder', async () => {
    await set('url', engine.url);
    const seen = await card((text) => text.includes('outlets here, 4 in the archive'), 'the archive has answered');
    assert.equal(seen.match(/In the archive: \[/g)?.length, 4, seen);
    assert.match(seen, /In the archive: \[1 more\]/);
    assert.ok(seen.indexOf('In the archive') > seen.indexOf('Kesnet'));
    assert.doesNotMatch(seen, /etc\/one|heron/);
    const sent = engine.requests.map(({ body }) => body).join('\n');
    assert.doesNotMatch(sent, /ports|disputes|Maroa|Lowen/i, 'hashes alone are sent');
    const before = engine.requests.length;
    await card(() => true, 'the card once more');
    assert.equal(engine.requests.length, before, 'the answer is remembered');
  });

  it('is not asked while somebody writes, and no article goes there', async () => {
    await set('url', engine.url);
    await write('note.article.txt', '“The ferry is late again,” said Ada Wick.\n');
    const editor = await open('note.article.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '“It will be late tomorrow,” she said.\n'));
    await new Promise((next) => setTimeout(next, 1500));
    assert.deepEqual(engine.requests, []);
    await clear('note.article.txt');
  });

  it('has its articles open as documents that nobody can change, with their source, at the words', async () => {
    await set('url', engine.url);
    const seen = await card((text) => text.includes('in the archive'), 'the archive has answered');
    for (const args of commandsOn(seen, 'openArchived')) {
      await run('openArchived', ...args);
      const editor = await until(
        () => vscode.window.activeTextEditor,
        (front) => front?.document.uri.scheme === 'second-source-archive',
        'the article is open',
      );
      assert.ok(editor);
      const { document, selection } = editor;
      assert.match(document.getText(selection), /^“?Our ports are older than our disputes/);
      assert.match(document.getText(), /^(?:Reedham|Saltmarsh|Quayside|The Gull).* · 2025-05-12\n[\s\S]*From the archive http:\/\/127/);
      assert.equal(document.languageId, 'article');
      const before = document.getText();
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(document.getText(), before, 'nobody can write there');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }
  });

  it('asks side by side for a quotation and for the one that it stands in', async () => {
    const inner = 'Nobody shall ring the drowned bell before the harvest is in';
    await write('inner.article.txt', `“The warden told me, ‘${inner},’ and I believed him,” Ida Fell said.\n`);
    let waiting: (() => void)[] = [];
    engine.instead = ({ path }) => {
      if (!path.endsWith('/_search')) return undefined;
      return new Promise((answer) => {
        waiting.push(() => answer(undefined));
        if (waiting.length < 2) return;
        for (const go of waiting) go();
        waiting = [];
      });
    };
    await set('url', engine.url);
    const editor = await open('inner.article.txt');
    const seen = await until(
      () => cardsAt(editor, inner),
      (text) => text.split('in this folder').length > 2,
      'there are two cards',
    );
    assert.doesNotMatch(seen, /has not answered yet/);
    await clear('inner.article.txt');
  });

  it('goes by names that are its own, whatever was found first', () => {
    const read = (uri: string) => readArticle({ uri, path: 'line.txt', text: `“${words},” ${uri} said.`, version: 1 });
    const [first, second] = [new ArchivedDocuments('one'), new ArchivedDocuments('one')];
    const [ada, bo] = [first.idOf(read('Ada')), second.idOf(read('Bo'))];
    assert.notEqual(ada, bo);
    assert.equal(second.place(ada, { start: 0, end: 4 }), undefined, 'a document that was left open never shows another article');
    assert.equal(second.idOf(read('Ada')), ada, 'it shows its own again when this was found again');
    assert.notEqual(new ArchivedDocuments('two').idOf(read('Ada')), ada);
  });

  it('is shown and never obeyed', async () => {
    await set('url', engine.url);
    const seen = await card((text) => text.includes('Saltmarsh'), 'the hostile one is among them');
    assert.doesNotMatch(seen, /\]\(command:workbench|<img|[\0-\x08\x0b-\x1f\u202a-\u202e]|[^\\]\$\(flame/);
    for (const [id, start, end, ...more] of commandsOn(seen, 'openArchived')) {
      assert.match(String(id), /^x[0-9a-f]{32}$/);
      assert.deepEqual([typeof start, typeof end, more.length], ['number', 'number', 0]);
    }
    const [args = []] = commandsOn(seen.slice(seen.indexOf('Saltmarsh') - 40), 'openArchived');
    await run('openArchived', ...args);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /Saltmarsh/);
    assert.doesNotMatch(text, /[\0-\x08\x0b-\x1f\u202a-\u202e]/);
  });

  it('that is down is told on the card, and nobody is said to be alone with it', async () => {
    await write('alone.article.txt', '“The heron has been made harbour master for life,” said Ada Wick.\n');
    const { url } = engine;
    await engine.stop();
    await set('url', url);
    const editor = await open('alone.article.txt');
    const seen = await until(
      () => cardsAt(editor, '“The heron'),
      (text) => text.includes('does not answer'),
      'the card says so',
    );
    assert.match(seen, /Only here in this folder\*\*/);
    assert.match(seen, /The archive does not answer: .*ECONNREFUSED/);
    engine = await StandInEngine.start();
    await clear('alone.article.txt');
  });

  it('that is slow does not keep the card, and is told when it has given no answer', async () => {
    engine.instead = () => 'silence';
    await set('url', engine.url);
    const began = engine.requests.length;
    const seen = await card((text) => text.includes('has not answered yet'), 'the card is there without it');
    assert.match(seen, /outlets here ·/);
    assert.ok(engine.requests.length > began);
    engine.instead = () => undefined;
  });

  it('is asked over https only outside this machine, without a login in its address, and one of another version is none', async () => {
    await set('url', 'http://search.example:9200');
    await card((text) => text.includes('over https only'), 'http is refused');
    await set('url', 'https://ada:s3cret@search.example');
    assert.doesNotMatch(await card((text) => text.includes('holds a login'), 'a login is refused'), /s3cret/);
    const index = engine.indexes.get('second-source');
    assert.ok(index);
    index.mappings = { ...index.mappings, _meta: { ...index.mappings._meta, engine: '0' } };
    await set('url', engine.url);
    await card((text) => text.includes('is the index of another version'), 'another version is told');
  });

  it('gets the login that was given for its address, and no other address gets it', async () => {
    const kept = new Map<string, string>();
    const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
    const secrets = {
      get: (key: string) => Promise.resolve(kept.get(key)),
      store: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
      delete: (key: string) => Promise.resolve(void kept.delete(key)),
      keys: () => Promise.resolve([...kept.keys()]),
      onDidChange: changed.event,
    };
    const access = new ArchiveAccess(
      secrets,
      () => Promise.resolve(door),
      () => Promise.resolve(undefined),
    );
    const article = readArticle({ uri: 'a', path: 'a.txt', text: `“${words},” Sen Maroa said.`, version: 1 });
    const logins = async (asked: StandInEngine) => {
      asked.requests.length = 0;
      const { token } = new vscode.CancellationTokenSource();
      await access.ask({ article, analysis: analyse(article) }, { start: 0, end: words.length }, token);
      assert.ok(asked.requests.length > 0);
      return new Set(asked.requests.map(({ login }) => login));
    };
    const other = await StandInEngine.start();
    try {
      await set('url', engine.url);
      await access.signIn('ada:s3cret');
      const basic = 'Basic YWRhOnMzY3JldA==';
      assert.deepEqual(await logins(engine), new Set([basic]));
      await set('url', other.url);
      assert.deepEqual(await logins(other), new Set([undefined]));
      await set('url', engine.url);
      engine.instead = ({ login }) => (login === basic ? undefined : { status: 401, body: '' });
      await assert.rejects(access.signIn('ada:wrong'), /refuses the login/);
      assert.deepEqual([...kept.values()], [basic], 'what is refused is not kept');
      await access.signOut();
      assert.equal(kept.size, 0);
    } finally {
      access.dispose();
      await other.stop();
    }
  });

  it('of somebody else is asked by its text field, and never written to', async () => {
    const text = `“${words},” Sen Maroa said at the weir.`;
    const documents = new Map([['w', { source: { body: text, paper: 'Weir Weekly' }, changed: 1 }]]);
    engine.indexes.set('theirs', { mappings: { properties: { body: { type: 'text' }, paper: { type: 'keyword' } } }, documents });
    await set('url', engine.url);
    await set('index', 'theirs');
    await set('fields', 'text=body,outlet=paper');
    await card((seen) => /1 in the archive[\s\S]*Weir Weekly/.test(seen), 'it is on the card');
    for (const { method, path } of engine.requests)
      assert.match(`${method} ${path}`, /^(?:GET \/theirs\/_mapping|POST \/theirs\/_(?:search|mget))$/);
  });
});
