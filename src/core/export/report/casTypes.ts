import type { Related } from './related';
import { remarksOf } from './remarks';
import type { ReportDocument } from './report';
import type { SpanNode } from './spanGraph';

/** The types `secondsource.*` of UIMA exports; every one extends `uima.tcas.Annotation`. */
export const casLabels = ['Speaker', 'Cue', 'Date', 'Note', 'Statement', 'Quotation'] as const satisfies readonly SpanNode['label'][];

/** Features of every type: strings, which is what INCEpTION's layers can show. */
export const casFeatures = ['identifier', 'status', 'kind', 'speaker', 'speakerId', 'value', 'remarks'] as const;

/** Features that refer to another annotation, and its type. */
export function casReferences(label: SpanNode['label']): readonly (readonly [feature: 'mention' | 'cue', to: 'Speaker' | 'Cue'])[] {
  return label === 'Quotation' || label === 'Statement'
    ? [
        ['mention', 'Speaker'],
        ['cue', 'Cue'],
      ]
    : [];
}

/** The features of a span that have a value. */
export function casFeaturesOf(document: ReportDocument, { item }: SpanNode, related: Related): Readonly<Record<string, string>> {
  if (item === undefined) return {};
  const values: Readonly<Record<(typeof casFeatures)[number], string | undefined>> = {
    identifier: item.id,
    status: item.status,
    kind: item.kind,
    speaker: item.speakers.map(({ name }) => name).join('; '),
    speakerId: item.speakers.map(({ id }) => id).join('; '),
    value: item.value,
    remarks: remarksOf(document, item, related)
      .map(({ kind, text }) => `${kind}: ${text}`)
      .join('\n'),
  };
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])));
}
