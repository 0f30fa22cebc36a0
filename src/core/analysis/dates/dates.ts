import { dayOf } from './calendar';
import { Match } from './match';
import { type Context, intervalOf, type Reading } from './reading';
import { absoluteRules } from './rules/absolute';
import { dayRules } from './rules/day';
import { lengthRules } from './rules/lengths';
import { relativeRules } from './rules/relative';
import type { Read } from './rules/rule';
import { tokenise } from './tokens';
import type { DateExpression } from '../model';

export interface DateContext {
  /** False: ISO dates only. */
  readonly english: boolean;
  /** ISO date or date-time of publication; without it relative values use XXXX. */
  readonly published?: string | undefined;
}

const rules = [...absoluteRules, ...dayRules, ...relativeRules, ...lengthRules].map(({ source, read }) => ({
  form: new RegExp(source, 'y'),
  read,
}));
/** Finds the next place where any rule can begin; which of them do is asked only there. */
const anyRule = new RegExp(rules.map(({ form }) => form.source).join('|'), 'g');

/**
 * Finds date expressions in prose; spans count in the prose, values are TIMEX3 (ISO-TimeML).
 * One pass over the words gives each a class; rules are patterns over the classes, and of those that match at a
 * place the longest one that makes sense wins.
 */
export function findDates(prose: string, { english, published }: DateContext): readonly DateExpression[] {
  const tokens = tokenise(prose, english);
  const context: Context = { tokens, published: publicationDay(published), reference: undefined, quarter: NaN };
  const found: DateExpression[] = [];
  anyRule.lastIndex = 0;
  for (let next = anyRule.exec(tokens.marks); next; next = anyRule.exec(tokens.marks)) {
    const best = longest(context, next.index);
    if (best) {
      found.push(expressionOf(best.match, best.reading));
      remember(best.match, best.reading);
    }
    anyRule.lastIndex = best ? best.match.to : next.index + 1;
  }
  return found;
}

function longest(context: Context, at: number): { match: Match; reading: Reading } | undefined {
  const fits: { to: number; read: Read }[] = [];
  for (const { form, read } of rules) {
    form.lastIndex = at;
    if (form.test(context.tokens.marks)) fits.push({ to: form.lastIndex, read });
  }
  fits.sort((a, b) => b.to - a.to);
  for (const { to, read } of fits) {
    const match = new Match(context, at, to);
    const reading = read(match);
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
    text: match.tokens.prose.slice(start, end),
    ...reading,
    known: Array.from(reading.known, (letter) => partNames[letter as keyof typeof partNames]),
    ...(dated && intervalOf(reading.value, match.text('mod') || match.text('edge'))),
  };
}

/** What later expressions may be counted from. */
function remember(match: Match, { value, type }: Reading): void {
  if (type !== 'DATE' && type !== 'TIME') return;
  const { firstDay } = intervalOf(value);
  if (firstDay === undefined) return;
  const quarter = value.includes('-Q');
  const unit = quarter ? 'quarter' : value.includes('-W') ? 'week' : value.length >= 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  match.context.reference = { day: firstDay, unit };
  // "the year-ago quarter" is a comparison, not what the text is about.
  if (quarter && !match.has('ago er last')) match.context.quarter = firstDay;
}

/** NaN where there is none. */
function publicationDay(published: string | undefined): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : NaN;
}
