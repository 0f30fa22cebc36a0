// Measures an archive in a search engine beside the stored index of the same articles: node scripts/benchEngine.mjs
//   --size N      invented articles (10,000), or --real: the 8,000 of ../shared/evaluation/matching
//   --keep DIR    archives and indexes that benchArchive.mjs has kept there
//   --to URL      an engine that runs already; else one node is started here, where Java and Maven are
// Prints how many of the answers are the same, bytes an article, and times; those of a busy machine are larger.
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyReal, invent } from './benchedArchives.mjs';
import { root, run } from './command.mjs';
import { startEngine } from './engine.mjs';

const most = 30;
const name = 'second-source-bench';
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    real: { type: 'boolean', default: false },
    keep: { type: 'string' },
    to: { type: 'string' },
  },
});
const engine = values.to === undefined ? await startEngine({ say: console.log }) : { nodes: [{ url: values.to }], stop: async () => {} };
if ('missing' in engine) {
  console.log(`bench: no engine here: ${engine.missing}`);
  process.exit(2);
}
const work =
  values.keep === undefined ? mkdtempSync(path.join(tmpdir(), 'second-source-engine-bench-')) : path.join(values.keep, values.size);
try {
  mkdirSync(work, { recursive: true });
  const isThere = existsSync(path.join(work, 'questions.jsonl'));
  console.log(isThere ? `${values.size} articles kept` : values.real ? await copyReal(work) : await invent(work, Number(values.size)));
  await compare(engine.nodes[0]?.url ?? '', path.join(work, 'archive.jsonl'));
} finally {
  if (values.keep === undefined) rmSync(work, { recursive: true });
  await engine.stop();
}

/** @param {string} url @param {string} archive */
async function compare(url, archive) {
  const program = [path.join(root, 'dist', 'cli.js'), 'index', archive];
  const folder = path.join(work, 'index');
  if (!existsSync(path.join(folder, 'archive.json')))
    await clocked('into a folder', () => run('index', process.execPath, [...program, '--out', folder], { seconds: 36_000 }));
  await clocked('into the engine', () => run('index', process.execPath, [...program, '--to', url, '--name', name], { seconds: 36_000 }));
  await clocked('again, nothing new', () => run('index', process.execPath, [...program, '--to', url, '--name', name], { seconds: 36_000 }));
  const before = await stored(url);
  await fetch(`${url}/${name}/_forcemerge?max_num_segments=1`, { method: 'POST', signal: AbortSignal.timeout(600_000) });
  const after = await stored(url);
  console.log(`  stored: ${before.toFixed(0)} bytes an article, ${after.toFixed(0)} once merged into one segment a shard`);
  const { openEngine, openIndex, sourceOf } = await product();
  const [local, remote] = [await openIndex(folder), await openEngine(url, { name })];
  const questions = readFileSync(path.join(work, 'questions.jsonl'), 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line));
  let [first, shared, answered, ordered] = [0, 0, 0, 0];
  /** Where the folder's index has the engine's best, where that is another one. @type {number[]} */
  const others = [];
  /** @type {{ asking: number[], whole: number[] }} */
  const { asking, whole } = { asking: [], whole: [] };
  const source = await sourceOf(remote);
  for (const { file, start, end } of questions) {
    const [own] = await local.read([file]);
    const { raw, prose } = own.article;
    const passage = raw.slice(start, end);
    const here = (await local.nearest(passage, prose.text, most)).map((/** @type {{ uri: string }} */ { uri }) => uri);
    const began = performance.now();
    const there = (await remote.nearest(passage, prose.text, most)).map((/** @type {{ uri: string }} */ { uri }) => uri);
    asking.push(performance.now() - began);
    if (here[0] === there[0]) first += 1;
    else others.push(there[0] === undefined ? -1 : here.indexOf(there[0]) + 1);
    shared += here.filter((/** @type {string} */ uri) => there.includes(uri)).length;
    answered += here.length;
    if (here.join('\n') === there.join('\n')) ordered += 1;
    const again = performance.now();
    const article = await source.article(file);
    await source.among(passage, article, (/** @type {any} */ corpus) => corpus.match({ uri: file, start, end }));
    whole.push(performance.now() - again);
  }
  console.log(
    `  best article the same as in the folder's index: ${first} of ${questions.length}; of the thirty ${percent(shared / answered)}, all in the same order in ${ordered}`,
  );
  if (others.length > 0) console.log(`  of the others the engine's best stands there at ${others.sort((a, b) => a - b).join(', ')}`);
  console.log(`  candidates by the clock: ${quantiles(asking)}; whole query, texts fetched and matched: ${quantiles(whole)}`);
}

/** @param {string} what @param {() => Promise<string>} work */
async function clocked(what, work) {
  const began = performance.now();
  const said = await work();
  console.log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s by the clock; ${said.trim().split('\n').at(-1)}`);
}

/** Bytes an article. @param {string} url */
async function stored(url) {
  for (const what of ['_flush', '_refresh']) await fetch(`${url}/${name}/${what}`, { method: 'POST' });
  const answer = /** @type {any} */ (await (await fetch(`${url}/${name}/_stats/store,docs`)).json());
  const { docs, store } = answer._all.primaries;
  return store.size_in_bytes / docs.count;
}

/** What the command line asks with. */
async function product() {
  const outfile = path.join(root, 'out', 'benchEngine.cjs');
  await build({
    stdin: {
      contents: `export { openIndex, sourceOf } from './src/cli/archiveSource'; export { openEngine } from './src/cli/engine/index';`,
      resolveDir: root,
      loader: 'ts',
    },
    define: { __dirname: JSON.stringify(path.join(root, 'dist')) },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** @param {readonly number[]} times */
function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
