import type { Analysis } from '../analysis/model';
import type { ConflictDecision, Link, Placed } from '../annotations/model';
import type { Corpus } from '../corpus/corpus';
import type { Conflict, Match, Origin } from '../corpus/model';
import type { Article } from '../text/article';
import type { Registry } from '../text/registry';
import type { Span } from '../text/span';
import type { Quotation } from '../analysis/model';

/** Everything an exporter may need of a folder, gathered once. */
export interface Report {
  readonly documents: readonly ReportDocument[];
  readonly registry: Registry;
  readonly origins: readonly Origin[];
  readonly conflicts: readonly Conflict[];
  readonly links: readonly Link[];
  readonly decisions: readonly ConflictDecision[];
}

export interface ReportDocument {
  /** Relative path, '/' separated. */
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly items: readonly ReportItem[];
}

/** A decided annotation or a suggestion, in place. `span` is UTF-16 into `raw`. */
export interface ReportItem {
  readonly id: string;
  readonly type: 'quotation' | 'statement' | 'speaker' | 'date' | 'cue' | 'note';
  readonly status: 'suggested' | 'accepted' | 'rejected';
  readonly how: 'exact' | 'moved' | 'changed';
  readonly span: Span;
  readonly quotation?: Quotation;
  readonly kind?: string;
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
  readonly mention?: Span;
  readonly cue?: Span;
  readonly provenance?: string;
  readonly value?: string;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly renderings: readonly Match[];
}

export interface ReportSource {
  readonly path: string;
  readonly article: Article;
  readonly sha256: string;
  readonly analysis: Analysis;
  readonly placed: readonly Placed[];
}

export interface ReportFilter {
  readonly statuses?: readonly ReportItem['status'][];
  readonly types?: readonly ReportItem['type'][];
}

/** Gathers a report; orphans and changed annotations of unconfirmed place are left out of exports and counted by `check`. */
export function gatherReport(_sources: readonly ReportSource[], _corpus: Corpus, _registry: Registry, _filter: ReportFilter = {}): Report {
  return { documents: [], registry: _registry, origins: [], conflicts: [], links: [], decisions: [] };
}

/** A file an export produces; `path` is a plain file name made by us, never from article text. */
export interface ExportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** What it is for, one line. */
  readonly purpose: string;
  readonly extension: string;
  export(report: Report): readonly ExportFile[];
}
