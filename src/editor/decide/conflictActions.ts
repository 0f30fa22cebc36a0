import * as vscode from 'vscode';
import { overlaps } from '../../core/index';
import { decideConflict } from '../../workspace/decisions/index';
import type { Session } from '../../workspace/session/index';
import { CodeAction, plainLine, showInputBox } from '../../workspace/window/index';
import { articleSelector, attempt, shortened } from '../shared/index';

/** Quick fixes of a contradiction: explain it, dismiss it, look at the other side. */
export function registerConflictActions(session: Session): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      articleSelector,
      {
        provideCodeActions(document, range, { diagnostics }) {
          const state = session.shown(document);
          const project = session.projectOf(document.uri);
          if (state === undefined || project === undefined) return [];
          const span = state.lines.span(range);
          const here = { start: span.start, end: Math.max(span.end, span.start + 1) };
          const found = project.together
            .conflicts()
            .filter(({ passages }) => passages.some((passage) => passage.uri === state.article.uri && overlaps(passage, here)));
          return found.flatMap(({ key, message }) => {
            const own = diagnostics.filter((diagnostic) => diagnostic.message.startsWith(plainLine(message)));
            return (['explained', 'dismissed'] as const).map((status) => {
              const what = found.length > 1 ? shortened(message, 80) : vscode.l10n.t('this difference');
              const title = status === 'explained' ? vscode.l10n.t('Explain {0}…', what) : vscode.l10n.t('Dismiss {0}', what);
              const action = new CodeAction(title, vscode.CodeActionKind.QuickFix);
              action.diagnostics = own;
              action.command = { title, command: 'secondSource.decideConflict', arguments: [session.idOf(state.uri), key, status] };
              return action;
            });
          });
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand('secondSource.decideConflict', (id: unknown, key: unknown, status: unknown, given: unknown) =>
      attempt(async () => {
        const state = typeof id === 'string' ? session.byId(id) : undefined;
        const project = state && session.projectOf(state.uri);
        const conflict = project?.together.conflicts().find((candidate) => candidate.key === key);
        if (project === undefined || conflict === undefined || (status !== 'explained' && status !== 'dismissed')) return;
        const asked = status === 'explained' && typeof given !== 'string';
        const reason = asked ? await showInputBox({ prompt: vscode.l10n.t('Why do they differ? {0}', conflict.message) }) : given;
        if (asked && reason === undefined) return;
        await decideConflict(session, project, conflict, status, typeof reason === 'string' ? reason : '');
      }),
    ),
  );
}
