import { withoutAttributions } from '../../analysis/index';
import type { Span } from '../../text/span';
import type { ReportItem } from './report';

/** What an annotation covers: of a quotation with its attribution inside (“…,” she said. “…”) only the words that are said. */
export function stretchesOf({ span, quotation }: ReportItem): readonly Span[] {
  return quotation === undefined ? [span] : withoutAttributions(span, [quotation]);
}
