import * as vscode from 'vscode';
import { type Comparison, type Difference, placeOf } from '../../core/index';
import { labelOf, proseOf } from '../../workspace/articles/index';
import { type ComparedArticle, type ComparedFolder, keyOf } from '../../workspace/decisions/index';
import { shortened } from '../shared/index';

export type Node =
  { readonly kind: 'agreed'; readonly count: number } | { readonly kind: 'article'; readonly article: ComparedArticle } | Open;

/** A passage about which the two differ. */
export interface Open {
  readonly kind: 'open';
  readonly article: ComparedArticle;
  readonly comparison: Comparison;
}

const differenceNames: Record<Difference, string> = {
  missing: vscode.l10n.t('only one'),
  type: vscode.l10n.t('other type'),
  status: vscode.l10n.t('accepted or rejected'),
  span: vscode.l10n.t('other extent'),
  kind: vscode.l10n.t('other kind'),
  speakers: vscode.l10n.t('other speaker'),
  value: vscode.l10n.t('other date'),
};

export function isOpen(node: unknown): node is Open {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'open' && 'comparison' in node;
}

export function isSame(a: Open, b: Open): boolean {
  return a.article.state.article.uri === b.article.state.article.uri && keyOf(a.comparison) === keyOf(b.comparison);
}

export function opensOf({ articles }: ComparedFolder): readonly Open[] {
  return articles.flatMap((article) => article.open.map((comparison): Open => ({ kind: 'open', article, comparison })));
}

export function roots(folder: ComparedFolder): Node[] {
  const count = folder.articles.reduce((sum, { agreed }) => sum + agreed.length, 0);
  const articles = folder.articles.filter(({ open }) => open.length > 0).map((article): Node => ({ kind: 'article', article }));
  return [...(count > 0 ? [{ kind: 'agreed', count } as const] : []), ...articles];
}

export function children(node: Node): Node[] {
  if (node.kind !== 'article') return [];
  const { article } = node;
  return article.open.map((comparison) => ({ kind: 'open', article, comparison }));
}

export function treeItem(who: readonly [string, string], node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'agreed': {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} on which both agree', node.count));
      item.iconPath = new vscode.ThemeIcon('check-all');
      item.contextValue = 'agreed';
      item.tooltip = vscode.l10n.t('They are the same in both files and not in the shared one yet.');
      return item;
    }
    case 'article': {
      const { state, open } = node.article;
      const item = new vscode.TreeItem(labelOf(state), vscode.TreeItemCollapsibleState.Expanded);
      item.id = state.article.uri;
      item.description = `${open.length} · ${state.path}`;
      item.iconPath = new vscode.ThemeIcon('file-text');
      return item;
    }
    case 'open': {
      const { article, comparison } = node;
      const words = proseOf(article.state, placeOf(comparison)).replace(/\s+/g, ' ');
      const item = new vscode.TreeItem(shortened(words, 80));
      item.id = `${article.state.article.uri} ${keyOf(comparison)}`;
      item.description = differencesOf(comparison, who);
      item.tooltip = words;
      item.iconPath = new vscode.ThemeIcon('git-compare');
      item.contextValue = comparison.ours && comparison.theirs ? 'both' : 'one';
      item.command = { title: vscode.l10n.t('Compare'), command: 'secondSource.adjudicateOpen', arguments: [node] };
      return item;
    }
  }
}

export function differencesOf({ ours, differs }: Comparison, [first, second]: readonly [string, string]): string {
  return differs
    .map((difference) => (difference === 'missing' ? vscode.l10n.t('only {0}', ours ? first : second) : differenceNames[difference]))
    .join(', ');
}

export function figures({ agreement, articles }: ComparedFolder): string {
  const { exact, overlapping, alpha, speakers } = agreement;
  const figure = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));
  const settled = articles.reduce((sum, article) => sum + article.settled, 0);
  const waiting = articles.reduce((sum, article) => sum + article.waiting, 0);
  return [
    vscode.l10n.t(
      'Agreement (F1): equal {0}, overlapping {1}; alpha {2}{3}',
      figure(exact),
      figure(overlapping),
      figure(alpha),
      speakers === undefined ? '' : vscode.l10n.t('; same speakers {0}', figure(speakers)),
    ),
    vscode.l10n.t(
      '{0} {1} that both have annotated, {2} settled',
      articles.length,
      articles.length === 1 ? vscode.l10n.t('article') : vscode.l10n.t('articles'),
      settled,
    ),
    ...(waiting > 0 ? [vscode.l10n.t('{0} left out: their words have changed or are gone', waiting)] : []),
  ].join(' · ');
}
