import type { Span } from '../../text/span';
import { type Content, trimmed } from '../speech/index';
import { classesOf, type Phrase, phraseAfter, wordClasses as w, type Words } from '../words/index';

const notSpeakers = new Set(
  're update updated posted published modified correction clarification clarifications corrections email phone contact disclaimer advertisement tags views note related more video photo photos watch read advertisement source sources editor story background analysis opinion exclusive transcript podcast listen explainer factbox timeline profile obituary letters review comment poll quiz interview breaking live full text end from to cc bcc date time sent subject location venue attendance admission tickets when where why how what who cost weather address website hours opening score result venue key tip bottom line fact facts claim reality myth truth'.split(
    ' ',
  ),
);

/** "Update", "Note", "Photo": a word that no speaker is called. */
export function isNoSpeaker(label: string): boolean {
  return label
    .toLowerCase()
    .split(' ')
    .some((word) => notSpeakers.has(word));
}

export function isQuotationMark(character: string): boolean {
  return character === '"' || character === '”' || character === '“';
}

/** "RUIZ:" at a paragraph's start, perhaps after a mark that never closes; the colon's offset ends it. */
export function transcriptLabel(prose: string, paragraph: Span): Span | undefined {
  const from = isQuotationMark(prose.charAt(paragraph.start)) ? paragraph.start + 1 : paragraph.start;
  const colon = prose.slice(from, Math.min(paragraph.end, from + 42)).indexOf(':');
  if (colon < 1) return undefined;
  const label = prose.slice(from, from + colon).replace(/\s*\([^()]*\)$/, '');
  if (label !== label.toUpperCase() || !/^[\p{Lu}][\p{Lu}\p{M}.,’' -]*$/u.test(label)) return undefined;
  const words = label.toLowerCase().split(' ');
  // "A SIMPLE GUIDE:", but "A JUROR:"
  if (/^an?$/.test(words[0] ?? '') && (classesOf(words.at(-1) ?? '') & (w.role | w.title)) === 0 && words.length > 1) return undefined;
  return words.length > 5 || words.some((word) => notSpeakers.has(word)) ? undefined : { start: from, end: from + label.length };
}

export interface PlainLabel {
  readonly span: Span;
  /** "Interviewer": says by itself that somebody speaks. */
  readonly isRole: boolean;
}

/** "Ana Ruiz:", "Interviewer:" or "ruiz:" at a paragraph's start; whether it is a speaker's, the reader has to know. */
export function plainLabel(prose: string, { start, end }: Span): PlainLabel | undefined {
  const head = prose.slice(start, Math.min(end, start + 42));
  if (!head.includes(': ')) return undefined;
  const label = /^(\p{L}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,3})(?: \([^()]*\))?: [^“"‘'\s]/u.exec(head)?.[1];
  const lower = label?.toLowerCase() ?? '';
  if (label === undefined || lower.split(' ').some((word) => notSpeakers.has(word))) return undefined;
  return { span: { start, end: start + label.length }, isRole: (classesOf(lower) & (w.role | w.title)) !== 0 };
}

const ownVoice = /(?:^|[^\p{L}’'])(?:I|we|you|me|us|my|our|your|I[’']\p{L}+|we[’']\p{L}+|you[’']\p{L}+)(?![\p{L}])|\?/iu;
const firstPerson = /(?:^|[^\p{L}’'])(?:I|we|We|me|us|my|My|our|Our|I[’']\p{L}+|[wW]e[’']\p{L}+)(?!\p{L})/u;
const reporting =
  /\b(?:said|says|told|accused|announced|warned|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;

/** Whether words after a label in capitals are a report after its dateline ("KADOOR: The minister said on Monday …") and nobody's speech. */
export function isReport(text: string): boolean {
  const outside = withoutMarked(text);
  // "RESCUE: The boat came in at noon [LOWEN PRESS]": a picture's words, with whose it is
  if (!ownVoice.test(outside) && /[[(][\p{Lu}\d][^[\]()]{1,40}[\])]$/u.test(text)) return true;
  return !ownVoice.test(outside) && reporting.test(outside) && outside.length > 60;
}

/** A narrator's words: somebody else says something in them, or it happens on a weekday. */
export function reports(text: string): boolean {
  return reporting.test(text);
}

export function withoutMarked(text: string): string {
  return /[“"‘']/.test(text) ? text.replaceAll(/[“"][^“”"]*[”"]|(?<![\p{L}\p{N}])[‘'][^‘’']*[’'](?!\p{L})/gu, ' ') : text;
}

/** Somebody speaks of himself or to somebody, or asks. */
export function hasOwnVoice(text: string): boolean {
  return ownVoice.test(text);
}

/** No narrator's paragraph: without marks, and nobody reports in it. */
export function isLetter(text: string): boolean {
  return !/[“”"«»‘]|''/.test(text) && !reporting.test(text);
}

/** A paragraph of a transcript that goes on with the one before it: somebody speaks of himself. */
export function speaksOn(text: string): boolean {
  return firstPerson.test(text) && !/^(?:[(\[“"]|Q\p{Lu}\p{Ll})/u.test(text);
}

export interface Label {
  readonly content: Content;
  readonly phrase: Phrase;
  /** The unit of the colon or dash. */
  readonly mark: number;
  readonly sieve: 'label' | 'dash';
}

/** "Ruiz: …" and “…” — Ruiz. */
export function labelIn(words: Words, lo: number, hi: number): Label | undefined {
  for (let at = lo + 1; at < Math.min(hi, lo + 14); at++) {
    if (words.isPassage(at - 1) && words.isDash(at)) {
      const phrase = phraseAfter(words, at + 1, hi);
      if (phrase === undefined || (phrase.kind !== 'name' && !(at - 1 === lo && words.is(phrase.head, w.role | w.body)))) return undefined;
      const ends = phrase.to >= hi || (phrase.kind === 'name' && words.isPunctuation(phrase.to));
      return ends ? { content: { from: at - 1, to: at }, phrase, mark: at, sieve: 'dash' } : undefined;
    }
    // "Ruiz, Greens – “Shameful.”"
    const isDashed = words.isDash(at) && words.passage(at + 1)?.startsWithCapital === true && at + 2 >= hi;
    if (words.lower(at) !== ':' && !isDashed) continue;
    const phrase = phraseAfter(words, words.isDash(lo) ? lo + 1 : lo, hi);
    if (
      phrase?.kind !== 'name' ||
      !(phrase.to === at || (words.isPassage(at + 1) && tellsWhen(words, phrase.to, at))) ||
      (at - lo > 4 && !words.isPassage(at + 1)) ||
      at + 1 >= hi ||
      notSpeakers.has(words.lower(phrase.head)) ||
      /^(?:dear|an?)$/.test(words.lower(lo)) ||
      hasNumber(words, phrase)
    )
      return undefined;
    return { content: { from: at + 1, to: trimmed(words, at + 1, hi) }, phrase, mark: at, sieve: 'label' };
  }
  return undefined;
}

/** "Halden 0-0 Lowen": a score, and nobody; not the age in brackets. */
function hasNumber(words: Words, { from, to }: Phrase): boolean {
  for (let at = from; at < to && words.lower(at) !== '('; at++) if (words.isNumber(at)) return true;
  return false;
}

/** "Ruiz | again: “…”", "Ruiz, | speaking at the gate: “…”", "Ruiz | on the tolls: “…”": no verb of its own. */
function tellsWhen(words: Words, from: number, to: number): boolean {
  const said = words.passage(to + 1);
  const where = /^(?:on|in|to|at|via|from|after)$/.test(words.lower(from)) && said?.startsWithCapital === true;
  const inserted = words.isComma(from) || (where && said.capitals < said.words * 0.6);
  for (let at = from; at < to; at++) {
    if (words.isPassage(at) || words.is(at, w.auxiliary | w.modal | w.verb | w.relative) || words.looksPast(at)) return false;
    if (!inserted && !words.isAdverb(at) && !words.is(at, w.time | w.preposition)) return false;
  }
  return true;
}

/** The unit where the signature that ends a block quote starts, and its name: "— Ana Ruiz", "Ana Ruiz, mayor of Halden". */
export function signatureIn(words: Words): { readonly from: number; readonly phrase: Phrase } | undefined {
  for (let from = Math.max(0, words.count - longestSignature); from < words.count; from++) {
    if (from > 0 && !words.isPassage(from - 1) && !/^[.?!…]/.test(words.lower(from - 1))) continue;
    const dashed = words.isDash(from);
    const phrase = phraseAfter(words, dashed ? from + 1 : from, words.count);
    if (phrase?.kind === 'name' && words.isName(phrase.from) && endsInRole(words, phrase.to, dashed)) return { from, phrase };
  }
  return undefined;
}
const longestSignature = 16;

function endsInRole(words: Words, from: number, dashed: boolean): boolean {
  if (from >= words.count) return true;
  if (!words.isComma(from) && words.lower(from) !== '(' && !(dashed && words.lower(from) === '.')) return false;
  for (let at = from; at < words.count; at++)
    if (words.is(at, w.auxiliary | w.modal | w.pronoun) || words.looksPast(at) || words.isPassage(at)) return false;
  return dashed || !words.isPunctuation(words.count - 1) || words.lower(words.count - 1) === ')';
}
