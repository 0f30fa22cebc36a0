import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jsonLines, secondSource, withFolder } from './program';

const words = 'the old lighthouse keeper will hand over the lamp in the spring';
const articles = [
  { id: 'a1', outlet: 'The Gull', published: '2024-05-03', text: `"We are glad that ${words}," Mayor Ana Ruiz said on Thursday in Lowen.` },
  { id: 'a2', text: `Ana Ruiz, the mayor of Lowen, told reporters: “We are glad that ${words}.”` },
  { id: 'a3', text: 'The price of herring rose again on Friday, the fishery board said. Nobody expects it to fall soon.' },
];
const lines = (list: readonly unknown[]) => list.map((line) => JSON.stringify(line)).join('\n');

function matched(index: string, query: unknown): string[] {
  const { status, stdout, stderr } = secondSource(['match', '--index', index, '--jsonl', '-'], JSON.stringify(query));
  assert.equal(status, 0, stderr);
  return (jsonLines(stdout)[0] as { matches: { file: string }[] }).matches.map(({ file }) => file);
}

describe('an index of an archive', () => {
  it('answers for a compressed JSONL file, whose ids become the files', () => {
    withFolder({ 'archive.jsonl.gz': gzipSync(lines(articles)) }, (root) => {
      const index = join(root, 'index');
      const { status, stdout } = secondSource(['index', join(root, 'archive.jsonl.gz'), '--out', index]);
      assert.equal(status, 0);
      assert.match(stdout, /^3 articles \(3 read, 0 unchanged, 0 gone\), /);
      assert.deepEqual(matched(index, { file: 'a1', start: 1, end: 70 }), ['a2']);
      assert.deepEqual(matched(index, { text: words }).sort(), ['a1', 'a2']);
    });
  });

  it('answers for a folder, whose texts stay where they are', () => {
    const files = Object.fromEntries(articles.map(({ id, text }) => [`archive/${id}/story.txt`, text]));
    withFolder(files, (root) => {
      const index = join(root, 'index');
      secondSource(['index', join(root, 'archive'), '--out', index]);
      assert.deepEqual(matched(index, { file: 'a1/story.txt', start: 1, end: 70 }), ['a2/story.txt']);
    });
  });

  it('reads again only what is new or has changed', () => {
    withFolder({ 'archive.jsonl': lines(articles) }, (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const update = () => secondSource(['index', archive, '--out', index]).stdout;
      update();
      assert.match(update(), /^3 articles \(0 read, 3 unchanged, 0 gone\)/);
      const changed = { id: 'a3', text: `Bo Lind wrote that ${words}, to the joy of the town of Lowen.` };
      writeFileSync(archive, lines([articles[0], changed]));
      assert.match(update(), /^2 articles \(1 read, 1 unchanged, 1 gone\)/);
      assert.deepEqual(matched(index, { text: words }).sort(), ['a1', 'a3']);
      const { segments } = JSON.parse(readFileSync(join(index, 'archive.json'), 'utf8')) as { segments: string[] };
      assert.deepEqual(
        readdirSync(index).filter((name) => name.endsWith('.segment')),
        segments.sort(),
      );
    });
  });

  it('is built again where it is damaged, and never trusted', () => {
    withFolder({ 'archive.jsonl': lines(articles) }, (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      secondSource(['index', archive, '--out', index]);
      const segment = join(index, readdirSync(index).find((name) => name.endsWith('.segment')) ?? '');
      writeFileSync(segment, readFileSync(segment).fill(7, 40, 60));
      assert.match(secondSource(['index', archive, '--out', index]).stdout, /^3 articles \(3 read, 0 unchanged/);
      rmSync(join(index, 'archive.json'));
      const { status, stderr } = secondSource(['match', '--index', index, '--jsonl', '-'], '{"text":"x"}');
      assert.equal(status, 2);
      assert.match(stderr, /is no index/);
    });
  });

  it('is not written over something else', () => {
    withFolder({ 'archive.jsonl': lines(articles), 'other/thesis.doc': 'x' }, (root) => {
      const { status, stderr } = secondSource(['index', join(root, 'archive.jsonl'), '--out', join(root, 'other')]);
      assert.equal(status, 2);
      assert.match(stderr, /is not empty and no index/);
    });
  });

  it('needs every id once', () => {
    withFolder({ 'archive.jsonl': lines([articles[0], articles[0]]) }, (root) => {
      const { status, stderr } = secondSource(['index', join(root, 'archive.jsonl'), '--out', join(root, 'index')]);
      assert.equal(status, 2);
      assert.match(stderr, /:2: the id a1 stands twice/);
    });
  });
});
