import type { DateExpression } from '../analysis/index';
import { numberOf } from '../corpus/words/numerals';
import { paragraphsOf } from '../text/passages/paragraphs';
import { proseSpanToRaw } from '../text/prose';
import type { Span } from '../text/span';
import type { VersionText } from './model';

/** A word of a version; spans are UTF-16 into its prose. */
export interface VersionWord extends Span {
  readonly text: string;
  /** Equal where typesetting and spelling houses alone differ; "#12" for a number, however it is written. */
  readonly key: string;
  readonly isFirst: boolean;
  readonly isCapital: boolean;
  /** Index among the stretches between quotation marks, -1 outside. */
  readonly quoted: number;
  /** Index among the dates that were found, -1 outside. */
  readonly dated: number;
}

/** A range of words, the end excluded. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

export interface VersionWords {
  readonly prose: string;
  readonly words: readonly VersionWord[];
  readonly sentences: readonly WordRange[];
  readonly paragraphs: readonly WordRange[];
  /** Stretches between quotation marks. */
  readonly quoted: readonly WordRange[];
  readonly dates: readonly DateExpression[];
  /** The words of each date. */
  readonly dated: readonly WordRange[];
}

const wordShape = /[\p{L}\p{M}\p{N}]+(?:['’ʼ.,][\p{L}\p{M}\p{N}]+)*|[%$£€¥₹₽]/gu;
const abbreviation = /^(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|sen|rep|gov|st|no|vs|jr|sr|inc|ltd|co|corp|\p{L})$/iu;
const scales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
const contractions: readonly (readonly [RegExp, string])[] = [
  [/^won't$/, 'will not'],
  [/^(?:can't|cannot)$/, 'can not'],
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/(?<=^i)'m$/, ' am'],
  [/(?<=^(?:it|that|he|she|there|what|who|here))'s$/, ' is'],
];
const spellings: readonly (readonly [RegExp, string])[] = [
  [/our(?=(?:s|ed|ing|able|ful|hood|ite)?$)/, 'or'],
  [/([iy])s(e|ed|es|ing|ation|ations|er|ers)$/, '$1z$2'],
  [/(?<=[bt])re(?=s?$)/, 'er'],
  [/ogue(?=s?$)/, 'og'],
  [/ll(?=ed$|ing$|er$|ers$)/, 'l'],
  [/mme(?=s?$)/, 'm'],
  [/^grey/, 'gray'],
];

export function versionWords({ article, analysis }: VersionText): VersionWords {
  const { prose } = article;
  const found = composed(pieces(prose.text));
  const raw = found.map(({ start, end }) => proseSpanToRaw(prose, { start, end }));
  const segments = analysis.quotations.filter(({ type }) => type !== 'indirect').flatMap(({ segments }) => segments);
  const quoted = covering(raw, inOrder(segments));
  const dates = inOrder(analysis.dates);
  const dated = covering(raw, dates);
  const words = found.map((word, i): VersionWord => ({ ...word, quoted: quoted.of[i] ?? -1, dated: dated.of[i] ?? -1 }));
  return { prose: prose.text, words, ...rangesOf(prose.text, words), quoted: quoted.ranges, dates, dated: dated.ranges };
}

/** The words from one to another as they stand in the prose. */
export function textOf({ prose, words }: VersionWords, { from, to }: WordRange): string {
  return prose
    .slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)
    .replace(/\s+/g, ' ')
    .trim();
}

export function numberIn({ key }: Pick<VersionWord, 'key'>): number | undefined {
  return key.startsWith('#') ? Number(key.slice(1)) : undefined;
}

type Piece = Omit<VersionWord, 'quoted' | 'dated'>;

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const { 0: word, index: start } of text.matchAll(wordShape)) {
    const isFirst = found.length === 0 || endsSentence(text.slice(last, start), found.at(-1)?.text ?? '', word);
    const end = start + word.length;
    const isCapital = !word.toLowerCase().startsWith(word.charAt(0));
    const keys = keysOf(word);
    // “don’t” and “do not” are the same words: each has a place of its own, and both stand where the one stands.
    for (const [i, key] of keys.entries()) found.push({ start, end, text: word, key, isFirst: isFirst && i === 0, isCapital });
    last = end;
  }
  return found;
}

function endsSentence(between: string, before: string, word: string): boolean {
  if (/\n\s*\n/.test(between)) return true;
  return /[.!?…]["”’»)\]]*\s/.test(between) && !abbreviation.test(before) && /^[\p{Lu}\p{N}]/u.test(word);
}

function keysOf(word: string): readonly string[] {
  const number = numberKey(word);
  if (number !== undefined) return [number];
  if (word === '%') return ['percent'];
  let folded = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase();
  if (/^(?:\p{L}\.)+\p{L}$/u.test(folded)) folded = folded.replaceAll('.', '');
  for (const [from, to] of contractions) folded = folded.replace(from, to);
  for (const [from, to] of spellings) folded = folded.replace(from, to);
  return folded.replaceAll("'", '').split(' ');
}

function numberKey(word: string): string | undefined {
  const [, digits, scale] = /^(\d[\d,.]*)(k|mn?|bn|tn)$/i.exec(word) ?? [];
  const value = numberOf(digits ?? (/^(?:hundred|thousand|million|billion|dozen)s$/i.test(word) ? word.slice(0, -1) : word));
  if (value === undefined) return undefined;
  // "2nd" and "3D" are what they are, and "F16" is a name.
  if (digits === undefined && /\d\p{L}|\p{L}\d/u.test(word) && !/^\d+(?:st|nd|rd|th)$/i.test(word)) return undefined;
  return `#${value * (scales.get(scale?.toLowerCase() ?? '') ?? 1)}`;
}

/** "1.2 million", "twenty-five" and "per cent" are one word each. */
function composed(given: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of given) {
    const last = whole.at(-1);
    const isNext = last !== undefined && !piece.isFirst && piece.start > last.end && piece.start - last.end === 1;
    const [before, now] = [last && numberIn(last), numberIn(piece)];
    let key: string | undefined;
    if (isNext && before !== undefined && now !== undefined) {
      if (now >= 100 && Number.isInteger(Math.log10(now))) key = `#${before * now}`;
      else if (before >= 20 && before < 100 && before % 10 === 0 && now < 10) key = `#${before + now}`;
    } else if (isNext && last.key === 'per' && piece.key === 'cent') key = 'percent';
    if (last === undefined || key === undefined) whole.push(piece);
    else whole[whole.length - 1] = { ...last, end: piece.end, text: `${last.text} ${piece.text}`, key };
  }
  return whole;
}

function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  return spans.toSorted((a, b) => a.start - b.start);
}

/** By word the index of the span that holds it, of spans that may overlap the one that begins first; and the words of each. */
function covering(raw: readonly Span[], spans: readonly Span[]): { readonly of: Int32Array; readonly ranges: readonly WordRange[] } {
  const of = new Int32Array(raw.length).fill(-1);
  const ranges = spans.map(() => ({ from: 0, to: 0 }));
  let at = 0;
  for (const [word, { start, end }] of raw.entries()) {
    while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
    const span = spans[at];
    if (span === undefined || span.start >= end) continue;
    of[word] = at;
    const range = ranges[at];
    if (range) ranges[at] = range.to === 0 ? { from: word, to: word + 1 } : { from: range.from, to: word + 1 };
  }
  return { of, ranges };
}

function rangesOf(text: string, words: readonly VersionWord[]): Pick<VersionWords, 'sentences' | 'paragraphs'> {
  const paragraphs: WordRange[] = [];
  const sentences: WordRange[] = [];
  let at = 0;
  for (const { end } of paragraphsOf(text)) {
    const from = at;
    let start = at;
    while (at < words.length && (words[at]?.start ?? 0) < end) {
      if (words[at]?.isFirst === true && at > start) {
        sentences.push({ from: start, to: at });
        start = at;
      }
      at++;
    }
    if (at > start) sentences.push({ from: start, to: at });
    if (at > from) paragraphs.push({ from, to: at });
  }
  return { paragraphs, sentences };
}
