import * as vscode from 'vscode';
import { registerAdjudication } from './editor/adjudication';
import { registerAmendments } from './editor/amendments';
import { registerArticleImport } from './editor/articleImport';
import { registerBulk } from './editor/bulk';
import { registerCitations } from './editor/citations';
import { registerCodeActions } from './editor/codeActions';
import { registerCodeLenses } from './editor/codeLenses';
import { registerComments } from './editor/comments';
import { registerConflictActions } from './editor/conflictActions';
import { registerDecisionCommands } from './editor/decisionCommands';
import { registerDecorations } from './editor/decorations';
import { registerDiagnostics } from './editor/diagnostics';
import { registerExport } from './editor/exportCommand';
import { registerFactCommands } from './editor/factCommands';
import { registerFolderCommands } from './editor/folderCommands';
import { registerHovers } from './editor/hovers';
import { registerImport } from './editor/importCommand';
import { registerIndexing } from './editor/indexing';
import { registerLinks } from './editor/links';
import { registerLost } from './editor/lost';
import { registerMatrix } from './editor/matrix';
import { registerNavigation } from './editor/navigation';
import { registerReview } from './editor/review';
import { registerSpeakerCommands } from './editor/speakerCommands';
import { registerSpeakerRename } from './editor/speakerRename';
import { registerStatusBar } from './editor/statusBar';
import { registerSymbols } from './editor/symbols';
import { registerTimeline } from './editor/timeline';
import { registerTree } from './editor/tree';
import { Session, type SessionHost } from './workspace/session';
import { startWebWorker } from './workspace/startWorker';
import { replaceThroughWorkspace } from './workspace/writeWhole';

const features = [
  registerDecorations,
  registerStatusBar,
  registerHovers,
  registerNavigation,
  registerSymbols,
  registerTree,
  registerMatrix,
  registerTimeline,
  registerCodeLenses,
  registerSpeakerRename,
  registerSpeakerCommands,
  registerDiagnostics,
  registerCodeActions,
  registerConflictActions,
  registerDecisionCommands,
  registerReview,
  registerLost,
  registerAmendments,
  registerAdjudication,
  registerLinks,
  registerBulk,
  registerComments,
  registerFactCommands,
  registerFolderCommands,
  registerIndexing,
  registerExport,
  registerArticleImport,
  registerCitations,
  registerImport,
];

/** Puts the extension together; the Node host writes files and starts workers by its own means. */
export async function startSecondSource(context: vscode.ExtensionContext, host: SessionHost): Promise<void> {
  const session = new Session(context, host);
  context.subscriptions.push(session, ...features.map((register) => register(session)));
  await session.start();
}

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return startSecondSource(context, { replace: replaceThroughWorkspace, startWorker: startWebWorker });
}
