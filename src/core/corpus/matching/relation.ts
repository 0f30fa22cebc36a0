import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import type { Relation } from '../model';
import { Flag } from '../words/flags';
import type { Tokens } from '../words/tokens';
import { haveOtherWords } from './shades/swaps';
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
/** The same of all their words: "must be shut" is no part of "should be shut down". */
const ALL = 0.75;
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
/** Share of a stretch that must be speech before what stands around it is left out as who speaks. */
const SPOKEN = 0.6;
/** As a lemma. */
const ACCORDING = 'accord';
/** Words of "According to the report of the regional inspectors", at most. */
const LONGEST_SOURCE = 10;
/** Words that come and go with the frame a quotation is set into. */
const FRAME = new Set(['a', 'an', 'the', 'that', 'and', 'but']);

/** How two passages relate; symmetric. Told by the words between quotation marks, where both have some. */
export function relationOf(a: Place, b: Place, lexicon: Lexicon): Relation {
  const [x, y] = [partsOf(a, lexicon), partsOf(b, lexicon)];
  const isReport = x.quoted.length === 0 || y.quoted.length === 0;
  if (isReport && isYes(a) !== isYes(b)) return 'indirect';
  if (isSame(x.all, y.all)) return 'verbatim';
  if (isReport)
    return isNarrated(a) && isNarrated(b) && isTaken(x.all, y.all) && !haveOtherWords(x.all, y.all, lexicon) ? 'verbatim' : 'indirect';
  const wholes = Number(x.share > WHOLE) + Number(y.share > WHOLE);
  if (wholes === 0 && isSame(x.said, y.said)) return 'verbatim';
  if (wholes === 2 && isRun(x.said, y.all) && isRun(y.said, x.all)) return 'verbatim';
  const shared = commonShare(x.quoted, y.quoted);
  if (wholes === 2) return shared >= CUT && commonShare(x.all, y.all) >= ALL ? 'trimmed' : 'retranslated';
  if (shared < CUT_MIXED) return 'indirect';
  const [least, most] = x.share < y.share ? [x, y] : [y, x];
  return least.share >= LITTLE || most.quoted.length <= least.quoted.length ? 'trimmed' : 'indirect';
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
    const part = coordinated(tokens, clause, { from, to }, lexicon);
    let [all, shared, allQuoted, sharedQuoted] = [0, 0, 0, 0];
    for (let i = part.from; i < part.to; i++) {
      const [inside, quoted] = [Number(i >= from && i < to), Number(isQuoted(i))];
      all++;
      shared += inside;
      allQuoted += quoted;
      sharedQuoted += inside * quoted;
    }
    if (2 * shared >= all || 2 * sharedQuoted >= allQuoted) return { from: part.from, to: part.to };
  }
  let first = from;
  while (first < to && !isQuoted(first)) first++;
  let last = to - 1;
  while (last > first && !isQuoted(last)) last--;
  if (first === to) return { from, to };
  const most = last + 1 - first >= SPOKEN * (to - from);
  let start = most && isFrame({ tokens, voices, from, to: first }, lexicon) ? first : from;
  let end = most && isFrame({ tokens, voices, from: last + 1, to }, lexicon) ? last + 1 : to;
  const reach = end - start;
  start = afterFrame({ tokens, voices, from: start, to: end }, lexicon);
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

/** Where a stretch that begins within the attribution between two parts of a quotation begins to quote. */
function afterFrame({ tokens, voices, from, to }: Place, lexicon: Lexicon): number {
  const isOutlet = (i: number) => voices.at[i] === 0 && ((tokens.flags[i] ?? 0) & Flag.quoted) === 0;
  let [first, start] = [from, from];
  while (start < to && isOutlet(start)) start++;
  while (first > 0 && isOutlet(first - 1) && !((tokens.flags[first] ?? 0) & Flag.sentence)) first--;
  const isBetween = start > from && start < to && first > 0 && !((tokens.flags[first] ?? 0) & Flag.sentence);
  return isBetween && isFrame({ tokens, voices, from: first, to: start }, lexicon) ? start : from;
}

/** Of a clause that quotes in several parts joined by "and" or "but", those that a stretch touches. */
function coordinated(tokens: Tokens, clause: Stretch, stretch: Stretch, lexicon: Lexicon): Stretch {
  const isQuoted = (i: number) => ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  const word = (i: number) => lexicon.word(tokens.lemma[i] ?? -1);
  const parts: { from: number; to: number }[] = [];
  for (let i = clause.from, from = clause.from, quotes = false; i < clause.to; i++) {
    const isJoint = !isQuoted(i) && (word(i) === 'and' || word(i) === 'but') && (word(i + 1) === 'that' || isQuoted(i + 1));
    if (isJoint && quotes) {
      parts.push({ from, to: i });
      [from, quotes] = [i + 1, false];
    }
    quotes ||= isQuoted(i);
    if (i === clause.to - 1) parts.push({ from, to: clause.to });
  }
  const touched = parts.filter((part) => {
    for (let i = Math.max(part.from, stretch.from); i < Math.min(part.to, stretch.to); i++) if (isQuoted(i)) return true;
    return false;
  });
  return { from: touched[0]?.from ?? clause.from, to: touched.at(-1)?.to ?? clause.to };
}

/** Whether a passage says that something is so: a denied negation does. */
function isYes({ tokens, voices, from, to }: Place): boolean {
  let negated = spokenIn(voices, from, to)?.denied !== undefined;
  for (let i = from; i < to; i++) if ((tokens.flags[i] ?? 0) & Flag.negation) negated = !negated;
  return !negated;
}

/** Whether the outlet itself says what is neither quoted nor reported. */
function isNarrated({ voices, from, to }: Place): boolean {
  return spokenIn(voices, from, to) === undefined;
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

function partsOf(place: Place, lexicon: Lexicon): Parts {
  const { tokens } = place;
  const all = wordsSaid(place, lexicon);
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

/** The tokens of a passage without who said it and without what an outlet puts into a quotation between brackets. */
function wordsSaid({ tokens, voices, from, to }: Place, lexicon: Lexicon): number[] {
  const flags = (i: number) => tokens.flags[i] ?? 0;
  const isOutlet = (i: number) => voices.at[i] === 0 && (flags(i) & Flag.quoted) === 0;
  const found: number[] = [];
  for (let i = from, end = from; i < to; i = end) {
    while (end < to && isOutlet(end) === isOutlet(i)) end++;
    const isLeft = end - i < to - from && isOutlet(i) && isFrame({ tokens, voices, from: i, to: end }, lexicon);
    if (!isLeft) i = afterSource(tokens, i, end, lexicon);
    for (let k = i; k < end && !isLeft; k++) if ((flags(k) & Flag.bracketed) === 0 || (flags(k) & Flag.quoted) === 0) found.push(k);
  }
  return found;
}

/** Where a sentence that begins with "According to the report," goes on. */
function afterSource({ lemma, flags }: Tokens, from: number, to: number, lexicon: Lexicon): number {
  const word = (i: number) => lexicon.word(lemma[i] ?? -1);
  const isSource = ((flags[from] ?? 0) & Flag.sentence) !== 0 && word(from) === ACCORDING && word(from + 1) === 'to';
  if (!isSource) return from;
  for (let i = from + 2; i < Math.min(to, from + LONGEST_SOURCE); i++) if ((flags[i] ?? 0) & Flag.clause) return i;
  return from;
}

/** Whether words of the outlet say who speaks: by a verb of saying, or as what stands in one sentence with words between marks alone: “…,” she tweeted. */
function isFrame({ tokens, voices, from, to }: Place, lexicon: Lexicon): boolean {
  for (let i = from; i < to; i++) if (lexicon.kind(tokens.lemma[i] ?? 0) === Kind.reporting) return true;
  if (from >= to) return false;
  const isDirect = (i: number) => voices.spoken[(voices.at[i] ?? 0) - 1]?.type === 'direct' && ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  const begins = (i: number) => ((tokens.flags[i] ?? 0) & Flag.sentence) !== 0;
  for (let i = from + 1; i < to; i++) if (begins(i)) return false;
  return (!begins(from) && isDirect(from - 1)) || (to < tokens.lemma.length && !begins(to) && isDirect(to));
}

/** Share of the shorter row's words that stand in the longer one in order. */
function commonShare(a: readonly number[], b: readonly number[]): number {
  return longestCommon(a, b) / Math.min(a.length, b.length);
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
export function runAt<T>(words: readonly T[], among: readonly T[]): number {
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
