import type { Days } from '../days';
import type { Fact } from '../fact';

/** What kind of thing a value is: only values of one sort are held against each other. */
export type Sort = 'moment' | 'hour' | 'season' | 'duration' | 'minute' | 'share' | 'sum' | 'score' | 'count' | `measure ${string}`;

/** Sorts that tell when. */
export const MOMENTS: ReadonlySet<Sort> = new Set<Sort>(['moment', 'hour', 'season']);

/** A value as its article gives it. */
export interface Value {
  readonly sort: Sort;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Days since 1970, hours of a day, days, minutes of a game, per cent, metres, kilograms, or as counted. */
  readonly low: number;
  readonly high: number;
  readonly bound?: Fact['bound'];
  /** What is counted, or the currency; -1 where the sort says it. */
  readonly head: number;
  /** A share as a fraction: "two thirds". */
  readonly isPart?: boolean;
  readonly days?: Days;
  readonly fact?: Fact;
}
