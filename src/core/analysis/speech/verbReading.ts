import { afterInsertion } from './adverbials';
import { clauseEnd } from './clauseEnd';
import { hasPassage, opensPassage, type Content } from './content';
import { contentAfter } from './contents';
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
import { quotedAsSaying, quotedBeforeColon } from './sources';
import { subjectBefore } from './subjects';

/** Who says what by a verb that comes before what it reports. */
export interface VerbReading {
  readonly subject: Phrase | undefined;
  readonly content: Content | undefined;
  readonly sieve: string;
}

export function readVerb(
  words: Words,
  verb: CueVerb,
  lo: number,
  hi: number,
  current: Phrase | undefined,
  speaker: Phrase | undefined,
): VerbReading {
  const content = contentAfter(words, verb, hi, false);
  if (verb.use === 'passive') return readPassive(words, verb, lo, hi, content);
  if (verb.use === 'gerund') {
    let end = verb.from;
    while (end > lo && words.isAdverb(end - 1)) end--;
    const own = !words.isComma(end - 1) && end > lo ? phraseBefore(words, end, lo) : undefined;
    if (words.lower(end - 1) === 'for') return { subject: blamed(words, end - 1, lo) ?? speaker ?? current, content, sieve: 'participle' };
    const speaking = own === undefined || isRecipient(words, own, end, lo) ? undefined : nearestSpeaker(words, own, end);
    const ahead = opensSentence(words, verb.from, lo) ? subjectAhead(words, lo, hi) : undefined;
    return { subject: speaking ?? ahead ?? speaker ?? current ?? opener(words, end, lo), content, sieve: 'participle' };
  }
  if (verb.use === 'infinitive') {
    const unsaid =
      content !== undefined && (isObliged(words, verb.from) || (!hasPassage(words, content) && isUnwilling(words, verb.from, lo)));
    return { subject: current ?? speaker, content: unsaid ? undefined : content, sieve: 'infinitive' };
  }
  const quoted = quotedAsSaying(words, verb, hi);
  if (quoted !== undefined) return { subject: quoted.source, content: contentAfter(words, quoted.inner, hi, false), sieve: 'was-quoted' };
  const named = quotedBeforeColon(words, verb, hi);
  if (named !== undefined)
    return { subject: named.source, content: { from: named.at, to: clauseEnd(words, named.at, hi) }, sieve: 'was-quoted' };
  const subject = subjectBefore(words, verb.from, lo);
  if (subject === 'shared') return { subject: speaker ?? current, content, sieve: 'shared-subject' };
  if (subject !== undefined) return { subject: listed(words, subject.phrase, lo), content, sieve: 'subject-cue' };
  const inverted = phraseAfter(words, verb.to, hi);
  if (inverted !== undefined && speaks(verb.cue)) {
    const inserted = afterInsertion(words, inverted.to, hi);
    const passage = opensPassage(words, words.isPassage(inserted) ? inserted : inverted.to, hi);
    if (passage >= 0) return { subject: inverted, content: { from: passage, to: clauseEnd(words, passage, hi) }, sieve: 'cue-subject' };
  }
  return {
    subject: current ?? speaker,
    content: content !== undefined && hasPassage(words, content) ? content : undefined,
    sieve: 'distant-subject',
  };
}

/** "They have | to declare", "members are required | to report": a rule, and nobody's words. */
function isObliged(words: Words, to: number): boolean {
  return /^(?:have|has|need|needs|supposed|required|obliged|bound|entitled|allowed)$/.test(words.lower(to - 1));
}

/** "does not like | to talk about the night" */
function isUnwilling(words: Words, to: number, lo: number): boolean {
  const governor = words.lower(to - 1);
  if (governor === 'hesitate' || governor === 'fail') return false;
  for (let at = to - 1; at >= Math.max(lo, to - 3); at--) if (words.is(at, w.negation)) return true;
  return false;
}

/** "scolded Ruiz | for saying", "went to Ruiz, one of the best poets, | for writing": who did it. */
function blamed(words: Words, preposition: number, lo: number): Phrase | undefined {
  const end = words.isComma(preposition - 1) ? preposition - 1 : preposition;
  const phrase = phraseBefore(words, end, lo);
  if (phrase === undefined || phrase.kind === 'relative') return undefined;
  let comma = phrase.from;
  while (phrase.kind === 'noun' && comma > Math.max(lo, end - 14) && !words.isComma(comma)) comma--;
  const named = words.isComma(comma) ? phraseBefore(words, comma, lo) : undefined;
  return named?.kind === 'name' ? nearestSpeaker(words, named, comma) : nearestSpeaker(words, phrase, end);
}

/** "sent a letter to Ruiz demanding": who is written to. */
function isRecipient(words: Words, phrase: Phrase, end: number, lo: number): boolean {
  if (phrase.kind === 'pronoun') return false;
  let from = end;
  while (from > lo && (isNominal(words, from - 1) || words.is(from - 1, w.determiner | w.possessive) || words.isPossessiveMark(from - 1)))
    from--;
  if (words.lower(from - 1) !== 'to') return false;
  for (let at = from - 2; at >= Math.max(lo, from - 12); at--) if (/^listen(?:s|ed|ing)?$/.test(words.lower(at))) return false;
  return true;
}

const documents = new Set('statement release letter email e-mail memo tweet post message note op-ed speech interview'.split(' '));
/** "footage of Ruiz saying": the last name before a participle, or a noun that can speak. */
function nearestSpeaker(words: Words, phrase: Phrase, end: number): Phrase | undefined {
  if (phrase.kind === 'pronoun') return words.lower(phrase.head) === 'both' || words.lower(phrase.head) === 'some' ? phrase : undefined;
  let from = end;
  while (from > phrase.from && words.isName(from - 1)) from--;
  if (from < end) return words.is(end - 1, w.time) ? undefined : describe(words, from, end);
  const document = documents.has(words.lower(phrase.head));
  return phrase.kind === 'noun' && !document && words.is(phrase.head, w.body | w.role | w.group) ? phrase : undefined;
}

/** The subject of a headline, "Norway, Sweden hail the bridge": both. */
function listed(words: Words, phrase: Phrase, lo: number): Phrase {
  const before = phrase.from - 2;
  if (
    phrase.kind !== 'name' ||
    before !== lo ||
    !words.isComma(before + 1) ||
    !words.isName(before) ||
    /(?:ing|[^m]ed|ly)$/.test(words.lower(before))
  )
    return phrase;
  return { ...phrase, from: before, parts: [describe(words, before, before + 1), phrase] };
}

/** "Ruiz, | speaking at the gate: “…”": the name before the comma, where the sentence has no verb. */
function opener(words: Words, end: number, lo: number): Phrase | undefined {
  const name = words.isComma(end - 1) ? phraseBefore(words, end - 1, lo) : undefined;
  return name?.kind === 'name' && name.from === lo ? name : undefined;
}

/** Only "And in", "While" or nothing before it. */
function opensSentence(words: Words, at: number, lo: number): boolean {
  for (let unit = lo; unit < at; unit++) if (!words.is(unit, w.conjunction | w.preposition | w.subordinator)) return false;
  return at - lo < 4;
}

/** "Speaking of the plan, Ruiz said": the subject of the main clause, for a participle that opens the sentence. */
function subjectAhead(words: Words, lo: number, hi: number): Phrase | undefined {
  for (let at = lo + 1; at < Math.min(hi, lo + 60); at++) {
    const comma = words.isComma(at) || (words.isPassage(at) && words.passage(at)?.ending === 'comma');
    if (comma) return phraseAfter(words, at + 1, hi);
  }
  return undefined;
}

/** "was quoted (by Y) as saying", "was described by Y as", "was told that". */
function readPassive(words: Words, verb: CueVerb, lo: number, hi: number, content: Content | undefined): VerbReading {
  const subject = subjectBefore(words, verb.from, lo);
  const patient = subject === 'shared' || subject === undefined ? undefined : subject.phrase;
  if (verb.cue.lemma === 'quote' || verb.cue.lemma === 'cite' || verb.cue.lemma === 'record') {
    for (let at = verb.to; at < Math.min(hi, verb.to + 14); at++) {
      const inner = cueVerbAt(words, at, verb.to);
      if (inner?.use === 'gerund' && speaks(inner.cue)) {
        return { subject: patient, content: contentAfter(words, inner, hi, false), sieve: 'was-quoted' };
      }
    }
  }
  if (words.lower(verb.to) === 'by') {
    const agent = phraseAfter(words, verb.to + 1, hi);
    if (agent !== undefined) {
      const rest = { ...verb, to: agent.to, use: 'finite' as const };
      const after = contentAfter(words, { ...rest, cue: { ...rest.cue, frames: rest.cue.frames & ~frames.noun } }, hi, false);
      const isOccasion = after !== undefined && /^(?:when|where)$/.test(words.lower(after.from));
      return { subject: agent, content: isOccasion ? undefined : after, sieve: 'passive-agent' };
    }
  }
  const first = content?.from ?? hi;
  const lower = words.lower(first);
  if (lower === 'that' || lower === 'to' || words.isPassage(first)) return { subject: undefined, content, sieve: 'passive' };
  return { subject: undefined, content: undefined, sieve: 'passive' };
}
