import * as vscode from 'vscode';
import { articleLabels, type Cell, overlaps, type Passage, type Row, wordDifference, wordingOf } from '../../core/index';
import { type ArticleState, labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createWebviewPanel } from '../../workspace/window/index';
import { attempt, projectInFront, reveal, shortened } from '../shared/index';
import { matrixCsv, matrixFile } from './matrixFiles';
import { type MatrixCell, matrixHtml, type MatrixRow } from './matrixPage';

/** In a larger folder only the open article's statements are asked for. */
const mostArticles = 30;
const mostColumns = 30;
const longest = 600;

/** Statements by outlets: who has what, and in whose words. */
export function registerMatrix(session: Session): vscode.Disposable {
  const panels = new Set<vscode.WebviewPanel>();
  const command = vscode.commands.registerCommand('secondSource.showMatrix', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const project = await projectInFront(session);
    if (project === undefined) return;
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
  const panel = createWebviewPanel('secondSource.matrix', titleOf(project), vscode.ViewColumn.Active, {
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
    panel.webview.html = matrixHtml(shown, nonce(), vscode.l10n.t, vscode.env.language);
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
      const page = shown;
      const save = saveOf(message);
      if (page && save) void attempt(() => saveAs(project, save === 'csv' ? matrixCsv(page) : matrixFile(page), save));
      const cell = shown && cellOf(message);
      const row = cell && shown?.found[cell.row];
      const column = cell && shown?.articles[cell.column];
      if (row && column) void openSideBySide(row, column);
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
  readonly found: readonly Row<ArticleState>[];
}

async function matrixOf(project: Project, article: ArticleState | undefined): Promise<Matrix> {
  const states = project.together.states();
  const isWhole = project.indexed === undefined && states.length <= mostArticles;
  const asked = isWhole ? states : article ? [article] : states.slice(0, 1);
  const found = await project.together.rowsOf(asked);
  const articles = columnsOf(found);
  const note = isWhole
    ? vscode.l10n.t('{0} statements in {1} articles', found.length, articles.length)
    : vscode.l10n.t('{0} statements of {1} in a folder of {2} articles', found.length, asked[0] ? labelOf(asked[0]) : '', project.size);
  return {
    title: titleOf(project),
    note,
    columns: articleLabels(articles, project.together.registry),
    rows: found.map((row) => rowOf(row, articles)),
    articles,
    found,
  };
}

function titleOf({ title }: Project): string {
  return title === undefined ? vscode.l10n.t('Statements by outlet') : vscode.l10n.t('Statements by outlet: {0}', title);
}

/**
 * The articles that have something, by day and name, so that a word that changes moves no column; of more than fit, those that have
 * most. Known by their uri: while a folder is read, one article may have been asked for in two states.
 */
function columnsOf(found: readonly Row<ArticleState>[]): readonly ArticleState[] {
  const columns = new Map<string, { readonly state: ArticleState; count: number }>();
  for (const { statement, cells } of found)
    for (const state of [statement.state, ...[...cells.values()].map((cell) => cell.state)]) {
      const { uri } = state.article;
      columns.set(uri, { state, count: (columns.get(uri)?.count ?? 0) + 1 });
    }
  // Articles of unknown day come last: '~' is behind every digit.
  const key = (state: ArticleState) => `${state.article.metadata.published?.value ?? '~'} ${labelOf(state)} ${state.path}`;
  return [...columns.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostColumns)
    .map(({ state }) => state)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function rowOf({ statement, cells }: Row<ArticleState>, articles: readonly ArticleState[]): MatrixRow {
  const words = shortened(statement.wording, longest);
  const shown = articles.map((article): MatrixCell | undefined => {
    if (article.article.uri === statement.state.article.uri)
      return { kind: 'own', isSure: true, words, changes: [{ kind: 'same', text: words }] };
    const cell = cells.get(article.article.uri);
    if (cell === undefined) return undefined;
    const there = shortened(wordingOf(cell.state, cell.span), longest);
    const conflicts = statement.conflicts.filter(({ passages }) => passages.some((end) => isIn(end, cell)));
    const isAltered = cell.relation === 'contradicts' && conflicts.length > 0 && conflicts.every(({ kind }) => kind === 'wording');
    return { kind: isAltered ? 'altered' : cell.relation, isSure: cell.isSure, words: there, changes: wordDifference(words, there) };
  });
  return { speaker: statement.speakers.map(({ name }) => name).join(vscode.l10n.t(' and ')), words: shortened(words, 160), cells: shown };
}

function isIn(end: Passage, { state, span }: Cell<ArticleState>): boolean {
  return end.uri === state.article.uri && overlaps(end, span);
}

async function openSideBySide({ statement, cells }: Row<ArticleState>, column: ArticleState): Promise<void> {
  const cell = cells.get(column.article.uri);
  await reveal(statement.state, statement.span, { viewColumn: vscode.ViewColumn.One });
  if (cell) await reveal(cell.state, cell.span, { viewColumn: vscode.ViewColumn.Two });
}

function saveOf(message: unknown): 'csv' | 'html' | undefined {
  const save = typeof message === 'object' && message !== null && 'save' in message ? message.save : undefined;
  return save === 'csv' || save === 'html' ? save : undefined;
}

async function saveAs(project: Project, text: string, extension: 'csv' | 'html'): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(project.root, `statements.${extension}`);
  const target = await vscode.window.showSaveDialog({ defaultUri, filters: { [extension.toUpperCase()]: [extension] } });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

function cellOf(message: unknown): { readonly row: number; readonly column: number } | undefined {
  if (typeof message !== 'object' || message === null || !('row' in message) || !('column' in message)) return undefined;
  const { row, column } = message;
  return Number.isInteger(row) && Number.isInteger(column) ? { row: Number(row), column: Number(column) } : undefined;
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
