import { type Analysis, type DateExpression, type Quotation, quotationOf } from '../../analysis/index';
import type { Placed } from '../../annotations/model';
import type { Suggestion } from '../../annotations/suggest';
import { sharedLength, type Span } from '../../text/span';
import type { CodePoints } from '../../text/encoding/codePoints';
import type { ReportItem, ReportSpeaker } from './report';

/** Names a speaker by the id that an article has. */
export type NameOf = (id: string) => ReportSpeaker;

export type InPlace = Exclude<Placed, { readonly how: 'orphan' }>;

/** A changed annotation counts once a person has confirmed the very words it now stands on. */
export function isPlaced(placed: Placed): placed is InPlace {
  if (placed.how === 'orphan') return false;
  return placed.how !== 'changed' || placed.annotation.found?.exact === placed.now;
}

export function decidedItem(placed: InPlace, points: CodePoints, find: Finder, nameOf: NameOf): ReportItem {
  const { annotation, how, span } = placed;
  const { id, type, status, kind, provenance, value, tags, note, comments, by, reviewed } = annotation;
  const quotation = type === 'quotation' ? find.quotation(span) : undefined;
  const date = type === 'date' ? find.date(span) : undefined;
  // the mention's stored position counts on the text it was stored with: after a move only the engines can say where it is
  const stored = points.fromUtf16(span.start) === annotation.start ? annotation.mention : undefined;
  const mention = stored ? { start: points.toUtf16(stored.start), end: points.toUtf16(stored.end) } : quotation?.mention;
  return {
    id,
    type,
    status,
    how,
    span,
    annotation,
    speakers: (annotation.speakers ?? []).map((speaker) => nameOf(speaker)),
    tags: tags ?? [],
    comments: comments ?? [],
    renderings: [],
    origins: [],
    ...(quotation && { quotation }),
    ...(quotation?.cue && { cue: quotation.cue }),
    ...(date && { date }),
    ...(mention && { mention }),
    ...(kind && { kind }),
    ...(provenance !== undefined && { provenance }),
    ...(value !== undefined && { value }),
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(reviewed && { reviewed }),
  };
}

export function suggestedItem(suggestion: Suggestion, nameOf: NameOf): ReportItem {
  const { type, span } = suggestion;
  const item: ReportItem = {
    id: `${type}-${span.start}-${span.end}`,
    type,
    status: 'suggested',
    how: 'exact',
    span,
    speakers: [],
    tags: [],
    comments: [],
    renderings: [],
    origins: [],
    by: `second-source/${type}`,
  };
  switch (suggestion.type) {
    case 'quotation': {
      const { quotation } = suggestion;
      const speakers = quotation.speakers.map(nameOf);
      const { speakerName } = quotation;
      return {
        ...item,
        quotation,
        kind: quotation.type,
        speakers: speakers.length === 0 && speakerName !== undefined ? [{ id: speakerName, name: speakerName }] : speakers,
        by: `second-source/quotation ${quotation.confidence.toFixed(2)}`,
        ...(quotation.mention && { mention: quotation.mention }),
        ...(quotation.cue && { cue: quotation.cue }),
        ...(quotation.provenance && { provenance: quotation.provenance.name }),
      };
    }
    case 'date':
      return { ...item, date: suggestion.date, value: suggestion.date.value };
    case 'speaker':
      return { ...item, speakers: [nameOf(suggestion.speaker)] };
  }
}

/** What the engines found at a place. */
export interface Finder {
  quotation(span: Span): Quotation | undefined;
  date(span: Span): DateExpression | undefined;
}

function length(span: Span | undefined): number {
  return span ? span.end - span.start : Infinity;
}

/** The finding that shares at least half of its length with a span, found by bisection: findings are in reading order. */
export function finder(analysis: Analysis): Finder {
  const by = <T extends Span>(findings: readonly T[]) => {
    const sorted = findings.toSorted((a, b) => a.start - b.start);
    const longest = sorted.reduce((length, { start, end }) => Math.max(length, end - start), 0);
    return (span: Span): T | undefined => {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.start ?? 0) < span.start - longest) low = middle + 1;
        else high = middle;
      }
      let best: T | undefined;
      let most = 0;
      for (let i = low; i < sorted.length; i++) {
        const finding = sorted[i];
        if (finding === undefined || finding.start >= span.end) break;
        const shared = sharedLength(finding, span);
        const closer = shared > most || (shared === most && finding.end - finding.start < length(best));
        if (2 * shared >= finding.end - finding.start && shared > 0 && closer) [best, most] = [finding, shared];
      }
      return best;
    };
  };
  // a part has its own entry: annotations may stand on one
  const quotations = analysis.quotations.flatMap((quotation) => [
    quotation,
    ...(quotation.parts.length > 1 ? quotation.parts.map((part) => quotationOf([part], quotation.speakers, quotation.speakerName)) : []),
  ]);
  return { quotation: by(quotations), date: by(analysis.dates) };
}
