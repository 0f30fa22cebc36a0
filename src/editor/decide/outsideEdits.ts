import * as vscode from 'vscode';
import type { ArticleState } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage } from '../../workspace/window/index';

/**
 * Tells, once, when the text of an article has changed without an editor of this window and annotations are on other words now or have
 * lost theirs. What somebody types here needs no telling.
 */
export function tellOfOutsideEdits(session: Session): vscode.Disposable {
  /** By article, what was known to be changed or lost; absent before it was looked at. */
  const known = new Map<string, ReadonlySet<string>>();
  return session.onDidChange(({ kind }) => {
    if (kind === 'progress') return;
    const news: { readonly state: ArticleState; readonly count: number }[] = [];
    for (const project of session.projects) {
      if (project.reader.isLoading) continue;
      for (const state of project.together.states()) {
        const before = known.get(state.article.uri);
        const now = unsettled(state);
        known.set(state.article.uri, now);
        const fresh = [...now].filter((id) => before?.has(id) === false);
        if (fresh.length > 0 && !isOpenHere(state)) news.push({ state, count: fresh.length });
      }
    }
    if (news.length > 0) void tell(news);
  });
}

function unsettled({ placed }: ArticleState): ReadonlySet<string> {
  const gone = placed.filter(({ how, annotation }) => (how === 'changed' || how === 'orphan') && annotation.status !== 'rejected');
  return new Set(gone.map(({ how, annotation }) => `${annotation.id} ${how}`));
}

/** With unsaved work: then it was typed here. */
function isOpenHere({ uri }: ArticleState): boolean {
  const own = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return own?.isDirty === true;
}

async function tell(news: readonly { readonly state: ArticleState; readonly count: number }[]): Promise<void> {
  const count = news.reduce((sum, one) => sum + one.count, 0);
  const [first] = news;
  const where = news.length === 1 && first ? first.state.path : vscode.l10n.t('{0} articles', news.length);
  const show = vscode.l10n.t('Show');
  const annotations =
    count === 1
      ? vscode.l10n.t('1 annotation no longer has the words it was')
      : vscode.l10n.t('{0} annotations no longer have the words they were', count);
  const answer = await showInformationMessage(vscode.l10n.t('The text of {0} has changed: {1} made on.', where, annotations), show);
  if (answer === show && first) await vscode.commands.executeCommand('vscode.open', first.state.uri);
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
