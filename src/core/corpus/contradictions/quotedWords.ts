import { conflictOf } from './contradiction';
import { type Gap, isExplained } from './explained';
import { areOtherWordings, isContent } from './quoted/otherWordings';
import { areOfOtherOccasions } from './scenes/scene';
import { saysTranslated } from './translated';
import { COMMON, compoundedAs, nearTo, rowsOf, type Run, type Word } from './quotedRuns';
import { primaryOf } from '../../analysis/index';
import type { Conflict } from '../model';
import { compareSpeakers, spokenIn } from '../matching/voices';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';

/** How many of the words in common stand in a row at least. */
const ROW = 3;
/** Share of the words between the ends that must be common; where one side only leaves words out, of the longer. */
const SAME = 0.7;
const LEFT = 0.5;
/** Where more than two fifths are left out, the words of content among those in common. */
const MUCH = 0.6;
const TELLING = 4;
/** Words of content in common, at least. */
const LEAST = 2;
/** Words that may still stand before or behind what is shared. */
const EDGE = 1;
/** Places that differ up to which it is one utterance quoted differently, and not translated or said again. */
const PLACES = 3;
/** Pairs of one speaker told in other words, from which on the outlets translate or tell of two speeches. */
const RETOLD = 2;

/** One utterance between marks on both sides, with other words in it that nothing explains. */
export interface Altered {
  readonly conflict: Conflict;
  /** The whole runs, and as much of each as the other has. */
  readonly runs: readonly [Run, Run];
  readonly near: readonly [Run, Run];
  /** What the one has where the other has something else. */
  readonly words: readonly [string, string];
}

export function alteredWords(a: readonly Run[], b: readonly Run[], lexicon: Lexicon): Altered[] {
  const found: Altered[] = [];
  const rows = new Map(b.map((y) => [y, rowsOf(y.words)]));
  let retold: readonly (readonly [Run, Run])[] | undefined;
  for (const x of a) {
    const inX = new Set(rowsOf(x.words));
    if (inX.size === 0) continue;
    for (const y of b) {
      if (!rows.get(y)?.some((row) => inX.has(row)) || isOtherSpeaker(x, y)) continue;
      const [own, other] = [nearTo(y, x), nearTo(x, y)];
      const [here, there] = [compoundedAs(other, own), compoundedAs(own, other)];
      if (isConditional(here) !== isConditional(there)) continue;
      const gaps = gapsOf(here, there, lexicon);
      if (!gaps || gaps.length === 0 || gaps.length > PLACES) continue;
      if (isTranslated(x, y, (retold ??= retoldOf(a, b))) || saysTranslated(x) || saysTranslated(y)) continue;
      if (areOtherWordings(here, there, gaps, lexicon) || areOfOtherOccasions(here, there)) continue;
      // "I will not carry it" is "I will carry it no longer"
      const isMoved = negationsOf(x) === negationsOf(y);
      const isHeavy = gaps.some((gap) => contentOf(here, gap.a, lexicon, isMoved) !== contentOf(there, gap.b, lexicon, isMoved));
      found.push({
        conflict: { ...conflictOf('wording', [here, there], messageOf(gaps, here, there)), level: isHeavy ? 'conflict' : 'differs' },
        runs: [x, y],
        near: [here, there],
        words: [foldedWords(gaps.map((gap) => gap.a)), foldedWords(gaps.map((gap) => gap.b))],
      });
      break;
    }
  }
  return found;
}

/** What must differ to be an alteration of weight: "had seen" for "saw" is another form of the same word. */
function contentOf(run: Run, words: readonly Word[], lexicon: Lexicon, isMoved: boolean): string {
  const { lemma, flags } = run.source.text.tokens;
  const isNo = (token: number) => ((flags[token] ?? 0) & Flag.negation) !== 0 && lexicon.kind(lemma[token] ?? -1) === Kind.function;
  const content = words.filter(({ token }) => isContent(run, token, lexicon) && !(isMoved && isNo(token)));
  return content.map(({ token }) => `${lemma[token] ?? -1} ${(flags[token] ?? 0) & Flag.negation}`).join(', ');
}

function negationsOf({ source, from, to }: Run): number {
  return source.text.tokens.flags.subarray(from, to).filter((flag) => (flag & Flag.negation) !== 0).length;
}

/** Against a primary source it is told which of the two are the words; between two reports nobody knows. */
function messageOf(gaps: readonly Gap[], here: Run, there: Run): string {
  const [kindHere, kindThere] = [primaryOf(here.source), primaryOf(there.source)];
  const primary = kindHere === undefined ? kindThere : kindThere === undefined ? kindHere : undefined;
  const parts = gaps.map((gap) => {
    const [a, b] = [wordsIn(here, gap.a), wordsIn(there, gap.b)];
    if (primary === undefined && a !== '' && b !== '') return `“${a}” against “${b}”`;
    // Where one only leaves words out, those around them tell it apart.
    if (primary === undefined) return `“${wordsIn(here, around(gap.before, gap.a, gap.nextA))}” against “${wordsIn(there, around(gap.beforeB, gap.b, gap.nextB))}”`; // prettier-ignore
    const [words, quoted] = kindHere === undefined ? [b, a] : [a, b];
    if (quoted === '') return `without “${words}”, as the ${primary} has it`;
    return words === '' ? `“${quoted}”, which the ${primary} has not` : `“${quoted}” where the ${primary} has “${words}”`;
  });
  return `Quoted differently: ${parts.join('; ')}`;
}

function around(before: Word | undefined, words: readonly Word[], next: Word | undefined): readonly Word[] {
  return [before, ...words, next].filter((word) => word !== undefined);
}

function foldedWords(gaps: readonly (readonly Word[])[]): string {
  return gaps.map((words) => words.map(({ folded }) => folded).join(' ')).join(' / ');
}

/** As the article has them. */
function wordsIn({ source: { article, text } }: Run, words: readonly Word[]): string {
  const { start, end } = text.tokens;
  return [...new Set(words.map(({ token }) => token))].map((token) => article.prose.text.slice(start[token], end[token])).join(' ');
}

function isConditional({ words }: Run): boolean {
  return words.some(({ folded }) => folded === 'if' || folded === 'unless');
}

function isOtherSpeaker(a: Run, b: Run): boolean {
  const [x, y] = [a, b].map(({ source, from, to }) => spokenIn(source.voices, from, to));
  return x !== undefined && y !== undefined && compareSpeakers(x.speakers, y.speakers) === 'other';
}

/** Where more of what the two say stands there in other words, outlets translate, or tell of two speeches. */
function isTranslated(x: Run, y: Run, retold: readonly (readonly [Run, Run])[]): boolean {
  let count = 0;
  for (const [here, there] of retold) {
    if (here === x || there === y || isOtherSpeaker(here, x) || isOtherSpeaker(there, y)) continue;
    if (++count === RETOLD) return true;
  }
  return false;
}

/** Pairs that may be one person's, of which about half of the words are the same. */
function retoldOf(a: readonly Run[], b: readonly Run[]): (readonly [Run, Run])[] {
  const found: (readonly [Run, Run])[] = [];
  for (const here of a) {
    const rows = rowsOf(here.words);
    for (const there of b) {
      if (isOtherSpeaker(here, there)) continue;
      // by chance many words of a few stand somewhere in a long turn
      if (areUneven(here, there) && !rowsOf(there.words).some((row) => rows.includes(row))) continue;
      const shared = longestInCommon(here.words, there.words).length / Math.min(here.words.length, there.words.length);
      if (shared >= 0.45 && shared < 0.85) found.push([here, there]);
    }
  }
  return found;
}

function areUneven({ words: a }: Run, { words: b }: Run): boolean {
  return Math.max(a.length, b.length) > 2 * Math.min(a.length, b.length);
}

/** Where two runs differ between the first and the last words they share; undefined where they are not one utterance. */
function gapsOf(a: Run, b: Run, lexicon: Lexicon): readonly Gap[] | undefined {
  const pairs = withEnds(longestInCommon(a.words, b.words), a, b);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length < COMMON || longestRow(pairs) < ROW) return undefined;
  // "is more than I am" stands in many a sentence
  if (pairs.filter(([at]) => isContent(a, a.words[at]?.token ?? -1, lexicon)).length < LEAST) return undefined;
  // Where both go on with other words, two texts share some in their middle.
  if (!isEnd(a, first[0], -1) && !isEnd(b, first[1], -1)) return undefined;
  if (!isEnd(a, last[0], 1) && !isEnd(b, last[1], 1)) return undefined;
  const gaps: Gap[] = [];
  let [open, dropped] = [0, 0];
  for (let i = 1; i < pairs.length; i++) {
    const [[x, y], [nextX, nextY]] = [pairs[i - 1] ?? first, pairs[i] ?? last];
    if (nextX === x + 1 && nextY === y + 1) continue;
    const gap = {
      a: a.words.slice(x + 1, nextX),
      b: b.words.slice(y + 1, nextY),
      before: a.words[x],
      beforeB: b.words[y],
      nextA: a.words[nextX],
      nextB: b.words[nextY],
    };
    if (isExplained(gap)) continue;
    gaps.push(gap);
    open += Math.max(gap.a.length, gap.b.length);
    if (gap.a.length * gap.b.length === 0) dropped += Math.max(gap.a.length, gap.b.length);
  }
  const isLeftOut = open === dropped && new Set(gaps.map(({ a }) => a.length === 0)).size === 1;
  if (pairs.length >= SAME * (pairs.length + open)) return gaps;
  // "I am not going to" begins many a sentence
  const telling = pairs.filter(([at]) => isContent(a, a.words[at]?.token ?? -1, lexicon)).length;
  const share = pairs.length / (pairs.length + open);
  return isLeftOut && share >= LEFT && (share >= MUCH || telling >= TELLING) ? gaps : undefined;
}

/** Whether a run, or its sentence, ends where it goes on with nothing that is shared. */
function isEnd({ words, source }: Run, at: number, step: 1 | -1, most = EDGE): boolean {
  for (let i = at, left = 0; left <= most; i += step, left++) {
    const edge = words[step < 0 ? i : i + 1];
    if (!edge || (step < 0 && i === 0) || (source.text.tokens.flags[edge.token] ?? 0) & Flag.sentence) return true;
  }
  return false;
}

type Pair = readonly [a: number, b: number];

/** Without single words at the ends that stand in both by chance; those with which both begin or end do not, a word or two from the rest. */
function withEnds(pairs: readonly Pair[], a: Run, b: Run): readonly Pair[] {
  const inRow = pairs.map((_, i) => isNext(pairs[i], pairs[i + 1]));
  const [from, last] = [inRow.indexOf(true), inRow.lastIndexOf(true)];
  if (from < 0) return [];
  const isBeside = (one: Pair | undefined, next: Pair | undefined) =>
    one !== undefined && next !== undefined && Math.max(next[0] - one[0], next[1] - one[1]) <= BESIDE;
  const isEdge = (pair: Pair | undefined, step: 1 | -1) => pair !== undefined && isEnd(a, pair[0], step, 0) && isEnd(b, pair[1], step, 0);
  const begin = isEdge(pairs[from - 1], -1) && isBeside(pairs[from - 1], pairs[from]) ? from - 1 : from;
  const end = isEdge(pairs[last + 2], 1) && isBeside(pairs[last + 1], pairs[last + 2]) ? last + 3 : last + 2;
  return pairs.slice(begin, end);
}
const BESIDE = 3;

function isNext(one: Pair | undefined, next: Pair | undefined): boolean {
  return one !== undefined && next?.[0] === one[0] + 1 && next[1] === one[1] + 1;
}

function longestRow(pairs: readonly Pair[]): number {
  let [longest, row] = [1, 1];
  for (let i = 1; i < pairs.length; i++) {
    row = isNext(pairs[i - 1], pairs[i]) ? row + 1 : 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** The longest common subsequence, as pairs of places. */
function longestInCommon(a: readonly Word[], b: readonly Word[]): Pair[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i]?.folded === b[j]?.folded
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.folded === b[j]?.folded) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
