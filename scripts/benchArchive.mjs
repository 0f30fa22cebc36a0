// Measures the archive index beside the search libraries that a JavaScript user would take instead: npm run bench:archive.
//   --size N        articles, invented anew by the same seed each time (10,000); a tenth of them is measured, too, for the growth
//   --real          the 8,000 articles of ../shared/evaluation/matching instead, where they are present
//   --limit S       seconds a contender may take, building included (600)
//   --only A,B      some of the contenders
// Times are of the processor, so that what else the machine does counts as little as can be.
import { build } from 'esbuild';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { contenders, measure } from './archiveContenders.mjs';
import { root, start, withTimeout } from './command.mjs';
import { inventArchive } from './inventedArchive.mjs';

/** @typedef {import('./archiveContenders.mjs').Figures} Figures */

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    real: { type: 'boolean', default: false },
    limit: { type: 'string', default: '600' },
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
  const work = mkdtempSync(path.join(tmpdir(), 'second-source-archive-'));
  try {
    if (values.real) await compareAt(work, await copyReal(work));
    else for (const size of [Math.round(Number(values.size) / 10), Number(values.size)]) await compareAt(work, await invent(work, size));
  } finally {
    rmSync(work, { recursive: true });
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
        `${(build / 1000).toFixed(1)} s`,
        `${p50.toFixed(2)} ms`,
        `${p95.toFixed(2)} ms`,
        megabytes(memory),
        megabytes(stored),
      ]),
    );
    if (!whole || wall === undefined) continue;
    console.log(
      `    built with quotations and speakers, by two workers in ${(wall / 1000).toFixed(1)} s; opened in ${whole.open.toFixed(0)} ms`,
    );
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

/** @param {string} work @param {number} size */
async function invent(work, size) {
  const bundle = path.join(root, 'out', 'benchWords.mjs');
  await build({
    stdin: { contents: "export { WordNet } from './src/core/corpus/words/wordnet';", resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    outfile: bundle,
    logLevel: 'warning',
  });
  const { WordNet } = await import(pathToFileURL(bundle).href);
  const wordnet = new WordNet(readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin')));
  const words = Array.from({ length: wordnet.size }, (_, i) => ({
    word: wordnet.word(i),
    rarity: wordnet.rarity(i),
    verb: wordnet.isVerb(i),
  }));
  const out = createWriteStream(path.join(work, 'archive.jsonl'));
  let characters = 0;
  const questions = await inventArchive(words, size, async (article) => {
    characters += article.text.length;
    if (!out.write(`${JSON.stringify(article)}\n`)) await once(out, 'drain');
  });
  out.end();
  await once(out, 'close');
  writeFileSync(path.join(work, 'questions.jsonl'), questions.map((question) => JSON.stringify(question)).join('\n'));
  return `${size} invented articles of ${(characters / size / 1000).toFixed(1)} kB, ${questions.length} quotations asked for in the other articles that have them`;
}

/** @param {string} work */
async function copyReal(work) {
  const file = path.resolve(root, '..', 'shared', 'evaluation', 'matching', 'archive-8k.jsonl.gz');
  if (!existsSync(file)) {
    console.error('bench:archive: the evaluation sets are not there; they are not part of this repository');
    process.exit(2);
  }
  const text = gunzipSync(readFileSync(file)).toString();
  writeFileSync(path.join(work, 'archive.jsonl'), text);
  const articles = text
    .trim()
    .split('\n')
    .map((line) => /** @type {{ id: string, text: string }} */ (JSON.parse(line)));
  const questions = articles
    .filter((_, i) => i % Math.floor(articles.length / 200) === 0)
    .flatMap(({ id, text: whole }) => {
      const sentences = [...whole.matchAll(/[^.!?\n]{80,}[.!?]/g)];
      const sentence = sentences[sentences.length >> 1];
      return sentence
        ? [{ file: String(id), start: sentence.index, end: sentence.index + sentence[0].length, elsewhere: [String(id)] }]
        : [];
    });
  writeFileSync(path.join(work, 'questions.jsonl'), questions.map((question) => JSON.stringify(question)).join('\n'));
  return `${articles.length} real articles, ${questions.length} sentences asked for in their own articles`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {readonly string[]} cells */
function row([name = '', ...cells]) {
  return `  ${name.padEnd(16)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`;
}
