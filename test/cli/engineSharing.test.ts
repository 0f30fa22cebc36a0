import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines, secondSourceBeside, withFolder } from './program';
import { StandInEngine } from './standInEngine';

const lines = (list: readonly unknown[]) => list.map((line) => JSON.stringify(line)).join('\n');
const story = (id: string, n: number) => ({
  id,
  text: `“Crate ${n} held nothing but ${1000 + 37 * n} brass buttons,” Ida Fell said in Quay ${n}.`,
});
const stories = (letter: string, count: number) =>
  Array.from({ length: count }, (_, n) => story(`${letter}${n}`, n + 50 * letter.charCodeAt(0)));

describe('an index that several people write to', () => {
  let engine: StandInEngine;
  beforeEach(async () => {
    engine = await StandInEngine.start();
  });
  afterEach(() => engine.stop());
  const index = async (archive: string) => {
    const { status, stdout, stderr } = await secondSourceBeside(['index', archive, '--to', engine.url]);
    assert.equal(status, 0, stderr);
    return { stdout, stderr };
  };
  const paths = () => [...engine.indexes.get('second-source')!.documents.values()].map(({ source }) => String(source.path)).sort();

  it("holds what two command lines at work at once have, and neither deletes what is the other's", async () => {
    const [ours, theirs] = [stories('a', 300), stories('b', 280)];
    await withFolder({ 'ours.jsonl': lines(ours), 'theirs.jsonl': lines(theirs) }, async (root) => {
      const all = [...ours, ...theirs].map(({ id }) => id);
      await Promise.all(['ours.jsonl', 'theirs.jsonl'].map((name) => index(join(root, name))));
      assert.deepEqual(paths(), all.toSorted());
      writeFileSync(join(root, 'ours.jsonl'), lines(ours.slice(10)));
      const [mine, other] = await Promise.all(['ours.jsonl', 'theirs.jsonl'].map((name) => index(join(root, name))));
      assert.match(mine?.stdout ?? '', /\(0 read, 290 unchanged, 10 gone\)/);
      assert.match(other?.stdout ?? '', /\(0 read, 280 unchanged, 0 gone\)/);
      assert.deepEqual(paths(), all.slice(10).sort());
    });
  });

  it('has an article once, however many put it there, and reads it again only where its content changed', async () => {
    const shared = stories('c', 12);
    await withFolder({ 'one/news.jsonl': lines(shared), 'two/news.jsonl': lines(shared) }, async (root) => {
      await index(join(root, 'one/news.jsonl'));
      assert.match((await index(join(root, 'two/news.jsonl'))).stdout, /^12 articles \(0 read, 12 unchanged, 0 gone\)/);
      writeFileSync(join(root, 'two/news.jsonl'), lines([story('c0', 7777), ...shared.slice(1)]));
      assert.match((await index(join(root, 'two/news.jsonl'))).stdout, /^12 articles \(1 read, 11 unchanged, 0 gone\)/);
    });
  });

  it('keeps an article that somebody has changed while it was to be deleted', async () => {
    const shared = stories('d', 5);
    await withFolder({ 'news.jsonl': lines(shared) }, async (root) => {
      await index(join(root, 'news.jsonl'));
      writeFileSync(join(root, 'news.jsonl'), lines(shared.slice(1)));
      const { documents } = engine.indexes.get('second-source')!;
      engine.instead = ({ path, body }) => {
        if (!path.endsWith('/_bulk') || !body.includes('delete')) return undefined;
        for (const [id, { source }] of documents) documents.set(id, { source, changed: 9999 });
        return undefined;
      };
      await index(join(root, 'news.jsonl'));
      assert.deepEqual(
        paths(),
        shared.map(({ id }) => id),
      );
    });
  });

  it('keeps the articles of another archive of the same name, and says so', async () => {
    await withFolder({ 'one/news.jsonl': lines(stories('e', 4)), 'two/news.jsonl': lines(stories('f', 3)) }, async (root) => {
      await index(join(root, 'one/news.jsonl'));
      const { stdout, stderr } = await index(join(root, 'two/news.jsonl'));
      assert.match(stdout, /^7 articles \(3 read, 0 unchanged, 0 gone\)/);
      assert.match(stderr, /holds 4 articles of another archive that is named news\.jsonl, too; they stay\n$/);
    });
  });

  it('is complete after a run that broke off was run again', async () => {
    await withFolder({ 'news.jsonl': lines(stories('g', 600)) }, async (root) => {
      let bulks = 0;
      engine.instead = ({ path }) =>
        path.endsWith('/_bulk') && ++bulks > 1 ? { status: 500, body: '{"error":{"reason":"out of room"}}' } : undefined;
      const broken = await secondSourceBeside(['index', join(root, 'news.jsonl'), '--to', engine.url]);
      assert.equal(broken.status, 2);
      assert.match(broken.stderr, /the search engine refuses \(500\): out of room\n$/);
      engine.instead = () => undefined;
      assert.match((await index(join(root, 'news.jsonl'))).stdout, /^600 articles \(350 read, 250 unchanged, 0 gone\)/);
    });
  });
});

describe('an index of somebody else', () => {
  let engine: StandInEngine;
  before(async () => {
    engine = await StandInEngine.start();
    const text = 'Ida Fell told the harbour board that crate 12 held nothing but brass buttons and a stuffed heron.';
    const documents = [
      { id: 'x/1', body: { text }, paper: 'The Gull' },
      { id: '2', body: { text: 'The heron population of the harbour fell again.' } },
      { id: '3', paper: 'without a text' },
    ];
    const mappings = { properties: { body: { properties: { text: { type: 'text' } } }, paper: { type: 'keyword' } } };
    // The stand-in looks at the names of fields whole.
    engine.indexes.set('theirs', {
      mappings,
      documents: new Map(
        documents.map(({ id, ...source }, i) => [id, { source: { ...source, 'body.text': source.body?.text }, changed: i + 1 }]),
      ),
    });
  });
  after(() => engine.stop());
  const ask = (fields: string, query: unknown) =>
    secondSourceBeside(['match', '--index', engine.url, '--name', 'theirs', '--fields', fields, '--jsonl', '-'], JSON.stringify(query));

  it('answers by its text field, is read and never written, and its ids are the files', async () => {
    engine.requests.length = 0;
    const { stdout, stderr } = await ask('text=body.text,outlet=paper', { text: 'crate 12 held nothing but brass buttons' });
    const [{ matches }] = jsonLines(stdout) as [{ matches: { file: string }[] }];
    assert.equal(matches[0]?.file, 'x/1', stderr);
    for (const { method, path } of engine.requests)
      assert.match(`${method} ${path}`, /^(?:GET \/theirs\/_mapping|POST \/theirs\/_(?:search|mget))$/);
  });

  it('is sent at most twenty words of a passage', async () => {
    engine.requests.length = 0;
    await ask('text=body.text', { text: Array.from({ length: 80 }, (_, n) => `Brotherton${n}`).join(' ') });
    const { body } = engine.requests.find(({ path }) => path.endsWith('_search'))!;
    const { query } = JSON.parse(body) as { query: { bool: { should: unknown[] } } };
    assert.ok(query.bool.should.length > 0 && query.bool.should.length <= 20, body);
  });

  it('is told by the names of its fields', async () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['text=headline', /\(theirs\): headline is no text field of it\n$/],
      ['text=paper', /\(theirs\): paper is no text field of it, but keyword\n$/],
      ['text=constructor', /\(theirs\): constructor is no text field of it\n$/],
      ['outlet=paper', /name the field of the text with text=FIELD\n$/],
      ['text=body.text,colour=red', /is no list of text=FIELD, outlet=/],
      ['text=*', /is no list of text=FIELD, outlet=/],
    ];
    for (const [fields, why] of refused) {
      const { status, stderr } = await ask(fields, { text: 'heron' });
      assert.equal(status, 2, fields);
      assert.match(stderr, why);
    }
  });
});
