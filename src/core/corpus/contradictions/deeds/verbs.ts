import type { Stretch } from '../../matching/relation';
import { Flag } from '../../words/flags';
import { type ArticleWords, AUXILIARY } from './articleWords';
import { phraseAt } from './deedWords';

/** Not "would", which in reported speech is what will be. */
const WEAK = new Set('may might could should can'.split(' '));
const COPULA = new Set('be get remain stay become'.split(' '));
/** Nouns and adjectives before "to" or "that" that leave open what follows, and verbs that do. */
const OPEN = new Set(
  'hope want wish expect consider threaten try attempt seek urge call demand ask propose fear likely possible reportedly allegedly refuse decline fail rumor rumour speculation claim allegation suggestion wonder believe think suspect request pressure predict forecast need able unable ready willing'.split(
    ' ',
  ),
);
const ADVERBS = new Set('also now just only still already ever never not again soon then first so'.split(' '));
/** "Not only": what it turns is hard to tell. */
const NO_NEGATION = new Set('only just merely necessarily until'.split(' '));

export interface Verb {
  readonly at: number;
  readonly end: number;
  readonly lemma: number;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly open: boolean;
  readonly had: boolean;
  /** Where its auxiliaries and the verbs before it begin. */
  readonly chain: number;
  readonly frame: readonly number[];
}

/** The verb that a clause comes down to, with where its auxiliaries begin; `begin` is where its sentence does. */
export function verbIn(words: ArticleWords, { from, to }: Stretch, begin: number): Verb | undefined {
  let last: number | undefined;
  const isThat = words.word(from) === 'that' && from === begin;
  for (let i = from; i < to; i++) {
    if (!words.isVerb(i, from)) continue;
    // "That the mill had stored chlorine was denied"
    if (isThat) {
      if (AUXILIARY.has(words.word(i - 1))) last = i;
      continue;
    }
    last ??= i;
    // "plans to end": the last verb of the row
    const isGoingOn = last === i || isChain(words, last + 1, i);
    if (!isGoingOn) break;
    last = i;
  }
  if (last === undefined) return undefined;
  const phrase = phraseAt(words, last, to);
  const verb = { at: last, end: phrase?.to ?? last + 1, lemma: phrase ? words.lexicon.id(phrase.means) : words.id(last) };
  let [passive, negated, open, had, chain] = [false, false, false, false, last];
  const frame: number[] = [];
  let isBare = true;
  for (let i = last - 1; i >= from; i--) {
    const word = words.word(i);
    const isNo = words.has(i, Flag.negation);
    if (COPULA.has(word) && (AUXILIARY.has(word) || !frame.length)) {
      passive ||= isBare && !words.surface(last).endsWith('ing') && words.surface(last) !== word;
      isBare = false;
    } else if (AUXILIARY.has(word)) {
      isBare = false;
      had ||= words.surface(i) === 'had';
      open ||= WEAK.has(word);
    } else if (word === 'to') {
      isBare = false;
      const earlier = words.word(i - 1);
      if (i === from || !(words.isVerb(i - 1, from) || earlier === 'be')) {
        open = true;
        break;
      }
    } else if (words.isVerb(i, from) && (words.word(i + 1) === 'to' || frame.length === 0)) {
      if (words.word(i + 1) !== 'to') break;
      frame.push(words.id(i));
      open ||= OPEN.has(word);
    } else if (!isNo && !ADVERBS.has(word) && !word.endsWith('ly')) break;
    if (isNo) negated = !negated;
    open ||= isNo && NO_NEGATION.has(words.word(i + 1));
    chain = i;
  }
  for (let i = Math.max(begin, chain - 2); i < chain; i++) open ||= OPEN.has(words.word(i));
  return { ...verb, passive, negated, open, had, chain, frame };
}

/** Whether nothing but "to", auxiliaries and adverbs stand between two verbs. */
function isChain(words: ArticleWords, from: number, to: number): boolean {
  let isTo = false;
  for (let i = from; i < to; i++) {
    const word = words.word(i);
    isTo ||= word === 'to';
    if (word !== 'to' && !AUXILIARY.has(word) && !ADVERBS.has(word) && !word.endsWith('ly')) return false;
  }
  return isTo || (from === to && COPULA.has(words.word(from - 1)));
}
