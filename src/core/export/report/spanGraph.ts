import type { Span } from '../../text/span';
import type { ReportDocument, ReportItem } from './report';

/** A labelled span of one document: an annotation, or the words that name a quotation's speaker or its cue. */
export interface SpanNode {
  readonly number: number;
  readonly label: 'Quotation' | 'Statement' | 'Speaker' | 'Date' | 'Cue' | 'Note';
  readonly span: Span;
  /** Absent where the span is only the mention or the cue of a quotation. */
  readonly item?: ReportItem;
}

export interface SpanRelation {
  readonly type: 'Said' | 'Cue';
  readonly from: SpanNode;
  readonly to: SpanNode;
}

/** Labelled spans and the relations between them, the shape in which tools for annotating text hold a document. */
export interface SpanGraph {
  readonly nodes: readonly SpanNode[];
  readonly relations: readonly SpanRelation[];
}

const labels = { quotation: 'Quotation', statement: 'Statement', speaker: 'Speaker', date: 'Date', cue: 'Cue', note: 'Note' } as const;

export function spanGraph(document: ReportDocument, wanted: (item: ReportItem) => boolean = () => true): SpanGraph {
  const nodes: SpanNode[] = [];
  const relations: SpanRelation[] = [];
  const bySpan = new Map<string, SpanNode>();
  const add = (label: SpanNode['label'], span: Span, item?: ReportItem): SpanNode => {
    const node = { number: nodes.length + 1, label, span, ...(item && { item }) };
    nodes.push(node);
    return node;
  };
  const key = (label: SpanNode['label'], { start, end }: Span) => `${label} ${start} ${end}`;
  const items = document.items.filter(wanted);
  for (const item of items) {
    const node = add(labels[item.type], item.span, item);
    bySpan.set(key(node.label, node.span), node);
  }
  const part = (label: 'Speaker' | 'Cue', span: Span): SpanNode => {
    let node = bySpan.get(key(label, span));
    if (node === undefined) bySpan.set(key(label, span), (node = add(label, span)));
    return node;
  };
  for (const to of nodes.slice(0, items.length)) {
    if (to.item?.mention) relations.push({ type: 'Said', from: part('Speaker', to.item.mention), to });
    if (to.item?.cue) relations.push({ type: 'Cue', from: part('Cue', to.item.cue), to });
  }
  return { nodes, relations };
}
