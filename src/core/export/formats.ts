import { brat } from './brat';
import { bundle } from './bundle';
import { casJson } from './casJson';
import { csl } from './csl';
import { doccano } from './doccano';
import { html } from './html';
import { labelStudio } from './labelStudio';
import { markdown } from './markdown';
import { refiQda } from './refiQda';
import type { ExportFormat } from './report';
import { schemaOrg } from './schemaOrg';
import { csv, tsv } from './table';
import { tei } from './tei';
import { webAnnotation } from './webAnnotation';

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
  refiQda,
  labelStudio,
  doccano,
];
