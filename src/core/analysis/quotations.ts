import { markedPassages } from '../text/marks';
import { outerOf } from '../text/outer';
import { paragraphsOf } from '../text/paragraphs';
import type { Registry } from '../text/registry';
import { sentenceEnds } from '../text/sentences';
import type { Span } from '../text/span';
import { tokensOf } from '../text/tokens';
import { attributesPassage, readSentence, type Attribution } from './attributions';
import { Cast, type Member } from './cast';
import type { Content } from './contents';
import type { Quotation, QuotationType, Speaker } from './model';
import { phraseAfter, type Phrase } from './phrases';
import { speakersOf } from './speakers';
import { Words, type StepCount } from './words';

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
  label: 0.85,
  'follow-on': 0.9,
  'follow-on-paragraph': 0.75,
  colon: 0.8,
  passive: 0.4,
  scare: 0.6,
  unattributed: 0.3,
  marks: 0.5,
};

interface Draft extends Span {
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
  #last: LastSpeaker | undefined;
  #pending: LastSpeaker | undefined;

  constructor(prose: string, context: QuotationContext) {
    this.#prose = prose;
    this.#context = context;
    this.#cast = new Cast(context.registry);
  }

  read(paragraph: Span): void {
    const tokens = tokensOf(this.#prose, paragraph);
    const marked = markedPassages(tokens, this.#open);
    const outer = outerOf(tokens, marked, paragraph.start);
    const words = new Words(outer);
    if (this.#context.count !== undefined) this.#context.count.steps += tokens.kind.length;
    this.#open = outer.passages.at(-1)?.closed === false;
    if (!this.#context.english) {
      for (const passage of outer.passages) this.#drafts.push({ ...plain(passage), type: 'direct', sieve: 'marks' });
      return;
    }
    this.#readParagraph(words);
  }

  #readParagraph(words: Words): void {
    const taken = new Set<number>();
    const ends = sentenceEnds(words.outer, (unit) => attributesPassage(words, unit));
    this.#nameEveryone(words);
    const drafts: Draft[] = [];
    const waiting: number[] = [];
    let lo = 0;
    let spokenHere: LastSpeaker | undefined;
    for (const hi of ends) {
      const { attributions, subjects } = readSentence(words, lo, hi);
      for (const subject of subjects) this.#resolve(words, subject, true);
      let speechHere: LastSpeaker | undefined;
      for (const attribution of attributions) {
        const speaker = this.#speakerOf(words, attribution);
        attribution.contents.forEach((content, index) => {
          this.#draft(words, content, attribution.sieve, speaker, taken, drafts, index > 0);
        });
        if (attribution.speech && speaker.mention !== undefined) speechHere = speaker;
      }
      const label = attributions.length === 0 ? this.#label(words, lo, hi) : undefined;
      if (label !== undefined) {
        this.#draft(words, label.content, 'label', label.speaker, taken, drafts);
        speechHere = label.speaker;
      }
      for (let at = lo; at < hi; at++) {
        if (!words.isPassage(at) || taken.has(at)) continue;
        const alone = onlyPassages(words, lo, hi);
        const before = speechHere ?? spokenHere ?? (lo === 0 ? this.#pending : undefined);
        if (alone && before !== undefined) {
          this.#draft(words, { from: at, to: at + 1 }, spokenHere === undefined ? 'colon' : 'follow-on', before, taken, drafts);
        } else if (alone) waiting.push(at);
        else this.#loose(words, at, taken, drafts);
      }
      if (speechHere !== undefined) {
        for (const at of waiting.splice(0)) this.#draft(words, { from: at, to: at + 1 }, 'follow-on', speechHere, taken, drafts);
        spokenHere = speechHere;
      }
      lo = hi;
    }
    for (const at of waiting) {
      if (this.#last !== undefined) this.#draft(words, { from: at, to: at + 1 }, 'follow-on-paragraph', this.#last, taken, drafts);
      else this.#draft(words, { from: at, to: at + 1 }, 'unattributed', nobody, taken, drafts);
    }
    const colon = words.lower(words.count - 1) === ':';
    if (spokenHere !== undefined) this.#last = spokenHere;
    else if (!words.outer.passages.length) this.#last = undefined;
    this.#pending = colon ? (spokenHere ?? this.#last) : undefined;
    drafts.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = -1;
    for (const draft of drafts) {
      if (draft.start < end) continue;
      this.#drafts.push(draft);
      end = draft.end;
    }
  }

  /** Puts every name of the paragraph on the stage, in order. */
  #nameEveryone(words: Words): void {
    for (let at = 0; at < words.count; at++) {
      if (!words.isName(at)) continue;
      const phrase = phraseAfter(words, at, words.count);
      if (phrase?.kind !== 'name') {
        at = Math.max(at, (phrase?.to ?? at + 1) - 1);
        continue;
      }
      for (const part of phrase.parts.length > 0 ? phrase.parts : [phrase]) {
        const member = this.#cast.resolve(words, part, words.start(part.nameFrom));
        if (member === undefined) continue;
        member.mentions.push({ start: words.start(part.nameFrom), end: words.end(part.head) });
        this.#cast.appear(member, words.start(part.nameFrom), false);
      }
      at = phrase.to - 1;
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
    const mention = { start: words.start(subject.from), end: words.end(subject.to - 1) };
    return { mention, member: this.#resolve(words, subject, true), cue };
  }

  /** "Ruiz: “…”" and “…” — Ruiz. */
  #label(words: Words, lo: number, hi: number): { content: Content; speaker: LastSpeaker } | undefined {
    for (let at = lo + 1; at < Math.min(hi, lo + 8); at++) {
      if (words.lower(at) !== ':') continue;
      const phrase = phraseAfter(words, lo, hi);
      if (phrase?.to !== at || phrase.kind === 'pronoun' || at + 1 >= hi) return undefined;
      const colon = { start: words.start(at), end: words.end(at) };
      const member = this.#resolve(words, phrase, true);
      const speaker = { mention: { start: words.start(phrase.from), end: words.end(phrase.to - 1) }, member, cue: colon };
      return { content: { from: at + 1, to: hi }, speaker };
    }
    return undefined;
  }

  /** A passage inside a sentence that attributes nothing. */
  #loose(words: Words, at: number, taken: Set<number>, drafts: Draft[]): void {
    const passage = words.passage(at);
    if (passage === undefined) return;
    const long = passage.words >= 6 && passage.capitals < passage.words * 0.6;
    this.#draft(words, { from: at, to: at + 1 }, long ? 'unattributed' : 'scare', long ? (this.#last ?? nobody) : nobody, taken, drafts);
  }

  #draft(
    words: Words,
    content: Content,
    sieve: string,
    speaker: LastSpeaker,
    taken: Set<number>,
    drafts: Draft[],
    continues = false,
  ): void {
    const { from, to } = content;
    if (to <= from) return;
    const segments: Span[] = [];
    let bare = true;
    for (let at = from; at < to; at++) {
      const passage = words.passage(at);
      if (passage === undefined) {
        if (!words.isPunctuation(at)) bare = false;
        continue;
      }
      if (taken.has(at)) return;
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
    });
  }

  result(): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] } {
    const members = this.#drafts.flatMap((draft) => (draft.member === undefined ? [] : [draft.member]));
    const { speakers, idOf } = speakersOf(members);
    const quotations = this.#drafts.map((draft): Quotation => {
      const whole = draft.member === undefined ? [] : draft.member.members.length > 0 ? draft.member.members : [draft.member];
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
        confidence: confidences[draft.sieve] ?? 0.5,
        sieve: draft.sieve,
      };
    });
    return { quotations, speakers };
  }
}

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
  };
}

function onlyPassages(words: Words, lo: number, hi: number): boolean {
  for (let at = lo; at < hi; at++) if (!words.isPassage(at) && !words.isPunctuation(at)) return false;
  return true;
}
