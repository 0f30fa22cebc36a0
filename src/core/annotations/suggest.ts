import type { Analysis, DateExpression, Quotation } from '../analysis/model';
import type { Span } from '../text/span';
import type { Annotation, Placed } from './model';

/** What the engines propose and no person has decided yet. */
export type Suggestion =
  | { readonly type: 'quotation'; readonly span: Span; readonly quotation: Quotation }
  | { readonly type: 'date'; readonly span: Span; readonly date: DateExpression }
  | { readonly type: 'speaker'; readonly span: Span; readonly speaker: string };

/** Findings as suggestions; one that a rejected annotation of its type overlaps by half or more, or an accepted one covers, is left out. */
export function suggest(_analysis: Analysis, _placed: readonly Placed[]): readonly Suggestion[] {
  return [];
}

/** The entry that accepting (or rejecting) a suggestion writes. */
export function decide(
  _suggestion: Suggestion,
  _status: 'accepted' | 'rejected',
  _raw: string,
  _id: string,
  _reviewed: Annotation['reviewed'],
): Annotation {
  throw new Error('not yet');
}
