import { cueVerbAt, wordClasses as w, type Words } from '../words/index';

/** A stretch of units that an attribution reports. */
export interface Content {
  readonly from: number;
  readonly to: number;
  /** The subject alone of what is said: “The bridge, he said, is safe”. */
  readonly minor?: boolean;
}

export function trimmed(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && words.isPunctuation(end - 1) && /^[.,:;!?—–-]/.test(words.lower(end - 1))) end--;
  return end;
}

/** The unit of the passage that follows, after a comma, colon or dash at most. */
export function opensPassage(words: Words, at: number, hi: number): number {
  if (at >= hi) return -1;
  if (words.isPassage(at)) return at;
  if (at + 1 < hi && words.isPassage(at + 1) && (words.isComma(at) || words.lower(at) === ':' || words.isDash(at))) return at + 1;
  return -1;
}

/** Whether a stretch has a verb, or words between marks that stand for one. */
export function hasVerb(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (words.isPassage(at)) return true;
    const cue = words.cueWords(at) !== undefined && !(words.isCapital(at) && at > from);
    if (words.is(at, w.auxiliary | w.modal | w.verb) || words.looksPast(at) || cue) return true;
  }
  return false;
}

/** "The union also | represents crews": a verb that is in no list, of a subject at the start. */
export function hasPresent(words: Words, from: number, to: number): boolean {
  for (let at = from + 2; at < Math.min(to - 1, from + 8); at++) {
    if (words.isPunctuation(at) || words.isPassage(at)) return false;
    const isForm = words.isWord(at) && !words.isCapital(at) && /[^isu]s$/.test(words.lower(at));
    if (!isForm || !words.isWord(at + 1)) continue;
    const before = words.isAdverb(at - 1) ? at - 2 : at - 1;
    const isSubject = words.isName(before) || (words.is(from, w.determiner | w.possessive) && !words.lower(before).endsWith('s'));
    if (isSubject && (before < at - 1 || words.is(at + 1, w.determiner | w.possessive | w.adverb) || words.isName(at + 1))) return true;
  }
  return false;
}

export function hasPassage(words: Words, { from, to }: Content): boolean {
  for (let at = from; at < to; at++) if (words.isPassage(at)) return true;
  return false;
}

/** "Minutes into the debate": words that could be verbs elsewhere. */
export function isVerbless(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      words.isPassage(at) ||
      words.is(at, w.auxiliary | w.modal | w.verb) ||
      words.looksPast(at) ||
      (words.isWord(at) && cueVerbAt(words, at, from) !== undefined)
    )
      return false;
  return true;
}
