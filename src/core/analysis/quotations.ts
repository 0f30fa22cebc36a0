import type { Registry } from '../text/registry';
import type { Quotation, Speaker } from './model';

export interface QuotationContext {
  /** False: marks only, no cues, no speakers. */
  readonly english: boolean;
  readonly registry?: Registry | undefined;
}

/** Finds quotations and their speakers in prose; spans count in the prose. */
export function findQuotations(
  _prose: string,
  _context: QuotationContext,
): { readonly quotations: readonly Quotation[]; readonly speakers: readonly Speaker[] } {
  return { quotations: [], speakers: [] };
}
