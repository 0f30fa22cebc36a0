import { type Analysis, type DateExpression, type Quotation, withoutAttributions } from '../analysis/index';
import type { Annotation, AnnotationType, Placed, Status } from '../annotations/model';
import { suggest, type Suggestion } from '../annotations/suggest';
import type { Registry } from '../text/metadata/registry';
import { contains, sharedLength, type Span } from '../text/span';
import { findingAt, mentionOf } from './findings';
import { withOuter } from './within';

export interface SpeakerName {
  readonly id: string;
  readonly name: string;
  readonly registered: boolean;
}

/** What an article shows at one place: a person's annotation or a finding nobody has decided yet. */
export interface Item {
  /** An annotation's id, or for a finding its type and place; names it in commands. */
  readonly id: string;
  readonly type: AnnotationType;
  readonly status: Exclude<Status, 'rejected'>;
  readonly how: 'exact' | 'moved' | 'changed';
  readonly span: Span;
  /** The span without attributions in its midst: the words themselves. */
  readonly parts: readonly Span[];
  readonly kind?: Quotation['type'];
  readonly speakers: readonly SpeakerName[];
  readonly mention?: Span;
  /** Of words inside the words of another speaker: the id of the item these are. */
  readonly in?: string;
  /** What the engine says about the place, also where a person has accepted it. */
  readonly quotation?: Quotation;
  readonly date?: DateExpression;
  readonly doubtful: boolean;
  /**
   * Found, but not marked in the text until somebody accepts it: a mere length of time, a "currently", what is more often no speech,
   * and what somebody says inside the words of another, which are marked.
   */
  readonly unmarked?: true;
  readonly annotation?: Annotation;
  readonly suggestion?: Suggestion;
}

/** What the engines say about a place. */
interface Found {
  readonly quotation: (span: Span) => Quotation | undefined;
  readonly date: (span: Span) => DateExpression | undefined;
}

const doubtfulBelow = 0.5;

/** The quotation that shares most with a span. */
export function quotationAt(items: readonly Item[], span: Span): Item | undefined {
  let best: Item | undefined;
  let most = 0;
  for (const item of items) {
    const shared = sharedLength(item.span, span);
    if (item.type === 'quotation' && shared > most) [best, most] = [item, shared];
  }
  return best;
}

/** The annotations that stand and the findings that are open, by place. Marks that quote nobody are left alone. */
export function itemsOf(raw: string, analysis: Analysis, placed: readonly Placed[], registry: Registry): readonly Item[] {
  const names = namesOf(analysis, registry);
  const found: Found = { quotation: findingAt([...analysis.quotations, ...(analysis.nested ?? [])]), date: findingAt(analysis.dates) };
  const items: Item[] = [];
  for (const place of placed) {
    const { status } = place.annotation;
    if (place.how !== 'orphan' && status !== 'rejected') items.push(annotated(raw, place, status, found, names));
  }
  for (const suggestion of suggest(analysis, placed)) {
    if (suggestion.type === 'quotation' && suggestion.quotation.type === 'scare') continue;
    if (suggestion.type === 'speaker' && !isAttribution(analysis, suggestion.span)) continue;
    items.push(suggested(suggestion, names));
  }
  items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return withOuter(items, ({ suggestion }) => (suggestion?.type === 'quotation' ? suggestion.within : undefined));
}

/** Of all the words that name a speaker, only those at a quotation are marked: every "he" in colour would drown them. */
function isAttribution(analysis: Analysis, span: Span): boolean {
  return analysis.quotations.some(({ mention, type }) => type !== 'scare' && mention && contains(mention, span));
}

function suggested(suggestion: Suggestion, names: ReadonlyMap<string, SpeakerName>): Item {
  const { span, type } = suggestion;
  const common = {
    id: `${type}-${span.start}-${span.end}`,
    type,
    status: 'suggested',
    how: 'exact',
    span,
    parts: [span],
    suggestion,
  } as const;
  switch (suggestion.type) {
    case 'quotation': {
      const { quotation } = suggestion;
      return {
        ...common,
        parts: quotation.parts,
        kind: quotation.type,
        speakers: named(quotation.speakers, names),
        ...(quotation.mention && { mention: quotation.mention }),
        quotation,
        doubtful: quotation.confidence < doubtfulBelow,
        ...((quotation.folded === true || suggestion.within !== undefined) && { unmarked: true as const }),
      };
    }
    case 'date':
      return {
        ...common,
        speakers: [],
        date: suggestion.date,
        doubtful: false,
        ...(suggestion.date.minor && { unmarked: true as const }),
      };
    case 'speaker':
      return { ...common, speakers: named([suggestion.speaker], names), doubtful: false };
  }
}

function annotated(
  raw: string,
  place: Exclude<Placed, { how: 'orphan' }>,
  status: Item['status'],
  found: Found,
  names: ReadonlyMap<string, SpeakerName>,
): Item {
  const { annotation, span, how } = place;
  const quotation = annotation.type === 'quotation' ? found.quotation(span) : undefined;
  const date = annotation.type === 'date' ? found.date(span) : undefined;
  // In words that have changed a stored place may be in the middle of others: only what is found today counts.
  const mention = how === 'changed' ? quotation?.mention : mentionOf(raw, annotation, span, quotation);
  const kind = annotation.kind ?? quotation?.type;
  return {
    id: annotation.id,
    type: annotation.type,
    status,
    how,
    span,
    parts: quotation ? withoutAttributions(span, [quotation]) : [span],
    ...(annotation.type === 'quotation' && { kind: kind ?? 'direct' }),
    speakers: named(annotation.speakers ?? [], names),
    ...(mention && { mention }),
    ...(quotation && { quotation }),
    ...(date && { date }),
    doubtful: status === 'suggested' && quotation !== undefined && quotation.confidence < doubtfulBelow,
    annotation,
  };
}

function named(ids: readonly string[], names: ReadonlyMap<string, SpeakerName>): readonly SpeakerName[] {
  return ids.map((id) => names.get(id) ?? { id, name: id, registered: false });
}

function namesOf(analysis: Analysis, registry: Registry): ReadonlyMap<string, SpeakerName> {
  const names = new Map<string, SpeakerName>();
  for (const { id, name } of analysis.speakers) names.set(id, { id, name, registered: false });
  for (const { id, name } of registry.speakers) names.set(id, { id, name, registered: true });
  return names;
}
