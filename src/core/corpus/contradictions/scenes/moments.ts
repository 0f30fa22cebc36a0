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
