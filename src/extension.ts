import * as vscode from 'vscode';
import { registerAdjudication } from './editor/decide/adjudication';
import { registerAmendments } from './editor/decide/amendments';
import { registerArticleImport } from './editor/exchange/articleImport';
import { registerBulk } from './editor/decide/bulk';
import { registerCitations } from './editor/exchange/citations';
import { registerCodeActions } from './editor/decide/codeActions';
import { registerCodeLenses } from './editor/read/codeLenses';
import { registerComments } from './editor/decide/comments';
import { registerConflictActions } from './editor/decide/conflictActions';
import { registerDecisionCommands } from './editor/decide/decisionCommands';
import { registerDecorations } from './editor/read/decorations';
import { registerDiagnostics } from './editor/read/diagnostics';
import { registerExport } from './editor/exchange/exportCommand';
import { registerFactCommands } from './editor/decide/factCommands';
import { registerFolderCommands } from './editor/folder/folderCommands';
import { registerHovers } from './editor/read/hovers';
import { registerImport } from './editor/exchange/importCommand';
import { registerIndexing } from './editor/folder/indexing';
import { registerLinks } from './editor/decide/links';
import { registerLost } from './editor/decide/lost';
import { registerMatrix } from './editor/folder/matrix';
import { registerNavigation } from './editor/jump/navigation';
import { registerReview } from './editor/decide/review';
import { registerSpeakerCommands } from './editor/decide/speakerCommands';
import { registerSpeakerRename } from './editor/decide/speakerRename';
import { registerStatusBar } from './editor/folder/statusBar';
import { registerSymbols } from './editor/read/symbols';
import { registerTimeline } from './editor/folder/timeline';
import { registerTree } from './editor/folder/tree';
import { Session, type SessionHost } from './workspace/folder/session';
import { startWebWorker } from './workspace/index/startWorker';
import { replaceThroughWorkspace } from './workspace/files/writeWhole';

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
