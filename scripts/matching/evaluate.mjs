// Prints the figures of matching and contradictions on the sixteen events and the five articles, each by its definition here.
// --encoder DIR measures the form with an encoder (npm run encoder makes out/encoder). --loo fits the weights for every event on all the others; without it those that ship are measured, which have seen the events.
// The scorers beside the sets count; what they do not print is counted here by their rules.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { processorTime } from '../measuring.mjs';
import { alteredFigures } from './altered.mjs';
import { baseline } from './baseline.mjs';
import { cellsOf, FIVE, isPlaced, readEvents, sets } from './events.mjs';
import { archiveOf, choicesOf, corpusOf, encoderFolder, fitted } from './training.mjs';

/** Cells that hold something from which on an event's figure counts. */
const ENOUGH = 5;
const NEW = (/** @type {string} */ name) => name !== 'apology' && name !== 'busbomb';
/** With an encoder, which takes minutes for a hundred articles, fewer. */
const UNRELATED = { articles: encoderFolder === undefined ? 150 : 20, beside: 4, seed: 15 };

const isLoo = process.argv.includes('--loo');
const work = mkdtempSync(path.join(tmpdir(), 'second-source-matching-'));
process.on('exit', () => rmSync(work, { recursive: true }));

const events = readEvents();
const choices = isLoo ? await Promise.all(events.map(choicesOf)) : [];
const measured = [];
for (const [i, event] of events.entries()) {
  const weights = isLoo && event.name !== FIVE ? fitted(choices.filter((_, j) => j !== i)) : undefined;
  measured.push(measure(event, await corpusOf(event, weights)));
}
const [five] = measured.filter(({ name }) => name === FIVE);
const sixteen = measured.filter(({ name }) => name !== FIVE);

print(
  [
    'event',
    'quotations P',
    'R',
    'F1',
    'match',
    'relation',
    'narrated P',
    'R',
    'F1',
    'match',
    'possible',
    'found',
    'conflicts right',
    'differs',
  ],
  measured.map(({ name, quote, narrative, possible, conflicts, differs }) => [
    name,
    ...[quote?.p, quote?.r, quote?.f1, quote?.match, quote?.relation, narrative?.p, narrative?.r, narrative?.f1, narrative?.match].map(two),
    two(possible),
    `${one(conflicts.any.found)} of ${one(conflicts.any.gold)}`,
    `${one(conflicts.conflict.right)} of ${one(conflicts.conflict.predicted)}`,
    String(differs),
  ]),
);
const rows = await reach();
console.log(`\nReach${isLoo ? ', weights fitted with the event left out' : ', weights as they ship'}`);
print(['', 'reached', 'floor', 'want'], rows);

/** @returns {Promise<string[][]>} */
async function reach() {
  /** @param {(event: any) => number | undefined} read */
  const over = (read) => mean(sixteen.flatMap((event) => read(event) ?? []));
  /** @param {'any' | 'conflict'} level @param {string} key @param {(name: string) => boolean} [of] */
  const sum = (level, key, of = () => true) =>
    sixteen.filter(({ name }) => of(name)).reduce((total, { conflicts }) => total + (conflicts[level][key] ?? 0), 0);
  const precision = (/** @type {'any' | 'conflict'} */ level) => two(sum(level, 'right') / sum(level, 'predicted'));
  const altered = await alteredFigures();
  const unrelated = await unrelatedPairs();
  return [
    ['quotations F1', three(over(({ quote }) => quote?.f1)), '.74', '.85'],
    ['narrated F1', three(over(({ narrative }) => narrative?.f1)), '.66', '.74'],
    ['precision of "match", quotations', three(over(({ quote }) => quote?.match)), '.92', '.96'],
    ['precision of "match", narrated', three(over(({ narrative }) => narrative?.match)), '.90', '.94'],
    ['precision of "possible"', three(over(({ possible }) => possible)), '.62', '.70'],
    ['strong contradictions found', `${one(sum('any', 'found'))} of ${one(sum('any', 'gold'))}`, '15', '21'],
    ['of them in the fourteen new', `${one(sum('any', 'found', NEW))} of ${one(sum('any', 'gold', NEW))}`, '9', '14'],
    ['precision of conflict', precision('conflict'), '.75', '.85'],
    ['precision of both levels', precision('any'), '.60', '.75'],
    ['controls reported as conflict', one(sum('conflict', 'controlsReported')), '4', '2'],
    ['differs shown an event, at most', String(Math.max(...sixteen.map(({ differs }) => differs))), '6', '4'],
    ['altered words found', two(altered.found), '.75', '.90'],
    ['altered words, false', two(altered.accused), '.08', '.03'],
    ['relation, quotations', three(over(({ quote }) => quote?.relation)), '.82', '.90'],
    [
      'links with a way back',
      three(sixteen.reduce((sum, { back }) => sum + back[0], 0) / sixteen.reduce((sum, { back }) => sum + back[1], 0)),
      '1',
      '1',
    ],
    ['five articles, quotations', three(five?.quote?.f1), '.88', '.92'],
    ['five articles, narrated', three(five?.narrative?.f1), '.76', '.82'],
    ['unrelated articles, pairs with a match (%)', one(unrelated.match), '.8', '.5'],
    ['unrelated articles, pairs with a possible one (%)', one(unrelated.possible), '3', '2'],
    ['time for the five articles, against 008a411', two(timeAgainstBaseline()), '1.5', '1'],
  ];
}

/**
 * @param {import('./events.mjs').Event} event
 * @param {any} corpus
 */
function measure(event, corpus) {
  const ask = (/** @type {import('./events.mjs').Passage} */ { file, start, end }) =>
    corpus.match({ uri: file, start, end }).map((/** @type {any} */ { uri, ...match }) => ({ ...match, file: uri }));
  const conflicts = corpus.conflicts().map((/** @type {any} */ { kind, level = 'conflict', message, passages }) => ({
    kind,
    level,
    message,
    passages: passages.map((/** @type {any} */ { uri, start, end }) => ({ file: uri, start, end })),
  }));
  const told = written('conflicts.json', JSON.stringify({ conflicts }));
  const scores = event.golds.map((gold) => {
    const passages = [...gold.groups.filter(({ type }) => type !== 'related').flatMap((group) => group.passages), ...gold.singles];
    const lines = passages.map((passage) => JSON.stringify({ ...passage, matches: ask(passage) }));
    const cells = cellsOf(gold);
    /** @param {'quote' | 'narrative'} kind */
    const isEnough = (kind) => cells.filter((cell) => cell.kind === kind && cell.there.length > 0).length >= ENOUGH;
    const matching = scorer('score-matching.mjs', [gold.path, written('matches.jsonl', lines.join('\n'))]);
    return {
      quote: isEnough('quote') ? figuresOf(matching.quote) : undefined,
      narrative: isEnough('narrative') ? figuresOf(matching.narrative) : undefined,
      possible: possibleOf(cells, ask),
      any: scorer('score-conflicts.mjs', [gold.path, told]),
      conflict: scorer('score-conflicts.mjs', [gold.path, told, '--level', 'conflict']),
    };
  });
  /** @param {'quote' | 'narrative'} kind */
  const meanOf = (kind) => averaged(scores.map((score) => score[kind]).filter((figures) => figures !== undefined));
  return {
    name: event.name,
    quote: meanOf('quote'),
    narrative: meanOf('narrative'),
    possible: averaged(scores.flatMap(({ possible }) => (possible === undefined ? [] : [{ possible }])))?.possible,
    conflicts: { any: averaged(scores.map(({ any }) => any)) ?? {}, conflict: averaged(scores.map(({ conflict }) => conflict)) ?? {} },
    differs: conflicts.filter((/** @type {any} */ { level }) => level === 'differs').length,
    back: waysBack(event, corpus),
  };
}

/** @param {any} score of one kind @returns {Record<string, number>} */
function figuresOf({ match, matchOrPossible, relation }) {
  const [right = 0, named = 0] = relation.split('/').map(Number);
  return {
    ...matchOrPossible,
    ...(match.p > 0 && { match: match.p }),
    ...(named > 0 && { relation: right / named }),
  };
}

/**
 * Share of the cells answered with a possible one in which it stands where the gold has it.
 * @param {readonly import('./events.mjs').Cell[]} cells
 * @param {(passage: import('./events.mjs').Passage) => any[]} ask
 */
function possibleOf(cells, ask) {
  const shown = cells.flatMap(({ passage, file, there }) => {
    const match = ask(passage).find((found) => found.file === file);
    return match?.level === 'possible' ? [Number(there.some((gold) => isPlaced(match, gold)))] : [];
  });
  return shown.length === 0 ? undefined : mean(shown);
}

/**
 * Of the links of quotations whose other end is a quotation, too: those that lead back, and all.
 * @param {import('./events.mjs').Event} event
 * @param {any} corpus
 * @returns {[number, number]}
 */
function waysBack({ texts }, corpus) {
  const overlaps = (/** @type {any} */ a, /** @type {any} */ b) => a.start < b.end && b.start < a.end;
  let [back, all] = [0, 0];
  const quotations = new Map([...texts.keys()].map((uri) => [uri, corpus.quotationsOf(uri)]));
  for (const [uri, own] of quotations) {
    for (const quotation of own) {
      for (const match of corpus.match({ uri, ...quotation })) {
        const ends = (quotations.get(match.uri) ?? []).filter((/** @type {any} */ other) => overlaps(other, match));
        if (ends.length === 0) continue;
        all++;
        const leadsBack = (/** @type {any} */ end) =>
          corpus.match({ uri: match.uri, ...end }).some((/** @type {any} */ found) => found.uri === uri && overlaps(found, quotation));
        back += Number(ends.some(leadsBack));
      }
    }
  }
  return [back, all];
}

/** Pairs of a quotation and an article of another story that are shown, in per cent: each of some articles beside its nearest. */
async function unrelatedPairs() {
  const lines = gunzipSync(readFileSync(path.join(sets, 'archive-8k.jsonl.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const articles = lines.map((line) => JSON.parse(line)).filter(({ text }) => text.length < 20_000);
  const archive = archiveOf(articles);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  let [pairs, match, possible] = [0, 0, 0];
  let seed = UNRELATED.seed;
  const drawn = new Set();
  while (drawn.size < UNRELATED.articles) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    drawn.add(seed % articles.length);
  }
  for (const index of drawn) {
    const home = articles[index];
    const near = archive
      .nearest(archive.terms(home.text), UNRELATED.beside + 1)
      .map((/** @type {any} */ { uri }) => uri)
      .filter((/** @type {string} */ uri) => uri !== home.id)
      .slice(0, UNRELATED.beside);
    const corpus = await corpusOf({
      name: '',
      folder: '',
      golds: [],
      texts: new Map([home.id, ...near].map((id) => [id, texts.get(id) ?? ''])),
    });
    for (const quotation of corpus.quotationsOf(home.id)) {
      pairs += near.length;
      for (const { level } of corpus.match({ uri: home.id, ...quotation })) {
        if (level === 'match') match++;
        else possible++;
      }
    }
  }
  return { match: (100 * match) / pairs, possible: (100 * possible) / pairs };
}

/** Processor time for all renderings and conflicts of the five articles, warm, as a ratio to that of the commit compared with. */
function timeAgainstBaseline() {
  const event = events.find(({ name }) => name === FIVE);
  if (!event) return undefined;
  const times = baseline(event).map((run) => {
    for (let i = 0; i < 5; i++) run();
    return () => processorTime(run);
  });
  /** @type {number[][]} */
  const taken = times.map(() => []);
  for (let i = 0; i < 15; i++) for (const [k, time] of times.entries()) taken[k]?.push(time());
  const [then, now] = taken.map((all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0);
  return (now ?? 0) / (then ?? 1);
}

/** @param {string} script @param {readonly string[]} args */
function scorer(script, args) {
  return JSON.parse(execFileSync(process.execPath, [path.join(sets, script), ...args, '--json'], { encoding: 'utf8' }));
}

/** @param {string} name @param {string} text */
function written(name, text) {
  const file = path.join(work, name);
  writeFileSync(file, text);
  return file;
}

/**
 * The mean of each figure over those that have it.
 * @param {readonly Record<string, number>[]} all
 * @returns {Record<string, number> | undefined}
 */
function averaged(all) {
  if (all.length === 0) return undefined;
  const keys = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...keys].map((key) => [key, mean(all.flatMap((one) => (key in one ? [one[key] ?? 0] : [])))]));
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {number | undefined} value */
function one(value) {
  return value === undefined ? '–' : String(Math.round(10 * value) / 10);
}

/** @param {number | undefined} value */
function two(value) {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(2);
}

/** @param {number | undefined} value */
function three(value) {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3);
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} lines */
function print(head, lines) {
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of [head, widths.map((width) => '-'.repeat(width)), ...lines])
    console.log(`| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
}
