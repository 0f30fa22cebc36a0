import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/command.mjs';

const gull = 'The harbour reopens, says mayor Ilse Bram.\n\n“We will dredge the channel before winter,” she told the Gull on Friday.\n';
const tern = 'Mayor Ilse Bram told the Gull on Friday: “We will dredge the channel before winter.”\n';

const entry = (id: string, exact: string, prefix: string, suffix: string, start: number) =>
  `  - id: ${id}\n    type: quotation\n    kind: direct\n    status: accepted\n    exact: ${JSON.stringify(exact)}\n    prefix: ${JSON.stringify(prefix)}\n    suffix: ${JSON.stringify(suffix)}\n    start: ${start}\n    end: ${start + exact.length}\n`;
const said = entry('aaaaaaaaaa', '“We will dredge the channel before winter,”', 'Bram.\n\n', ' she told', 44);
const head = 'version: 1\ndocument: {path: gull.txt, offsets: codepoint}\nannotations:\n';
const link = (id: string, to: string) =>
  `  - id: ${id}\n    from: {path: gull.txt, id: aaaaaaaaaa}\n    to: {path: ${to}}\n    relation: verbatim\n    status: accepted\n    by: ana\n    at: "2026-11-22T10:00:00Z"\n`;

/** A folder in which an orphan (line 13), an id used twice (line 22) and a link to nothing (line 3) are planted. */
const planted = {
  'gull.txt': gull,
  'tern.txt': tern,
  'gull.txt.annotations.yaml':
    head +
    said +
    entry('bbbbbbbbbb', 'the ferry sank with all hands in a storm', 'that day ', ' off the cape', 5) +
    entry('aaaaaaaaaa', 'Friday', 'the Gull on ', '.\n', 109),
  'corroborations.yaml': `version: 1\nlinks:\n${link('dddddddddd', 'tern.txt, id: zzzzzzzzzz')}`,
};

describe('the program, installed from its package without a network', function () {
  this.timeout(180_000);
  let project: string;

  before(async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'second-source-installed-'));
    await run('npm pack', 'npm', ['pack', '--pack-destination', scratch]);
    const [tarball = ''] = readdirSync(scratch).filter((file) => file.endsWith('.tgz'));
    project = path.join(scratch, 'project');
    for (const folder of ['story', 'pair']) mkdirSync(path.join(project, folder), { recursive: true });
    writeFileSync(path.join(project, 'package.json'), '{"private": true}');
    for (const [name, content] of Object.entries(planted)) writeFileSync(path.join(project, 'story', name), content);
    const pair = { 'gull.txt': gull, 'gull.txt.annotations.ana.yaml': head + said, 'gull.txt.annotations.ben.yaml': head + said };
    for (const [name, content] of Object.entries(pair)) writeFileSync(path.join(project, 'pair', name), content);
    await run('npm install', 'npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(scratch, tarball)], { cwd: project });
  });
  after(() => rmSync(path.dirname(project), { recursive: true, force: true }));

  function execute(command: string, args: readonly string[], input: string) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8', input });
    return { status, stdout, stderr };
  }
  const npx = (args: readonly string[]) => execute('npx', ['--offline', '--no', '--', 'second-source', ...args], '');
  const program = (args: readonly string[], input = '') => execute(path.join('node_modules', '.bin', 'second-source'), args, input);

  it('check finds the orphan, the id used twice and the broken link at their lines', () => {
    const { status, stdout } = npx(['check', 'story']);
    assert.equal(status, 1);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^(\S+?:\d+:\d+: ).*$/, '$1')),
      ['corroborations.yaml:3:9: ', 'gull.txt.annotations.yaml:13:9: ', 'gull.txt.annotations.yaml:22:5: '],
    );
    for (const words of ['broken link dddddddddd', 'orphan: the words of bbbbbbbbbb', 'The id aaaaaaaaaa is taken'])
      assert.ok(stdout.includes(words), words);
  });

  it('check says the same to a pull request and in SARIF', () => {
    const github = program(['check', 'story', '--format', 'github']);
    assert.equal(github.status, 1);
    assert.match(github.stdout, /^::error file=story\/gull\.txt\.annotations\.yaml,line=13,col=9,title=orphan::/m);
    const { status, stdout } = program(['check', 'story', '--format', 'sarif']);
    assert.equal(status, 1);
    const log = JSON.parse(stdout) as {
      runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
    };
    assert.deepEqual(
      log.runs[0]?.results.map(({ ruleId, locations }) => [ruleId, locations[0]?.physicalLocation.region.startLine]),
      [
        ['broken-link', 3],
        ['orphan', 13],
        ['duplicate-id', 22],
      ],
    );
  });

  it('check has nothing to say of a folder in order', () => {
    mkdirSync(path.join(project, 'whole'));
    writeFileSync(path.join(project, 'whole', 'gull.txt'), gull);
    writeFileSync(path.join(project, 'whole', 'gull.txt.annotations.yaml'), head + said);
    assert.deepEqual(program(['check', 'whole']), { status: 0, stdout: '', stderr: '' });
  });

  const jsonl = `${JSON.stringify({ id: 'x', text: gull, published: '2026-05-08' })}\n`;
  const runs: readonly (readonly [args: string, input: string, output: RegExp])[] = [
    ['analyse story/gull.txt', '', /dredge/],
    ['analyse --jsonl -', jsonl, /^\{"id":"x"/],
    ['corroborate story --json', '', /"renderings":\[\{"file":"tern\.txt"/],
    ['match story --jsonl -', '{"text":"We will dredge the channel before winter"}\n', /"file":"tern\.txt"/],
    ['index story --out archive', '', /^2 articles/],
    ['match --index archive --jsonl -', '{"text":"We will dredge the channel before winter"}\n', /"file":"tern\.txt"/],
    ['import story - --format csv', 'document,exact\r\ntern.txt,Mayor Ilse Bram\r\n', /^tern\.txt:1:1: exact, new: note "Mayor Ilse Bram"/],
    ['agree pair ana ben --json', '', /"annotators":\["ana","ben"\]/],
    ['--help', '', /corroborate/],
    ['check --help', '', /sarif/],
  ];
  for (const [args, input, output] of runs)
    it(`runs ${args}`, () => {
      const { status, stdout, stderr } = program(args.split(' '), input);
      assert.equal(status, 0, stderr);
      assert.match(stdout, output);
    });

  it('reads an article in another language, by what is loaded with the first of them', () => {
    const text =
      'Die Fähre fährt wieder, und der Hafen ist nicht mehr zu. „Der Nebel ist weg, und wir sind froh“, sagte die Kapitänin Mira Olsen am Dienstag im Hafen der Stadt.';
    const { status, stdout, stderr } = program(['analyse', '-'], text);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /direct Mira Olsen: „Der Nebel/);
  });

  it('exports every format, to files and to standard output, and takes its bundle in again', () => {
    const formats = [...program(['export', '--help']).stdout.matchAll(/^ {14}([a-z0-9-]+) {2}/gm)].map(([, id = '']) => id);
    assert.equal(formats.length, 15);
    for (const format of formats) {
      const out = path.join('out', format);
      assert.deepEqual(program(['export', 'story', '--format', format, '--out', `${out}/`]).status, 0, format);
      assert.ok(readdirSync(path.join(project, out)).length > 0, format);
    }
    const bundle = program(['export', 'story', '--format', 'bundle', '--out', '-']);
    assert.equal(bundle.stdout, readFileSync(path.join(project, 'out', 'bundle', 'bundle.yaml'), 'utf8'));
    assert.match(program(['import', 'story', '-', '--format', 'bundle'], bundle.stdout).stdout, /same: quotation/);
  });

  it('merges two people’s work, and says where they contradict each other', () => {
    const note = (text: string) => head + said + `    note: ${text}\n`;
    for (const [name, content] of Object.entries({ base: head + said, ours: note('heard'), theirs: note('read') }))
      writeFileSync(path.join(project, name), content);
    assert.equal(program(['merge', 'base', 'base', 'theirs', 'gull.txt.annotations.yaml']).status, 0);
    writeFileSync(path.join(project, 'base'), head + said);
    assert.equal(program(['merge', 'base', 'ours', 'theirs', 'gull.txt.annotations.yaml']).status, 1);
    assert.match(readFileSync(path.join(project, 'ours'), 'utf8'), /conflict:/);
  });
});
