import { overlaps, type Span } from '../../text/span';
import type { Quotation, QuotationPart } from '../model';

/** Sieves that give words the speaker of the words beside them. */
export const goingOn: ReadonlySet<string> = new Set(['follow-on', 'follow-on-open', 'follow-on-paragraph', 'unattributed']);

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

type Fields = Required<Omit<QuotationPart, 'confidence' | Optional>> & { [Key in Optional]: QuotationPart[Key] | undefined };
type Optional = 'mention' | 'cue' | 'provenance' | 'folded';

/** What is unknown of a part is absent from it. */
export function partOf({ start, end, type, segments, mention, cue, provenance, folded, sieve }: Fields, confidence: number): QuotationPart {
  const part: Writable<QuotationPart> = { start, end, type, segments, confidence, sieve };
  if (mention) part.mention = mention;
  if (cue) part.cue = cue;
  if (provenance) part.provenance = provenance;
  if (folded) part.folded = true;
  return part;
}

/** One quotation of its parts, of which there is at least one (else a RangeError); `speakers` and `speakerName` as in `Quotation`. */
export function quotationOf(parts: readonly QuotationPart[], speakers: readonly string[], speakerName: string | undefined): Quotation {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a quotation has at least one part');
  const lead = parts.find(({ sieve }) => !goingOn.has(sieve)) ?? first;
  const segments = parts.length === 1 ? first.segments : parts.flatMap((part) => part.segments);
  const type = parts.every((part) => part.type === first.type) ? first.type : segments.length > 0 ? 'mixed' : 'indirect';
  const { start } = first;
  const { end } = parts.at(-1) ?? first;
  const { mention, cue, confidence, sieve } = lead;
  const quotation: Writable<Quotation> = { start, end, type, segments, confidence, sieve, parts, speakers };
  if (speakerName !== undefined) quotation.speakerName = speakerName;
  if (mention) quotation.mention = mention;
  if (cue) quotation.cue = cue;
  const provenance = lead.provenance ?? parts.find((part) => part.provenance)?.provenance;
  if (provenance) quotation.provenance = provenance;
  if (parts.every((part) => part.folded)) quotation.folded = true;
  return quotation;
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
