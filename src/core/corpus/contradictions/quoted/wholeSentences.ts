import { compareSpeakers, spokenIn } from '../../matching/voices';
import type { Conflict } from '../../model';
import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import { pushTo } from '../../words/pushTo';
import { conflictOf, wordsOf } from '../contradiction';
import type { Run } from '../quotedRuns';

/** Words of what stands between two marks: of longer ones other rules tell what is turned or altered. */
const MOST = 14;
/** Words that are left when the negation is taken away; words in common beside one in another one's place. */
const LEFT = 3;
const COMMON = 4;
/** Whoever is meant by these, "nobody" turns it. */
const ANYBODY = new Set('we i they he she you everybody everyone all'.split(' '));
const NOBODY = new Set('nobody none no-one'.split(' '));
/** What may stand beside another word of its kind: other people, other times. */
const NO_TURN = /\b(?:if|unless|or|only|just|until|whether)\b/i;

/** What is said between two marks, without what denies it. */
interface Said {
  readonly run: Run;
  readonly words: readonly number[];
  readonly at: readonly number[];
  readonly negations: number;
}

/**
 * What one person says from mark to mark in two articles, where the only difference is a "not", or one word with content in the place of
 * another one. A few common words are enough there, since nothing else is said.
 */
export function sentenceConflicts(a: readonly Run[], b: readonly Run[], lexicon: Lexicon): Conflict[] {
  const [here, there] = [a, b].map((runs) => runs.flatMap((run) => saidIn(run, lexicon) ?? []));
  const byWords = new Map<string, Said[]>();
  for (const said of there ?? []) for (const key of keysOf(said, lexicon)) pushTo(byWords, key, said);
  const found: Conflict[] = [];
  for (const x of here ?? []) {
    const others = [...new Set(keysOf(x, lexicon).flatMap((key) => byWords.get(key) ?? []))].filter((y) => isOneSpeaker(x.run, y.run));
    // who has it both ways in one article has said both
    const isSaidAlike = others.some((y) => x.words.join() === y.words.join() && x.negations === y.negations);
    const [y] = others;
    if (!y || isSaidAlike || others.length > 1) continue;
    const isTurned = isSame(x, y, lexicon);
    if (isTurned && Math.abs(x.negations - y.negations) !== 1) continue;
    if (!isTurned && x.negations !== y.negations) continue;
    const [at, other] = isTurned ? [-1, -1] : placesOf(x, y);
    const message = isTurned
      ? `“${negationIn(x) ?? negationIn(y) ?? ''}” only on one side`
      : `Quoted differently: “${wordsOf(x.run.source, at, at + 1)}” against “${wordsOf(y.run.source, other, other + 1)}”`;
    found.push(conflictOf('wording', [x.run, y.run], message));
  }
  return found;
}

/** Whether both have the same words, "nobody" in the place of whoever is meant among them. */
function isSame({ words: a }: Said, { words: b }: Said, lexicon: Lexicon): boolean {
  const isAnybody = (word: number | undefined) => ANYBODY.has(lexicon.word(word ?? -1));
  return a.length === b.length && a.every((word, i) => word === b[i] || (i === 0 && isAnybody(word) && isAnybody(b[i])));
}

function saidIn(run: Run, lexicon: Lexicon): Said | undefined {
  const { source, from, to } = run;
  const { tokens } = source.text;
  const { text } = source.article.prose;
  if (to - from > MOST || run.words.some(({ afterGap, bracketed, masked }) => afterGap || bracketed || masked)) return undefined;
  const written = text.slice(tokens.start[from], (tokens.end[to - 1] ?? 0) + 1);
  if (written.endsWith('?') || NO_TURN.test(written)) return undefined;
  const [words, at]: [number[], number[]] = [[], []];
  let negations = 0;
  const anybody = lexicon.id('everybody');
  for (let i = from; i < to; i++) {
    const [lemma, flags] = [tokens.lemma[i] ?? -1, tokens.flags[i] ?? 0];
    const word = lexicon.word(lemma);
    if (i > from && flags & Flag.sentence) return undefined;
    const isNobody = NOBODY.has(word) || NOBODY.has(text.slice(tokens.start[i], tokens.end[i]).toLowerCase());
    if (flags & Flag.negation || isNobody) negations++;
    if (isNobody) words.push(anybody);
    else if (word === 'do' || word === 'not' || word === 'no' || word === 'never' || word === 'always') continue;
    else words.push(lemma);
    at.push(i);
  }
  const contents = words.filter((lemma) => lexicon.kind(lemma) === Kind.content);
  return words.length >= LEFT && contents.length > 0 ? { run, words, at, negations } : undefined;
}

/** Its words, and its words with one of those with content left out. */
function keysOf({ words }: Said, lexicon: Lexicon): string[] {
  const anybody = lexicon.id('everybody');
  const keys = [words.join(' ')];
  // "nobody" stands against whoever is meant
  if (ANYBODY.has(lexicon.word(words[0] ?? -1))) keys.push([anybody, ...words.slice(1)].join(' '));
  if (words.length <= COMMON) return keys;
  for (const [i, word] of words.entries()) {
    if (lexicon.kind(word) === Kind.content) keys.push(`${i}:${words.filter((_, at) => at !== i).join(' ')}`);
  }
  return keys;
}

/** The tokens where the two have other words. */
function placesOf(x: Said, y: Said): [number, number] {
  const i = x.words.findIndex((word, at) => word !== y.words[at]);
  return [x.at[i] ?? x.run.from, y.at[i] ?? y.run.from];
}

function negationIn({ run: { source, from, to }, negations }: Said): string | undefined {
  if (negations === 0) return undefined;
  for (let i = from; i < to; i++) {
    const word = wordsOf(source, i, i + 1);
    if ((source.text.tokens.flags[i] ?? 0) & Flag.negation || NOBODY.has(word.toLowerCase())) return word.toLowerCase();
  }
  return undefined;
}

function isOneSpeaker(x: Run, y: Run): boolean {
  const [here, there] = [x, y].map(({ source, from, to }) => spokenIn(source.voices, from, to));
  return here !== undefined && there !== undefined && compareSpeakers(here.speakers, there.speakers) === 'same';
}
