import type { Annotation } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { CarriedText } from '../carriedText';
import { decisionsOnly, ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { countOf, kindOf, objectOf, objectsOf, parseJson, present, textOf } from '../json';
import { labelled } from '../labels';
import { predictedBy, scoreOf } from '../predicted';
import { readXml } from '../xml';

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
    for (const file of files) {
      const cas = /^\uFEFF?\s*</.test(file.text) ? xmiOf(file, found) : jsonOf(file, found);
      if (cas) takeOver(cas, file, registry, found);
    }
    return found.content({
      holds: ['accepted', 'rejected'],
      lacks: [...decisionsOnly, 'provenance', 'tags', 'comments', 'by', 'reviewed', 'in'],
    });
  },
};

type Features = ReadonlyMap<string, string>;

interface Structure {
  readonly id: string;
  readonly type: string;
  readonly features: Features;
}

interface Cas {
  readonly text: string | undefined;
  readonly structures: readonly Structure[];
}

function jsonOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const root = parseJson(file.text, (message) => found.problem(file, message));
  if (root === undefined) return undefined;
  const structures = objectsOf(objectOf(root)?.['%FEATURE_STRUCTURES']).map((structure): Structure => {
    const features = Object.entries(structure).flatMap(([key, value]) => {
      const text = textOf(value) ?? (typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined);
      return text === undefined ? [] : [[key.replace(/^@/, ''), text] as const];
    });
    return { id: String(countOf(structure['%ID']) ?? ''), type: textOf(structure['%TYPE']) ?? '', features: new Map(features) };
  });
  const text = structures.find(({ type }) => type === 'uima.cas.Sofa')?.features.get('sofaString');
  return { text, structures };
}

function xmiOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const structures: Structure[] = [];
  const problem = readXml(file.text, {
    open: (_, attributes, full) => {
      // xmlns:secondsource="http:///secondsource.ecore": the prefix tells the package
      structures.push({ id: attributes.get('xmi:id') ?? '', type: full.replace(':', '.'), features: attributes });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (problem !== undefined) {
    found.problem(file, problem);
    return undefined;
  }
  return { text: structures.find(({ type }) => type === 'cas.sofa')?.features.get('sofastring'), structures };
}

/** Our own types have the names of our labels. */
function short(type: string): string {
  return type.slice('secondsource.'.length);
}

/** Layers that say how a text is cut up, and nothing of what a person thinks of it. */
const segmentation =
  /(?:^|\.)(?:documentannotation|documentmetadata|tagsetdescription|token|sentence|paragraph|lemma|stem|pos|dependency|morphologicalfeatures|sofa|view|null|xmi|casmetadata|typesystem)$/i;

/** INCEpTION marks what a recommender suggests, and has how sure it is of a feature's value beside it (`value_score`). */
function predictionOf(features: Features): string | undefined {
  if (features.get('inception_internal_predicted') !== 'true') return undefined;
  const scores = [...features].flatMap(([name, value]) => (/_score$/i.test(name) ? (scoreOf(value) ?? []) : []));
  return predictedBy('INCEpTION recommender', undefined, scores[0]);
}

function takeOver({ text, structures }: Cas, file: ImportFile, registry: Registry, found: ImportCollector): void {
  if (text === undefined) {
    found.problem(file, 'This is no CAS: it has no text (sofaString).');
    return;
  }
  const carried = new CarriedText(text);
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const placeOf = ({ features }: Structure) => {
    const [begin, end] = ['begin', 'end'].map((key) =>
      /^\d{1,15}$/.test(features.get(key) ?? '') ? Number(features.get(key)) : undefined,
    );
    return begin === undefined || end === undefined ? undefined : carried.passage(begin, end, 'utf-16');
  };
  for (const structure of structures) {
    const { type, features } = structure;
    if (!features.has('begin') || segmentation.test(type)) continue;
    const feature = (name: string) => features.get(name) ?? features.get(name.toLowerCase());
    const isOurs = type.startsWith('secondsource.');
    // without an identifier of its own a span of ours is only part of a quotation
    if (isOurs && feature('identifier') === undefined && /\.(?:speaker|cue)$/i.test(type)) continue;
    if (feature('status') === 'suggested') {
      found.skip('suggestions');
      continue;
    }
    const place = placeOf(structure);
    if (place === undefined) {
      found.problem(file, `A span of ${type} lies outside the text.`);
      continue;
    }
    const spoken = byId.get(feature('mention') ?? '');
    const mention = spoken && placeOf(spoken);
    const speakers = (feature('speakerId') ?? feature('speaker') ?? '').split('; ').filter((name) => name !== '');
    const isForeign = labelled(type, found.mapping)?.tags !== undefined;
    const label = found.labelled(
      isForeign ? (feature('value') ?? feature('label') ?? feature('identifier') ?? type) : isOurs ? short(type) : type,
    );
    if (label === undefined) continue;
    const predicted = isOurs ? undefined : predictionOf(features);
    found.annotations.push({
      article: { text: carried.raw },
      annotation: {
        ...label,
        status: predicted !== undefined ? 'suggested' : feature('status') === 'rejected' ? 'rejected' : 'accepted',
        ...place,
        ...present({
          id: isOurs ? feature('identifier') : undefined,
          kind: kindOf(feature('kind')) ?? label.kind,
          speakers: isOurs ? speakers.map((name) => speakerId(name, registry)) : [],
          value: isOurs ? feature('value') : undefined,
          note: isOurs ? /(?:^|\n)Note: (.*?)(?=\n[A-Z][A-Za-z]+: |$)/s.exec(feature('remarks') ?? '')?.[1] : feature('comment'),
          mention: mention && { start: mention.start, end: mention.end },
          by: predicted ?? 'cas',
        }),
      } satisfies Partial<Annotation>,
    });
  }
}
