import { isoOfDay } from '../../../analysis/index';
import { type Comparison, compareCounts } from '../counts';
import { compareDays } from '../days';
import type { Value } from './value';

/** Whether two values of one sort may both be given for one thing. */
export function compareValues(a: Value, b: Value): Comparison {
  if (a.sort === 'moment' && a.days && b.days) return compareMoments(a, b);
  if (a.sort === 'hour') return areOneHour(a, b) ? 'same' : 'conflict';
  if (a.sort === 'season' || a.sort === 'score') return a.low === b.low ? 'same' : 'conflict';
  if (a.sort === 'minute') return Math.abs(a.low - b.low) <= 1 ? 'same' : 'conflict';
  if (a.sort === 'duration' || a.sort.startsWith('measure'))
    return a.low <= SLACK * b.high && b.low <= SLACK * a.high ? 'same' : 'conflict';
  if (a.sort === 'share' && (a.isPart || b.isPart)) return Math.abs(a.low - b.low) <= ROUGH_SHARE ? 'same' : 'conflict';
  const amount = ({ low, high, head, bound, fact, sort }: Value) => ({ value: fact?.value ?? low, low, high, head, sums: [], ...(bound && { bound }), ...(sort === 'share' && { share: true }), ...(fact?.whole !== undefined && { whole: fact.whole }) }); // prettier-ignore
  const [one, other] = [amount(a), amount(b)];
  const comparison = compareCounts(one, other);
  // "some 3,200" are no 2,300
  const isExact =
    comparison === 'differs' &&
    [one, other].every(({ value, bound }) => (bound ?? 'about') === 'about' && /[1-9].*[1-9]/.test(String(value)));
  return isExact && Math.max(one.value, other.value) >= APART * Math.min(one.value, other.value) ? 'conflict' : comparison;
}

/** "10:00" may be an hour of the evening. */
function areOneHour(a: Value, b: Value): boolean {
  if (a.fact?.half === b.fact?.half) return a.low <= b.high && b.low <= a.high;
  return a.low % 12 <= (b.low % 12) + 0.9 && b.low % 12 <= (a.low % 12) + 0.9;
}

/** Rounded, or given in another unit. */
const SLACK = 1.06;
/** Points by which a fraction may be another share, rounded, and how many times as much two rough figures must be. */
const ROUGH_SHARE = 6;
const APART = 1.25;

function compareMoments({ days: a }: Value, { days: b }: Value): Comparison {
  if (!a || !b) return 'same';
  const apart = Math.max(a.first - b.last, b.first - a.last);
  const isLong = ({ first, last }: typeof a) => last - first >= 27;
  if (apart <= 0) return 'same';
  if (!isLong(a) && !isLong(b)) return compareDays(a, b);
  // "in September", of whichever year
  const month = ({ first }: typeof a) => isoOfDay(first).slice(5, 7);
  if (!(a.ofYear && b.ofYear) && (month(a) === month(b) || a.last - a.first > 31 || b.last - b.first > 31)) return 'same';
  return 'conflict';
}
