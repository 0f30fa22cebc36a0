import type { Annotation } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { CarriedText } from '../carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { kindOf, present } from '../json';
import { Ties } from '../ties';
import { type Cas, type Features, jsonOf, Links, type Structure, xmiOf } from './casStructures';
import { isSegmentation, type Layers, type LayersFrom, type LayerSpan, relationName, takeOverLayers } from './layers';

/**
 * UIMA CAS, as JSON (draft 0.4) or XMI, as INCEpTION and dkpro-cassis write them: annotations with our features, and spans of other
 * layers by their `value`, `label` or type. Offsets are UTF-16. Tokens, sentences and other layers of segmentation are left out.
 */
export const casImport: ImportFormat = {
  id: 'cas',
  label: 'UIMA CAS (JSON or XMI)',
  extensions: ['json', 'xmi'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readCas(file, {}, registry, found);
    return found.content({
      holds: ['accepted', 'rejected'],
      lacks: [...decisionsOnly, 'provenance', 'tags', 'comments', 'by', 'reviewed', 'in'],
    });
  },
};

export function readCas(file: ImportFile, from: LayersFrom, registry: Registry, found: ImportCollector): void {
  const cas = /^\uFEFF?\s*</.test(file.text) ? xmiOf(file, found) : jsonOf(file, found);
  if (cas) takeOver(cas, file, from, registry, found);
}

/** Our own types have the names of our labels. */
function short(type: string): string {
  return type.slice('secondsource.'.length);
}

function isOwn({ type }: Structure): boolean {
  return type.startsWith('secondsource.');
}

/** Each view has a text of its own: what a file calls its document is the first; of another, only its text can tell the article. */
function takeOver({ views, structures }: Cas, file: ImportFile, from: LayersFrom, registry: Registry, found: ImportCollector): void {
  const first = views.find(({ text }) => text !== undefined);
  if (first === undefined) {
    found.problem(file, 'This is no CAS: it has no text (sofaString).');
    return;
  }
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const bySofa = new Map(views.map(({ sofa }) => [sofa, [] as Structure[]]));
  for (const structure of structures) (bySofa.get(structure.features.get('sofa') ?? '') ?? bySofa.get(first.sofa))?.push(structure);
  const links = new Links(byId);
  for (const view of views) {
    const own = bySofa.get(view.sofa) ?? [];
    bySofa.delete(view.sofa);
    if (view.text === undefined) {
      const spans = own.filter(({ type, features }) => features.has('begin') && !isSegmentation(type)).length;
      if (spans > 0) found.skip('spans of a view without a text', spans);
      continue;
    }
    const carried = new CarriedText(view.text);
    const spans = own.filter((structure) => isOwn(structure) && structure.features.has('begin'));
    takeOverOwn(spans, byId, carried, file, registry, found);
    const title = own.flatMap(({ type, features }) =>
      /\.documentmetadata$/i.test(type) ? (features.get('documentTitle') ?? features.get('documenttitle') ?? []) : [],
    );
    const article = present({ path: title[0], ...(view === first && from.article), text: carried.raw });
    takeOverLayers(layersOf(own, links), carried, { by: 'cas', ...from, article, file }, registry, found);
  }
  if (links.again > 0) found.skip('slots whose list another span has', links.again);
}

function takeOverOwn(
  own: readonly Structure[],
  byId: ReadonlyMap<string, Structure>,
  carried: CarriedText,
  file: ImportFile,
  registry: Registry,
  found: ImportCollector,
): void {
  for (const structure of own) {
    const { type, features } = structure;
    const feature = (name: string) => features.get(name) ?? features.get(name.toLowerCase());
    // without an identifier of its own a span of ours is only part of a quotation
    if (feature('identifier') === undefined && /\.(?:speaker|cue)$/i.test(type)) continue;
    if (feature('status') === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const place = placeOf(structure, carried);
    if (place === undefined) {
      found.problem(file, `A span of ${type} lies outside the text.`);
      continue;
    }
    const spoken = byId.get(feature('mention') ?? '');
    const mention = spoken && placeOf(spoken, carried);
    const speakers = (feature('speakerId') ?? feature('speaker') ?? '').split('; ').filter((name) => name !== '');
    const label = found.labelled(short(type));
    if (label === undefined) continue;
    found.annotations.push({
      article: { text: carried.raw },
      annotation: {
        ...label,
        status: feature('status') === 'rejected' ? 'rejected' : 'accepted',
        ...place,
        ...present({
          id: feature('identifier'),
          kind: kindOf(feature('kind')) ?? label.kind,
          speakers: speakers.map((name) => speakerId(name, registry)),
          value: feature('value'),
          note: /(?:^|\n)Note: (.*?)(?=\n[A-Z][A-Za-z]+: |$)/s.exec(feature('remarks') ?? '')?.[1],
          mention: mention && { start: mention.start, end: mention.end },
          by: 'cas',
        }),
      } satisfies Partial<Annotation>,
    });
  }
}

function placeOf({ features }: Structure, carried: CarriedText): ReturnType<CarriedText['passage']> {
  const [begin, end] = offsetsOf(features);
  return begin === undefined || end === undefined ? undefined : carried.passage(begin, end, 'utf-16');
}

function offsetsOf(features: Features): readonly (number | undefined)[] {
  return ['begin', 'end'].map((key) => (/^\d{1,15}$/.test(features.get(key) ?? '') ? Number(features.get(key)) : undefined));
}

/** The layers of others: spans, relations between two of them (Governor, Dependent) and slots, whose links name a role and a target. */
function layersOf(structures: readonly Structure[], links: Links): Layers {
  const spans: LayerSpan[] = [];
  const ties = new Ties();
  for (const structure of structures) {
    const { id, type: layer, features } = structure;
    if (isOwn(structure) || !features.has('begin')) continue;
    const [from, to] = ['governor', 'dependent'].map((name) => [...features].find(([key]) => key.toLowerCase() === name)?.[1]);
    if (from !== undefined && to !== undefined) {
      ties.relation(relationName(layer, features.get('value') ?? features.get('label')), [
        { role: '', id: from },
        { role: '', id: to },
      ]);
      continue;
    }
    const own = new Map<string, string>();
    for (const [name, value] of features) {
      const members = links.of(value);
      if (members.length > 0) ties.slots(name, [{ role: '', id }, ...members]);
      else if (!bookkeeping.test(name) && !structure.references.has(name)) own.set(name, value);
    }
    const [start = -1, end = -1] = offsetsOf(features);
    spans.push({ id, layer, start, end, features: own });
  }
  return { spans, ties };
}

const bookkeeping = /^(?:%\w+|xmi:id|id|sofa|begin|end|first|next)$/i;
