// Times making an article of a page against the version before pages were read block by block: both in one process, interleaved, warm.
// Over the shared pages where they are there, else over the pages of the sample story.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from './command.mjs';
import { loadBundle, median } from './measuring.mjs';

/** The last commit at which Readability alone chose what of a page is its article. */
const before = '008a411da2ea3f708713592c3fd4c1a3e054ab04';
const rounds = 7;

const earlier = path.join('out', 'before');
const oldSource = fetchSource();
if (oldSource) {
  const sources = (/** @type {string} */ folder) => `
    export { mainContent } from './${folder}src/pages/mainContent';
    export { pageArticle } from './${folder}src/core/index';`;
  const { module: ours } = await loadBundle('benchPages', sources(''));
  const { module: old } = await loadBundle('benchPagesBefore', sources(`${earlier}/`));
  compare(pages(), ours, old);
}

/** Lays out the earlier sources beside ours, so that they find the same dependencies. */
function fetchSource() {
  try {
    const archive = execFileSync('git', ['archive', before, 'src'], { cwd: root, maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] });
    rmSync(path.join(root, earlier), { recursive: true, force: true });
    mkdirSync(path.join(root, earlier), { recursive: true });
    execFileSync('tar', ['x', '-C', path.join(root, earlier)], { input: archive });
    return true;
  } catch {
    console.log(`Articles of pages: not compared, since commit ${before.slice(0, 7)} is not in this clone`);
    return false;
  }
}

/** @returns {readonly string[]} */
function pages() {
  const shared = path.resolve(root, '..', 'shared', 'evaluation', 'pages', 'pages');
  if (existsSync(shared)) return readdirSync(shared).map((name) => gunzipSync(readFileSync(path.join(shared, name))).toString());
  const samples = path.join(root, 'samples');
  return readdirSync(samples)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(path.join(samples, name), 'utf8'));
}

/**
 * Only pages of which both make an article: a refusal is quick.
 * @param {readonly string[]} htmls
 * @param {any} ours
 * @param {any} old
 */
function compare(htmls, ours, old) {
  const usable = htmls.filter((html) => time(ours, html) !== undefined && time(old, html) !== undefined);
  const times = usable.map((html) => {
    /** @type {[number[], number[]]} */
    const taken = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      taken[0].push(time(ours, html) ?? NaN);
      taken[1].push(time(old, html) ?? NaN);
    }
    return taken.map(median);
  });
  const mine = median(times.map(([own = NaN]) => own));
  const theirs = median(times.map(([, other = NaN]) => other));
  const ratio = median(times.map(([own = NaN, other = NaN]) => own / other));
  console.log(`An article of a page (median of ${usable.length} pages, warm)
  second-source                    ${mine.toFixed(2).padStart(9)} ms
  at ${before.slice(0, 7)}                       ${theirs.toFixed(2).padStart(9)} ms  ours takes ${ratio.toFixed(2)} of its time on the same page`);
}

/**
 * @param {any} version
 * @param {string} html
 * @returns {number | undefined} milliseconds; nothing where there is no article
 */
function time({ mainContent, pageArticle }, html) {
  const start = performance.now();
  const main = mainContent(html);
  if (main === undefined || 'reason' in main) return undefined;
  try {
    pageArticle({ html, main });
  } catch {
    return undefined;
  }
  return performance.now() - start;
}
