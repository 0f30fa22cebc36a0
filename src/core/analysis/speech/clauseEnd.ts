import {
  type CueVerb,
  cueVerbAt,
  frames,
  isNominal,
  phraseAfter,
  phraseBefore,
  speaks,
  wordClasses as w,
  type Words,
} from '../words/index';
import { opensClause, startsPredicate } from './clauseStart';
import { trimmed } from './content';
import { carrierOf } from './provenance';

const reach = 160;
/** Verbs that give a name, after which a relative clause is the narrator's. */
const naming = new Set('call name term dub label title brand nickname'.split(' '));
const contrast = new Set('but while whereas although though'.split(' '));

/** Where a reported clause that starts at `from` ends: at the sentence's end or where the narrator takes over again. */
export function clauseEnd(words: Words, from: number, hi: number, verb?: CueVerb): number {
  const lo = verb === undefined ? from : sentenceStart(words, verb.from);
  const limit = Math.min(hi, from + reach);
  const told = verb === undefined || speaks(verb.cue);
  let quoted = false;
  for (let at = from; at < limit; at++) {
    if (words.isPassage(at)) {
      const passage = words.passage(at);
      if (!told && at > from) {
        const inner = innerAttribution(words, at, from);
        if (inner > from) return trimmed(words, from, inner);
      }
      if (!passage?.closed) continue;
      quoted = true;
      if (passage.ending === 'stop') return at + 1;
      if (verb !== undefined && isFronted(words, verb, lo) && opensClause(words, at + 1, hi)) return at + 1;
      if (at + 1 < limit && endsAfterPassage(words, at, from, passage.ending === 'comma')) return at + 1;
      if (verb !== undefined && (verb.cue.frames & (frames.noun | frames.clause)) === frames.noun && isOccasion(words, at + 1, hi))
        return at + 1;
      continue;
    }
    if (words.lower(at) === 'according' && words.lower(at + 1) === 'to') return trimmed(words, from, at);
    if (words.lower(at) === ';') return at;
    if (at > from && /^(?:while|whereas)$/.test(words.lower(at)) && saysNext(words, at + 1, hi)) return at;
    if (at > from + 2 && !quoted && words.isDash(at) && isComment(words, at, limit)) return at;
    if (words.lower(at) === 'by' && at > from && cueVerbAt(words, at + 1, from)?.use === 'gerund') return trimmed(words, from, at);
    if ((words.isDash(at) || words.isComma(at)) && attributesNext(words, at + 1, hi)) return trimmed(words, from, at);
    if (words.isComma(at)) {
      if (endsAtComma(words, at, from, lo, hi, verb, quoted)) return at;
    } else if (words.is(at, w.conjunction) && at > from) {
      if (sharedVerb(words, at, from)) return at;
      if (verb !== undefined && goesOn(words, at, verb, quoted)) return at;
    }
  }
  return trimmed(words, from, limit);
}

/** " — a milestone that came early", " — despite the cold": the narrator's, where no second dash closes it. */
function isComment(words: Words, dash: number, hi: number): boolean {
  for (let at = dash + 1; at < hi; at++) if (words.isDash(at)) return false;
  const next = dash + 1;
  if (/^(?:and|but)$/.test(words.lower(next)) && words.lower(next + 1) === 'that') return false;
  return isAside(words, next, hi) || /^(?:despite|who|which|even|and|but|though|although)$/.test(words.lower(next));
}

/** "a stance that was repeated": what the narrator calls it. */
function isAside(words: Words, at: number, hi: number): boolean {
  if (!/^an?$/.test(words.lower(at))) return false;
  for (let next = at + 2; next < Math.min(hi, at + 5); next++) if (/^(?:that|which)$/.test(words.lower(next))) return true;
  return false;
}

/** "Ruiz said": another's clause of speech follows. */
export function saysNext(words: Words, at: number, hi: number): boolean {
  const subject = phraseAfter(words, at, Math.min(hi, at + 14));
  const verb = subject === undefined ? undefined : cueVerbAt(words, subject.to, at);
  return verb?.use === 'finite' && speaks(verb.cue);
}

/** "Ruiz boasted, “…”": another's words follow. */
function attributesNext(words: Words, at: number, hi: number): boolean {
  const subject = phraseAfter(words, at, Math.min(hi, at + 8));
  const verb = subject === undefined ? undefined : cueVerbAt(words, subject.to, at);
  if (verb?.use !== 'finite' || !speaks(verb.cue)) return false;
  const passage = words.isComma(verb.to) || words.lower(verb.to) === ':' ? words.passage(verb.to + 1) : undefined;
  return passage?.startsWithCapital === true;
}

/** After "called it “odd”" these open when and where it was said, not what. */
function isOccasion(words: Words, at: number, hi: number): boolean {
  const lower = words.lower(at);
  if (lower === 'during' || lower === 'throughout' || lower === 'via') return true;
  if (lower !== 'in' && lower !== 'on' && lower !== 'at') return false;
  const phrase = phraseAfter(words, at + 1, hi);
  return (
    phrase !== undefined &&
    (occasions.has(words.lower(phrase.head)) || carrierOf(words, phrase) !== undefined || words.is(phrase.head, w.time))
  );
}
const occasions = new Set(
  'speech speeches rally rallies debate debates appearance event hearing meeting ad ads video remarks stop forum hall essay column memoir book'.split(
    ' ',
  ),
);

/** ", the court heard": who listened, and no part of what was said. */
function wasHeard(words: Words, at: number, hi: number): boolean {
  if (hi - at > 8) return false;
  const listener = phraseAfter(words, at, hi);
  return listener !== undefined && /^(?:heard|hears)$/.test(words.lower(listener.to)) && trimmed(words, at, hi) === listener.to + 1;
}

function endsAtComma(words: Words, at: number, from: number, lo: number, hi: number, main: CueVerb | undefined, quoted: boolean): boolean {
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
  return verb !== undefined && verb.use !== 'infinitive' && (verb.cue.frames & frames.thought) === 0;
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

/** The sentence of a verb starts after the last full stop; looked for over a bounded stretch. */
function sentenceStart(words: Words, verb: number): number {
  for (let at = verb - 1; at >= 0 && at > verb - frontReach; at--) {
    const lower = words.lower(at);
    if (words.isPunctuation(at) && (lower === '.' || lower === '?' || lower === '!' || lower === ';')) return at + 1;
    if (words.isPassage(at) && words.passage(at)?.ending === 'stop') return at + 1;
  }
  return Math.max(0, verb - frontReach);
}
const frontReach = 30;

/** "While she called …, the mayor": the verb stands in a clause that comes before the main clause. */
function isFronted(words: Words, verb: CueVerb, lo: number): boolean {
  const first = words.is(lo, w.conjunction) ? lo + 1 : lo;
  if (verb.use === 'gerund' && verb.from === first) return true;
  // "Asked about it, Ruiz said"
  if (verb.from === first && words.lower(first).endsWith('ed')) return true;
  if (first >= verb.at || !words.is(first, w.subordinator | w.preposition) || words.lower(first) === 'that') return false;
  for (let at = first + 1; at < verb.from; at++) if (words.isComma(at) && opensClause(words, at + 1, verb.to)) return false;
  return true;
}

/** After "called it “odd”" or "calling it odd", the next verb after "and" in the same form is the narrator's. */
function goesOn(words: Words, conjunction: number, main: CueVerb, quoted: boolean): boolean {
  let at = conjunction + 1;
  while (words.isAdverb(at) && at < conjunction + 4) at++;
  if (!words.isWord(at) || words.isCapital(at)) return false;
  if (main.use === 'infinitive') return words.cueWords(at)?.some((entry) => entry.forms.includes('base')) === true;
  if (main.use === 'gerund') return words.lower(at).endsWith('ing') && cueVerbAt(words, at, conjunction) !== undefined;
  if (quoted && !speaks(main.cue) && opensClause(words, at, at + 14)) return true;
  const plain = (main.cue.frames & frames.noun) !== 0 || (quoted && !speaks(main.cue));
  return plain && main.use === 'finite' && (words.looksPast(at) || words.is(at, w.verb)) && !words.is(at - 1, w.determiner);
}

/**
 * Where words between marks inside a thought or a noun phrase have a speaker of their own: the start of "Ruiz said, “…”" or
 * "who called it “…”". `lo` where they have none.
 */
function innerAttribution(words: Words, passage: number, lo: number): number {
  for (let at = passage - 1; at > Math.max(lo, passage - 10); at--) {
    const verb = words.isWord(at) ? cueVerbAt(words, at, lo) : undefined;
    if (verb === undefined || verb.use === 'infinitive' || verb.use === 'passive' || (verb.cue.frames & frames.thought) !== 0) continue;
    if ((verb.cue.frames & (frames.quote | frames.noun)) === 0) continue;
    if (verb.use === 'gerund') {
      if (words.is(verb.from - 1, w.subordinator)) return verb.from - 1;
      return words.isComma(verb.from - 1) || (words.isComma(verb.to) && passage === verb.to + 1) ? verb.from : lo;
    }
    const subject = phraseBefore(words, verb.from, lo);
    if (subject === undefined || subject.from <= lo) return lo;
    let start = subject.from;
    while (start > lo && words.is(start - 1, w.conjunction | w.subordinator)) start--;
    return start;
  }
  return lo;
}

/** The narrator goes on right after a passage: with a comma inside it, a dash, a time, a new clause. */
function endsAfterPassage(words: Words, at: number, from: number, pauses: boolean): boolean {
  const next = at + 1;
  if (pauses && contrast.has(words.lower(next))) return words.lower(next + 1) !== 'that';
  // One of several: a “bully,” an “actor” and a “fraud”
  if (pauses && /^an?$/.test(words.lower(next)) && (words.isPassage(next + 1) || words.isPassage(next + 2))) return false;
  if (pauses)
    return !(
      (words.is(next, w.conjunction) && !sharedVerb(words, next, from) && !opensClause(words, next + 1, at + 14)) ||
      words.lower(next) === 'that'
    );
  if (words.isDash(next) || (words.is(next, w.time) && !words.is(next, w.modal))) return true;
  if (words.lower(next) === 'as' && opensClause(words, next + 1, next + 12)) return true;
  return narratorAgain.has(words.lower(next)) || (words.is(next, w.preposition) && words.is(next + 1, w.time) && words.isCapital(next + 1));
}
const narratorAgain = new Set('when after before while until although though whereas'.split(' '));

/** "… and (also) accused": a finite past cue right after the conjunction has the reporter's subject. */
function sharedVerb(words: Words, conjunction: number, lo: number): boolean {
  let at = conjunction + 1;
  while (words.isAdverb(at) && at < conjunction + 4) at++;
  const verb = cueVerbAt(words, at, lo);
  if (verb?.use !== 'finite' || (verb.cue.frames & frames.thought) !== 0) return false;
  return words.lower(at).endsWith('ed') || speaks(verb.cue);
}
