// What the weights of matching are fitted on: each passage of the events with each other article, the candidates there with what speaks
// for them, and which of them are right. Asked of the program's own code, so that nothing is reckoned twice.
import { readFileSync } from 'node:fs';
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
   export { evidenceNames } from './src/core/corpus/matching/evidence';`,
);

/**
 * @param {import('./events.mjs').Event} event
 * @param {readonly number[]} [weights] others than those that ship
 * @returns {any} a corpus, and where the quotations of its articles are
 */
export function corpusOf(event, weights) {
  const corpus = new core.Corpus({ wordnet, ...(weights && { weights }) });
  const quotations = filled(event, corpus);
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

/** @returns {readonly string[]} */
export function evidenceNames() {
  return core.evidenceNames;
}

/**
 * The choices of an event; all of a kind together weigh the same in every event.
 * @param {import('./events.mjs').Event} event
 * @returns {import('./logit.mjs').Choice[]}
 */
export function choicesOf(event) {
  const articles = new core.Articles({ wordnet });
  filled(event, articles);
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
