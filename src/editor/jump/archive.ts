import * as vscode from 'vscode';
import { archivedLabel, type ArchivedRendering, cardOf, relationNames, wordingOf } from '../../core/index';
import { messageOf } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { showErrorMessage, showInformationMessage, showInputBox, showQuickPick, showWarningMessage } from '../../workspace/window/index';
import { registerCommand, reveal, shortened } from '../shared/index';

const { t } = vscode.l10n;

/** What cards lead to in an archive, and the login that it wants. */
export function registerArchive(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('openArchived', async (id, start, end) => {
      if (typeof id === 'string' && typeof start === 'number' && typeof end === 'number') await open(session, id, { start, end });
    }),
    registerCommand('showArchived', async (articleId, start, end) => {
      if (typeof articleId === 'string' && typeof start === 'number' && typeof end === 'number')
        await show(session, articleId, { start, end });
    }),
    registerCommand('signInToArchive', () => signIn(session)),
    registerCommand('signOutOfArchive', async () => {
      await session.archive.signOut();
      void showInformationMessage(t('The login of the archive is forgotten.'));
    }),
  );
}

interface Passage {
  readonly start: number;
  readonly end: number;
}

async function open(session: Session, id: string, passage: Passage): Promise<void> {
  const place = (await session.archive.documents())?.place(id, passage);
  if (place) await reveal(place, place.span);
  else void showInformationMessage(t('This article of the archive is no longer at hand: point at the passage again.'));
}

/** All that the archive has of a passage, to pick from. */
async function show(session: Session, articleId: string, span: Passage): Promise<void> {
  const state = await session.holdById(articleId);
  const project = state && session.projectOf(state.uri);
  if (state === undefined || project === undefined) return;
  const asking = new vscode.CancellationTokenSource();
  const archived = session.archive.ask(state, span, asking.token);
  const statement = await project.together.statementAt(state, span, undefined, archived).finally(() => asking.dispose());
  const renderings = statement.archived?.kind === 'answered' ? statement.archived.renderings : [];
  const picks = renderings.map((rendering: ArchivedRendering) => ({
    label: archivedLabel(rendering),
    description: `${t(relationNames[rendering.match.relation])}${rendering.match.level === 'possible' ? t(' · possible') : ''}`,
    detail: shortened(wordingOf(rendering, rendering.match), 160),
    rendering,
  }));
  if (picks.length === 0) {
    void showInformationMessage(cardOf(statement, t).archive?.silence ?? t('The archive has nothing more of this passage.'));
    return;
  }
  const picked = await showQuickPick(picks, {
    placeHolder: t('This passage in the archive'),
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (picked) await open(session, picked.rendering.id, picked.rendering.match);
}

async function signIn(session: Session): Promise<void> {
  const { obstacle } = session.archive;
  if (obstacle !== undefined) {
    void showWarningMessage(obstacle);
    return;
  }
  const login = await showInputBox({
    title: t('Sign In to the Archive'),
    prompt: t('NAME:PASSWORD, “ApiKey …” or “Bearer …”; it is kept in VS Code’s secret storage and sent to the archive alone'),
    password: true,
    ignoreFocusOut: true,
  });
  if (login === undefined || login.trim() === '') return;
  try {
    await session.archive.signIn(login);
    void showInformationMessage(t('The archive answers. Its login is kept in VS Code’s secret storage.'));
  } catch (error) {
    void showErrorMessage(t('The archive does not answer: {0}', messageOf(error)));
  }
}
