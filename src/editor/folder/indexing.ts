import * as vscode from 'vscode';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { setStatusBarMessage, showInformationMessage, withProgress } from '../../workspace/window/index';
import { attempt } from '../shared/index';

/** Fewer new articles are read without a word. */
const worthTelling = 100;

/** The index of a large folder: its first building is shown and can be stopped, and a command goes on with it. */
export function registerIndexing(session: Session): vscode.Disposable {
  const shown = new Set<Project>();
  const refresh = () => {
    const { projects } = session;
    const set = (key: string, value: boolean) => void vscode.commands.executeCommand('setContext', `secondSource.${key}`, value);
    set('indexed', projects.length > 0 && projects.some(({ indexed }) => indexed !== undefined));
    for (const project of projects) {
      const index = project.indexed?.status;
      if (index?.isBuilding !== true || index.isStopped || index.missing < worthTelling || shown.has(project)) continue;
      shown.add(project);
      void show(session, project).finally(() => shown.delete(project));
    }
  };
  refresh();
  return vscode.Disposable.from(
    session.onDidChange(refresh),
    vscode.commands.registerCommand('secondSource.indexFolder', () =>
      attempt(async () => {
        const large = session.projects.filter(({ indexed }) => indexed !== undefined);
        if (large.length === 0) {
          void showInformationMessage(vscode.l10n.t('Up to 60 articles need no index: every article of this folder is held in memory.'));
        }
        for (const project of large) {
          await session.buildIndex(project);
          const { articles = 0, missing = 0, read = 0 } = project.indexed?.status ?? {};
          if (missing > 0) continue; // stopped again
          void setStatusBarMessage(
            vscode.l10n.t('Second Source: {0} articles indexed, {1} read just now', count(articles), count(read)),
            6000,
          );
        }
      }),
    ),
    // What a task or a test may ask, without waiting for anything.
    vscode.commands.registerCommand('secondSource.indexStatus', () => session.projects.flatMap(({ indexed }) => indexed?.status ?? [])),
  );
}

async function show(session: Session, project: Project): Promise<void> {
  const total = project.indexed?.status.missing ?? 0;
  const isStopped = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Second Source: indexing {0} articles. What is read already is found.', count(total)),
      cancellable: true,
    },
    (progress, cancel) =>
      new Promise<boolean>((resolve) => {
        let left = total;
        const listener = session.onDidChange(() => {
          const index = project.indexed?.status;
          const missing = index?.missing ?? 0;
          progress.report({
            increment: ((left - missing) / total) * 100,
            message: vscode.l10n.t('{0} of {1}', count(total - missing), count(total)),
          });
          left = missing;
          if (index?.isBuilding === true && !index.isStopped && session.projects.includes(project)) return;
          listener.dispose();
          resolve(index?.isStopped === true);
        });
        cancel.onCancellationRequested(() => void session.stopIndex(project));
      }),
  );
  if (!isStopped || !session.projects.includes(project)) return;
  const { articles = 0, missing = 0 } = project.indexed?.status ?? {};
  const goOn = vscode.l10n.t('Go On');
  const answer = await showInformationMessage(
    vscode.l10n.t(
      'Indexing was stopped: {0} of {1} articles are found, the others only where they are open. “Index This Folder” goes on.',
      count(articles - missing),
      count(articles),
    ),
    goOn,
  );
  if (answer === goOn) await vscode.commands.executeCommand('secondSource.indexFolder');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
