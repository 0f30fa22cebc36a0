import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { interrupted, jsonLines, program, secondSource } from './program';

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

  it('is asked for passages by the ids that it has, whatever they are, and answers with them', () => {
    const ids = ['https://umber.example/a?b=1#c', '../up', 'x//y', 'x%2F%2Fy', 'lone \ud83d', 'a\u0000b', '.', 'constructor'];
    const file = join(root, 'ids.jsonl');
    writeFileSync(file, ids.map((id, n) => line(id, `In week ${n} Rune Falk told the yard: “${said}.”`, `Paper ${n}`)).join('\n'));
    const indexed = secondSource(['index', file, '--out', join(root, 'ids')]);
    assert.equal(indexed.status, 0, indexed.stderr);
    for (const from of [[file], ['--index', join(root, 'ids')]]) {
      const ask = (asked: string) => {
        const start = 'In week 0 Rune Falk told the yard: '.length;
        const query = JSON.stringify({ file: asked, start, end: start + said.length + 2 });
        const { status, stdout, stderr } = secondSource(['match', ...from, '--jsonl', '-'], query);
        assert.equal(status, 0, stderr);
        return (jsonLines(stdout) as [{ matches: { file: string }[] }])[0].matches.map(({ file: found }) => found);
      };
      for (const other of ask(ids[0]!)) {
        assert.ok(ids.includes(other.replace('\ufffd', '\ud83d')), other);
        assert.ok(ask(other).includes(ids[0]!), other);
      }
      assert.equal(ask(ids[0]!).length, ids.length - 1);
      assert.equal(ask('lone \ud83d').length, ids.length - 1);
    }
  });

  it('is exported with a path of its own for each id', () => {
    const ids = ['a b', 'a%20b', 'x//y', 'x%2F%2Fy', 'x%252F%252Fy', '.', '%2E', '..', '\ud83d', 'x//\ud83d', 'x//%ud83d', '\\', 'a\u0000'];
    const file = join(root, 'paths.jsonl');
    writeFileSync(file, ids.map((id, n) => line(id, `“${said},” Rune Falk said in week ${n}.`, `Paper ${n}`)).join('\n'));
    const out = (format: string, to: string) => {
      const { status, stdout, stderr } = secondSource(['export', file, '--format', format, '--out', to]);
      assert.equal(status, 0, stderr);
      return stdout;
    };
    out('brat', join(root, 'paths/'));
    const texts = readdirSync(join(root, 'paths'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
    const weeks = texts.map((name) => /week \d+/.exec(readFileSync(join(root, 'paths', name), 'utf8'))?.[0]);
    assert.equal(new Set(weeks).size, ids.length, 'none was written over another one');
    const paths = out('bundle', '-').match(/^ *(?:- )?path: .*$/gm) ?? [];
    assert.equal(new Set(paths).size, ids.length);
  });

  it('has no article without an id', () => {
    writeFileSync(join(root, 'empty.jsonl'), line('', 'Rain fell on Umber.', 'The Carp'));
    const { status, stderr } = secondSource(['match', join(root, 'empty.jsonl'), '--jsonl', '-'], '');
    assert.equal(status, 2);
    assert.match(stderr, /^second-source: .+empty\.jsonl:1: "id" is empty\n$/);
  });

  describe('of more articles than are held', () => {
    const many = Array.from({ length: 75 }, (_, n) => {
      const told = `Ferry ${n % 25} of the Umber line sails with ${n % 25} crates of amber and no harpist`;
      return {
        id: `f${String(n).padStart(2, '0')}`,
        outlet: `Paper ${n}`,
        text: `“${told},” Mate Odo Brill said at pier ${n}. Gulls sat on it.`,
      };
    });
    const large = () => join(root, 'large.jsonl');
    before(() => {
      writeFileSync(large(), many.map((one) => JSON.stringify(one)).join('\n'));
      mkdirSync(join(root, 'large'));
      for (const { id, text } of many) writeFileSync(join(root, 'large', `${id}.txt`), text);
    });
    const exported = (from: readonly string[], ...more: readonly string[]) => {
      const { status, stdout, stderr } = secondSource(['export', ...from, ...more]);
      assert.equal(status, 0, stderr);
      return stdout;
    };
    const [inside, behind] = [(text: string) => text.replaceAll('.txt', ''), (csv: string) => csv.trim().split('\r\n')];

    it('has the renderings that a folder of them has, from its file and from its index', () => {
      const indexed = secondSource(['index', large(), '--out', join(root, 'largeIndex')]);
      assert.equal(indexed.status, 0, indexed.stderr);
      const tables = [[large()], ['--index', join(root, 'largeIndex')], [join(root, 'large')]].map((from) =>
        behind(inside(exported(from, '--format', 'csv', '--type', 'quotation', '--out', '-'))),
      );
      assert.equal(tables[0]?.length, 76);
      assert.deepEqual(tables[0], tables[1]);
      const renderings = tables.map((rows) => rows.map((row) => (row.match(/f\d\d: verbatim/g) ?? []).sort()));
      assert.deepEqual(renderings[0], renderings[2]);
      assert.ok(renderings[0]?.every((found, n) => n === 0 || found.length === 2));
    });

    it('is held to the articles that are named', () => {
      const { status, stdout, stderr } = secondSource([
        'export',
        large(),
        '--format',
        'csv',
        '--article',
        'f03',
        '--article',
        'f99',
        '--out',
        '-',
      ]);
      assert.equal(status, 0);
      assert.match(stderr, /^second-source: f99: is no article of \S+large\.jsonl\n$/);
      const documents = new Set(behind(stdout).map((row) => row.split(',')[1]));
      assert.deepEqual([...documents], ['document', 'f03']);
    });

    it('is whole as far as it goes where Ctrl+C ends it', async () => {
      const { code, stdout } = await interrupted(['export', large(), '--format', 'w3c', '--out', '-']);
      assert.equal(code, 130);
      const sources = new Set((JSON.parse(stdout) as { target: { source: string }[] }[]).map(({ target }) => target[0]?.source));
      assert.ok(sources.size > 0 && sources.size < many.length, `${sources.size} articles`);
      const to = join(root, 'stopped.json');
      const child = spawn(process.execPath, [program, 'export', large(), '--format', 'csl', '--out', to], { stdio: 'ignore' });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const growing = () => readdirSync(root).some((name) => name.startsWith('stopped.json.'));
      while (!growing() && child.exitCode === null) await wait(5);
      child.kill('SIGINT');
      assert.equal(await ended, 130);
      assert.ok((JSON.parse(readFileSync(to, 'utf8')) as unknown[]).length < many.length);
      assert.deepEqual(
        readdirSync(root).filter((name) => name.endsWith('.tmp')),
        [],
      );
    });

    it('never takes the place of what it is made of', () => {
      const before = readFileSync(large(), 'utf8');
      for (const from of [large(), archive()]) {
        const { status, stderr } = secondSource(['export', from, '--format', 'csv', '--out', from]);
        assert.equal(status, 2);
        assert.match(stderr, /^second-source: \S+\.jsonl: is what is exported; give --out another name\n$/);
      }
      assert.equal(readFileSync(large(), 'utf8'), before);
    });

    it('leaves the file that was there where it fails', () => {
      const to = join(root, 'kept.csv');
      writeFileSync(to, 'as it was');
      const broken = join(root, 'broken.jsonl');
      writeFileSync(broken, [...many.map((one) => JSON.stringify(one)), '{'].join('\n'));
      const { status, stderr } = secondSource(['export', broken, '--format', 'csv', '--out', to]);
      assert.equal(status, 2);
      assert.match(stderr, /^second-source: \S+broken\.jsonl:76: not JSON\n$/);
      assert.equal(readFileSync(to, 'utf8'), 'as it was');
    });
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
