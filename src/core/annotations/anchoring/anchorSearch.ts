import { CodePoints } from '../../text/encoding/codePoints';
import { type FoldedText, foldText, unfold } from '../../text/foldedText';
import type { Span } from '../../text/span';
import { contextSimilarity, type Work } from './alignment';
import { Shingles } from './shingles';

/** An article prepared for anchoring: each part is made when it is first needed. */
export class AnchorText {
  readonly raw: string;
  readonly points: CodePoints;
  readonly work: Work = { steps: 0 };
  #folded: FoldedText | undefined;
  #shingles: Shingles | undefined;

  constructor(raw: string) {
    this.raw = raw;
    this.points = new CodePoints(raw);
  }

  get folded(): FoldedText {
    if (this.#folded === undefined) this.work.steps += this.raw.length;
    return (this.#folded ??= foldText(this.raw));
  }

  get shingles(): Shingles {
    return (this.#shingles ??= new Shingles(this.folded.text, this.work));
  }
}

/** Words to find, folded, with what stood on both sides. */
export interface Sought {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** What of the contexts stands in the same line as the words, where a line begins or ends beside them. */
  readonly lineBefore?: string;
  readonly lineAfter?: string;
}

/** Under this many characters words say too little to be known again by one context. */
export const shortWords = 20;

/** A place of the very words; contexts from 0 (nothing alike) to 1 (whole). */
export interface WordsPlace {
  /** In the folded text. */
  readonly start: number;
  readonly before: number;
  readonly after: number;
  /** Only the line beside the words speaks for one of them. */
  readonly byLine?: true;
}

export function soughtIn(prefix: string, exact: string, suffix: string): Sought {
  const folded = foldText(prefix + exact + suffix);
  const from = boundary(folded, prefix.length);
  const to = boundary(folded, prefix.length + exact.length);
  return {
    before: folded.text.slice(0, from),
    words: folded.text.slice(from, to),
    after: folded.text.slice(to),
    ...(prefix.includes('\n') && { lineBefore: lineEndOf(prefix) }),
    ...(suffix.includes('\n') && { lineAfter: lineStartOf(suffix) }),
  };
}

function lineEndOf(text: string): string {
  return foldText(text.slice(text.lastIndexOf('\n') + 1)).text.trim();
}

function lineStartOf(text: string): string {
  return foldText(text.split('\n', 1).join('')).text.trim();
}

function boundary(folded: FoldedText, at: number): number {
  const index = folded.starts.findIndex((start) => start >= at);
  return index < 0 ? folded.text.length : index;
}

export function rawSpan(article: AnchorText, start: number, end: number): Span {
  return unfold(article.folded, { start, end });
}

export function isWhole(place: WordsPlace): boolean {
  return place.before === 1 && place.after === 1;
}

/** Whether what stands beside the words is the same as far as their line goes: what follows a paragraph changes when others move. */
export function isTwin(article: AnchorText, { words, lineBefore, lineAfter }: Sought, { start, before, after }: WordsPlace): boolean {
  const { text } = article.folded;
  const beside = rawSpan(article, start, start + words.length);
  const reach = 48;
  const ahead = () => {
    const line = article.raw.slice(Math.max(0, beside.start - reach), beside.start);
    return (line.includes('\n') || beside.start < reach) && lineEndOf(line) === lineBefore;
  };
  const behind = () => {
    const line = article.raw.slice(beside.end, beside.end + reach);
    return (line.includes('\n') || beside.end + reach > article.raw.length) && lineStartOf(line) === lineAfter;
  };
  article.work.steps += text.length > 0 ? 2 * reach : 0;
  return (before === 1 || ahead()) && (after === 1 || behind());
}

export function closeness(place: WordsPlace): number {
  return place.before + place.after;
}

/** Every place, in reading order, that an edit beside it could make pass for the words sought. */
export function placesOfWords(article: AnchorText, sought: Sought): readonly WordsPlace[] {
  const { before, words, after } = sought;
  const { text } = article.folded;
  return startsOfWords(article, sought)
    .map((start) => ({
      start,
      before: similarity(before, text, start, 'before', article.work),
      after: similarity(after, text, start + words.length, 'after', article.work),
    }))
    .filter((place) => words.length >= shortWords || Math.max(place.before, place.after) >= 0.5)
    .map((place) => withLine(article, sought, place));
}

/** A context that ends with its line loses only what moved away when its paragraph moved: beside one whole context that speaks for a place. */
function withLine(article: AnchorText, { words, lineBefore, lineAfter }: Sought, place: WordsPlace): WordsPlace {
  const { start, before, after } = place;
  const span = rawSpan(article, start, start + words.length);
  const near = 48;
  if (after === 1 && before < 0.75 && lineBefore !== undefined) {
    const beside = `\n${article.raw.slice(Math.max(0, span.start - near), span.start)}`.slice(span.start < near ? 0 : 1);
    if (beside.includes('\n') && lineEndOf(beside) === lineBefore) return { ...place, before: 0.75, byLine: true };
  }
  if (before === 1 && after < 0.75 && lineAfter !== undefined) {
    const beside = article.raw.slice(span.end, span.end + near) + (span.end + near > article.raw.length ? '\n' : '');
    if (beside.includes('\n') && lineStartOf(beside) === lineAfter) return { ...place, after: 0.75, byLine: true };
  }
  return place;
}

/** Where a context was cut short by the edge of the text it says less: none at all neither speaks for a place nor against it. */
function similarity(context: string, text: string, at: number, side: 'before' | 'after', work: Work): number {
  if (context !== '') return contextSimilarity(context, text, at, side, work);
  return at === (side === 'before' ? 0 : text.length) ? 1 : 0.75;
}

/** The contexts speak for a place: one whole for words long enough to know, both for short ones, or both by and large. */
export function isCredible(place: WordsPlace, { words }: Sought): boolean {
  const lesser = Math.min(place.before, place.after);
  if (words.length < shortWords) return lesser >= 0.65 && closeness(place) >= 1.5;
  return Math.max(place.before, place.after) === 1 || (lesser >= 0.5 && closeness(place) >= 1.2);
}

/** Common words are not looked at everywhere but only near pieces of their contexts. */
const mostStarts = 48;

function startsOfWords(article: AnchorText, { before, words, after }: Sought): readonly number[] {
  const { text } = article.folded;
  const starts: number[] = [];
  if (words === '') return starts;
  for (let at = text.indexOf(words); at >= 0 && starts.length <= mostStarts; at = text.indexOf(words, at + 1)) starts.push(at);
  article.work.steps += text.length;
  if (starts.length <= mostStarts) return starts;
  const pattern = before + words + after;
  const near = new Set<number>();
  for (let from = 0; from + 8 <= pattern.length; from += 4) {
    for (const place of article.shingles.places(pattern, from, article.work)) {
      const expected = place - from + before.length;
      for (let at = Math.max(0, expected - 12); at <= expected + 12; at++) if (text.startsWith(words, at)) near.add(at);
    }
  }
  return [...near].sort((a, b) => a - b);
}

/** True where the two contexts stand side by side: the words between them were taken out. */
export function isTakenOut(article: AnchorText, { before, after }: Sought): boolean {
  const seam = before.slice(-16).trimEnd() + ' ' + after.slice(0, 16).trimStart();
  const tight = before.slice(-16) + after.slice(0, 16);
  article.work.steps += 2 * article.folded.text.length;
  return tight.length >= 24 && (article.folded.text.includes(tight) || article.folded.text.includes(seam));
}
