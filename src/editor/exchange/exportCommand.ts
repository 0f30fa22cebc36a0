import * as vscode from 'vscode';
import {
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  exportFormats,
  gatherSteps,
  type Match,
  type Passage,
  type Report,
  type ReportFilter,
} from '../../core/index';
import type { ArticleState } from '../../workspace/articles/index';
import { folderOf, nameOf, settingsFor } from '../../workspace/files/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, withProgress } from '../../workspace/window/index';
import { attempt, projectInFront } from '../shared/index';
import { chooseFilter, chooseFormat, chooseScope, type ExportRequest, type LastTicked } from './exportChoice';
import { ExportPreviews } from './exportPreview';

const remembered = 'secondSource.lastExport';

/** What was chosen last in this workspace, to be offered first. */
interface LastExport {
  readonly format?: string;
  readonly ticked?: LastTicked;
}

export function registerExport(session: Session): vscode.Disposable {
  const previews = new ExportPreviews();
  return vscode.Disposable.from(
    previews,
    vscode.commands.registerCommand('secondSource.export', (argument?: unknown) =>
      attempt(() => run(session, previews, requestOf(argument))),
    ),
  );
}

/** An entry of the articles' tree stands for its article, or for a speaker in it. */
function requestOf(argument: unknown): ExportRequest {
  if (typeof argument !== 'object' || argument === null) return {};
  if (!('state' in argument)) return argument;
  const { state, name } = argument as { readonly state: Pick<ArticleState, 'path' | 'uri'>; readonly name?: string };
  return { root: state.uri, filter: { paths: [state.path], ...(name !== undefined && name !== '' && { speakers: [name] }) } };
}

async function run(session: Session, previews: ExportPreviews, request: ExportRequest): Promise<void> {
  const project = await projectInFront(session, request.root);
  if (project === undefined) return;
  // who names the format has made up their mind
  const isAsked = request.format === undefined;
  const scope = isAsked || request.scope ? await chooseScope(session, project, request) : (request.filter ?? {});
  const last = session.memory.get<LastExport>(remembered, {});
  const filter = scope && (isAsked ? await chooseFilter(project, scope, last.ticked) : scope);
  if (filter === undefined) return;
  let gathered: Thenable<Report | undefined> | undefined;
  const report = () => (gathered ??= gather(session, project, filter));
  const format = isAsked
    ? await chooseFormat(
        project,
        async (candidate) => {
          const found = await report();
          if (found) await previews.show(candidate, candidate.export(found, optionsFor(project)));
          else gathered = undefined;
        },
        last.format,
      )
    : exportFormats.find(({ id }) => id === request.format);
  if (format === undefined) return;
  if (isAsked) {
    const { statuses, types } = filter;
    const isChosen = scope?.statuses === undefined;
    const ticked = isChosen ? { ...(statuses && { statuses }), ...(types && { types }) } : last.ticked;
    await session.memory.update(remembered, { format: format.id, ...(ticked && { ticked }) } satisfies LastExport);
  }
  const found = await report();
  if (found === undefined) return;
  const files = await written(session, format, found, optionsFor(project));
  const target = files && (await put(project, files, format, request.target));
  if (target === undefined || request.target) return;
  await tell(target, format);
}

async function tell(target: vscode.Uri, format: ExportFormat): Promise<void> {
  const [open, browse, show] = [vscode.l10n.t('Open'), vscode.l10n.t('Open in Browser'), vscode.l10n.t('Reveal')] as const;
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const actions = [open, ...(isHere && format.id === 'html' ? [browse] : []), show];
  const chosen = await showInformationMessage(vscode.l10n.t('Exported {0}.', nameOf(target)), ...actions);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  else if (chosen === browse) await vscode.env.openExternal(target);
  else if (chosen === show) {
    const isInside = vscode.workspace.getWorkspaceFolder(target) !== undefined;
    await vscode.commands.executeCommand(isInside || !isHere ? 'revealInExplorer' : 'revealFileInOS', target);
  }
}

const cancellable = (title: string) => ({ location: vscode.ProgressLocation.Notification, title, cancellable: true });

/** What the filter lets through, with its renderings; `undefined` where it was cancelled. */
function gather(session: Session, project: Project, filter: ReportFilter): Thenable<Report | undefined> {
  return withProgress(cancellable(vscode.l10n.t('Gathering for export')), async (progress, cancel) => {
    while (project.reader.progress && !cancel.isCancellationRequested) {
      progress.report({ message: vscode.l10n.t('reading {0} of {1}', project.reader.progress.done, project.reader.progress.total) });
      await new Promise((next) => setTimeout(next, 100));
    }
    const states = await sourcesOf(session, project);
    await project.versions.fetch(states.map(({ uri }) => uri));
    const corpus = {
      match: (query: Passage) => project.together.matches(query),
      perhaps: (query: Passage) => project.together.perhaps(query),
      origins: () => project.together.corpus.origins(),
      originsOf: (query: Passage, matches: readonly Match[]) => project.together.originsOf(query, matches),
      // those that are decided, too
      conflicts: () => project.together.corpus.conflicts(),
    };
    const steps = gatherSteps(states, corpus, project.yaml.registry, filter, project.yaml.corroborations);
    for (;;) {
      await session.turn();
      if (cancel.isCancellationRequested) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
      progress.report({ message: vscode.l10n.t('{0} of {1} articles', value, states.length) });
    }
  });
}

const optionsFor = ({ root }: Project): ExportOptions => ({ links: settingsFor(root).exportLinks });

interface Written {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The bytes of every file, made in short turns; `undefined` where it was cancelled. */
function written(session: Session, format: ExportFormat, report: Report, options: ExportOptions): Thenable<readonly Written[] | undefined> {
  return withProgress(cancellable(vscode.l10n.t('Exporting as {0}', format.label)), async (progress, cancel) => {
    await session.turn();
    const files: Written[] = [];
    for (const file of format.export(report, options)) {
      progress.report({ message: file.path });
      const bytes = await bytesOf(file, session, cancel);
      if (bytes === undefined) return undefined;
      files.push({ path: file.path, bytes });
    }
    return files;
  });
}

async function bytesOf({ content }: ExportFile, session: Session, cancel: vscode.CancellationToken): Promise<Uint8Array | undefined> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  let since = performance.now();
  for (const part of content) {
    parts.push(part);
    if (performance.now() - since < 20) continue;
    await session.turn();
    if (cancel.isCancellationRequested) return undefined;
    since = performance.now();
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** All articles; in a large folder the listed ones, and the event of the article in front. */
async function sourcesOf(session: Session, project: Project): Promise<readonly ArticleState[]> {
  const document = vscode.window.activeTextEditor?.document;
  const state = project.indexed && document ? session.shown(document) : undefined;
  if (state === undefined) return project.together.states();
  await project.together.fetch(state, { uri: state.article.uri, start: 0, end: state.article.raw.length });
  return [...new Set([...project.together.states(), ...project.together.statesAround(state)])];
}

/** One file goes where the person says; several go into a folder. Returns what to open. */
async function put(
  project: Project,
  files: readonly Written[],
  format: ExportFormat,
  given: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const [first] = files;
  if (first === undefined) {
    void showInformationMessage(vscode.l10n.t('There is nothing to export.'));
    return undefined;
  }
  if (files.length === 1) {
    const defaultUri = vscode.Uri.joinPath(project.root, first.path);
    const target = given ?? (await vscode.window.showSaveDialog({ defaultUri, filters: { [format.label]: [format.extension] } }));
    if (target) await replace(target, first.bytes);
    return target;
  }
  const open = { canSelectFolders: true, canSelectFiles: false, defaultUri: project.root, openLabel: vscode.l10n.t('Export here') };
  const folder = given ?? (await vscode.window.showOpenDialog(open))?.[0];
  if (folder === undefined) return undefined;
  for (const { path, bytes } of files) await replace(vscode.Uri.joinPath(folder, path), bytes);
  return vscode.Uri.joinPath(folder, first.path);
}

/** Puts a file in place whole: an export that breaks off leaves the last one as it was. */
async function replace(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const sibling = vscode.Uri.joinPath(folderOf(target), `.${nameOf(target)}.part`);
  try {
    await fs.writeFile(sibling, bytes);
    await fs.rename(sibling, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(fs.delete(sibling)).catch(() => undefined);
    throw error;
  }
}
