import type { Analysis } from '../../analysis/index';
import type { Article } from '../../text/article';
import { proseSpanToRaw } from '../../text/prose';
import type { Conflict } from '../model';
import type { Voices } from '../matching/voices';
import { pointsHashOf } from '../words/hash';
import type { Weighted } from '../words/weights';

/** Characters of a passage that a conflict points at, at most. */
const LONGEST = 180;

/** An article as the search for conflicts sees it. */
export interface Source {
  readonly article: Article;
  /** The article's name in keys. */
  readonly name: string;
  readonly analysis: Analysis;
  readonly text: Weighted;
  readonly voices: Voices;
}

export interface Side {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  /** The sign behind its last word that belongs to it: "34.2%". */
  readonly sign?: string;
  /** What it counts or measures, lowest and highest. */
  readonly range?: readonly [low: number, high: number];
}

/** A conflict of what stands at several places; without a message, their words against each other. */
export function conflictOf(kind: Conflict['kind'], places: readonly Side[], message?: string): Conflict {
  const sides = places.map(shortened);
  const passages = sides.map(({ source, from, to, sign = '' }) => {
    const { start, end } = source.text.tokens;
    return {
      uri: source.article.uri,
      ...proseSpanToRaw(source.article.prose, { start: start[from] ?? 0, end: (end[to - 1] ?? 0) + sign.length }),
    };
  });
  const words = sides.map(({ source, from, to, sign = '' }) => wordsOf(source, from, to) + sign);
  const text = message ?? againstEachOther(sides.map(shownAs), sides);
  const marked = sides.map(({ source }, i) => ({ source, words: words[i] ?? '' }));
  const values = places.flatMap(({ range }) => (range ? [range] : []));
  return { kind, message: text, passages, ...(values.length === places.length && { values }), ...keysOf(kind, marked) };
}

/** The words at each place once; those that have the same value stand together. */
function againstEachOther(words: readonly string[], sides: readonly Side[]): string {
  const groups: { readonly words: string[]; readonly range: Side['range'] }[] = [];
  for (const [i, text] of words.entries()) {
    // "Three people" at the beginning of a sentence is no other count.
    const isTold = groups.some((group) => group.words.some((told) => told.toLowerCase() === text.toLowerCase()));
    if (isTold) continue;
    const range = sides[i]?.range;
    const agreeing = groups.find((group) => range && group.range?.[0] === range[0] && group.range[1] === range[1]);
    if (agreeing) agreeing.words.push(text);
    else groups.push({ words: [text], range });
  }
  return groups.map((group) => group.words.map((text) => `“${text}”`).join(' and ')).join(' against ');
}

/** Before a figure and no part of it: "fell to 14 degrees". */
const LEADING = /^to (?=\d|\p{Ll}+ )/u;
/** A sign before a figure, and what turns it below nought. */
const SIGN = /(?:(?:\b[A-Z]{1,3})?\p{Sc}|\b(?:minus|below zero) |(?<![\p{L}\d])[−–-](?=\p{Sc}?\d))$/u;

/** A side's words as a reader would give them: with the sign before a figure, without the preposition. */
export function shownAs({ source, from, to, sign = '' }: Side): string {
  const { start, end } = source.text.tokens;
  const { text } = source.article.prose;
  const [first, last] = [start[from] ?? 0, end[to - 1] ?? 0];
  const words = wordsOf(source, from, to);
  const figure = words.replace(LEADING, '');
  const at = first + words.length - figure.length;
  const before = SIGN.exec(text.slice(Math.max(0, at - SIGN_REACH), at))?.[0] ?? '';
  // "10 a.m" without its last full stop is cut
  const stop = /\b[ap]\.m$/i.test(words) && text.charAt(last) === '.' ? '.' : '';
  return before + figure + stop + sign;
}
const SIGN_REACH = 12;

/** The key of a conflict, and the one it had while addresses were part of keys, for decisions of that time. */
export function keysOf(
  kind: string,
  sides: readonly { readonly source: Pick<Source, 'article' | 'name'>; readonly words: string }[],
): Pick<Conflict, 'key' | 'formerKey'> {
  const key = keyOf(
    kind,
    sides.map(({ source, words }) => `${source.name}:${words}`),
  );
  const formerKey = keyOf(
    kind,
    sides.map(({ source, words }) => `${source.article.uri}:${words}`),
  );
  return formerKey === key ? { key } : { key, formerKey };
}

/** A place that can be underlined as a whole: its first words where it is long. */
function shortened(side: Side): Side {
  const { start, end } = side.source.text.tokens;
  let to = side.to;
  while (to > side.from + 1 && (end[to - 1] ?? 0) - (start[side.from] ?? 0) > LONGEST) to--;
  return { ...side, to };
}

export function wordsOf({ article, text }: Source, from: number, to: number): string {
  return article.prose.text.slice(text.tokens.start[from], text.tokens.end[to - 1]).replace(/\s+/g, ' ');
}

/** The same to be put between marks: its own marks are single ones, and such as are opened or closed outside of it are left out. */
export function shownWords(source: Source, from: number, to: number): string {
  const words = wordsOf(source, from, to);
  const count = (marks: RegExp) => words.match(marks)?.length ?? 0;
  const isWhole = count(/[“„«]/g) === count(/[”»]/g) && count(/"/g) % 2 === 0;
  return isWhole ? words.replace(/[“„]/g, '‘').replaceAll('”', '’') : words.replace(/[“”„«»"]/g, '').trim();
}

/** Of what a reader would call the same conflict: its kind, files and words. */
function keyOf(kind: string, words: readonly string[]): string {
  const hash = pointsHashOf(`${kind}|${words.toSorted().join('|')}`);
  return `${kind}-${(hash >>> 0).toString(36)}`;
}
