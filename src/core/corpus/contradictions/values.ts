import type { Side, Source } from './contradiction';
import { numberOf } from '../words/numerals';
import { Flag } from '../words/flags';

/** A figure, a month, a day of the week or a time of day. */
export interface Value extends Side {
  readonly kind: 'number' | 'month' | 'weekday' | 'time';
  readonly value: number;
  /** How many words with content stand before it in its sentence. */
  readonly after: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const SCALED = /^([\d.,]*\d)(k|m|mn|bn|tn)$/i;
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
const ORDINAL = /^(?:\d+(?:st|nd|rd|th)|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th)$/i;
const RANK = /^(\d{1,3})(?:st|nd|rd|th)$/;
const MINUTE = /^(?:minute|lap)$/;
const TIME = /^(\d{1,2})(?:[.:](\d\d))?\s?[ap]\.?m\b\.?|^(\d{1,2}):(\d\d)(?![:\d])/i;
const VAGUE = new Set(
  'least most more less fewer over under above below up about around some roughly approximately almost nearly'.split(' '),
);

/** The value that begins at a token, before `end`. */
export function valueAt(source: Source, at: number, end: number, after: number): Value | undefined {
  const { start, flags } = source.text.tokens;
  const { text } = source.article.prose;
  const word = wordAt(source, at);
  const value = (kind: Value['kind'], value: number, to: number): Value => ({ source, from: at, to, kind, value, after });
  const isName = ((flags[at] ?? 0) & (Flag.capital | Flag.sentence)) === Flag.capital;
  const [month, weekday] = [MONTHS.indexOf(word), WEEKDAYS.indexOf(word)];
  if (month >= 0 && isName) return value('month', month, at + 1);
  if (weekday >= 0 && isName) return value('weekday', weekday, at + 1);
  const begin = start[at] ?? 0;
  const time = TIME.exec(text.slice(begin, begin + 12));
  if (time) {
    let to = at + 1;
    while (to < end && (start[to] ?? 0) < begin + time[0].length) to++;
    return value('time', (Number(time[1] ?? time[3]) * 60 + Number(time[2] ?? time[4] ?? 0)) % 720, to);
  }
  const ranked = RANK.exec(word);
  if (ranked && MINUTE.test(wordAt(source, at + 1))) return value('number', Number(ranked[1]), at + 2);
  const scaled = SCALED.exec(word);
  // "2m" are metres, too.
  if (scaled && (scaled[2]?.length === 2 || isMoney(source, at)))
    return value('number', (numberOf(scaled[1] ?? '') ?? 0) * (SCALES.get(scaled[2] ?? '') ?? 1), at + 1);
  return numeralAt(source, at, end, value);
}

/** The 13th minute of a match begins when twelve are over. */
export function areOneMinute(a: Value, b: Value): boolean {
  const isRank = ({ source, from }: Value) => RANK.test(wordAt(source, from));
  return Math.abs(a.value - b.value) === 1 && isRank(a) !== isRank(b);
}

/** "at least 30" and "about 30" are true of other figures, too. */
export function isVague({ source, from }: Value): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) if (VAGUE.has(wordAt(source, i))) return true;
  return false;
}

/** 81.3 per cent are 81. */
export function areRounded({ value: a }: Value, { value: b }: Value): boolean {
  return Math.abs(a - b) < 1 && Number.isInteger(a) !== Number.isInteger(b);
}

/** "Two years ago" tells when, and not how long. */
export function isAgo({ source: { article, text }, to }: Value): boolean {
  return /^[\s-]\p{L}+ (?:ago|earlier|later|before|after)\b/u.test(
    article.prose.text.slice(text.tokens.end[to - 1], (text.tokens.end[to - 1] ?? 0) + 30),
  );
}

/** Whether it measures or dates, and does not count: a share, a score, a year, what has a unit. Counts have bounds and grow. */
export function isMeasure(value: Value): boolean {
  if (value.kind !== 'number' || RANK.test(wordAt(value.source, value.from))) return true;
  const { source, from, to } = value;
  const { tokens } = source.text;
  const { text } = source.article.prose;
  const [start, end] = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
  const [before, behind] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 20)];
  if (/\d\s?[-–]$/.test(before) || /^\s?[-–]\d|^%/.test(behind)) return true;
  if (/^[12]\d{3}$/.test(text.slice(start, end)) && /\b(?:in|since|by|until|of|from|to)\s$/.test(before)) return true;
  return /^[\s-](?:per\s?cent|percent|percentage|points?|degrees?|mph|kmh|km|kilomet|miles?|met(?:re|er)s?|feet|inch|tonnes?|tons?|kilos?|grams?|litres?|liters?|years?|months?|weeks?|days?|hours?|minutes?|laps?|seconds?)\b/i.test(
    behind,
  );
}

/** "312", "three hundred and twelve", "1.7 million". */
function numeralAt(
  source: Source,
  at: number,
  end: number,
  value: (kind: Value['kind'], value: number, to: number) => Value,
): Value | undefined {
  const numeral = readNumeral((i) => wordAt(source, i), at, end);
  return numeral && value('number', numeral.value, numeral.to);
}

/** The number that the words from one place on make up: tens and units add up, what stands before a thousand multiplies it. */
export function readNumeral(wordOf: (i: number) => string, at: number, end: number): { value: number; to: number } | undefined {
  let [total, current, to] = [0, 0, at];
  for (let i = at; i < end; i++) {
    const word = wordOf(i).toLowerCase();
    const n = i > at && word === 'one' ? 1 : ORDINAL.test(word) ? undefined : numberOf(word);
    if (n === undefined && word === 'and' && to === i && current + total >= 100) continue;
    if (n === undefined || (to > at && n < 100 && current % 100 !== 0 && (current % 10 !== 0 || n >= 10))) break;
    if (n === 100 && to > at) current *= 100;
    else if (n >= 1000 && to > at) [total, current] = [total + current * n, 0];
    else current += n;
    to = i + 1;
  }
  return to > at ? { value: total + current, to } : undefined;
}

function isMoney({ article, text }: Source, at: number): boolean {
  return /^\p{Sc}$/u.test(article.prose.text.charAt((text.tokens.start[at] ?? 0) - 1));
}

function wordAt({ article, text: { tokens } }: Source, at: number): string {
  return article.prose.text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
}

/** Signs of an address that are looked at on each side. */
const LONG = 400;

/** Whether what stands there is part of an address: of a page, a picture, a file. */
export function isInAddress(prose: string, at: number): boolean {
  const before = prose.slice(Math.max(0, at - LONG), at);
  const own = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1);
  const word = own + (/^\S*/.exec(prose.slice(at, at + LONG))?.[0] ?? '');
  return /:\/\/|^www\.|=["“]?|\w\/\w+\/\w/.test(word);
}
