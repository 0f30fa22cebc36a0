import { FUNCTION } from '../corpus/words/kinds';
import { inCommon, type Pair } from './inCommon';
import type { VersionWords, WordRange } from './versionWords';

/** The sentences of two versions, as indices. */
export interface SentencePairs {
  /** The later version's sentence of each of the earlier one that has a counterpart there. */
  readonly counterparts: ReadonlyMap<number, number>;
  /** The same sentence in other words. */
  readonly similar: readonly Pair[];
  /** Without a counterpart. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Words that stand in more sentences say nothing about which two belong together. */
const mostSentences = 12;
/** Share of the words of the shorter sentence, and of the longer, that two versions of one have in common. */
const sharedOfShorter = 0.5;
const sharedOfLonger = 0.3;

/** Finds the counterpart of each sentence: those that stay in order, those that were moved, those that share most of their words. */
export function sentencePairs(a: VersionWords, b: VersionWords): SentencePairs {
  const keysA = a.sentences.map((range) => keyOf(a, range));
  const keysB = b.sentences.map((range) => keyOf(b, range));
  const same = inCommon(keysA, keysB);
  const leftA = others(keysA, new Set(same.map(([x]) => x)));
  const leftB = others(keysB, new Set(same.map(([, y]) => y)));
  const moved = new Map<string, number[]>();
  for (const y of leftB) moved.set(keysB[y] ?? '', [...(moved.get(keysB[y] ?? '') ?? []), y]);
  const counterparts = new Map(same);
  const goneB = new Set<number>();
  const openA = leftA.filter((x) => {
    const y = moved.get(keysA[x] ?? '')?.shift();
    if (y === undefined) return true;
    goneB.add(y);
    counterparts.set(x, y);
    return false;
  });
  const openB = leftB.filter((y) => !goneB.has(y));
  const similar = similarPairs(a, openA, b, openB);
  for (const [x, y] of similar) counterparts.set(x, y);
  const paired = new Set(similar.map(([, y]) => y));
  return { counterparts, similar, removed: openA.filter((x) => !counterparts.has(x)), added: openB.filter((y) => !paired.has(y)) };
}

function keyOf({ words }: VersionWords, { from, to }: WordRange): string {
  let key = '';
  for (let i = from; i < to; i++) key += ` ${words[i]?.key ?? ''}`;
  return key;
}

function others(all: readonly unknown[], known: ReadonlySet<number>): number[] {
  return all.flatMap((_, i) => (known.has(i) ? [] : [i]));
}

/** Best first: each sentence is taken once. Candidates are found by the words that few of the sentences have. */
function similarPairs(a: VersionWords, openA: readonly number[], b: VersionWords, openB: readonly number[]): Pair[] {
  const setOf = ({ words, sentences }: VersionWords, at: number) => {
    const { from = 0, to = 0 } = sentences[at] ?? {};
    return new Set(words.slice(from, to).map(({ key }) => key));
  };
  const setsB = new Map(openB.map((y) => [y, setOf(b, y)]));
  const sentencesOf = new Map<string, number[]>();
  for (const [y, keys] of setsB)
    for (const key of keys) {
      const list = sentencesOf.get(key) ?? [];
      sentencesOf.set(key, list);
      if (list.length <= mostSentences) list.push(y);
    }
  const found: { readonly pair: Pair; readonly share: number }[] = [];
  for (const x of openA) {
    const keys = setOf(a, x);
    const candidates = new Set<number>();
    for (const key of keys) {
      const list = FUNCTION.has(key) && keys.size > 6 ? [] : (sentencesOf.get(key) ?? []);
      if (list.length <= mostSentences) for (const y of list) candidates.add(y);
    }
    for (const y of candidates) {
      const other = setsB.get(y) ?? new Set();
      let shared = 0;
      for (const key of keys) if (other.has(key)) shared += 1;
      const [shorter, longer] = [Math.min(keys.size, other.size), Math.max(keys.size, other.size)];
      if (shared >= sharedOfShorter * shorter && shared >= sharedOfLonger * longer) found.push({ pair: [x, y], share: shared / longer });
    }
  }
  const distance = ([x, y]: Pair) => Math.abs(x / a.sentences.length - y / b.sentences.length);
  found.sort((one, other) => other.share - one.share || distance(one.pair) - distance(other.pair));
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return found
    .flatMap(({ pair }) => {
      const [x, y] = pair;
      if (takenA.has(x) || takenB.has(y)) return [];
      takenA.add(x);
      takenB.add(y);
      return [pair];
    })
    .sort(([x], [y]) => x - y);
}
