import * as vscode from 'vscode';
import type { AnnotationType } from '../../core/index';
import { itemsAt, itemsAtCursor } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { CodeAction } from '../../workspace/window/index';
import { articleSelector, typeName } from '../shared/index';

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
          const action = new CodeAction(vscode.l10n.t('Remove this link'), vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          action.command = { title: action.title, command: 'secondSource.removeLink', arguments: [project.root.toString(), made.id] };
          return [action];
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

const said = ['quotation', 'statement'] as const satisfies readonly AnnotationType[];

/** What the editor's menu has for one item: the light bulb has it, too. */
const menu: readonly { readonly title: string; readonly command: string; readonly types?: readonly AnnotationType[] }[] = [
  { title: vscode.l10n.t('Change speaker…'), command: 'changeSpeaker', types: ['quotation'] },
  { title: vscode.l10n.t('Change type or kind…'), command: 'changeType' },
  { title: vscode.l10n.t('Edit date value…'), command: 'editDate', types: ['date'] },
  { title: vscode.l10n.t('Edit note…'), command: 'editNote' },
  { title: vscode.l10n.t('Edit tags…'), command: 'editTags' },
  { title: vscode.l10n.t('Comment on this passage…'), command: 'comment' },
  { title: vscode.l10n.t('Link to another passage…'), command: 'linkRendering', types: said },
  { title: vscode.l10n.t('Links of this passage…'), command: 'editLinks', types: said },
  { title: vscode.l10n.t('Why?'), command: 'why' },
  { title: vscode.l10n.t('Copy quotation with source'), command: 'copyCitation', types: said },
];

function ofItems(session: Session): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    articleSelector,
    {
      provideCodeActions(document, range, { only }) {
        const state = session.shown(document);
        if (state === undefined || (only && !only.contains(vscode.CodeActionKind.QuickFix))) return [];
        const span = state.lines.span(range);
        const [item] = span.end > span.start ? itemsAt(state, span) : itemsAtCursor(state, span.start);
        if (item === undefined) return [];
        const what = typeName(item);
        const action = (title: string, command: string) => {
          const made = new CodeAction(title, vscode.CodeActionKind.QuickFix);
          made.command = { title, command: `secondSource.${command}`, arguments: [session.idOf(state.uri), item.id] };
          return made;
        };
        return [
          ...(item.status === 'accepted' && item.how === 'exact' ? [] : [action(vscode.l10n.t('Accept this {0}', what), 'accept')]),
          action(vscode.l10n.t('Reject this {0}', what), 'reject'),
          ...menu.flatMap(({ title, command, types }) => (types?.includes(item.type) === false ? [] : [action(title, command)])),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
