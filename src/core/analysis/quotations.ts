import { paragraphsOf } from '../text/paragraphs';
import type { Registry } from '../text/registry';
import { Cast, peopleOf } from './cast';
import type { Draft } from './drafts';
import type { Quotation, Speaker } from './model';
import { QuotationReader } from './quotationReader';
import { speakersOf } from './speakers';
import type { StepCount } from './words';

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

/**
 * Finds quotations and their speakers in prose; spans count UTF-16 code units of the prose. Never throws; what is unknown is absent.
 * Sieves after Muzny et al. 2017, "A Two-stage Sieve Approach for Quote Attribution", with cue verbs and their frames.
 */
export function findQuotations(
  prose: string,
  context: QuotationContext,
): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] } {
  const cast = new Cast(context.registry);
  const reader = new QuotationReader(prose, context.english, cast, context.count);
  for (const paragraph of paragraphsOf(prose)) reader.read(paragraph);
  cast.unifyRoles();
  const { drafts } = reader;
  const { speakers, idOf } = speakersOf(drafts.flatMap(({ member }) => (member === undefined ? [] : peopleOf(member))));
  const quotations = drafts.map((draft: Draft): Quotation => {
    const people = draft.member === undefined ? [] : peopleOf(draft.member);
    return {
      start: draft.start,
      end: draft.end,
      type: draft.type,
      segments: draft.segments,
      ...(draft.mention && { mention: draft.mention }),
      speakers: people.map((member) => idOf(member)),
      ...(people.length > 0 && { speakerName: people.map((member) => member.entry?.name ?? member.name).join(' and ') }),
      ...(draft.cue && { cue: draft.cue }),
      ...(draft.continues && { continues: true }),
      ...(draft.provenance && { provenance: draft.provenance }),
      confidence: confidences[draft.sieve] ?? 0.5,
      sieve: draft.sieve,
    };
  });
  return { quotations, speakers };
}
