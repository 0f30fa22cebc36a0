import { type Analysis, type DateExpression, type Quotation, quotationOf } from '../../analysis/index';
import type { Placed } from '../../annotations/model';
import type { Suggestion } from '../../annotations/suggest';
import type { Span } from '../../text/span';
import { findingAt, mentionOf } from '../../statements/index';
import type { ReportItem, ReportSpeaker } from './report';

/** Names a speaker by the id that an article has. */
export type NameOf = (id: string) => ReportSpeaker;

export type InPlace = Exclude<Placed, { readonly how: 'orphan' }>;

/** A changed annotation counts once a person has confirmed the very words it now stands on. */
export function isPlaced(placed: Placed): placed is InPlace {
  if (placed.how === 'orphan') return false;
  return placed.how !== 'changed' || placed.annotation.found?.exact === placed.now;
}

export function decidedItem(placed: InPlace, raw: string, find: Finder, nameOf: NameOf): ReportItem {
  const { annotation, how, span } = placed;
  const { id, type, status, kind, provenance, value, tags, note, comments, by, reviewed } = annotation;
  const quotation = type === 'quotation' ? find.quotation(span) : undefined;
  const date = type === 'date' ? find.date(span) : undefined;
  const mention = mentionOf(raw, annotation, span, quotation);
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

/** Findings by the rule of the editor; a part of a quotation has an entry of its own, since annotations may stand on one. */
export function finder(analysis: Analysis): Finder {
  const quotations = [...analysis.quotations, ...(analysis.nested ?? [])].flatMap((quotation) => [
    quotation,
    ...(quotation.parts.length > 1 ? quotation.parts.map((part) => quotationOf([part], quotation.speakers, quotation.speakerName)) : []),
  ]);
  return { quotation: findingAt(quotations), date: findingAt(analysis.dates) };
}
