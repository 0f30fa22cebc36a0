import { bratImport } from './brat';
import { bundleImport } from './bundle';
import { hypothesisImport } from './hypothesis';
import type { ImportFile, ImportFormat } from './imported';
import { tableImport } from './table';
import { webAnnotationImport } from './webAnnotation';

/** Every format that can be imported, in the order a menu shows them. */
export const importFormats: readonly ImportFormat[] = [bundleImport, webAnnotationImport, hypothesisImport, bratImport, tableImport];

/** The format of files a person has chosen, by their endings; JSON is told by what Hypothesis's exports begin with. */
export function importFormatOf(files: readonly ImportFile[]): ImportFormat | undefined {
  return importFormats.find(({ id, extensions }) =>
    files.every(({ name, text }) => {
      const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
      if (!extensions.includes(ending)) return false;
      return (
        ending !== 'json' ||
        (id === 'hypothesis') === /^\uFEFF?\s*\{\s*"(?:export_date|export_userid|client_version|total|rows)"/.test(text)
      );
    }),
  );
}
