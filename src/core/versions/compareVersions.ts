import { proseSpanToRaw } from '../text/prose';
import type { Change } from './change';
import { changedFacts } from './changedFacts';
import { changedNames, nameWords } from './changedNames';
import { correctionsIn } from './corrections';
import { hunksOf } from './hunks';
import type { VersionChange, VersionText } from './model';
import { sentencePairs } from './sentencePairs';
import { takenOut } from './takenOut';
import { Typos } from './typos';
import { textOf, type VersionWords, versionWords, type WordRange } from './versionWords';

/**
 * What an outlet has changed between two versions of an article that a reader must know: figures, names, dates, words between quotation
 * marks, notes of correction; in the order of the later text. Slips of the pen, white space, marks, spelling houses and other wording are
 * not listed. `wordnet`, the compacted file, tells words from slips. Linear but for a logarithm and bounded factors.
 */
export function compareVersions(earlier: VersionText, later: VersionText, wordnet?: Uint8Array): readonly VersionChange[] {
  if (earlier.article.prose.text === later.article.prose.text) return [];
  const [a, b] = [versionWords(earlier), versionWords(later)];
  const pairs = sentencePairs(a, b);
  const typos = new Typos([a.words, b.words], wordnet);
  const names = nameWords([earlier, later], [a, b]);
  const added = pairs.added.flatMap((y) => b.sentences[y] ?? []);
  const corrections = correctionsIn(a, b);
  const changes: Change[] = corrections.map((note) => ({ kind: 'correction', after: note }));
  const quoted = new Set<number>();
  for (const hunk of hunksOf(a, b, pairs)) {
    if (typos.isSlip(a.words.slice(hunk.a.from, hunk.a.to), b.words.slice(hunk.b.from, hunk.b.to))) continue;
    if (corrections.some(({ from, to }) => from <= hunk.sentenceB.from && hunk.sentenceB.from < to)) continue;
    const [before, after] = [quotedAt(a, hunk.a), quotedAt(b, hunk.b)];
    if (before < 0 || after < 0) {
      const changed = { a, b, hunk, added };
      changes.push(...changedFacts(changed), ...changedNames(changed, names));
    } else if (!quoted.has(before)) {
      quoted.add(before);
      changes.push({ kind: 'quotation', before: a.quoted[before], after: b.quoted[after] });
    }
  }
  for (const change of takenOut(a, b, pairs)) if (!changes.some(({ before }) => before === change.before)) changes.push(change);
  return changes.map((change) => shown(change, a, b, later)).sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The stretch between marks that some words stand in; where there are no words, the one around or beside their place. */
function quotedAt({ words }: VersionWords, { from, to }: WordRange): number {
  if (to > from) return words.slice(from, to).find(({ quoted }) => quoted >= 0)?.quoted ?? -1;
  return Math.max(words[from - 1]?.quoted ?? -1, words[from]?.quoted ?? -1);
}

function shown({ kind, before, after, at }: Change, a: VersionWords, b: VersionWords, { article }: VersionText): VersionChange {
  const start = after ? (b.words[after.from]?.start ?? 0) : (b.words[at ?? 0]?.start ?? b.prose.length);
  const end = after ? (b.words[after.to - 1]?.end ?? start) : start;
  const span = proseSpanToRaw(article.prose, { start, end });
  return { kind, ...span, ...(before && { before: textOf(a, before) }), ...(after && { after: textOf(b, after) }) };
}
