import type { Change } from './change';
import type { SentencePairs } from './sentencePairs';
import type { VersionWords, WordRange } from './versionWords';

/** Fewer words between marks are a term more often than somebody's words. */
const shortest = 4;
/** Places of three words in a row that are looked at. */
const mostPlaces = 20;

/** Quotations of sentences that have no counterpart, whose words stand nowhere else in the later version. Linear. */
export function takenOut(a: VersionWords, b: VersionWords, pairs: SentencePairs): Change[] {
  const places = new Map<string, number[]>();
  const three = ({ words }: VersionWords, at: number) => [0, 1, 2].map((i) => words[at + i]?.key ?? '').join(' ');
  for (let at = 0; at + 2 < b.words.length; at++) {
    const list = places.get(three(b, at)) ?? [];
    places.set(three(b, at), list);
    if (list.length < mostPlaces) list.push(at);
  }
  const stands = ({ from, to }: WordRange) =>
    places.get(three(a, from))?.some((at) => {
      for (let i = 0; i < to - from; i++) if (a.words[from + i]?.key !== b.words[at + i]?.key) return false;
      return true;
    }) === true;
  const gone = new Map<number, number>();
  for (const sentence of pairs.removed) {
    const { from = 0, to = 0 } = a.sentences[sentence] ?? {};
    for (let i = from; i < to; i++) {
      const quoted = a.words[i]?.quoted ?? -1;
      if (!gone.has(quoted)) gone.set(quoted, sentence);
    }
  }
  return [...gone].flatMap(([quoted, sentence]): Change[] => {
    const range = a.quoted[quoted];
    if (range === undefined || range.to - range.from < shortest || stands(range)) return [];
    const rest = restOf(a, b, pairs, sentence, range);
    return [{ kind: 'quotation', before: range, ...(rest ? { after: rest } : { at: placeOf(b, pairs, sentence) }) }];
  });
}

/** What is left of words of several sentences of which one is gone. */
function restOf(a: VersionWords, b: VersionWords, { counterparts }: SentencePairs, sentence: number, { from, to }: WordRange) {
  const isOf = (at: number) => (a.sentences[at]?.from ?? to) < to && (a.sentences[at]?.to ?? from) > from;
  let first = sentence;
  while (first > 0 && isOf(first - 1)) first--;
  for (let at = first; isOf(at); at++) {
    const there = b.sentences[counterparts.get(at) ?? -1];
    const quoted = there && b.words.slice(there.from, there.to).find((word) => word.quoted >= 0)?.quoted;
    if (quoted !== undefined) return b.quoted[quoted];
  }
  return undefined;
}

/** Behind the counterpart of the closest sentence before it that has one. */
function placeOf(b: VersionWords, { counterparts }: SentencePairs, sentence: number): number {
  for (let before = sentence - 1; before >= 0; before--) {
    const there = counterparts.get(before);
    if (there !== undefined) return b.sentences[there]?.to ?? 0;
  }
  return 0;
}
