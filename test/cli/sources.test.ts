import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describeSource('articles held in memory', { from: (root) => Promise.resolve([join(root, 'archive')]) });
describeSource('a stored index', {
  into: (root) => Promise.resolve(['--out', join(root, 'index')]),
  from: (root) => Promise.resolve(['--index', join(root, 'index')]),
});
describeSource('an index in an engine', {
  into: () => Promise.resolve(['--to', engine.url, '--name', 'contract']),
  from: () => Promise.resolve(['--index', engine.url, '--name', 'contract']),
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
