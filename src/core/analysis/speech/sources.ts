import type { Attribution, FoundSource } from './attribution';
import { clauseEnd } from './clauseEnd';
import { opensClause, startsPredicate } from './clauseStart';
import { hasPassage, hasVerb, isVerbless, trimmed, type Content } from './content';
import {
  type CueVerb,
  cueVerbAt,
  frames,
  type Phrase,
  phraseAfter,
  phraseBefore,
  speaks,
  wordClasses as w,
  type Words,
} from '../words/index';
import { afterInsertion, afterListener } from './adverbials';
import { carrierOf } from './provenance';
import { subjectBefore } from './subjects';

/** "according to S": reports the rest of its sentence, unless that is already somebody's words (then it is provenance). */
export function accordingTo(words: Words, at: number, lo: number, hi: number, earlier: readonly Attribution[]): FoundSource | undefined {
  const cueTo = sourceAfter(words, at, lo, hi);
  if (cueTo === undefined) return undefined;
  const source = phraseAfter(words, cueTo, hi);
  if (source === undefined || isMeasure(words, source)) return { attribution: undefined, to: source?.to ?? cueTo };
  let to = source.to;
  let subject = source;
  const make = (content: Content, end: number): FoundSource => ({
    attribution: { cueFrom: at, cueTo, subject, contents: [content], sieve: 'according-to', speech: true },
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
    if (describesSource(words, to + 1)) to = Math.max(to, afterInsertion(words, to, hi) - 1);
    const from = to + 1;
    for (let unit = from; unit < Math.min(hi, from + 12); unit++) {
      const verb = cueVerbAt(words, unit, from);
      if (verb !== undefined && verb.use !== 'passive' && speaks(verb.cue)) return { attribution: undefined, to };
    }
    const end = clauseEnd(words, from, hi);
    return end > from ? make({ from, to: end }, end) : { attribution: undefined, to };
  }
  // "The mayor said that, according to the report, the pier was unsafe": hers, and the report is what she has it from.
  if (words.isComma(at - 1) && words.lower(at - 2) === 'that' && words.isComma(to)) return { attribution: undefined, to };
  const previous = earlier.at(-1);
  const start = previous === undefined ? lo : Math.max(lo, previous.cueTo, ...previous.contents.map((content) => content.to));
  const end = trimmed(words, start, at);
  // "It was tied to sales -- but according to the union, it never grew."
  const begins = words.is(at - 1, w.conjunction) && words.isPunctuation(at - 2);
  if ((end - start < 4 || begins) && words.isComma(to) && opensClause(words, to + 1, hi)) {
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
    return { attribution: { cueFrom: at, cueTo, subject: source, contents, sieve: 'according-to', speech: true }, to: right.to };
  }
  if (words.isComma(to) && !hasVerb(words, start, end) && opensClause(words, to + 1, hi)) {
    const right = { from: to + 1, to: clauseEnd(words, to + 1, hi) };
    return make(right, right.to);
  }
  // "The offer, according to the paper, came from Halden"
  if (words.isComma(at - 1) && words.isComma(to) && isVerbless(words, start, end) && startsPredicate(words, to + 1)) {
    const right = { from: to + 1, to: clauseEnd(words, to + 1, hi) };
    const contents: Content[] = [{ from: leftStart(words, start, end), to: end, minor: true }, right];
    return { attribution: { cueFrom: at, cueTo, subject: source, contents, sieve: 'according-to', speech: true }, to: right.to };
  }
  const from = previous === undefined ? leftStart(words, start, end) : start;
  return end - from < 2 && !words.isPassage(from) ? { attribution: undefined, to } : make({ from, to: end }, to);
}

/** "According to the report, | seen by this paper, the guard slept": no part of what it says. */
function describesSource(words: Words, at: number): boolean {
  const lower = words.lower(at);
  if (/^(?:which|who|whose|citing|quoting|speaking|writing)$/.test(lower)) return true;
  const participle = /^(?:\p{L}+ed|seen|shown|given|written|sent|held|leaked|made)$/u.test(lower);
  return participle && (words.is(at + 1, w.time) || /^(?:by|on|in|at|to|from|last|this|earlier)$/.test(words.lower(at + 1)));
}

/** "according to plan", "according to simple rules": how something is done. */
function isMeasure(words: Words, { from, head }: Phrase): boolean {
  const lower = words.lower(head);
  if (
    /^(?:plan|plans|schedule|custom|tradition|need|needs|usual|norm|taste|size|type|age|height|weight|colour|color|rank|season|merit)$/.test(
      lower,
    )
  )
    return true;
  return /^(?:rules|criteria|principles|standards|procedures|instructions)$/.test(lower) && !words.is(from, w.determiner | w.possessive);
}

/** After "according to"; after ", per" where that ends the sentence, since much else is so many per head. */
function sourceAfter(words: Words, at: number, lo: number, hi: number): number | undefined {
  if (words.lower(at) === 'according' && words.lower(at + 1) === 'to') return at + 2;
  const pauses = words.isComma(at - 1) || (words.isPassage(at - 1) && words.passage(at - 1)?.ending === 'comma');
  // "the engineer, Per Holm, said": a given name
  if (words.lower(at) !== 'per' || words.isCapital(at) || at <= lo || !pauses) return undefined;
  const source = phraseAfter(words, at + 1, hi);
  const named = source !== undefined && (source.kind === 'name' || words.is(source.from, w.determiner | w.possessive));
  return named && (source.to >= hi || words.isPunctuation(source.to)) ? at + 1 : undefined;
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

/** "quoted her predecessor, Omar Holt: “…”", "cites Holt: “…”": whose words follow the colon, and the unit they begin at. */
export function quotedBeforeColon(words: Words, verb: CueVerb, hi: number): { readonly source: Phrase; readonly at: number } | undefined {
  if (verb.cue.lemma !== 'quote' && verb.cue.lemma !== 'cite') return undefined;
  const first = phraseAfter(words, verb.to, hi);
  if (first === undefined || first.kind === 'relative' || first.kind === 'pronoun') return undefined;
  const apposed = words.isComma(first.to) && words.isName(first.to + 1) ? phraseAfter(words, first.to + 1, hi) : undefined;
  const source = apposed?.kind === 'name' ? { ...apposed, from: first.from } : first;
  const isPerson = source.kind === 'name' || words.is(source.head, w.role);
  return isPerson && words.lower(source.to) === ':' && words.isPassage(source.to + 1) ? { source, at: source.to + 1 } : undefined;
}

/** "cited", "reported": may pass on what another said. */
export function passesOnWords({ cue }: CueVerb): boolean {
  return passing.has(cue.lemma);
}
const passing = new Set(['quote', 'cite', 'report', 'paraphrase']);
