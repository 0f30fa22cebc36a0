import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
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

  it('is told in one line where its name is too long for the disk', async () => {
    const long = join(root, `${'g'.repeat(250)}.yaml`);
    await assert.rejects(
      changeFile(long, () => bytes('x')),
      (error) => error instanceof WriteRefused && error.message.includes('too long'),
    );
    assert.deepEqual(readdirSync(root), []);
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
