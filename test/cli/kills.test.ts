import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Random } from '../core/random';
import { jsonLines, program, secondSource, withFolder } from './program';

/** 500 and 200 with SECOND_SOURCE_KILLS=500, which takes a quarter of an hour. */
const kills = Number(process.env.SECOND_SOURCE_KILLS ?? 10);

const articles = 12;
const said = (index: number) => `“The ${index}th quay will be rebuilt by the spring after next.”`;
const textOf = (index: number) => `Harbour master Ode Lunn said on 3 May: ${said(index)}\n\nNobody else spoke.\n`;

const entry = (index: number, id: string) => ({
  id,
  type: 'quotation',
  status: 'accepted',
  exact: said(index),
  prefix: ' master Ode Lunn said on 3 May: ',
  suffix: '\n\nNobody else spoke.\n',
  start: 39,
  end: 39 + said(index).length,
});
const sidecar = (index: number, ids: readonly string[]) =>
  `version: 1\ndocument: ${JSON.stringify({ path: `a${index}.txt`, offsets: 'codepoint' })}\nannotations:\n${ids
    .map((id) => `  - ${JSON.stringify(remark(index, id))}\n`)
    .join('')}`;
const each = <T>(of: (index: number) => T) => Array.from({ length: articles }, (_, index) => of(index));
const remark = (index: number, id: string) => ({
  id,
  type: 'note',
  status: 'accepted',
  exact: 'Nobody else spoke.',
  prefix: `${said(index).slice(-30)}\n\n`,
  suffix: '\n',
  start: 39 + said(index).length + 2,
  end: 39 + said(index).length + 20,
  note: id,
});
const filler = Array.from({ length: 40 }, (_, index) => `k${String(index).padStart(9, '0')}`);

function run(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Looks on until there is something to see, without sleeping; false where the process ends before. */
async function seen(child: ChildProcess, isThere: () => boolean): Promise<boolean> {
  for (let looks = 0; !isThere(); looks++) {
    if (child.exitCode !== null) return false;
    await (looks % 20 === 0 ? new Promise((next) => setTimeout(next, 1)) : new Promise((next) => setImmediate(next)));
  }
  return true;
}

/** How long the writing takes, from its first trace to the end of the process: the mean of some runs. */
async function lengthOf(start: () => { readonly child: ChildProcess; readonly isWriting: () => boolean }): Promise<number> {
  let sum = 0;
  for (let n = 0; n < 3; n++) {
    const { child, isWriting } = start();
    const end = ended(child);
    assert.ok(await seen(child, isWriting), 'it ended before anything was written');
    const began = performance.now();
    await end;
    sum += performance.now() - began;
  }
  return sum / 3;
}

async function killWithin(child: ChildProcess, isWriting: () => boolean, delay: number): Promise<boolean> {
  const end = ended(child);
  if (await seen(child, isWriting)) await Promise.race([end, new Promise((next) => setTimeout(next, delay))]);
  const isKilled = child.exitCode === null && child.kill('SIGKILL');
  await end;
  return isKilled;
}

describe('a program that is killed at any moment of its writing', () => {
  it(`leaves every file old or new after ${kills} kills of import --write, and the next run does the rest`, async () => {
    const bundle = `version: 1\nkind: bundle\nsidecars:\n${each(
      (index) =>
        `  - document: {path: a${index}.txt, offsets: codepoint}\n    version: 1\n    annotations:\n      - ${JSON.stringify(entry(index, `n${String(index).padStart(9, '0')}`))}\n`,
    ).join('')}`;
    const files: Readonly<Record<string, string>> = Object.fromEntries<string>([
      ...each((index) => [`a${index}.txt`, textOf(index)] as const),
      ...each((index) => [`a${index}.txt.annotations.yaml`, sidecar(index, filler)] as const),
    ]);
    await withFolder(
      { ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`old/${name}`, text])), 'in.yaml': bundle },
      async (root) => {
        const [old, work] = [join(root, 'old'), join(root, 'work')];
        const fresh = () => {
          rmSync(work, { recursive: true, force: true });
          cpSync(old, work, { recursive: true });
        };
        const args = ['import', work, join(root, 'in.yaml'), '--write'];
        fresh();
        const done = secondSource(args);
        assert.equal(done.status, 0, done.stderr);
        assert.match(done.stderr, new RegExp(`${articles} files written`));
        const names = readdirSync(old);
        const want = new Map(names.map((name) => [name, readFileSync(join(work, name), 'utf8')]));
        const isWriting = () => readdirSync(work).length > names.length;
        const start = () => {
          fresh();
          return { child: run(args), isWriting };
        };
        const length = await lengthOf(start);
        const random = new Random(11);
        let [killed, between, inside] = [0, 0, 0];
        for (let n = 0; killed < kills; n++) {
          const { child } = start();
          if (await killWithin(child, isWriting, (length * random.below(1000)) / 1000)) killed++;
          let changed = 0;
          for (const name of names) {
            const now = readFileSync(join(work, name), 'utf8');
            assert.ok(now === files[name] || now === want.get(name), `kill ${n}: ${name} is torn, ${now.length} characters`);
            if (now !== files[name]) changed++;
          }
          if (changed > 0 && changed < articles) between++;
          if (isWriting()) inside++;
          const again = secondSource(args);
          assert.equal(again.status, 0, `kill ${n}: ${again.stderr}`);
          for (const name of names) assert.equal(readFileSync(join(work, name), 'utf8'), want.get(name), `kill ${n}: ${name} is not done`);
          // What a writer left beside a file that was done already stays until somebody writes that file.
          const left = readdirSync(work).filter((name) => !names.includes(name));
          assert.ok(left.length <= 2, left.join(', '));
        }
        console.log(
          `      import --write: ${killed} killed while it wrote (${length.toFixed(0)} ms), ${inside} of them inside a file, ${between} between two; 0 torn, 0 lost, 0 locked`,
        );
      },
    );
  }).timeout(3_600_000);

  const indexKills = Math.ceil((2 * kills) / 5);
  it(`leaves an index that can be gone on with after ${indexKills} kills of index`, async () => {
    const archive = Array.from({ length: 40 }, (_, index) => JSON.stringify({ id: `a${index}`, text: textOf(index).repeat(3) })).join('\n');
    await withFolder({ 'archive.jsonl': archive }, async (root) => {
      const [source, out] = [join(root, 'archive.jsonl'), join(root, 'index')];
      const args = ['index', source, '--out', out];
      const query = JSON.stringify({ file: 'a7', start: 39, end: 95 });
      const answer = () => secondSource(['match', '--index', out, '--jsonl', '-'], query);
      assert.equal(secondSource(args).status, 0);
      const want = jsonLines(answer().stdout);
      const isWriting = () => existsSync(join(out, 'index.lock'));
      const start = () => {
        rmSync(out, { recursive: true, force: true });
        return { child: run(args), isWriting };
      };
      const length = await lengthOf(start);
      const random = new Random(12);
      let [killed, usable] = [0, 0];
      for (let n = 0; killed < indexKills; n++) {
        const { child } = start();
        if (await killWithin(child, isWriting, (length * random.below(1000)) / 1000)) killed++;
        const now = answer();
        assert.ok(now.status === 0 || /^second-source: .+\n$/.test(now.stderr), `kill ${n}: ${now.stderr}`);
        if (now.status === 0) usable++;
        const again = secondSource(args);
        assert.equal(again.status, 0, `kill ${n}: ${again.stderr}`);
        assert.match(again.stdout, /^40 articles /);
        assert.deepEqual(jsonLines(answer().stdout), want, `kill ${n}`);
        const left = readdirSync(out).filter((name) => !/^(?:archive\.json|texts\.(?:\d+\.)?bin|.+\.segment)$/.test(name));
        assert.deepEqual(left, [], `kill ${n}`);
      }
      console.log(
        `      index: ${killed} killed while it wrote (${length.toFixed(0)} ms), ${usable} answered before the next run; 0 torn, 0 lost, 0 locked`,
      );
    });
  }).timeout(3_600_000);
});
