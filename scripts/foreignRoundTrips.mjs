// Lets other programs' own code change what `second-source export` writes (one annotation deleted, one narrowed, one added), takes the files
// back and prints a table: format, program, what the preview shows. node scripts/foreignRoundTrips.mjs, after foreignReaders.mjs has
// installed Python's libraries. BRAT and QUALCODER name clones of those programs' repositories, which no registry has.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const python = path.join(root, 'out', 'foreign-readers', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const work = mkdtempSync(path.join(tmpdir(), 'second-source-trips-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const { BRAT: brat, QUALCODER: qualcoder } = process.env;

/** @typedef {{ format: string, program: string, missing?: string | false | undefined, change: (folder: string) => string[] }} Trip */

/** @param {string} script @param {readonly string[]} args */
function reader(script, args) {
  return execFileSync(python, ['-W', 'ignore', path.join(root, 'scripts', 'readers', script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** @param {string} folder @param {string} ending */
const filesIn = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));

/** @param {string} ending @param {string} kind @returns {(folder: string) => string[]} */
const library = (ending, kind) => (folder) => {
  const files = filesIn(folder, ending).filter((name) => !name.endsWith('typesystem.xml'));
  reader('changes.py', [kind, files[0] ?? '', path.join(folder, 'typesystem.xml')]);
  return files;
};

const noPython = !existsSync(python) && 'Python’s libraries are not installed (node scripts/foreignReaders.mjs)';

/** @type {readonly Trip[]} */
const trips = [
  { format: 'csv', program: 'pandas', missing: noPython, change: library('.csv', 'table') },
  { format: 'tsv', program: 'pandas', missing: noPython, change: library('.tsv', 'table') },
  { format: 'bundle', program: 'ruamel.yaml', missing: noPython, change: library('.yaml', 'bundle') },
  { format: 'cas-json', program: 'dkpro-cassis', missing: noPython, change: library('.json', 'cas-json') },
  { format: 'cas-xmi', program: 'dkpro-cassis', missing: noPython, change: library('.xmi', 'cas-xmi') },
  {
    format: 'brat',
    program: 'brat’s server',
    missing: noPython || (brat === undefined && 'BRAT names no clone of brat'),
    change: (folder) => {
      const files = filesIn(folder, '.ann');
      reader('brat.py', [brat ?? '', '--change', ...files]);
      return files;
    },
  },
  {
    format: 'refi-qda',
    program: 'QualCoder’s importer and exporter',
    missing: noPython || (qualcoder === undefined && 'QUALCODER names no clone of QualCoder'),
    change: (folder) => {
      const [file = ''] = filesIn(folder, '.qdpx');
      const again = path.join(folder, 'again.qdpx');
      reader('qualcoder.py', [qualcoder ?? '', file, again]);
      return [again];
    },
  },
];

const story = acceptedStory();
let isWhole = true;
console.log('| format | changed by | here already | added | changed | gone |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const { format, program, missing, change } of trips) {
  if (missing) {
    console.log(`| ${format} | ${program} | not tried: ${missing} | | | |`);
    continue;
  }
  const out = path.join(mkdtempSync(path.join(work, 'out-')), '/');
  run(['export', story, '--format', format, '--status', 'accepted', '--out', out, '--quiet']);
  const lines = run(['import', story, ...change(out)]).split('\n');
  const [same, ...others] = ['same', 'new', 'different', 'gone'].map(
    (known) => lines.filter((line) => line.includes(`, ${known}: `)).length,
  );
  isWhole &&= others.every((count) => count === 1);
  console.log(`| ${format} | ${program} | ${same} | ${others.join(' | ')} |`);
}
process.exitCode = isWhole ? 0 : 1;

/** The sample story with every suggestion accepted. */
function acceptedStory() {
  const folder = path.join(work, 'story');
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  for (const file of filesIn(folder, '.yaml')) rmSync(file);
  const table = path.join(work, 'all.csv');
  run(['export', folder, '--format', 'csv', '--out', table, '--quiet']);
  // a status stands in a column of its own, and in no text
  writeFileSync(table, readFileSync(table, 'utf8').replaceAll(',suggested,', ',accepted,'));
  run(['import', folder, table, '--write']);
  return folder;
}

/** @param {readonly string[]} args */
function run(args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}
