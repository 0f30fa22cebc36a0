import { inCommon } from './inCommon';
import type { SentencePairs } from './sentencePairs';
import type { VersionWords, WordRange } from './versionWords';

/** Words of an earlier version and what stands for them in the later one; either side may be empty. */
export interface Hunk {
  readonly a: WordRange;
  readonly b: WordRange;
  /** The sentences it stands in. */
  readonly sentenceA: WordRange;
  readonly sentenceB: WordRange;
}

/** Sentences longer than so many words are compared so far. */
const longestSentence = 2000;

/** Where the words of the sentences differ that are the same in other words. */
export function hunksOf(a: VersionWords, b: VersionWords, { similar }: SentencePairs): Hunk[] {
  return similar.flatMap(([x, y]): Hunk[] => {
    const [sentenceA, sentenceB] = [a.sentences[x], b.sentences[y]];
    if (sentenceA === undefined || sentenceB === undefined) return [];
    const keys = ({ words }: VersionWords, { from, to }: WordRange) =>
      words.slice(from, Math.min(to, from + longestSentence)).map(({ key }) => key);
    const pairs = inCommon(keys(a, sentenceA), keys(b, sentenceB));
    const hunks: Hunk[] = [];
    let [fromA, fromB] = [sentenceA.from, sentenceB.from];
    for (const [i, j] of [...pairs, [sentenceA.to - sentenceA.from, sentenceB.to - sentenceB.from] as const]) {
      const [toA, toB] = [sentenceA.from + i, sentenceB.from + j];
      if (toA > fromA || toB > fromB) hunks.push({ a: { from: fromA, to: toA }, b: { from: fromB, to: toB }, sentenceA, sentenceB });
      [fromA, fromB] = [toA + 1, toB + 1];
    }
    return hunks;
  });
}
