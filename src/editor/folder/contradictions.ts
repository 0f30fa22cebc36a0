import * as vscode from 'vscode';
import { type Conflict, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView } from '../../workspace/window/index';
import { registerCommand, reveal, sentenceAround, shortened } from '../shared/index';

const view = 'secondSource.contradictions';

interface Found {
  readonly kind: 'found';
  readonly project: Project;
  readonly conflict: Conflict;
}

interface Side {
  readonly kind: 'side';
  readonly of: Found;
  readonly state: ArticleState;
  readonly span: Conflict['passages'][number];
}

interface Group {
  readonly kind: 'group';
  readonly found: readonly Found[];
}

type Node = Found | Side | Group;

/** Contradictions between the articles, one entry each with its sides below; what only differs stands in a group of its own. */
export function registerContradictions(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node === undefined ? roots(session) : node.kind === 'group' ? [...node.found] : node.kind === 'found' ? sides(node) : [],
    getTreeItem: (node) => treeItem(session, node),
    getParent: (node) => (node.kind === 'side' ? node.of : undefined),
  };
  const tree = createTreeView(view, { treeDataProvider: provider, showCollapseAll: true });
  const refresh = () => {
    const count = conflictsOf(session, true).length;
    tree.badge =
      count > 0
        ? { value: count, tooltip: `${count} ${count === 1 ? vscode.l10n.t('contradiction') : vscode.l10n.t('contradictions')}` }
        : undefined;
    tree.message =
      session.projects.length > 0 && roots(session).length === 0
        ? vscode.l10n.t('The articles contradict each other nowhere that was found.')
        : '';
    changed.fire(undefined);
  };
  return vscode.Disposable.from(
    changed,
    tree,
    session.onDidChange(({ kind }) => {
      if (kind === 'folder') refresh();
    }),
    registerCommand('showContradictions', async (root) => {
      await vscode.commands.executeCommand(`${view}.focus`);
      const all = conflictsOf(session, true);
      const own = all.filter(({ project }) => root instanceof vscode.Uri && project.root.toString() === root.toString());
      const found = own.length > 0 ? own : all;
      // One between articles before an article's own: a date that cannot be is no matter of two sides.
      const first = found.find(({ conflict }) => new Set(conflict.passages.map(({ uri }) => uri)).size > 1) ?? found[0];
      if (first === undefined) return;
      await openSides(first, false);
      // A view that is just being filled does not know its entries yet.
      await Promise.resolve(tree.reveal(first, { expand: true })).catch(() => undefined);
    }),
    registerCommand('openContradiction', async (node) => {
      if (isFound(node)) await openSides(node, false);
    }),
    ...(['explained', 'dismissed'] as const).map((status) =>
      registerCommand(status === 'explained' ? 'explainContradiction' : 'dismissContradiction', async (node) => {
        const [state] = isFound(node) ? sides(node) : [];
        if (state && isFound(node))
          await vscode.commands.executeCommand('secondSource.decideConflict', session.idOf(state.state.uri), node.conflict.key, status);
      }),
    ),
  );
}

function isFound(node: unknown): node is Found {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'found';
}

function conflictsOf(session: Session, areConflicts: boolean): readonly Found[] {
  return session.projects
    .filter((project) => !project.reader.isLoading || project.indexed !== undefined)
    .flatMap((project) => project.together.conflicts().map((conflict): Found => ({ kind: 'found', project, conflict })))
    .filter(({ conflict }) => (conflict.level !== 'differs') === areConflicts);
}

function roots(session: Session): Node[] {
  const differing = conflictsOf(session, false);
  return [...conflictsOf(session, true), ...(differing.length > 0 ? [{ kind: 'group', found: differing } as const] : [])];
}

function sides(of: Found): Side[] {
  return of.conflict.passages.flatMap((span): Side[] => {
    const state = of.project.shelf.state(span.uri);
    return state ? [{ kind: 'side', of, state, span }] : [];
  });
}

function treeItem(session: Session, node: Node): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'group': {
      const item = new vscode.TreeItem(vscode.l10n.t('Differs'), Collapsed);
      item.description = `${node.found.length}`;
      item.tooltip = vscode.l10n.t('A reader may want to know; both may be true, or tell of two things.');
      item.iconPath = new vscode.ThemeIcon('question');
      return item;
    }
    case 'found': {
      const item = new vscode.TreeItem(node.conflict.message, Collapsed);
      item.id = `${node.project.root.toString()} ${node.conflict.key}`;
      const labels = [...new Set(sides(node).map(({ state }) => labelOf(state)))];
      item.description = [node.project.title, ...labels].filter((part) => part !== undefined).join(' · ');
      item.tooltip = `${node.conflict.message}\n${labels.join(', ')}`;
      item.iconPath = new vscode.ThemeIcon(node.conflict.level === 'differs' ? 'question' : 'warning');
      item.contextValue = 'contradiction';
      return item;
    }
    case 'side': {
      const { state, span } = node;
      const sentence = wordingOf(state, sentenceAround(state.article.raw, span));
      // From the words that contradict on: a narrow list shows them.
      const words = wordingOf(state, { start: span.start, end: Math.max(span.end, sentenceAround(state.article.raw, span).end) });
      const item = new vscode.TreeItem(shortened(words, 80), None);
      item.description = labelOf(state);
      item.tooltip = `${labelOf(state)}: ${sentence}`;
      item.accessibilityInformation = { label: `${labelOf(state)}: ${sentence}` };
      item.iconPath = new vscode.ThemeIcon('file-text');
      item.command = {
        title: vscode.l10n.t('Show'),
        command: 'secondSource.openPassage',
        arguments: [session.idOf(state.uri), span.start, span.end],
      };
      return item;
    }
  }
}

/** The first two sides beside each other, in different articles where there are. */
async function openSides(found: Found, keepFocus: boolean): Promise<void> {
  const [first, ...others] = sides(found);
  const second = others.find(({ state }) => state.uri.toString() !== first?.state.uri.toString());
  if (first) await reveal(first.state, first.span, { viewColumn: vscode.ViewColumn.One, preserveFocus: keepFocus });
  if (second) await reveal(second.state, second.span, { viewColumn: vscode.ViewColumn.Two, preserveFocus: keepFocus });
}
