import {
  type Analysis,
  type DateExpression,
  type NestedQuotation,
  type Quotation,
  quotationOf,
  type QuotationPart,
} from '../analysis/index';
import { CodePoints } from '../text/encoding/codePoints';
import { contains, sharedLength, type Span } from '../text/span';
import { describeSpan } from './anchoring/anchor';
import { defined } from './yaml/fields';
import type { Annotation, Placed, Status } from './model';

/** What the engines propose and no person has decided yet. */
export type Suggestion =
  | {
      readonly type: 'quotation';
      readonly span: Span;
      readonly quotation: Quotation;
      /** Inside the words of another: where these stand, and the id of the annotation that stands for them, where one does. */
      readonly within?: Span;
      readonly in?: string;
    }
  | { readonly type: 'date'; readonly span: Span; readonly date: DateExpression }
  | { readonly type: 'speaker'; readonly span: Span; readonly speaker: string };

/**
 * Findings as suggestions in reading order, spans in UTF-16 of `raw`. Left out: one that a rejected annotation of its type
 * overlaps by half or more of the longer of the two (a rejected scare quotation does not hide the clause around it), and one that
 * an accepted annotation of its type overlaps as much or covers. Where a decision is about one part of a quotation, its other parts are
 * still suggested.
 */
export function suggest(analysis: Analysis, placed: readonly Placed[]): readonly Suggestion[] {
  const suggestions: Suggestion[] = [
    ...analysis.quotations.map(suggestionOf),
    ...(analysis.nested ?? []).flatMap((inner) => nestedIn(inner, analysis.quotations[inner.in], placed)),
    ...analysis.dates.map((date) => ({ type: 'date' as const, span: spanOf(date), date })),
    ...analysis.speakers.flatMap((speaker) =>
      speaker.mentions.map((mention) => ({ type: 'speaker' as const, span: spanOf(mention), speaker: speaker.id })),
    ),
  ];
  const decided = new DecidedSpans(placed);
  return suggestions.flatMap((suggestion) => decided.open(suggestion)).sort((a, b) => a.span.start - b.span.start);
}

function nestedIn(inner: NestedQuotation, outer: Quotation | undefined, placed: readonly Placed[]): readonly Suggestion[] {
  if (outer === undefined) return [];
  const within = outer.parts.find((part) => contains(part, inner)) ?? outer;
  const around = placed.find(
    (place) =>
      place.how !== 'orphan' &&
      place.annotation.type === 'quotation' &&
      isAround(place.span, inner) &&
      place.annotation.status !== 'rejected',
  );
  return [{ ...suggestionOf(inner), within: spanOf(within), ...(around && { in: around.annotation.id }) } as Suggestion];
}

/** Words around words of another, and more than their marks. */
function isAround(outer: Span, inner: Span): boolean {
  return contains(outer, inner) && length(outer) > length(inner) + 4;
}

function suggestionOf(quotation: Quotation): Suggestion {
  return { type: 'quotation', span: spanOf(quotation), quotation };
}

interface DecidedSpan {
  readonly span: Span;
  readonly status: Annotation['status'];
}

class DecidedSpans {
  readonly #byType = new Map<string, DecidedSpan[]>();

  constructor(placed: readonly Placed[]) {
    for (const place of placed) {
      // A changed annotation waits for the person; until then the suggestion beside it stays visible.
      if (place.how === 'orphan' || (place.how === 'changed' && place.annotation.status !== 'rejected')) continue;
      const { type, status } = place.annotation;
      const spans = this.#byType.get(type) ?? [];
      spans.push({ span: place.span, status });
      this.#byType.set(type, spans);
    }
  }

  /** What is left of a suggestion to decide. */
  open(suggestion: Suggestion): readonly Suggestion[] {
    const { type, span } = suggestion;
    if (this.#settles(type, span, suggestion.type === 'quotation' && suggestion.within !== undefined)) return [];
    if (suggestion.type !== 'quotation' || suggestion.quotation.parts.length === 1) return [suggestion];
    const { parts, speakers, speakerName } = suggestion.quotation;
    const runs: QuotationPart[][] = [[]];
    for (const part of parts) {
      if (this.#settles(type, part)) runs.push([]);
      else runs.at(-1)?.push(part);
    }
    if (runs.length === 1) return [suggestion];
    return runs.filter((run) => run.length > 0).map((run) => suggestionOf(quotationOf(run, speakers, speakerName)));
  }

  /** What stands inside the words of another is not settled by a decision about these. */
  #settles(type: Suggestion['type'], span: Span, nested = false): boolean {
    return (this.#byType.get(type) ?? []).some((decided) => {
      const shared = sharedLength(decided.span, span);
      const half = shared * 2 >= Math.max(length(decided.span), length(span));
      return shared > 0 && (half || (!nested && decided.status === 'accepted' && contains(decided.span, span)));
    });
  }
}

/** The entry that accepting or rejecting a suggestion writes, or keeping it for a note; `suggestion` counts in UTF-16 of `raw`. */
export function decide(suggestion: Suggestion, status: Status, raw: string, id: string, reviewed: Annotation['reviewed']): Annotation {
  const points = new CodePoints(raw);
  const selectors = describeSpan(raw, suggestion.span);
  const entry = { id, type: suggestion.type, status, ...selectors, by: madeBy(suggestion), reviewed };
  switch (suggestion.type) {
    case 'quotation': {
      const { type, speakers, mention, provenance } = suggestion.quotation;
      return defined({
        ...entry,
        kind: type,
        speakers: speakers.length === 0 ? undefined : speakers,
        mention: mention && { start: points.fromUtf16(mention.start), end: points.fromUtf16(mention.end) },
        provenance: provenance?.kind,
        in: suggestion.in,
      });
    }
    case 'date':
      return defined({ ...entry, value: suggestion.date.value });
    case 'speaker':
      return defined({ ...entry, speakers: [suggestion.speaker] });
  }
}

function madeBy(suggestion: Suggestion): string {
  const confidence = suggestion.type === 'quotation' ? ` ${suggestion.quotation.confidence.toFixed(2)}` : '';
  return `second-source/${suggestion.type}${confidence}`;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function length(span: Span): number {
  return span.end - span.start;
}
