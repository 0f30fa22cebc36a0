import type { Registry } from '../../../text/metadata/registry';
import { paragraphsOf } from '../../../text/passages/paragraphs';
import type { Quotation, QuotationPart, Speaker } from '../../model';
import { partOf, quotationOf } from '../../quotations/index';
import { speakersOf } from '../../speakers/index';
import { isTranscript, transcriptOf } from '../../turns/index';
import type { LanguagePack } from '../pack';
import { People } from './people';
import type { Said } from './said';
import { SentenceReader } from './sentenceReader';
import { TurnsIn, turnWordsOf } from './turnsIn';
import { sentenceEnds, unitsOf } from './units';

/** How often a sieve's speaker is right, set by hand as in English, a step lower: these readers know less. */
const confidences: ReadonlyMap<string, number> = new Map([
  ['quote-cue-subject', 0.9],
  ['cue-subject', 0.8],
  ['subject-cue', 0.8],
  ['according-to', 0.8],
  ['follow-on', 0.7],
  ['colon', 0.7],
  ['label', 0.8],
  ['transcript', 0.7],
  ['infinitive', 0.6],
  ['scare', 0.7],
  ['follow-on-paragraph', 0.5],
  ['unattributed', 0.3],
]);

/**
 * Quotations and speakers in prose of a language that has a pack; spans count UTF-16 code units of the prose. `isToldTranscript`: somebody
 * says that the text is a transcript. Linear.
 */
export function findStatements(
  prose: string,
  pack: LanguagePack,
  registry: Registry | undefined,
  isToldTranscript: boolean,
): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[]; readonly isTranscript?: true } {
  const people = new People(pack, registry);
  const paragraphs: { readonly units: ReturnType<typeof unitsOf>; readonly continues: boolean }[] = [];
  let continues = false;
  const spans = paragraphsOf(prose);
  for (const span of spans) {
    const units = unitsOf(prose, span, pack, continues);
    paragraphs.push({ units, continues });
    continues = units.some(({ open }) => open);
  }
  const reader = new SentenceReader(pack, people);
  for (const { units } of paragraphs) people.learn(units);
  const places = transcriptOf(prose, spans, isToldTranscript, turnWordsOf(pack));
  const turns = new TurnsIn(prose, pack, people);
  for (const [at, { units }] of paragraphs.entries()) {
    const place = places?.[at];
    const span = spans[at];
    if (place !== undefined && span !== undefined) {
      turns.read(place, span);
      continue;
    }
    let from = 0;
    for (const end of sentenceEnds(units, pack, (at) => reader.follows(units, at))) {
      reader.read(units.slice(from, end), from === 0);
      from = end;
    }
  }
  const said = listsJoined(withoutOverlaps([...reader.voices.said, ...turns.said]), prose, pack);
  const { speakers, idOf } = speakersOf(said.flatMap(({ member }) => member ?? []));
  const quotations = chains(said).map((chain) => {
    const member = chain[0]?.member;
    return quotationOf(chain.map(partIn), member ? [idOf(member)] : [], member?.entry?.name ?? member?.name);
  });
  return { quotations, speakers, ...(places && isTranscript(prose, spans, places) && { isTranscript: true }) };
}

function partIn({ start, end, type, segments, mention, cue, sieve }: Said): QuotationPart {
  const fields = { start, end, type, segments: [...segments], mention, cue, sieve, provenance: undefined, folded: undefined };
  return partOf(fields, confidences.get(sieve) ?? 0.5);
}

/** Each with those that go on from it. */
function chains(said: readonly Said[]): readonly (readonly Said[])[] {
  const all: Said[][] = [];
  for (const one of said) {
    const chain = one.goesOn && all.at(-1);
    if (chain) chain.push(one);
    else all.push([one]);
  }
  return all;
}

/** «…», «…» и «…» of one speaker: one statement that the sentence lists. */
function listsJoined(said: readonly Said[], prose: string, pack: LanguagePack): readonly Said[] {
  const joined: Said[] = [];
  for (const one of said) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : prose.slice(last.end, Math.min(one.start, last.end + longestJoint));
    const words = between.replaceAll(',', ' ').trim();
    const isList =
      last !== undefined &&
      last.end + between.length === one.start &&
      between.trim() !== '' &&
      !between.includes('\n') &&
      (words === '' || pack.coordination.has(words)) &&
      [last, one].every(({ segments }) => segments.length > 0) &&
      last.type !== 'scare' &&
      (one.type === 'scare' || last.member === one.member);
    if (isList) joined[joined.length - 1] = { ...last, end: one.end, type: 'mixed', segments: [...last.segments, ...one.segments] };
    else joined.push(one);
  }
  return joined;
}
const longestJoint = 12;

function withoutOverlaps(said: readonly Said[]): readonly Said[] {
  const kept: Said[] = [];
  let end = -1;
  for (const one of said.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < end) continue;
    kept.push(one);
    end = one.end;
  }
  return kept;
}
