// How many renderings candidates miss: node scripts/matching/candidates.mjs [--size 300]
// Articles of archive-8k with the sixteen events of ../shared/evaluation/matching among them. Every quotation of the events' articles is
// looked for among its candidates and, with the same weights, in every article there is.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { root } from '../command.mjs';
import { loadBundle } from '../measuring.mjs';
import { FIVE, readEvents, sets } from './events.mjs';

/** @typedef {{ uri: string, start: number, end: number, level: string }} Match */

const { values } = parseArgs({ options: { size: { type: 'string', default: '300' } } });
const file = path.join(sets, 'archive-8k.jsonl.gz');
if (!existsSync(file)) {
  console.error('candidates: the evaluation sets are not there; they are not part of this repository');
  process.exit(2);
}
const { module } = await loadBundle(
  'matchingCandidates',
  `export { readArticle, analyse, emptyRegistry, Archive, Corpus } from './src/core/index';`,
);
const wordnet = readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin'));

const told = readEvents()
  .filter(({ name }) => name !== FIVE)
  .flatMap(({ name, texts }) => [...texts].map(([of, text]) => ({ uri: `${name}/${of}`, text })));
const filler = gunzipSync(readFileSync(file))
  .toString()
  .split('\n', Number(values.size) - told.length)
  .map((line, n) => ({ uri: `other/${n}.txt`, text: /** @type {{ text: string }} */ (JSON.parse(line)).text }));
const articles = [...told, ...filler].map(({ uri, text }) => {
  const article = module.readArticle({ uri, path: uri, text, version: 1 });
  return { article, analysis: module.analyse(article, module.emptyRegistry) };
});
const index = new module.Archive({ wordnet });
for (const { article, analysis } of articles) index.put(article, analysis);

/** @param {string} passage @param {string} article @param {number} most */
function likely(passage, article, most) {
  return index.nearest(index.terms(passage, article), most).map((/** @type {{ uri: string }} */ { uri }) => uri);
}
const uris = articles.map(({ article }) => article.uri);
const among = corpusOf(likely);
// What words weigh is told by the articles about the same, in both.
const all = corpusOf((passage, article, most) => (passage === article ? likely(passage, article, most) : uris));

let [asked, same, more] = [0, 0, 0];
for (const { article, analysis } of articles.slice(0, told.length)) {
  for (const { start, end } of analysis.quotations) {
    asked += 1;
    const passage = { uri: article.uri, start, end };
    const [candidates, every] = [among, all].map((corpus) => surely(corpus.match(passage)));
    const found = (every ?? []).filter((match) => candidates?.some((other) => overlap(match, other)));
    same += found.length;
    more += (every ?? []).length - found.length;
  }
}
console.log(`${articles.length} articles, ${told.length} of them of sixteen events; ${asked} quotations asked for`);
console.log(
  `${same + more} renderings at level match in all articles, of which candidates have ${same}: ${(same / (same + more)).toFixed(4)}`,
);

/** @param {(passage: string, article: string, most: number) => readonly string[]} likely */
function corpusOf(likely) {
  const corpus = new module.Corpus({ wordnet, likely });
  for (const { article, analysis } of articles) corpus.put(article, analysis);
  return corpus;
}

/** @param {readonly Match[]} matches */
function surely(matches) {
  return matches.filter(({ level }) => level === 'match');
}

/** @param {Match} a @param {Match} b */
function overlap(a, b) {
  return a.uri === b.uri && a.start < b.end && b.start < a.end;
}
