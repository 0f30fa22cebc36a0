import { type Analysis, type Quotation, quotationOf, type QuotationPart, type QuotationType, type Speaker } from '../../analysis/index';
import type { Span } from '../../text/span';
import { ByteReader, ByteWriter } from '../words/bytes';

const TYPES: readonly QuotationType[] = ['direct', 'mixed', 'indirect', 'scare'];
const SPEAKERS: readonly Speaker['kind'][] = ['person', 'organisation', 'government', 'group', 'role', 'source'];

/** Where the words between marks are: nowhere, all but the marks at both ends, or as listed. */
const Marked = { none: 0, inside: 1, listed: 2 } as const;
/** Names up to this length are taken from the text. */
const SHORT = 31;

/**
 * What matching needs of an analysis of the text `raw`, in six bytes a quotation: spans, types, speakers, whose names stand in the text. Dates, mentions
 * and provenance are left out: who shows an article analyses it again.
 */
export function writeAnalysis({ quotations, speakers }: Analysis, raw: string): Uint8Array {
  const out = new ByteWriter();
  out.number(raw.length);
  const used = new Set(quotations.flatMap((quotation) => quotation.speakers));
  const named = speakers.filter((speaker) => used.has(speaker.id));
  out.number(named.length);
  for (const { name, kind } of named) {
    const at = name.length <= SHORT ? raw.indexOf(name) : -1;
    out.byte(Math.max(0, SPEAKERS.indexOf(kind)) | ((at < 0 ? 0 : name.length) << 3));
    if (at < 0) out.text(name);
    else out.number(at);
  }
  const numbers = new Map(named.map(({ id }, index) => [id, index]));
  out.number(quotations.length);
  let last = 0;
  for (const { parts, speakers: ids, start } of quotations.toSorted((a, b) => a.start - b.start)) {
    const [first, ...others] = ids.map((id) => numbers.get(id) ?? 0);
    if (parts.length === 1 && others.length === 0) {
      out.number(2 * (first === undefined ? 0 : first + 1));
    } else {
      out.number(2 * parts.length + 1);
      out.number(ids.length);
      for (const id of ids) out.number(numbers.get(id) ?? 0);
    }
    for (const part of parts) writePart(out, part, last);
    last = start;
  }
  return out.take();
}

/** Reads back what `writeAnalysis` wrote of `raw`. Undefined where the bytes are damaged or of another text, whoever kept them. */
export function readAnalysis(bytes: Uint8Array, raw: string): Analysis | undefined {
  try {
    const analysis = readRecord(bytes, raw);
    return analysis && isOf(analysis, raw) ? analysis : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether all spans lie in the text and all speakers are there. */
function isOf({ quotations, speakers }: Analysis, raw: string): boolean {
  const isSpan = ({ start, end }: Span) => start >= 0 && start <= end && end <= raw.length;
  return quotations.every(
    ({ parts, speakers: ids }) =>
      parts.every((part) => isSpan(part) && part.segments.every(isSpan)) && ids.every((id) => Number(id) < speakers.length),
  );
}

/** Undefined where the text has another length than the one that was analysed. Throws a RangeError on bytes that are not whole. */
function readRecord(bytes: Uint8Array, raw: string): Analysis | undefined {
  const input = new ByteReader(bytes);
  if (input.number() !== raw.length) return undefined;
  const speakers = Array.from({ length: input.number() }, (_, i): Speaker => {
    const head = input.byte();
    const at = head >> 3 === 0 ? -1 : input.number();
    const name = at < 0 ? input.text() : raw.slice(at, at + (head >> 3));
    return { id: String(i), name, kind: SPEAKERS[head & 7] ?? 'group', aliases: [], titles: [], registered: false, mentions: [] };
  });
  let last = 0;
  const quotations = Array.from({ length: input.number() }, (): Quotation => {
    const head = input.number();
    const count = head & 1 ? head >> 1 : 1;
    const ids =
      head & 1 ? Array.from({ length: input.number() }, () => String(input.number())) : head === 0 ? [] : [String((head >> 1) - 1)];
    const parts = Array.from({ length: count }, () => readPart(input, last));
    last = parts[0]?.start ?? last;
    return quotationOf(parts, ids, undefined);
  });
  return { quotations, speakers, dates: [], problems: [] };
}

function writePart(out: ByteWriter, part: QuotationPart, from: number): void {
  const { start, end, type, segments, confidence } = part;
  const [first, second] = segments;
  const isInside = first?.start === start + 1 && first.end === end - 1 && !second;
  const marked = first === undefined ? Marked.none : isInside ? Marked.inside : Marked.listed;
  out.byte(TYPES.indexOf(type) | (marked << 2) | (Math.round(confidence * 10) << 4));
  writeSpan(out, part, from);
  if (marked !== Marked.listed) return;
  out.number(segments.length);
  for (const segment of segments) writeSpan(out, segment, Math.min(segment.start, start));
}

function readPart(input: ByteReader, from: number): QuotationPart {
  const head = input.byte();
  const span = readSpan(input, from);
  const marked = (head >> 2) & 3;
  const segments =
    marked === Marked.none
      ? []
      : marked === Marked.inside
        ? [{ start: span.start + 1, end: span.end - 1 }]
        : Array.from({ length: input.number() }, () => readSpan(input, span.start));
  return { ...span, type: TYPES[head & 3] ?? 'direct', segments, confidence: (head >> 4) / 10, sieve: 'stored' };
}

function writeSpan(out: ByteWriter, span: Span, from: number): void {
  out.number(span.start - from);
  out.number(span.end - span.start);
}

function readSpan(input: ByteReader, from: number): Span {
  const start = from + input.number();
  return { start, end: start + input.number() };
}
