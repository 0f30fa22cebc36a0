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

/** What the editor's menu has for one item: the light bulb has it, too. Of the whole article the cards tell what is unknown. */
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
  { title: vscode.l10n.t('Copy quotation as CSL-JSON'), command: 'copyCitationCsl', types: said },
  { title: vscode.l10n.t('Copy all renderings with sources'), command: 'copyRenderings', types: said },
];

/** What is asked of the place of the caret. */
const here: typeof menu = [
  { title: vscode.l10n.t('Next rendering'), command: 'nextRendering', types: said },
  { title: vscode.l10n.t('Compare renderings side by side…'), command: 'compareRenderings', types: said },
  { title: vscode.l10n.t('Find this passage in other outlets…'), command: 'findInOutlets', types: said },
  { title: vscode.l10n.t('Annotate all occurrences…'), command: 'annotateAll' },
];

/** What is asked of selected words. */
const ofSelection: typeof menu = [
  { title: vscode.l10n.t('Use selection as extent'), command: 'useSelection' },
  { title: vscode.l10n.t('Annotate selection as…'), command: 'annotateAs' },
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
        const action = (title: string, command: string, args: readonly string[] = [session.idOf(state.uri), item.id]) => {
          const made = new CodeAction(title, vscode.CodeActionKind.QuickFix);
          made.command = { title, command: `secondSource.${command}`, arguments: [...args] };
          return made;
        };
        const isFor = ({ types }: (typeof menu)[number]) => types?.includes(item.type) !== false;
        return [
          ...(item.status === 'accepted' && item.how === 'exact' ? [] : [action(vscode.l10n.t('Accept this {0}', what), 'accept')]),
          action(vscode.l10n.t('Reject this {0}', what), 'reject'),
          ...menu.filter(isFor).map(({ title, command }) => action(title, command)),
          ...[...here, ...(span.end > span.start ? ofSelection : [])].filter(isFor).map(({ title, command }) => action(title, command, [])),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
