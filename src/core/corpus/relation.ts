import { Kind, type Lexicon } from './lexicon';
import type { Relation } from './model';
import { Flag, type Tokens } from './tokens';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Share of the shorter rendering's words that must stand in the longer one, in order, to call it the same words cut. */
const CUT = 0.9;
/** The same where one of them quotes only parts. */
const CUT_MIXED = 0.5;
/** Share of a passage between quotation marks from which on it counts as quoted. */
const WHOLE = 0.8;
/** Share under which quoted words are sprinkled into reported speech. */
const LITTLE = 0.3;

/** How two passages relate; symmetric. Told by the words between quotation marks, where both have some. */
export function relationOf(a: Tokens, inA: Stretch, b: Tokens, inB: Stretch, lexicon: Lexicon): Relation {
  const [x, y] = [partsOf(a, inA, lexicon), partsOf(b, inB, lexicon)];
  if (isSame(x.words, y.words)) return 'verbatim';
  if (x.quoted.length === 0 || y.quoted.length === 0) return 'indirect';
  const wholes = Number(x.share > WHOLE) + Number(y.share > WHOLE);
  if (wholes === 0 && x.quoted.length > 1 && isSame(x.quoted, y.quoted)) return 'verbatim';
  const shared = longestCommon(x.quoted, y.quoted) / Math.min(x.quoted.length, y.quoted.length);
  if (wholes === 2) return shared >= CUT ? 'trimmed' : 'retranslated';
  return shared >= CUT_MIXED && Math.min(x.share, y.share) >= LITTLE ? 'trimmed' : 'indirect';
}

/** Widens a stretch that is mostly quoted to the sentence it is quoted from, and leaves out who said it. */
export function settle(tokens: Tokens, { from, to }: Stretch, lexicon: Lexicon): Stretch {
  const isQuoted = (i: number) => ((tokens.flags[i] ?? 0) & Flag.quoted) !== 0;
  const begins = (i: number) => ((tokens.flags[i] ?? 0) & Flag.sentence) !== 0;
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

interface Parts {
  readonly words: readonly number[];
  readonly quoted: readonly number[];
  /** Share of the words that are quoted. */
  readonly share: number;
}

/** The words that carry content, or all where none does. */
function partsOf(tokens: Tokens, { from, to }: Stretch, lexicon: Lexicon): Parts {
  const all = Array.from({ length: to - from }, (_, i) => from + i);
  const content = all.filter((i) => lexicon.kind(tokens.lemma[i] ?? 0) !== Kind.function);
  const used = content.length > 0 ? content : all;
  const lemma = (i: number) => tokens.lemma[i] ?? 0;
  const quoted = used.filter((i) => (tokens.flags[i] ?? 0) & Flag.quoted);
  return { words: used.map(lemma), quoted: quoted.map(lemma), share: quoted.length / used.length };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Length of the longest common subsequence. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
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
