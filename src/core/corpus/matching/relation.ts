import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Relation } from '../model';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import { spokenIn, type Voices } from './voices';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch with the article it stands in. */
export interface Place extends Stretch {
  readonly tokens: Tokens;
  readonly voices: Voices;
}

/** Share of the shorter rendering's words that must stand in the longer one, in order, to call it the same words cut. */
const CUT = 0.9;
/** The same where one of them quotes only parts. */
const CUT_MIXED = 0.5;
/** Share of a passage between quotation marks from which on it counts as quoted. */
const WHOLE = 0.8;
/** Share under which quoted words are sprinkled into reported speech. */
const LITTLE = 0.3;
/** Share of the longer of two narrated passages that must stand in the other, in order, to call it taken over word for word. */
const TAKEN = 0.8;
/** Words from which on that cannot be chance. */
const TAKEN_WORDS = 8;
/** Words that come and go with the frame a quotation is set into. */
const FRAME = new Set(['a', 'an', 'the', 'that', 'and', 'but']);

/** How two passages relate; symmetric. Told by the words between quotation marks, where both have some. */
export function relationOf(a: Place, b: Place, lexicon: Lexicon): Relation {
  const [x, y] = [partsOf(a, lexicon), partsOf(b, lexicon)];
  const isReport = x.quoted.length === 0 || y.quoted.length === 0;
  if (isReport && isYes(a) !== isYes(b)) return 'indirect';
  if (x.quoted.length === 0 && y.quoted.length === 0 && isTaken(x.all, y.all)) return 'verbatim';
  if (isReport) return isSame(x.all, y.all) ? 'verbatim' : 'indirect';
  const wholes = Number(x.share > WHOLE) + Number(y.share > WHOLE);
  if (wholes === 0 && isSame(x.said, y.said)) return 'verbatim';
  if (wholes === 2 && isRun(x.said, y.all) && isRun(y.said, x.all)) return 'verbatim';
  const shared = longestCommon(x.quoted, y.quoted) / Math.min(x.quoted.length, y.quoted.length);
  if (wholes === 2) return shared >= CUT ? 'trimmed' : 'retranslated';
  return shared >= CUT_MIXED && Math.min(x.share, y.share) >= LITTLE ? 'trimmed' : 'indirect';
}

/**
 * Makes of a found stretch the passage that a reader would point at: the reported clause of a quotation that quotes in parts, or
 * the sentences between quotation marks, without who said it.
 */
export function settle({ tokens, voices, from, to }: Place, lexicon: Lexicon): Stretch {
  const isQuoted = (i: number) => ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  const begins = (i: number) => ((tokens.flags[i] ?? 0) & Flag.sentence) !== 0;
  const clause = spokenIn(voices, from, to);
  if (clause?.type === 'mixed') {
    let [all, shared, allQuoted, sharedQuoted] = [0, 0, 0, 0];
    for (let i = clause.from; i < clause.to; i++) {
      const [inside, quoted] = [Number(i >= from && i < to), Number(isQuoted(i))];
      all++;
      shared += inside;
      allQuoted += quoted;
      sharedQuoted += inside * quoted;
    }
    if (2 * shared >= all || 2 * sharedQuoted >= allQuoted) return { from: clause.from, to: clause.to };
  }
  let first = from;
  while (first < to && !isQuoted(first)) first++;
  let last = to - 1;
  while (last > first && !isQuoted(last)) last--;
  if (first === to) return { from, to };
  const speaks = (start: number, end: number) => {
    for (let i = start; i < end; i++) if (lexicon.kind(tokens.lemma[i] ?? 0) === Kind.reporting) return true;
    return false;
  };
  const most = last + 1 - first >= 0.6 * (to - from);
  let start = most && speaks(from, first) ? first : from;
  let end = most && speaks(last + 1, to) ? last + 1 : to;
  const reach = end - start;
  if (isQuoted(start)) {
    let back = start;
    while (back > 0 && !begins(back) && isQuoted(back - 1) && start - back < reach) back--;
    if (back === 0 || begins(back) || !isQuoted(back - 1)) start = back;
  }
  if (isQuoted(end - 1)) {
    let on = end;
    while (on < tokens.lemma.length && !begins(on) && isQuoted(on) && on - end < reach) on++;
    if (on === tokens.lemma.length || begins(on) || !isQuoted(on)) end = on;
  }
  return { from: start, to: end };
}

/** Whether a passage says that something is so: a denied negation does. */
function isYes({ tokens, voices, from, to }: Place): boolean {
  let negated = spokenIn(voices, from, to)?.denied ?? false;
  for (let i = from; i < to; i++) if ((tokens.flags[i] ?? 0) & Flag.negation) negated = !negated;
  return !negated;
}

interface Parts {
  /** The words that carry content, or all where none does. */
  readonly words: readonly number[];
  /** Those between quotation marks. */
  readonly quoted: readonly number[];
  /** All words but those of the frame. */
  readonly all: readonly number[];
  /** Those of them between quotation marks. */
  readonly said: readonly number[];
  /** Share of the words that are quoted. */
  readonly share: number;
}

function partsOf({ tokens, from, to }: Place, lexicon: Lexicon): Parts {
  const all = Array.from({ length: to - from }, (_, i) => from + i);
  const lemma = (i: number) => tokens.lemma[i] ?? 0;
  const isQuoted = (i: number) => ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  const content = all.filter((i) => lexicon.kind(lemma(i)) !== Kind.function);
  const used = content.length > 0 ? content : all;
  const quoted = used.filter(isQuoted);
  const framed = all.filter((i) => !FRAME.has(lexicon.word(lemma(i))));
  return {
    words: used.map(lemma),
    quoted: quoted.map(lemma),
    all: framed.map(lemma),
    said: framed.filter(isQuoted).map(lemma),
    share: quoted.length / used.length,
  };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function isTaken(a: readonly number[], b: readonly number[]): boolean {
  return Math.min(a.length, b.length) >= TAKEN_WORDS && longestCommon(a, b) >= TAKEN * Math.max(a.length, b.length);
}

/** Whether the words stand in a row among the others. */
export function isRun(words: readonly number[], among: readonly number[]): boolean {
  return runAt(words, among) >= 0;
}

/** Where the words stand in a row among the others, or -1. */
export function runAt(words: readonly number[], among: readonly number[]): number {
  for (let at = 0; at + words.length <= among.length; at++) if (words.every((word, i) => word === among[at + i])) return at;
  return -1;
}

/** Length of the longest common subsequence. */
export function longestCommon(a: readonly number[], b: readonly number[]): number {
  const row = new Int32Array(b.length + 1);
  for (const x of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = x === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
