import { archivesImport } from './archives';
import { bratImport } from './brat/brat';
import { bundleImport } from './bundle';
import { casImport } from './uima/cas';
import { doccanoImport } from './doccano';
import { highlightsImport } from './highlights';
import { hypothesisImport } from './hypothesis';
import type { ImportFile, ImportFormat } from './imported';
import { labelStudioImport } from './labelStudio';
import { mrsfImport } from './mrsf';
import { prodigyImport } from './prodigy';
import { refiQdaImport } from './refiQda/refiQda';
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

/** What files of an ending that several formats share begin with or hold; the first that fits, else the format that has no sign. */
const signs: readonly (readonly [ending: string, sign: RegExp, id: string])[] = [
  ['json', /^\s*\{\s*"(?:export_date|export_userid|client_version|total|rows)"/, 'hypothesis'],
  ['json', /"%FEATURE_STRUCTURES"/, 'cas'],
  ['json', /"mrsf_version"/, 'mrsf'],
  ['json', /^\s*\[?\s*\{(?=[^]*"data"\s*:\s*\{)(?=[^]*"(?:annotations|completions|predictions)"\s*:\s*\[)/, 'label-studio'],
  ['json', /^\s*\[?\s*\{(?=[^]*"annotation_id"\s*:)(?=[^]*"labels"\s*:\s*\[)/, 'label-studio'],
  ['json', /(?:)/, 'w3c'],
  ['jsonl', /^\s*\{(?=.*"spans"\s*:)/, 'prodigy'],
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
      const plain = text.replace(/^\uFEFF/, '');
      const signed = signs.find(([of, sign]) => of === ending && sign.test(plain));
      return extensions.includes(ending) && (signed === undefined || signed[2] === id);
    }),
  );
}
