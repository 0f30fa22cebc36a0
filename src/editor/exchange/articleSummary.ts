import * as vscode from 'vscode';
import { leftOutMessage } from '../../core/index';
import { nameOf } from '../../workspace/files/index';
import { showQuickPick } from '../../workspace/window/index';
import type { ArticleResult } from './articleResult';

interface ResultItem extends vscode.QuickPickItem {
  readonly result?: ArticleResult;
}

interface Group {
  readonly title: string;
  readonly icon: string;
  readonly has: (result: ArticleResult) => boolean;
}

const isPartial = (result: ArticleResult) => result.kind === 'written' && result.article.leftOut !== undefined;

const titles = {
  refused: vscode.l10n.t('refused'),
  version: vscode.l10n.t('there with other words'),
  known: vscode.l10n.t('there already'),
} as const;

/** What needs a person first. */
const groups: readonly Group[] = [
  { title: titles.refused, icon: 'error', has: ({ kind }) => kind === 'refused' },
  { title: titles.version, icon: 'versions', has: ({ kind }) => kind === 'version' },
  { title: vscode.l10n.t('imported in part'), icon: 'warning', has: isPartial },
  { title: vscode.l10n.t('imported'), icon: 'pass', has: (result) => result.kind === 'written' && !isPartial(result) },
  { title: titles.known, icon: 'circle-outline', has: ({ kind }) => kind === 'known' },
];

/** "12 imported, 2 of them in part, 1 refused." */
export function countResults(results: readonly ArticleResult[]): string {
  const count = (has: (result: ArticleResult) => boolean) => results.filter(has).length;
  const partial = count(isPartial);
  const parts = [
    vscode.l10n.t(
      '{0} imported{1}',
      count(({ kind }) => kind === 'written'),
      partial > 0 ? vscode.l10n.t(' ({0} of them in part)', partial) : '',
    ),
    ...(['known', 'version', 'refused'] as const).flatMap((kind) => {
      const number = count((result) => result.kind === kind);
      return number > 0 ? [`${number} ${titles[kind]}`] : [];
    }),
  ];
  return `${parts.join(', ')}.`;
}

/** Every file with what has become of it, and why; the one that was chosen. */
export async function pickResult(results: readonly ArticleResult[]): Promise<ArticleResult | undefined> {
  const items = groups.flatMap(({ title, icon, has }): ResultItem[] => {
    const found = results.filter(has);
    if (found.length === 0) return [];
    return [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...found.map((result) => itemOf(result, icon))];
  });
  const options = {
    title: countResults(results),
    placeHolder: vscode.l10n.t('Choose one to open it, or to decide about it'),
    matchOnDetail: true,
  };
  return (await showQuickPick(items, options))?.result;
}

function itemOf(result: ArticleResult, icon: string): ResultItem {
  return { label: result.label, iconPath: new vscode.ThemeIcon(icon), result, ...toldOf(result) };
}

function toldOf(result: ArticleResult): Pick<vscode.QuickPickItem, 'description' | 'detail'> {
  switch (result.kind) {
    case 'refused':
      return { detail: result.reason };
    case 'written': {
      const { leftOut } = result.article;
      return { description: nameOf(result.uri), ...(leftOut && { detail: leftOutMessage(leftOut) }) };
    }
    case 'version':
      return { description: nameOf(result.uri), detail: vscode.l10n.t('Choose it to keep the new words as a new version') };
    case 'known':
    case 'taken':
      return { description: nameOf(result.uri) };
  }
}
