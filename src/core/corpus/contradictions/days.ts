import { type DateExpression, isoOfDay } from '../../analysis/index';

/** Days that a date means, counted from 1970, first and last. */
export interface Days {
  readonly first: number;
  readonly last: number;
  /** What tells them: the date, the day of the week, or the day of publication alone ("yesterday", "last week"). */
  readonly by: 'date' | 'weekday' | 'publication';
  /** Whether the year is named, too. */
  readonly ofYear: boolean;
}

/** What means more than two weeks leaves too much open. */
const LONGEST = 14;
/** "Two weeks ago" may be some days more or less. */
const ROUGH = 3;

/** The days of a date that means two weeks at most: "last week", "yesterday", "12 May". */
export function daysOf({ type, known, firstDay: first, lastDay: last, minor }: DateExpression): Days | undefined {
  if (type !== 'DATE' || minor || first === undefined || last === undefined || last - first >= LONGEST) return undefined;
  return {
    first,
    last,
    by: known.includes('day') ? 'date' : known.includes('weekday') ? 'weekday' : 'publication',
    ofYear: known.includes('year'),
  };
}

/**
 * How the days of one thing compare that two articles give, each reckoned from its own day of publication. One day more or less may be the
 * zone of an outlet's clock.
 */
export function compareDays(a: Days, b: Days): 'same' | 'differs' | 'conflict' {
  const apart = Math.max(a.first - b.last, b.first - a.last);
  if (apart <= 0) return 'same';
  // of which year "1 September" is, each article leaves to its readers
  if (a.by === 'date' && b.by === 'date' && !(a.ofYear && b.ofYear) && isoOfDay(a.first).slice(5) === isoOfDay(b.first).slice(5))
    return 'same';
  const isReckoned = a.by === 'publication' || b.by === 'publication';
  const isLong = a.last > a.first || b.last > b.first;
  if (isReckoned && isLong) return apart > ROUGH ? 'differs' : 'same';
  if (isReckoned) return apart > 1 ? 'conflict' : 'differs';
  // "on Tuesday" is no other Tuesday because one outlet prints it a week later
  if (apart % 7 === 0 && (a.by === 'weekday' || b.by === 'weekday')) return 'same';
  return isLong ? 'differs' : 'conflict';
}
