import { dayOf } from './dates/calendar';
import { Match } from './dates/patterns';
import { type Context, intervalOf, type Reading } from './dates/reading';
import { type Rule, rules } from './dates/rules';
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
for (const rule of rules)
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
    ...publicationOf(published),
    reference: undefined,
    quarter: undefined,
    ahead: (match) => isAhead(tokens, match),
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
  const { mod, anchor, type, value, known, how } = reading;
  const text = match.tokens.prose.slice(match.start, match.end);
  const interval = type === 'DATE' || type === 'TIME' ? intervalOf(value, mod) : {};
  return { start: match.start, end: match.end, text, type, value, known, how, ...(anchor && { anchor }), ...interval };
}

function remember(context: Context, match: Match, { value, type }: Reading): void {
  if (type !== 'DATE' && type !== 'TIME') return;
  const interval = intervalOf(value, undefined);
  if (interval.firstDay === undefined) return;
  const unit = value.includes('-Q')
    ? 'quarter'
    : value.includes('-W')
      ? 'week'
      : value.length >= 10
        ? 'day'
        : value.length === 7
          ? 'month'
          : 'year';
  context.reference = { day: interval.firstDay, unit, end: match.end };
  if (unit === 'quarter') context.quarter = context.reference;
}

function publicationOf(published: string | undefined): { published: number | undefined; publishedTime: string | undefined } {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(.*))?/.exec(published ?? '');
  if (!match) return { published: undefined, publishedTime: undefined };
  return { published: dayOf(Number(match[1]), Number(match[2]), Number(match[3])), publishedTime: match[4] };
}

/** The nearest verb sign before the expression in its sentence, else after it. */
function isAhead({ marks }: Tokens, match: Match): boolean {
  for (let i = match.from - 1, left = 20; i >= 0 && left > 0; i--, left--) {
    const mark = marks[i];
    if (mark === markOf.stop || mark === markOf.break) break;
    if (mark === markOf.will) return true;
    if (mark === markOf.did) return false;
  }
  for (let i = match.to, left = 8; i < marks.length && left > 0; i++, left--) {
    const mark = marks[i];
    if (mark === markOf.stop || mark === markOf.break) break;
    if (mark === markOf.will) return true;
    if (mark === markOf.did) return false;
  }
  return false;
}
