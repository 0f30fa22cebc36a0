// Measures `corroborate` on whole folders, in a process of its own each: npm run bench:folder.
//   --sizes 500,1000   real articles of ../shared/evaluation/matching where they are present, else invented ones; of the smaller sizes two parts
//   --identical N      one text N times
//   --analyse          also the time that `analyse` takes for the same files
// Prints processor time, time by the clock and the peak of memory, and how both grow.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyReal, invent } from './benchedArchives.mjs';
import { root, start } from './command.mjs';

/** @typedef {{ cpu: number, clock: number, memory: number, renderings: number }} Figures seconds, megabytes */

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '500,1000' },
    identical: { type: 'string' },
    analyse: { type: 'boolean', default: false },
  },
});
const work = mkdtempSync(path.join(tmpdir(), 'second-source-folder-bench-'));
const meter = path.join(work, 'meter.cjs');
writeFileSync(
  meter,
  `const began = performance.now();
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const figures = { cpu: (userCPUTime + systemCPUTime) / 1e6, clock: (performance.now() - began) / 1000, memory: maxRSS / 1024 };
  process.stderr.write('figures ' + JSON.stringify(figures) + '\\n');
});
`,
);
try {
  if (values.identical !== undefined) await identical(Number(values.identical));
  else await growing(values.sizes.split(',').map(Number));
} finally {
  rmSync(work, { recursive: true });
}

/** @param {readonly number[]} sizes */
async function growing(sizes) {
  console.log(await archive(Math.max(...sizes)));
  /** @type {Figures | undefined} */
  let before;
  for (const size of sizes) {
    /** @type {Figures[]} */
    const all = [];
    for (const [n, part] of partsOf(articles().slice(0, Math.max(...sizes)), size).entries()) {
      const folder = folderOf(part, `${size}-${n}`);
      const figures = await measure(['corroborate', folder, '--jsonl']);
      print(`${size} articles`, figures);
      all.push(figures);
      if (!values.analyse) continue;
      const alone = await measure(['analyse', ...part.map((_, n) => path.join(folder, name(n))), '--json']);
      print('  analyse alone', alone);
      console.log(`  times analyse ${(figures.cpu / alone.cpu).toFixed(1)}`);
    }
    const figures = meanOf(all);
    if (before)
      console.log(`  growth: time ${(figures.cpu / before.cpu).toFixed(2)}, memory ${(figures.memory / before.memory).toFixed(2)}`);
    before = figures;
  }
}

/**
 * So many of some articles: all of them, or two parts, each from one end of them to the other. How cost grows with their number is not
 * told by the first of them and all, of which the others may be longer.
 * @param {readonly string[]} texts
 * @param {number} size
 */
function partsOf(texts, size) {
  const step = Math.floor(texts.length / size);
  const offsets = step > 1 ? [0, 1] : [0];
  return offsets.map((offset) => texts.filter((_, n) => n % step === offset).slice(0, size));
}

/** @param {readonly Figures[]} all @returns {Figures} */
function meanOf(all) {
  const mean = (/** @type {keyof Figures} */ key) => all.reduce((sum, figures) => sum + figures[key], 0) / all.length;
  return { cpu: mean('cpu'), clock: mean('clock'), memory: mean('memory'), renderings: mean('renderings') };
}

/** @param {number} size */
async function identical(size) {
  await archive(10);
  const [text] = articles();
  const folder = folderOf(
    Array.from({ length: size }, () => text ?? ''),
    'identical',
  );
  print(`${size} identical articles`, await measure(['corroborate', folder, '--jsonl']));
}

/** @param {number} size */
function archive(size) {
  const isReal = existsSync(path.resolve(root, '..', 'shared', 'evaluation', 'matching', 'archive-8k.jsonl.gz'));
  return isReal ? copyReal(work) : invent(work, size);
}

function articles() {
  return readFileSync(path.join(work, 'archive.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => /** @type {{ text: string }} */ (JSON.parse(line)).text);
}

/** @param {number} n */
function name(n) {
  return `${String(n).padStart(5, '0')}.txt`;
}

/** @param {readonly string[]} texts @param {string} called */
function folderOf(texts, called) {
  const folder = path.join(work, called);
  mkdirSync(folder);
  for (const [n, text] of texts.entries()) writeFileSync(path.join(folder, name(n)), text);
  return folder;
}

/** @param {readonly string[]} args @returns {Promise<Figures>} */
async function measure(args) {
  let [renderings, figures] = [0, ''];
  const running = start(process.execPath, ['--require', meter, path.join(root, 'dist', 'cli.js'), ...args], {
    onLine: (line) => {
      if (line.startsWith('figures ')) figures = line.slice(8);
      else renderings += line.split('"level":"match"').length - 1;
    },
  });
  const code = await running.exit;
  if (code !== 0 || figures === '') throw new Error(`${args[0]} ended with ${code}`);
  return { ...JSON.parse(figures), renderings };
}

/** @param {string} what @param {Figures} figures */
function print(what, { cpu, clock, memory, renderings }) {
  const said = `${cpu.toFixed(1)} s of processor time, ${clock.toFixed(1)} s by the clock, at most ${memory.toFixed(0)} MB`;
  console.log(`${what}: ${said}${renderings > 0 ? `; ${renderings} matches` : ''}`);
}
