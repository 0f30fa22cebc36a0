// Scores the built command line on the evaluation sets beside this repository (../shared/evaluation) and prints one table with the
// floor and the aim of each figure. --train adds the large training set of quotations, --sample takes every fourth document and
// leaves the events out, --json prints the rows for programs. `matching [--loo]` prints the figures of the sixteen events instead,
// `languages` those of German, French, Spanish and Russian.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { markedTexts, speechReport } from './speech.mjs';

/**
 * @typedef {{ set: string, measure: string, value: number | undefined, floor: number, want: number }} Row
 * @typedef {{ start: number, end: number, type: string, segments: { start: number, end: number }[], confidence: number, folded?: boolean }} Quotation
 * @typedef {{ id: string, text: string, dct?: string, fallbackDct?: string }} Document
 */

const root = path.resolve(import.meta.dirname, '..');
const shared = path.resolve(root, '..', 'shared');
const sets = path.join(shared, 'evaluation');
if (!existsSync(sets)) {
  console.error(`evaluate: ${path.relative(process.cwd(), sets)} is not there; the evaluation sets are not part of this repository`);
  process.exit(2);
}
if (process.argv[2] === 'matching') {
  await import('./matching/evaluate.mjs');
  process.exit(0);
}
if (process.argv[2] === 'languages') {
  await import('./languages.mjs');
  process.exit(0);
}
const sample = process.argv.includes('--sample');
const work = mkdtempSync(path.join(tmpdir(), 'second-source-evaluate-'));
process.on('exit', () => rmSync(work, { recursive: true }));

const quotationScorer = await import(pathToFileURL(path.join(sets, 'quotations', 'score-quotations.mjs')).href);
const dateScorer = await import(pathToFileURL(path.join(sets, 'dates', 'score-dates.mjs')).href);

const marked = markedTexts(path.join(root, 'test', 'evaluation', 'speech.jsonl'), sets);
const speech = speechReport(marked, analyse(marked.map(({ set, id, text }) => ({ id: `${set} ${id}`, text }))));

/** @type {Row[]} */
const rows = [
  ...quotations('polnear-dev', [
    ['direct', 'direct: overlap', 'overlap', 96, 97],
    ['direct', 'direct: speaker', 'speakerAcc', 92, 94],
    ['direct', 'direct: both', 'e2e', 88, 91],
    ['quoted', 'direct + mixed: overlap', 'overlap', 88, 90],
    ['quoted', 'direct + mixed: both', 'e2e', 78, 82],
    ['all', 'all: overlap', 'overlap', 63, 68],
    ['all', 'all: both', 'e2e', 53, 58],
  ]),
  ...segments('polnear-quoted-dev'),
  ...(process.argv.includes('--train')
    ? [
        ...quotations('polnear-train', [
          ['direct', 'direct: both', 'e2e', 88, 91],
          ['quoted', 'direct + mixed: both', 'e2e', 78, 82],
          ['all', 'all: both', 'e2e', 53, 58],
        ]),
        ...segments('polnear-quoted-train'),
      ]
    : []),
  ...quotations('seeds', [
    ['quoted', 'direct + mixed: both', 'e2e', 90, 95],
    ['quoted', 'direct + mixed: name', 'nameAcc', 95, 98],
  ]),
  ...shownByDefault(),
  ...dates('timebank', [86, 93.5, 80], [88, 95, 83]),
  ...dates('aquaint', [86, 94, 77], [88, 95, 80]),
  ...dates('seeds', [90, 97, 92], [95, 98, 95]),
  ...speech.rows,
  ...matching(),
  ...(sample ? [] : conflicts()),
];

if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else {
  printTable(
    ['set', 'measure', 'reached', 'floor', 'want', ''],
    rows.map(({ set, measure, value, floor, want }) => [
      set,
      measure,
      figure(value),
      figure(floor),
      figure(want),
      verdict({ set, measure, value, floor, want }),
    ]),
  );
  console.log('\nSpeech by kind of text (the marked paragraphs of test/evaluation)');
  printTable(
    speech.head,
    speech.lines.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : figure(cell)))),
  );
  printReliability();
}

/**
 * @param {string} name
 * @param {readonly (readonly [view: string, measure: string, key: string, floor: number, want: number])[]} measures
 * @returns {Row[]}
 */
function quotations(name, measures) {
  const gold = documents('quotations', name);
  const found = analyse(gold);
  return measures.map(([view, measure, key, floor, want]) => {
    const score = quotationScorer.score(gold, found, view);
    return { set: `quotations ${name}`, measure, value: score[key]?.f1 ?? score[key], floor, want };
  });
}

/**
 * What the editor shows of the five articles before anybody asks for more: how much of it is right, how much of the gold is there.
 * @returns {Row[]}
 */
function shownByDefault() {
  const gold = documents('quotations', 'seeds');
  const shown = analyse(gold).map(({ id, quotations: all }) => ({ id, quotations: all.filter(({ folded }) => folded !== true) }));
  const score = quotationScorer.score(gold, shown, 'all');
  return [
    { set: 'quotations seeds', measure: 'shown by default: right, of 100', value: score.overlap.p, floor: 80, want: 90 },
    {
      set: 'quotations seeds',
      measure: `shown by default: of the ${score.gold} in the gold`,
      value: Math.round((score.overlap.r * score.gold) / 100),
      floor: 45,
      want: 48,
    },
  ];
}

/**
 * Each part between marks on its own, against gold that knows segments only.
 * @param {string} name
 * @returns {Row[]}
 */
function segments(name) {
  const gold = documents('quotations', name);
  const found = analyse(gold).map(({ id, quotations: all }) => ({
    id,
    quotations: all
      .filter(({ type }) => type !== 'indirect')
      .flatMap((quotation) =>
        quotation.segments.length === 0 ? [quotation] : quotation.segments.map((segment) => ({ ...quotation, ...segment })),
      ),
  }));
  const score = quotationScorer.score(gold, found, 'quoted');
  const [taken = 0, scare = 1] = score.scareFalseAlarms.split('/').map(Number);
  return [
    { set: `quotations ${name}`, measure: 'segments: both', value: score.e2e.f1, floor: 84, want: 88 },
    { set: `quotations ${name}`, measure: 'scare quotes taken (less is better)', value: (100 * taken) / scare, floor: 44, want: 26 },
  ];
}

/**
 * @param {string} name
 * @param {readonly number[]} floors strict, relaxed, value
 * @param {readonly number[]} wants
 * @returns {Row[]}
 */
function dates(name, floors, wants) {
  const gold = documents('dates', name);
  const found = analyse(gold);
  const score = dateScorer.score(gold, new Map(found.map(({ id, dates: all }) => [id, all])));
  return ['strict', 'relaxed', 'value'].map((key, i) => ({
    set: `dates ${name}`,
    measure: key,
    value: score[key].f1,
    floor: floors[i] ?? 0,
    want: wants[i] ?? 0,
  }));
}

/**
 * @param {string} kind
 * @param {string} name
 */
function documents(kind, name) {
  /** @type {any[]} */
  const all = quotationScorer.readJsonl(path.join(sets, kind, `${name}.jsonl`));
  return sample && name !== 'seeds' ? all.filter((_, i) => i % 4 === 0) : all;
}

/** @returns {Row[]} */
function matching() {
  const five = scoreMatching([['seeds-alignments.json', path.join(shared, 'articles')]]);
  const [a, b] = sample ? [five, five] : ['A', 'B'].map((annotator) => scoreMatching(events(annotator)));
  /** @param {(score: any) => number} read */
  const mean = (read) => (read(a) + read(b)) / 2;
  /** @param {any} score @param {string} kind */
  const relation = (score, kind) => {
    const [right, named] = score[kind].relation.split('/').map(Number);
    return named === 0 ? 0 : (100 * right) / named;
  };
  /** @type {readonly [kind: string, label: string, five: readonly [number, number], events: readonly [number, number], precise: readonly [number, number]][]} */
  const kinds = [
    ['quote', 'quotations', [88, 93], [78, 90], [92, 96]],
    ['narrative', 'narrated', [70, 78], [50, 68], [85, 92]],
  ];
  const rows = kinds.flatMap(([kind, label, ofFive, ofEvents, precise]) => [
    {
      set: 'matching five articles',
      measure: `${label}: shown`,
      value: 100 * five[kind].matchOrPossible.f1,
      floor: ofFive[0],
      want: ofFive[1],
    },
    {
      set: 'matching five articles',
      measure: `${label}: precision of "match"`,
      value: 100 * five[kind].match.p,
      floor: precise[0],
      want: precise[1],
    },
    { set: 'matching five articles', measure: `${label}: relation`, value: relation(five, kind), floor: 85, want: 92 },
    {
      set: 'matching two events',
      measure: `${label}: shown`,
      value: mean((s) => 100 * s[kind].matchOrPossible.f1),
      floor: ofEvents[0],
      want: ofEvents[1],
    },
    {
      set: 'matching two events',
      measure: `${label}: precision of "match"`,
      value: mean((s) => 100 * s[kind].match.p),
      floor: precise[0],
      want: precise[1],
    },
    { set: 'matching two events', measure: `${label}: relation`, value: mean((s) => relation(s, kind)), floor: 85, want: 92 },
  ]);
  /** Over quotations and narrated statements together. @param {any} score */
  const anyRelation = (score) => {
    const cells = kinds.map(([kind]) => score[kind].relation.split('/').map(Number));
    /** @param {number} k */
    const sum = (k) => cells.reduce((all, cell) => all + cell[k], 0);
    return sum(1) === 0 ? 0 : (100 * sum(0)) / sum(1);
  };
  rows.push(
    { set: 'matching five articles', measure: 'all: relation', value: anyRelation(five), floor: 85, want: 92 },
    { set: 'matching two events', measure: 'all: relation, annotator A', value: anyRelation(a), floor: 85, want: 92 },
    { set: 'matching two events', measure: 'all: relation, annotator B', value: anyRelation(b), floor: 85, want: 92 },
    { set: 'matching two events', measure: 'all: relation, mean', value: mean(anyRelation), floor: 85, want: 92 },
  );
  return sample ? rows.filter(({ set }) => !set.includes('events')) : rows;
}

/** @returns {Row[]} */
function conflicts() {
  const scores = ['A', 'B'].map((annotator) =>
    scorer('score-conflicts.mjs', [['seeds-alignments.json', path.join(shared, 'articles')], ...events(annotator)], (folder) =>
      secondSource(['corroborate', folder, '--json']),
    ),
  );
  /** @param {string} key */
  const mean = (key) => scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return [
    { set: 'conflicts', measure: 'found', value: 100 * mean('recall'), floor: 28, want: 50 },
    { set: 'conflicts', measure: 'precision', value: 100 * mean('precision'), floor: 75, want: 85 },
    { set: 'conflicts', measure: 'controls reported (less is better)', value: mean('controlsReported'), floor: 2, want: 1 },
  ];
}

/**
 * @param {string} annotator
 * @returns {[gold: string, folder: string][]}
 */
function events(annotator) {
  return ['apology', 'busbomb'].map((event) => [`events/${event}.${annotator}.json`, path.join(sets, 'matching', 'events', event)]);
}

/** @param {[gold: string, folder: string][]} golds */
function scoreMatching(golds) {
  return scorer('score-matching.mjs', golds, (folder, gold) => {
    const queries = node([path.join(sets, 'matching', 'score-matching.mjs'), gold, '--queries']);
    return secondSource(['match', folder, '--jsonl', '-'], queries);
  });
}

/**
 * Runs a scorer over pairs of gold and prediction.
 * @param {string} script
 * @param {[gold: string, folder: string][]} golds
 * @param {(folder: string, gold: string) => string} predict
 */
function scorer(script, golds, predict) {
  const pairs = golds.flatMap(([name, folder], i) => {
    const gold = path.join(sets, 'matching', name);
    const prediction = path.join(work, `prediction-${i}.json`);
    writeFileSync(prediction, predict(folder, gold));
    return [gold, prediction];
  });
  return JSON.parse(node([path.join(sets, 'matching', script), ...pairs, '--json']));
}

/**
 * What the command line finds in each document, in order.
 * @param {readonly Document[]} gold
 * @returns {{ id: string, quotations: Quotation[], dates: unknown[] }[]}
 */
function analyse(gold) {
  const lines = gold.map(({ id, text, dct, fallbackDct }) => JSON.stringify({ id, text, published: dct ?? fallbackDct }));
  const found = secondSource(['analyse', '--jsonl', '-'], lines.join('\n')).trimEnd().split('\n');
  if (found.length !== gold.length) throw new Error(`${gold.length} documents, ${found.length} answers`);
  return found.map((line) => JSON.parse(line));
}

/** Whether confidence means what it says: of the quotations of each band, how many are a quotation with its right speaker. */
function printReliability() {
  const gold = documents('quotations', 'polnear-dev');
  const found = analyse(gold);
  const bands = [0, 0.5, 0.6, 0.7, 0.8, 0.9];
  const lines = bands.map((low, i) => {
    const high = bands[i + 1] ?? 1.01;
    const inBand = found.map(({ id, quotations: all }) => ({
      id,
      quotations: all.filter(({ confidence }) => confidence >= low && confidence < high),
    }));
    const score = quotationScorer.score(gold, inBand, 'all');
    const mean = inBand
      .flatMap((document) => document.quotations)
      .reduce((sum, { confidence }, _, all) => sum + confidence / all.length, 0);
    return [`${low.toFixed(1)} to ${Math.min(1, high).toFixed(1)}`, String(score.pred), mean.toFixed(2), (score.e2e.p / 100).toFixed(2)];
  });
  console.log('\nConfidence of quotations (polnear-dev): stated, and share with span and speaker right');
  printTable(['band', 'quotations', 'stated', 'right'], lines);
}

/** @param {number | undefined} value */
function figure(value) {
  return value === undefined || value === null ? '–' : value.toFixed(1);
}

/** @param {Row} row */
function verdict({ measure, value, floor, want }) {
  if (value === undefined) return '';
  const sign = measure.includes('less is better') ? -1 : 1;
  return sign * value >= sign * want ? 'aim' : sign * value >= sign * floor ? 'floor' : 'below';
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines
 */
function printTable(head, lines) {
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of [head, widths.map((width) => '-'.repeat(width)), ...lines]) {
    console.log(
      `| ${line.map((cell, i) => (/^[\d.–]+$/.test(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`,
    );
  }
}

/** @param {readonly string[]} args @param {string} [input] */
function secondSource(args, input) {
  return node([path.join(root, 'dist', 'cli.js'), ...args], input);
}

/** @param {readonly string[]} args @param {string} [input] */
function node(args, input) {
  return execFileSync(process.execPath, args, { encoding: 'utf8', input, maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'inherit'] });
}
