import { wordClasses as w } from './lexicon';
import type { Words } from './words';

/** A noun phrase that names a possible speaker, as units of its paragraph. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly kind: 'pronoun' | 'relative' | 'name' | 'noun';
  /** The unit that decides who is meant: the pronoun, the last word of the name, or the noun. */
  readonly head: number;
  /** Where the name starts; the words from `from` to here are its titles. */
  readonly nameFrom: number;
  /** The parts of "Smith and Jones"; empty for a single phrase. */
  readonly parts: readonly Phrase[];
}

const functionWords =
  w.preposition |
  w.conjunction |
  w.subordinator |
  w.relative |
  w.auxiliary |
  w.modal |
  w.negation |
  w.pronoun |
  w.determiner |
  w.possessive;

/** Could be part of a noun phrase between its determiner and its head. */
export function isNominal(words: Words, at: number): boolean {
  if (words.isNumber(at)) return true;
  if (words.lower(at) === 'according' && words.lower(at + 1) === 'to') return false;
  if (!words.isWord(at)) return words.lower(at) === '$' || words.lower(at) === '%' || words.lower(at) === '&' || words.lower(at) === '/';
  if (words.isCapital(at)) {
    if (opensSentence(words, at)) return false;
    return (
      !words.is(at, functionWords) ||
      words.is(at, w.time) ||
      (at > 0 && !words.is(at, w.pronoun | w.determiner | w.possessive) && words.isCapital(at - 1) && words.lower(at).length > 2)
    );
  }
  if (words.is(at, functionWords)) return false;
  if (words.is(at, w.role | w.group | w.body | w.adjective | w.time)) return true;
  if (words.isAdverb(at)) return false;
  // "a live show", "the run": after an article no verb
  if (words.is(at, w.verb)) return /^(?:a|an|the)$/.test(words.lower(at - 1));
  const cues = words.cueWords(at);
  const adjective = words.is(at - 1, w.adjective) && !words.is(at - 1, w.role | w.group);
  const modified = adjective || words.is(at - 1, w.determiner | w.possessive) || words.isPossessiveMark(at - 1) || words.isAdverb(at - 1);
  // "critics of proposed changes"
  const isAttribute =
    words.is(at - 1, w.preposition) && !words.is(at - 1, w.subordinator) && words.isWord(at + 1) && !words.is(at + 1, functionWords);
  if (cues?.some((cue) => cue.forms.includes('past'))) return modified || isAttribute;
  if (cues?.some((cue) => cue.forms.includes('ing'))) return modified;
  // "Minister slams Ruiz"
  if (cues?.some((cue) => cue.forms.includes('s')) && words.isName(at - 1) && words.isName(at + 1) && at > 0) return false;
  return !words.looksPast(at) || modified;
}

const openers = new Set(
  'now meanwhile still later recently earlier then again instead soon already today yesterday tonight initially previously finally also moreover there here'.split(
    ' ',
  ),
);
/** "Now | scientists say": when, and none of the name; but "the Today programme". */
function opensSentence(words: Words, at: number): boolean {
  if (!openers.has(words.lower(at)) || !(at === 0 || /^[.?!]/.test(words.lower(at - 1)) || words.isPassage(at - 1))) return false;
  return !/^(?:programme|program|show|magazine)$/.test(words.lower(at + 1));
}

export function isPersonalPronoun(words: Words, at: number): boolean {
  return /^(?:he|she|they|i|we)$/.test(words.lower(at));
}
