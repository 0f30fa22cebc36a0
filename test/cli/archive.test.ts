import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startOf } from '../../src/disk/processes';
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

  it('says which article is gone since, and leaves an empty folder alone', () => {
    const files = Object.fromEntries(articles.map(({ id, text }) => [`archive/${id}/story.txt`, text]));
    withFolder(files, (root) => {
      const [archive, index] = [join(root, 'archive'), join(root, 'index')];
      secondSource(['index', archive, '--out', index]);
      rmSync(join(archive, 'a2'), { recursive: true });
      const query = JSON.stringify({ file: 'a1/story.txt', start: 1, end: 70 });
      const { status, stdout, stderr } = secondSource(['match', '--index', index, '--jsonl', '-'], `${query}\n${query}\n`);
      assert.equal(status, 0);
      assert.deepEqual((jsonLines(stdout)[0] as { matches: unknown[] }).matches, []);
      assert.match(stderr, /^second-source: a2\/story\.txt: is gone since it was indexed, and was left out; [^\n]*\n$/);
      rmSync(archive, { recursive: true });
      mkdirSync(archive);
      const again = secondSource(['index', archive, '--out', index]);
      assert.deepEqual([again.status, again.stdout], [2, '']);
      assert.match(again.stderr, /archive: no articles in this folder/);
      assert.match(secondSource(['match', '--index', index, '--jsonl', '-'], query).stderr, /a1\/story\.txt|a2\/story\.txt/);
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

  it('goes on where a run was killed', async () => {
    const many = Array.from({ length: 2400 }, (_, i) => ({
      id: `n${i}`,
      text: `Parcel ${i} was found in barn ${i % 70}, the police said.`,
    }));
    await withFolder({ 'archive.jsonl': lines(many) }, async (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const killed = spawn(process.execPath, ['dist/cli.js', 'index', archive, '--out', index], { stdio: 'ignore' });
      const ended = new Promise((resolve) => killed.once('exit', (_, signal) => resolve(signal)));
      const timer = setInterval(() => {
        if (existsSync(join(index, 'archive.json'))) killed.kill('SIGKILL');
      }, 1);
      const signal = await ended;
      clearInterval(timer);
      assert.equal(signal, 'SIGKILL', 'the run ended before it could be killed');
      const { stdout } = secondSource(['index', archive, '--out', index]);
      const [, read = '', kept = ''] = /^2400 articles \((\d+) read, (\d+) unchanged, 0 gone\)/.exec(stdout) ?? [];
      assert.ok(Number(kept) >= 500 && Number(read) + Number(kept) === 2400, stdout);
      for (const id of [0, 1200, 2399]) assert.equal(matched(index, { text: `Parcel ${id} was found in barn ${id % 70}` })[0], `n${id}`);
      assert.deepEqual(
        readdirSync(index).filter((name) => name.endsWith('.tmp')),
        [],
      );
    });
  });

  it('is written by one run at a time', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => ({
      id: `n${i}`,
      text: `Parcel ${i} was found in barn ${i % 70}, the police said.`,
    }));
    await withFolder({ 'archive.jsonl': lines(many) }, async (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const first = spawn(process.execPath, ['dist/cli.js', 'index', archive, '--out', index], { stdio: 'ignore' });
      const ended = new Promise((resolve) => first.once('exit', resolve));
      const lock = join(index, 'index.lock');
      while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 1));
      first.kill('SIGSTOP');
      const second = secondSource(['index', archive, '--out', index]);
      first.kill('SIGCONT');
      assert.equal(second.status, 2);
      assert.match(
        second.stderr,
        /^second-source: \S+index: another second-source index is at work on it \(process \d+ on .+\); if it is not, delete \S+index\.lock\n$/,
      );
      assert.equal(await ended, 0);
      assert.match(secondSource(['index', archive, '--out', index]).stdout, /^1500 articles \(0 read, 1500 unchanged, 0 gone\)/);
      assert.ok(!existsSync(join(index, 'index.lock')));
    });
  });

  it('ends where another run has taken its lock away meanwhile', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => ({ id: `n${i}`, text: `Crate ${i} stood in cellar ${i % 70}, the porter said.` }));
    await withFolder({ 'archive.jsonl': lines(many) }, async (root) => {
      const index = join(root, 'index');
      const first = spawn(process.execPath, ['dist/cli.js', 'index', join(root, 'archive.jsonl'), '--out', index], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      first.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const ended = new Promise((resolve) => first.once('close', resolve));
      const lock = join(index, 'index.lock');
      while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 1));
      writeFileSync(lock, 'another one');
      assert.equal(await ended, 2);
      assert.match(stderr, /^second-source: \S+index: another run is at work on it now; this one has stopped\n$/);
    });
  });

  it('takes over the lock of a run whose number another process has now', () => {
    const owner = { process: process.pid, host: hostname(), since: '2026-01-01T00:00:00.000Z' };
    const cases: readonly (readonly [age: number, mark: object, taken: boolean])[] = [
      [0, owner, false],
      [3600, owner, true],
      [3600, { ...owner, host: 'elsewhere' }, false],
      ...(startOf(process.pid) === undefined ? [] : [[0, { ...owner, start: '1' }, true] as const]),
    ];
    for (const [age, mark, taken] of cases) {
      withFolder({ 'archive.jsonl': lines([]), 'index/index.lock': JSON.stringify(mark) }, (root) => {
        const held = new Date(Date.now() - 1000 * age);
        utimesSync(join(root, 'index', 'index.lock'), held, held);
        const { status } = secondSource(['index', join(root, 'archive.jsonl'), '--out', join(root, 'index')]);
        assert.deepEqual(
          [status, existsSync(join(root, 'index', 'index.lock'))],
          taken ? [0, false] : [2, true],
          JSON.stringify([age, mark]),
        );
      });
    }
  });

  it('is written through no link that leads out of its folder', () => {
    const texts = { 'a.txt': 'The mayor said: “The quay will be rebuilt.”', 'outside.txt': 'theirs' };
    for (const name of ['archive.json', 'texts.bin']) {
      withFolder({ ...texts, 'archive.jsonl': lines([{ id: 'a', text: texts['a.txt'] }]) }, (root) => {
        mkdirSync(join(root, 'index'));
        symlinkSync(join(root, 'outside.txt'), join(root, 'index', name));
        const { status, stderr } = secondSource(['index', join(root, 'archive.jsonl'), '--out', join(root, 'index')]);
        assert.equal(readFileSync(join(root, 'outside.txt'), 'utf8'), 'theirs', stderr);
        assert.equal(status, 2, stderr);
        assert.match(stderr, name === 'texts.bin' ? /leads out of the folder/ : /is not empty and no index/);
      });
    }
  });

  it('is told in one line of a lock that cannot be read', () => {
    withFolder({ 'archive.jsonl': lines([]), 'index/index.lock/file': '' }, (root) => {
      const { status, stderr } = secondSource(['index', join(root, 'archive.jsonl'), '--out', join(root, 'index')]);
      assert.equal(status, 2);
      assert.match(stderr, /^second-source: \S+index\.lock: is a folder/);
    });
  });

  it('lets go of the texts that no article has any more', () => {
    const version = (count: number, year: number) =>
      Array.from({ length: count }, (_, i) => ({
        id: `n${i}`,
        text: `Parcel ${i} was found in barn ${i * 37} in ${year}, the police said.`,
      }));
    withFolder({ 'archive.jsonl': lines(version(40, 2020)) }, (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const update = () => secondSource(['index', archive, '--out', index]).stdout;
      const texts = () => readdirSync(index).filter((name) => name.startsWith('texts'));
      update();
      const [once = ''] = texts();
      const size = statSync(join(index, once)).size;
      for (let year = 2021; year < 2024; year++) {
        writeFileSync(archive, lines(version(40, year)));
        assert.match(update(), /^40 articles \(40 read, 0 unchanged/);
        const [name = '', ...others] = texts();
        assert.deepEqual(others, []);
        assert.ok(statSync(join(index, name)).size < 1.1 * size);
        assert.equal(matched(index, { text: `Parcel 7 was found in barn 259 in ${year}` })[0], 'n7');
        assert.match(update(), /^40 articles \(0 read, 40 unchanged/);
      }
    });
  });

  it('keeps what was read before a line that cannot be', () => {
    withFolder({ 'archive.jsonl': `${lines(articles)}\n{"id":` }, (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const { status, stderr } = secondSource(['index', archive, '--out', index]);
      assert.equal(status, 2);
      assert.match(stderr, /archive\.jsonl:4: not JSON\n$/);
      writeFileSync(archive, lines(articles));
      assert.match(secondSource(['index', archive, '--out', index]).stdout, /^3 articles \(0 read, 3 unchanged/);
    });
  });

  it('follows files that are added, changed, renamed and deleted', () => {
    const files = Object.fromEntries(articles.map(({ id, text }) => [`archive/${id}.txt`, text]));
    withFolder(files, (root) => {
      const [archive, index] = [join(root, 'archive'), join(root, 'index')];
      const update = () => secondSource(['index', archive, '--out', index]).stdout;
      update();
      copyFileSync(join(archive, 'a2.txt'), join(archive, 'b2.txt'));
      rmSync(join(archive, 'a2.txt'));
      assert.match(update(), /^3 articles \(1 read, 2 unchanged, 1 gone\)/);
      assert.deepEqual(matched(index, { text: words }).sort(), ['a1.txt', 'b2.txt']);
      writeFileSync(join(archive, 'a1.txt'), 'Nothing was said in Lowen today.');
      writeFileSync(join(archive, 'a4.txt'), `Bo Lind wrote that ${words}, to the joy of the town of Lowen.`);
      assert.match(update(), /^4 articles \(2 read, 2 unchanged, 0 gone\)/);
      assert.deepEqual(matched(index, { text: words }).sort(), ['a4.txt', 'b2.txt']);
    });
  });

  it('says what is damaged and answers from the rest', () => {
    withFolder({ 'archive.jsonl': lines(articles) }, (root) => {
      const [archive, index] = [join(root, 'archive.jsonl'), join(root, 'index')];
      secondSource(['index', archive, '--out', index]);
      const texts = join(index, 'texts.bin');
      const whole = readFileSync(texts);
      for (const at of [3, Math.floor(whole.length / 2), whole.length - 3]) {
        const broken = Buffer.from(whole);
        broken[at] = (broken[at] ?? 0) ^ 16;
        writeFileSync(texts, broken);
        assert.equal(secondSource(['match', '--index', index, '--jsonl', '-'], JSON.stringify({ text: words })).status, 0);
        assert.match(secondSource(['index', archive, '--out', index]).stdout, /^3 articles \(1 read, 2 unchanged/, `byte ${at}`);
        assert.deepEqual(matched(index, { text: words }).sort(), ['a1', 'a2']);
        rmSync(index, { recursive: true });
        secondSource(['index', archive, '--out', index]);
      }
      const segment = join(index, readdirSync(index).find((name) => name.endsWith('.segment')) ?? '');
      writeFileSync(segment, readFileSync(segment).subarray(0, 100));
      const { status, stderr } = secondSource(['match', '--index', index, '--jsonl', '-'], JSON.stringify({ text: words }));
      assert.equal(status, 0);
      assert.match(stderr, /^second-source: .*: 1 of 1 parts are damaged and left out; index again to mend it\n$/);
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
      assert.match(stderr, /is (?:no|a damaged) index/);
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
