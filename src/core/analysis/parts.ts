import { overlaps, type Span } from '../text/span';
import type { Quotation, QuotationPart } from './model';

/** Sieves that give words the speaker of the words beside them. */
export const goingOn: ReadonlySet<string> = new Set(['follow-on', 'follow-on-open', 'follow-on-paragraph', 'unattributed']);

/** One quotation of its parts, of which there is at least one (else a RangeError); `speakers` and `speakerName` as in `Quotation`. */
export function quotationOf(parts: readonly QuotationPart[], speakers: readonly string[], speakerName: string | undefined): Quotation {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('a quotation has at least one part');
  const named = speakerName === undefined ? {} : { speakerName };
  if (rest.length === 0) return { ...first, parts, speakers, ...named };
  const lead = parts.find(({ sieve }) => !goingOn.has(sieve)) ?? first;
  const segments = parts.flatMap((part) => part.segments);
  const provenance = lead.provenance ?? parts.find((part) => part.provenance)?.provenance;
  return {
    ...lead,
    start: first.start,
    end: rest.at(-1)?.end ?? first.end,
    type: rest.every(({ type }) => type === first.type) ? first.type : segments.length > 0 ? 'mixed' : 'indirect',
    segments,
    ...(provenance && { provenance }),
    parts,
    speakers,
    ...named,
  };
}

/** The stretches of a span that are left without the attributions that stand between two parts of one quotation. All in UTF-16 of `raw`. */
export function withoutAttributions(span: Span, quotations: readonly Quotation[]): readonly Span[] {
  const stretches: Span[] = [];
  let { start } = span;
  for (const quotation of quotations) {
    if (quotation.start >= span.end) break;
    if (quotation.parts.length < 2 || !overlaps(quotation, span)) continue;
    let before = quotation.start;
    for (const part of quotation.parts) {
      if (before > start && part.start > before && part.start < span.end) {
        stretches.push({ start, end: before });
        start = part.start;
      }
      before = part.end;
    }
  }
  stretches.push({ start, end: span.end });
  return stretches;
}
