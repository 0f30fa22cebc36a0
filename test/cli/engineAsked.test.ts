import assert from 'node:assert/strict';
import { authorisation, type AskedArchive, openArchive } from '../../src/engine/index';
import { EngineArchive } from '../../src/cli/engine/engineArchive';
import { clientOf } from '../../src/engine/open';
import { StandInEngine } from './standInEngine';

const naming = { login: 'LOGIN', index: 'INDEX', fields: 'FIELDS' };
const saying = 'the ferry will not carry the organ across the sound before the thaw';

/** Puts an article into the index of an engine as `second-source index` does. */
async function put(engine: StandInEngine, uri: string, text: string): Promise<void> {
  const archive = await EngineArchive.create(clientOf({ url: engine.url }, naming), undefined);
  const refused = await archive.write([
    await archive.putting({ uri, path: 'line.txt', text, set: { outlet: 'The Sound' }, stamp: 's1' }, 'n'),
  ]);
  assert.deepEqual(refused, []);
}

describe('an archive that an editor asks', () => {
  let engine: StandInEngine;
  const told: string[] = [];
  const open = (url = engine.url, login?: string): Promise<AskedArchive> =>
    openArchive({ url, login, tell: (line) => void told.push(line) }, undefined, naming);
  beforeEach(async () => {
    engine = await StandInEngine.start();
    told.length = 0;
    await put(engine, '../../a b/1', `“We know that ${saying},” Ida Fell said.`);
  });
  afterEach(() => engine.stop());

  it('names the likely articles and gives their texts, under ids that are nobody’s paths', async () => {
    const archive = await open();
    const [first] = await archive.nearest(saying, undefined, 30);
    assert.deepEqual(first, { uri: '../../a b/1', stamp: 's1' });
    const [found] = await archive.read(['../../a b/1', 'nothing']);
    assert.equal(found?.article.metadata.outlet?.value, 'The Sound');
    assert.ok(found.analysis.quotations.length > 0);
  });

  it('is not asked any more once nobody waits, and no other node is asked in its place', async () => {
    const other = await StandInEngine.start();
    const archive = await open(`${engine.url},${other.url}`);
    engine.instead = () => 'silence';
    const stop = new AbortController();
    const answer = archive.nearest(saying, undefined, 30, stop.signal);
    setTimeout(() => stop.abort(), 50);
    await assert.rejects(answer, /nobody waits for the answer any more$/);
    assert.deepEqual(other.requests, []);
    await other.stop();
  });

  it('has articles over 2 MB left out', async () => {
    const { documents } = engine.indexes.get('second-source')!;
    for (const [id, { source, changed }] of documents) documents.set(id, { source: { ...source, text: 'x'.repeat(2e6 + 1) }, changed });
    assert.deepEqual(await (await open()).read(['../../a b/1']), []);
  });

  it('has an answer over 20 MB refused, and says which article is left out', async () => {
    const archive = await open();
    engine.instead = ({ path }) => (path.endsWith('/_mget') ? { status: 200, body: `{"docs":["${'x'.repeat(20e6)}"]}` } : undefined);
    assert.deepEqual(await archive.read(['a']), []);
    assert.match(told.join('\n'), /the answer is over 20 MB and was not read: the article .* is left out$/);
  });

  it('gets its login with every question, and a login of any letters is one', async () => {
    const value = authorisation('zoë:pāss', 'login');
    assert.equal(value, `Basic ${Buffer.from('zoë:pāss').toString('base64')}`);
    engine.requests.length = 0;
    await (await open(engine.url, value)).nearest(saying, undefined, 30);
    assert.deepEqual(new Set(engine.requests.map(({ login }) => login)), new Set([value]));
    assert.throws(() => authorisation('only-a-word', 'login'), { message: /^login: holds no login/ });
    assert.throws(() => authorisation('a:b\nX-Other: c', 'login'), { message: /^login: holds no login/ });
  });
});

describe('an index of somebody else that is asked', () => {
  let engine: StandInEngine;
  beforeEach(async () => (engine = await StandInEngine.start()));
  afterEach(() => engine.stop());
  const fields = 'text=story.body,outlet=paper,published=day,title=story.head';
  const open = (sources: Readonly<Record<string, Record<string, unknown>>>, mapping: Record<string, unknown> = {}) => {
    const properties = { story: { properties: { body: { type: 'text' } } } };
    const documents = new Map(Object.entries(sources).map(([id, source], i) => [id, { source, changed: i + 1 }]));
    engine.indexes.set('theirs', { mappings: { properties, ...mapping }, documents });
    return openArchive({ url: engine.url, index: 'theirs', fields }, undefined, naming);
  };

  it('has its texts and facts read however its documents have them', async () => {
    const archive = await open({
      parts: {
        story: { body: ['The ferry sank.', 'Nobody was hurt.'], head: ['Ferry', 'Sound'] },
        paper: ['Sound', 'Moor'],
        day: Date.UTC(2031, 4, 4),
      },
      whole: { 'story.body': 'The ferry sank.', paper: 'Moor', day: '2031-05-04' },
      list: { story: [{ body: 'The ferry sank.' }, { body: 'Nobody was hurt.', head: null }], paper: 7, day: {} },
      none: { story: { body: [] } },
      odd: { story: { body: [[['deep']], 3, { text: 'x' }] } },
    });
    const found = await archive.read(['parts', 'whole', 'list', 'none', 'odd', 'gone']);
    assert.deepEqual(
      found.map(({ article: { uri, raw, metadata } }) => [
        uri,
        raw,
        metadata.outlet?.value,
        metadata.published?.value,
        metadata.title?.value,
      ]),
      [
        ['parts', 'The ferry sank.\n\nNobody was hurt.', 'Sound', '2031-05-04T00:00:00.000Z', 'Ferry'],
        ['whole', 'The ferry sank.', 'Moor', '2031-05-04', undefined],
        ['list', 'The ferry sank.\n\nNobody was hurt.', undefined, undefined, undefined],
      ],
    );
  });

  it('is told where it gives no texts, since nobody knows then who has the words', async () => {
    const told = /\(theirs\): does not give the texts of its documents \(story\.body in _source\)$/;
    const archive = await open({ a: { paper: 'Sound' }, b: {} });
    await assert.rejects(archive.read(['a', 'b']), { message: told });
    assert.deepEqual(await archive.read(['gone']), []);
    await assert.rejects(open({}, { _source: { enabled: false } }), { message: told });
  });

  it('is named beside the address, not in it', async () => {
    engine.instead = () => ({
      status: 400,
      body: JSON.stringify({ error: 'no handler found for uri [/theirs/second-source/_mapping] and method [GET]' }),
    });
    await assert.rejects(openArchive({ url: `${engine.url}/theirs` }, undefined, naming), {
      message: `${engine.url}/theirs: answers nothing under this path; an index is named beside the address, not in it`,
    });
  });
});
