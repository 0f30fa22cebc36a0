import type { Analysis, Provenance, QuotationType, Speaker } from '../../analysis/index';
import { rawSpanToProse, type Prose } from '../../text/prose';
import type { Span } from '../../text/span';
import { Flag } from '../words/flags';
import { tokenAt, type Tokens } from '../words/tokens';

/** Who speaks at each token of an article. */
export interface Voices {
  /** Index into `spoken` + 1 of the narrowest quotation that covers the token; 0 where the outlet itself speaks. */
  readonly at: Uint16Array;
  readonly spoken: readonly Spoken[];
}

/** What of a speaker tells who it is: an archive's articles are held without the places where they are named. */
export type Voice = Pick<Speaker, 'id' | 'name' | 'kind'>;

export interface Spoken {
  readonly type: QuotationType;
  readonly from: number;
  readonly to: number;
  readonly speakers: readonly Voice[];
  readonly confidence: number;
  /** Whether a name stands at the quotation, and not a pronoun or nothing. */
  readonly named: boolean;
  /** The word by which the speaker is reported to deny the words, or to refuse to do what they say. */
  readonly denied: string | undefined;
  readonly provenance?: Provenance;
}

/** Whether two speakers are one; `unknown` where at least one is neither a named person nor a body named alike. */
export type SameSpeaker = 'same' | 'other' | 'unknown';

/** Lays the quotations of an analysis over the tokens, and marks the tokens between quotation marks. */
export function voicesOf(analysis: Pick<Analysis, 'quotations' | 'speakers'>, prose: Prose, tokens: Tokens): Voices {
  const at = new Uint16Array(tokens.lemma.length);
  const byId = new Map(analysis.speakers.map((speaker) => [speaker.id, speaker]));
  const ofIds = new Map<string, readonly Voice[]>();
  const voicesBy = (ids: readonly string[]): readonly Voice[] => {
    const key = ids.join('\n');
    const known = ofIds.get(key);
    if (known) return known;
    // what `map` gives takes no more room than it needs
    const voices = ids.flatMap((id) => byId.get(id) ?? []).map(voiceOf);
    ofIds.set(key, voices);
    return voices;
  };
  const spoken: Spoken[] = [];
  // Part by part: an attribution between two is the outlet's.
  const parts = analysis.quotations.flatMap((quotation) => quotation.parts.map((part) => ({ ...part, speakers: quotation.speakers })));
  for (const quotation of parts.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (quotation.type === 'scare') continue;
    const span = rawSpanToProse(prose, quotation);
    if (!span) continue;
    const from = tokenAt(tokens, span.start);
    const to = tokenAt(tokens, span.end);
    spoken.push({
      type: quotation.type,
      from,
      to,
      speakers: voicesBy(quotation.speakers),
      confidence: quotation.confidence,
      named:
        quotation.mention !== undefined &&
        isNamed(
          prose,
          quotation.mention,
          quotation.speakers.flatMap((id) => byId.get(id) ?? []),
        ),
      denied: quotation.type === 'indirect' && quotation.cue !== undefined ? denialAt(prose, quotation.cue, span) : undefined,
      ...(quotation.provenance && { provenance: quotation.provenance }),
    });
    at.fill(spoken.length, from, to);
    for (const segment of quotation.segments) {
      const inside = rawSpanToProse(prose, segment);
      if (!inside) continue;
      const end = tokenAt(tokens, inside.end);
      for (let i = tokenAt(tokens, inside.start); i < end; i++) tokens.flags[i] = (tokens.flags[i] ?? 0) | Flag.quoted;
    }
  }
  return { at, spoken };
}

const voices = new WeakMap<Speaker, Voice>();

/** One for the same speaker: what its name comes to is told once. */
function voiceOf(speaker: Speaker): Voice {
  let voice = voices.get(speaker);
  if (!voice) {
    const { id, name, kind } = speaker;
    voices.set(speaker, (voice = { id, name, kind }));
  }
  return voice;
}

const DENIAL = /\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|disput\w+|reject\w*)\b/i;
const REFUSAL = /\b(?:refus\w+|declin\w+)\b/i;
const NO_DENIAL = /(?:\b(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?(?:deny|refute|dispute|reject|refuse|decline)/i;

/** "denied that", "refused to", but not "did not deny that" */
function denialAt(prose: Prose, cue: Span, said: Span): string | undefined {
  const span = rawSpanToProse(prose, cue);
  if (!span) return undefined;
  const words = prose.text.slice(span.start, span.end);
  const isToDo = /^\s*to\b/i.test(prose.text.slice(said.start, said.end)) || /\bto\b/i.test(prose.text.slice(span.end, said.start));
  const found = DENIAL.exec(words) ?? (isToDo ? REFUSAL.exec(words) : undefined);
  return found && !NO_DENIAL.test(prose.text.slice(Math.max(0, span.start - 20), span.end)) ? found[0] : undefined;
}

const PRONOUN = /^(?:he|she|they|it|we|i|you|both|who|which|that|this|the|his|her|their)\b/i;

/** "The baker Viktor Aske" is named, "the Prime Minister" is not. */
function isNamed(prose: Prose, mention: Span, speakers: readonly Speaker[]): boolean {
  const span = rawSpanToProse(prose, mention);
  const words = span ? prose.text.slice(span.start, span.end) : '';
  if (!/\p{Lu}/u.test(words)) return false;
  return !PRONOUN.test(words) || (/^the\b/i.test(words) && speakers.some((speaker) => isNameIn(speaker, words)));
}

function isNameIn(speaker: Speaker, words: string): boolean {
  const name = nameOf(speaker);
  return name !== undefined && name.length > 1 && name.every((word) => words.toLowerCase().includes(word));
}

/** What nobody is known to have said. */
export function voiceless(tokens: Tokens): Voices {
  return { at: new Uint16Array(tokens.lemma.length), spoken: [] };
}

/** The quotation that most of a stretch stands in. */
export function spokenIn(voices: Voices, from: number, to: number): Spoken | undefined {
  const count = new Map<number, number>();
  let most = 0;
  let winner = 0;
  for (let i = from; i < to; i++) {
    const index = voices.at[i] ?? 0;
    const n = (count.get(index) ?? 0) + 1;
    count.set(index, n);
    if (index > 0 && n > most) {
      most = n;
      winner = index;
    }
  }
  return winner > 0 && 3 * most >= to - from ? voices.spoken[winner - 1] : undefined;
}

/** Titles and roles before a name. Most short forms count with their full stop only: Sen and Gov are names, too. */
const ROLE = new Set(
  `president minister prime chief general gen. mr mr. mrs mrs. ms ms. dr dr. sir lord rep. representative sen. senator gov. governor mayor spokesman spokeswoman spokesperson
  secretary chairman chairwoman chancellor king queen prince princess pope judge justice sheriff officer commander colonel col. captain capt. major
  lieutenant lt. sergeant sgt. professor prof. director head leader deputy vice foreign defense defence state councilor councillor ambassador envoy
  congressman congresswoman lawmaker king jr jr. sr sr. the and 's reporter correspondent driver passenger attorney lawyer coach`.split(
    /\s+/,
  ),
);

export function compareSpeakers(a: readonly Voice[], b: readonly Voice[]): SameSpeaker {
  if (a.length === 0 || b.length === 0) return 'unknown';
  let unknown = false;
  for (const x of a) {
    for (const y of b) {
      const [p, q] = [nameOf(x), nameOf(y)];
      if (isBody(x) && isBody(y) && x.name.toLowerCase() === y.name.toLowerCase()) return 'same';
      if (p === undefined || q === undefined) unknown = true;
      else if (isOneName(p, q)) return 'same';
    }
  }
  return unknown ? 'unknown' : 'other';
}

function isBody({ kind }: Voice): boolean {
  return kind === 'organisation' || kind === 'government';
}

const names = new WeakMap<Voice, readonly string[]>();

/** The name words of a person, titles left out; a role or a group has none. */
export function nameOf(speaker: Voice): readonly string[] | undefined {
  let words = names.get(speaker);
  if (!words) names.set(speaker, (words = speaker.kind === 'person' ? nameWords(speaker.name) : []));
  return words.length > 0 ? words : undefined;
}

/** The words of a person's name, folded, without titles. */
export function nameWords(written: string): readonly string[] {
  const words = (
    written
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[‘’ʼ]/g, "'")
      .toLowerCase()
      .match(/[\p{L}'-]+\.?/gu) ?? []
  ).map((word) => (ROLE.has(word) ? word : word.replace(/(?:'s?)?\.?$/, '')));
  // "Hurd of Texas", but "Secretary of State Hillary Clinton"
  const of = words.indexOf('of');
  if (of > 0 && !ROLE.has(words[of - 1] ?? '')) words.length = of;
  let from = 0;
  words.forEach((word, i) => {
    if (ROLE.has(word) && i < words.length - 1) from = i + 1;
  });
  const name = words.slice(from).filter((word) => word.length > 1 && !ROLE.has(word));
  return name.length < 5 ? name : [];
}

function isOneName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word)) || a.at(-1) === b.at(-1);
}
