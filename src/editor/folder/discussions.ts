import * as vscode from 'vscode';
import { type Item, shownLine, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView, showQuickPick } from '../../workspace/window/index';
import { registerCommand, shortened } from '../shared/index';

interface Discussion {
  readonly project: Project;
  readonly state: ArticleState;
  readonly item: Item;
}

type Order = 'last' | 'article' | 'person';

const orders: readonly { readonly label: string; readonly order: Order }[] = [
  { label: vscode.l10n.t('What was said last first'), order: 'last' },
  { label: vscode.l10n.t('By article, as they stand in it'), order: 'article' },
  { label: vscode.l10n.t('By who spoke last'), order: 'person' },
];

/** Discussions of all articles, in the order that was chosen last; those that are resolved only where they are asked for. */
export function registerDiscussions(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let withResolved = false;
  let order = session.memory.get<Order>('secondSource.discussionsBy', 'last');
  const all = () => inOrder(discussionsOf(session), order);
  const shown = () => all().filter(({ item }) => withResolved || item.annotation?.resolved === undefined);
  const tree = createTreeView<Discussion>('secondSource.discussions', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node === undefined ? shown() : []),
      getTreeItem: (node) => treeItem(session, node),
    },
  });
  const refresh = () => {
    const hidden = all().length - shown().length;
    tree.message =
      hidden > 0
        ? vscode.l10n.t('{0} resolved {1} not shown', hidden, hidden === 1 ? vscode.l10n.t('one is') : vscode.l10n.t('ones are'))
        : '';
    changed.fire(undefined);
  };
  return vscode.Disposable.from(
    changed,
    tree,
    session.onDidChange(({ kind }) => {
      if (kind !== 'progress') refresh();
    }),
    registerCommand('showResolved', () => {
      withResolved = !withResolved;
      refresh();
      return Promise.resolve();
    }),
    registerCommand('sortDiscussions', async (given) => {
      const picks = orders.map((one) => ({ ...one, ...(one.order === order && { description: vscode.l10n.t('now') }) }));
      const known = picks.find((one) => one.order === given);
      const picked = known ?? (await showQuickPick(picks, { placeHolder: vscode.l10n.t('In which order?') }));
      if (picked === undefined) return;
      ({ order } = picked);
      await session.memory.update('secondSource.discussionsBy', order);
      refresh();
    }),
  );
}

function discussionsOf(session: Session): readonly Discussion[] {
  return session.projects.flatMap((project) =>
    project.together
      .states()
      .flatMap((state) =>
        state.items.filter(({ annotation }) => (annotation?.comments ?? []).length > 0).map((item) => ({ project, state, item })),
      ),
  );
}

/** Within a person's what was said last stands first. */
function inOrder(discussions: readonly Discussion[], order: Order): readonly Discussion[] {
  if (order === 'article') return discussions; // as they come
  const last = ({ item }: Discussion) => item.annotation?.comments?.at(-1);
  const newest = discussions.toSorted((a, b) => ((last(a)?.at ?? '') < (last(b)?.at ?? '') ? 1 : -1));
  return order === 'last' ? newest : newest.toSorted((a, b) => (last(a)?.by ?? '').localeCompare(last(b)?.by ?? ''));
}

function treeItem(session: Session, { project, state, item: about }: Discussion): vscode.TreeItem {
  const { comments = [], resolved } = about.annotation ?? {};
  const last = comments.at(-1);
  const said = shownLine((last?.text ?? '').replace(/\s+/g, ' '));
  const words = shownLine(shortened(wordingOf(state, about.span).replace(/^[“"„«]|[,.]?[”"“»]$/gu, ''), 60));
  const outlet = shownLine(labelOf(state));
  const item = new vscode.TreeItem(shortened(said, 90));
  item.description = shownLine(
    [
      last?.by ?? '',
      vscode.l10n.t('on “{0}”', words),
      outlet,
      ...(project.title === undefined ? [] : [project.title]),
      ...(comments.length > 1 ? [vscode.l10n.t('{0} comments', comments.length)] : []),
    ].join(' · '),
  );
  item.tooltip = [
    ...comments.slice(-5).map(({ by, text }) => shownLine(`${by}: ${text}`)),
    `${vscode.l10n.t('on “{0}”', words)}, ${outlet}`,
  ].join('\n');
  item.accessibilityInformation = {
    label: `${last?.by ?? ''}: ${said}, ${vscode.l10n.t('on “{0}”', words)}, ${outlet}${resolved ? vscode.l10n.t(', resolved') : ''}`,
  };
  item.iconPath = new vscode.ThemeIcon(resolved ? 'pass' : 'comment-discussion');
  item.contextValue = resolved ? 'resolved' : 'open';
  const { start, end } = about.span;
  item.command = { title: vscode.l10n.t('Show'), command: 'secondSource.openPassage', arguments: [session.idOf(state.uri), start, end] };
  return item;
}
