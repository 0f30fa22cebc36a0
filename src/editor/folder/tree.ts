import * as vscode from 'vscode';
import { type Item, primaryName, primaryOf, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import { type Lost, lostIn, type Orphan, overviewOf, overviewText, type Project, type Stray } from '../../workspace/folder/index';
import { folderOf } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView, showQuickPick } from '../../workspace/window/index';
import { kindName, registerCommand, shortened, statusNames } from '../shared/index';
import { articleDrop } from './articleDrop';
import { openCommand, orphanItem, strayItem } from './lostItems';

const { t } = vscode.l10n;

type Node =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'article'; readonly project: Project; readonly state: ArticleState }
  | { readonly kind: 'speaker'; readonly state: ArticleState; readonly name: string; readonly items: readonly Item[] }
  | { readonly kind: 'doubtful'; readonly state: ArticleState; readonly items: readonly Item[] }
  | { readonly kind: 'group'; readonly project: Project; readonly label: string; readonly states: readonly ArticleState[] }
  | { readonly kind: 'item'; readonly state: ArticleState; readonly item: Item }
  | { readonly kind: 'lost'; readonly project: Project; readonly lost: Lost }
  | ({ readonly kind: 'orphan' } & Orphan)
  | { readonly kind: 'stray'; readonly stray: Stray };

/** Articles, their speakers, what these say. */
export function registerTree(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  let by = session.memory.get<Grouping>('secondSource.articlesBy', 'file');
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? children(node, by) : roots(session, by)),
    getTreeItem: (node) => treeItem(session, node),
    getParent: () => undefined,
  };
  const dragAndDropController = articleDrop<Node>(session, folderAt);
  const view = createTreeView('secondSource.articles', {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController,
  });
  return vscode.Disposable.from(
    changed,
    view,
    registerCommand('groupArticles', async (given) => {
      const picked = groupings.find((one) => one.by === given) ?? (await showQuickPick(groupings, { placeHolder: t('List the articles') }));
      if (picked === undefined) return;
      by = picked.by;
      await session.memory.update('secondSource.articlesBy', by);
      changed.fire(undefined);
    }),
    session.onDidChange(({ kind }) => {
      if (kind === 'progress') return;
      changed.fire(undefined);
      view.message = messageOf(session);
    }),
  );
}

/** A large folder is not listed as a whole: nobody looks for an article among thousands in a list. */
function messageOf(session: Session): string {
  const large = session.projects.filter(({ indexed }) => indexed !== undefined);
  const [only, ...more] = session.projects;
  if (large.length === 0)
    return only === undefined || more.length > 0 || only.reader.isLoading || only.size === 0 ? '' : overviewText(overviewOf(only));
  const articles = large.reduce((sum, { size }) => sum + size, 0).toLocaleString('en');
  return t('Of {0} articles those that are open or annotated. Go to Symbol in Workspace finds speakers and quotations in all.', articles);
}

/** Where what is dropped on a node goes. */
function folderAt(node: Node | undefined): vscode.Uri | undefined {
  if (node === undefined || node.kind === 'stray') return undefined;
  return 'state' in node ? folderOf(node.state.uri) : node.project.root;
}

function roots(session: Session, by: Grouping): Node[] {
  const { projects } = session;
  const [only] = projects;
  if (projects.length > 1) return projects.map((project) => ({ kind: 'project', project }));
  return only ? children({ kind: 'project', project: only }, by) : [];
}

function children(node: Node, by: Grouping): Node[] {
  switch (node.kind) {
    case 'project':
      return [...articles(node.project, by), ...lost(node.project)];
    case 'group':
      return node.states.map((state) => ({ kind: 'article', project: node.project, state }));
    case 'article': {
      const folded = node.state.items.filter(isFolded);
      return [
        ...speakers(node.project, node.state),
        ...(folded.length > 0 ? [{ kind: 'doubtful', state: node.state, items: folded } as const] : []),
      ];
    }
    case 'doubtful':
    case 'speaker':
      return node.items.map((item) => ({ kind: 'item', state: node.state, item }));
    case 'lost':
      return [
        ...node.lost.orphans.map((orphan): Node => ({ kind: 'orphan', ...orphan })),
        ...node.lost.strays.map((stray): Node => ({ kind: 'stray', stray })),
      ];
    case 'item':
    case 'orphan':
    case 'stray':
      return [];
  }
}

type Grouping = 'file' | 'outlet' | 'day';

const groupings: readonly (vscode.QuickPickItem & { readonly by: Grouping })[] = [
  { label: t('As they are named'), by: 'file' },
  { label: t('By outlet'), by: 'outlet' },
  { label: t('By day'), by: 'day' },
];

/** Each on its own line, or below its outlet or its day; what is unknown comes last. */
function articles(project: Project, by: Grouping): Node[] {
  const states = project.together.states();
  if (by === 'file') return states.map((state): Node => ({ kind: 'article', project, state }));
  const groups = new Map<string, ArticleState[]>();
  for (const state of states) {
    const { outlet, published } = state.article.metadata;
    const key = (by === 'outlet' ? outlet?.value : published?.value.slice(0, 10)) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  const unknown = by === 'outlet' ? t('Outlet unknown') : t('Date unknown');
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
    .map(([key, own]) => ({ kind: 'group', project, label: key === '' ? unknown : key, states: own }));
}

/** What is more often no speech stands apart until somebody accepts it. */
function isFolded({ type, unmarked }: Item): boolean {
  return type === 'quotation' && unmarked === true;
}

/** Under the fullest name in the folder: the same person has the same name below every article. */
function speakers(project: Project, state: ArticleState): Node[] {
  const bySpeaker = new Map<string, Item[]>();
  for (const item of state.items) {
    if (item.type !== 'quotation' || isFolded(item)) continue;
    const name = item.speakers.map((speaker) => project.together.speakerName(state, speaker)).join(t(' and '));
    bySpeaker.set(name, [...(bySpeaker.get(name) ?? []), item]);
  }
  return [...bySpeaker].map(([name, items]) => ({ kind: 'speaker', state, name, items }));
}

function lost(project: Project): Node[] {
  const found = lostIn(project);
  return found.orphans.length + found.strays.length > 0 ? [{ kind: 'lost', project, lost: found }] : [];
}

function treeItem(session: Session, node: Node): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'project': {
      const item = new vscode.TreeItem(node.project.root, Expanded);
      item.description = t('a story of its own');
      item.tooltip = t(
        'Each folder of the workspace is a story of its own: its articles are compared with each other, and not with those of other folders.',
      );
      item.iconPath = vscode.ThemeIcon.Folder;
      return item;
    }
    case 'article': {
      const { state } = node;
      const { outlet, published } = state.article.metadata;
      const item = new vscode.TreeItem(labelOf(state), Collapsed);
      item.id = state.article.uri;
      const kind = primaryOf(state);
      const [day, primary] = [published?.value.slice(0, 10) ?? t('date unknown'), kind === undefined ? [] : [primaryName(kind, t)]];
      item.description = [day, ...primary, ...(outlet ? [] : [t('outlet unknown')]), state.path].join(' · ');
      item.iconPath = new vscode.ThemeIcon('file-text');
      item.resourceUri = state.uri;
      item.contextValue = 'article';
      item.command = { title: t('Open'), command: 'vscode.open', arguments: [state.uri] };
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(node.label, Expanded);
      item.id = `${node.project.root.toString()} group ${node.label}`;
      item.description = `${node.states.length}`;
      return item;
    }
    case 'doubtful': {
      const item = new vscode.TreeItem(t('Doubtful'), Collapsed);
      item.id = `${node.state.article.uri} doubtful`;
      item.description = `${node.items.length}`;
      item.tooltip = t('Found by signs that are more often no speech: not marked in the text until you accept them.');
      item.iconPath = new vscode.ThemeIcon('question');
      return item;
    }
    case 'speaker': {
      const item = new vscode.TreeItem(node.name || t('Unknown speaker'), Collapsed);
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
      item.description = kindName(quotation);
      item.tooltip = `${wordingOf(state, quotation.span)}\n${labelOf(state)} · ${kindName(quotation)} · ${statusNames[quotation.status]}`;
      const icon = quotation.how === 'changed' ? 'edit' : quotation.status === 'accepted' ? 'pass' : 'circle-outline';
      item.iconPath = new vscode.ThemeIcon(icon);
      item.contextValue = quotation.how === 'changed' ? 'changed' : quotation.status;
      item.command = openCommand(session, state, quotation.span);
      return item;
    }
    case 'lost': {
      const { orphans, strays } = node.lost;
      const item = new vscode.TreeItem(t('Lost their place'), Collapsed);
      item.id = `${node.project.root.toString()} lost`;
      item.description = `${orphans.length + strays.length}`;
      item.tooltip = t('Annotations whose words are gone, and files of annotations whose article is gone. All of them are kept.');
      item.iconPath = new vscode.ThemeIcon('warning');
      return item;
    }
    case 'orphan':
      return orphanItem(session, node);
    case 'stray':
      return strayItem(node.stray);
  }
}
