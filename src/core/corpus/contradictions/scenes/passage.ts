import { sentencesOf } from '../../matching/query';
import type { Side } from '../contradiction';
import { Flag } from '../../words/flags';

/** Tokens to each side of a value that tell what it is of, at most: a text without full stops has no end of a sentence. */
const REACH = 40;

/** A value with its sentence. */
export interface Told extends Side {
  readonly sentence: { readonly from: number; readonly to: number };
  /** The sentence, as it stands. */
  readonly text: string;
}

export function toldAt({ source, from, to }: Side): Told {
  const { tokens } = source.text;
  const whole = sentencesOf(tokens, from, to);
  const sentence = { from: Math.max(whole.from, from - REACH), to: Math.min(whole.to, to + REACH) };
  const end = tokens.start[sentence.to] ?? source.article.prose.text.length;
  return { source, from, to, sentence, text: source.article.prose.text.slice(tokens.start[sentence.from], Math.min(end, (tokens.end[sentence.to - 1] ?? 0) + 1)) }; // prettier-ignore
}

/** Words right before a value in its clause, and right behind it, among which it is said how it stands. */
const BEFORE = 10;
const BEHIND = 5;

export function aroundOf({ source, from, to, sentence }: Told): { readonly before: string; readonly behind: string } {
  const { flags, start, end } = source.text.tokens;
  const { text } = source.article.prose;
  let [begin, stop] = [from, to];
  while (begin > Math.max(sentence.from, from - BEFORE) && !((flags[begin] ?? 0) & Flag.clause)) begin--;
  while (stop < Math.min(sentence.to, to + BEHIND) && !((flags[stop] ?? 0) & Flag.clause)) stop++;
  return { before: text.slice(start[begin], start[from]), behind: text.slice(end[to - 1], end[stop - 1]) };
}

export function surfaceAt({ source }: Told, at: number): string {
  const { start, end } = source.text.tokens;
  return source.article.prose.text.slice(start[at], end[at]);
}
