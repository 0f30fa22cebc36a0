import type { Article } from '../text/article';
import { hashOf } from './words/hash';

/** Pieces at the head of a copy that may be its own: a headline, a first line. */
const HEAD = 2;
/** Characters that copies share at least, and the share of the longer one. */
const [LEAST, SHARE] = [400, 0.7];
/** Hashes of pieces that an article is found by, the smallest it has (Broder 1997). */
const SKETCH = 6;
/** Groups that are looked at for one of these: a line that stands in any article leads nowhere. */
const MOST = 4;

interface Entry {
  readonly article: Article;
}

/** A sentence or a line of an article. */
interface Piece {
  readonly start: number;
  readonly text: string;
}

/**
 * Articles in groups that have the same words: all of them, or all below another headline or first line, up to an end that is trimmed. The
 * first of a group has all that the others have below their heads. What differs by a number or a quotation is in no group: it may
 * tell something else.
 */
export class Copies<E extends Entry> {
  /** By their prose. */
  readonly #same = new Map<string, E>();
  readonly #groups = new Map<E, E[]>();
  /** The first ones, by the hashes they are found by. */
  readonly #firsts = new Map<number, E[]>();
  /** These hashes of each. */
  readonly #sketches = new Map<E, readonly number[]>();

  /** Those with the same words, itself included; the first stands for all of them. */
  of(entry: E): readonly E[] {
    return this.#groups.get(entry) ?? [];
  }

  /** What an article says above the words that the first of its group has, too. */
  headOf(entry: E): string {
    const [first] = this.of(entry);
    const [text, other] = [entry.article.prose.text, first?.article.prose.text];
    return first === entry || other === undefined || other === text ? '' : text.slice(0, bodiesOf(text, other)[0]);
  }

  /** Gives the one that stood for the group until now, where this one has more. */
  add(entry: E): E | undefined {
    const { text } = entry.article.prose;
    const known = isOwnProse(text) ? this.#same.get(text) : undefined;
    if (!known) this.#same.set(text, entry);
    const pieces = known ? [] : piecesOf(text);
    const sketch = sketchOf(pieces);
    const near = known ? undefined : this.#near(pieces, sketch);
    const first = known ? this.#groups.get(known)?.[0] : near?.first;
    const group = (first && this.#groups.get(first)) ?? [];
    this.#groups.set(entry, group);
    if (!near?.isShorter) group.push(entry);
    else group.unshift(entry);
    if (group[0] !== entry) return undefined;
    if (first) this.#unlist(first);
    for (const hash of sketch) this.#firsts.set(hash, [...(this.#firsts.get(hash) ?? []), entry]);
    this.#sketches.set(entry, sketch);
    return first;
  }

  /** Takes an article out; gives the others of its group where it stood for them, for these to be added anew. */
  drop(entry: E): readonly E[] {
    const group = this.#groups.get(entry) ?? [];
    const isFirst = group[0] === entry;
    const gone = isFirst ? group.slice() : [entry];
    const left = group.filter((other) => !gone.includes(other));
    for (const one of gone) {
      this.#groups.delete(one);
      const { text } = one.article.prose;
      if (this.#same.get(text) !== one) continue;
      const other = left.find(({ article }) => article.prose.text === text);
      if (other) this.#same.set(text, other);
      else this.#same.delete(text);
    }
    if (!isFirst) {
      group.splice(group.indexOf(entry), 1);
      return [];
    }
    this.#unlist(entry);
    return gone.slice(1);
  }

  #unlist(entry: E): void {
    for (const hash of this.#sketches.get(entry) ?? []) {
      const others = this.#firsts.get(hash)?.filter((other) => other !== entry) ?? [];
      if (others.length > 0) this.#firsts.set(hash, others);
      else this.#firsts.delete(hash);
    }
    this.#sketches.delete(entry);
  }

  /** The first of a group that has the article's words below its head, or all of whose members' words the article has. */
  #near(pieces: readonly Piece[], sketch: readonly number[]): { readonly first: E; readonly isShorter: boolean } | undefined {
    const asked = new Set<E>();
    for (const hash of sketch) {
      for (const first of this.#firsts.get(hash)?.slice(0, MOST) ?? []) {
        if (asked.has(first)) continue;
        asked.add(first);
        if (haveOneBody(pieces, piecesOf(first.article.prose.text))) return { first, isShorter: false };
        const texts = new Set(this.of(first).map((member) => member.article.prose.text));
        if ([...texts].every((text) => haveOneBody(piecesOf(text), pieces))) return { first, isShorter: true };
      }
    }
    return undefined;
  }
}

/** Words beside those that are quoted from which on one text in two articles is one that was copied: "…, said the mayor" comes about twice. */
const OWN_WORDS = 10;

function isOwnProse(text: string): boolean {
  const own = text.slice(0, TOP).replace(/[“„«"][^”“»"]*[”“»"]/g, ' ');
  return (own.match(/\p{L}+/gu)?.length ?? 0) >= OWN_WORDS;
}

/** Characters in which the heads of two copies and what follows them are looked for. */
const TOP = 4000;

/** Where the words that two copies share begin in each, behind their heads. */
export function bodiesOf(one: string, other: string): readonly [here: number, there: number] {
  const [here, there] = [one, other].map((text) => piecesOf(text.slice(0, TOP)));
  for (let own = 0; own <= HEAD; own++)
    for (let theirs = 0; theirs <= HEAD; theirs++) {
      const [a, b] = [here?.[own], there?.[theirs]];
      if (a && a.text === b?.text && here?.[own + 1]?.text === there?.[theirs + 1]?.text) return [a.start, b.start];
    }
  return [0, 0];
}

/** Whether all of one article but its head stands in the other one, below its head and down to an end that may go on. */
function haveOneBody(pieces: readonly Piece[], all: readonly Piece[]): boolean {
  const size = (of: readonly Piece[]) => of.reduce((sum, { text }) => sum + text.length, 0);
  for (let own = 0; own <= HEAD; own++) {
    const body = pieces.slice(own);
    if (pieces.slice(0, own).some(({ text }) => /[\d"“”«»„]/.test(text))) return false;
    if (size(body) < Math.max(LEAST, SHARE * size(all))) continue;
    for (let other = 0; other <= HEAD; other++) {
      if (body.length <= all.length - other && body.every(({ text }, i) => text === all[other + i]?.text)) return true;
    }
  }
  return false;
}

function piecesOf(prose: string): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0, to = 0; from < prose.length; from = to) {
    while (to < prose.length && !isStop(prose.charCodeAt(to)) && prose.charCodeAt(to) !== NEW_LINE) to++;
    if (to === from) {
      to++;
      continue;
    }
    while (isStop(prose.charCodeAt(to))) to++;
    const piece = prose.slice(from, to);
    const text = piece.trim();
    if (text !== '') pieces.push({ text, start: from + piece.length - piece.trimStart().length });
  }
  return pieces;
}

const NEW_LINE = 10;

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

/** The smallest hashes of an article's pieces. */
function sketchOf(pieces: readonly Piece[]): readonly number[] {
  return [...new Set(pieces.map(({ text }) => hashOf(text)))].sort((a, b) => a - b).slice(0, SKETCH);
}
