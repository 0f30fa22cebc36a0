import * as vscode from 'vscode';
import { wordDifference } from '../../core/index';
import { type ArticleState, outletOf, wordingOf } from '../../workspace/articles/index';
import { type Project, type Statement, statementsOf } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { reveal, shortened } from '../shared/index';
import { type MatrixCell, matrixHtml, type MatrixRow } from './matrixPage';

/** In a larger folder only the open article's statements are asked for. */
const mostArticles = 30;
const mostColumns = 30;
const longest = 600;

/** Statements by outlets: who has what, and in whose words. */
export function registerMatrix(session: Session): vscode.Disposable {
  const panels = new Set<vscode.WebviewPanel>();
  const command = vscode.commands.registerCommand('secondSource.showMatrix', () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const project = (uri && session.projectOf(uri)) ?? session.projects[0];
    if (project === undefined) {
      void vscode.window.showInformationMessage('Nothing here is annotated yet: choose “Annotate This Folder” first.');
      return;
    }
    const panel = open(session, project, uri && session.article(uri));
    panels.add(panel);
    panel.onDidDispose(() => panels.delete(panel));
  });
  return vscode.Disposable.from(command, {
    dispose: () => {
      for (const panel of panels) panel.dispose();
    },
  });
}

function open(session: Session, project: Project, article: ArticleState | undefined): vscode.WebviewPanel {
  const panel = vscode.window.createWebviewPanel('secondSource.matrix', 'Statements by outlet', vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
  });
  let shown: Matrix | undefined;
  let drawn = 0;
  const draw = async () => {
    const mine = ++drawn;
    const matrix = await matrixOf(project, article && session.article(article.uri));
    if (mine !== drawn) return; // asked again since
    shown = matrix;
    panel.webview.html = matrixHtml(shown, nonce());
  };
  void draw();
  const listeners = [
    session.onDidChange(({ kind }) => {
      if (kind === 'folder' && panel.visible) void draw();
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible) void draw();
    }),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const cell = shown && cellOf(message);
      const statement = cell && shown?.statements[cell.row];
      const column = cell && shown?.articles[cell.column];
      if (statement && column) void openSideBySide(statement, column);
    }),
  ];
  panel.onDidDispose(() => {
    drawn++;
    for (const listener of listeners) listener.dispose();
  });
  return panel;
}

interface Matrix {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly articles: readonly ArticleState[];
  readonly statements: readonly Statement[];
}

async function matrixOf(project: Project, article: ArticleState | undefined): Promise<Matrix> {
  const states = project.states();
  const isWhole = project.index === undefined && states.length <= mostArticles;
  const asked = isWhole ? states : article ? [article] : states.slice(0, 1);
  const statements = await statementsOf(project, asked);
  const count = new Map<ArticleState, number>();
  for (const { state, renderings } of statements)
    for (const found of [state, ...[...renderings.values()].map((rendering) => rendering.state)])
      count.set(found, (count.get(found) ?? 0) + 1);
  const articles = [...count.keys()].sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0)).slice(0, mostColumns);
  const note = isWhole
    ? `${statements.length} statements in ${articles.length} articles`
    : `${statements.length} statements of ${asked[0] ? outletOf(asked[0]) : ''} in a folder of ${project.size} articles`;
  return {
    title: 'Statements by outlet',
    note,
    columns: articles.map(outletOf),
    rows: statements.map((statement) => rowOf(statement, articles)),
    articles,
    statements,
  };
}

function rowOf({ state, item, renderings }: Statement, articles: readonly ArticleState[]): MatrixRow {
  const words = shortened(wordingOf(state, item.span), longest);
  const cells = articles.map((article): MatrixCell | undefined => {
    if (article === state) return { kind: 'own', isSure: true, words, changes: [{ kind: 'same', text: words }] };
    const rendering = renderings.get(article.article.uri);
    if (rendering === undefined) return undefined;
    const there = shortened(wordingOf(rendering.state, rendering.span), longest);
    return { kind: rendering.relation, isSure: rendering.isSure, words: there, changes: wordDifference(words, there) };
  });
  return { speaker: item.speakers.map(({ name }) => name).join(' and '), words: shortened(words, 160), cells };
}

async function openSideBySide(statement: Statement, column: ArticleState): Promise<void> {
  const rendering = statement.renderings.get(column.article.uri);
  await reveal(statement.state, statement.item.span, { viewColumn: vscode.ViewColumn.One });
  if (rendering) await reveal(rendering.state, rendering.span, { viewColumn: vscode.ViewColumn.Two });
}

function cellOf(message: unknown): { readonly row: number; readonly column: number } | undefined {
  if (typeof message !== 'object' || message === null || !('row' in message) || !('column' in message)) return undefined;
  const { row, column } = message;
  return Number.isInteger(row) && Number.isInteger(column) ? { row: Number(row), column: Number(column) } : undefined;
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
