import { sentencesOf } from '../../matching/query';
import type { Source } from '../contradiction';
import { Flag } from '../../words/flags';

/** What makes a count one of something else than the same count without it, as bits. */
export const Circumstance = { past: 1, expected: 2, rate: 4 } as const;

/** Characters to each side of a count among which it is said that it is expected, or each time. */
const REACH = 45;
const YEAR = /\b(?:19|20)\d\d\b(?!-)/g;
const PAST =
  /\b(?:years?|months?|decades?) (?:ago|earlier|before)|\b(?:the|a) (?:year|month|week) (?:before|earlier)|\blast (?:year|month|season|summer|winter)\b|\bat th(?:at|e) time\b|\bin the past\b|\b(?:older|previous(?:ly)?|prior|earlier this)\b/i;
const EXPECTED = /\b(?:expect\w*|forecast\w*|predict\w*|project(?:ed|ions?)|anticipat\w*|hope[sd]? for|aims?|target\w*)\b/i;
const RATE =
  /\b(?:each|every|per (?!cent)|daily|weekly|monthly|annual(?:ly)?)\b|(?<!\bfor )\ba (?:year|month|week|day)\b|\ba (?:share|person|head)\b/i;

/** Whether a clause is of another time, by the words of its sentence up to its end: not by when something stood there that a later clause tells of. */
export function isPastUpTo({ article, text: { tokens } }: Source, from: number, to: number): boolean {
  const sentence = sentencesOf(tokens, from, to);
  const words = article.prose.text.slice(tokens.start[sentence.from], tokens.end[to - 1]);
  const thisYear = article.metadata.published?.value.slice(0, 4) ?? '9999';
  return PAST.test(words) || (words.match(YEAR) ?? []).some((year) => year < thisYear);
}

/** Of another time, only expected, or a rate. */
export function circumstancesOf({ article, text: { tokens } }: Source, from: number, to: number): number {
  const { text } = article.prose;
  const sentence = sentencesOf(tokens, from, to);
  let begin = sentence.from;
  // "In 2019 a ferry sank there. Nine people died." goes on with what was then.
  if (begin > 0 && !((tokens.flags[begin] ?? 0) & Flag.paragraph)) begin = sentencesOf(tokens, begin - 1, begin).from;
  const [start, own, end] = [tokens.start[begin] ?? 0, tokens.start[sentence.from] ?? 0, tokens.end[sentence.to - 1] ?? 0];
  const near = text.slice(Math.max(own, (tokens.start[from] ?? 0) - REACH), Math.min(end, (tokens.end[to - 1] ?? 0) + REACH));
  const whole = text.slice(own, end);
  const thisYear = article.metadata.published?.value.slice(0, 4) ?? '9999';
  const isPast =
    (whole.match(YEAR) ?? []).some((year) => year < thisYear) || PAST.test(whole) || /^In (?:19|20)\d\d\b/.test(text.slice(start, own));
  return (isPast ? Circumstance.past : 0) | (EXPECTED.test(near) ? Circumstance.expected : 0) | (RATE.test(near) ? Circumstance.rate : 0);
}
