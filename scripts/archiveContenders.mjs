// What the archive benchmark measures, each in a process of its own: builds an index of the archive and asks it the questions.
import * as orama from '@orama/orama';
import { build } from 'esbuild';
import flexsearch from 'flexsearch';
import MiniSearch from 'minisearch';
import sqlite from 'node-sqlite3-wasm';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root, run } from './command.mjs';

/**
 * @typedef {{ file: string, start: number, end: number, elsewhere: readonly string[] }} Question
 * @typedef {{ passage: string, article: string, words: string }} Asked
 * @typedef {(asked: Asked) => readonly string[] | Promise<readonly string[]>} Nearest ids, best first
 * @typedef {{ nearest: Nearest, stored: () => number | Promise<number> }} Built
 * @typedef {object} Figures times are of the processor, in milliseconds; sizes in bytes
 * @property {number} [build] undefined where what was built before is asked
 * @property {number} [wall]
 * @property {number} memory
 * @property {number} stored
 * @property {number} recall
 * @property {number} p50
 * @property {number} p95
 * @property {{ open: number, p50: number, p95: number, recall: number, wallP95: number }} [whole]
 */

const ours = 'second-source';
const most = 30;

/** @type {Readonly<Record<string, (archive: string, work: string) => Promise<Built>>>} */
const peers = {
  MiniSearch: async (archive) => {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    for await (const { id, title, text } of articles(archive)) index.add({ id, title, text });
    return {
      nearest: ({ words }) =>
        index
          .search(words)
          .slice(0, most)
          .map(({ id }) => String(id)),
      stored: () => JSON.stringify(index).length,
    };
  },
  Orama: async (archive) => {
    const index = orama.create({ schema: { title: 'string', text: 'string' } });
    for await (const { id, title, text } of articles(archive)) await orama.insert(index, { id, title, text });
    return {
      nearest: async ({ words }) => {
        const { hits } = await orama.search(index, { term: words, limit: most, properties: ['title', 'text'], threshold: 1 });
        return hits.map(({ id }) => id);
      },
      stored: () => JSON.stringify(orama.save(index)).length,
    };
  },
  FlexSearch: async (archive) => {
    const index = new flexsearch.Index({ tokenize: 'strict', encoder: flexsearch.Charset.LatinBalance });
    for await (const { id, title, text } of articles(archive)) index.add(id, `${title}\n${text}`);
    return {
      nearest: ({ words }) => index.search(words, { limit: most, suggest: true }).map(String),
      stored: async () => {
        let bytes = 0;
        await index.export((/** @type {string} */ _, /** @type {string} */ data) => void (bytes += data?.length ?? 0));
        return bytes;
      },
    };
  },
  'SQLite FTS5': async (archive, work) => {
    const file = path.join(work, 'fts.sqlite');
    rmSync(file, { force: true });
    const database = new sqlite.Database(file);
    database.exec(`pragma journal_mode = off; pragma synchronous = off; create table ids(id);
      create virtual table articles using fts5(title, text, content='', tokenize='porter unicode61')`);
    database.exec('begin');
    const [insertId, insert] = [
      database.prepare('insert into ids(rowid, id) values (?, ?)'),
      database.prepare('insert into articles(rowid, title, text) values (?, ?, ?)'),
    ];
    let row = 0;
    for await (const { id, title, text } of articles(archive)) {
      row += 1;
      insertId.run([row, id]);
      insert.run([row, title, text]);
    }
    insertId.finalize();
    insert.finalize();
    database.exec("commit; insert into articles(articles) values ('optimize')");
    const select = database.prepare(
      'select ids.id from articles join ids on ids.rowid = articles.rowid where articles match ? order by rank limit ?',
    );
    return {
      nearest: ({ words }) => {
        const asked = words.split(' ').map((word) => `"${word.replaceAll('"', '')}"`);
        return select.all([asked.join(' OR '), most]).map((row) => String(row['id']));
      },
      stored: () => statSync(file).size,
    };
  },
};

export const contenders = [ours, ...Object.keys(peers)];

/** @param {string} name @param {string} archive @param {string} work @returns {Promise<Figures>} */
export async function measure(name, archive, work) {
  const questions = readFileSync(path.join(work, 'questions.jsonl'), 'utf8').trim().split('\n');
  const asked = await askable(
    archive,
    questions.map((line) => JSON.parse(line)),
  );
  return name === ours ? measureOurs(archive, work, asked) : measurePeer(name, archive, work, asked);
}

/** @param {string} name @param {string} archive @param {string} work @param {readonly (Question & Asked)[]} asked */
async function measurePeer(name, archive, work, asked) {
  const before = liveMemory();
  const start = processorTime();
  const built = await peers[name]?.(archive, work);
  if (!built) throw new Error(`no contender ${name}`);
  const taken = processorTime() - start;
  const memory = liveMemory() - before;
  return { build: taken, memory, ...(await timed(built.nearest, asked)), stored: await built.stored() };
}

/** @param {string} archive @param {string} work @param {readonly (Question & Asked)[]} asked */
async function measureOurs(archive, work, asked) {
  const folder = path.join(work, 'index');
  const built = existsSync(path.join(folder, 'archive.json')) ? {} : await buildOurs(archive, folder);
  const stored = readdirSync(folder)
    .filter((file) => !file.startsWith('texts.'))
    .reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  return { ...built, stored, ...(await askOurs(folder, asked)) };
}

/** @param {string} archive @param {string} folder */
async function buildOurs(archive, folder) {
  const [start, begun] = [childrenTime(), performance.now()];
  await run('index', process.execPath, [path.join(root, 'dist', 'cli.js'), 'index', archive, '--out', folder], { seconds: 36_000 });
  return { build: childrenTime() - start, wall: performance.now() - begun };
}

/** @param {string} folder @param {readonly (Question & Asked)[]} asked */
async function askOurs(folder, asked) {
  const outfile = path.join(root, 'out', 'benchArchive.cjs');
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    stdin: {
      contents: `export { ArchiveStore } from './src/cli/archiveStore'; export { openIndex, sourceOf } from './src/cli/archiveSource';`,
      resolveDir: root,
      loader: 'ts',
    },
    define: { __dirname: JSON.stringify(path.join(root, 'dist')) },
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  const { ArchiveStore, openIndex, sourceOf } = createRequire(import.meta.url)(outfile);
  const wordnet = readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin'));
  const before = liveMemory();
  const store = await ArchiveStore.open(folder, wordnet);
  const candidates = await timed(({ passage, article }) => {
    const near = store.archive.nearest(store.archive.terms(passage, article), most);
    return near.map((/** @type {{ uri: string }} */ { uri }) => uri);
  }, asked);
  const memory = liveMemory() - before;
  await store.close();
  const opening = processorTime();
  const source = await sourceOf(await openIndex(folder));
  const open = processorTime() - opening;
  /** @type {number[]} */
  const wall = [];
  const whole = await timed(async ({ file, start, end, passage }) => {
    const began = performance.now();
    const own = await source.article(file);
    const matches = await source.among(passage, own, (/** @type {any} */ corpus) => corpus.match({ uri: file, start, end }));
    wall.push(performance.now() - began);
    return matches.map((/** @type {{ uri: string }} */ { uri }) => uri);
  }, asked);
  await source.close();
  return { ...candidates, memory, whole: { open, ...whole, wallP95: percentile(wall, 0.95) } };
}

/** @param {(asked: Question & Asked) => readonly string[] | Promise<readonly string[]>} nearest @param {readonly (Question & Asked)[]} questions */
async function timed(nearest, questions) {
  for (const question of questions.slice(0, 20)) await nearest(question);
  /** @type {number[]} */
  const times = [];
  let [found, expected] = [0, 0];
  for (const question of questions) {
    const start = processorTime();
    const ids = await nearest(question);
    times.push(processorTime() - start);
    expected += question.elsewhere.length;
    found += question.elsewhere.filter((id) => ids.includes(id)).length;
  }
  return { recall: found / expected, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** Questions with their texts, and for the others the same as words: those of the passage and the names the article has most. @param {string} archive @param {readonly Question[]} questions */
async function askable(archive, questions) {
  const texts = new Map(questions.map(({ file }) => [file, '']));
  for await (const { id, text } of articles(archive)) if (texts.has(id)) texts.set(id, text);
  return questions.map((question) => {
    const article = texts.get(question.file) ?? '';
    const passage = article.slice(question.start, question.end);
    /** @type {Map<string, number>} */
    const names = new Map();
    for (const [name] of article.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu)) names.set(name, (names.get(name) ?? 0) + 1);
    const frequent = [...names].sort((a, b) => b[1] - a[1]).slice(0, 8);
    const words = new Set([...(passage.match(/[\p{L}\p{N}]+/gu) ?? []), ...frequent.map(([name]) => name)]);
    return { ...question, passage, article, words: [...words].join(' ') };
  });
}

/** @param {string} archive @returns {AsyncGenerator<{ id: string, title: string, text: string }>} */
async function* articles(archive) {
  for await (const line of createInterface({ input: createReadStream(archive) })) if (line !== '') yield JSON.parse(line);
}

function liveMemory() {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time of child processes that have ended, where the system tells it, in milliseconds. */
function childrenTime() {
  if (!existsSync('/proc/self/stat')) return NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

/** @param {readonly number[]} values @param {number} share */
function percentile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}
