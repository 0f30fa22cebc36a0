import * as vscode from 'vscode';
import { type Item, shownLine, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView } from '../../workspace/window/index';
import { registerCommand, shortened } from '../shared/index';

interface Discussion {
  readonly state: ArticleState;
  readonly item: Item;
}

/** Discussions of all articles, what was said last first; those that are resolved only where they are asked for. */
export function registerDiscussions(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let withResolved = false;
  const all = () => discussionsOf(session);
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
  );
}

function discussionsOf(session: Session): Discussion[] {
  const all = session.projects.flatMap((project) =>
    project.together
      .states()
      .flatMap((state) => state.items.filter(({ annotation }) => (annotation?.comments ?? []).length > 0).map((item) => ({ state, item }))),
  );
  const last = ({ item }: Discussion) => item.annotation?.comments?.at(-1)?.at ?? '';
  return all.sort((a, b) => (last(a) < last(b) ? 1 : -1));
}

function treeItem(session: Session, { state, item: about }: Discussion): vscode.TreeItem {
  const { comments = [], resolved } = about.annotation ?? {};
  const last = comments.at(-1);
  const said = shownLine((last?.text ?? '').replace(/\s+/g, ' '));
  const words = shownLine(shortened(wordingOf(state, about.span), 60));
  const outlet = shownLine(labelOf(state));
  const item = new vscode.TreeItem(shortened(said, 90));
  item.description = shownLine(
    [last?.by ?? '', `on “${words}”`, outlet, ...(comments.length > 1 ? [vscode.l10n.t('{0} comments', comments.length)] : [])].join(' · '),
  );
  item.tooltip = [...comments.slice(-5).map(({ by, text }) => shownLine(`${by}: ${text}`)), `on “${words}”, ${outlet}`].join('\n');
  item.accessibilityInformation = {
    label: `${last?.by ?? ''}: ${said}, on ${words}, ${outlet}${resolved ? vscode.l10n.t(', resolved') : ''}`,
  };
  item.iconPath = new vscode.ThemeIcon(resolved ? 'pass' : 'comment-discussion');
  item.contextValue = resolved ? 'resolved' : 'open';
  const { start, end } = about.span;
  item.command = { title: vscode.l10n.t('Show'), command: 'secondSource.openPassage', arguments: [session.idOf(state.uri), start, end] };
  return item;
}
