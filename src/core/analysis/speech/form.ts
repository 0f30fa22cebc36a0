import { type CueVerb, cueVerbAt, phraseAfter, wordClasses as w, type Words } from '../words/index';
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

/** A subject and a finite verb: "(that) the bridge (in Halden) | was shut"; not "the respect she has earned". */
function isClause(words: Words, from: number, to: number): boolean {
  let at = from;
  while (
    at < to &&
    (words.isAdverb(at) || /^(?:even|only|just|there|now|at|least|most|about|around|nearly|almost|more|than)$/.test(words.lower(at)))
  )
    at++;
  for (let part = 0; part < 4; part++) {
    const phrase = phraseAfter(words, at, to);
    if (phrase === undefined) return part === 0 && isFinite(words, at, from);
    at = phrase.to;
    while (at < to && (words.isAdverb(at) || words.is(at, w.negation))) at++;
    if (at >= to) return false;
    if (isFinite(words, at, from)) return true;
    if (!words.is(at, w.preposition) || words.is(at, w.relative)) return false;
    // "agreed a deal | to run the ferry"
    if (words.lower(at) === 'to' && !words.isCapital(at + 1) && !words.is(at + 1, w.determiner | w.possessive | w.pronoun)) return false;
    at++;
  }
  return false;
}

function isFinite(words: Words, at: number, lo: number): boolean {
  if (words.is(at, w.auxiliary | w.modal | w.verb) && !/^(?:be|been|being|having)$/.test(words.lower(at))) return true;
  return words.looksPast(at) ? words.lower(at + 1) !== 'by' : cueVerbAt(words, at, lo)?.use === 'finite';
}

/** Begins with a word or three between marks. */
export function isBrief(words: Words, { from }: Content): boolean {
  const passage = words.passage(from);
  return passage !== undefined && passage.words < 4 && passage.ending === 'none';
}

/** A song's name: "sang “Low Tide”" */
export function isShort(words: Words, at: number): boolean {
  const passage = words.passage(at);
  return passage !== undefined && passage.ending !== 'stop' && passage.words < 6 && passage.capitals >= passage.words / 2;
}
