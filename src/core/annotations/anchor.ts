import { CodePoints, pointsAfter, pointsBefore } from '../text/codePoints';
import { type FoldedText, foldText, unfold } from '../text/foldedText';
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

const contextLength = 32;
/** Under this many characters a text says too little to be known again without both contexts. */
const shortText = 20;

/** Describes a span (UTF-16, half-open) of `raw` so that it can be found again: exact text, 32 code points on both sides, position. */
export function describeSpan(raw: string, span: Span, points = new CodePoints(raw)): Selectors {
  return {
    exact: raw.slice(span.start, span.end),
    prefix: pointsBefore(raw, span.start, contextLength),
    suffix: pointsAfter(raw, span.end, contextLength),
    start: points.fromUtf16(span.start),
    end: points.fromUtf16(span.end),
  };
}

/**
 * Finds every annotation in today's text; spans of the result are UTF-16 into `raw`.
 * `hashMatches` says that the text is the one the positions were counted in.
 */
export function placeAnnotations(raw: string, annotations: readonly Annotation[], hashMatches: boolean): readonly Placed[] {
  const points = new CodePoints(raw);
  let folded: FoldedText | undefined;
  return annotations.map((annotation): Placed => {
    const stored = standing(raw, points, annotation, hashMatches);
    if (stored !== undefined) return { annotation, how: 'exact', span: stored };
    folded ??= foldText(raw);
    const hit = findWhole(folded, annotation);
    return hit === undefined ? { annotation, how: 'orphan' } : { annotation, how: 'moved', span: hit };
  });
}

/** What to look for: after a confirmed move or change the confirmed words, else those annotated first. */
function soughtOf(annotation: Annotation): Selectors {
  return annotation.found === undefined ? annotation : { ...annotation, ...annotation.found };
}

function standing(raw: string, points: CodePoints, annotation: Annotation, hashMatches: boolean): Span | undefined {
  const { exact, prefix, suffix, start, end } = soughtOf(annotation);
  const span = { start: points.toUtf16(start), end: points.toUtf16(end) };
  if (raw.slice(span.start, span.end) !== exact) return undefined;
  const before = raw.slice(Math.max(0, span.start - prefix.length), span.start) === prefix;
  const after = raw.startsWith(suffix, span.end);
  // With an equal hash one context is enough: entries written by hand or imported may lack one.
  return (before && after) || (hashMatches && (before || after)) ? span : undefined;
}

/** The one place where the words stand with a whole context, or with both if they are short. */
function findWhole(article: FoldedText, annotation: Annotation): Span | undefined {
  const { exact, prefix, suffix } = soughtOf(annotation);
  const sought = foldText(prefix + exact + suffix);
  const from = boundary(sought, prefix.length);
  const to = boundary(sought, prefix.length + exact.length);
  const before = sought.text.slice(0, from);
  const words = sought.text.slice(from, to);
  const after = sought.text.slice(to);
  const hits = new Map<number, number>();
  const add = (start: number) => hits.set(start, (hits.get(start) ?? 0) + 1);
  for (const start of occurrences(article.text, before + words)) add(start + before.length);
  for (const start of occurrences(article.text, words + after)) add(start);
  const wanted = exact.length < shortText ? 2 : 1;
  const best = Math.max(0, ...hits.values());
  const starts = [...hits].flatMap(([start, contexts]) => (contexts === best ? [start] : []));
  const [start] = starts;
  if (best < wanted || start === undefined || starts.length > 1) return undefined;
  return unfold(article, { start, end: start + words.length });
}

function boundary(folded: FoldedText, at: number): number {
  const index = folded.starts.findIndex((start) => start >= at);
  return index < 0 ? folded.text.length : index;
}

function* occurrences(text: string, sought: string): Generator<number> {
  if (sought === '') return;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) yield at;
}
