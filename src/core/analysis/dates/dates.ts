import { type Found, withDays } from './clockDays';
import { Match } from './match';
import { type Context, intervalOf, type Reading } from './reading';
import { absoluteRules } from './rules/absolute';
import { clockRules } from './rules/clock';
import { dayRules } from './rules/day';
import { figureRules } from './rules/figures';
import { lengthRules } from './rules/lengths';
import { listRules } from './rules/list';
import { namedRules } from './rules/named';
import { nthRules } from './rules/nth';
import { relativeRules } from './rules/relative';
import type { Read } from './rules/rule';
import { tokenise } from './tokens';
import { marksOf } from './words';
import type { DateExpression } from '../model';

export interface DateContext {
  /** False: ISO dates only. */
  readonly english: boolean;
  /** ISO date or date-time of publication; without it relative values use XXXX. */
  readonly published?: string | undefined;
  /** Whether figures have the day first, by the outlet's country; undefined where that is not known. */
  readonly dayFirst?: boolean | undefined;
}

const rules = [
  ...figureRules,
  ...absoluteRules,
  ...namedRules,
  ...dayRules,
  ...clockRules,
  ...listRules,
  ...nthRules,
  ...relativeRules,
  ...lengthRules,
].map(({ source, read }) => ({
  form: new RegExp(source, 'y'),
  read,
}));
/** Finds the next place where any rule can begin; which of them do is asked only there. None begins with a word that is not listed. */
const anyRule = new RegExp(`(?![${marksOf('other stop comma ed did to and')}])(?:${rules.map(({ form }) => form.source).join('|')})`, 'g');

/**
 * Finds date expressions in prose; spans count in the prose, values are TIMEX3 (ISO-TimeML).
 * One pass over the words gives each a class; rules are patterns over the classes, and of those that match at a
 * place the longest one that makes sense wins.
 */
export function findDates(prose: string, { english, published, dayFirst }: DateContext): readonly DateExpression[] {
  const tokens = tokenise(prose, english);
  const context: Context = { tokens, published: publicationDay(published), dayFirst, reference: undefined, year: undefined, quarter: NaN };
  const found: Found[] = [];
  anyRule.lastIndex = 0;
  for (let next = anyRule.exec(tokens.marks); next; next = anyRule.exec(tokens.marks)) {
    const best = longest(context, next.index);
    if (best) {
      found.push(best);
      remember(best.match, best.reading);
    }
    anyRule.lastIndex = best ? best.match.to : next.index + 1;
  }
  return withDays(found).map(expressionOf);
}

function longest(context: Context, at: number): Found | undefined {
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

function expressionOf({ match, reading }: Found): DateExpression {
  const { start, end } = match;
  const { type, value } = reading;
  const dated = type === 'DATE' || type === 'TIME';
  const minor = type === 'SET' ? value.startsWith('P') && !match.has('every') : reading.firstDay === undefined && value.startsWith('P');
  return {
    start,
    end,
    text: match.tokens.prose.slice(start, end),
    ...reading,
    known: (['year', 'month', 'day', 'weekday', 'time'] as const).filter((part) => reading.known.includes(part[0] ?? '')),
    ...((minor || value.endsWith('_REF')) && { minor: true as const }),
    ...(dated && intervalOf(reading.value, match.text('mod') || match.text('edge'))),
  };
}

/** What later expressions may be counted from. */
function remember(match: Match, { value, type, known }: Reading): void {
  if (type !== 'DATE' && type !== 'TIME') return;
  if (known.startsWith('y')) match.context.year = { year: Number(value.slice(0, 4)), at: match.to };
  const { firstDay } = intervalOf(value);
  if (firstDay === undefined) return;
  const quarter = value.includes('-Q');
  const unit = quarter
    ? 'quarter'
    : value.includes('-W')
      ? 'week'
      : value.length >= 10
        ? 'day'
        : value.length === 7
          ? 'month'
          : value.length === 4
            ? 'year'
            : 'decade';
  match.context.reference = { day: firstDay, unit };
  // "the year-ago quarter" is a comparison, not what the text is about.
  if (quarter && !match.has('ago er last')) match.context.quarter = firstDay;
}

/** NaN where there is none. */
function publicationDay(published = ''): number {
  return /^\d{4}-\d\d-\d\d/.test(published) ? Date.parse(published.slice(0, 10)) / 864e5 : NaN;
}
