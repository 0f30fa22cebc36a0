// Measures the archive index beside the search libraries that a JavaScript user would take instead: npm run bench:archive.
//   --size N        articles, invented anew by the same seed each time (10,000); a tenth of them is measured, too, for the growth
//   --real          the 8,000 articles of ../shared/evaluation/matching instead, where they are present
//   --keep DIR      archives and their indexes stay there, and are asked as they are the next time: a million take hours to index
//   --limit S       seconds a contender may take, building included (600)
//   --only A,B      some of the contenders
// Times are of the processor, so that what else the machine does counts as little as can be.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contenders, measure } from './archiveContenders.mjs';
import { copyReal, invent } from './benchedArchives.mjs';
import { start, withTimeout } from './command.mjs';

/** @typedef {import('./archiveContenders.mjs').Figures} Figures */

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    real: { type: 'boolean', default: false },
    limit: { type: 'string', default: '600' },
    keep: { type: 'string' },
    only: { type: 'string', default: contenders.join(',') },
    contender: { type: 'string' },
    work: { type: 'string' },
  },
});

if (values.contender !== undefined && values.work !== undefined) {
  const figures = await measure(values.contender, path.join(values.work, 'archive.jsonl'), values.work);
  console.log(`figures ${JSON.stringify(figures)}`);
} else await compare();

async function compare() {
  const work = values.keep ?? mkdtempSync(path.join(tmpdir(), 'second-source-archive-'));
  try {
    if (values.real) await compareAt(work, await copyReal(work));
    else
      for (const size of [Math.round(Number(values.size) / 10), Number(values.size)]) {
        const folder = path.join(work, String(size));
        mkdirSync(folder, { recursive: true });
        await compareAt(folder, existsSync(path.join(folder, 'questions.jsonl')) ? `${size} articles kept` : await invent(folder, size));
        if (values.keep === undefined) rmSync(folder, { recursive: true });
      }
  } finally {
    if (values.keep === undefined) rmSync(work, { recursive: true });
  }
}

/** @param {string} work @param {string} what */
async function compareAt(work, what) {
  console.log(`\n${what}; Node ${process.version}; processor time`);
  console.log(row(['', 'recall', 'build', 'p50', 'p95', 'memory', 'stored']));
  for (const name of contenders.filter((one) => values.only.split(',').includes(one))) {
    const figures = await contend(name, work);
    if (typeof figures === 'string') {
      console.log(`  ${name.padEnd(16)} ${figures}`);
      continue;
    }
    const { recall, build, p50, p95, memory, stored, wall, whole } = figures;
    console.log(
      row([
        name,
        recall.toFixed(3),
        build === undefined ? 'kept' : `${(build / 1000).toFixed(1)} s`,
        `${p50.toFixed(2)} ms`,
        `${p95.toFixed(2)} ms`,
        megabytes(memory),
        megabytes(stored),
      ]),
    );
    if (!whole) continue;
    if (wall !== undefined) console.log(`    built with quotations and speakers, by two workers in ${(wall / 1000).toFixed(1)} s`);
    console.log(`    opened in ${whole.open.toFixed(0)} ms`);
    console.log(
      `    whole query, texts read and matched: p50 ${whole.p50.toFixed(0)}, p95 ${whole.p95.toFixed(0)} ms (by the clock p95 ${whole.wallP95.toFixed(0)} ms)${values.real ? '' : `; ${(100 * whole.recall).toFixed(0)} % of the other renderings shown`}`,
    );
  }
}

/** @param {string} name @param {string} work @returns {Promise<Figures | string>} */
async function contend(name, work) {
  /** @type {string[]} */
  const lines = [];
  const script = path.join(import.meta.dirname, 'benchArchive.mjs');
  const running = start(process.execPath, ['--expose-gc', '--max-old-space-size=8000', script, '--contender', name, '--work', work], {
    onLine: (line) => void lines.push(line),
  });
  const code = await withTimeout(running.exit, Number(values.limit));
  await running.stop();
  if (code === undefined) return `not done in ${values.limit} s`;
  const figures = lines.find((line) => line.startsWith('figures '));
  return figures ? JSON.parse(figures.slice(8)) : `failed: ${lines.findLast((line) => line.trim() !== '') ?? code}`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {readonly string[]} cells */
function row([name = '', ...cells]) {
  return `  ${name.padEnd(16)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`;
}
