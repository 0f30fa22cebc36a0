// Scores suggestions on the marked paragraphs of test/evaluation (its README says what is marked and how), by kind of text.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pageText } from './pageText.mjs';

/**
 * `speaker` holds every mention that is right; null: nobody is named; absent: not judged. An `optional` stretch counts neither way.
 * @typedef {{ start: number, end: number, type: string, speaker?: [number, number][] | null, optional?: boolean }} Mark
 * @typedef {{ set: string, id: string, sha256: string, paragraphs: { kind: string, start: number, end: number, marks?: Mark[] }[] }} Marked
 * @typedef {{ start: number, end: number, type: string, folded?: boolean, in?: number, speaker?: { start: number, end: number } | null }} Suggestion
 * @typedef {{ paragraphs: number, marked: number, suggested: number, right: number, bounds: number, found: number, foundFolded: number, speakers: number, speakersRight: number }} Tally
 * @typedef {'reported' | 'all'} View
 */

const reported = new Set(['indirect', 'mixed', 'source']);

/**
 * The marks with the texts they were made on; throws where a text has changed.
 * @param {string} file
 * @param {string} sets the folder of the evaluation sets
 * @returns {(Marked & { text: string })[]}
 */
export function markedTexts(file, sets) {
  const pages = path.join(sets, 'pages');
  const pageRows = byId(readFileSync(path.join(pages, 'pages.jsonl'), 'utf8'));
  const archive = byId(gunzipSync(readFileSync(path.join(sets, 'matching', 'archive-8k.jsonl.gz'))).toString('utf8'));
  return lines(readFileSync(file, 'utf8')).map((/** @type {Marked} */ marked) => {
    const row = (marked.set === 'archive' ? archive : pageRows).get(marked.id);
    const text =
      marked.set === 'archive' ? row?.text : marked.set === 'article' ? row?.body : row && pageText(savedPage(path.join(pages, row.file)));
    if (text === undefined) throw new Error(`${file}: no ${marked.set} ${marked.id} in ${sets}`);
    if (hash(text) !== marked.sha256)
      throw new Error(`${file}: the text of ${marked.set} ${marked.id} is not the one that was marked; its marks must be made again`);
    return { ...marked, text };
  });
}

/**
 * @param {readonly (Marked & { text: string })[]} documents
 * @param {readonly { quotations: Suggestion[] }[]} found for each document, in order
 * @param {{ view: View, shown: boolean }} options `shown`: leave out what is folded by default
 * @returns {Map<string, Tally>} by kind of text
 */
export function speechTallies(documents, found, { view, shown }) {
  /** @type {Map<string, Tally>} */
  const tallies = new Map();
  documents.forEach(({ text, paragraphs }, i) => {
    const suggestions = (found[i]?.quotations ?? []).filter(({ type }) => type !== 'scare');
    for (const { kind, start, end, marks = [] } of paragraphs) {
      const tally = tallies.get(kind) ?? emptyTally();
      tallies.set(kind, tally);
      tally.paragraphs++;
      // What somebody says inside the words of another is a reading of what is found already: it is not scored.
      const here = suggestions.filter((one) => one.in === undefined && middle(one) >= start && middle(one) < end);
      count(tally, text, marks, here, view, shown);
    }
  });
  return tallies;
}

/**
 * Rows with the floors of what is shown by default, and a table with everything.
 * @param {readonly (Marked & { text: string })[]} documents
 * @param {readonly { quotations: Suggestion[] }[]} found
 */
export function speechReport(documents, found) {
  const rows = [...speechTallies(documents, found, { view: 'reported', shown: true })].sort().flatMap(([kind, tally]) => [
    {
      set: `speech ${kind}`,
      measure: 'reported, shown: precision',
      value: percent(tally.right, tally.suggested),
      floor: kind === 'hard news' ? 88 : 80,
      want: kind === 'hard news' ? 93 : 90,
    },
    {
      set: `speech ${kind}`,
      measure: 'reported: right ones folded (less is better)',
      value: percent(tally.foundFolded, tally.found + tally.foundFolded),
      floor: 15,
      want: 8,
    },
  ]);
  const head = ['text', 'speech', 'paragraphs', 'marked', 'suggested', 'right', 'bounds', 'false', 'precision', 'recall', 'speaker'];
  /** @type {readonly (readonly [name: string, options: { view: View, shown: boolean }])[]} */
  const views = [
    ['reported, shown', { view: 'reported', shown: true }],
    ['reported, all', { view: 'reported', shown: false }],
    ['any, shown', { view: 'all', shown: true }],
    ['any, all', { view: 'all', shown: false }],
  ];
  const lines = views.flatMap(([name, options]) =>
    [...speechTallies(documents, found, options)].sort().map(([kind, tally]) => {
      const { paragraphs, marked, suggested, right, bounds, found: hits, speakers, speakersRight } = tally;
      return [
        kind,
        name,
        ...[paragraphs, marked, suggested, right, bounds, suggested - right - bounds].map(String),
        percent(right, suggested),
        percent(hits, marked),
        percent(speakersRight, speakers),
      ];
    }),
  );
  return { rows, head, lines };
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return whole === 0 ? undefined : (100 * part) / whole;
}

/**
 * @param {Tally} tally
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @param {readonly Suggestion[]} suggestions
 * @param {View} view
 * @param {boolean} shown
 */
function count(tally, text, marks, suggestions, view, shown) {
  const partner = pairs(text, marks, suggestions);
  for (const [i, mark] of marks.entries()) {
    if (mark.optional || (view === 'reported' && !reported.has(mark.type))) continue;
    tally.marked++;
    const match = suggestions[partner.indexOf(i)];
    if (!match) continue;
    if (match.folded) tally.foundFolded++;
    if (match.folded && shown) continue;
    tally.found++;
    if (mark.speaker === undefined) continue;
    tally.speakers++;
    if (speakerRight(text, mark.speaker, match.speaker)) tally.speakersRight++;
  }
  for (const [j, suggestion] of suggestions.entries()) {
    if ((shown && suggestion.folded) || (view === 'reported' && suggestion.type === 'direct')) continue;
    const mark = marks[partner[j] ?? -1];
    const inside = marks.filter((one) => shared(text, one, suggestion) >= 0.8 * length(text, suggestion));
    if (mark ? mark.optional : inside.some(({ optional }) => optional)) continue;
    tally.suggested++;
    if (mark) tally.right++;
    else if (inside.length > 0 || marks.some((one) => shared(text, one, suggestion) >= 0.5 * length(text, suggestion))) tally.bounds++;
  }
}

/**
 * One to one, the best first, where the two have half of what either covers in common.
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @param {readonly Suggestion[]} suggestions
 * @returns {(number | undefined)[]} for each suggestion the index of its mark
 */
function pairs(text, marks, suggestions) {
  const candidates = suggestions.flatMap((suggestion, j) =>
    marks.map((mark, i) => {
      const common = shared(text, mark, suggestion);
      return { i, j, overlap: common / (length(text, mark) + length(text, suggestion) - common) };
    }),
  );
  /** @type {(number | undefined)[]} */
  const partner = suggestions.map(() => undefined);
  for (const { i, j, overlap } of candidates.sort((a, b) => b.overlap - a.overlap))
    if (overlap >= 0.5 && partner[j] === undefined && !partner.includes(i)) partner[j] = i;
  return partner;
}

/**
 * @param {string} text
 * @param {[number, number][] | null} mentions
 * @param {{ start: number, end: number } | null | undefined} found
 */
function speakerRight(text, mentions, found) {
  if (!mentions || !found) return !mentions && !found;
  /** @type {string[]} */
  const words = text.slice(found.start, found.end).toLowerCase().match(wordPattern) ?? [];
  return mentions.some(([start, end]) => {
    if (start < found.end && end > found.start) return true;
    const head = (text.slice(start, end).match(wordPattern) ?? []).at(-1);
    return head !== undefined && /^\p{Lu}/u.test(head) && !pronouns.test(head) && words.includes(head.toLowerCase());
  });
}

const wordPattern = /[\p{L}\p{N}]+/gu;
const pronouns = /^(?:he|she|they|it|we|i|who)$/i;

/**
 * Without marks, spaces and stops at the edges, as the scorer of quotations does it.
 * @param {string} text
 * @param {{ start: number, end: number }} span
 */
function trimmed(text, { start, end }) {
  const edge = /[\s"“”„‟«»‘’'`,.;:…]/;
  while (start < end && edge.test(text[start] ?? '')) start++;
  while (end > start && edge.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** @param {string} text @param {{ start: number, end: number }} span */
function length(text, span) {
  const { start, end } = trimmed(text, span);
  return Math.max(1, end - start);
}

/** @param {string} text @param {{ start: number, end: number }} a @param {{ start: number, end: number }} b */
function shared(text, a, b) {
  const [one, other] = [trimmed(text, a), trimmed(text, b)];
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** @param {{ start: number, end: number }} span */
function middle({ start, end }) {
  return (start + end) / 2;
}

/** @returns {Tally} */
function emptyTally() {
  return { paragraphs: 0, marked: 0, suggested: 0, right: 0, bounds: 0, found: 0, foundFolded: 0, speakers: 0, speakersRight: 0 };
}

/** @param {string} file */
function savedPage(file) {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** @param {string} text @returns {any[]} */
function lines(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** @param {string} text */
function byId(text) {
  return new Map(lines(text).map((row) => [String(row.id), row]));
}
