import type { Days } from '../days';
import { compareDays } from '../days';
import type { Fact } from '../fact';
import type { Told } from './passage';

const END = /\b(?:until|till|by|before|ends?|ended|up to)\s+(?:(?:early|late|on|the|about|around)\s+)*$/i;
const START = /\b(?:since|from|after|starts?|started|as of)\s+(?:(?:early|late|on|the|about|around)\s+)*$/i;
const REACH = 24;

/** Whether a day or a time is that of an end, of a beginning, or of the thing itself. */
export function edgeOf({ source, from }: Told): 'end' | 'start' | 'at' {
  const start = source.text.tokens.start[from] ?? 0;
  const before = source.article.prose.text.slice(Math.max(0, start - REACH), start);
  return END.test(before) ? 'end' : START.test(before) ? 'start' : 'at';
}

/** The days that a sentence names, beside the value itself. */
export function daysIn(told: Told, facts: readonly Fact[]): Days[] {
  return facts.flatMap(({ kind, days, from, to }) =>
    kind === 'day' && days && from >= told.sentence.from && to <= told.sentence.to && (to <= told.from || from >= told.to) ? [days] : [],
  );
}

/** One day more or less may be one night. */
const CLOCK = 1;

/** Whether each of two names days, and none of them is one of the other. */
export function areOfOtherDays(a: readonly Days[], b: readonly Days[]): boolean {
  return (
    a.length > 0 &&
    b.length > 0 &&
    a.every((x) => b.every((y) => compareDays(x, y) === 'conflict' && Math.max(x.first - y.last, y.first - x.last) > CLOCK))
  );
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/** Whether each of two sentences names years beside the value, and none of them is in the other. */
export function areOfOtherYears(a: Told, b: Told): boolean {
  const [x, y] = [yearsOf(a), yearsOf(b)];
  return x.length * y.length > 0 && !x.some((year) => y.includes(year));
}

function yearsOf({ source, from, to, text, sentence }: Told): readonly string[] {
  const { start, end } = source.text.tokens;
  const begin = start[sentence.from] ?? 0;
  const rest = `${text.slice(0, (start[from] ?? 0) - begin)} ${text.slice((end[to - 1] ?? 0) - begin)}`;
  return rest.match(YEAR) ?? [];
}
