import * as vscode from 'vscode';
import type { Annotation } from '../core/index';
import type { ArticleState } from '../workspace/articleEntry';
import type { Item } from '../workspace/items';
import type { Project } from '../workspace/project';
import { outletOf, wordingOf } from '../workspace/renderings';
import type { Session } from '../workspace/session';
import { shortened } from './markdown';

type Node =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'article'; readonly state: ArticleState }
  | { readonly kind: 'speaker'; readonly state: ArticleState; readonly name: string; readonly items: readonly Item[] }
  | { readonly kind: 'item'; readonly state: ArticleState; readonly item: Item }
  | { readonly kind: 'orphans'; readonly state: ArticleState; readonly annotations: readonly Annotation[] }
  | { readonly kind: 'orphan'; readonly state: ArticleState; readonly annotation: Annotation };

/** Articles, their speakers, what these say. */
export function registerTree(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? children(node) : roots(session)),
    getTreeItem: (node) => treeItem(session, node),
    getParent: () => undefined,
  };
  const view = vscode.window.createTreeView('secondSource.articles', { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    changed,
    view,
    session.onDidChange(() => changed.fire(undefined)),
  );
}

function roots(session: Session): Node[] {
  const { projects } = session;
  const [only] = projects;
  if (projects.length > 1) return projects.map((project) => ({ kind: 'project', project }));
  return only ? children({ kind: 'project', project: only }) : [];
}

function children(node: Node): Node[] {
  switch (node.kind) {
    case 'project':
      return node.project.states().map((state) => ({ kind: 'article', state }));
    case 'article':
      return [...speakers(node.state), ...orphans(node.state)];
    case 'speaker':
      return node.items.map((item) => ({ kind: 'item', state: node.state, item }));
    case 'orphans':
      return node.annotations.map((annotation) => ({ kind: 'orphan', state: node.state, annotation }));
    case 'item':
    case 'orphan':
      return [];
  }
}

function speakers(state: ArticleState): Node[] {
  const bySpeaker = new Map<string, Item[]>();
  for (const item of state.items) {
    if (item.type !== 'quotation') continue;
    const name = item.speakers.map((speaker) => speaker.name).join(' and ');
    bySpeaker.set(name, [...(bySpeaker.get(name) ?? []), item]);
  }
  return [...bySpeaker].map(([name, items]) => ({ kind: 'speaker', state, name, items }));
}

function orphans(state: ArticleState): Node[] {
  const annotations = state.placed.flatMap(({ how, annotation }) =>
    how === 'orphan' && annotation.status === 'accepted' ? [annotation] : [],
  );
  return annotations.length > 0 ? [{ kind: 'orphans', state, annotations }] : [];
}

function treeItem(session: Session, node: Node): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'project': {
      const item = new vscode.TreeItem(node.project.root, Expanded);
      item.iconPath = vscode.ThemeIcon.Folder;
      return item;
    }
    case 'article': {
      const { state } = node;
      const { outlet, published } = state.article.metadata;
      const item = new vscode.TreeItem(outlet?.value ?? state.path, Collapsed);
      item.id = state.article.uri;
      item.description = [published?.value.slice(0, 10) ?? 'date unknown', ...(outlet ? [state.path] : ['outlet unknown'])].join(' · ');
      item.iconPath = new vscode.ThemeIcon('file-text');
      item.resourceUri = state.uri;
      item.contextValue = 'article';
      item.command = { title: 'Open', command: 'vscode.open', arguments: [state.uri] };
      return item;
    }
    case 'speaker': {
      const item = new vscode.TreeItem(node.name || 'Unknown speaker', Collapsed);
      item.id = `${node.state.article.uri} ${node.name}`;
      item.description = `${node.items.length}`;
      item.iconPath = new vscode.ThemeIcon(node.name === '' ? 'question' : 'person');
      item.contextValue = 'speaker';
      return item;
    }
    case 'item': {
      const { state, item: quotation } = node;
      const label = shortened(wordingOf(state, quotation.span), 90);
      const item = new vscode.TreeItem(label, None);
      item.id = `${state.article.uri} ${quotation.id}`;
      item.description = quotation.kind ?? '';
      item.tooltip = `${wordingOf(state, quotation.span)}\n${outletOf(state)} · ${quotation.kind ?? ''} · ${quotation.status}`;
      const icon = quotation.how === 'changed' ? 'edit' : quotation.status === 'accepted' ? 'pass' : 'circle-outline';
      item.iconPath = new vscode.ThemeIcon(icon);
      item.contextValue = quotation.how === 'changed' ? 'changed' : quotation.status;
      item.command = openCommand(session, state, quotation.span);
      return item;
    }
    case 'orphans': {
      const item = new vscode.TreeItem('Lost their place', Collapsed);
      item.id = `${node.state.article.uri} orphans`;
      item.description = `${node.annotations.length}`;
      item.iconPath = new vscode.ThemeIcon('warning');
      return item;
    }
    case 'orphan': {
      const item = new vscode.TreeItem(shortened(node.annotation.exact.replace(/\s+/g, ' '), 90), None);
      item.description = node.annotation.type;
      item.tooltip = `These words are no longer in ${node.state.path}. The annotation is kept in its file.`;
      item.iconPath = new vscode.ThemeIcon('debug-disconnect');
      item.contextValue = 'orphan';
      return item;
    }
  }
}

function openCommand(session: Session, state: ArticleState, span: { readonly start: number; readonly end: number }): vscode.Command {
  return { title: 'Show', command: 'secondSource.openPassage', arguments: [session.idOf(state.uri), span.start, span.end] };
}
