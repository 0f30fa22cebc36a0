import { sentencesOf } from '../matching/query';
import { conflictOf, type Side, type Source } from './contradiction';
import type { Lexicon } from '../words/lexicon';
import type { Conflict } from '../model';

/** A name under which something was put online. */
export interface Account extends Side {
  readonly name: string;
  /** Lemmas of what its sentence says was done there. */
  readonly doing: ReadonlySet<number>;
}

const DOING = 'account user username handle channel post upload publish tweet video clip photo picture blog stream'.split(' ');
/** What stands before the name of an account. */
const BEFORE = /(?:\b(?:by|from|titled|named|called|under|user(?:\s?name)?|account|handle|channel|as)\s+["“'‘(]?|@)$/i;
/** Capitals inside a word, or a figure or an underline: names of people and papers have none. */
const NAME = /^(?=.{5,30}$)(?:\p{Lu}?\p{Ll}+\p{Lu}|\p{Lu}{2,}\p{Ll}+\p{Lu}?|\p{L}+_|\p{L}+\d)[\p{L}\p{N}_]*$/u;

/** Names of accounts in sentences that tell of posting something. */
export function accountsOf(source: Source, lexicon: Lexicon): Account[] {
  const { tokens } = source.text;
  const { text } = source.article.prose;
  const doing = new Set(DOING.map((word) => lexicon.id(word)));
  const found: Account[] = [];
  for (let i = 0; i < tokens.lemma.length; i++) {
    const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
    const name = text.slice(start, end);
    if (!NAME.test(name) || !BEFORE.test(text.slice(Math.max(0, start - 20), start))) continue;
    const sentence = sentencesOf(tokens, i, i + 1);
    const done = new Set(tokens.lemma.subarray(sentence.from, sentence.to).filter((lemma) => doing.has(lemma)));
    if (done.size > 0) found.push({ source, from: i, to: i + 1, name: name.toLowerCase(), doing: done });
  }
  return found;
}

/** One thing posted under two names: each article knows one account only, and not the other's. */
export function accountConflicts(a: readonly Account[], b: readonly Account[]): Conflict[] {
  const [x, y] = [a[0], b[0]];
  const names = new Set([...a, ...b].map(({ name }) => name));
  if (!x || !y || names.size !== 2 || x.name === y.name) return [];
  const isOneThing = a.some((here) => b.some((there) => [...here.doing].some((lemma) => there.doing.has(lemma))));
  return isOneThing ? [conflictOf('name', [x, y])] : [];
}
