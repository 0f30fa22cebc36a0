import type { Analysis, Quotation, QuotationPart, QuotationType, Speaker } from '../analysis/model';
import { quotationOf } from '../analysis/parts';
import type { Span } from '../text/span';
import { ByteReader, ByteWriter } from './bytes';

const TYPES: readonly QuotationType[] = ['direct', 'mixed', 'indirect', 'scare'];
const SPEAKERS: readonly Speaker['kind'][] = ['person', 'organisation', 'government', 'group', 'role'];

/**
 * What matching needs of an analysis, in a few bytes a quotation: spans, types, speakers. Dates, mentions and provenance are left out:
 * who shows an article analyses it again.
 */
export function writeAnalysis(analysis: Analysis): Uint8Array {
  const out = new ByteWriter();
  const used = new Set(analysis.quotations.flatMap((quotation) => quotation.speakers));
  const speakers = analysis.speakers.filter((speaker) => used.has(speaker.id));
  out.number(speakers.length);
  for (const { name, kind } of speakers) {
    out.byte(Math.max(0, SPEAKERS.indexOf(kind)));
    out.text(name);
  }
  out.number(analysis.quotations.length);
  let last = 0;
  for (const quotation of analysis.quotations.toSorted((a, b) => a.start - b.start)) {
    out.number(quotation.parts.length);
    for (const part of quotation.parts) {
      out.byte(TYPES.indexOf(part.type) | (Math.round(part.confidence * 10) << 2));
      writeSpan(out, part, last);
      out.number(part.segments.length);
      for (const segment of part.segments) writeSpan(out, segment, Math.min(segment.start, part.start));
    }
    last = quotation.start;
    const ids = quotation.speakers.map((id) => speakers.findIndex((speaker) => speaker.id === id));
    out.number(ids.length);
    for (const id of ids) out.number(id);
  }
  return out.take();
}

/** Throws a RangeError on bytes that are not whole. */
export function readAnalysis(bytes: Uint8Array): Analysis {
  const input = new ByteReader(bytes);
  const speakers = Array.from({ length: input.number() }, (_, i): Speaker => {
    const kind = SPEAKERS[input.byte()] ?? 'group';
    return { id: String(i), name: input.text(), kind, aliases: [], titles: [], registered: false, mentions: [] };
  });
  let last = 0;
  const quotations = Array.from({ length: input.number() }, (): Quotation => {
    const parts = Array.from({ length: input.number() }, (): QuotationPart => {
      const head = input.byte();
      const span = readSpan(input, last);
      const segments = Array.from({ length: input.number() }, () => readSpan(input, span.start));
      return { ...span, type: TYPES[head & 3] ?? 'direct', segments, confidence: (head >> 2) / 10, sieve: 'stored' };
    });
    last = parts[0]?.start ?? last;
    const ids = Array.from({ length: input.number() }, () => String(input.number()));
    return quotationOf(parts, ids, undefined);
  });
  return { quotations, speakers, dates: [], problems: [] };
}

function writeSpan(out: ByteWriter, span: Span, from: number): void {
  out.number(span.start - from);
  out.number(span.end - span.start);
}

function readSpan(input: ByteReader, from: number): Span {
  const start = from + input.number();
  return { start, end: start + input.number() };
}
