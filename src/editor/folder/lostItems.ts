import * as vscode from 'vscode';
import { CodePoints, type Span } from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import type { Orphan, Stray } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { shortened } from '../shared/index';

const { t } = vscode.l10n;
const { None } = vscode.TreeItemCollapsibleState;

/** An annotation whose words are gone. */
export function orphanItem(session: Session, { state, annotation }: Orphan): vscode.TreeItem {
  const item = new vscode.TreeItem(shortened(annotation.exact.replace(/\s+/g, ' '), 90), None);
  item.id = `${state.article.uri} orphan ${annotation.id}`;
  item.description = `${annotation.type} · ${state.path}`;
  item.tooltip = t(
    'These words are no longer in {0}. The annotation is kept in its file.\nSelect the words where it belongs, then relink it.',
    state.path,
  );
  item.iconPath = new vscode.ThemeIcon('debug-disconnect');
  item.contextValue = 'orphan';
  // Where it stood, by its position then: the words that took its place may be near.
  const start = new CodePoints(state.article.raw).toUtf16((annotation.found ?? annotation).start);
  item.command = openCommand(session, state, { start, end: start });
  return item;
}

/** A file of annotations whose article is gone. */
export function strayItem(stray: Stray): vscode.TreeItem {
  const item = new vscode.TreeItem(stray.path, None);
  item.id = stray.uri.toString();
  item.description = t('its article is gone');
  item.tooltip = t('There is no article {0}. Was it moved or renamed? Choose the article that these annotations belong to.', stray.article);
  item.iconPath = new vscode.ThemeIcon('file-symlink-file');
  item.contextValue = 'stray';
  item.command = { title: t('Open'), command: 'vscode.open', arguments: [stray.uri] };
  return item;
}

export function openCommand(session: Session, state: ArticleState, span: Span): vscode.Command {
  return { title: t('Show'), command: 'secondSource.openPassage', arguments: [session.idOf(state.uri), span.start, span.end] };
}
