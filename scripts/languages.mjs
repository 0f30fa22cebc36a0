// npm run evaluate -- languages: quotations, speakers and dates in the languages beside English, and statements found again in another language, scored by the sets beside this
// repository (../shared/evaluation/languages) through the built command line.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const sets = path.resolve(root, '..', 'shared', 'evaluation');
const { score } = await import(pathToFileURL(path.join(sets, 'languages', 'score-quotations.mjs')).href);
const { score: scoreDates } = await import(pathToFileURL(path.join(sets, 'dates', 'score-dates.mjs')).href);

/**
 * @param {string} file
 * @returns {any[]}
 */
function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * @param {{ id: string, text: string, published?: string }[]} documents
 * @returns {any[]}
 */
function analyse(documents) {
  const input = documents.map(({ id, text, published }) => JSON.stringify({ id, text, published })).join('\n');
  const output = execFileSync(process.execPath, ['dist/cli.js', 'analyse', '--jsonl', '-'], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

console.log('| language | direct + mixed, overlap | both | all, both | marks that quote nobody, taken | dates, value |');
console.log('| --- | --: | --: | --: | --: | --: |');
for (const language of ['de', 'fr', 'es', 'ru']) {
  const gold = lines(path.join(sets, 'languages', `quotations-${language}.jsonl`));
  const dates = lines(path.join(sets, 'languages', `dates-${language}.jsonl`));
  const published = new Map(dates.map(({ id, dct }) => [id, dct]));
  const found = analyse(gold.map(({ id, text }) => ({ id, text, published: published.get(id) })));
  const texts = new Map(gold.map(({ id, text }) => [id, text]));
  const datesFound = new Map(found.map((one) => [one.id, one.dates]));
  const [quoted, all] = ['quoted', 'all'].map((view) => score(gold, found, view));
  const value = scoreDates(
    dates.map((document) => ({ ...document, text: document.text ?? texts.get(document.id) })),
    datesFound,
  ).value;
  console.log(`| ${language} | ${quoted.overlap.f1} | ${quoted.e2e.f1} | ${all.e2e.f1} | ${all.scareFalseAlarms} | ${value.f1} |`);
}

acrossLanguages();

/** All second texts of the pairs as one folder; the pairs without Chinese are asked for. */
function acrossLanguages() {
  const pairs = lines(path.join(sets, 'languages', 'crosslingual.jsonl'));
  const folder = mkdtempSync(path.join(tmpdir(), 'second-source-across-'));
  try {
    for (const { id, b } of pairs) writeFileSync(path.join(folder, `${id}.txt`), `${b.text}\n`);
    const asked = pairs.filter(({ same, a, b }) => same && a.lang !== 'zh' && b.lang !== 'zh');
    const input = asked.map(({ id, a }) => JSON.stringify({ id, text: a.text })).join('\n');
    const output = execFileSync(process.execPath, ['dist/cli.js', 'match', folder, '--jsonl', '-'], { cwd: root, input, encoding: 'utf8' });
    const distractors = new Map(pairs.filter(({ same }) => !same).map(({ id, of }) => [of, id]));
    let own = 0;
    let others = 0;
    let above = 0;
    for (const line of output.split('\n').filter(Boolean)) {
      /** @type {{ id: string, perhaps?: { file: string }[] }} */
      const { id, perhaps = [] } = JSON.parse(line);
      const ids = perhaps.map(({ file }) => file.replace('.txt', ''));
      const distractor = distractors.get(id) ?? '';
      if (ids.includes(id)) own++;
      others += ids.filter((other) => other !== id && other !== distractor).length;
      if (ids.includes(id) && !ids.slice(0, ids.indexOf(id)).includes(distractor)) above++;
    }
    const share = (/** @type {number} */ count) => (count / asked.length).toFixed(2);
    console.log(
      `\nAcross languages, ${asked.length} statements: own partner among three ${share(own)}; passages of other pairs shown, each ${share(others)};`,
    );
    console.log(`the partner above the text with the same names and another claim ${share(above)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
