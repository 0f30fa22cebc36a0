import { paragraphsOf } from '../../text/passages/paragraphs';
import type { Span } from '../../text/span';
import { Cast, type Member, peopleOf, speakersOf, unifyRoles } from '../speakers/index';
import type { QuotationContext } from './context';
import type { Draft } from './drafts';
import { giveEchoes } from './echoes';
import { chains } from './joining';
import type { NestedQuotation, Quotation, QuotationPart, Speaker } from '../model';
import { partOf, quotationOf } from './parts';
import { QuotationReader } from './quotationReader';
import { interviewOf, isTranscript, transcriptOf } from '../turns/index';

/** How often a sieve's speaker is right, in five steps set by hand; docs/evaluation-quotations.md checks them. */
const confidences: ReadonlyMap<string, number> = new Map([
  ['quote-subject-cue', 0.95],
  ['quote-cue-subject', 0.95],
  ['follow-on', 0.95],
  ['subject-cue', 0.85],
  ['cue-subject', 0.85],
  ['was-quoted', 0.85],
  ['according-to', 0.85],
  ['label', 0.85],
  ['dash', 0.85],
  ['participle', 0.7],
  ['shared-subject', 0.7],
  ['colon', 0.7],
  ['follow-on-open', 0.7],
  ['signature', 0.7],
  ['transcript', 0.7],
  ['scare', 0.7],
  ['title', 0.7],
  ['follow-on-paragraph', 0.5],
  ['nested', 0.7],
  ['scene', 0.5],
  ['nominal', 0.5],
  ['infinitive', 0.5],
  ['passive', 0.5],
  ['passive-agent', 0.5],
  ['marks', 0.5],
  ['distant-subject', 0.3],
  ['unattributed', 0.3],
]);
/** Where reported speech without marks begins and ends is less sure than marks are; what is folded is right less than half the time. */
const reported = 0.95;
const doubtful = 0.4;

/**
 * Finds quotations and their speakers in prose; spans count UTF-16 code units of the prose. Never throws; what is unknown is absent.
 * Sieves after Muzny et al. 2017, "A Two-stage Sieve Approach for Quote Attribution", with cue verbs and their frames.
 */
export function findQuotations(
  prose: string,
  context: QuotationContext,
): {
  readonly quotations: readonly Quotation[];
  readonly nested: readonly NestedQuotation[];
  readonly speakers: readonly Speaker[];
  readonly isTranscript?: true;
} {
  const cast = new Cast(context.registry);
  const reader = new QuotationReader(prose, context, cast);
  const paragraphs = paragraphsOf(prose);
  const { english, isToldTranscript = false } = context;
  const places = english || isToldTranscript ? transcriptOf(prose, paragraphs, isToldTranscript) : undefined;
  const turns = places ?? (context.english ? interviewOf(prose, paragraphs) : undefined);
  for (const [at, paragraph] of paragraphs.entries()) reader.read(paragraph, turns?.[at]);
  reader.finish();
  if (context.english) giveEchoes(reader.drafts, prose);
  unifyRoles(cast.members);
  const { drafts, nested } = reader;
  if (reportsMuch(drafts, prose, paragraphs)) for (const draft of drafts) draft.folded &&= !draft.likely;
  const { speakers, idOf } = speakersOf(
    [...drafts, ...nested.map(({ speaker }) => speaker)].flatMap(({ member }) => (member === undefined ? [] : peopleOf(member))),
  );
  const build = (parts: readonly QuotationPart[], member: Member | undefined): Quotation => {
    const people = member === undefined ? [] : peopleOf(member);
    const name = people.length === 0 ? undefined : people.map((each) => each.entry?.name ?? each.name).join(' and ');
    return quotationOf(parts, people.map(idOf), name);
  };
  const all = chains(drafts);
  const outer = new Map(all.flatMap((chain, at) => chain.map((draft) => [draft, at] as const)));
  return {
    quotations: all.map((chain) =>
      build(
        chain.map((draft) => partOf(draft, confidenceOf(draft))),
        chain[0]?.member,
      ),
    ),
    nested: nested.map(({ within, speaker, segment, start, end }): NestedQuotation => {
      const { mention, member, cue } = speaker;
      const fields = {
        start,
        end,
        type: 'direct' as const,
        segments: [segment],
        mention,
        cue,
        provenance: undefined,
        folded: undefined,
        sieve: 'nested',
      };
      return { ...build([partOf(fields, confidences.get('nested') ?? 0.5)], member), in: outer.get(within) ?? 0 };
    }),
    speakers,
    ...(places && isTranscript(prose, paragraphs, places) && { isTranscript: true }),
  };
}

/** A text of which every second paragraph of some length has words that are surely somebody's: a news report, and no list or feature. */
function reportsMuch(drafts: readonly Draft[], prose: string, paragraphs: readonly Span[]): boolean {
  const sure = drafts.filter(({ type, folded, member }) => type !== 'scare' && !folded && member !== undefined).length;
  const long = paragraphs.filter(({ start, end }) => end - start > shortestParagraph).length;
  return prose.length > 0 && sure >= long * reportingShare;
}
const shortestParagraph = 80;
const reportingShare = 0.8;

function confidenceOf({ sieve, type, folded }: Draft): number {
  const confidence = confidences.get(sieve) ?? 0.5;
  const factor = folded ? doubtful : type === 'indirect' ? reported : 1;
  return Math.round(100 * factor * confidence) / 100;
}
