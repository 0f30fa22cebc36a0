import { dayOf } from './dates/calendar';
import { Match } from './dates/patterns';
import { type Context, intervalOf, type Reading } from './dates/reading';
import { absoluteRules } from './dates/rules/absolute';
import { dayRules } from './dates/rules/day';
import { lengthRules } from './dates/rules/lengths';
import { relativeRules } from './dates/rules/relative';
import type { Rule } from './dates/rules/rule';
import { tokenise, type Tokens } from './dates/tokens';
import { markOf } from './dates/words';
import type { DateExpression } from './model';

export interface DateContext {
  /** False: ISO dates only. */
  readonly english: boolean;
  /** ISO date or date-time of publication; without it relative values use XXXX. */
  readonly published?: string | undefined;
}

const rulesByMark = new Map<string, Rule[]>();
for (const rule of [...absoluteRules, ...dayRules, ...relativeRules, ...lengthRules])
  for (const mark of rule.pattern.first) {
    const list = rulesByMark.get(mark) ?? [];
    list.push(rule);
    rulesByMark.set(mark, list);
  }

/**
 * Finds date expressions in prose; spans count in the prose, values are TIMEX3 (ISO-TimeML).
 * One pass over the words, each of one class; at a word that can begin an expression the rules that begin
 * with its class are tried, and the longest one that makes sense wins.
 */
export function findDates(prose: string, { english, published }: DateContext): readonly DateExpression[] {
  const tokens = tokenise(prose, english);
  const context: Context = {
    published: publicationDay(published),
    reference: undefined,
    quarter: undefined,
    ahead: (match, reach) => isAhead(tokens, match, reach),
  };
  const found: DateExpression[] = [];
  const { marks } = tokens;
  for (let at = 0; at < marks.length;) {
    const mark = marks[at];
    const candidates = mark === undefined || mark === markOf.other ? undefined : rulesByMark.get(mark);
    const best = candidates && longest(tokens, at, candidates, context);
    if (!best) {
      at++;
      continue;
    }
    const { match, reading } = best;
    found.push(expressionOf(match, reading));
    remember(context, match, reading);
    at = match.to;
  }
  return found;
}

function longest(
  tokens: Tokens,
  at: number,
  candidates: readonly Rule[],
  context: Context,
): { match: Match; reading: Reading } | undefined {
  const fits: { to: number; rule: Rule }[] = [];
  for (const rule of candidates) {
    const { form } = rule.pattern;
    form.lastIndex = at;
    if (form.test(tokens.marks)) fits.push({ to: form.lastIndex, rule });
  }
  if (fits.length > 1) fits.sort((a, b) => b.to - a.to);
  for (const { to, rule } of fits) {
    const match = new Match(tokens, at, to);
    const reading = rule.read(match, context);
    if (reading) return { match, reading };
  }
  return undefined;
}

function expressionOf(match: Match, reading: Reading): DateExpression {
  const { part, ...rest } = reading;
  const { start, end } = match;
  const interval = reading.type === 'DATE' || reading.type === 'TIME' ? intervalOf(reading.value, part) : {};
  return { start, end, text: match.tokens.prose.slice(start, end), ...rest, ...interval };
}

function remember(context: Context, match: Match, { value, type }: Reading): void {
  if (type !== 'DATE' && type !== 'TIME') return;
  const { firstDay } = intervalOf(value, undefined);
  if (firstDay === undefined) return;
  const quarter = value.includes('-Q');
  const unit = quarter ? 'quarter' : value.includes('-W') ? 'week' : value.length >= 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  // "the year-ago quarter" is a comparison, not what the text is about.
  if (quarter && !match.has('ago') && !match.has('er') && !match.has('last')) context.quarter = firstDay;
  context.reference = { day: firstDay, unit };
}

function publicationDay(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The nearest sign of tense before the expression; `near` counts firm plans of the same clause only. */
function isAhead({ marks, prose, starts, ends }: Tokens, match: Match, reach: 'near' | 'far'): boolean {
  if (match.prevIs('by') && /^(until|till|by)$/i.test(prose.slice(starts[match.from - 1], ends[match.from - 1]))) return true;
  for (let i = match.from - 1, left = reach === 'near' ? 10 : 20; i >= 0 && left > 0; i--, left--) {
    const mark = marks[i];
    if (mark === markOf.stop || mark === markOf.break) return false;
    if (mark === markOf.will || (mark === markOf.to && marks[i - 1] === markOf.be)) return true;
    if (mark === markOf.may) return reach === 'far';
    if (mark === markOf.did) return false;
  }
  return false;
}
