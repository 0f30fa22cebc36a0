import { markedPassages } from '../text/marks';
import { outerOf } from '../text/outer';
import { paragraphsOf } from '../text/paragraphs';
import type { Registry } from '../text/registry';
import { sentenceEnds } from '../text/sentences';
import type { Span } from '../text/span';
import { tokensOf } from '../text/tokens';
import { attributesPassage, readSentence, type Attribution } from './attributions';
import { Cast, peopleOf, type Member } from './cast';
import { trimmed, type Content } from './contents';
import { wordClasses as w } from './lexicon';
import type { Provenance, Quotation, QuotationType, Speaker } from './model';
import { describe, phraseAfter, phraseBefore, type Phrase } from './phrases';
import { carrierOf, nameOfProvenance, provenanceIn, type FoundProvenance } from './provenance';
import { speakersOf } from './speakers';
import { CountedWords, Words, type StepCount } from './words';

export interface QuotationContext {
  /** False: marks only, no cues, no speakers. */
  readonly english: boolean;
  readonly registry?: Registry | undefined;
  /** Counts elementary steps, for tests of growth. */
  readonly count?: StepCount;
}

/** One number per sieve, set by hand: how often its speaker is right. */
const confidences: Readonly<Record<string, number>> = {
  'quote-subject-cue': 0.95,
  'quote-cue-subject': 0.95,
  'subject-cue': 0.9,
  'cue-subject': 0.9,
  'was-quoted': 0.9,
  'according-to': 0.85,
  'shared-subject': 0.8,
  participle: 0.75,
  infinitive: 0.6,
  'passive-agent': 0.7,
  'distant-subject': 0.5,
  nominal: 0.8,
  label: 0.7,
  dash: 0.85,
  signature: 0.8,
  transcript: 0.9,
  'follow-on-open': 0.85,
  'follow-on': 0.9,
  'follow-on-paragraph': 0.75,
  colon: 0.8,
  passive: 0.4,
  scare: 0.6,
  title: 0.8,
  unattributed: 0.3,
  marks: 0.5,
};

interface Carried {
  readonly kind: Provenance['kind'];
  readonly name: string;
  readonly span: Span;
  /** Undefined where it vouches for everybody. */
  readonly member: Member | undefined;
  readonly everybody: boolean;
}

interface Draft extends Span {
  provenance: Provenance | undefined;
  type: QuotationType;
  segments: Span[];
  mention: Span | undefined;
  member: Member | undefined;
  cue: Span | undefined;
  continues: boolean;
  sieve: string;
}

interface LastSpeaker {
  readonly mention: Span | undefined;
  readonly member: Member | undefined;
  readonly cue: Span | undefined;
}

/** Finds quotations and their speakers in prose; spans count in the prose. */
export function findQuotations(
  prose: string,
  context: QuotationContext,
): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] } {
  const reader = new Reader(prose, context);
  for (const paragraph of paragraphsOf(prose)) reader.read(paragraph);
  return reader.result();
}

class Reader {
  readonly #prose: string;
  readonly #context: QuotationContext;
  readonly #cast: Cast;
  readonly #drafts: Draft[] = [];
  #open = false;
  #wasOpen = false;
  #last: LastSpeaker | undefined;
  #pending: LastSpeaker | undefined;
  #carried: Carried | undefined;
  #carriedFor = 0;
  /** Words between marks of the paragraph before that got their speaker by default. */
  #unsigned = new Set<Draft>();

  constructor(prose: string, context: QuotationContext) {
    this.#prose = prose;
    this.#context = context;
    this.#cast = new Cast(context.registry);
  }

  read(paragraph: Span): void {
    const label = this.#context.english ? transcriptLabel(this.#prose, paragraph) : undefined;
    if (label !== undefined) {
      this.#readTranscript(label, paragraph);
      return;
    }
    const tokens = tokensOf(this.#prose, paragraph);
    const marked = markedPassages(tokens, this.#open);
    const outer = outerOf(tokens, marked, paragraph.start);
    const { count } = this.#context;
    const words = count === undefined ? new Words(outer) : new CountedWords(outer, count);
    if (count !== undefined) count.steps += tokens.kind.length;
    this.#wasOpen = this.#open;
    this.#open = outer.passages.at(-1)?.closed === false;
    if (!this.#context.english) {
      for (const passage of outer.passages) this.#drafts.push({ ...plain(passage), type: 'direct', sieve: 'marks' });
      return;
    }
    if (!this.#sign(words)) this.#readParagraph(words);
  }

  /** "— Ana Ruiz" or "Ana Ruiz, mayor of Halden”" by itself signs the words of the paragraph before, which nobody had. */
  #sign(words: Words): boolean {
    const draft = this.#drafts.at(-1);
    if (draft === undefined || !this.#unsigned.has(draft)) return false;
    const passage = words.passage(0);
    if (words.count > 16 || !(words.isDash(0) || passage?.continued === true)) return false;
    const inner =
      passage === undefined
        ? words
        : new Words(outerOf(tokensOf(this.#prose, { start: passage.innerStart, end: passage.innerEnd }), [], 0));
    const phrase = phraseAfter(inner, inner.isDash(0) ? 1 : 0, inner.count);
    if (phrase?.kind !== 'name' || !(phrase.to >= inner.count || inner.isPunctuation(phrase.to))) return false;
    for (let at = phrase.to; at < inner.count; at++) if (inner.is(at, w.auxiliary | w.modal) || inner.looksPast(at)) return false;
    const { mention, member } = this.#lastSpeaker(inner, phrase, undefined);
    Object.assign(draft, { mention, member, sieve: 'signature' });
    this.#open = false;
    return true;
  }

  /** A line of a transcript is its speaker's, whole. */
  #readTranscript(label: Span, paragraph: Span): void {
    const name = new Words(outerOf(tokensOf(this.#prose, label), [], label.start));
    const asker = /^(?:q|a|question|answer)\.?$/.test(name.lower(0)) && name.count === 1;
    const speaker = asker
      ? { mention: label, member: undefined, cue: undefined }
      : this.#lastSpeaker(name, describe(name, 0, name.count), undefined);
    let start = label.end + 1;
    while (start < paragraph.end && this.#prose.charAt(start) === ' ') start++;
    const end = paragraph.end - (isQuotationMark(this.#prose.charAt(paragraph.end - 1)) ? 1 : 0);
    this.#last = speaker;
    this.#pending = undefined;
    this.#open = false;
    if (end <= start) return;
    const cue = { start: label.end, end: label.end + 1 };
    this.#drafts.push({
      start,
      end,
      type: 'direct',
      segments: [{ start, end }],
      ...speaker,
      cue,
      continues: false,
      provenance: undefined,
      sieve: 'transcript',
    });
  }

  #readParagraph(words: Words): void {
    const taken = new Set<number>();
    const ends = sentenceEnds(words.outer, (unit) => attributesPassage(words, unit));
    this.#nameEveryone(words);
    const drafts: Draft[] = [];
    const waiting: number[] = [];
    let lo = 0;
    let here: LastSpeaker | undefined;
    let voice: LastSpeaker | undefined;
    const draft = (content: Content, sieve: string, speaker: LastSpeaker, continues = false): boolean =>
      this.#draft(words, content, sieve, speaker, taken, drafts, continues);
    for (const hi of ends) {
      const reading = readSentence(words, lo, hi);
      const first = drafts.length;
      for (const subject of reading.subjects) this.#resolve(words, subject, true);
      let spoken: LastSpeaker | undefined;
      for (const attribution of reading.attributions) {
        const speaker = this.#speakerOf(words, attribution);
        const quoted = attribution.contents.map((content, index) => draft(content, attribution.sieve, speaker, index > 0)).includes(true);
        // Words between marks go on with whom marks were given to, rather than with whoever was reported since.
        if (attribution.speech && speaker.mention !== undefined && (quoted || spoken === undefined)) spoken = speaker;
      }
      const label = this.#label(words, lo, hi);
      if (label !== undefined && (reading.attributions.length === 0 || label.sieve === 'dash')) {
        draft(label.content, label.sieve, label.speaker);
        spoken = label.speaker;
      }
      voice = reading.voice === undefined ? voice : this.#lastSpeaker(words, reading.voice, undefined);
      const alone = onlyPassages(words, lo, hi);
      for (let at = lo; at < hi; at++) {
        if (!words.isPassage(at) || taken.has(at)) continue;
        const content = { from: at, to: at + 1 };
        if (isAside(words, at)) draft(content, 'scare', nobody);
        else if (at > lo && voice !== undefined && !alone && isIntroduced(words, at)) {
          draft(content, 'colon', voice);
          spoken ??= voice;
        } else if (!alone) this.#loose(words, at, spoken ?? here ?? this.#last, taken, drafts);
        else if (here !== undefined) draft(content, 'follow-on', here);
        else waiting.push(at);
      }
      if (spoken !== undefined) {
        for (const at of waiting.splice(0)) draft({ from: at, to: at + 1 }, 'follow-on', spoken);
        here = spoken;
      }
      this.#carry(words, lo, hi, drafts.slice(first), reading.reported);
      lo = hi;
    }
    const before = this.#pending ?? this.#last;
    const open = this.#wasOpen;
    const carried = drafts.length;
    for (const at of waiting) {
      const content = { from: at, to: at + 1 };
      if (before === undefined) draft(content, 'unattributed', nobody);
      else draft(content, open ? 'follow-on-open' : this.#pending !== undefined ? 'colon' : 'follow-on-paragraph', before, open);
    }
    this.#carry(words, 0, 0, drafts.slice(carried), undefined);
    if (++this.#carriedFor > carriedParagraphs) this.#carried = undefined;
    if (here !== undefined) this.#last = here;
    else if (words.outer.passages.length === 0) this.#last = voice;
    else this.#last = before;
    this.#pending = words.lower(words.count - 1) === ':' ? (voice ?? here ?? this.#last) : waiting.length > 0 ? this.#pending : undefined;
    for (const title of words.outer.titles) drafts.push({ ...plain(title), type: 'scare', sieve: 'title' });
    drafts.sort((a, b) => a.start - b.start || b.end - a.end);
    this.#unsigned = new Set(drafts.filter(({ sieve }) => byDefault.has(sieve)));
    let end = -1;
    for (const ready of drafts) {
      if (ready.start < end) continue;
      this.#drafts.push(ready);
      end = ready.end;
    }
  }

  /** Gives the sentence's quotations their provenance: stated in it, or inherited from what was stated before. */
  #carry(words: Words, lo: number, hi: number, drafts: readonly Draft[], reported: Phrase | undefined): void {
    const spoken = drafts.filter((draft) => draft.type !== 'scare');
    const stated = hi > lo ? (provenanceIn(words, lo, hi) ?? this.#reportedBy(words, reported)) : undefined;
    if (stated !== undefined && spoken.length > 0) {
      const span = { start: words.start(stated.from), end: words.end(stated.to - 1) };
      const { kind, everybody } = stated;
      this.#carriedFor = 0;
      this.#carried = { kind, name: nameOfProvenance(words, stated), span, member: spoken.at(-1)?.member, everybody };
    }
    const carried = this.#carried;
    if (carried === undefined) return;
    for (const draft of spoken) {
      if (!carried.everybody && draft.member !== carried.member) continue;
      draft.provenance = { kind: carried.kind, name: carried.name, inherited: stated === undefined, span: carried.span };
    }
  }

  #reportedBy(words: Words, reported: Phrase | undefined): FoundProvenance | undefined {
    const kind = reported === undefined ? undefined : carrierOf(words, reported);
    return reported === undefined || kind === undefined ? undefined : { kind, from: reported.from, to: reported.to, everybody: true };
  }

  /** Puts every name of the paragraph on the stage, in order. */
  #nameEveryone(words: Words): void {
    if (isHeadline(words)) return;
    for (let at = 0; at < words.count; at++) {
      if (!words.isName(at)) continue;
      const phrase = phraseAfter(words, at, words.count);
      if (phrase?.kind !== 'name') {
        if (phrase !== undefined) this.#nameInside(words, phrase);
        at = Math.max(at, (phrase?.to ?? at + 1) - 1);
        continue;
      }
      for (const part of phrase.parts.length > 0 ? phrase.parts : [phrase]) {
        if (part.kind !== 'name' || words.is(part.head, w.time)) continue;
        this.#name(words, part);
      }
      at = phrase.to - 1;
    }
  }

  #name(words: Words, phrase: Phrase): void {
    const at = words.start(phrase.nameFrom);
    const member = this.#cast.resolve(words, phrase, at);
    if (member === undefined) return;
    member.mentions.push({ start: at, end: words.end(phrase.head) });
    this.#cast.appear(member, at, false);
  }

  /** "Ruiz's visit" and "the Ruiz-Holt summit" name people too. */
  #nameInside(words: Words, phrase: Phrase): void {
    for (let at = phrase.from; at < phrase.to; at++) {
      if (!words.isName(at)) continue;
      for (const known of this.#cast.knownIn(words.lower(at))) this.#cast.appear(known, words.start(at), false);
      let to = at + 1;
      while (to < phrase.to && words.isName(to)) to++;
      if (words.isPossessiveMark(to) && !words.is(at, w.time)) this.#name(words, describe(words, at, to));
      at = to;
    }
  }

  #resolve(words: Words, phrase: Phrase, subject: boolean): Member | undefined {
    const at = words.start(phrase.from);
    const member = this.#cast.resolve(words, phrase, at);
    if (member !== undefined) this.#cast.appear(member, at, subject);
    return member;
  }

  #speakerOf(words: Words, attribution: Attribution): LastSpeaker {
    const { subject } = attribution;
    const cue = { start: words.start(attribution.cueFrom), end: words.end(attribution.cueTo - 1) };
    if (subject === undefined) return { mention: undefined, member: undefined, cue };
    return { ...this.#lastSpeaker(words, subject, undefined), cue };
  }

  /** "Ruiz: …" and “…” — Ruiz. */
  #label(words: Words, lo: number, hi: number): { content: Content; speaker: LastSpeaker; sieve: string } | undefined {
    for (let at = lo + 1; at < Math.min(hi, lo + 14); at++) {
      if (words.isPassage(at - 1) && words.isDash(at)) {
        const phrase = phraseAfter(words, at + 1, hi);
        if (phrase?.kind !== 'name') return undefined;
        const ends = phrase.to >= hi || words.isPunctuation(phrase.to);
        return ends ? { content: { from: at - 1, to: at }, speaker: this.#lastSpeaker(words, phrase, at), sieve: 'dash' } : undefined;
      }
      if (words.lower(at) !== ':') continue;
      const phrase = phraseAfter(words, lo, hi);
      if (
        phrase?.to !== at ||
        phrase.kind !== 'name' ||
        (at - lo > 4 && !words.isPassage(at + 1)) ||
        at + 1 >= hi ||
        notSpeakers.has(words.lower(phrase.head))
      )
        return undefined;
      return { content: { from: at + 1, to: trimmed(words, at + 1, hi) }, speaker: this.#lastSpeaker(words, phrase, at), sieve: 'label' };
    }
    return undefined;
  }

  #lastSpeaker(words: Words, phrase: Phrase, cue: number | undefined): LastSpeaker {
    return {
      mention: { start: words.start(phrase.from), end: words.end(endOfMention(phrase) - 1) },
      member: this.#resolve(words, antecedent(words, phrase), true),
      cue: cue === undefined ? undefined : { start: words.start(cue), end: words.end(cue) },
    };
  }

  /** A passage inside a sentence that attributes nothing. */
  #loose(words: Words, at: number, near: LastSpeaker | undefined, taken: Set<number>, drafts: Draft[]): void {
    const passage = words.passage(at);
    if (passage === undefined) return;
    const long = passage.words >= 6 && passage.capitals < passage.words * 0.6;
    this.#draft(words, { from: at, to: at + 1 }, long ? 'unattributed' : 'scare', long ? (near ?? nobody) : nobody, taken, drafts);
  }

  /** Answers whether words between marks were taken. */
  #draft(
    words: Words,
    content: Content,
    sieve: string,
    speaker: LastSpeaker,
    taken: Set<number>,
    drafts: Draft[],
    continues = false,
  ): boolean {
    const { from, to } = content;
    if (to <= from) return false;
    const segments: Span[] = [];
    let bare = true;
    for (let at = from; at < to; at++) {
      const passage = words.passage(at);
      if (passage === undefined) {
        if (!words.isPunctuation(at)) bare = false;
        continue;
      }
      if (taken.has(at)) return false;
      segments.push({ start: passage.innerStart, end: passage.innerEnd });
    }
    for (let at = from; at < to; at++) if (words.isPassage(at)) taken.add(at);
    const type = sieve === 'scare' ? 'scare' : segments.length === 0 ? 'indirect' : bare ? 'direct' : 'mixed';
    drafts.push({
      start: words.start(from),
      end: words.end(to - 1),
      type,
      segments,
      mention: speaker.mention,
      member: speaker.member,
      cue: speaker.cue,
      continues,
      sieve,
      provenance: undefined,
    });
    return segments.length > 0;
  }

  result(): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] } {
    this.#cast.unifyRoles();
    const members = this.#drafts.flatMap((draft) => (draft.member === undefined ? [] : peopleOf(draft.member)));
    const { speakers, idOf } = speakersOf(members);
    const quotations = this.#drafts.map((draft): Quotation => {
      const whole = draft.member === undefined ? [] : peopleOf(draft.member);
      return {
        start: draft.start,
        end: draft.end,
        type: draft.type,
        segments: draft.segments,
        ...(draft.mention && { mention: draft.mention }),
        speakers: whole.map((member) => idOf(member)),
        ...(whole.length > 0 && { speakerName: whole.map((member) => member.entry?.name ?? member.name).join(' and ') }),
        ...(draft.cue && { cue: draft.cue }),
        ...(draft.continues && { continues: true }),
        ...(draft.provenance && { provenance: draft.provenance }),
        confidence: confidences[draft.sieve] ?? 0.5,
        sieve: draft.sieve,
      };
    });
    return { quotations, speakers };
  }
}

/** A name without the prepositions after it: "Ruiz in her speech". */
function endOfMention(phrase: Phrase): number {
  const last = phrase.parts.at(-1) ?? phrase;
  return last.kind === 'name' ? Math.min(phrase.to, last.head + 1) : phrase.to;
}

/** "Ruiz, who said": the name before the relative pronoun. */
function antecedent(words: Words, phrase: Phrase): Phrase {
  if (phrase.kind !== 'relative') return phrase;
  const end = words.isComma(phrase.from - 1) ? phrase.from - 1 : phrase.from;
  return phraseBefore(words, end, Math.max(0, end - 30)) ?? phrase;
}

/** A line of title case without a full stop names nobody in particular. */
function isHeadline(words: Words): boolean {
  const last = words.lower(words.count - 1);
  if (words.count > 24 || last === '.' || last === '”' || words.isPassage(words.count - 1)) return false;
  let capitals = 0;
  let others = 0;
  for (let at = 0; at < words.count; at++) {
    if (!words.isWord(at) || words.lower(at).length < 4) continue;
    if (words.isCapital(at)) capitals++;
    else others++;
  }
  return capitals > 3 * others;
}

/** After a colon, or a whole sentence after a comma. */
function isIntroduced(words: Words, at: number): boolean {
  if (words.lower(at - 1) === ':') return true;
  const passage = words.passage(at);
  return words.isComma(at - 1) && passage?.ending === 'stop' && passage.startsWithCapital && passage.words > 3;
}

const notSpeakers = new Set(
  'update updated correction clarification clarifications corrections email phone contact disclaimer advertisement tags views note related more video photo photos watch read advertisement source sources editor story background analysis opinion exclusive breaking live full text'.split(
    ' ',
  ),
);

/** "(Applause.)" and a heading in capitals are nobody's words. */
function isAside(words: Words, at: number): boolean {
  const passage = words.passage(at);
  if (passage === undefined) return false;
  const first = words.outer.text.charAt(passage.innerStart);
  if (passage.ending === 'comma' && words.lower(at + 1) === 'by') return true;
  return first === '(' || passage.words === 0 || (passage.style === 'single' && passage.words < 8 && passage.capitals > passage.words / 2);
}

function isQuotationMark(character: string): boolean {
  return character === '"' || character === '”' || character === '“';
}

/** "RUIZ:" at a paragraph's start, perhaps after a mark that never closes; the colon's offset ends it. */
function transcriptLabel(prose: string, paragraph: Span): Span | undefined {
  const from = isQuotationMark(prose.charAt(paragraph.start)) ? paragraph.start + 1 : paragraph.start;
  const colon = prose.slice(from, Math.min(paragraph.end, from + 42)).indexOf(':');
  if (colon < 1) return undefined;
  const label = prose.slice(from, from + colon);
  if (label !== label.toUpperCase() || !/^[\p{Lu}][\p{Lu}\p{M}.,’' -]*$/u.test(label)) return undefined;
  const words = label.toLowerCase().split(' ');
  return words.length > 5 || words.some((word) => notSpeakers.has(word)) ? undefined : { start: from, end: from + colon };
}

/** After so many paragraphs nobody remembers through whom the words came. */
const carriedParagraphs = 3;

const byDefault = new Set(['follow-on-paragraph', 'follow-on-open', 'unattributed']);

const nobody: LastSpeaker = { mention: undefined, member: undefined, cue: undefined };

function plain(passage: { start: number; end: number; innerStart: number; innerEnd: number }): Omit<Draft, 'type' | 'sieve'> {
  const { start, end, innerStart, innerEnd } = passage;
  return {
    start,
    end,
    segments: [{ start: innerStart, end: innerEnd }],
    mention: undefined,
    member: undefined,
    cue: undefined,
    continues: false,
    provenance: undefined,
  };
}

function onlyPassages(words: Words, lo: number, hi: number): boolean {
  for (let at = lo; at < hi; at++) if (!words.isPassage(at) && !words.isPunctuation(at)) return false;
  return true;
}
