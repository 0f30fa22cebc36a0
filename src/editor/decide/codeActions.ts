import * as vscode from 'vscode';
import { itemsAt } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { articleSelector } from '../shared/index';

export function registerCodeActions(session: Session): vscode.Disposable {
  return vscode.Disposable.from(ofItems(session), ofLinks(session));
}

/** A link that leads nowhere is taken out where its problem is shown. */
function ofLinks(session: Session): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/corroborations.yaml' },
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const project = session.projects.find(({ yaml }) => yaml.corroborationsFile.toString() === document.uri.toString());
        if (project === undefined) return [];
        return diagnostics.flatMap((diagnostic) => {
          const line = diagnostic.code === 'broken-link' ? document.lineAt(diagnostic.range.start.line).text : '';
          const made = project.yaml.corroborations.links.find(({ id }) => line.includes(id));
          if (made === undefined) return [];
          const action = new vscode.CodeAction('Remove this link', vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          action.command = { title: action.title, command: 'secondSource.removeLink', arguments: [project.root.toString(), made.id] };
          return [action];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function ofItems(session: Session): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    articleSelector,
    {
      provideCodeActions(document, range, { only }) {
        const state = session.shown(document);
        if (state === undefined || (only && !only.contains(vscode.CodeActionKind.QuickFix))) return [];
        const span = state.lines.span(range);
        const [item] = itemsAt(state, { start: span.start, end: Math.max(span.end, span.start + 1) });
        if (item === undefined) return [];
        const what = item.type === 'quotation' ? `${item.kind ?? 'direct'} quotation` : item.type;
        const action = (title: string, command: string) => {
          const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          made.command = { title, command: `secondSource.${command}`, arguments: [session.idOf(state.uri), item.id] };
          return made;
        };
        return [
          ...(item.status === 'accepted' && item.how === 'exact' ? [] : [action(`Accept this ${what}`, 'accept')]),
          action(`Reject this ${what}`, 'reject'),
          ...(item.type === 'quotation' ? [action('Change speaker…', 'changeSpeaker')] : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
