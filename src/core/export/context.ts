import type { Span } from '../text/span';

/** The 32 code points on both sides of a span (UTF-16), as a TextQuoteSelector's prefix and suffix; linear in the span's surroundings only. */
export function describeContext(raw: string, span: Span): { readonly prefix: string; readonly suffix: string } {
  return {
    prefix: Array.from(raw.slice(Math.max(0, span.start - 65), span.start))
      .slice(-32)
      .join(''),
    suffix: Array.from(raw.slice(span.end, span.end + 65))
      .slice(0, 32)
      .join(''),
  };
}
