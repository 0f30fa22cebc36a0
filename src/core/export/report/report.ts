import type { DateExpression, Quotation } from '../../analysis/index';
import type { Annotation, Comment, ConflictDecision, Link } from '../../annotations/model';
import type { Conflict, Match, Origin, Passage } from '../../corpus/model';
import type { Article } from '../../text/article';
import type { Registry } from '../../text/metadata/registry';
import type { Span } from '../../text/span';
import type { ChangedSince } from '../../versions/index';

/** Everything an exporter may need of a folder, gathered once. Spans are UTF-16 code units into `raw`; formats convert to their own unit. */
export interface Report {
  readonly documents: readonly ReportDocument[];
  readonly registry: Registry;
  readonly origins: readonly ReportOrigin[];
  readonly conflicts: readonly ReportConflict[];
  /** Links both of whose ends are annotations of these documents. */
  readonly links: readonly Link[];
  readonly decisions: readonly ConflictDecision[];
  /** Articles that are no documents of the report and may be pointed at: of a report of one article the others. */
  readonly around?: readonly Pick<ReportDocument, 'path' | 'article' | 'sha256'>[];
}

export interface ReportDocument {
  /** Relative path, '/' separated. */
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  /** The outlet's registered name where there is one. */
  readonly outlet?: string;
  /** What it is called among the others: by its outlet, its headline where nobody knows that, or its file. */
  readonly label: string;
  readonly items: readonly ReportItem[];
  /** Annotations that have no confirmed place in today's text: only the YAML bundle and the reports for people carry them. */
  readonly unplaced: readonly Annotation[];
  /** What the outlet has changed since an earlier version. */
  readonly changed?: ChangedSince;
}

/** A decided annotation or a suggestion, in place. `span` is UTF-16 into `raw`. */
export interface ReportItem {
  /** The annotation's id, or for a suggestion one made from type and place; unique in its document. */
  readonly id: string;
  readonly type: Annotation['type'];
  readonly status: 'suggested' | 'accepted' | 'rejected';
  readonly how: 'exact' | 'moved' | 'changed';
  readonly span: Span;
  /** The sidecar's entry, for a decided annotation. */
  readonly annotation?: Annotation;
  /** What the engines found at this place. */
  readonly quotation?: Quotation;
  readonly date?: DateExpression;
  readonly kind?: string;
  readonly speakers: readonly ReportSpeaker[];
  readonly mention?: Span;
  readonly cue?: Span;
  /** Of words inside the words of another speaker: the id of the item these are, in the same document. */
  readonly in?: string;
  readonly provenance?: string;
  readonly value?: string;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly comments: readonly Comment[];
  /** What made it: an engine with its confidence, or the name of an import. */
  readonly by?: string;
  readonly reviewed?: { readonly by: string; readonly at: string };
  readonly renderings: readonly Rendering[];
  /** Ids of the independent origins behind this passage and its renderings. */
  readonly origins: readonly string[];
}

export interface ReportSpeaker {
  readonly id: string;
  /** As the registry or this article has it. */
  readonly name: string;
  /** The fullest name that other articles have for the same speaker, where it is another one: probable until the speaker is registered. */
  readonly joined?: string;
}

/** A passage with what a reader needs to find it. */
export interface ReportPassage extends Passage {
  readonly path: string;
  readonly outlet?: string;
  /** What its article is called. */
  readonly label: string;
  /** As it stands in the file. */
  readonly exact: string;
  /** As a reader reads it: without tags, markers and hard line ends. */
  readonly text: string;
}

export interface Rendering extends Match, ReportPassage {
  /** Id of the origin its article belongs to. */
  readonly origin?: string;
}

export interface ReportOrigin extends Origin {
  readonly paths: readonly string[];
}

export interface ReportConflict extends Conflict {
  readonly passages: readonly ReportPassage[];
}

/** A file an export produces. Write text as UTF-8; an iterable hands it over in chunks, once; only an archive's are bytes. */
export interface ExportFile {
  /** A relative path, '/' separated, made by us and safe on every file system: never taken from article text. */
  readonly path: string;
  readonly content: string | Iterable<string | Uint8Array<ArrayBuffer>>;
}

export interface ExportOptions {
  /** A byte order mark at the start of CSV and TSV, which some spreadsheets need to read UTF-8. */
  readonly byteOrderMark?: boolean;
  /** Addresses that open each annotation in VS Code, in W3C annotations, tables and the HTML report. */
  readonly links?: boolean;
}

export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** What it is for, one line. */
  readonly purpose: string;
  /** Of the file, or of the folder's main file where there are several; without a dot. */
  readonly extension: string;
  readonly export: (report: Report, options?: ExportOptions) => readonly ExportFile[];
  /**
   * The same from one article's report after the other, for more articles than memory holds. Asked for once a run, for it may number what
   * it writes. Undefined for a format that tells of all articles together in its first line.
   */
  readonly byArticle?: (options?: ExportOptions) => ArticleByArticle;
}

export interface ArticleByArticle {
  /** Files that all articles are written into. */
  readonly shared: readonly SharedFile[];
  /** Files of the articles of a report alone; `number`: of the first of them, from 0 on. */
  readonly own?: (report: Report, number: number) => readonly ExportFile[];
  /** The same whatever the articles are. */
  readonly beside?: readonly ExportFile[];
}

/** A file of the entries of many articles. */
export interface SharedFile {
  readonly path: string;
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  /** The whole file where there is no entry. */
  readonly empty: string;
  /** Of the articles of a report; `number`: of the first of them, from 0 on. */
  readonly entries: (report: Report, number: number) => Iterable<string>;
}
