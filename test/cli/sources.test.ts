import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secondSourceBeside } from './program';
import { describeSource } from './sourceContract';
import { StandInEngine } from './standInEngine';

let engine: StandInEngine;
before(async () => {
  engine = await StandInEngine.start();
});
after(() => engine.stop());

/** Paths below a folder, sorted, and what these files hold. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  );
  return paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]);
}

/** Moves a file or folder out of the way, and writes another one where one is given. */
function replaced(path: string, by?: string): { readonly mend: () => void } {
  renameSync(path, `${path}.aside`);
  if (by !== undefined) writeFileSync(path, by);
  return {
    mend: () => {
      rmSync(path, { force: true });
      renameSync(`${path}.aside`, path);
    },
  };
}

/** What the engine says in place of an answer. */
function instead(answer: StandInEngine['instead']): { readonly mend: () => void } {
  engine.instead = answer;
  return { mend: () => (engine.instead = () => undefined) };
}

const manifest = (root: string) => join(root, 'index', 'archive.json');
const searched = (path: string) => path.endsWith('/_search') || path.endsWith('/_mget') || path.endsWith('/_count');

describeSource('articles held in memory', {
  from: (root) => Promise.resolve([join(root, 'archive')]),
  failures: {
    'has gone': { befall: (root) => Promise.resolve(replaced(join(root, 'archive'))), told: /archive: / },
    'is something else': {
      befall: (root) => Promise.resolve(replaced(join(root, 'archive'), 'no folder')),
      told: /archive: is (?:not a|neither a) folder/,
    },
  },
});
describeSource('the lines of one file', {
  from: (root) => {
    const lines = filesOf(join(root, 'archive')).map(([id, text]) => JSON.stringify({ id, text }));
    writeFileSync(join(root, 'archive.jsonl'), lines.join('\n'));
    return Promise.resolve([join(root, 'archive.jsonl')]);
  },
  failures: {
    'has gone': {
      befall: (root) => Promise.resolve({ from: [join(root, 'gone.jsonl')], mend: () => undefined }),
      told: /gone\.jsonl: no such file or folder/,
    },
    'is rubbish': {
      befall: (root) => {
        writeFileSync(join(root, 'rubbish.jsonl'), '{"id":"a","text":"b"}\n{"id":');
        return Promise.resolve({ from: [join(root, 'rubbish.jsonl')], mend: () => undefined });
      },
      told: /rubbish\.jsonl:2: /,
    },
  },
});
describeSource('a stored index', {
  into: (root) => Promise.resolve(['--out', join(root, 'index')]),
  from: (root) => Promise.resolve(['--index', join(root, 'index')]),
  failures: {
    'has gone': { befall: (root) => Promise.resolve(replaced(join(root, 'index'))), told: /index: is no index/ },
    'is rubbish': { befall: (root) => Promise.resolve(replaced(manifest(root), '{"version": 2, "segments": 7')), told: /index/ },
    'is of another version': {
      befall: (root) =>
        Promise.resolve(replaced(manifest(root), readFileSync(manifest(root), 'utf8').replace(/"engine": ?"[^"]*"/, '"engine":"0"'))),
      told: /is the index of another version; build it again/,
    },
  },
});
describeSource('an index in an engine', {
  into: () => Promise.resolve(['--to', engine.url, '--name', 'contract']),
  from: () => Promise.resolve(['--index', engine.url, '--name', 'contract']),
  failures: {
    'is down': {
      befall: () => Promise.resolve({ from: ['--index', 'http://127.0.0.1:2', '--name', 'contract'], mend: () => undefined }),
      told: /the search engine does not answer \(ECONNREFUSED\)/,
    },
    'is slow': {
      befall: () => Promise.resolve(instead(({ path }) => (searched(path) ? 'silence' : undefined))),
      told: /does not answer \(no answer in 10 s\)/,
    },
    'answers with rubbish': {
      befall: () => Promise.resolve(instead(({ path }) => (searched(path) ? { status: 200, body: '<p>Please log in' } : undefined))),
      told: /does not answer as OpenSearch or Elasticsearch/,
    },
    'is of another version': {
      befall: () => {
        const index = engine.indexes.get('contract')!;
        const { mappings } = index;
        index.mappings = { ...mappings, _meta: { ...mappings._meta, engine: '0' } };
        return Promise.resolve({ mend: () => (index.mappings = mappings) });
      },
      told: /is the index of another version; index its archives again/,
    },
    'has gone': {
      befall: () => {
        const index = engine.indexes.get('contract')!;
        engine.indexes.delete('contract');
        return Promise.resolve({ mend: () => engine.indexes.set('contract', index) });
      },
      told: /\(contract\): no such index/,
    },
  },
});

describeSource('an index of somebody else', {
  isAskedAlone: true,
  from: (root) => {
    const documents = new Map(filesOf(join(root, 'archive')).map(([id, body], i) => [id, { source: { body }, changed: i + 1 }]));
    engine.indexes.set('theirs', { mappings: { properties: { body: { type: 'text' } } }, documents });
    return Promise.resolve(['--index', engine.url, '--name', 'theirs', '--fields', 'text=body']);
  },
  failures: {
    'is slow': {
      befall: () => Promise.resolve(instead(({ path }) => (searched(path) ? 'silence' : undefined))),
      told: /does not answer \(no answer in 10 s\)/,
    },
    'answers with rubbish': {
      befall: () => Promise.resolve(instead(({ path }) => (searched(path) ? { status: 200, body: '{"hits":{"hits":{}}}' } : undefined))),
      told: /does not answer as OpenSearch or Elasticsearch/,
    },
    'has got another field': {
      befall: () =>
        Promise.resolve(
          instead(({ path }) => (path.endsWith('/_mapping') ? { status: 200, body: '{"theirs":{"mappings":{}}}' } : undefined)),
        ),
      told: /body is no text field of it/,
    },
  },
});

/** What is put together for one question, and whose words are those of the archive. */
describe('an archive as one file', () => {
  let root = '';
  const line = (id: string, text: string, outlet: string) => JSON.stringify({ id, text, outlet });
  const hen = 'The red hen of the mill has laid more eggs than the whole barn of Oddvale';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'second-source-one-file-'));
    const filler = Array.from({ length: 70 }, (_, n) =>
      line(`filler-${n}`, `Cart ${n + 7} of the brickworks was late on Tuesday.`, 'Brick'),
    );
    const told = [
      line('one', `“${hen},” Ida Quist said on Monday. Exactly 12 geese were hurt in the storm at Oddvale.`, 'The Plough'),
      line('two', `A crowd came. “${hen},” Ida Quist told them. The storm at Oddvale hurt exactly 31 geese.`, 'The Harrow'),
      line('three', `A crowd came. “${hen},” Ida Quist told them. The storm at Oddvale hurt exactly 31 geese.`, 'The Scythe'),
    ];
    writeFileSync(join(root, 'archive.jsonl'), [...filler, ...told].join('\n'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is corroborated from a first line to a last one, and leaves nothing behind', async () => {
    const before = readdirSync(root);
    const { status, stdout, stderr } = await secondSourceBeside(['corroborate', join(root, 'archive.jsonl'), '--json']);
    assert.equal(status, 0, stderr);
    const { articles, conflicts, origins } = JSON.parse(stdout) as {
      articles: { file: string; outlet: string; quotations: { renderings: { file: string }[] }[] }[];
      conflicts: { passages: { file: string }[] }[];
      origins: { kind: string; files: string[] }[];
    };
    assert.equal(articles.length, 73);
    const one = articles.find(({ file }) => file === 'one');
    assert.equal(one?.outlet, 'The Plough');
    assert.deepEqual(one.quotations[0]?.renderings.map(({ file }) => file).sort(), ['three', 'two']);
    assert.deepEqual(
      conflicts.map(({ passages }) => passages.map(({ file }) => file).sort()),
      [['one', 'three', 'two']],
    );
    assert.ok(origins.some(({ kind, files }) => kind === 'copy' && files.join() === 'three,two'));
    assert.deepEqual(readdirSync(root), before);
  });

  it('is told in words a person reads, also of articles that are gone from memory by then', async () => {
    const { stdout } = await secondSourceBeside(['corroborate', join(root, 'archive.jsonl')]);
    assert.match(stdout, /^one \(The Plough, date unknown\)\n {2}Ida Quist \[direct\]: “The red hen/m);
    assert.match(stdout, /^ {4}two \[verbatim 0\.98, origin-\w+\]: The red hen/m);
    assert.match(stdout, /^ {2}number: .*\n {4}one: .*12/m);
  });

  it('says in one line what is missing', async () => {
    for (const [args, line] of [
      [['corroborate'], 'name one folder or archive, or --index DIR'],
      [['corroborate', join(root, 'archive.jsonl'), '--index', root], 'name one folder or archive, or --index DIR'],
      [['corroborate', join(root, 'gone.jsonl')], 'gone.jsonl'],
      [['corroborate', '--index', root], 'no index'],
      [['corroborate', '--index', 'http://example.org'], 'https'],
    ] as const) {
      const { status, stderr } = await secondSourceBeside([...args]);
      assert.equal(status, 2);
      assert.match(stderr, /^second-source: .+\n$/);
      assert.ok(stderr.includes(line), stderr);
    }
  });
});
