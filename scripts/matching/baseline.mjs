// The program of an earlier commit beside today's, for speed in one run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../command.mjs';
import { loadBundle } from '../measuring.mjs';

const COMMIT = '008a411';
const folder = path.join('out', `source-${COMMIT}`);
mkdirSync(path.join(root, folder), { recursive: true });
const tar = execFileSync('git', ['archive', COMMIT, 'src'], { cwd: root, maxBuffer: 1e9 });
execFileSync('tar', ['-x', '-C', folder], { cwd: root, input: tar });

const cores = [
  (await loadBundle('baseline', `export * from './${folder}/src/core/index';`)).module,
  (await loadBundle('today', "export * from './src/core/index';")).module,
];
const wordnet = new Uint8Array(readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin')));

/**
 * What each of the two does for all renderings and conflicts of an event's articles after one has changed.
 * @param {import('./events.mjs').Event} event
 */
export function baseline({ texts }) {
  return cores.map((core) => {
    const corpus = new core.Corpus({ wordnet });
    const articles = [...texts].map(([uri, text]) => core.readArticle({ uri, path: uri, text, version: 1 }));
    const analyses = articles.map((article) => core.analyse(article));
    return () => {
      for (const [i, article] of articles.entries()) corpus.put(article, analyses[i]);
      for (const [i, { uri }] of articles.entries()) for (const { start, end } of analyses[i].quotations) corpus.match({ uri, start, end });
      corpus.conflicts();
    };
  });
}
