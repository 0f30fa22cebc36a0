import type { Registry } from '../../text/metadata/registry';
import type { Span } from '../../text/span';
import type { StepCount } from '../words/index';

export interface QuotationContext {
  /** False: marks only, no cues, no speakers. */
  readonly english: boolean;
  readonly registry?: Registry | undefined;
  /** Block quotes, in order, as spans of the prose: what stands in them without marks is quoted all the same. */
  readonly blockQuotes?: readonly Span[];
  /** Somebody says that the text is a transcript. */
  readonly isToldTranscript?: boolean;
  /** Counts elementary steps, for tests of growth. */
  readonly count?: StepCount;
}
