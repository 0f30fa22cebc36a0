import * as vscode from 'vscode';
import { archivedScheme } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';

/** Articles of an archive, as they were read for a card of this window. */
export function registerArchivedDocuments(session: Session): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(archivedScheme, {
    async provideTextDocumentContent(address) {
      const text = (await session.archive.documents())?.text(address);
      return text ?? vscode.l10n.t('This article of the archive is no longer at hand: open it again from the card.');
    },
  });
}
