import type { Link } from '../../annotations/model';
import { overlaps } from '../../text/span';
import type { Report, ReportConflict, ReportDocument, ReportItem } from './report';

/** Looks up the links and conflicts of one annotation. */
export class Related {
  readonly #links = new Map<string, Link[]>();
  readonly #conflicts = new Map<string, ReportConflict[]>();

  constructor(report: Report) {
    for (const link of report.links) for (const end of [link.from, link.to]) add(this.#links, `${end.path}\n${end.id}`, link);
    for (const conflict of report.conflicts)
      for (const path of new Set(conflict.passages.map((passage) => passage.path))) add(this.#conflicts, path, conflict);
  }

  /** Each link with the other end's address. */
  links(document: ReportDocument, item: ReportItem): { readonly link: Link; readonly other: Link['to'] }[] {
    return (this.#links.get(`${document.path}\n${item.id}`) ?? []).map((link) => {
      const outgoing = link.from.path === document.path && link.from.id === item.id;
      return { link, other: outgoing ? link.to : link.from };
    });
  }

  conflicts(document: ReportDocument, item: ReportItem): ReportConflict[] {
    return (this.#conflicts.get(document.path) ?? []).filter(({ passages }) =>
      passages.some((passage) => passage.path === document.path && overlaps(passage, item.span)),
    );
  }
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
