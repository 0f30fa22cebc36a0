import type { Analysis } from '../analysis/index';
import type { Article } from '../text/article';
import type { Span } from '../text/span';

/** One text of an article, with what was found in it. */
export interface VersionText {
  readonly article: Article;
  readonly analysis: Analysis;
}

/**
 * What an outlet has changed between two versions and a reader must know. The span is where it stands in the later `raw` (UTF-16), empty
 * where something was taken out. Texts are prose, as a reader reads them.
 */
export interface VersionChange extends Span {
  readonly kind: 'figure' | 'name' | 'date' | 'quotation' | 'correction';
  /** Absent for a note of correction that was added. */
  readonly before?: string;
  /** Absent where it was taken out. */
  readonly after?: string;
}

/** What an outlet has changed in an article since an earlier version. */
export interface ChangedSince {
  /** The earlier version's own time: ISO date or date-time; absent where nobody knows. */
  readonly since?: string;
  readonly changes: readonly VersionChange[];
}
