import { Flag } from '../../words/flags';
import { Kind } from '../../words/kinds';
import type { Lexicon } from '../../words/lexicon';
import type { Tokens } from '../../words/tokens';
import { sentencesOf } from '../query';
import type { Stretch } from '../relation';

/** A stretch of an article's words. */
export interface Words extends Stretch {
  readonly prose: string;
  readonly tokens: Tokens;
}

/** A sentence as its words are asked for. */
export interface Sentence {
  readonly passage: Stretch;
  readonly from: number;
  readonly to: number;
  word: (i: number) => string;
  surface: (i: number) => string;
  id: (i: number) => number;
  isContent: (i: number) => boolean;
  /** Whether it is a word with content, a name or a number. */
  isTelling: (i: number) => boolean;
  isNegation: (i: number) => boolean;
  isCapital: (i: number) => boolean;
  isVerb: (i: number) => boolean;
  /** Whether a clause may begin there. */
  isClause: (i: number) => boolean;
  readonly text: string;
}

export function sentenceOf({ prose, tokens, from, to }: Words, lexicon: Lexicon): Sentence | undefined {
  const whole = sentencesOf(tokens, from, to);
  for (let i = from + 1; i < to; i++) if ((tokens.flags[i] ?? 0) & Flag.sentence) return undefined;
  const id = (i: number) => (i >= whole.from && i < whole.to ? (tokens.lemma[i] ?? -1) : -1);
  return {
    passage: { from, to },
    ...whole,
    word: (i) => lexicon.word(id(i)),
    surface: (i) => (id(i) < 0 ? '' : prose.slice(tokens.start[i], tokens.end[i]).toLowerCase()),
    isContent: (i) => id(i) >= 0 && lexicon.kind(id(i)) === Kind.content,
    id,
    isTelling: (i) => id(i) >= 0 && lexicon.kind(id(i)) !== Kind.function && lexicon.kind(id(i)) !== Kind.reporting,
    isNegation: (i) => id(i) >= 0 && ((tokens.flags[i] ?? 0) & Flag.negation) !== 0,
    isCapital: (i) => id(i) >= 0 && ((tokens.flags[i] ?? 0) & Flag.capital) !== 0,
    isVerb: (i) => lexicon.isVerb(id(i)),
    isClause: (i) => ((tokens.flags[i] ?? 0) & Flag.clause) !== 0,
    text: prose.slice(tokens.start[whole.from], tokens.end[whole.to - 1]),
  };
}

export function against(a: string, b: string): string {
  return `“${a}” against “${b}”`;
}

export const SCOPES: ReadonlyMap<string, number> = new Map(
  ['all every each whole entire', 'most majority', 'some several few many part half handful dozens'].flatMap((words, scope) =>
    words.split(' ').map((word) => [word, scope] as const),
  ),
);
export const DOUBTED = new Set(
  'alleged allegedly suspected reported reportedly apparent apparently supposed supposedly purported purportedly presumed accused'.split(
    ' ',
  ),
);
