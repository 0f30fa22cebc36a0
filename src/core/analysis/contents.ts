import { frames } from './cues';
import { wordClasses as w } from './lexicon';
import { isNominal, phraseAfter } from './phrases';
import { cueVerbAt, speaks, type CueVerb } from './verbs';
import type { Words } from './words';

/** A stretch of units that an attribution reports. */
export interface Content {
  readonly from: number;
  readonly to: number;
}

const reach = 160;
const adverbialReach = 30;
const contrast = new Set('but while whereas although though'.split(' '));

/** Where a reported clause that starts at `from` ends: at the sentence's end or where the narrator takes over again. */
export function clauseEnd(words: Words, from: number, hi: number): number {
  const limit = Math.min(hi, from + reach);
  for (let at = from; at < limit; at++) {
    if (words.isPassage(at)) {
      const passage = words.passage(at);
      if (passage === undefined || !passage.closed) continue;
      if (passage.ending === 'stop') return at + 1;
      if (at + 1 < limit && endsAfterPassage(words, at, from, passage.ending === 'comma')) return at + 1;
      continue;
    }
    if (words.lower(at) === 'according' && words.lower(at + 1) === 'to') return trimmed(words, from, at);
    if (words.lower(at) === ';') return at;
    if (words.isComma(at)) {
      const next = at + 1;
      if (words.is(next, w.conjunction) && !words.is(next + 1, w.subordinator)) {
        if (contrast.has(words.lower(next))) return at;
        if (sharedVerb(words, next, from)) return at;
        const subject = phraseAfter(words, next + 1, Math.min(hi, next + 12));
        const verb = subject === undefined ? undefined : cueVerbAt(words, subject.to, from);
        if (verb !== undefined && speaks(verb.cue) && verb.use === 'finite') return at;
      }
      if (contrast.has(words.lower(next))) return at;
      const verb = cueVerbAt(words, next, from) ?? (words.isAdverb(next) ? cueVerbAt(words, next + 1, from) : undefined);
      if (verb !== undefined && verb.use !== 'infinitive' && (verb.cue.frames & frames.thought) === 0) return at;
    } else if (words.is(at, w.conjunction) && at > from && sharedVerb(words, at, from)) return at;
  }
  return trimmed(words, from, limit);
}

/** The narrator goes on right after a passage: with a comma inside it, a dash, a time, a new clause. */
function endsAfterPassage(words: Words, at: number, from: number, pauses: boolean): boolean {
  const next = at + 1;
  if (pauses) return !((words.is(next, w.conjunction) && !sharedVerb(words, next, from)) || words.lower(next) === 'that');
  return words.isDash(next) || (words.is(next, w.time) && !words.is(next, w.modal));
}

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
    if (words.isAdverb(at)) at++;
    else if (words.is(at, w.time) && !words.is(at, w.modal)) at++;
    else if (words.is(at, w.adjective | w.determiner) && words.is(at + 1, w.time)) at += 2;
    else if (words.is(at, w.preposition) && !words.is(at, w.subordinator) && words.lower(at) !== 'as') {
      const phrase = phraseAfter(words, at + 1, limit);
      if (phrase === undefined) break;
      at = phrase.to;
    } else break;
  }
  return at;
}

/** What the active verb reports to its right, as its frames allow; undefined where nothing that fits follows. */
export function contentAfter(words: Words, verb: CueVerb, hi: number, postposed: boolean): Content | undefined {
  const bits = verb.cue.frames;
  let at = verb.to;
  if ((bits & frames.listener) !== 0 || words.lower(at) === 'reporters') at = afterListener(words, at, hi);
  const plain = at;
  const quoted = opensPassage(words, at, hi);
  if (quoted >= 0) return passageContent(words, quoted, hi);
  const later = afterAdverbials(words, at, hi);
  if (later > at) {
    const passage = opensPassage(words, later, hi);
    if (passage >= 0 && (speaks(verb.cue) || (bits & frames.noun) === 0)) return passageContent(words, passage, hi);
    if (words.lower(later) === 'that' || (speaks(verb.cue) && words.is(later, w.pronoun | w.determiner) && words.is(later - 1, w.time)))
      at = later;
  }
  const inserted = afterInsertion(words, at, hi);
  if (inserted > at && (words.lower(inserted) === 'that' || words.isPassage(inserted))) at = inserted;
  if (postposed) return undefined;
  const lower = words.lower(at);
  if (lower === ':' && at + 1 < hi) return clause(words, at + 1, hi);
  if (lower === 'that' && (bits & (frames.clause | frames.noun)) !== 0) return clause(words, at, hi);
  if ((bits & (frames.clause | frames.question | frames.listener)) !== 0 && /^(?:how|what|why|whether|if|who|where|when)$/.test(lower))
    return clause(words, at, hi);
  if ((bits & frames.preposition) !== 0 && verb.cue.prepositions.includes(lower) && lower !== 'to') return clause(words, at + 1, hi);
  if (lower === 'to' && at + 1 < hi) {
    if ((bits & frames.infinitive) !== 0) return clause(words, at, hi);
    if (verb.cue.prepositions.includes('to')) return clause(words, at + 1, hi);
    return undefined;
  }
  if ((bits & frames.listener) !== 0 && at > verb.to && lower === 'to') return clause(words, at, hi);
  if ((bits & frames.noun) !== 0 && lower === 'as' && at === verb.to) return clause(words, at + 1, hi);
  if ((bits & frames.noun) !== 0 && startsNoun(words, plain)) return clause(words, plain, hi);
  if ((bits & frames.clause) !== 0 && startsNoun(words, at)) return clause(words, at, hi);
  return undefined;
}

function startsNoun(words: Words, at: number): boolean {
  if (words.isPassage(at)) return true;
  return words.is(at, w.determiner | w.possessive | w.pronoun) || words.isName(at) || isNominal(words, at);
}

function clause(words: Words, from: number, hi: number): Content | undefined {
  const to = clauseEnd(words, from, hi);
  return to > from ? { from, to } : undefined;
}

/** The unit of the passage that follows, after a comma, colon or dash at most. */
export function opensPassage(words: Words, at: number, hi: number): number {
  if (at >= hi) return -1;
  if (words.isPassage(at)) return at;
  if (at + 1 < hi && words.isPassage(at + 1) && (words.isComma(at) || words.lower(at) === ':' || words.isDash(at))) return at + 1;
  return -1;
}

/** Words between marks right after the verb: alone, or the start of a clause that goes on in the reporter's words. */
function passageContent(words: Words, at: number, hi: number): Content {
  const passage = words.passage(at);
  let next = at + 1;
  if (passage !== undefined && (passage.ending === 'stop' || passage.ending === 'question')) {
    while (next < hi && words.isPassage(next)) next++;
    return { from: at, to: next };
  }
  if (next >= hi || words.isPunctuation(next) || (passage?.ending === 'comma' && !words.is(next, w.conjunction)))
    return { from: at, to: next };
  const end = clauseEnd(words, at, hi);
  return { from: at, to: Math.max(next, end) };
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
