import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { startOf } from '../../src/disk/processes';
import { changeFile, replaceFile, WriteRefused } from '../../src/disk/wholeFile';
import { Random, seeds } from '../core/random';

const bytes = (text: string) => new TextEncoder().encode(text);
const module = resolve('out/test/wholeFile.mjs');

/** A second process that has the module as `changeFile` and its arguments as `args`. */
function second(script: string, ...args: string[]) {
  const code = `import { changeFile } from ${JSON.stringify(module)}; const args = process.argv.slice(1); ${script}`;
  return spawn(process.execPath, ['--input-type=module', '-e', code, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('a file that is written whole', () => {
  let root = '';
  let path = '';
  before(async () => {
    await build({ entryPoints: ['src/disk/wholeFile.ts'], bundle: true, platform: 'node', format: 'esm', outfile: module });
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'second-source-'));
    path = join(root, 'gull.txt.annotations.yaml');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const kills = seeds(80);
  it(`is the old one or the new one after kill -9 at ${kills} moments of a write, and the next write clears up`, async function () {
    this.timeout(120_000);
    const random = new Random(7);
    const [old, fresh] = ['a', 'b'].map((sign) => `${sign.repeat(2_000_000)}\n`) as [string, string];
    writeFileSync(path, old);
    let moments = 0;
    for (let n = 0; n < kills; n++) {
      const writer = second(
        `const [old, fresh] = ['a', 'b'].map((sign) => new TextEncoder().encode(sign.repeat(2_000_000) + '\\n'));
         process.stdout.write('r');
         for (let n = 0; ; n++) await changeFile(args[0], (before) => (before[0] === 97 ? fresh : old));`,
        path,
      );
      await once(writer.stdout, 'data');
      await new Promise((next) => setTimeout(next, random.below(40)));
      writer.kill('SIGKILL');
      await once(writer, 'exit');
      if (readdirSync(root).length > 1) moments++;
      const now = readFileSync(path, 'utf8');
      assert.ok(now === old || now === fresh, `killed write ${n} left ${now.length} characters`);
    }
    console.log(`      ${kills} writers killed, ${moments} of them in the middle of a write; every file whole`);
    await new Promise((next) => setTimeout(next, 1100)); // what is younger may belong to a writer
    await changeFile(path, () => bytes('the next one\n'));
    assert.deepEqual(readdirSync(root), ['gull.txt.annotations.yaml']);
  });

  it('is never put in the place of what is no regular file, nor waited for there', async () => {
    symlinkSync('/dev/null', path);
    const mine = () => bytes('mine\n');
    await assert.rejects(changeFile(path, mine), (error) => error instanceof WriteRefused && error.message.includes('is no regular file'));
    await assert.rejects(changeFile(root, mine), WriteRefused);
    assert.deepEqual(readdirSync(root), ['gull.txt.annotations.yaml']);
    assert.ok(statSync(path).isCharacterDevice());
  });

  it('may have a name as long as the disk takes, and one that is longer is told in one line', async () => {
    for (const sign of ['g', 'ü', '😀']) {
      const room = 255 - 5;
      const length = Math.floor(room / Buffer.byteLength(sign));
      const name = `${sign.repeat(length)}.yaml`;
      for (const text of ['one', 'two']) {
        await changeFile(join(root, name), () => bytes(text));
        assert.deepEqual([readdirSync(root), readFileSync(join(root, name), 'utf8')], [[name], text]);
      }
      rmSync(join(root, name));
      await assert.rejects(
        changeFile(join(root, `${sign.repeat(length + 1)}.yaml`), () => bytes('x')),
        (error) => error instanceof WriteRefused && error.message.endsWith('its name is too long for this disk. Nothing was changed.'),
      );
      assert.deepEqual(readdirSync(root), []);
    }
  });

  it('of a long name is not kept waiting by a writer that has died', async () => {
    const name = `${'g'.repeat(210)}.yaml`;
    const writer = second(
      `await changeFile(args[0], () => { process.stdout.write('r'); setInterval(() => {}, 1000); return new Promise(() => {}); });`,
      join(root, name),
    );
    await once(writer.stdout, 'data');
    assert.equal(readdirSync(root).length, 1);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    await changeFile(join(root, name), () => bytes('next\n'));
    assert.deepEqual(readdirSync(root), [name]);
  });

  it('is freed where another process has the number of the one that died', async function () {
    if (startOf(process.pid) === undefined) {
      console.log('      not tried: this system does not tell when a process began; such a lock is freed after ten seconds');
      this.skip();
    }
    const began = Date.now();
    writeFileSync(join(root, '.gull.txt.annotations.yaml.lock'), `${process.pid} a-b-c ${hostname()} 1`);
    await changeFile(path, () => bytes('next\n'));
    assert.ok(Date.now() - began < 5000, 'it was not waited for as for a living one');
    assert.deepEqual(readdirSync(root), ['gull.txt.annotations.yaml']);
  });

  it('is not written where a link leads out of the folder, and is inside it', async () => {
    const folder = join(root, 'story');
    const outside = join(root, 'outside');
    mkdirSync(join(folder, 'deep'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(join(outside, 'a.yaml'), 'theirs\n');
    writeFileSync(join(folder, 'b.yaml'), 'ours\n');
    symlinkSync(join(outside, 'a.yaml'), join(folder, 'a.yaml'));
    symlinkSync('../../outside/a.yaml', join(folder, 'deep', 'a.yaml'));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync('../b.yaml', join(folder, 'deep', 'b.yaml'));
    symlinkSync(folder, join(root, 'alias'));
    const mine = () => bytes('mine\n');
    for (const name of ['a.yaml', 'deep/a.yaml', 'linked/a.yaml', 'linked/new.yaml', '../outside/a.yaml']) {
      const refusal = `${basename(name)} is a link that leads out of the folder. Nothing was written.`;
      for (const from of [folder, join(root, 'alias')])
        await assert.rejects(
          changeFile(join(from, name), mine, from),
          (error) => error instanceof WriteRefused && error.message === refusal,
        );
    }
    await assert.rejects(changeFile(join(folder, 'a.yaml'), mine), WriteRefused);
    assert.deepEqual([readdirSync(outside), readFileSync(join(outside, 'a.yaml'), 'utf8')], [['a.yaml'], 'theirs\n']);
    await changeFile(join(folder, 'deep', 'b.yaml'), mine, folder);
    await changeFile(join(root, 'alias', 'new.yaml'), mine, join(root, 'alias'));
    assert.deepEqual(
      ['b.yaml', 'new.yaml'].map((name) => readFileSync(join(folder, name), 'utf8')),
      ['mine\n', 'mine\n'],
    );
  });

  it('keeps what four processes write at once', async function () {
    this.timeout(60_000);
    writeFileSync(path, '');
    const each = 25;
    const writers = ['a', 'b', 'c', 'd'].map((name) =>
      second(
        `const text = new TextDecoder();
         for (let n = 0; n < ${each}; n++)
           await changeFile(args[0], (before) => new TextEncoder().encode(text.decode(before) + args[1] + n + '\\n'));`,
        path,
        name,
      ),
    );
    const codes = await Promise.all(writers.map(async (writer) => ((await once(writer, 'exit')) as [number])[0]));
    assert.deepEqual(codes, [0, 0, 0, 0]);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    assert.equal(new Set(lines).size, 4 * each);
    assert.equal(lines.length, 4 * each);
  });

  it('is replaced only where it still is what was read', async () => {
    assert.equal(await replaceFile(path, undefined, bytes('one\n')), true);
    assert.equal(await replaceFile(path, undefined, bytes('two\n')), false);
    assert.equal(await replaceFile(path, bytes('zero\n'), bytes('two\n')), false);
    assert.equal(readFileSync(path, 'utf8'), 'one\n');
    assert.equal(await replaceFile(path, bytes('one\n'), undefined), true);
    assert.equal(existsSync(path), false);
  });

  it('that is read-only is left alone, with its name in the message', async () => {
    writeFileSync(path, 'one\n');
    chmodSync(path, 0o444);
    await assert.rejects(
      changeFile(path, () => bytes('two\n')),
      (error) => error instanceof WriteRefused && error.message === 'gull.txt.annotations.yaml is read-only. Nothing was written.',
    );
    assert.equal(readFileSync(path, 'utf8'), 'one\n');
    assert.deepEqual(readdirSync(root), ['gull.txt.annotations.yaml']);
  });

  it('whose folder is gone is said to be so', async () => {
    await assert.rejects(
      changeFile(join(root, 'gone', 'a.yaml'), () => bytes('x')),
      (error) => error instanceof WriteRefused && error.message === 'a.yaml could not be written: its folder is gone. Nothing was changed.',
    );
  });

  it('keeps its mode, and stays behind a link to it', async () => {
    writeFileSync(path, 'one\n');
    chmodSync(path, 0o640);
    const alias = join(root, 'alias.yaml');
    symlinkSync(path, alias);
    await changeFile(alias, () => bytes('two\n'));
    assert.equal(readFileSync(path, 'utf8'), 'two\n');
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });
});
