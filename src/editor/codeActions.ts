import * as vscode from 'vscode';
import { itemsAt } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { articleSelector } from './selector';

export function registerCodeActions(session: Session): vscode.Disposable {
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
