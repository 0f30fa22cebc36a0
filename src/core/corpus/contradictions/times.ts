import type { DateExpression } from '../../analysis/index';
import { daysOf } from './days';
import { isInAddress } from './values';
import type { Fact } from './fact';
import { sentencesOf } from '../matching/query';
import { rawSpanToProse, type Prose } from '../../text/prose';
import type { Span } from '../../text/span';
import { Flag } from '../words/flags';
import { Kind } from '../words/kinds';
import type { Lexicon } from '../words/lexicon';
import { tokenAt, type Tokens } from '../words/tokens';

/** "Updated at 2.25 p.m.", "Ida Lorne (@lorne) September 29" */
const STAMP =
  /(?:\b(?:updated?|posted|published|first published|last modified|corrected|correction)\b[^.]{0,30}|\(@\w+\)\s*[—–-]?\s*|[@—]\s?)$/i;
/** A time of another zone is another time. */
const ZONE = /\b(?:[ECMP][SD]?T|GMT|UTC|BST|CET|local|time)\b/;
/** Hours of the day that a TIMEX3 part of day means. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['MO', [5, 11.9]],
  ['MI', [11, 13.9]],
  ['AF', [12, 17.9]],
  ['EV', [17, 22]],
  ['NI', [18, 30]],
]);

/** Days of the week and times of day of an article, and which tokens tell a date: they count nothing. */
export function timesOf(
  tokens: Tokens,
  dates: readonly DateExpression[],
  prose: Prose,
  lexicon: Lexicon,
): { readonly facts: Fact[]; readonly dated: Uint8Array } {
  const facts: Fact[] = [];
  const dated = new Uint8Array(tokens.lemma.length);
  for (const date of dates) {
    const words = tokensOf(tokens, date, prose);
    if (!words || date.type === 'DURATION') continue;
    const { span, from, to } = words;
    dated.fill(1, from, to);
    if (!isToldAt(tokens, date, words, prose, lexicon)) continue;
    const deeds = deedsBeside(tokens, prose.text, from, to, lexicon);
    const hours = hoursOf(date.value);
    const day = weekdayOf(date);
    const days = daysOf(date);
    // what is no day of the week is compared by its days alone
    const week = day !== undefined && !/\d{4}/.test(date.text) ? [day, day] : days && [1, 7];
    if (week)
      facts.push({
        kind: 'day',
        from,
        to,
        low: week[0] ?? 1,
        high: week[1] ?? 7,
        head: -1,
        person: new Set(),
        deeds,
        ...(days && { days }),
      });
    if (date.type === 'TIME' && hours && !ZONE.test(prose.text.slice(span.start, span.end + 12))) {
      facts.push({
        kind: 'date',
        from,
        to,
        low: hours[0],
        high: hours[1],
        head: day ?? -1,
        person: new Set(),
        deeds: [...deeds, ...wordsBefore(tokens, from, lexicon)],
        ...(/^\d{1,2}[.:]\d\d$/.test(date.text) && hours[0] < 13 && { half: true }),
      });
    }
  }
  return { facts, dated };
}

interface DateTokens {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

function tokensOf(tokens: Tokens, date: DateExpression, prose: Prose): DateTokens | undefined {
  const span = rawSpanToProse(prose, date);
  if (!span) return undefined;
  const last = tokenAt(tokens, span.end - 1);
  return { span, from: tokenAt(tokens, span.start), to: (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last };
}

/** Whether a date is the article's own, of what happened: what may be misread contradicts nobody, nor does when an outlet or a message was published. */
function isToldAt(tokens: Tokens, { doubt }: DateExpression, { span, from, to }: DateTokens, prose: Prose, lexicon: Lexicon): boolean {
  if (doubt || isInAddress(prose.text, span.start) || isStamp(prose.text, span)) return false;
  // "today" between marks is the speaker's, not the article's
  return !isSaid(tokens, from, to, lexicon) && ((tokens.flags[from] ?? 0) & Flag.quoted) === 0;
}

/** The tokens of a date or a length of time that an article itself gives for something. */
export function wordsOfDate(tokens: Tokens, date: DateExpression, prose: Prose, lexicon: Lexicon): DateTokens | undefined {
  const words = tokensOf(tokens, date, prose);
  return words && isToldAt(tokens, date, words, prose, lexicon) ? words : undefined;
}

/** 1 for Monday to 7, of a date that its words give by weekday or day. */
function weekdayOf({ value, known, firstDay, lastDay }: DateExpression): number | undefined {
  const weekday = /-WXX-(\d)/.exec(value)?.[1];
  if (weekday !== undefined) return Number(weekday);
  // 1970-01-01 was a Thursday.
  const isDay = known.includes('weekday') || known.includes('day');
  return isDay && firstDay !== undefined && firstDay === lastDay ? ((((firstDay + 3) % 7) + 7) % 7) + 1 : undefined;
}

/** Who made a picture stands behind its day, and pictures of one thing are of many days. */
const CREDIT = /\b(?:REUTERS|AP|AFP|EPA|Getty|Hide Caption|\d+ of \d+|Photos?|issue)\b/;
const CREDIT_REACH = 60;

/** Whether a date tells when something was published or a picture was taken; "TODAY" is a newspaper. */
function isStamp(text: string, { start, end }: Span): boolean {
  if (STAMP.test(text.slice(Math.max(0, start - 40), start)) || /^\p{Lu}{4,}$/u.test(text.slice(start, end))) return true;
  const behind = text.slice(end, end + CREDIT_REACH);
  return CREDIT.test(behind.slice(0, /\n/.exec(behind)?.index));
}

/** The verbs right before a date in its sentence; where none stands before it, those behind. */
function deedsBeside(tokens: Tokens, prose: string, from: number, to: number, lexicon: Lexicon): number[] {
  const sentence = sentencesOf(tokens, from, to);
  const isDeed = (i: number) =>
    lexicon.kind(tokens.lemma[i] ?? -1) === Kind.content &&
    (lexicon.isVerb(tokens.lemma[i] ?? -1) || prose.slice(tokens.start[i], tokens.end[i]).endsWith('ed'));
  const found: number[] = [];
  for (let i = from - 1; i >= Math.max(sentence.from, from - FAR) && found.length < DEEDS; i--)
    if (isDeed(i)) found.push(tokens.lemma[i] ?? -1);
  for (let i = to; i < Math.min(sentence.to, to + FAR) && found.length === 0; i++) {
    if (isDeed(i) || lexicon.kind(tokens.lemma[i] ?? -1) === Kind.reporting) found.push(tokens.lemma[i] ?? -1);
  }
  return found;
}
const DEEDS = 2;
/** Words between a date and what was done then, at most. */
const FAR = 100;

/** The words with content right before a time: "through the roof at 3 a.m." */
function wordsBefore(tokens: Tokens, from: number, lexicon: Lexicon): number[] {
  const found: number[] = [];
  for (let i = from - 1; i >= 0 && found.length < WORDS; i--) {
    const lemma = tokens.lemma[i] ?? -1;
    if (lexicon.kind(lemma) === Kind.content) found.push(lemma);
    if ((tokens.flags[i] ?? 0) & Flag.sentence) break;
  }
  return found;
}
const WORDS = 3;

/** "police said on Tuesday" dates what was said, not what happened. */
function isSaid(tokens: Tokens, from: number, to: number, lexicon: Lexicon): boolean {
  // "off Tarn Point"
  const isName = (i: number) => ((tokens.flags[i] ?? 0) & (Flag.capital | Flag.sentence)) === Flag.capital;
  const isReporting = (i: number) =>
    !isName(i) && (lexicon.kind(tokens.lemma[i] ?? -1) === Kind.reporting || SAYING.has(lexicon.word(tokens.lemma[i] ?? -1)));
  const parts = (i: number) => ((tokens.flags[i] ?? 0) & (Flag.clause | Flag.sentence)) !== 0;
  // "said the minister Olga Reim in the morning": a name counts for nothing
  for (let i = from - 1, left = 5; left > 0 && i >= 0 && !parts(i + 1); i--) {
    if (isReporting(i)) return true;
    if (!((tokens.flags[i] ?? 0) & Flag.capital)) left--;
  }
  for (let i = to; i < to + 2 && !parts(i); i++) if (isReporting(i)) return true;
  return false;
}

const SAYING = new Set('suggest warn testify write tweet urge signal admit confirm deny acknowledge argue post blog'.split(' '));

function hoursOf(value: string): readonly [number, number] | undefined {
  const time = /T(?:(\d\d)(?::(\d\d))?|([A-Z]{2}))/.exec(value);
  if (!time) return undefined;
  if (time[3] !== undefined) return PARTS.get(time[3]);
  const hour = Number(time[1]) + Number(time[2] ?? 0) / 60;
  return [hour, hour + 0.9];
}
