import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { engineNodes, indexName } from '../../src/engine/address';
import { EngineClient } from '../../src/engine/client';
import { jsonLines, secondSource, secondSourceBeside, withFolder } from './program';
import { StandInEngine } from './standInEngine';

const saying = 'the warden will not sell the bell of the drowned chapel';
const articles = [
  { id: 'a1', outlet: 'The Gull', text: `“We know that ${saying},” Ada Moor said on Monday.` },
  { id: 'a2', text: `Ada Moor told the council that ${saying}, whatever it costs.` },
];
const lines = (list: readonly unknown[]) => list.map((line) => JSON.stringify(line)).join('\n');
const query = JSON.stringify({ text: saying });

describe('a search engine that is asked', () => {
  let engine: StandInEngine;
  beforeEach(async () => {
    engine = await StandInEngine.start();
    await withFolder({ 'archive.jsonl': lines(articles) }, async (root) => {
      const { status, stderr } = await secondSourceBeside(['index', join(root, 'archive.jsonl'), '--to', engine.url]);
      assert.equal(status, 0, stderr);
    });
    engine.requests.length = 0;
  });
  afterEach(() => engine.stop());

  const ask = (args: readonly string[] = [], address = engine.url) =>
    secondSourceBeside(['match', '--index', address, '--jsonl', '-', ...args], query);
  /** What is said on standard error where nothing is answered. */
  const refusal = async (args: readonly string[] = [], address = engine.url) => {
    const { status, stdout, stderr } = await ask(args, address);
    assert.equal(status, 2);
    assert.equal(stdout, '', 'what is not known must not look like an answer');
    assert.match(stderr, /^second-source: .+\n$/, 'one line');
    return stderr.replaceAll(engine.url, 'ENGINE').slice('second-source: '.length, -1);
  };

  it('and is not there is told in one line, and nobody is said to have nothing', async () => {
    const address = engine.url;
    await engine.stop();
    engine = await StandInEngine.start();
    assert.equal(await refusal([], address), `${address}: the search engine does not answer (ECONNREFUSED)`);
  });

  it('and is too busy for a while is asked again while it is written to', async () => {
    let busy = 2;
    engine.instead = ({ path }) =>
      path.endsWith('/_search') && busy-- > 0 ? { status: 429, body: '{"error":{"reason":"data too large"}}' } : undefined;
    await withFolder(
      { 'archive.jsonl': lines([...articles, { id: 'a3', text: 'The bell of the chapel hangs in a barn.' }]) },
      async (root) => {
        const { status, stdout, stderr } = await secondSourceBeside(['index', join(root, 'archive.jsonl'), '--to', engine.url]);
        assert.equal(status, 0, stderr);
        assert.match(stdout, /^3 articles \(1 read, 2 unchanged, 0 gone\)/);
      },
    );
    assert.ok(busy <= 0);
  });

  it('and answers with rubbish is told in one line', async () => {
    const rubbish = [
      '<html>Welcome to the hotel network</html>',
      '',
      'null',
      '[]',
      '{"hits":7}',
      '{"hits":{"hits":"all"}}',
      '{"hits":{"hits":[]}}',
    ];
    for (const body of rubbish) {
      engine.instead = ({ path }) => (path.endsWith('/_search') ? { status: 200, body } : undefined);
      assert.match(await refusal(), /does not answer as OpenSearch|a part of the index does not answer/, body);
    }
    engine.instead = ({ path }) => (path.endsWith('/_mget') ? { status: 200, body: '{"docs":{}}' } : undefined);
    assert.match(await refusal(), /does not answer as OpenSearch/);
  });

  it('and names things of other kinds among its hits leaves them out', async () => {
    const hits = [7, null, {}, { fields: { path: [{}] } }, { fields: { path: ['__proto__'] } }, { fields: { path: ['../../etc/passwd'] } }];
    engine.instead = ({ path }) =>
      path.endsWith('/_search') ? { status: 200, body: JSON.stringify({ _shards: { failed: 0 }, hits: { hits } }) } : undefined;
    const { status, stdout } = await ask();
    assert.equal(status, 0);
    assert.deepEqual((jsonLines(stdout)[0] as { matches: unknown }).matches, []);
  });

  it('and turns the same page for ever is told in one line', async () => {
    const hits = Array.from({ length: 1000 }, () => ({ fields: { path: ['a1'], stamp: ['s'] } }));
    const page = JSON.stringify({ timed_out: false, _shards: { failed: 0 }, hits: { hits } });
    engine.instead = ({ path, body }) => (path.endsWith('/_search') && body.includes('"sort"') ? { status: 200, body: page } : undefined);
    await withFolder({ 'archive.jsonl': lines(articles) }, async (root) => {
      const { status, stderr } = await secondSourceBeside(['index', join(root, 'archive.jsonl'), '--to', engine.url]);
      assert.equal(status, 2);
      assert.match(stderr, /does not answer as OpenSearch or Elasticsearch 7\.10 and later do\n$/);
    });
  });

  it('and keeps damaged analyses is answered from the texts', async () => {
    for (const record of ['', '////////////', 'not base64', Buffer.alloc(60, 3).toString('base64')]) {
      const { documents } = engine.indexes.get('second-source')!;
      for (const [id, { source, changed }] of documents) documents.set(id, { source: { ...source, record }, changed });
      const { stdout, stderr } = await ask();
      const [{ matches }] = jsonLines(stdout) as [{ matches: { file: string }[] }];
      assert.deepEqual(matches.map(({ file }) => file).sort(), ['a1', 'a2'], stderr);
    }
  });

  it('and answers for a part of its index alone is not taken for the whole', async () => {
    const parts = [{ timed_out: true, _shards: { failed: 0 } }, { timed_out: false, _shards: { failed: 1 } }, { timed_out: false }];
    for (const part of parts) {
      engine.instead = ({ path }) =>
        path.endsWith('/_search') ? { status: 200, body: JSON.stringify({ ...part, hits: { hits: [] } }) } : undefined;
      assert.match(await refusal(), /a part of the index does not answer; what the rest knows was not taken for the whole$/);
    }
  });

  it('and sends us elsewhere is not followed, and nothing is sent there', async () => {
    const elsewhere = await StandInEngine.start();
    engine.instead = ({ path }) => ({ status: 307, body: '', headers: { location: elsewhere.url + path } });
    assert.match(await refusal(), /^ENGINE: sends us elsewhere \(307\), which is not followed/);
    assert.deepEqual(elsewhere.requests, []);
    await elsewhere.stop();
  });

  it('and holds an index of another version, of somebody else or none is told so', async () => {
    assert.match(await refusal(['--name', 'other']), /^ENGINE \(other\): no such index; second-source index ARCHIVE --to URL --name INDEX/);
    const index = engine.indexes.get('second-source')!;
    const meta = index.mappings._meta;
    index.mappings = { ...index.mappings, _meta: { ...meta, engine: '0' } };
    assert.match(await refusal(), /is the index of another version; index its archives again$/);
    index.mappings = { properties: {} };
    assert.match(await refusal(), /is no index of Second Source; --fields asks an index of somebody else$/);
    await withFolder({ 'archive.jsonl': lines(articles) }, async (root) => {
      const { status, stderr } = await secondSourceBeside(['index', join(root, 'archive.jsonl'), '--to', engine.url]);
      assert.equal(status, 2);
      assert.match(stderr, /is an index of somebody else, which is not written to\n$/);
    });
  });

  it('and holds an index of another version has all its articles read again', async () => {
    const index = engine.indexes.get('second-source')!;
    index.mappings = { ...index.mappings, _meta: { ...index.mappings._meta, engine: '0' } };
    for (const [id, { source, changed }] of index.documents) index.documents.set(id, { source: { ...source, stamp: '0-x' }, changed });
    await withFolder({ 'archive.jsonl': lines(articles) }, async (root) => {
      const { stdout } = await secondSourceBeside(['index', join(root, 'archive.jsonl'), '--to', engine.url]);
      assert.match(stdout, /^2 articles \(2 read, 0 unchanged, 0 gone\)/);
    });
    assert.equal((await ask()).status, 0);
  });

  it('and refuses a login, or gives a reason with anything in it, is told in one line', async () => {
    engine.instead = () => ({ status: 401, body: '' });
    assert.equal(await refusal(), 'ENGINE: the search engine refuses the login (401)');
    engine.instead = () => ({
      status: 400,
      body: JSON.stringify({ error: { reason: `no\nsecond-source:\u001b[2J ${'x'.repeat(5000)}` } }),
    });
    assert.match(await refusal(), /^ENGINE: the search engine refuses \(400\): no second-source: \[2J x{150,200}$/);
  });

  it('has another node asked where one has gone or has no answer yet, and is asked once more alone', async () => {
    const gone = await closedAddress();
    const { status, stdout } = await ask([], `${gone},${engine.url}`);
    assert.equal(status, 0);
    assert.match(stdout, /"a1"/);
    const other = await StandInEngine.start();
    other.instead = () => ({ status: 503, body: '{"error":{"reason":"all shards failed"}}' });
    assert.match((await ask([], `${other.url},${engine.url}`)).stdout, /"a1"/);
    engine.instead = other.instead;
    engine.requests.length = other.requests.length = 0;
    assert.match(await refusal([], `${other.url},${engine.url}`), /all shards failed$/);
    assert.deepEqual([other.requests.length, engine.requests.length], [1, 1]);
    await other.stop();
  });

  it('gets the login of the environment or of a file that nobody else may read, and messages do not hold it', async () => {
    const asked = async (args: readonly string[], env: NodeJS.ProcessEnv) => {
      engine.requests.length = 0;
      const { stderr } = await secondSourceBeside(['match', '--index', engine.url, '--jsonl', '-', ...args], query, env);
      assert.doesNotMatch(stderr, /s3cret/);
      return { login: engine.requests[0]?.login, stderr };
    };
    const basic = `Basic ${Buffer.from('ada:s3cret').toString('base64')}`;
    assert.equal((await asked([], { SECOND_SOURCE_LOGIN: 'ada:s3cret' })).login, basic);
    assert.equal((await asked([], { SECOND_SOURCE_LOGIN: 'ApiKey s3cret==' })).login, 'ApiKey s3cret==');
    assert.match((await asked([], { SECOND_SOURCE_LOGIN: 's3cret' })).stderr, /SECOND_SOURCE_LOGIN: holds no login/);
    await withFolder({ login: 'ada:s3cret\n' }, async (root) => {
      const file = join(root, 'login');
      chmodSync(file, 0o640);
      const refused = await asked(['--login-file', file], {});
      assert.match(refused.stderr, /login: others may read this login; chmod 600/);
      assert.equal(refused.login, undefined);
      chmodSync(file, 0o600);
      assert.equal((await asked(['--login-file', file], {})).login, basic);
    });
  });

  it('is sent words of the passage and names as hashes, and no text of it', async () => {
    await ask();
    const sent = engine.requests.map(({ body }) => body).join('\n');
    assert.doesNotMatch(sent, /warden|bell|drowned|chapel/i);
    assert.ok(sent.length > 0);
  });

  it('is offered a bulk again where it is too busy for some of it', async () => {
    let times = 0;
    const client = new EngineClient([engine.url], 'second-source');
    engine.instead = ({ path }) => {
      if (!path.endsWith('/_bulk')) return undefined;
      times += 1;
      if (times === 1) return { status: 429, body: '{}' };
      const statuses = times === 2 ? [200, 429, 400] : [200];
      return {
        status: 200,
        body: JSON.stringify({ items: statuses.map((status) => ({ index: { status, error: { reason: 'too long' } } })) }),
      };
    };
    const refused = await client.bulk(['a', 'b', 'c'].map((id) => ({ head: { index: { _id: id } }, document: { id } })));
    assert.deepEqual(refused, ['too long']);
    assert.equal(times, 3);
    assert.equal(engine.requests.at(-1)?.body, '{"index":{"_id":"b"}}\n{"id":"b"}\n');
  });

  it('has the node that is there asked by every question that meets a dead one at once', async () => {
    for (const dead of [[await closedAddress()], [await closedAddress(), await closedAddress()]]) {
      const client = new EngineClient([...dead, engine.url], 'second-source');
      // The last one of more than two is found by the second question.
      if (dead.length > 1) await client.ask('GET', '/_mapping').catch(() => undefined);
      const answers = await Promise.all([1, 2, 3].map(() => client.ask('GET', '/_mapping')));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
    }
  });

  it('and is slow, or answers without end, is waited for and read up to a limit', async () => {
    engine.instead = () => 'silence';
    const slow = new EngineClient([engine.url], 'second-source', { limits: { question: 0.2 } });
    await assert.rejects(slow.ask('GET', '/_mapping'), {
      message: `${engine.url}: the search engine does not answer (no answer in 0.2 s)`,
    });
    engine.instead = () => ({ status: 200, body: `"${'x'.repeat(40_000)}"` });
    const long = new EngineClient([engine.url], 'second-source', { limits: { most: 20_000 } });
    await assert.rejects(long.ask('GET', '/_mapping'), { message: `${engine.url}: the answer is over 0.02 MB and was not read` });
  });
});

describe('the address of a search engine', () => {
  const naming = { login: 'LOGIN', index: 'INDEX', fields: 'FIELDS' };

  it('is https, or of this machine, and holds neither login nor index', () => {
    assert.deepEqual(engineNodes('https://one.example:9200/, https://two.example/search/', naming), [
      'https://one.example:9200',
      'https://two.example/search',
    ]);
    for (const here of ['http://localhost:9200', 'http://127.0.0.1:9200', 'http://127.1.2.3', 'http://[::1]:9200'])
      assert.deepEqual(engineNodes(here, naming), [here]);
    const refused: readonly (readonly [string, RegExp])[] = [
      ['http://search.example:9200', /https only/],
      ['http://127.0.0.1.evil.example', /https only/],
      ['http://localhost.evil.example', /https only/],
      ['http://10.0.0.4:9200', /https only/],
      ['https://ada:s3cret@search.example', /^https:\/\/…@search\.example: holds a login/],
      ['https://ada:s3cret@search.example:nine', /^https:\/\/…@search\.example:nine: is no address/],
      ['https://search.example/?pretty', /more than an address/],
      ['https://search.example,', /is no address/],
      ['search.example:9200', /is no address of a search engine, which begins with https/],
    ];
    for (const [address, why] of refused) assert.throws(() => engineNodes(address, naming), { message: why }, address);
  });

  it('never comes back with a login in it, however it is written', () => {
    const written = [
      'https://ada:s3/cret@search.example:9200',
      'https://ada:33/cret@search.example:9200',
      'https://ada:s3,cret@search.example:9200',
      'https://ada:s3#cret@search.example:9200',
      'https://ada:s3?cret@search.example:9200',
      'https://ada:s3@cret@search.example:9200',
      'https://ada:s3\ncret@search.example:9200',
      'ada:s3cret@search.example:9200',
      '//ada:s3cret@search.example:9200',
      'https://one.example, https://ada:s3cret@search.example:9200',
      'https://search.example:9200/?login=ada:s3cret',
      'ftp://ada:s3cret@search.example',
    ];
    for (const address of written) {
      assert.throws(
        () => engineNodes(address, naming),
        ({ message }: Error) => message.includes('search.example') && !/ada|s3|cret/.test(message),
        address,
      );
      if (address.startsWith('ftp') || address.includes('\n')) continue;
      for (const args of [
        ['match', '--index', address, '--jsonl', '-'],
        ['index', 'archive.jsonl', '--to', address],
      ]) {
        const { status, stderr } = secondSource(args, query);
        assert.equal(status, 2);
        assert.doesNotMatch(stderr, /ada|s3|cret/, args.join(' '));
      }
    }
  });

  it('goes with the name of one index', () => {
    assert.equal(indexName(undefined), 'second-source');
    for (const name of ['news-2024', '.ds-news', 'a']) assert.equal(indexName(name), name);
    for (const name of ['', '*', 'a,b', 'a/../b', '..', 'News', '_all', 'a?x', '-a'])
      assert.throws(() => indexName(name), /is no name of an index/, name);
  });

  it('is told from a folder, and is asked for where it is missing', () => {
    const into = secondSource(['index', 'archive.jsonl', '--to', 'here', '--out', 'there']);
    assert.match(into.stderr, /index: name one archive, and --out DIR or --to URL\n$/);
    const { status, stderr } = secondSource(['match', '--index', 'http://search.example', '--jsonl', '-'], query);
    assert.equal(status, 2);
    assert.match(stderr, /^second-source: http:\/\/search\.example: outside this machine a search engine is asked over https only\n$/);
  });
});

/** An address of this machine at which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
