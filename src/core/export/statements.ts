import type { Report, ReportDocument, ReportItem } from './report';

/** A quotation or statement with its article. */
export interface Statement {
  readonly document: ReportDocument;
  readonly item: ReportItem;
}

export interface SpeakerStatements {
  /** Absent where nobody knows. */
  readonly name?: string;
  readonly statements: readonly Statement[];
}

/** Quotations and statements by speaker, in the order of names, the unknown last; rejected ones are left out. */
export function statementsBySpeaker(report: Report): SpeakerStatements[] {
  const byName = new Map<string, Statement[]>();
  const unknown: Statement[] = [];
  for (const document of report.documents)
    for (const item of document.items) {
      if (item.status === 'rejected' || (item.type !== 'quotation' && item.type !== 'statement')) continue;
      const statement = { document, item };
      if (item.speakers.length === 0) unknown.push(statement);
      for (const { name } of item.speakers) {
        const list = byName.get(name);
        if (list) list.push(statement);
        else byName.set(name, [statement]);
      }
    }
  const named = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, statements]) => ({ name, statements }));
  return unknown.length === 0 ? named : [...named, { statements: unknown }];
}

/** Items of some types with their articles, rejected ones left out. */
export function itemsOf(report: Report, ...types: readonly ReportItem['type'][]): Statement[] {
  return report.documents.flatMap((document) =>
    document.items.filter((item) => item.status !== 'rejected' && types.includes(item.type)).map((item) => ({ document, item })),
  );
}
