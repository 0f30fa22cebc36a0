import { frames } from '../words/cues';
import { wordClasses as w } from '../words/lexicon';
import { isNominal, phraseAfter, phraseBefore } from '../words/phrases';
import { carrierOf, carries } from './provenance';
import { cueVerbAt, speaks, type CueVerb } from '../words/verbs';
import type { Words } from '../words/words';

/** A stretch of units that an attribution reports. */
export interface Content {
  readonly from: number;
  readonly to: number;
}

const reach = 160;
const adverbialReach = 30;
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
  if (contrast.has(words.lower(next))) return words.lower(next + 1) !== 'that';
  if (
    quoted &&
    (words.lower(next) === 'which' || words.lower(next) === 'who' || isParticiple(words, next) || /^an?$/.test(words.lower(next)))
  )
    return true;
  if (main !== undefined && isFronted(words, main, lo) && opensClause(words, next, hi)) return true;
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

/** A subject and a finite verb start at `at`. */
export function opensClause(words: Words, at: number, hi: number): boolean {
  const subject = phraseAfter(words, words.lower(at) === 'then' ? at + 1 : at, Math.min(hi, at + 24));
  if (subject === undefined) return false;
  let verb = subject.to;
  while (words.isAdverb(verb)) verb++;
  return words.is(verb, w.auxiliary | w.modal | w.verb) || words.looksPast(verb) || cueVerbAt(words, verb, at) !== undefined;
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
    if (verb.use === 'gerund') {
      if (words.is(verb.from - 1, w.subordinator)) return verb.from - 1;
      return words.isComma(verb.from - 1) ? verb.from : lo;
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
  if (pauses && contrast.has(words.lower(next))) return true;
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

export function trimmed(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && words.isPunctuation(end - 1) && /^[.,:;!?—–-]/.test(words.lower(end - 1))) end--;
  return end;
}

/** Skips when, where and to whom after a verb of speech: "said | on Thursday during a speech in Ames | that". */
export function afterAdverbials(words: Words, from: number, hi: number): number {
  let at = from;
  const limit = Math.min(hi, from + adverbialReach);
  while (at < limit) {
    if (words.isAdverb(at) && words.lower(at) !== 'there') at++;
    else if (words.is(at, w.time) && !words.is(at, w.modal)) at++;
    else if (words.is(at, w.adjective | w.determiner) && words.is(at + 1, w.time)) at += 2;
    else if (
      words.is(at, w.preposition) &&
      (!words.is(at, w.subordinator) || /^(?:after|before)$/.test(words.lower(at))) &&
      words.lower(at) !== 'as'
    ) {
      const phrase = phraseAfter(words, at + 1, limit);
      if (phrase === undefined) break;
      at = phrase.to;
    } else break;
  }
  return at;
}

/** "replied to a question", "responded to requests for comment" */
const requests = new Set(
  'question questions query queries request requests call calls email emails message messages inquiry inquiries enquiry enquiries'.split(
    ' ',
  ),
);

/** "declined to comment": nothing was said. */
function isSilence(words: Words, verb: CueVerb, to: number): boolean {
  const first = words.isAdverb(to + 1) ? to + 2 : to + 1;
  // "asked not to be named", "wished to be identified only by her first name"
  if (words.lower(first) === 'be' && /^(?:named|identified|quoted)$/.test(words.lower(first + 1))) return true;
  return (verb.cue.lemma === 'decline' || verb.cue.lemma === 'refuse') && words.cueWords(to + 1) !== undefined;
}

/** What the active verb reports to its right, as its frames allow; undefined where nothing that fits follows. */
export function contentAfter(words: Words, verb: CueVerb, hi: number, postposed: boolean): Content | undefined {
  const bits = verb.cue.frames;
  let at = verb.to;
  if ((bits & frames.listener) !== 0 || words.lower(at) === 'reporters') at = afterListener(words, at, hi);
  const plain = at;
  const quoted = opensPassage(words, at, hi);
  if (quoted >= 0) return passageContent(words, quoted, hi, verb);
  const later = afterAdverbials(words, at, hi);
  if (later > at) {
    const passage = opensPassage(words, later, hi);
    if (passage >= 0 && (speaks(verb.cue) || (bits & frames.noun) === 0)) return passageContent(words, passage, hi, verb);
    const said = words.is(later - 1, w.time) || carries(words.lower(later - 1));
    if (words.lower(later) === 'that' || (speaks(verb.cue) && words.is(later, w.pronoun | w.determiner) && said)) at = later;
  }
  const inserted = afterInsertion(words, at, hi);
  if (inserted > at && (words.lower(inserted) === 'that' || words.isPassage(inserted))) at = inserted;
  if (postposed) return undefined;
  const lower = words.lower(at);
  if (lower === ':' && at + 1 < hi) return clause(words, at + 1, hi, verb);
  if (lower === 'that' && (bits & (frames.clause | frames.noun | frames.quote)) !== 0) return clause(words, at, hi, verb);
  if ((bits & (frames.clause | frames.question | frames.listener)) !== 0 && /^(?:how|what|why|whether|if|who|where|when)$/.test(lower))
    return clause(words, at, hi, verb);
  if ((bits & frames.preposition) !== 0 && verb.cue.prepositions.includes(lower) && lower !== 'to') return clause(words, at + 1, hi, verb);
  if (lower === 'to' && at + 1 < hi) {
    if ((bits & frames.infinitive) !== 0) return isSilence(words, verb, at) ? undefined : clause(words, at, hi, verb);
    const answered = phraseAfter(words, at + 1, hi);
    if (answered !== undefined && requests.has(words.lower(answered.head)) && (answered.to >= hi || words.isPunctuation(answered.to)))
      return undefined;
    if (verb.cue.prepositions.includes('to')) return clause(words, at + 1, hi, verb);
    return undefined;
  }
  if ((bits & frames.listener) !== 0 && at > verb.to && lower === 'to') return clause(words, at, hi, verb);
  if ((bits & frames.noun) !== 0 && lower === 'as' && at === verb.to) return clause(words, at + 1, hi, verb);
  // "called it “odd”": what is said of it
  if ((bits & frames.noun) !== 0 && words.is(plain, w.pronoun) && words.isPassage(plain + 1))
    return passageContent(words, plain + 1, hi, verb);
  if (words.lower(plain) === 'not' && words.lower(plain + 1) === 'to' && isSilence(words, verb, plain + 1)) return undefined;
  if (speaks(verb.cue) && startsNoun(words, plain)) {
    // "warned the gallery: “…”"
    const warned = phraseAfter(words, plain, hi)?.to ?? plain;
    if (words.lower(warned) === ':' && words.isPassage(warned + 1)) return passageContent(words, warned + 1, hi, verb);
  }
  if ((bits & frames.noun) !== 0 && startsNoun(words, plain)) return clause(words, plain, hi, verb);
  // "who he said were living abroad"
  if ((bits & frames.clause) !== 0 && speaks(verb.cue) && at === verb.to && words.is(at, w.auxiliary | w.modal))
    return clause(words, at, hi, verb);
  if ((bits & frames.clause) !== 0 && (startsNoun(words, at) || estimates(words, at))) {
    const content = clause(words, at, hi, verb);
    return content !== undefined && hasVerb(words, content.from, content.to) ? content : undefined;
  }
  return undefined;
}

function startsNoun(words: Words, at: number): boolean {
  if (words.isPassage(at)) return true;
  if (words.lower(at) === 'there' || words.lower(at) === 'not') return true;
  return words.is(at, w.determiner | w.possessive | w.pronoun) || words.isName(at) || isNominal(words, at);
}

/** "at least 40 people", "about half of them" */
function estimates(words: Words, at: number): boolean {
  const number = words.lower(at) === 'at' && /^(?:least|most)$/.test(words.lower(at + 1)) ? at + 2 : at + 1;
  if (number === at + 1 && !estimators.has(words.lower(at))) return false;
  return (
    words.isNumber(number) || amounts.has(words.lower(number)) || (words.is(number, w.determiner) && amounts.has(words.lower(number + 1)))
  );
}
const estimators = new Set('about around nearly almost roughly approximately over under'.split(' '));
const amounts = new Set(
  'half two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens third quarter one'.split(
    ' ',
  ),
);

function clause(words: Words, from: number, hi: number, verb: CueVerb): Content | undefined {
  const to = clauseEnd(words, from, hi, verb);
  // "She denied that.", "He never replied to it."
  const pointsBack = to === from + 1 && words.is(from, w.pronoun | w.determiner | w.subordinator);
  return to > from && !pointsBack ? { from, to } : undefined;
}

/** The unit of the passage that follows, after a comma, colon or dash at most. */
export function opensPassage(words: Words, at: number, hi: number): number {
  if (at >= hi) return -1;
  if (words.isPassage(at)) return at;
  if (at + 1 < hi && words.isPassage(at + 1) && (words.isComma(at) || words.lower(at) === ':' || words.isDash(at))) return at + 1;
  return -1;
}

/** Words between marks right after the verb: alone, or the start of a clause that goes on in the reporter's words. */
function passageContent(words: Words, at: number, hi: number, verb: CueVerb): Content {
  const passage = words.passage(at);
  let next = at + 1;
  if (passage !== undefined && (passage.ending === 'stop' || passage.ending === 'question')) {
    while (next < hi && words.isPassage(next)) next++;
    return { from: at, to: next };
  }
  // "what critics call “odd” brings", "called “odd” was": the name alone
  const noun = (verb.cue.frames & frames.noun) !== 0;
  const named = noun && (words.is(next, w.auxiliary | w.modal | w.verb) || words.looksPast(next) || isFreeRelative(words, verb));
  if (named || next >= hi || words.isPunctuation(next) || (passage?.ending === 'comma' && !words.is(next, w.conjunction)))
    return { from: at, to: next };
  const end = clauseEnd(words, at, hi, verb);
  return { from: at, to: Math.max(next, end) };
}

/** "what critics call" */
function isFreeRelative(words: Words, verb: CueVerb): boolean {
  const subject = phraseBefore(words, verb.from, Math.max(0, verb.from - 12));
  return subject !== undefined && words.lower(subject.from - 1) === 'what';
}

/** Past the listener of "told": a pronoun, a name, a noun phrase, with an apposition at most. */
export function afterListener(words: Words, from: number, hi: number): number {
  if (words.lower(from) === 'that' || words.isPassage(from)) return from;
  const phrase = phraseAfter(words, from, hi);
  if (phrase === undefined) return from;
  let at = phrase.to;
  // "told reporters he would": a bare plural is a listener of one word.
  if (phrase.kind === 'noun' && !words.is(phrase.from, w.determiner | w.possessive)) {
    for (let unit = phrase.from; unit < phrase.to - 1; unit++) if (words.is(unit, w.group)) at = Math.min(at, unit + 1);
  }
  return at;
}

/** Over ", in a statement," */
function afterInsertion(words: Words, at: number, hi: number): number {
  if (!words.isComma(at)) return at;
  for (let next = at + 1; next < Math.min(hi, at + 20); next++) {
    if (words.isPassage(next)) return at;
    if (words.isComma(next)) return next + 1;
  }
  return at;
}

/** Whether a stretch has a verb, or words between marks that stand for one. */
export function hasVerb(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (words.isPassage(at)) return true;
    if (words.is(at, w.auxiliary | w.modal | w.verb) || words.looksPast(at) || words.cueWords(at) !== undefined) return true;
  }
  return false;
}

export function hasPassage(words: Words, { from, to }: Content): boolean {
  for (let at = from; at < to; at++) if (words.isPassage(at)) return true;
  return false;
}
