import { changedSince, changeMessage, changesAt } from '../../versions/index';
import type { ReportDocument, ReportItem } from './report';

/** What the outlet has changed in a statement since an earlier version, a line each. */
export function changedIn({ changed }: ReportDocument, { span }: ReportItem): readonly string[] {
  return changed === undefined ? [] : changesAt(changed, span).map((change) => `${changedSince(changed)}: ${changeMessage(change)}`);
}

/** The documents of which that is known. */
export function changedDocuments(documents: readonly ReportDocument[]) {
  return documents.flatMap((document) => {
    const { changed } = document;
    if (changed === undefined) return [];
    const changes = changed.changes.map((change) => ({ message: changeMessage(change), start: change.start }));
    return [{ document, since: changedSince(changed), changes }];
  });
}
