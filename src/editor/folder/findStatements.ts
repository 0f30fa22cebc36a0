import * as vscode from 'vscode';
import { findStatements, type FoundStatement, foundTable, queryProblem, shownLine, type StatementQuery, tagCounts } from '../../core/index';
import { labelOf } from '../../workspace/articles/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { createWebviewPanel } from '../../workspace/window/index';
import { attempt, projectInFront, reveal, shortened } from '../shared/index';
import { type FindAnswer, findHtml } from './findPage';

/** Rows that are shown; what is saved has all. */
const mostRows = 500;
const mostTags = 30;
const longest = 400;

/** Statements by somebody about something, with tags, between two days: asked in a page, opened from it and saved. */
export function registerFindStatements(session: Session): vscode.Disposable {
  const panels = new Set<vscode.WebviewPanel>();
  const command = vscode.commands.registerCommand('secondSource.findStatements', async () => {
    const project = await projectInFront(session);
    if (project === undefined) return;
    const panel = open(session, project);
    panels.add(panel);
    panel.onDidDispose(() => panels.delete(panel));
  });
  return vscode.Disposable.from(command, {
    dispose: () => {
      for (const panel of panels) panel.dispose();
    },
  });
}

function open(session: Session, project: Project): vscode.WebviewPanel {
  const name = project.title === undefined ? vscode.l10n.t('Find statements') : vscode.l10n.t('Find statements: {0}', project.title);
  const panel = createWebviewPanel('secondSource.find', name, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
  });
  let asked: StatementQuery | undefined;
  let found: readonly FoundStatement[] = [];
  let turn = 0;
  const answer = async (query: StatementQuery) => {
    const mine = ++turn;
    asked = query;
    const result = queryProblem(query) === undefined ? await foundIn(project, query) : [];
    if (mine !== turn) return; // asked again since
    found = result;
    await panel.webview.postMessage(answerOf(project, query, found));
  };
  const listeners = [
    session.onDidChange(({ kind }) => {
      if (kind === 'folder' && panel.visible && asked) void answer(asked);
    }),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const query = queryOf(message);
      if (query) void answer(query);
      const row = rowOf(message, found);
      if (row) void attempt(() => show(project, row));
      const save = saveOf(message);
      if (save === 'export') void attempt(() => exportFound(project, found));
      else if (save) void attempt(() => saveAs(project, found, save));
    }),
  ];
  panel.onDidDispose(() => {
    turn++;
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.html = findHtml(name, nonce(), vscode.l10n.t, vscode.env.language);
  return panel;
}

/** In a large folder those articles that may have the words, and those that are open or annotated. */
async function foundIn(project: Project, query: StatementQuery): Promise<readonly FoundStatement[]> {
  return findStatements(await project.together.find(query.about ?? ''), project.together.registry, query);
}

function answerOf(project: Project, query: StatementQuery, found: readonly FoundStatement[]): FindAnswer {
  const rows = found.slice(0, mostRows).map(({ published, outlet, file, speakers, text, tags }) => ({
    day: published?.slice(0, 10) ?? vscode.l10n.t('no date'),
    outlet: shownLine(outlet ?? labelAt(project, file)),
    speaker: shownLine(speakers.join(vscode.l10n.t(' and ')) || vscode.l10n.t('Unknown speaker')),
    words: shownLine(shortened(text, longest)),
    tags: shownLine(tags.join(', ')),
  }));
  const counts = tagCounts(found.map(({ tags }) => tags)).slice(0, mostTags);
  const tags = counts.map(({ tags: together, count }) => shownLine(`${together.join(' + ')} ${count}`));
  return { note: noteOf(project, query, found), tags, rows };
}

/** By its headline, as everywhere where nobody knows the outlet. */
function labelAt(project: Project, file: string): string {
  const state = project.stateAt(file);
  return state ? labelOf(state) : file;
}

function noteOf(project: Project, query: StatementQuery, found: readonly FoundStatement[]): string {
  const problem = queryProblem(query);
  if (problem === 'order') return vscode.l10n.t('The first day is after the last one: nothing can be between them.');
  if (problem !== undefined) return vscode.l10n.t('A day is written as YYYY-MM-DD.');
  const notes = [vscode.l10n.t(found.length === 1 ? '{0} statement' : '{0} statements', found.length)];
  if (found.length > mostRows) notes.push(vscode.l10n.t('the first {0} are shown, files have all', mostRows));
  const states = project.together.states();
  const undated = states.filter(({ article }) => article.metadata.published === undefined).length;
  if ((query.from ?? query.to) !== undefined && undated > 0)
    notes.push(
      vscode.l10n.t(
        undated === 1 ? '{0} article without a date of publication is left out' : '{0} articles without a date of publication are left out',
        undated,
      ),
    );
  if (project.indexed)
    notes.push(vscode.l10n.t('of a folder of {0} articles those were read that are open, annotated or have the words', project.size));
  return notes.join('; ');
}

async function show(project: Project, { file, start, end }: FoundStatement): Promise<void> {
  const state = project.stateAt(file);
  if (state) await reveal(state, { start, end }, { viewColumn: vscode.ViewColumn.Beside });
}

async function saveAs(project: Project, found: readonly FoundStatement[], extension: 'csv' | 'json'): Promise<void> {
  const text = extension === 'csv' ? [...foundTable(found)].join('') : `${JSON.stringify(found, undefined, 2)}\n`;
  const defaultUri = vscode.Uri.joinPath(project.root, `found.${extension}`);
  const target = await vscode.window.showSaveDialog({ defaultUri, filters: { [extension.toUpperCase()]: [extension] } });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

/** In any format of an export, with what belongs to each statement. */
async function exportFound({ root }: Project, found: readonly FoundStatement[]): Promise<void> {
  const statements = found.map(({ file: path, start, end }) => ({ path, start, end }));
  await vscode.commands.executeCommand('secondSource.export', { root, filter: { statements, statuses: ['accepted', 'suggested'] } });
}

/** The form as a query: what is empty is not asked. */
function queryOf(message: unknown): StatementQuery | undefined {
  const query = fieldOf(message, 'query');
  if (query === undefined) return undefined;
  const text = (key: string) => {
    const value = fieldOf(query, key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const tags = (text('tags') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return { by: text('by'), about: text('about'), tags, from: text('from'), to: text('to'), accepted: fieldOf(query, 'accepted') === true };
}

function rowOf(message: unknown, found: readonly FoundStatement[]): FoundStatement | undefined {
  const row = fieldOf(message, 'open');
  return typeof row === 'number' ? found[row] : undefined;
}

function saveOf(message: unknown): 'csv' | 'json' | 'export' | undefined {
  const save = fieldOf(message, 'save');
  return save === 'csv' || save === 'json' || save === 'export' ? save : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
