import { FUNCTION } from '../corpus/words/kinds';
import type { Change } from './change';
import { type ChangedWords, dateAt } from './changedFacts';
import type { VersionText } from './model';
import { numberIn, type VersionWord, type VersionWords, type WordRange } from './versionWords';

/** Share of capitals from which on a sentence is a headline in which they say nothing. */
const headline = 0.6;

/** Words that are names wherever they stand: those of the speakers, and those with a capital inside a sentence. */
export function nameWords(texts: readonly VersionText[], versions: readonly VersionWords[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { words } of versions) for (const { key, isFirst, isCapital } of words) if (isCapital && !isFirst) names.add(key);
  for (const { analysis } of texts)
    for (const { name, kind } of analysis.speakers)
      if (kind === 'person' || kind === 'organisation' || kind === 'government')
        for (const word of name.split(/[\s’'-]+/)) if (/^\p{Lu}/u.test(word)) names.add(word.toLowerCase());
  return names;
}

/** Another name where one stood. A name that is only longer, shorter or abbreviated is the same; so is one that has moved in its sentence. */
export function changedNames({ a, b, hunk }: ChangedWords, names: ReadonlySet<string>): Change[] {
  if (isHeadline(a, hunk.sentenceA) || isHeadline(b, hunk.sentenceB)) return [];
  const [inA, inB] = [namesIn(a, hunk.a, names), namesIn(b, hunk.b, names)];
  if (inA.length === 0 || inB.length === 0) return [];
  const [before, after] = [runAround(a, inA, hunk.sentenceA, names), runAround(b, inB, hunk.sentenceB, names)];
  const isLonger = before.to - before.from > 1 && after.to - after.from > 1;
  if (!isLonger && (hasOther(a, hunk.a, inA) || hasOther(b, hunk.b, inB))) return [];
  const [keysA, keysB] = [keysOf(a, before), keysOf(b, after)];
  const [wholeA, wholeB] = [keysOf(a, hunk.sentenceA), keysOf(b, hunk.sentenceB)];
  const within = (some: readonly string[], all: readonly string[]) => some.every((key) => all.includes(key));
  if (within(keysA, keysB) || within(keysB, keysA) || within(keysA, wholeB) || within(keysB, wholeA)) return [];
  if (isShort(keysA, keysB) || isShort(keysB, keysA)) return [];
  return [{ kind: 'name', before, after }];
}

function isHeadline({ words }: VersionWords, { from, to }: WordRange): boolean {
  const content = words.slice(from, to).filter(({ key }) => !FUNCTION.has(key) && !key.startsWith('#'));
  return content.length > 3 && content.filter(({ isCapital }) => isCapital).length > headline * content.length;
}

function isName(version: VersionWords, at: number, names: ReadonlySet<string>): boolean {
  const word = version.words[at];
  if (!word?.isCapital || numberIn(word) !== undefined || FUNCTION.has(word.key) || dateAt(version, at)) return false;
  return !word.isFirst || names.has(word.key);
}

function namesIn(version: VersionWords, { from, to }: WordRange, names: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (isName(version, at, names)) found.push(at);
  return found;
}

/** Words of content that are no names: something else is told there, or the same person by an office. */
function hasOther({ words }: VersionWords, { from, to }: WordRange, found: readonly number[]): boolean {
  const isOther = ({ key }: VersionWord, i: number) => !FUNCTION.has(key) && !found.includes(from + i);
  return words.slice(from, to).some(isOther);
}

/** The whole name of which some words stand in the hunk. */
function runAround(version: VersionWords, found: readonly number[], sentence: WordRange, names: ReadonlySet<string>): WordRange {
  let [from, to] = [found[0] ?? 0, (found[0] ?? 0) + 1];
  const { words, prose } = version;
  const joined = (left: number) => /^[\s.’'-]{0,2}$/.test(prose.slice(words[left]?.end ?? 0, words[left + 1]?.start ?? 0));
  while (from > sentence.from && isName(version, from - 1, names) && joined(from - 1)) from--;
  while (to < sentence.to && isName(version, to, names) && joined(to - 1)) to++;
  return { from, to };
}

/** "UN" of "United Nations" */
function isShort([word, ...more]: readonly string[], long: readonly string[]): boolean {
  return word !== undefined && more.length === 0 && long.length > 1 && long.map((key) => key.charAt(0)).join('') === word;
}

function keysOf({ words }: VersionWords, { from, to }: WordRange): readonly string[] {
  return words.slice(from, to).map(({ key }) => key);
}
