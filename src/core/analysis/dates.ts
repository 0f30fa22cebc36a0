import type { DateExpression } from './model';

export interface DateContext {
  /** False: ISO dates only. */
  readonly english: boolean;
  /** ISO date or date-time of publication; without it relative values use XXXX. */
  readonly published?: string | undefined;
}

/** Finds date expressions in prose; spans count in the prose. */
export function findDates(_prose: string, _context: DateContext): readonly DateExpression[] {
  return [];
}
