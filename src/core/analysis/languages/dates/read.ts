import type { DateExpression } from '../../model';

/** What a rule makes of the tokens up to `to`. */
export interface Read {
  readonly to: number;
  readonly type: DateExpression['type'];
  readonly value: string;
  readonly known?: DateExpression['known'];
  readonly anchor?: DateExpression['anchor'];
  readonly how: string;
  /** The weekday beside it fits no year near by. */
  readonly doubt?: true;
}
