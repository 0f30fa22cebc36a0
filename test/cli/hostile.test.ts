import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFormats, importFormats, shownText } from '../../src/core/index';
import { damaged, hostileText } from '../core/hostileText';
import { forSeeds, Random, seeds } from '../core/random';
import { program, withFolder } from './program';

const names: readonly string[] = [
  'a.txt', 'b.md', 'c.html', 'constructor.txt', '__proto__.md', '-rf.txt', '--help.html', '%2e%2e.txt', 'a b.txt', 'e\u0301.md', '\u00e9.txt',
  'x\u001b[31m.txt', '\u202etxt.md', 'new\nline.txt', `${'long'.repeat(58)}.txt`, `${'ü'.repeat(110)}.md`, '=1+1.txt', '<b>.html', '"quoted".txt', "it's.txt", '$(touch x).txt', ';.md',
]; // prettier-ignore

const entry = (random: Random, index: number) =>
  `  - id: ${random.pick(['a', 'constructor', '__proto__', '1e9', '~'])}${index}\n    type: quotation\n    status: accepted\n    exact: ${JSON.stringify(hostileText(random, 3))}\n    prefix: ''\n    suffix: ''\n    start: ${random.pick(['0', '7', '999999999999', '-1'])}\n    end: 9\n`;
const yaml = (random: Random) =>
  damaged(
    random,
    `version: 1\ndocument: {path: ../a.txt, offsets: codepoint}\nannotations:\n${Array.from({ length: random.below(6) }, (_, i) => entry(random, i)).join('')}`,
  );

/** Everything below a folder, with its bytes, where its links lead and when it was changed. */
function snapshot(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(root, name);
      const { mtimeMs, mode } = lstatSync(path);
      const kind = mode & 0o170000;
      const content = kind === 0o120000 ? readlinkSync(path) : kind === 0o100000 ? readFileSync(path, 'latin1') : '';
      return JSON.stringify([name, mode, kind === 0o040000 ? '' : mtimeMs, content]);
    });
}

/** The commands, each with what it may be asked for. `ROOT` is the folder, `OUT` another one that may be written to. */
function commandsOf(random: Random): readonly (readonly string[])[] {
  const any = <T>(values: readonly T[]) => random.pick(values);
  const file = join('ROOT', any(names));
  return [
    ['analyse', file, ...any([[], ['--json'], ['--published', hostileText(random, 1).replaceAll('\0', '') || 'x']])],
    ['analyse', '--jsonl', join('ROOT', 'in', 'texts.jsonl')],
    ['corroborate', 'ROOT', ...any([[], ['--json'], ['--jsonl']])],
    ['match', 'ROOT', '--jsonl', join('ROOT', 'in', 'queries.jsonl')],
    ['check', 'ROOT', ...any([[], ['--format', 'github'], ['--format', 'sarif']])],
    ['agree', 'ROOT', any(['ana', '../ana', '\u001b[31m']), 'bo', ...any([[], ['--json']])],
    [
      'import',
      'ROOT',
      join('ROOT', 'in', 'rows.csv'),
      '--format',
      any(importFormats).id,
      ...any([[], ['--write'], ['--write', '--replace']]),
    ],
    [
      'import-article',
      join('ROOT', 'in', 'page.html'),
      '--out',
      any(['OUT', join('OUT', 'deep', 'er')]),
      ...any([[], ['--whole'], ['--json']]),
    ],
    ['export', 'ROOT', '--format', any(exportFormats).id, '--out', join('OUT', 'report')],
    ['merge', ...['base', 'ours', 'theirs'].map((side) => join('ROOT', 'in', `${side}.yaml`))],
    ['index', any(['ROOT', join('ROOT', 'in', 'texts.jsonl')]), '--out', join('OUT', 'index')],
    ['match', '--index', join('OUT', 'index'), '--jsonl', join('ROOT', 'in', 'queries.jsonl')],
  ];
}

/** Names of files and options that differ by their case, by marks or not at all can be made on some disks and not on others. */
function put(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch {
    // This disk has no such name.
  }
}

describe('a folder of what strangers have made', () => {
  /** A round is every command once; SECOND_SOURCE_HOSTILE=500 goes on for an hour. */
  const rounds = Number(process.env.SECOND_SOURCE_HOSTILE ?? seeds(5));
  it(`ends no command in an error of ours, and nothing outside of it is touched, in ${rounds} rounds`, () => {
    let runs = 0;
    const codes = new Map<number | null, number>();
    forSeeds(rounds, (seed, tell) => {
      const random = new Random(seed);
      withFolder({}, (root) => {
        const [story, outside, out, home] = ['story', 'outside', 'out', 'home'].map((name) => join(root, name)) as [
          string,
          string,
          string,
          string,
        ];
        for (const folder of [join(story, 'in'), join(outside, 'deep'), out, home]) mkdirSync(folder, { recursive: true });
        const articles = random.shuffled(names).slice(0, 7);
        for (const name of articles) {
          const text = hostileText(random, 60).repeat(1 + random.below(3));
          put(join(story, name), random.chance(20) ? Buffer.from(text, 'latin1') : text);
          if (random.chance(60)) put(join(story, `${name}.annotations.yaml`), yaml(random));
          if (random.chance(20)) put(join(story, `${name}.annotations.ana.yaml`), yaml(random));
        }
        for (const name of ['second-source.yaml', 'corroborations.yaml']) if (random.chance(70)) put(join(story, name), yaml(random));
        for (const name of ['theirs.yaml', 'deep/article.txt', 'deep/page.html']) writeFileSync(join(outside, name), 'theirs\n');
        symlinkSync(join(outside, 'theirs.yaml'), join(story, `${articles[0] === 'a.txt' ? 'b.md' : 'a.txt'}.annotations.yaml.link`));
        for (const [to, name] of [
          ['theirs.yaml', 'linked.txt.annotations.yaml'],
          ['deep/article.txt', 'linked.txt'],
          ['deep', 'folder'],
          ['nowhere.txt', 'dangling.txt'],
        ] as const)
          symlinkSync(join(outside, to), join(story, name));
        symlinkSync(outside, join(out, 'linked'));
        spawnSync('mkfifo', [join(story, 'pipe.txt'), join(story, 'pipe.txt.annotations.yaml')]);
        const strange = JSON.stringify({
          id: hostileText(random, 2),
          text: hostileText(random, 40),
          file: random.pick(names),
          start: -1,
          end: 1e9,
        });
        put(join(story, 'in', 'texts.jsonl'), `${strange}\n${damaged(random, strange)}\n`);
        put(
          join(story, 'in', 'queries.jsonl'),
          `${JSON.stringify({ text: hostileText(random, 9) })}\n${random.chance(50) ? strange : ''}\n`,
        );
        put(
          join(story, 'in', 'rows.csv'),
          damaged(
            random,
            `document,exact,type,start,end\nlinked.txt,theirs,note,0,6\n${random.pick(names)},"${hostileText(random, 3)}",note,0,1\n`,
          ),
        );
        put(
          join(story, 'in', 'page.html'),
          `<html><head><title>${hostileText(random, 3)}</title></head><body><article>${hostileText(random, 120)}</article></body></html>`,
        );
        for (const side of ['base', 'ours', 'theirs']) put(join(story, 'in', `${side}.yaml`), yaml(random));

        const before = snapshot(outside);
        for (const args of commandsOf(random)) {
          const given = args.map((arg) => arg.replace(/^ROOT/, story).replace(/^OUT/, out));
          const texts = articles.map((name) => readBytes(join(story, name)));
          const { status, stdout, stderr, signal } = spawnSync(process.execPath, [program, ...given], {
            encoding: 'utf8',
            input: '',
            cwd: home,
            env: { PATH: process.env.PATH, HOME: home, TMPDIR: home },
            maxBuffer: 1e9,
            timeout: 120_000,
          });
          runs++;
          codes.set(status, (codes.get(status) ?? 0) + 1);
          const told = `${JSON.stringify(given.map((arg) => arg.replace(root, '')))} ended with ${status ?? signal}: ${stderr.slice(0, 2000)}`;
          assert.ok(status === 0 || status === 1 || status === 2, told);
          assert.doesNotMatch(stderr, /fault of the program|^\s+at .+:\d+:\d+\)?$/m, told);
          if (status === 2) assert.match(stderr, /\S/, told);
          for (const line of stderr.split('\n')) assert.match(line, /^(?:second-source: .+)?$/, told);
          for (const shown of [stdout, stderr]) assert.equal(shown, shownText(shown), told);
          assert.deepEqual(readdirSync(home), [], told);
          assert.deepEqual(snapshot(outside), before, told);
          for (const [i, name] of articles.entries()) assert.deepEqual(readBytes(join(story, name)), texts[i], `${name}: ${told}`);
        }
        tell(articles.join('\n'));
      });
    });
    console.log(
      `      ${runs} runs: ${[...codes].map(([code, count]) => `${count} ended with ${code ?? 'a signal'}`).join(', ')}; 0 errors of ours, 0 files outside touched`,
    );
  }).timeout(7_200_000);
});

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
