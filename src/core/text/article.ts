import type { Fault } from './fault';
import type { Language } from './metadata/language';
import type { PrimaryKind } from './metadata/primary';
import type { Prose } from './prose';
import type { Span } from './span';

export type { Language } from './metadata/language';

export type ArticleFormat = 'text' | 'markdown' | 'html';

/** An article as the engines see it. Offsets everywhere are UTF-16 code units into `raw`. */
export interface Article {
  /** Whatever the host uses to tell articles apart: a URI in the editor, a relative path on the command line. */
  readonly uri: string;
  readonly format: ArticleFormat;
  /** The file with LF line ends and without a byte order mark. */
  readonly raw: string;
  readonly prose: Prose;
  readonly version: number;
  readonly metadata: Metadata;
  /** `other` where nobody has written down the language of the prose: then only marks and dates in digits are found. */
  readonly language: Language;
  /** Present where the program has failed over reading it: then its text is read as plain text, or what it says about itself is unknown. */
  readonly faults?: readonly Fault[];
}

/** Facts about an article; what is unknown is absent. */
export interface Metadata {
  readonly outlet?: Fact;
  /** ISO date or date-time (`2024-05-03`, `2024-05-03T08:57:17Z`). */
  readonly published?: Fact;
  /** When the outlet says that it has changed the article, where that is another time. */
  readonly modified?: Fact;
  readonly title?: Fact;
  readonly url?: Fact;
  readonly author?: Fact;
  /** Where somebody says that it is a transcript, a readout, a press release or a recording, or that it is a report. */
  readonly primary?: Fact & { readonly value: PrimaryKind | 'report' };
  /** When somebody fetched or saved it: ISO date or date-time. */
  readonly retrieved?: Fact;
  /** Every publication date line found, in order, also those not used; for the check that they agree. */
  readonly publicationLines: readonly PublicationLine[];
}

export interface PublicationLine extends Fact {
  /** What the line says the date is; absent where it is a bare date. A modification may follow the publication. */
  readonly label?: 'published' | 'modified';
}

export interface Fact {
  readonly value: string;
  /** `address`: the day that stands in its address, or the outlet's host. */
  readonly from: 'address' | 'front-matter' | 'html' | 'person' | 'project' | 'text';
  /** Where it stands in `raw`, when it does. */
  readonly span?: Span;
}
