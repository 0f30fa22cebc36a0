import { type CueVerb, phraseAfter, wordClasses as w, type Words } from '../words/index';
import { hasPassage, type Content } from './content';

/** How what is said stands after its verb: "said that", "asked whether", "vowed to", "spoke of", "described as", "praised the board". */
export type Form = 'marks' | 'colon' | 'that' | 'question' | 'infinitive' | 'preposition' | 'as' | 'clause' | 'noun';

export function formOf(words: Words, verb: CueVerb, content: Content): Form {
  const { from, to } = content;
  if (hasPassage(words, content)) return 'marks';
  const first = words.lower(from);
  if (first === 'that') return 'that';
  if (/^(?:how|what|why|whether|if|who|where|when|which)$/.test(first)) return 'question';
  if (first === 'to') return 'infinitive';
  if (words.lower(from - 1) === ':') return 'colon';
  if (from > verb.to && words.lower(from - 1) === 'as') return 'as';
  if (isClause(words, from, to)) return 'clause';
  return from > verb.to && words.is(from - 1, w.preposition) ? 'preposition' : 'noun';
}

/** A subject and a finite verb: "(that) the bridge | was shut". */
function isClause(words: Words, from: number, to: number): boolean {
  const first = /^(?:even|only|just|there|now)$/.test(words.lower(from)) ? from + 1 : from;
  for (let at = first; at < Math.min(to, first + 24); at++) {
    if (words.is(at, w.modal) && !words.isCapital(at) && at > first) return true;
    if (words.is(at, w.auxiliary) && words.lower(at) !== 'been' && words.lower(at) !== 'being' && words.lower(at) !== 'be' && at > from)
      return !words.is(at - 1, w.relative);
    if (words.is(at, w.relative) || words.isComma(at)) return false;
    if (
      at > first &&
      (words.is(at, w.verb) || words.looksPast(at)) &&
      !words.is(at - 1, w.determiner | w.possessive | w.preposition | w.conjunction | w.adjective)
    ) {
      const subject = phraseAfter(words, first, at);
      if (subject?.to === at || words.isAdverb(at - 1)) return true;
    }
  }
  return false;
}
