import type { ReportDocument, ReportItem } from '../report/report';

/** The address that shows an annotation in VS Code (docs/api.md); of a suggestion, whose id is not kept, that of its article. */
export function backLink(document: ReportDocument, item: ReportItem): string {
  const id = item.annotation === undefined ? '' : `&id=${encodeURIComponent(item.id)}`;
  return `vscode://second-source.second-source/open?path=${encodeURIComponent(document.path)}${id}`;
}
