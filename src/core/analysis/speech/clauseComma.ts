import { type CueVerb, cueVerbAt, frames, isNominal, phraseAfter, speaks, wordClasses as w, type Words } from '../words/index';
import { goesOn, isAside, isFronted, sharedVerb } from './clauseSigns';
import { opensClause, startsPredicate } from './clauseStart';
import { trimmed } from './content';

/** Verbs that give a name, after which a relative clause is the narrator's. */
const naming = new Set('call name term dub label title brand nickname'.split(' '));
const contrast = new Set('but while whereas although though'.split(' '));

/** Whether a reported clause ends at its comma `at`. */
export function endsAtComma(
  words: Words,
  at: number,
  from: number,
  lo: number,
  hi: number,
  main: CueVerb | undefined,
  quoted: boolean,
): boolean {
  const next = at + 1;
  if (wasHeard(words, next, hi)) return true;
  // "the stressful, | demanding work"
  if (at - 2 >= from && words.is(at - 2, w.determiner | w.possessive) && areAdjectives(words, at - 1, next)) return false;
  if (isAside(words, next, hi)) return true;
  if (contrast.has(words.lower(next))) return words.lower(next + 1) !== 'that';
  if (
    quoted &&
    (words.lower(next) === 'which' || words.lower(next) === 'who' || isParticiple(words, next) || /^an?$/.test(words.lower(next)))
  )
    return true;
  if (from === main?.to && naming.has(main.cue.lemma) && /^(?:which|who)$/.test(words.lower(next))) return true;
  if (main !== undefined && isFronted(words, main, lo) && opensClause(words, next, hi)) return true;
  if (main !== undefined && startsPredicate(words, next) && isRelative(words, main, lo)) return true;
  if (main !== undefined && !speaks(main.cue) && words.lower(next) === 'who' && speechWithin(words, next + 1)) return true;
  if (words.is(next, w.conjunction)) {
    if (words.is(next + 1, w.subordinator)) return false;
    if (sharedVerb(words, next, from) || (main !== undefined && goesOn(words, next, main, quoted))) return true;
    const subject = phraseAfter(words, next + 1, Math.min(hi, next + 12));
    const verb = subject === undefined ? undefined : cueVerbAt(words, subject.to, from);
    return verb !== undefined && speaks(verb.cue) && verb.use === 'finite';
  }
  if (main !== undefined && (main.use === 'gerund' || !speaks(main.cue)) && words.is(next, w.auxiliary | w.modal)) return true;
  const verb = cueVerbAt(words, next, from) ?? (words.isAdverb(next) ? cueVerbAt(words, next + 1, from) : undefined);
  return verb !== undefined && verb.use !== 'infinitive' && (verb.cue.frames & (frames.thought | frames.apart)) === 0;
}

/** ", the court heard": who listened, and no part of what was said. */
function wasHeard(words: Words, at: number, hi: number): boolean {
  if (hi - at > 8) return false;
  const listener = phraseAfter(words, at, hi);
  return listener !== undefined && /^(?:heard|hears)$/.test(words.lower(listener.to)) && trimmed(words, at, hi) === listener.to + 1;
}

function areAdjectives(words: Words, first: number, second: number): boolean {
  const isFirst = words.is(first, w.adjective) || /(?:ful|ous|ive|al|ic|less|able|ible|ing)$/.test(words.lower(first));
  const isNoun = words.isWord(second + 1) && !words.isCapital(second + 1) && isNominal(words, second + 1);
  return isFirst && isNoun && words.lower(second).endsWith('ing');
}

/** "Ruiz, whose aides said …": the verb stands in a relative clause between commas. */
function isRelative(words: Words, { from }: CueVerb, lo: number): boolean {
  for (let at = from - 1; at > Math.max(lo, from - 12); at--) {
    if (words.isPunctuation(at) || words.isPassage(at)) return false;
    if (words.is(at, w.relative) && words.lower(at) !== 'that') return words.isComma(at - 1);
  }
  return false;
}

/** ", who has vowed" */
function speechWithin(words: Words, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const verb = words.isWord(at) ? cueVerbAt(words, at, from) : undefined;
    if (verb !== undefined && speaks(verb.cue)) return true;
  }
  return false;
}

/** ", (implicitly) putting": the narrator's comment. */
function isParticiple(words: Words, at: number): boolean {
  const verb = words.isAdverb(at) ? at + 1 : at;
  return (
    !words.is(verb, w.preposition) &&
    words.isWord(verb) &&
    !words.isCapital(verb) &&
    words.lower(verb).length > 4 &&
    words.lower(verb).endsWith('ing')
  );
}
