import type { Annotation } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { CarriedText } from '../carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { countOf, kindOf, listOf, objectOf, objectsOf, parseJson, present, textOf } from '../json';
import { Ties } from '../ties';
import { readXml } from '../xml';
import { type Layers, type LayersFrom, type LayerSpan, relationName, takeOverLayers } from './layers';

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

type Features = ReadonlyMap<string, string>;

interface Structure {
  readonly id: string;
  /** With its package, as `webanno.custom.Speaker`. */
  readonly type: string;
  readonly features: Features;
  /** The names of those features that refer to other structures, where the file tells. */
  readonly references: ReadonlySet<string>;
}

interface Cas {
  readonly text: string | undefined;
  readonly structures: readonly Structure[];
}

function jsonOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const root = parseJson(file.text, (message) => found.problem(file, message));
  if (root === undefined) return undefined;
  const structures = objectsOf(objectOf(root)?.['%FEATURE_STRUCTURES']).map((structure): Structure => {
    const features = new Map<string, string>();
    const references = new Set<string>();
    for (const [key, value] of Object.entries(structure)) {
      const name = key.replace(/^@/, '');
      const text =
        key === '%ELEMENTS'
          ? listOf(value)
              .flatMap((id) => countOf(id) ?? [])
              .join(' ')
          : plainOf(value);
      if (text !== undefined) features.set(name, text);
      if (name !== key) references.add(name);
    }
    return { id: String(countOf(structure['%ID']) ?? ''), type: textOf(structure['%TYPE']) ?? '', features, references };
  });
  const text = structures.find(({ type }) => type === 'uima.cas.Sofa')?.features.get('sofaString');
  return { text, structures };
}

function plainOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

function xmiOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const structures: Structure[] = [];
  const packages = new Map<string, string>();
  const references = new Set<string>();
  const problem = readXml(file.text, {
    open: (_, attributes, full) => {
      // xmlns:custom="http:///webanno/custom.ecore": the prefix stands for the package
      for (const [name, value] of attributes) {
        const [, prefix] = /^xmlns:(.+)$/.exec(name) ?? [];
        const [, path] = /^http:\/\/\/(.+)\.ecore$/.exec(value) ?? [];
        if (prefix !== undefined && path !== undefined) packages.set(prefix, path.replaceAll('/', '.'));
      }
      const [prefix = '', name = ''] = full.split(':');
      const type = `${packages.get(prefix.toLowerCase()) ?? prefix}.${name}`;
      structures.push({ id: attributes.get('xmi:id') ?? '', type, features: attributes, references });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (problem !== undefined) {
    found.problem(file, problem);
    return undefined;
  }
  return { text: structures.find(({ type }) => /(?:^|\.)cas\.sofa$/i.test(type))?.features.get('sofastring'), structures };
}

/** Our own types have the names of our labels. */
function short(type: string): string {
  return type.slice('secondsource.'.length);
}

function isOwn({ type }: Structure): boolean {
  return type.startsWith('secondsource.');
}

function takeOver({ text, structures }: Cas, file: ImportFile, from: LayersFrom, registry: Registry, found: ImportCollector): void {
  if (text === undefined) {
    found.problem(file, 'This is no CAS: it has no text (sofaString).');
    return;
  }
  const carried = new CarriedText(text);
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const own = structures.filter((structure) => isOwn(structure) && structure.features.has('begin'));
  takeOverOwn(own, byId, carried, file, registry, found);
  const title = structures.flatMap(({ type, features }) =>
    /\.documentmetadata$/i.test(type) ? (features.get('documentTitle') ?? features.get('documenttitle') ?? []) : [],
  );
  const article = present({ path: title[0], ...from.article, text: carried.raw });
  takeOverLayers(layersOf(structures, byId), carried, { by: 'cas', ...from, article, file }, registry, found);
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
function layersOf(structures: readonly Structure[], byId: ReadonlyMap<string, Structure>): Layers {
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
      const links = linksOf(value, byId);
      if (links.length > 0) ties.slots(name, [{ role: '', id }, ...links]);
      else if (!bookkeeping.test(name) && !structure.references.has(name)) own.set(name, value);
    }
    const [start = -1, end = -1] = offsetsOf(features);
    spans.push({ id, layer, start, end, features: own });
  }
  return { spans, ties };
}

const bookkeeping = /^(?:%\w+|xmi:id|id|sofa|begin|end|first|next)$/i;

/** The structures that a feature refers to, where each is a link of a slot; JSON keeps their list in a structure of its own. */
function linksOf(value: string, byId: ReadonlyMap<string, Structure>): readonly { readonly role: string; readonly id: string }[] {
  if (!/^\d+(?: \d+)*$/.test(value)) return [];
  const listed = byId.get(value)?.features.get('%ELEMENTS') ?? value;
  const links = listed.split(' ').map((id) => byId.get(id)?.features ?? new Map<string, string>());
  if (!links.every((link) => link.has('target') && !link.has('begin'))) return [];
  return links.map((link) => ({ role: link.get('role') ?? '', id: link.get('target') ?? '' }));
}
