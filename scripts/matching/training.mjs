// What the weights of matching are fitted on: each passage of the events with each other article, the candidates there with what speaks
// for them, and which of them are right. Asked of the program's own code, so that nothing is reckoned twice.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../command.mjs';
import { loadBundle } from '../measuring.mjs';
import { cellsOf, isPlaced } from './events.mjs';
import { fit } from './logit.mjs';

/** Cells from which on an event counts in full: one of a few must not outweigh the others. */
const FULL = 60;
const WEIGHT = 100;

const wordnet = new Uint8Array(readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin')));
const { module: core } = await loadBundle(
  'matching',
  `export * from './src/core/index';
   export { Articles } from './src/core/corpus/articles';
   export { Finder } from './src/core/corpus/finder';
   export { encodedNames } from './src/core/corpus/matching/encoded';
   export { evidenceNames } from './src/core/corpus/matching/evidence';
   export { sentencesToRead, takeVectors } from './src/core/corpus/reading';
   export { KeptVectors } from './src/encoder/index';`,
);

const named = process.argv.indexOf('--encoder');
/** The folder of an encoder, with which everything is measured where one is named. */
export const encoderFolder = named < 0 ? undefined : path.resolve(process.argv[named + 1] ?? 'out/encoder');
const kept = encoderFolder === undefined ? undefined : await keptVectors(encoderFolder);

/** @param {string} folder */
async function keptVectors(folder) {
  const { open } = createRequire(import.meta.url)(path.join(folder, 'encoder.js'));
  const encoder = await open();
  const file = path.join(folder, 'vectors.bin');
  const store = {
    read: async () => (existsSync(file) ? readFileSync(file) : undefined),
    write: async (/** @type {Uint8Array} */ bytes) => writeFileSync(file, bytes),
  };
  return new core.KeptVectors(store, (/** @type {readonly string[]} */ sentences) => encoder.encode(sentences));
}

/**
 * @param {import('./events.mjs').Event} event
 * @param {readonly number[]} [weights] others than those that ship
 * @returns {Promise<any>} a corpus, and where the quotations of its articles are
 */
export async function corpusOf(event, weights) {
  const corpus = new core.Corpus({ wordnet, ...(weights && { weights: { [kept ? 'encoded' : 'plain']: weights } }) });
  const quotations = filled(event, corpus);
  await read(event, corpus);
  return Object.assign(corpus, { quotationsOf: (/** @type {string} */ uri) => quotations.get(uri) ?? [] });
}

/**
 * The index of an archive.
 * @param {readonly { id: string, text: string }[]} articles
 */
export function archiveOf(articles) {
  const archive = new core.Archive({ wordnet });
  const none = { quotations: [], speakers: [], dates: [], problems: [] };
  for (const { id, text } of articles) archive.put(core.readArticle({ uri: id, path: `${id}.txt`, text, version: 1 }), none);
  return archive;
}

/**
 * @param {import('./events.mjs').Event} event
 * @param {any} articles
 * @returns {Map<string, { start: number, end: number }[]>}
 */
function filled({ texts }, articles) {
  const quotations = new Map();
  for (const [uri, text] of texts) {
    const article = core.readArticle({ uri, path: uri, text, version: 1 });
    const analysis = core.analyse(article);
    articles.put(article, analysis);
    quotations.set(
      uri,
      analysis.quotations.map((/** @type {any} */ { start, end }) => ({ start, end })),
    );
  }
  return quotations;
}

/** @param {import('./events.mjs').Event} event @param {any} corpus */
async function read({ texts }, corpus) {
  if (!kept) return;
  for (const uri of texts.keys()) corpus.encode(uri, await kept.encode(corpus.sentencesOf(uri)));
}

/** @returns {readonly string[]} */
export function evidenceNames() {
  return kept ? [...core.evidenceNames, ...core.encodedNames] : core.evidenceNames;
}

/**
 * The choices of an event; all of a kind together weigh the same in every event.
 * @param {import('./events.mjs').Event} event
 * @returns {Promise<import('./logit.mjs').Choice[]>}
 */
export async function choicesOf(event) {
  const articles = new core.Articles({ wordnet });
  filled(event, articles);
  await read(event, {
    sentencesOf: (/** @type {string} */ uri) => core.sentencesToRead(articles, articles.get(uri)),
    encode: (/** @type {string} */ uri, /** @type {any} */ vectors) => core.takeVectors(articles, articles.get(uri), vectors),
  });
  const finder = new core.Finder(articles, () => []);
  const cells = event.golds.flatMap(cellsOf);
  return cells.map(({ kind, passage, file, there }) => {
    const weighed = finder.evidence({ uri: passage.file, start: passage.start, end: passage.end }, file);
    return {
      evidence: weighed.map((/** @type {any} */ { numbers }) => numbers),
      right: weighed.map((/** @type {any} */ candidate) => there.some((gold) => isPlaced(candidate, gold))),
      isThere: there.length > 0,
      weight: WEIGHT / Math.max(FULL, cells.filter((cell) => cell.kind === kind).length),
    };
  });
}

/** @param {readonly (readonly import('./logit.mjs').Choice[])[]} choices */
export function fitted(choices) {
  return fit(choices.flat(), [0, 1]);
}
