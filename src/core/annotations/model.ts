import type { Span } from '../text/span';
import type { YamlData } from './yaml/yamlNode';

export type AnnotationType = 'quotation' | 'statement' | 'speaker' | 'date' | 'cue' | 'note';
export type Status = 'suggested' | 'accepted' | 'rejected';

/** An entry of a sidecar. Its offsets are CODE POINTS of the LF-normalised, BOM-free text, as in the file. */
export interface Annotation {
  /** 10 characters of lower-case base32, handed in by the host, never renumbered. */
  readonly id: string;
  readonly type: AnnotationType;
  readonly kind?: 'direct' | 'mixed' | 'indirect' | 'scare';
  /** `suggested`: nobody has decided it; it is kept for its note, its discussion or a link. */
  readonly status: Status;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  /** Present where the same words stood elsewhere in like surroundings. */
  readonly copy?: Copy;
  readonly speakers?: readonly string[];
  readonly mention?: Span;
  readonly provenance?: string;
  /** TIMEX3 value of a date. */
  readonly value?: string;
  /** Of words inside another's: the id of the quotation around them, in the same file. */
  readonly in?: string;
  readonly tags?: readonly string[];
  readonly found?: Found;
  /** What made it: "second-source/quotation 0.91", or the name of an import. */
  readonly by?: string;
  readonly reviewed?: { readonly by: string; readonly at: string };
  readonly note?: string;
  readonly comments?: readonly Comment[];
  /** Who closed the discussion, and when; absent while it is open. */
  readonly resolved?: { readonly by: string; readonly at: string };
  /** Fields that two people changed at once and a merge could not join; "ours" stands in the field. */
  readonly conflict?: readonly MergeConflict[];
}

/** One field of one entry that both sides of a merge changed. A side that removed the field has no value. */
export interface MergeConflict {
  readonly field: string;
  readonly ours?: YamlData;
  readonly theirs?: YamlData;
}

/** Where the words stand since a person confirmed that they have moved or changed; offsets in code points. */
export interface Found extends Span {
  readonly exact: string;
  readonly at: string;
  /** The contexts there; where absent, those of the annotation count. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly copy?: Copy;
}

/** Which of several like places an annotation means: without it, losing one of them could move the annotation to another. */
export interface Copy {
  /** From 1 on, in reading order. */
  readonly number: number;
  readonly of: number;
  /** How many of them have equal contexts to the last sign, this one included; absent where it is the only one. */
  readonly same?: number;
  /** Which of those it is, in reading order. */
  readonly rank?: number;
  /** How many others stand between words much like those around it; where there are any, only unchanged surroundings count. */
  readonly close?: number;
}

export interface Comment {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

/** The facts a person set about an article, and what the positions were counted in. */
export interface SidecarDocument {
  readonly path: string;
  readonly offsets: 'codepoint';
  readonly sha256?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  /** What kind of primary source it is, or `report` for none. */
  readonly primary?: string;
  /** "de", "de-AT". */
  readonly language?: string;
}

/** A sidecar as read; entries that cannot be read are problems and stay in the file untouched. */
export interface Sidecar {
  readonly version: number;
  readonly document?: SidecarDocument;
  readonly annotations: readonly Annotation[];
  readonly problems: readonly FileProblem[];
  /** True where the file must not be written: broken as a whole, or from a newer version. */
  readonly locked: boolean;
}

/** Something wrong in a YAML file; `start`..`end` are UTF-16 offsets into the file's text as read. */
export interface FileProblem extends Span {
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Replace text[start, end) by `text`; edits of one list do not overlap and all count on the text before any of them. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Where an annotation stands in today's text (UTF-16 into `raw`). */
export type Placed =
  | { readonly annotation: Annotation; readonly how: 'exact' | 'moved'; readonly span: Span }
  | { readonly annotation: Annotation; readonly how: 'changed'; readonly span: Span; readonly now: string }
  | { readonly annotation: Annotation; readonly how: 'orphan' };

/** A link between two annotations of different files. */
export interface Link {
  readonly id: string;
  readonly from: AnnotationAddress;
  readonly to: AnnotationAddress;
  readonly relation: 'verbatim' | 'trimmed' | 'retranslated' | 'indirect' | 'contradicts';
  readonly status: 'accepted' | 'rejected';
  readonly reason?: string;
  readonly by?: string;
  readonly at?: string;
}

/** `path` is relative to the folder, with '/' separators. */
export interface AnnotationAddress {
  readonly path: string;
  readonly id: string;
}

export interface ConflictDecision {
  readonly key: string;
  readonly status: 'explained' | 'dismissed';
  readonly reason?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface Corroborations {
  readonly version: number;
  readonly links: readonly Link[];
  readonly conflicts: readonly ConflictDecision[];
  readonly problems: readonly FileProblem[];
  readonly locked: boolean;
}
