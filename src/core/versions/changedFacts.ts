import type { DateExpression } from '../analysis/index';
import { FUNCTION } from '../corpus/words/kinds';
import type { Change } from './change';
import type { Hunk } from './hunks';
import { numberIn, type VersionWord, type VersionWords, type WordRange } from './versionWords';

/** A hunk outside quotation marks, and where else in the later version its words may have gone. */
export interface ChangedWords {
  readonly a: VersionWords;
  readonly b: VersionWords;
  readonly hunk: Hunk;
  /** Sentences that only the later version has. */
  readonly added: readonly WordRange[];
}

/** The dates and figures that stand there no more, with what stands for them. What was only added is no change. */
export function changedFacts(changed: ChangedWords): Change[] {
  return [...changedDates(changed), ...changedFigures(changed)];
}

/** The date that a word belongs to; mere lengths of time are figures. */
export function dateAt({ words, dates }: VersionWords, at: number): DateExpression | undefined {
  const date = dates[words[at]?.dated ?? -1];
  return date?.minor === true || date?.type === 'DURATION' ? undefined : date;
}

function changedDates({ a, b, hunk, added }: ChangedWords): Change[] {
  const [before, after] = [datesIn(a, hunk.a), datesIn(b, { from: hunk.b.from - 1, to: hunk.b.to + 1 })];
  const there = [hunk.sentenceB, ...added].flatMap((range) => datesIn(b, range));
  return before.flatMap((range): Change[] => {
    const date = dateAt(a, range.from);
    const isSame = (other: WordRange) => isSameDate(date, dateAt(b, other.from), keysOf(a, range), keysOf(b, other));
    if (there.some(isSame)) return [];
    const [other] = after;
    if (other !== undefined) return [{ kind: 'date', before: range, after: other }];
    return [{ kind: 'date', before: range, at: hunk.b.from }];
  });
}

function isSameDate(a: DateExpression | undefined, b: DateExpression | undefined, wordsA: readonly string[], wordsB: readonly string[]) {
  return a?.value === b?.value || wordsA.every((key) => wordsB.includes(key)) || wordsB.every((key) => wordsA.includes(key));
}

/** The dates that words of a range belong to, each as all of its words. */
function datesIn(version: VersionWords, { from, to }: WordRange): WordRange[] {
  const found = new Map<number, WordRange>();
  for (let at = Math.max(0, from); at < to; at++) {
    const dated = version.words[at]?.dated ?? -1;
    const range = version.dated[dated];
    if (range && dateAt(version, at)) found.set(dated, range);
  }
  return [...found.values()];
}

function changedFigures({ a, b, hunk, added }: ChangedWords): Change[] {
  const [before, after] = [figuresIn(a, hunk.a), figuresIn(b, hunk.b)];
  const keys = (version: VersionWords, places: readonly number[]) => places.map((at) => figureKey(version, at));
  const [keysA, keysB] = [keys(a, before), keys(b, after)];
  const gone = before.filter((_, i) => !keysB.includes(keysA[i] ?? ''));
  const come = after.filter((_, i) => !keysA.includes(keysB[i] ?? ''));
  const elsewhere = new Set([hunk.sentenceB, ...added].flatMap((range) => keys(b, figuresIn(b, range))));
  return gone.flatMap((at, i): Change[] => {
    const other = come[i];
    const figure = phraseAt(a, at, hunk.sentenceA);
    if (other !== undefined) return [{ kind: 'figure', before: figure, after: phraseAt(b, other, hunk.sentenceB) }];
    // "One" counts only against another number.
    if (a.words[at]?.key === 'one' || elsewhere.has(figureKey(a, at))) return [];
    return [{ kind: 'figure', before: figure, at: hunk.b.from }];
  });
}

/** Places of numbers outside dates. */
function figuresIn(version: VersionWords, { from, to }: WordRange): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const word = version.words[at];
    if (word === undefined || dateAt(version, at)) continue;
    if (numberIn(word) !== undefined || word.key === 'one' || word.key === 'half' || isCurrency(word)) found.push(at);
  }
  return found;
}

function figureKey({ words }: VersionWords, at: number): string {
  return words[at]?.key === 'one' ? '#1' : (words[at]?.key ?? '');
}

function isCurrency({ key }: VersionWord): boolean {
  return /^\p{Sc}$/u.test(key);
}

/** A number with its currency and with what it counts. */
function phraseAt({ words, prose }: VersionWords, at: number, sentence: WordRange): WordRange {
  const word = words[at];
  let [from, to] = [at, at + 1];
  if (word && isCurrency(word)) to += 1;
  const sign = words[at - 1];
  if (sign && isCurrency(sign)) from -= 1;
  const [last, next] = [words[to - 1], words[to]];
  const isNext = last && next && to < sentence.to && /^\s?$/.test(prose.slice(last.end, next.start));
  if (isNext && (!FUNCTION.has(next.key) || next.key === 'percent')) to += 1;
  return { from, to };
}

function keysOf({ words }: VersionWords, { from, to }: WordRange): readonly string[] {
  return words.slice(from, to).map(({ key }) => key);
}
