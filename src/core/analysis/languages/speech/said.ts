import type { Span } from '../../../text/span';
import type { QuotationType } from '../../model';
import type { Member } from '../../speakers/index';

/** What one sentence says that somebody says. */
export interface Said extends Span {
  readonly type: QuotationType;
  readonly segments: readonly Span[];
  readonly mention: Span | undefined;
  readonly member: Member | undefined;
  readonly cue: Span | undefined;
  readonly sieve: string;
  /** The next part of the quotation before it. */
  readonly goesOn?: true;
}
