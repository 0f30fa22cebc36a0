// Times the engines against the libraries a JavaScript user would take instead, on the same invented article in one run.
// Every figure is the median of interleaved runs after a warm-up, so that what else the machine does meets all alike.
import recognizers from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import dates from 'compromise-dates';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.mjs';
import { loadBundle, median } from './measuring.mjs';

const { address, module } = await loadBundle(
  'bench',
  `export { findDates } from './src/core/analysis/dates/dates';
   export { findQuotations } from './src/core/analysis/quotations/quotations';
   export * from './src/core/index';`,
);
const { analyse, Corpus, findDates, findQuotations, readArticle } = module;

const published = '2025-05-12';
const samples = readdirSync(path.join(root, 'samples'))
  .filter((name) => /\.(txt|md|html)$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(root, 'samples', name), 'utf8') }));
/** @param {{ name: string, text: string }} file */
const read = ({ name, text }) => readArticle({ uri: name, path: name, text, version: 1, set: { published } });
// About 5 kB: the prose of the sample story in a row.
const article = samples
  .map((file) => read(file).prose.text)
  .join('\n\n')
  .slice(0, 5000);
const reference = new Date(`${published}T12:00:00Z`);
const withDates = nlp.extend(dates);

console.log(`Article of ${article.length} characters, Node ${process.version}\n`);
compare('Whole analysis', {
  'second-source': () => analyse(read({ name: 'a.txt', text: article })),
  'compromise (quotations, people)': () => {
    const document = nlp(article);
    return [document.quotations().json(), document.people().json()];
  },
});
compare('Quotations and speakers', {
  'second-source': () => findQuotations(article, { english: true }),
  'compromise (quotations, people)': () => {
    const document = nlp(article);
    return [document.quotations().json(), document.people().json()];
  },
});
compare('Dates', {
  'second-source': () => findDates(article, { english: true, published }),
  'chrono-node': () => chrono.parse(article, reference),
  'compromise-dates': () => withDates(article).dates({ today: published }).json(),
  'Microsoft recognizers': () => recognizers.recognizeDateTime(article, recognizers.Culture.English, undefined, reference),
});
for (const file of samples) compare(`Reading ${file.name} (${file.text.length} characters)`, { 'second-source': () => read(file) });
opening();
corroboration();
growth();
await import('./benchAnnotations.mjs');
await import('./benchExport.mjs');
await import('./benchPages.mjs');

/**
 * @param {string} title
 * @param {Readonly<Record<string, () => unknown>>} contenders the first one is ours
 */
function compare(title, contenders) {
  const entries = Object.entries(contenders);
  /** @type {Map<string, number[]>} */
  const times = new Map(entries.map(([name]) => [name, []]));
  // Long enough for the compiler to have seen everything, on a busy machine too.
  for (const [, run] of entries) {
    const start = performance.now();
    for (let count = 0; count < 400 && performance.now() - start < 3000; count += 1) run();
  }
  for (let round = 0; round < 60; round += 1) {
    for (const [name, run] of entries) {
      // A slow library needs no sixty rounds to show its median.
      const taken = times.get(name) ?? [];
      if (taken.length > 12 && median(taken) > 30) continue;
      const start = performance.now();
      run();
      taken.push(performance.now() - start);
    }
  }
  const ours = median(times.get(entries[0]?.[0] ?? '') ?? []);
  console.log(title);
  for (const [name, taken] of times) {
    const time = median(taken);
    const ratio = time === ours ? '' : `  ${(time / ours).toFixed(1)} times ours`;
    console.log(`  ${name.padEnd(32)} ${time.toFixed(3).padStart(9)} ms${ratio}`);
  }
}

/** The first article of a session: nothing is compiled yet. A process each. */
function opening() {
  const script = `const start = performance.now();
    const { analyse, readArticle } = await import(${JSON.stringify(address)});
    const loaded = performance.now();
    analyse(readArticle({ uri: 'a', path: 'a.txt', text: process.env.ARTICLE, version: 1 }));
    console.log(JSON.stringify([loaded - start, performance.now() - loaded]));`;
  const runs = Array.from({ length: 9 }, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ARTICLE: article } });
    return /** @type {number[]} */ (JSON.parse(output.toString()));
  });
  console.log('The first article of a session');
  for (const [i, what] of ['loading the core', 'analysing the article'].entries()) {
    console.log(
      `  ${what.padEnd(32)} ${median(runs.map((run) => run[i] ?? 0))
        .toFixed(1)
        .padStart(9)} ms`,
    );
  }
}

/** All quotations of the sample story: a new corpus, then the same one again. */
function corroboration() {
  const wordnet = readFileSync(path.join(root, 'dist', 'resources', 'wordnet.bin'));
  const analysed = samples.map((file) => {
    const opened = read(file);
    return { opened, analysis: analyse(opened) };
  });
  const first = performance.now();
  const corpus = new Corpus({ wordnet });
  for (const { opened, analysis } of analysed) corpus.put(opened, analysis);
  matchAll();
  console.log(
    `All quotations of the five sample articles\n  first, resources loaded ${(performance.now() - first).toFixed(0).padStart(17)} ms`,
  );
  const warm = Array.from({ length: 15 }, () => {
    // A changed article makes the corpus forget its answers.
    const [changed] = analysed;
    if (changed) corpus.put(changed.opened, changed.analysis);
    const start = performance.now();
    matchAll();
    return performance.now() - start;
  });
  console.log(`  again ${median(warm).toFixed(0).padStart(35)} ms`);

  function matchAll() {
    for (const { opened, analysis } of analysed) {
      for (const { start, end } of analysis.quotations) corpus.match({ uri: opened.uri, start, end });
    }
  }
}

/** Time by length: for linear work each line takes twice the one before. */
function growth() {
  console.log('Whole analysis by length (factor to the line before; linear is 2)');
  let before = 0;
  for (const copies of [10, 20, 40, 80, 160]) {
    const text = `${article}\n\n`.repeat(copies);
    const time = median(
      Array.from({ length: 5 }, () => {
        const start = performance.now();
        analyse(read({ name: 'a.txt', text }));
        return performance.now() - start;
      }),
    );
    const factor = before === 0 ? '' : `  ${(time / before).toFixed(2)}`;
    console.log(`  ${`${Math.round(text.length / 1000)} kB`.padEnd(32)} ${time.toFixed(1).padStart(9)} ms${factor}`);
    before = time;
  }
}
