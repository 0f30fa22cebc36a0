import { bratImport } from './brat';
import { bundleImport } from './bundle';
import { hypothesisImport } from './hypothesis';
import type { ImportFormat } from './imported';
import { tableImport } from './table';
import { webAnnotationImport } from './webAnnotation';

/** Every format that can be imported, in the order a menu shows them. */
export const importFormats: readonly ImportFormat[] = [bundleImport, webAnnotationImport, hypothesisImport, bratImport, tableImport];
