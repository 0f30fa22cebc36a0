import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jsonLines, program, secondSource } from './program';

describe('an archive on the command line', () => {
  let root = '';
  const said = 'The clockmaker of Umber owes the abbey nine brass bells';
  const line = (id: string, text: string, outlet: string) => JSON.stringify({ id, text, outlet });
  const told = [
    line('first', `“${said},” Abbot Rune Falk said on Friday.`, 'The Pike'),
    line('second', `Crowds stood in the yard. “${said},” Rune Falk, the abbot, told them.`, 'The Trout'),
    line('../third', 'Rain fell on Umber. “Nobody rings in the rain,” the sexton said.', 'The Carp'),
  ];
  const archive = () => join(root, 'archive.jsonl');
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'second-source-archive-export-'));
    writeFileSync(archive(), told.join('\n'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is exported from its file or its index, as a folder of its articles is', () => {
    const indexed = secondSource(['index', archive(), '--out', join(root, 'index')]);
    assert.equal(indexed.status, 0, indexed.stderr);
    const folder = join(root, 'folder');
    mkdirSync(folder);
    const [first, second] = told.map((each) => (JSON.parse(each) as { text: string }).text);
    writeFileSync(join(folder, 'first.txt'), first ?? '');
    writeFileSync(join(folder, 'second.txt'), second ?? '');
    const bodies = [[archive()], ['--index', join(root, 'index')], [folder]].map((from) => {
      const { status, stdout, stderr } = secondSource(['export', ...from, '--format', 'csv', '--out', '-']);
      assert.equal(status, 0, stderr);
      return stdout;
    });
    assert.equal(bodies[1], bodies[0]);
    const times = bodies.map((body) => body.split(said).length - 1);
    assert.ok((times[2] ?? 0) > 0);
    assert.deepEqual(times, [times[2], times[2], times[2]]);
  });

  it('puts what it makes of any id below the folder that is named', () => {
    const before = readdirSync(root);
    const { status, stderr } = secondSource(['export', archive(), '--format', 'brat', '--out', join(root, 'brat/')]);
    assert.equal(status, 0, stderr);
    assert.ok(readdirSync(join(root, 'brat')).length > 3);
    assert.deepEqual(
      readdirSync(root).filter((name) => !before.includes(name)),
      ['brat'],
    );
  });

  it('is asked for passages as it stands', () => {
    const query = JSON.stringify({ file: 'first', start: 0, end: said.length + 2 });
    const { status, stdout, stderr } = secondSource(['match', archive(), '--jsonl', '-'], query);
    assert.equal(status, 0, stderr);
    const [{ matches }] = jsonLines(stdout) as [{ matches: { file: string; level: string }[] }];
    assert.deepEqual(
      matches.filter(({ level }) => level === 'match').map(({ file }) => file),
      ['second'],
    );
  });

  it('says in one line what is missing', () => {
    for (const [args, part] of [
      [[archive(), '--index', root], 'name one folder or archive, or --index DIR'],
      [['--index', root], 'no index'],
      [[join(root, 'gone.jsonl')], 'gone.jsonl'],
    ] as const) {
      const { status, stderr } = secondSource(['export', ...args, '--format', 'csv', '--out', '-']);
      assert.equal(status, 2);
      assert.match(stderr, /^second-source: .+\n$/);
      assert.ok(stderr.includes(part), stderr);
    }
  });

  it('leaves nothing behind where Ctrl+C ends its reading', async () => {
    const many = join(root, 'many.jsonl');
    const lines = Array.from({ length: 6000 }, (_, n) =>
      line(`cart-${n}`, `“Cart ${n} is late again,” the carter of yard ${n} said. `.repeat(9), 'Yard'),
    );
    writeFileSync(many, lines.join('\n'));
    const temporary = join(root, 'temporary');
    mkdirSync(temporary);
    const child = spawn(process.execPath, [program, 'corroborate', many, '--jsonl'], {
      env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const isReading = () =>
      readdirSync(temporary).some(
        (name) => existsSync(join(temporary, name, 'texts.bin')) && readFileSync(join(temporary, name, 'texts.bin')).length > 0,
      );
    while (!isReading() && child.exitCode === null) await wait(20);
    child.kill('SIGINT');
    assert.equal(await ended, 130, stderr);
    assert.equal(stderr, '');
    assert.deepEqual(readdirSync(temporary), []);
  });
});
