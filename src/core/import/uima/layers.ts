import type { Registry } from '../../text/metadata/registry';
import type { CarriedText } from '../carriedText';
import type { ArticleName, ImportCollector, ImportFile } from '../imported';
import { present } from '../json';
import { labelled, type LabelMapping } from '../labels';
import { predictedBy, scoreOf } from '../predicted';
import { speakersNamed } from '../speakersNamed';
import { Ties } from '../ties';

/** A span of somebody else's layer, with offsets in UTF-16 of the text that comes along. */
export interface LayerSpan {
  readonly id: string;
  /** The layer's whole name, as `webanno.custom.Speaker`. */
  readonly layer: string;
  readonly start: number;
  readonly end: number;
  readonly features: ReadonlyMap<string, string>;
}

export interface Layers {
  readonly spans: readonly LayerSpan[];
  readonly ties: Ties;
}

/** Layers that say how a text is cut up, and nothing of what a person thinks of it. */
const segmentation =
  /(?:^|\.)(?:documentannotation|documentmetadata|tagsetdescription|token|sentence|paragraph|lemma|stem|pos(?:_\w+)?|dependency|morphologicalfeatures|surfaceform|sofa|view|null|xmi|casmetadata|typesystem|layerdefinition|featuredefinition)$/i;

export function isSegmentation(layer: string): boolean {
  return segmentation.test(layer);
}

/** What a file is of, where that is told beside it: its article, and who made it. */
export interface LayersFrom {
  readonly article?: ArticleName;
  readonly by?: string;
  readonly reviewed?: { readonly by: string; readonly at: string };
}

/** Takes spans over by their layer where that is called as one of our types, else by what their first feature says. */
export function takeOverLayers(
  { spans, ties }: Layers,
  carried: CarriedText,
  from: Omit<LayersFrom, 'article' | 'by'> & { readonly article: ArticleName; readonly file: ImportFile; readonly by: string },
  registry: Registry,
  found: ImportCollector,
): void {
  const wanted = spans.filter(({ layer }) => !isSegmentation(layer));
  const byId = new Map(wanted.map((span) => [span.id, span]));
  const typeOf = (id: string) => {
    const span = byId.get(id);
    return span && labelled(labelOf(span, found.mapping), found.mapping)?.type;
  };
  const speakers = ties.speakers(typeOf, found.mapping, (what) => found.skip(what));
  for (const span of wanted) {
    const { id, layer, start, end, features } = span;
    if (start === end) {
      found.skip('spans without words');
      continue;
    }
    const place = carried.passage(start, end, 'utf-16');
    if (place === undefined) {
      found.problem(from.file, `A span of ${shortName(layer)} lies outside the text.`);
      continue;
    }
    const name = labelOf(span, found.mapping);
    // its package tells a person nothing, unless the mapping names it so
    const label = found.labelled(found.mapping.labels.has(name.toLowerCase()) ? name : shortName(name));
    if (label === undefined) continue;
    const spoken = byId.get(speakers.get(id) ?? '');
    const mention = spoken && carried.passage(spoken.start, spoken.end, 'utf-16');
    const named = mention ?? (label.type === 'speaker' ? place : undefined);
    const said = told(features).filter(([, value]) => value !== name);
    const predicted = predictionOf(features);
    found.annotations.push({
      article: from.article,
      annotation: {
        ...label,
        status: predicted === undefined ? 'accepted' : 'suggested',
        ...place,
        ...present({
          tags: label.tags?.map(shortName),
          note: said.map(([key, value]) => (key === 'comment' ? value : `${key}: ${value}`)).join('\n'),
          speakers: named === undefined ? [] : speakersNamed(named.exact, registry),
          mention: mention && { start: mention.start, end: mention.end },
          reviewed: predicted === undefined ? from.reviewed : undefined,
        }),
        by: predicted ?? from.by,
      },
    });
  }
}

/** A layer of our own name says what its spans are; of any other, the value of the feature that names a span does. */
function labelOf({ layer, features }: LayerSpan, mapping: LabelMapping): string {
  if (labelled(layer, mapping)?.tags === undefined) return layer;
  const naming = ['value', 'label', 'identifier'].flatMap((name) => features.get(name) ?? []);
  return naming[0] ?? told(features)[0]?.[1] ?? layer;
}

const bookkeeping = /^(?:order|uiorder|inception_internal_.*|.*_score|.*_score_explanation|.*_auto_accept)$/i;

function told(features: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...features].filter(([name, value]) => value.trim() !== '' && !bookkeeping.test(name));
}

/** INCEpTION marks what a recommender suggests, and has how sure it is of a feature's value beside it (`value_score`). */
function predictionOf(features: ReadonlyMap<string, string>): string | undefined {
  if (features.get('inception_internal_predicted') !== 'true') return undefined;
  const scores = [...features].flatMap(([name, value]) => (/_score$/i.test(name) ? (scoreOf(value) ?? []) : []));
  return predictedBy('INCEpTION recommender', undefined, scores[0]);
}

/** The name of a layer without its package. */
function shortName(layer: string): string {
  return /^(?:[a-z][\w-]*\.)+\w+$/.test(layer) ? layer.replace(/^.*\./s, '') : layer;
}

/** What a relation says: its layer, or, where that is only called a relation, its label. */
export function relationName(layer: string, label: string | undefined): string {
  const name = shortName(layer);
  return /relation/i.test(name) ? (label ?? name) : name;
}
