import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import { AUXILIARY, PERSON, type ArticleWords } from './articleWords';

/** What begins another clause inside a sentence, wherever it stands. */
const OPENING = new Set('who which while whereas although though because when where unless if whether'.split(' '));
/** Behind these another clause begins without a word that says so: "she said the bridge was shut". */
export const SAYING = new Set('say insist argue claim think believe warn suggest add announce stress report'.split(' '));
const JOINING = new Set('and but or then'.split(' '));
const NO_CLAUSE = new Set('that to on in at of by for about with from be'.split(' '));
/** The clauses of a sentence, as stretches that cover it. */
export function clausesOf(words: ArticleWords, sentence: Stretch): readonly Stretch[] {
  return words.clauses(sentence, () => readClauses(words, sentence));
}

function readClauses(words: ArticleWords, { from, to }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let begin = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && !begins(words, i, begin, from, to)) continue;
    found.push({ from: begin, to: i });
    begin = i;
  }
  return found;
}

function begins(words: ArticleWords, i: number, begin: number, from: number, to: number): boolean {
  if (words.has(i, Flag.clause)) return true;
  const word = words.word(i);
  if (OPENING.has(word)) return true;
  if (word === 'that') return words.isVerb(i - 1, from);
  if (JOINING.has(word)) return i + 1 < to && (AUXILIARY.has(words.word(i + 1)) || PERSON.has(words.word(i + 1)) || words.isVerb(i + 1, i));
  return SAYING.has(words.word(i - 1)) && !NO_CLAUSE.has(word) && words.isVerb(i - 1, begin) && hasVerb(words, i + 1, to);
}

function hasVerb(words: ArticleWords, from: number, to: number): boolean {
  for (let i = from; i < to && !words.has(i, Flag.clause); i++) if (words.isVerb(i, from - 1)) return true;
  return false;
}
