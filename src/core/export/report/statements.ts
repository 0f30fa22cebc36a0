import type { Report, ReportDocument, ReportItem } from './report';

/** A quotation or statement with its article. */
export interface Statement {
  readonly document: ReportDocument;
  readonly item: ReportItem;
}

export interface SpeakerStatements {
  /** Absent where nobody knows. */
  readonly name?: string;
  /** Under which other names articles have the speaker. */
  readonly spellings: readonly string[];
  readonly statements: readonly Statement[];
}

/** Quotations and statements by speaker, whose spellings in several articles are joined, in the order of names, the unknown last; rejected ones are left out. */
export function statementsBySpeaker(report: Report): SpeakerStatements[] {
  const byName = new Map<string, { readonly spellings: Set<string>; readonly statements: Statement[] }>();
  const unknown: Statement[] = [];
  for (const document of report.documents)
    for (const item of document.items) {
      if (item.status === 'rejected' || (item.type !== 'quotation' && item.type !== 'statement')) continue;
      const statement = { document, item };
      if (item.speakers.length === 0) unknown.push(statement);
      for (const { name, joined = name } of item.speakers) {
        const group = byName.get(joined) ?? { spellings: new Set(), statements: [] };
        byName.set(joined, group);
        group.statements.push(statement);
        if (name !== joined) group.spellings.add(name);
      }
    }
  const named = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { spellings, statements }]) => ({ name, spellings: [...spellings].sort(), statements }));
  return unknown.length === 0 ? named : [...named, { spellings: [], statements: unknown }];
}

/** Items of some types with their articles, rejected ones left out. */
export function itemsOf(report: Report, ...types: readonly ReportItem['type'][]): Statement[] {
  return report.documents.flatMap((document) =>
    document.items.filter((item) => item.status !== 'rejected' && types.includes(item.type)).map((item) => ({ document, item })),
  );
}
