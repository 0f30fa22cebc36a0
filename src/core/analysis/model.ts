import type { Fault } from '../text/fault';
import type { Span } from '../text/span';

export type QuotationType = 'direct' | 'mixed' | 'indirect' | 'scare';

/**
 * A stretch of a quotation without an attribution in it: one side of “…,” she said, “…”, or one of its paragraphs. All spans are UTF-16
 * code units into the article's `raw`.
 */
export interface QuotationPart extends Span {
  readonly type: QuotationType;
  /** The parts between marks, marks left out; empty for an indirect quotation. */
  readonly segments: readonly Span[];
  /** The words that name the speaker here. */
  readonly mention?: Span;
  readonly cue?: Span;
  readonly provenance?: Provenance;
  /** 0 to 1, one hand-set number per sieve. */
  readonly confidence: number;
  /** Suggested, but by signs that are wrong too often to be shown unless it is asked for. */
  readonly folded?: boolean;
  /** The rule that decided the speaker, for explanations and for the reliability table. */
  readonly sieve: string;
}

/**
 * What one speaker says in one go, from its first part to its last; an attribution between two parts stands inside. `segments` are those
 * of all parts; the type is that of all parts, else mixed; mention, cue, confidence and sieve are those of the part that is attributed by
 * its own sentence.
 */
export interface Quotation extends QuotationPart {
  /** At least one, in order. */
  readonly parts: readonly QuotationPart[];
  /** Ids of the resolved speakers, into `Analysis.speakers`; several for "both ministers". */
  readonly speakers: readonly string[];
  /** Canonical names joined by " and "; absent when unknown. */
  readonly speakerName?: string;
}

/** What somebody says inside the words of another: “He said, ‘We go,’ and went”. */
export interface NestedQuotation extends Quotation {
  /** The outer one's index in `Analysis.quotations`. */
  readonly in: number;
}

/** Through whom the outlet has the words. */
export interface Provenance {
  readonly kind: 'agency' | 'media' | 'readout' | 'statement' | 'broadcast' | 'interview' | 'briefing' | 'post';
  /** The source as the article names it: "Xinhua", "a readout from state media". */
  readonly name: string;
  /** True where it was carried over from an earlier attribution of the article. */
  readonly inherited: boolean;
  readonly span?: Span;
}

/** A person, organisation or group that speaks in one article. */
export interface Speaker {
  /** The registry's id where it knows the speaker, else made from the canonical name; unique in the article. */
  readonly id: string;
  readonly name: string;
  /** `source`: a poll, a study, a document. */
  readonly kind: 'person' | 'organisation' | 'government' | 'group' | 'role' | 'source';
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly registered: boolean;
  /** Every place that names the speaker, pronouns included. */
  readonly mentions: readonly Span[];
}

/** A date expression with its TIMEX3 type and value (ISO-TimeML). */
export interface DateExpression extends Span {
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  /** The parts of the value the words themselves give; the others were implied from `anchor`. */
  readonly known: readonly ('year' | 'month' | 'day' | 'weekday' | 'time')[];
  /** Days since 1970-01-01, first and last day meant (both included); absent for sets and plain durations. */
  readonly firstDay?: number;
  readonly lastDay?: number;
  /** What it was reckoned from. */
  readonly anchor?: 'publication' | 'expression';
  /** How it was resolved, in words for a hover card. */
  readonly how: string;
  /** True where other words would be read as well; no problem is reported on it. */
  readonly doubt?: true;
  /** True for mere lengths of time and words such as "currently" and "daily": found, but not marked in an article. */
  readonly minor?: true;
}

export interface Problem {
  readonly kind: 'impossible-date' | 'weekday-mismatch' | 'publication-mismatch' | 'ambiguous-date';
  readonly message: string;
  readonly passages: readonly Span[];
  /** A replacement TIMEX3 value or date a quick fix may offer. */
  readonly suggestion?: string;
}

/** What the engines found in one article: frozen, spans only. */
export interface Analysis {
  readonly quotations: readonly Quotation[];
  /** Quotations inside quotations, in order; absent where they were not asked for. */
  readonly nested?: readonly NestedQuotation[];
  readonly speakers: readonly Speaker[];
  readonly dates: readonly DateExpression[];
  readonly problems: readonly Problem[];
  /** Its words are the turns of a transcript from the beginning to the end. */
  readonly isTranscript?: true;
  /** Faults of the program: what is missing in the lists above, and why. Absent where there are none. */
  readonly faults?: readonly Fault[];
}
