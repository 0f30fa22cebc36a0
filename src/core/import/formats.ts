import { archivesImport } from './archives';
import { bratImport } from './brat/brat';
import { bundleImport } from './bundle';
import { casImport } from './uima/cas';
import { doccanoImport } from './doccano';
import { highlightsImport } from './highlights';
import { hypothesisImport } from './hypothesis';
import type { ImportContent, ImportFile, ImportFormat } from './imported';
import type { LabelMapping } from './labels';
import { labelStudioImport } from './labelStudio';
import { mrsfImport } from './mrsf';
import { prodigyImport } from './prodigy';
import { refiQdaImport } from './refiQda/refiQda';
import { decodeBytes } from '../text/encoding/bytes';
import type { Registry } from '../text/metadata/registry';
import { tableImport } from './table/table';
import { taguetteImport } from './taguette';
import { webAnnoTsvImport } from './uima/webAnnoTsv';
import { webAnnotationImport } from './webAnnotation';

/** Every format that can be imported, in the order a menu shows them. */
export const importFormats: readonly ImportFormat[] = [
  bundleImport,
  webAnnotationImport,
  hypothesisImport,
  bratImport,
  tableImport,
  labelStudioImport,
  doccanoImport,
  prodigyImport,
  refiQdaImport,
  casImport,
  webAnnoTsvImport,
  archivesImport,
  taguetteImport,
  mrsfImport,
  highlightsImport,
];

/**
 * What files of an ending that several formats share begin with, behind white space, or hold anywhere: the first lines of a Prodigy file
 * may have no spans. The first sign that fits counts, else the format that has none.
 */
const signs: readonly (readonly [ending: string, sign: RegExp, id: string])[] = [
  ['json', /^\{\s*"(?:export_date|export_userid|client_version|total|rows)"/, 'hypothesis'],
  ['json', /"%FEATURE_STRUCTURES"/, 'cas'],
  ['json', /"mrsf_version"/, 'mrsf'],
  ['json', /^(?:\[\s*)?\{(?=[^]*"data"\s*:\s*\{)(?=[^]*"(?:annotations|completions|predictions)"\s*:\s*\[)/, 'label-studio'],
  ['json', /^(?:\[\s*)?\{(?=[^]*"annotation_id"\s*:)(?=[^]*"labels"\s*:\s*\[)/, 'label-studio'],
  ['json', /(?:)/, 'w3c'],
  ['jsonl', /"(?:spans|_(?:input|task)_hash)"\s*:|"answer"\s*:\s*"(?:accept|reject|ignore)"/, 'prodigy'],
  ['jsonl', /(?:)/, 'doccano'],
  ['yaml', /^mrsf_version:/m, 'mrsf'],
  ['yml', /^mrsf_version:/m, 'mrsf'],
  ['tsv', /^#FORMAT=WebAnno TSV/, 'webanno-tsv'],
];

/** The format of files a person has chosen, by their endings, and by what they hold where several formats share an ending. */
export function importFormatOf(files: readonly ImportFile[]): ImportFormat | undefined {
  const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return importFormats.find(({ id, extensions }) =>
    files.every(({ name, text }) => {
      const ending = endingOf(name);
      const plain = text.replace(/^\uFEFF/, '').trimStart();
      const signed = signs.find(([of, sign]) => of === ending && sign.test(plain));
      return extensions.includes(ending) && (signed === undefined || signed[2] === id);
    }),
  );
}

/** A file as it lies on the disk. */
export function importFile(name: string, bytes: Uint8Array): ImportFile {
  const { text, encoding, problem } = decodeBytes(bytes);
  // Windows-1252 and UTF-16 are what spreadsheets write: nothing of it is lost
  return { name, text, bytes, ...(problem !== undefined && /^(?:utf-8|binary)$/.test(encoding) && { problem }) };
}

/** Reads files of one format; one that is no text, or not wholly, is told once. */
export function readImport(
  format: ImportFormat,
  files: readonly ImportFile[],
  registry: Registry,
  mapping: LabelMapping | undefined,
): ImportContent {
  if (format.readsBytes) return format.read(files, registry, mapping);
  const isText = ({ text, problem }: ImportFile) => text !== '' || problem === undefined;
  const content = format.read(files.filter(isText), registry, mapping);
  const told = files.flatMap(({ name, problem }) => (problem === undefined ? [] : [{ file: name, message: problem }]));
  return { ...content, problems: [...told, ...content.problems] };
}
