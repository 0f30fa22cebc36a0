import * as vscode from 'vscode';
import { type DateExpression, emptyRegistry, outletsOf, outletsText } from '../../core/index';
import { type ArticleState, labelOf, proseOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createTreeView } from '../../workspace/window/index';
import { sentenceAround, shortened } from '../shared/index';

interface Dated {
  readonly kind: 'dated';
  readonly state: ArticleState;
  readonly date: DateExpression;
}

interface Day {
  readonly kind: 'day';
  readonly project: Project;
  readonly day: number;
  readonly dated: readonly Dated[];
}

/** The days that the folder's articles name, each with the statements that name it. */
export function registerTimeline(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Day | Dated> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node === undefined ? days(session) : node.kind === 'day' ? [...node.dated] : []),
    getTreeItem: (node) => (node.kind === 'day' ? dayItem(node) : datedItem(session, node)),
  };
  return vscode.Disposable.from(
    changed,
    createTreeView('secondSource.timeline', { treeDataProvider: provider, showCollapseAll: true }),
    session.onDidChange((change) => {
      if (change.kind === 'folder') changed.fire(undefined);
    }),
  );
}

/** A day that several stories name is a day of each. */
function days(session: Session): Day[] {
  return session.projects.flatMap(daysOf).sort((a, b) => a.day - b.day);
}

function daysOf(project: Project): Day[] {
  const byDay = new Map<number, Dated[]>();
  for (const state of project.together.states()) {
    const lines = state.article.metadata.publicationLines;
    for (const date of state.analysis.dates) {
      const { firstDay, lastDay } = date;
      if (firstDay === undefined || firstDay !== lastDay) continue;
      // The lines that say when the article was published are no statements.
      if (lines.some(({ span }) => span && span.start <= date.start && date.end <= span.end)) continue;
      const known = byDay.get(firstDay) ?? [];
      // A sentence that names the day twice says one thing.
      const { start } = sentenceAround(state.article.raw, date);
      if (known.some((one) => one.state === state && sentenceAround(state.article.raw, one.date).start === start)) continue;
      byDay.set(firstDay, [...known, { kind: 'dated', state, date }]);
    }
  }
  return [...byDay].map(([day, dated]) => ({ kind: 'day', project, day, dated }));
}

function dayItem({ project, day, dated }: Day): vscode.TreeItem {
  const date = new Date(day * 86_400_000);
  const label = date.toLocaleDateString(vscode.env.language.startsWith('en') ? 'en-GB' : vscode.env.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${project.root.toString()} ${day}`;
  const outlets = outletsOf(
    dated.map(({ state }) => state),
    emptyRegistry,
  );
  item.description = [project.title, outletsText(outlets, vscode.l10n.t)].filter((part) => part !== undefined).join(' · ');
  item.iconPath = new vscode.ThemeIcon('calendar');
  return item;
}

function datedItem(session: Session, { state, date }: Dated): vscode.TreeItem {
  const span = sentenceAround(state.article.raw, date);
  const sentence = proseOf(state, span).replace(/\s+/g, ' ');
  const outlet = labelOf(state);
  const item = new vscode.TreeItem(outlet);
  item.id = `${state.article.uri} ${date.start}`;
  item.description = shortened(sentence, 140);
  item.tooltip = `${outlet}: ${sentence}\n${date.text}: ${date.how}`;
  item.accessibilityInformation = { label: `${outlet}: ${sentence}` };
  item.command = {
    title: vscode.l10n.t('Show'),
    command: 'secondSource.openPassage',
    arguments: [session.idOf(state.uri), date.start, date.end],
  };
  return item;
}
