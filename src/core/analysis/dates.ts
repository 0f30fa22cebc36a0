import { dayOf } from './dates/calendar';
import { Match } from './dates/match';
import { type Context, intervalOf, type Reading } from './dates/reading';
import { absoluteRules } from './dates/rules/absolute';
import { dayRules } from './dates/rules/day';
import { lengthRules } from './dates/rules/lengths';
import { relativeRules } from './dates/rules/relative';
import type { Rule } from './dates/rules/rule';
import { tokenise } from './dates/tokens';
import type { DateExpression } from './model';

export interface DateContext {
  /** False: ISO dates only. */
  readonly english: boolean;
  /** ISO date or date-time of publication; without it relative values use XXXX. */
  readonly published?: string | undefined;
}

/** The rules that can begin at a word, by the code of its class mark. */
const rulesByMark: Rule[][] = [];
for (const rule of [...absoluteRules, ...dayRules, ...relativeRules, ...lengthRules])
  for (const mark of rule.pattern.first) (rulesByMark[mark.charCodeAt(0)] ??= []).push(rule);

/**
 * Finds date expressions in prose; spans count in the prose, values are TIMEX3 (ISO-TimeML).
 * One pass over the words, each of one class; at a word that can begin an expression the rules that begin
 * with its class are tried, and the longest one that makes sense wins.
 */
export function findDates(prose: string, { english, published }: DateContext): readonly DateExpression[] {
  const tokens = tokenise(prose, english);
  const context: Context = { tokens, published: publicationDay(published), reference: undefined, quarter: undefined };
  const found: DateExpression[] = [];
  const { marks } = tokens;
  for (let at = 0; at < marks.length;) {
    const candidates = rulesByMark[marks.charCodeAt(at)];
    const best = candidates && longest(context, at, candidates);
    if (best) {
      found.push(expressionOf(best.match, best.reading));
      remember(best.match, best.reading);
    }
    at = best ? best.match.to : at + 1;
  }
  return found;
}

function longest(context: Context, at: number, candidates: readonly Rule[]): { match: Match; reading: Reading } | undefined {
  const fits: { to: number; rule: Rule }[] = [];
  for (const rule of candidates) {
    const { form } = rule.pattern;
    form.lastIndex = at;
    if (form.test(context.tokens.marks)) fits.push({ to: form.lastIndex, rule });
  }
  if (fits.length > 1) fits.sort((a, b) => b.to - a.to);
  for (const { to, rule } of fits) {
    const match = new Match(context, at, to);
    const reading = rule.read(match);
    if (reading) return { match, reading };
  }
  return undefined;
}

const partNames = { y: 'year', m: 'month', d: 'day', w: 'weekday', t: 'time' } as const;

function expressionOf(match: Match, reading: Reading): DateExpression {
  const { start, end } = match;
  const dated = reading.type === 'DATE' || reading.type === 'TIME';
  return {
    start,
    end,
    text: match.context.tokens.prose.slice(start, end),
    ...reading,
    known: Array.from(reading.known, (letter) => partNames[letter as keyof typeof partNames]),
    ...(dated && intervalOf(reading.value, match.text('mod') ?? match.text('edge'))),
  };
}

/** What later expressions may be counted from. */
function remember(match: Match, { value, type }: Reading): void {
  if (type !== 'DATE' && type !== 'TIME') return;
  const { firstDay } = intervalOf(value, undefined);
  if (firstDay === undefined) return;
  const quarter = value.includes('-Q');
  const unit = quarter ? 'quarter' : value.includes('-W') ? 'week' : value.length >= 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  match.context.reference = { day: firstDay, unit };
  // "the year-ago quarter" is a comparison, not what the text is about.
  if (quarter && !match.has('ago', 'er', 'last')) match.context.quarter = firstDay;
}

function publicationDay(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
