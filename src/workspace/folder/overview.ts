import * as vscode from 'vscode';
import type { Project } from './project';

/** A folder in five numbers, and what is missing in it. */
export interface Overview {
  readonly articles: number;
  readonly statements: number;
  readonly contradictions: number;
  readonly undated: number;
  readonly withoutOutlet: number;
  /** Files that are not read as articles, since they are too large or no text. */
  readonly unread: number;
}

/** Of what is in memory: of a large folder the articles that are open or annotated. */
export function overviewOf({ together, shelf }: Project): Overview {
  const states = together.states();
  const isShown = ({ type, unmarked }: (typeof states)[number]['items'][number]) =>
    type === 'statement' || (type === 'quotation' && !unmarked);
  return {
    articles: states.length,
    statements: states.reduce((sum, { items }) => sum + items.filter(isShown).length, 0),
    contradictions: together.conflicts().filter(({ level }) => level !== 'differs').length,
    undated: states.filter(({ article }) => article.metadata.published === undefined).length,
    withoutOutlet: states.filter(({ article }) => article.metadata.outlet === undefined).length,
    unread: shelf.entries.filter(({ obstacle }) => obstacle === 'large' || obstacle === 'binary').length,
  };
}

/** "5 articles, 40 statements, 3 contradictions; 2 articles without a date, 5 without an outlet" */
export function overviewText({ articles, statements, contradictions, undated, withoutOutlet, unread }: Overview): string {
  const { t } = vscode.l10n;
  const articlesText = (count: number) => t(count === 1 ? '{0} article' : '{0} articles', count);
  const left =
    unread === 0
      ? ''
      : `; ${t(unread === 1 ? '{0} file over 2 MB or without text is not read' : '{0} files over 2 MB or without text are not read', unread)}`;
  const has = [
    articlesText(articles),
    t(statements === 1 ? '{0} statement' : '{0} statements', statements),
    t(contradictions === 1 ? '{0} contradiction' : '{0} contradictions', contradictions),
  ].join(', ');
  const [missing, ...more] = [
    ...(undated > 0 ? [{ count: undated, what: t('without a date') }] : []),
    ...(withoutOutlet > 0 ? [{ count: withoutOutlet, what: t('without an outlet') }] : []),
  ];
  if (missing === undefined) return `${has}${left}`;
  return `${has}; ${[`${articlesText(missing.count)} ${missing.what}`, ...more.map(({ count, what }) => `${count} ${what}`)].join(', ')}${left}`;
}
