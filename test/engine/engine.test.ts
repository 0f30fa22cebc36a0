import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../scripts/engine.mjs';
import { printNote } from '../../scripts/testEvents.mjs';
import { ArchiveStore } from '../../src/cli/archiveStore';
import { openArchive } from '../../src/engine/index';
import { jsonLines, secondSourceBeside, withFolder } from '../cli/program';
import { describeSource } from '../cli/sourceContract';
import { wordnet } from '../core/corpusStory';
import { sayings } from './sayings';

let engine: Engine;
before(async function () {
  this.timeout(370_000);
  const started = await startEngine({ say: printNote });
  if ('missing' in started) {
    printNote(`the search engine's tests are skipped: ${started.missing}`);
    this.skip();
  }
  engine = started;
});
after(() => (engine as Engine | undefined)?.stop());
const address = () => engine.nodes[0]?.url ?? '';

describeSource('an index in a real search engine', {
  into: () => Promise.resolve(['--to', address(), '--name', 'contract']),
  from: () => Promise.resolve(['--index', address(), '--name', 'contract']),
  failures: {
    'is down': {
      befall: () => Promise.resolve({ from: ['--index', 'http://127.0.0.1:2', '--name', 'contract'], mend: () => undefined }),
      told: /the search engine does not answer \(ECONNREFUSED\)/,
    },
    'is of another version': {
      befall: async () => {
        const { contract } = (await request('GET', 'contract/_mapping')) as { contract: { mappings: { _meta: object } } };
        const { _meta: meta } = contract.mappings;
        await request('PUT', 'contract/_mapping', { _meta: { ...meta, engine: '0' } });
        return { mend: () => request('PUT', 'contract/_mapping', { _meta: meta }) };
      },
      told: /is the index of another version; index its archives again/,
    },
    'is closed': {
      befall: async () => {
        await request('POST', 'contract/_close');
        return {
          mend: async () => {
            await request('POST', 'contract/_open');
            await request('GET', '_cluster/health/contract?wait_for_status=yellow&timeout=60s');
          },
        };
      },
      told: /\(400\): .*closed/,
    },
  },
});

async function request(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${address()}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

describe('a real search engine', function () {
  this.timeout(300_000);
  const answers = async (args: readonly string[], queries: string) => {
    const { status, stdout, stderr } = await secondSourceBeside(['match', ...args, '--jsonl', '-'], queries);
    assert.equal(status, 0, stderr);
    const best = (jsonLines(stdout) as { matches: { file: string; start: number; end: number; relation: string }[] }[]).map(
      ({ matches }) => matches[0],
    );
    return best.map((match) => match && `${match.file} ${match.start}-${match.end} ${match.relation}`);
  };

  it('gives the same best answers as a stored index, and so does its text field as if it were of somebody else', async () => {
    const { archive, queries } = sayings(300, 200);
    await withFolder({ 'news.jsonl': archive }, async (root) => {
      const news = join(root, 'news.jsonl');
      for (const place of [
        ['--out', join(root, 'index')],
        ['--to', address(), '--name', 'sayings'],
      ]) {
        const { stdout, stderr } = await secondSourceBeside(['index', news, ...place]);
        assert.match(stdout, /^300 articles \(300 read/, stderr);
      }
      const local = await answers(['--index', join(root, 'index')], queries);
      assert.equal(local.filter(Boolean).length, 200);
      assert.deepEqual(await answers(['--index', address(), '--name', 'sayings'], queries), local);

      const made = await fetch(`${address()}/theirs`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mappings: { properties: { body: { type: 'text', analyzer: 'english' } } } }),
      });
      assert.ok(made.ok);
      const bulk = archive.split('\n').flatMap((line) => {
        const { id, text } = JSON.parse(line) as { id: string; text: string };
        return [JSON.stringify({ index: { _id: id } }), JSON.stringify({ body: text })];
      });
      const headers = { 'content-type': 'application/x-ndjson' };
      await fetch(`${address()}/theirs/_bulk?refresh=true`, { method: 'POST', headers, body: `${bulk.join('\n')}\n` });
      assert.deepEqual(await answers(['--index', address(), '--name', 'theirs', '--fields', 'text=body'], queries), local);
    });
  });

  it('names the same articles in the same order as a stored index, nearly equal ones and copies among them', async () => {
    // Lengths on both sides of where Lucene tells them apart, and of some every tenth word again.
    const text = (i: number) =>
      `Uma Reed sold the ferry of Lowen to ${Array.from({ length: 20 + ((i * 7) % 90) }, (_, k) => (i % 3 === 0 && k % 10 === 0 ? 'ferrymen' : `smith${k}`)).join(' and ')}.`;
    const lines = Array.from({ length: 400 }, (_, i) => JSON.stringify({ id: `n${(i * 13) % 400}`, text: text(i) }));
    await withFolder({ 'equal.jsonl': lines.join('\n') }, async (root) => {
      for (const place of [
        ['--out', join(root, 'index')],
        ['--to', address(), '--name', 'equal'],
      ])
        assert.equal((await secondSourceBeside(['index', join(root, 'equal.jsonl'), ...place])).status, 0);
      const store = await ArchiveStore.open(join(root, 'index'), wordnet);
      const asked = await openArchive({ url: address(), index: 'equal' }, wordnet, { login: '', index: '', fields: '' });
      for (const passage of ['the ferry of Lowen', 'smith3 and smith70', 'ferrymen and smith41 and smith12', 'Uma Reed and smith100']) {
        const near = await asked.nearest(passage, undefined, 30);
        const stored = store.archive.nearest(store.archive.terms(passage), 30);
        assert.deepEqual(
          near.map(({ uri }) => uri),
          stored.map(({ uri }) => uri),
          passage,
        );
      }
      await store.close();
    });
  });

  it('takes what two command lines write at once', async () => {
    const halves = [sayings(260, 0, 'left').archive, sayings(260, 0, 'right').archive];
    await withFolder({ 'left.jsonl': halves[0] ?? '', 'right.jsonl': halves[1] ?? '' }, async (root) => {
      const index = (name: string) => secondSourceBeside(['index', join(root, name), '--to', address(), '--name', 'shared']);
      for (const { status, stderr } of await Promise.all([index('left.jsonl'), index('right.jsonl')])) assert.equal(status, 0, stderr);
      assert.match((await index('left.jsonl')).stdout, /^520 articles \(0 read, 260 unchanged, 0 gone\)/);
    });
  });
});
