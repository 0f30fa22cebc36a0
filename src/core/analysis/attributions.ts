import { afterAdverbials, afterListener, clauseEnd, contentAfter, opensClause, opensPassage, trimmed, type Content } from './contents';
import { frames } from './cues';
import { wordClasses as w } from './lexicon';
import { describe, isNominal, phraseAfter, phraseBefore, type Phrase } from './phrases';
import { carrierOf } from './provenance';
import { subjectBefore, type Subject } from './subjects';
import { cueVerbAt, speaks, type CueVerb } from './verbs';
import type { Words } from './words';

/** Somebody reported as saying, writing or thinking something: units of one sentence. */
export interface Attribution {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly subject: Phrase | undefined;
  readonly contents: readonly Content[];
  readonly sieve: string;
  /** Speech rather than thought. */
  readonly speech: boolean;
}

export interface SentenceReading {
  readonly attributions: readonly Attribution[];
  /** Subjects in order, whether they speak or not: antecedents of later pronouns. */
  readonly subjects: readonly Phrase[];
  /** Whose words would follow a colon at the sentence's end: the subject of the last cue, else of the last clause. */
  readonly voice: Phrase | undefined;
  /** An outlet or agency that reports what the sentence gives to others: "…, state media reported". */
  readonly reported: Phrase | undefined;
}

/** Finds the attributions of the sentence between units `lo` and `hi`. */
export function readSentence(words: Words, lo: number, hi: number): SentenceReading {
  const postposed = postposedAttributions(words, lo, hi);
  const attributions: Attribution[] = [];
  const subjects: Phrase[] = [];
  let current: Phrase | undefined;
  let main: Phrase | undefined;
  let mainAt = -1;
  let speakerAt = -1;
  let speaker: Phrase | undefined;
  let voice: Phrase | undefined;
  let next = 0;
  let at = lo;
  while (at < hi) {
    const ready = postposed[next];
    if (ready !== undefined && at >= ready.from) {
      attributions.push(ready.attribution);
      if (ready.attribution.subject !== undefined) {
        subjects.push(ready.attribution.subject);
        main = speaker = current = ready.attribution.subject;
        mainAt = speakerAt = at;
      }
      at = Math.max(at + 1, ready.to);
      next++;
      continue;
    }
    const limit = Math.min(hi, ready?.from ?? hi);
    const according = accordingTo(words, at, lo, limit, attributions);
    if (according !== undefined) {
      if (according.attribution !== undefined) attributions.push(according.attribution);
      at = according.to;
      continue;
    }
    const nominal = nominalCue(words, at, lo, limit);
    if (nominal !== undefined) {
      attributions.push(nominal);
      at = Math.max(at + 1, ...nominal.contents.map((content) => content.to));
      continue;
    }
    const verb = words.isWord(at) ? cueVerbAt(words, at, lo) : undefined;
    if (verb === undefined) {
      if ((words.is(at, w.auxiliary | w.modal | w.verb) && !words.isCapital(at)) || startsPredicate(words, at, current)) {
        const subject = subjectBefore(words, at, lo);
        if (subject !== undefined && subject !== 'shared' && subject.phrase.kind !== 'relative') {
          current = subject.phrase;
          subjects.push(current);
          if (isMainSubject(words, current, lo)) {
            main = current;
            mainAt = at;
          }
        }
      }
      at++;
      continue;
    }
    if (names(words, verb)) {
      at = verb.to + 1;
      continue;
    }
    const found = readVerb(
      words,
      verb,
      lo,
      limit,
      verb.use === 'gerund' ? (main ?? current) : current,
      mainAt > speakerAt ? main : speaker,
    );
    if (found.subject !== undefined && verb.use !== 'gerund' && verb.use !== 'infinitive') {
      if (found.subject.kind !== 'relative') {
        current = found.subject;
        if (isMainSubject(words, current, lo)) {
          main = current;
          mainAt = at;
        }
      }
      subjects.push(found.subject);
    }
    const speech = (verb.cue.frames & frames.thought) === 0;
    if (speech && verb.use !== 'passive') voice = found.subject ?? voice;
    if (found.content === undefined) {
      at = verb.to;
      continue;
    }
    attributions.push({
      cueFrom: verb.from,
      cueTo: verb.to,
      subject: found.subject,
      contents: [found.content],
      sieve: found.sieve,
      speech,
    });
    if (speech && found.subject !== undefined && found.subject.kind !== 'relative') {
      speaker = found.subject;
      speakerAt = verb.at;
    }
    at = Math.max(verb.to, found.content.to);
  }
  return { attributions, subjects, voice: voice ?? current, reported: reportedBy(words, lo, hi) };
}

/** Not the subject of a clause that something subordinates. */
function isMainSubject(words: Words, { from }: Phrase, lo: number): boolean {
  return from <= lo || !words.is(from - 1, w.subordinator | w.preposition);
}

/** An unknown verb in -ed after a name, or after an insertion as long as no subject is known. */
function startsPredicate(words: Words, at: number, current: Phrase | undefined): boolean {
  if (!words.looksPast(at)) return false;
  if (words.isName(at - 1) || words.is(at - 1, w.pronoun)) return true;
  return current === undefined && (words.isComma(at - 1) || words.is(at - 1, w.role | w.group | w.body));
}

/** "a site called “X”", "the spot, titled “X”": a name, nobody's words. */
function names(words: Words, verb: CueVerb): boolean {
  if (!words.isPassage(verb.to) || !naming.has(words.lower(verb.at)) || verb.use !== 'finite' || verb.from !== verb.at) return false;
  if (words.lower(verb.at) === 'titled' || words.lower(verb.at) === 'entitled') return true;
  const before = verb.at - 1;
  if (words.isComma(before)) return words.passage(verb.to)?.startsWithCapital === true && words.isComma(verb.to + 1);
  if (!words.isWord(before) || words.isName(before) || words.isAdverb(before)) return false;
  if (words.is(before, w.pronoun | w.role | w.group | w.conjunction)) return false;
  for (let at = before; at > before - 6; at--) if (words.is(at, w.relative) || words.lower(at) === 'what') return false;
  return true;
}
const naming = new Set(['titled', 'entitled', 'called', 'named', 'dubbed', 'labeled', 'labelled', 'nicknamed', 'branded']);

const nominalCues = new Set(
  (
    'remark remarks claim claims statement statements comment comments answer response reply assertion argument view views belief promise pledge vow description suggestion contention ' +
    'accusation allegation prediction warning message opinion position phrase line joke declaration insistence admission conclusion complaint charge slogan motto advice reasoning verdict assessment ' +
    'explanation concern concerns fear fears hope observation point refrain mantra quip retort denial acknowledgment acknowledgement proposal criticism'
  ).split(' '),
);

/** "Ruiz's answer was that …", "her remark that …" */
function nominalCue(words: Words, at: number, lo: number, hi: number): Attribution | undefined {
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
  return {
    cueFrom: at,
    cueTo: at + 1,
    subject: mark ? subject : { ...subject, kind: 'pronoun' },
    contents: [content],
    sieve: 'nominal',
    speech: true,
  };
}

interface VerbReading {
  readonly subject: Phrase | undefined;
  readonly content: Content | undefined;
  readonly sieve: string;
}

function readVerb(
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
    const own = !words.isComma(verb.from - 1) && verb.from > lo ? phraseBefore(words, verb.from, lo) : undefined;
    const speaking = own === undefined ? undefined : nearestSpeaker(words, own, verb.from);
    const ahead = verb.from === lo ? subjectAhead(words, lo, hi) : undefined;
    return { subject: speaking ?? ahead ?? speaker ?? current, content, sieve: 'participle' };
  }
  if (verb.use === 'infinitive') return { subject: current ?? speaker, content, sieve: 'infinitive' };
  const quoted = verb.cue.lemma === 'quote' || verb.cue.lemma === 'cite' ? quotedAsSaying(words, verb, hi) : undefined;
  if (quoted !== undefined) return quoted;
  const subject = subjectBefore(words, verb.from, lo);
  if (subject === 'shared') return { subject: speaker ?? current, content, sieve: 'shared-subject' };
  if (subject !== undefined) return { subject: listed(words, subject.phrase, lo), content, sieve: 'subject-cue' };
  const inverted = phraseAfter(words, verb.to, hi);
  if (inverted !== undefined && speaks(verb.cue) && (words.lower(inverted.to) === ':' || words.isPassage(inverted.to))) {
    const passage = opensPassage(words, inverted.to, hi);
    if (passage >= 0) return { subject: inverted, content: { from: passage, to: clauseEnd(words, passage, hi) }, sieve: 'cue-subject' };
  }
  return {
    subject: current ?? speaker,
    content: content !== undefined && hasPassage(words, content) ? content : undefined,
    sieve: 'distant-subject',
  };
}

const documents = new Set('statement release letter email e-mail memo tweet post message note op-ed speech interview'.split(' '));
/** "footage of Ruiz saying": the last name before a participle, or a noun that can speak. */
function nearestSpeaker(words: Words, phrase: Phrase, end: number): Phrase | undefined {
  if (phrase.kind === 'pronoun') return words.lower(phrase.head) === 'both' || words.lower(phrase.head) === 'some' ? phrase : undefined;
  let from = end;
  while (from > phrase.from && words.isName(from - 1)) from--;
  if (from < end) return describe(words, from, end);
  const document = documents.has(words.lower(phrase.head));
  return phrase.kind === 'noun' && !document && words.is(phrase.head, w.body | w.role | w.group) ? phrase : undefined;
}

/** The subject of a headline, "Norway, Sweden hail the bridge": both. */
function listed(words: Words, phrase: Phrase, lo: number): Phrase {
  const before = phrase.from - 2;
  if (phrase.kind !== 'name' || before !== lo || !words.isComma(before + 1) || !words.isName(before)) return phrase;
  return { ...phrase, from: before, parts: [describe(words, before, before + 1), phrase] };
}

function hasPassage(words: Words, { from, to }: Content): boolean {
  for (let at = from; at < to; at++) if (words.isPassage(at)) return true;
  return false;
}

/** "Speaking of the plan, Ruiz said": the subject of the main clause, for a participle that opens the sentence. */
function subjectAhead(words: Words, lo: number, hi: number): Phrase | undefined {
  for (let at = lo + 1; at < Math.min(hi, lo + 60); at++) {
    const comma = words.isComma(at) || (words.isPassage(at) && words.passage(at)?.ending === 'comma');
    if (comma) return phraseAfter(words, at + 1, hi);
  }
  return undefined;
}

/** "quoted Li as saying": the words are Li's. */
function quotedAsSaying(words: Words, verb: CueVerb, hi: number): VerbReading | undefined {
  const source = phraseAfter(words, verb.to, hi);
  if (source === undefined || words.lower(source.to) !== 'as') return undefined;
  const inner = cueVerbAt(words, source.to + 1, verb.to);
  if (inner?.use !== 'gerund') return undefined;
  return { subject: source, content: contentAfter(words, inner, hi, false), sieve: 'was-quoted' };
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
      return { subject: agent, content: after, sieve: 'passive-agent' };
    }
  }
  const first = content?.from ?? hi;
  const lower = words.lower(first);
  if (lower === 'that' || lower === 'to' || words.isPassage(first)) return { subject: undefined, content, sieve: 'passive' };
  return { subject: undefined, content: undefined, sieve: 'passive' };
}

/** The outlet of ", state media reported (on Monday)" at a sentence's end, or of "the agency quoted Ruiz as saying". */
function reportedBy(words: Words, lo: number, hi: number): Phrase | undefined {
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

/** Whether a carrier only passes on what somebody in the clause says by a verb of speech. */
function passesOn(words: Words, subject: Phrase, lo: number, to: number): boolean {
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

interface Postposed {
  readonly attribution: Attribution;
  /** Units taken, from the start of what is reported to the end of the attribution. */
  readonly from: number;
  readonly to: number;
}

/** Attributions that follow what they report: “…,” she said; The plan failed, said Ruiz; China, Ruiz said, is ready. */
function postposedAttributions(words: Words, lo: number, hi: number): Postposed[] {
  const found: Postposed[] = [];
  let start = lo;
  for (let at = lo; at < hi; at++) {
    const verb = words.isWord(at) ? cueVerbAt(words, at, lo) : undefined;
    if (verb === undefined || !speaks(verb.cue)) continue;
    const reading = postposedAt(words, verb, start, hi);
    if (reading === undefined) continue;
    found.push(reading);
    start = reading.to;
    at = Math.max(at, reading.to - 1);
  }
  return found;
}

function postposedAt(words: Words, verb: CueVerb, start: number, hi: number): Postposed | undefined {
  if (verb.use === 'infinitive' || verb.use === 'gerund') return undefined;
  const quotedPassive = verb.use === 'passive' ? quotedAs(words, verb, hi) : undefined;
  if (verb.use === 'passive' && quotedPassive === undefined) return undefined;
  const before = subjectBefore(words, verb.from, start);
  let subject: Subject | undefined = before === 'shared' ? undefined : before;
  if (subject?.phrase.kind === 'relative') return undefined;
  let afterVerb = quotedPassive ?? verb.to;
  let sieve = 'quote-subject-cue';
  let left = subject?.from ?? verb.from;
  const gap = (unit: number): boolean => {
    const before = words.lower(unit - 1) === 'as' ? unit - 2 : unit - 1;
    return words.isPassage(before) || words.isComma(before);
  };
  if (subject === undefined || !gap(left) || left <= start) {
    if (subject !== undefined && !words.isPassage(verb.from - 1)) return undefined;
    // Inverted: the verb right after the passage or the comma.
    if (!gap(verb.from) || verb.from <= start) return undefined;
    const inverted = phraseAfter(words, verb.to, hi);
    if (inverted === undefined || words.is(inverted.to, w.auxiliary | w.modal)) return undefined;
    subject = { phrase: nameInApposition(words, inverted, hi), from: verb.from };
    left = verb.from;
    afterVerb = inverted.to;
    sieve = 'quote-cue-subject';
  } else if ((verb.cue.frames & frames.listener) !== 0) afterVerb = afterListener(words, afterVerb, hi);
  if (words.lower(left - 1) === 'as' && left - 1 > start) left--;
  const to = words.isComma(left - 1) ? left - 1 : left;
  if (to <= start) return undefined;
  const lastPassage = words.isPassage(to - 1) ? words.passage(to - 1) : undefined;
  const right = contentAfter(words, { ...verb, to: quotedPassive ?? verb.to }, hi, true);
  const object = afterVerb;
  const noListener = (verb.cue.frames & frames.listener) === 0;
  if (sieve === 'quote-subject-cue' && noListener && takesObject(words, object)) return undefined;
  const following = afterAdverbials(words, afterVerb, hi);
  const closes = following >= hi || words.isPunctuation(following) || words.is(following, w.subordinator | w.conjunction);
  if (lastPassage !== undefined) {
    const paused = lastPassage.ending !== 'none' || words.isComma(left - 1);
    if (!paused && (right !== undefined || !closes || lastPassage.words < 3)) return undefined;
  } else if (!closes || words.lower(following) === ':' || words.lower(following) === 'that') return undefined;
  else if (!hasVerb(words, start, to) && !(words.isComma(following) && goesOnAfter(words, following + 1, hi))) return undefined;
  const leftFrom = leftStart(words, start, to);
  if (lastPassage === undefined && passesOn(words, subject.phrase, leftFrom, to)) return undefined;
  if (lastPassage !== undefined && words.is(leftFrom, w.preposition) && leftFrom < to - 1 && !hasVerb(words, leftFrom, to - 1))
    return undefined;
  const contents: Content[] = hasVerb(words, leftFrom, to) ? [{ from: leftFrom, to }] : [];
  let end = Math.max(following, afterVerb);
  const rest = rightOfPostposed(words, end, hi, lastPassage !== undefined, sieve === 'quote-cue-subject');
  if (rest !== undefined) {
    contents.push(rest);
    end = rest.to;
  }
  const attribution = { cueFrom: verb.from, cueTo: quotedPassive ?? verb.to, subject: subject.phrase, contents, sieve, speech: true };
  return { attribution, from: start, to: end };
}

/** "was quoted by Y (as) telling Z": the unit after the inner verb. */
function quotedAs(words: Words, verb: CueVerb, hi: number): number | undefined {
  if (verb.cue.lemma !== 'quote' && verb.cue.lemma !== 'cite') return undefined;
  for (let at = verb.to; at < Math.min(hi, verb.to + 14); at++) {
    if (words.isPunctuation(at)) return undefined;
    const inner = cueVerbAt(words, at, verb.to);
    if (inner?.use === 'gerund' && speaks(inner.cue))
      return (inner.cue.frames & frames.listener) !== 0 ? afterListener(words, inner.to, hi) : inner.to;
  }
  return undefined;
}

/** "said Rubio's deputy campaign manager, Rich Beeson,": the name. */
function nameInApposition(words: Words, phrase: Phrase, hi: number): Phrase {
  if (phrase.kind !== 'noun' || !words.isComma(phrase.to) || !words.is(phrase.head, w.role)) return phrase;
  const name = phraseAfter(words, phrase.to + 1, hi);
  if (name?.kind !== 'name' || name.from !== phrase.to + 1 || !words.isName(name.from)) return phrase;
  return { ...name, from: phrase.from };
}

/** Leaves "But" and "In the speech," before a passage to the narrator. */
function leftStart(words: Words, start: number, to: number): number {
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

/** A noun phrase right after the verb is its content, and what stands before it is somebody else's. */
function takesObject(words: Words, at: number): boolean {
  if (words.is(at, w.time) || words.is(at + 1, w.time)) return false;
  return words.is(at, w.determiner | w.possessive | w.pronoun) || words.isName(at);
}

function hasVerb(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (words.isPassage(at)) return true;
    if (words.is(at, w.auxiliary | w.modal | w.verb) || words.looksPast(at) || words.cueWords(at) !== undefined) return true;
  }
  return false;
}

/** What a reported sentence goes on with after its attribution. */
function rightOfPostposed(words: Words, from: number, hi: number, quoted: boolean, inverted: boolean): Content | undefined {
  if (!quoted && words.isComma(from)) {
    const next = from + 1;
    const open = inverted ? words.is(next, w.auxiliary | w.modal) || opensClause(words, next, hi) : goesOnAfter(words, next, hi);
    const to = open ? clauseEnd(words, next, hi) : next;
    if (to > next) return { from: next, to };
  }
  for (let at = from; at < Math.min(hi, from + 40); at++) {
    if (words.isPassage(at)) {
      if (words.passage(at)?.ending === 'comma' && attributesPassage(words, at + 1)) return undefined;
      if (!words.isPunctuation(at - 1) && !words.is(at - 1, w.conjunction)) return undefined;
      let to = at + 1;
      while (to < hi && words.isPassage(to)) to++;
      if (to < hi && !words.isPunctuation(to)) to = clauseEnd(words, at, hi);
      return { from: at, to };
    }
    if (words.isWord(at) && cueVerbAt(words, at, from) !== undefined) break;
  }
  return undefined;
}

/** After ", she said," the reported clause goes on, unless the narrator says how or when it was said. */
function goesOnAfter(words: Words, at: number, hi: number): boolean {
  if (at >= hi || words.isPassage(at)) return false;
  if (words.is(at, w.auxiliary | w.modal | w.verb) || words.looksPast(at) || words.lower(at) === 'that') return true;
  if (words.is(at, w.subordinator | w.relative) || words.lower(at).endsWith('ing') || words.lower(at + 1).endsWith('ing')) return false;
  if (words.is(at, w.conjunction)) return opensClause(words, at + 1, hi) || words.is(at + 1, w.auxiliary | w.modal);
  return opensClause(words, at, hi) || hasPassage(words, { from: at, to: Math.min(hi, at + 30) });
}

interface According {
  readonly attribution: Attribution | undefined;
  readonly to: number;
}

/** "according to S": reports the rest of its sentence, unless that is already somebody's words (then it is provenance). */
function accordingTo(words: Words, at: number, lo: number, hi: number, earlier: readonly Attribution[]): According | undefined {
  if (words.lower(at) !== 'according' || words.lower(at + 1) !== 'to') return undefined;
  const source = phraseAfter(words, at + 2, hi);
  if (source === undefined) return { attribution: undefined, to: at + 2 };
  let to = source.to;
  const make = (content: Content, end: number): According => ({
    attribution: { cueFrom: at, cueTo: at + 2, subject: source, contents: [content], sieve: 'according-to', speech: true },
    to: end,
  });
  if (at === lo || (at === lo + 1 && words.is(lo, w.conjunction))) {
    while (to < hi && !words.isComma(to) && to < source.to + 20) to++;
    const from = to + 1;
    for (let unit = from; unit < Math.min(hi, from + 12); unit++) {
      const verb = cueVerbAt(words, unit, from);
      if (verb !== undefined && speaks(verb.cue)) return { attribution: undefined, to };
    }
    const end = clauseEnd(words, from, hi);
    return end > from ? make({ from, to: end }, end) : { attribution: undefined, to };
  }
  const previous = earlier.at(-1);
  const start = previous === undefined ? lo : Math.max(lo, previous.cueTo, ...previous.contents.map((content) => content.to));
  const end = trimmed(words, start, at);
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
  return end - from < 2 ? { attribution: undefined, to } : make({ from, to: end }, to);
}

/** Whether the words from `at` on attribute the passage before them: “Why?” the mayor asked. */
export function attributesPassage(words: Words, at: number): boolean {
  const hi = Math.min(words.count, at + 34);
  for (let unit = at; unit < hi; unit++) {
    const lower = words.lower(unit);
    if (words.isPassage(unit) || lower === ':' || lower === ';' || lower === '.') return false;
    const verb = words.isWord(unit) ? cueVerbAt(words, unit, at) : undefined;
    if (verb?.use !== 'finite' || !speaks(verb.cue)) continue;
    if (unit > at) {
      const subject = subjectBefore(words, verb.from, at);
      if (subject === undefined || subject === 'shared' || subject.from !== at) return false;
    } else if (phraseAfter(words, verb.to, hi) === undefined) return false;
    const listener = (verb.cue.frames & frames.listener) !== 0 && unit > at;
    const after = afterAdverbials(words, listener ? afterListener(words, verb.to, hi) : verb.to, hi);
    if (unit === at || after >= words.count) return true;
    return words.isPunctuation(after) && words.lower(after) !== ':' && !(words.isComma(after) && words.isPassage(after + 1));
  }
  return false;
}
