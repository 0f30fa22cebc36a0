import type { ExportFormat } from './report';
import { csv, tsv } from './table';
import { webAnnotation } from './webAnnotation';

/** Every export format, in the order a menu shows them. */
export const exportFormats: readonly ExportFormat[] = [webAnnotation, csv, tsv];
