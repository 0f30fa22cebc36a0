import { type CueVerb, cueVerbAt, frames, phraseAfter, phraseBefore, speaks, wordClasses as w, type Words } from '../words/index';
import { endsAtComma } from './clauseComma';
import { goesOn, isAside, isFronted, sharedVerb } from './clauseSigns';
import { opensClause } from './clauseStart';
import { trimmed } from './content';
import { carrierOf } from './provenance';

const reach = 160;
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
