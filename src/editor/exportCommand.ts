import * as vscode from 'vscode';
import { type ExportFile, type ExportFormat, exportFormats, gatherReport, type ReportFilter, type ReportSource } from '../core/index';
import type { Project } from '../workspace/project';
import type { Session } from '../workspace/session';
import { attempt } from './attempt';

/** What a test or a task may hand in instead of being asked. */
interface ExportRequest {
  readonly format?: string;
  /** The file, or for a format of several files the folder. */
  readonly target?: vscode.Uri;
  readonly scope?: 'folder' | 'article' | 'selection';
}

export function registerExport(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('secondSource.export', (request: ExportRequest = {}) => attempt(() => run(session, request)));
}

async function run(session: Session, request: ExportRequest): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const project = (editor && session.projectOf(editor.document.uri)) ?? session.projects[0];
  if (project === undefined) {
    void vscode.window.showInformationMessage('Nothing here is annotated yet: choose “Annotate This Folder” first.');
    return;
  }
  const format = await formatOf(request);
  const filter = format && (await filterOf(session, request));
  if (format === undefined || filter === undefined) return;

  const files = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Exporting as ${format.label}`, cancellable: true },
    (progress, cancel) => gather(session, project, format, filter, progress, cancel),
  );
  if (files === undefined) return;
  const target = await write(project, files, format, request.target);
  if (target === undefined || request.target) return;
  const open = 'Open';
  const shown = await vscode.window.showInformationMessage(`Exported ${target.path.slice(target.path.lastIndexOf('/') + 1)}.`, open);
  if (shown === open) await vscode.commands.executeCommand('vscode.open', target);
}

async function formatOf({ format }: ExportRequest): Promise<ExportFormat | undefined> {
  if (format !== undefined) return exportFormats.find(({ id }) => id === format);
  const picks = exportFormats.map((choice) => ({ label: choice.label, detail: choice.purpose, choice }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: 'Export as', matchOnDetail: true }))?.choice;
}

async function filterOf(session: Session, { scope, format }: ExportRequest): Promise<ReportFilter | undefined> {
  const editor = vscode.window.activeTextEditor;
  const state = editor && session.shown(editor.document);
  const everything = { label: 'Everything in the folder', filter: {} };
  if (editor === undefined || state === undefined || scope === 'folder' || (format !== undefined && scope === undefined)) return {};
  const article = { label: 'This article', filter: { paths: [state.path] } };
  const selection = { label: 'The selection', filter: { selection: { path: state.path, ...state.lines.span(editor.selection) } } };
  if (scope !== undefined) return scope === 'article' ? article.filter : selection.filter;
  const accepted = { label: 'What is accepted, in the folder', filter: { statuses: ['accepted' as const] } };
  const choices = [everything, accepted, article, ...(editor.selection.isEmpty ? [] : [selection])];
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'What to export' }))?.filter;
}

async function gather(
  session: Session,
  project: Project,
  format: ExportFormat,
  filter: ReportFilter,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  cancel: vscode.CancellationToken,
): Promise<readonly ExportFile[] | undefined> {
  const cancelled = () => cancel.isCancellationRequested;
  const turn = (message: string) => {
    progress.report({ message });
    return session.turn();
  };
  await turn('reading the folder');
  const sources: readonly ReportSource[] = project.states();
  await turn('finding renderings');
  if (cancelled()) return undefined;
  const report = gatherReport(sources, project.corpus, project.registry, filter, project.corroborations);
  await turn('writing');
  if (cancelled()) return undefined;
  const files = format.export(report);
  await turn('');
  return cancelled() ? undefined : files;
}

/** One file goes where the person says; several go into a folder. Returns what to open. */
async function write(
  project: Project,
  files: readonly ExportFile[],
  format: ExportFormat,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const [first] = files;
  if (first === undefined) {
    void vscode.window.showInformationMessage('There is nothing to export.');
    return undefined;
  }
  if (files.length === 1) {
    const defaultUri = vscode.Uri.joinPath(project.root, first.path);
    const target =
      given ?? (await vscode.window.showSaveDialog({ defaultUri, filters: { [format.label]: [format.extension.replace(/^\./, '')] } }));
    if (target) await vscode.workspace.fs.writeFile(target, bytesOf(first));
    return target;
  }
  const open = { canSelectFolders: true, canSelectFiles: false, defaultUri: project.root, openLabel: 'Export here' };
  const folder = given ?? (await vscode.window.showOpenDialog(open))?.[0];
  if (folder === undefined) return undefined;
  for (const file of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file.path), bytesOf(file));
  return vscode.Uri.joinPath(folder, first.path);
}

function bytesOf({ content }: ExportFile): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : [...content].join(''));
}
