import type { ReportDocument } from '../report/report';

/**
 * A name for the file of one document: its number and what of its own name is plain letters and digits, so that no path
 * of a folder can reach outside the export or be a name some system reserves.
 */
export function fileName(document: ReportDocument, index: number): string {
  const base = document.path.slice(document.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words =
    base
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [String(index + 1).padStart(4, '0'), ...words].join('-').slice(0, 64);
}
