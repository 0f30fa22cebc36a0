// The events with matched passages of ../shared/evaluation/matching, as articles and gold, and the cells of them that are scored.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../command.mjs';

/**
 * @typedef {{ file: string, start: number, end: number, relation?: string, text?: string }} Passage
 * @typedef {{ id: string, type: string, passages: Passage[] }} Group
 * @typedef {{ name: string, path: string, files: string[], groups: Group[], singles: Passage[], conflicts: any[] }} Gold
 * @typedef {{ name: string, folder: string, texts: Map<string, string>, golds: Gold[] }} Event
 * @typedef {{ kind: 'quote' | 'narrative', single: boolean, passage: Passage, file: string, there: Passage[] }} Cell
 */

const shared = path.resolve(root, '..', 'shared');
export const sets = path.join(shared, 'evaluation', 'matching');
/** The five articles: an event like the others for fitting; its figures stand apart. */
export const FIVE = 'five articles';

/** @returns {Event[]} */
export function readEvents() {
  const folder = path.join(sets, 'events');
  const names = readdirSync(folder).sort();
  const events = names
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const golds = names.filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json'));
      return readEvent(
        name,
        path.join(folder, name),
        golds.map((gold) => path.join(folder, gold)),
      );
    });
  return [...events, readEvent(FIVE, path.join(shared, 'articles'), [path.join(sets, 'seeds-alignments.json')])];
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {readonly string[]} golds
 * @returns {Event}
 */
function readEvent(name, folder, golds) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return {
    name,
    folder,
    texts: new Map(files.sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])),
    golds: golds.map((file) => {
      const { files, groups, singles = [], conflicts = [] } = JSON.parse(readFileSync(file, 'utf8'));
      /** @type {string[]} */
      const named = groups.flatMap((/** @type {Group} */ group) => group.passages.map((passage) => passage.file));
      return { name: path.basename(file, '.json'), path: file, files: files ?? [...new Set(named)], groups, singles, conflicts };
    }),
  };
}

/**
 * What `score-matching.mjs` scores: each passage with each other article.
 * @param {Gold} gold
 * @returns {Cell[]}
 */
export function cellsOf({ files, groups, singles }) {
  /** @param {Group} group @param {boolean} single @returns {Cell[]} */
  const ofGroup = ({ type, passages }, single) =>
    passages.flatMap((passage) =>
      files
        .filter((file) => file !== passage.file)
        .map((file) => ({
          kind: type === 'quote' ? 'quote' : 'narrative',
          single,
          passage,
          file,
          there: single ? [] : passages.filter((other) => other.file === file),
        })),
    );
  return [
    ...groups.filter(({ type }) => type !== 'related').flatMap((group) => ofGroup(group, false)),
    ...singles.flatMap((passage, i) => ofGroup({ id: `single-${i}`, type: 'quote', passages: [passage] }, true)),
  ];
}

/**
 * Whether a passage stands where the gold has one, by the rule of `score-matching.mjs`.
 * @param {{ start: number, end: number }} a
 * @param {{ start: number, end: number }} b
 */
export function isPlaced(a, b) {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const [short, long] = [a.end - a.start, b.end - b.start].sort((x, y) => x - y);
  return shared > 0 && shared >= 0.4 * (short ?? 0) && (long ?? 0) <= 4 * (short ?? 0) + 120;
}
