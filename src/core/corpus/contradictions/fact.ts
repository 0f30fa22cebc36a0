import { compareDays, type Days } from './days';

/** A number, duration, day of the week or time of day as an article gives it, with what it counts. */
export interface Fact {
  readonly kind: 'number' | 'duration' | 'date' | 'day' | 'state';
  /** First token and the one after the last, modifiers and counted noun included. */
  readonly from: number;
  readonly to: number;
  /** Values it may mean: several for "17 or 21", a range for "at least 30" and for "morning" (hours of a day). */
  readonly low: number;
  readonly high: number;
  /** What is counted ("people"), the unit's owner ("visit"), or the weekday of a time; -1 where the text leaves it out. */
  readonly head: number;
  /** What befell those counted, where the words beside the number say so. */
  readonly fate?: string;
  /** An amount of money: surroundings alone tell what for. */
  readonly sum?: boolean;
  /** A share in per cent: surroundings alone tell of what. */
  readonly share?: boolean;
  /** How a vote or a game ended; of a game the names of its sentence. */
  readonly score?: ReadonlySet<number>;
  /** How badly those counted are hurt: bits of `GRADES`. */
  readonly grade?: number;
  /** Counted as hurt in one of these ways: only nobody is another count. */
  readonly graded?: boolean;
  /** Lemmas of the person nearest before it in the sentence. */
  readonly person: ReadonlySet<number>;
  /** The number as given, and whether it is the least, the most or about so many. */
  readonly value?: number;
  readonly bound?: 'least' | 'most' | 'about';
  /** Of how many in all: "48 of the 130 seats". */
  readonly whole?: number;
  /** Which days are meant, where the words or the day of publication tell. */
  readonly days?: Days;
  /** Of a day or a time, what is done beside it: lemmas of verbs. */
  readonly deeds?: readonly number[];
  /** A time of day in figures alone, which may be one of the morning or of the evening. */
  readonly half?: boolean;
  /** Of one of two states, told only where no article has both. */
  readonly strict?: boolean;
  /** Too little is known of it for a contradiction in full: it may tell a difference. */
  readonly wide?: boolean;
}

/** Whether both can be true of one thing. Days that are known count more than days of the week. */
export function agree(a: Fact, b: Fact): boolean {
  if (a.days && b.days) return compareDays(a.days, b.days) === 'same';
  if ((a.half ?? false) !== (b.half ?? false)) return a.low % 12 <= (b.low % 12) + 0.9 && b.low % 12 <= (a.low % 12) + 0.9;
  // 36 months are three years, though a month has thirty days here
  const slack = a.kind === 'duration' ? SLACK : 1;
  return a.low <= slack * b.high && b.low <= slack * a.high;
}
const SLACK = 1.05;
