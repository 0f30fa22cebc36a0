import { brat } from './formats/brat';
import { bundle } from './formats/bundle';
import { casJson } from './formats/casJson';
import { casXmi } from './formats/casXmi';
import { csl } from './formats/csl';
import { doccano } from './formats/doccano';
import { html } from './formats/html';
import { labelStudio } from './formats/labelStudio';
import { markdown } from './formats/markdown';
import { refiQda } from './formats/refiQda';
import type { ExportFormat } from './report/report';
import { schemaOrg } from './formats/schemaOrg';
import { csv, tsv } from './formats/table';
import { tei } from './formats/tei';
import { webAnnotation } from './formats/webAnnotation';

/** Every export format, in the order a menu shows them. */
export const exportFormats: readonly ExportFormat[] = [
  html,
  markdown,
  csv,
  tsv,
  webAnnotation,
  bundle,
  csl,
  schemaOrg,
  tei,
  brat,
  casJson,
  casXmi,
  refiQda,
  labelStudio,
  doccano,
];
