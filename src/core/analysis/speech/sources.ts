import type { Attribution } from './attribution';
import { clauseEnd, opensClause } from './clauseEnd';
import { hasPassage, hasVerb, trimmed, type Content } from './content';
import {
  type CueVerb,
  cueVerbAt,
  describe,
  frames,
  isNominal,
  type Phrase,
  phraseAfter,
  phraseBefore,
  speaks,
  wordClasses as w,
  type Words,
} from '../words/index';
import { afterListener } from './adverbials';
import { carrierOf } from './provenance';
import { subjectBefore } from './subjects';

export interface FoundSource {
  readonly attribution: Attribution | undefined;
  readonly to: number;
  /** The whole sentence is this source's: what was found in it before is not reported by itself. */
  readonly replaces?: boolean;
}

/** "according to S": reports the rest of its sentence, unless that is already somebody's words (then it is provenance). */
export function accordingTo(words: Words, at: number, lo: number, hi: number, earlier: readonly Attribution[]): FoundSource | undefined {
  if (words.lower(at) !== 'according' || words.lower(at + 1) !== 'to') return undefined;
  const source = phraseAfter(words, at + 2, hi);
  if (source === undefined || /^(?:plan|plans|schedule|custom|tradition|need|taste|size)$/.test(words.lower(source.head)))
    return { attribution: undefined, to: source?.to ?? at + 2 };
  let to = source.to;
  let subject = source;
  const make = (content: Content, end: number): FoundSource => ({
    attribution: { cueFrom: at, cueTo: at + 2, subject, contents: [content], sieve: 'according-to', speech: true },
    to: end,
  });
  if (at === lo || (at === lo + 1 && words.is(lo, w.conjunction))) {
    // "According to the mayor, Ann Poe, the road is shut": the name belongs to the source.
    const named = words.is(source.head, w.role) && words.isComma(source.to) ? phraseAfter(words, source.to + 1, hi) : undefined;
    if (named?.kind === 'name' && words.isComma(named.to)) {
      subject = named;
      to = named.to;
    }
    while (to < hi && !words.isComma(to) && to < source.to + 20) to++;
    const from = to + 1;
    for (let unit = from; unit < Math.min(hi, from + 12); unit++) {
      const verb = cueVerbAt(words, unit, from);
      if (verb !== undefined && verb.use !== 'passive' && speaks(verb.cue)) return { attribution: undefined, to };
    }
    const end = clauseEnd(words, from, hi);
    return end > from ? make({ from, to: end }, end) : { attribution: undefined, to };
  }
  const previous = earlier.at(-1);
  const start = previous === undefined ? lo : Math.max(lo, previous.cueTo, ...previous.contents.map((content) => content.to));
  const end = trimmed(words, start, at);
  if (end - start < 4 && words.isComma(to) && opensClause(words, to + 1, hi)) {
    const right = { from: to + 1, to: clauseEnd(words, to + 1, hi) };
    return make(right, right.to);
  }
  if (
    previous !== undefined &&
    end - start < 4 &&
    earlier.every((one) => !one.speech && !one.contents.some((content) => hasPassage(words, content)))
  )
    return { ...make({ from: leftStart(words, lo, end), to: end }, to), replaces: true };
  if (previous !== undefined && end - start < 4) return { attribution: undefined, to };
  if (words.isComma(to) && words.isPassage(to + 1) && to + 1 < hi) {
    const right = { from: to + 1, to: clauseEnd(words, to + 1, hi) };
    const contents = end - start < 3 ? [right] : [{ from: start, to: end }, right];
    return { attribution: { cueFrom: at, cueTo: at + 2, subject: source, contents, sieve: 'according-to', speech: true }, to: right.to };
  }
  if (words.isComma(to) && !hasVerb(words, start, end) && opensClause(words, to + 1, hi)) {
    const right = { from: to + 1, to: clauseEnd(words, to + 1, hi) };
    return make(right, right.to);
  }
  const from = previous === undefined ? leftStart(words, start, end) : start;
  return end - from < 2 && !words.isPassage(from) ? { attribution: undefined, to } : make({ from, to: end }, to);
}

const nominalCues = new Set(
  (
    'remark remarks claim claims statement statements comment comments answer response reply assertion argument view views belief promise pledge vow description suggestion contention ' +
    'accusation allegation prediction warning message opinion position phrase line joke declaration insistence admission conclusion complaint charge slogan motto advice reasoning verdict assessment ' +
    'explanation concern concerns fear fears hope observation point refrain mantra quip retort denial acknowledgment acknowledgement proposal criticism'
  ).split(' '),
);

/** "Ruiz's answer was that …", "her remark that …" */
export function nominalCue(words: Words, at: number, lo: number, hi: number): FoundSource | undefined {
  if (!nominalCues.has(words.lower(at))) return undefined;
  let owner = at - 1;
  while (owner > lo && owner > at - 4 && words.isWord(owner) && isNominal(words, owner) && !words.isPossessiveMark(owner)) owner--;
  const mark = words.isPossessiveMark(owner);
  if (!mark && !words.is(owner, w.possessive)) return undefined;
  let from = at + 1;
  if (words.is(from, w.auxiliary)) from++;
  if (words.isAdverb(from)) from++;
  const lower = words.lower(from);
  const opens = lower === 'that' || ((lower === ':' || words.isComma(from)) && words.isPassage(from + 1)) || words.isPassage(from);
  if (!opens || from >= hi) return undefined;
  const start = lower === 'that' || words.isPassage(from) ? from : from + 1;
  const subject = mark ? phraseBefore(words, owner, lo) : describe(words, owner, owner + 1);
  if (subject === undefined) return undefined;
  const content = { from: start, to: clauseEnd(words, start, hi) };
  const speaker: Phrase = mark ? subject : { ...subject, kind: 'pronoun' };
  return {
    attribution: { cueFrom: at, cueTo: at + 1, subject: speaker, contents: [content], sieve: 'nominal', speech: true },
    to: content.to,
  };
}

/** The outlet of ", state media reported (on Monday)" at a sentence's end, or of "the agency quoted Ruiz as saying". */
export function reportedBy(words: Words, lo: number, hi: number): Phrase | undefined {
  for (let at = lo + 1; at < Math.min(hi, lo + 12); at++) {
    if (words.lower(at) !== 'quoted' && words.lower(at) !== 'cited') continue;
    const subject = subjectBefore(words, at, lo);
    return subject === undefined || subject === 'shared' || words.is(at - 1, w.auxiliary) ? undefined : subject.phrase;
  }
  for (let at = Math.max(lo, hi - 12); at < hi; at++) {
    if (words.lower(at) !== 'reported' && words.lower(at) !== 'reports') continue;
    const subject = subjectBefore(words, at, lo);
    if (subject !== undefined && subject !== 'shared' && words.isComma(subject.from - 1)) return subject.phrase;
  }
  return undefined;
}

const letters = new Set(
  'letter email e-mail message statement note post tweet memo testimony reply desk remark speech address comment'.split(' '),
);

/** "a letter from Ruiz", "Ruiz's reply in full": who wrote what is named last. */
export function writerIn(words: Words, lo: number): Phrase | undefined {
  for (let at = words.count - 1; at >= Math.max(lo, words.count - 24); at--) {
    if (!letters.has(words.lower(at).replace(/s$/, ''))) continue;
    if (words.isPossessiveMark(at - 1)) return phraseBefore(words, at - 1, lo);
    const by = words.lower(at + 1);
    return by === 'from' || by === 'by' || by === 'of' ? phraseAfter(words, at + 2, words.count) : undefined;
  }
  return undefined;
}

/** Whether a carrier only passes on what somebody in the clause says by a verb of speech. */
export function passesOn(words: Words, subject: Phrase, lo: number, to: number): boolean {
  if (carrierOf(words, subject) === undefined) return false;
  for (let at = lo + 1; at < to; at++) {
    if (words.isPassage(at)) continue;
    const verb = cueVerbAt(words, at, lo);
    if (verb === undefined || !speaks(verb.cue) || verb.use !== 'finite') continue;
    const inner = subjectBefore(words, verb.from, lo);
    if (inner !== undefined && inner !== 'shared' && inner.phrase.kind !== 'relative') return true;
  }
  return false;
}

/** Leaves "But" and "In the speech," before a passage to the narrator. */
export function leftStart(words: Words, start: number, to: number): number {
  let from = start;
  while (from < to && (words.isPunctuation(from) || (words.is(from, w.conjunction) && words.isPassage(from + 1)))) from++;
  if (!words.isPassage(to - 1)) return from;
  let at = to - 1;
  while (at > from && (words.isPassage(at - 1) || words.isPunctuation(at - 1))) {
    if (words.lower(at - 1) === ':' || (words.isDash(at - 1) && at > from + 1)) return at;
    if (words.isComma(at - 1) && !words.isPassage(at - 2)) break;
    at--;
  }
  if (at > from && words.isComma(at - 1) && (words.is(from, w.preposition | w.subordinator | w.adverb) || !hasVerb(words, from, at)))
    return at;
  return from;
}

/** "quoted Ruiz as saying": the words are Ruiz's. */
export function quotedAsSaying(
  words: Words,
  verb: CueVerb,
  hi: number,
): { readonly source: Phrase; readonly inner: CueVerb; readonly to: number } | undefined {
  if (!passesOnWords(verb)) return undefined;
  const source = phraseAfter(words, verb.to, hi);
  if (source === undefined || words.lower(source.to) !== 'as') return undefined;
  const inner = cueVerbAt(words, source.to + 1, verb.to);
  if (inner?.use !== 'gerund' || !speaks(inner.cue)) return undefined;
  return { source, inner, to: (inner.cue.frames & frames.listener) === 0 ? inner.to : afterListener(words, inner.to, hi) };
}
/** "cited", "reported": may pass on what another said. */
export function passesOnWords({ cue }: CueVerb): boolean {
  return passing.has(cue.lemma);
}
const passing = new Set(['quote', 'cite', 'report', 'paraphrase']);

/** "in the words of Ruiz", "in Ruiz's words", "For Ruiz, it was “…”", "“…” was all Ruiz would say": marks with a speaker and no verb before it. */
export function wordsOf(words: Words, at: number, lo: number, hi: number): FoundSource | undefined {
  if (words.isPassage(at)) return allThatWasSaid(words, at, hi);
  const lower = words.lower(at);
  if (lower === 'for' && at === lo) return asFeltBy(words, at, hi);
  if (lower !== 'in' && lower !== 'to') return undefined;
  const found = lower === 'in' ? inWords(words, at, hi) : undefined;
  if (found === undefined) return undefined;
  const after = words.isComma(found.to) ? found.to + 1 : found.to;
  const before = words.isComma(at - 1) ? at - 2 : at - 1;
  const passage = words.isPassage(after) && after < hi ? after : words.isPassage(before) && before >= lo ? before : -1;
  if (passage < 0) return undefined;
  return marked(at, found.to, found.speaker, passage, Math.max(found.to, passage + 1));
}

function marked(cueFrom: number, cueTo: number, subject: Phrase, passage: number, to: number): FoundSource {
  const contents = [{ from: passage, to: passage + 1 }];
  return { attribution: { cueFrom, cueTo, subject, contents, sieve: 'according-to', speech: true }, to };
}

/** "in the words of Ruiz", "in Ruiz's (own) words", "in her words" */
function inWords(words: Words, at: number, hi: number): { readonly speaker: Phrase; readonly to: number } | undefined {
  if (words.lower(at + 1) === 'the' && words.lower(at + 2) === 'words' && words.lower(at + 3) === 'of') {
    const speaker = phraseAfter(words, at + 4, hi);
    return speaker && { speaker, to: speaker.to };
  }
  for (let noun = at + 2; noun < Math.min(hi, at + 10); noun++) {
    if (words.isPunctuation(noun) && !words.isPossessiveMark(noun)) return undefined;
    if (words.lower(noun) !== 'words' && words.lower(noun) !== 'phrase') continue;
    const owner = words.lower(noun - 1) === 'own' ? noun - 2 : noun - 1;
    if (words.isPossessiveMark(owner)) {
      const speaker = phraseBefore(words, owner, at + 1);
      return speaker && { speaker, to: noun + 1 };
    }
    if (!words.is(owner, w.possessive)) return undefined;
    return { speaker: { ...describe(words, owner, owner + 1), kind: 'pronoun' }, to: noun + 1 };
  }
  return undefined;
}

/** "For Ruiz, it was “…”" */
function asFeltBy(words: Words, at: number, hi: number): FoundSource | undefined {
  const subject = phraseAfter(words, at + 1, hi);
  if (subject === undefined || !words.isComma(subject.to) || (subject.kind === 'noun' && !words.is(subject.head, w.role | w.group)))
    return undefined;
  const verb = subject.to + 2;
  if (!/^(?:it|that|this)$/.test(words.lower(subject.to + 1)) || !words.is(verb, w.auxiliary)) return undefined;
  return words.isPassage(verb + 1) && verb + 1 < hi ? marked(verb, verb + 1, subject, verb + 1, verb + 2) : undefined;
}

/** "“…” was all (that) Ruiz would say", "was how he put it", "was her (only) answer" */
function allThatWasSaid(words: Words, at: number, hi: number): FoundSource | undefined {
  if (!/^(?:was|is|were)$/.test(words.lower(at + 1))) return undefined;
  const isAll = /^(?:all|how|what)$/.test(words.lower(at + 2));
  for (let unit = at + 3; unit < Math.min(hi, at + 16); unit++) {
    if (words.isPunctuation(unit) && !words.isPossessiveMark(unit)) return undefined;
    if (isAll) {
      const verb = words.isWord(unit) ? cueVerbAt(words, unit, at + 3) : undefined;
      if (verb === undefined || verb.use === 'passive' || !speaks(verb.cue)) continue;
      const subject = subjectBefore(words, verb.from, words.lower(at + 3) === 'that' ? at + 4 : at + 3);
      return subject === undefined || subject === 'shared' ? undefined : marked(verb.from, verb.to, subject.phrase, at, verb.to);
    }
    if (!nominalCues.has(words.lower(unit))) continue;
    const owner = ownerBefore(words, unit, at + 2);
    return owner && marked(unit, unit + 1, owner, at, unit + 1);
  }
  return undefined;
}

/** "Ruiz's only", "her" before a noun. */
function ownerBefore(words: Words, noun: number, lo: number): Phrase | undefined {
  let owner = noun - 1;
  while (owner > lo && owner > noun - 4 && isNominal(words, owner) && !words.isPossessiveMark(owner)) owner--;
  if (words.isPossessiveMark(owner)) return phraseBefore(words, owner, lo);
  return words.is(owner, w.possessive) ? { ...describe(words, owner, owner + 1), kind: 'pronoun' } : undefined;
}
