import * as vscode from 'vscode';
import { importFile, type ImportFile, type ImportFormat, importFormatOf, importFormats, readImport, withMapping } from '../../core/index';
import { applyImport, PendingImport } from '../../workspace/decisions/index';
import { nameOf } from '../../workspace/files/index';
import type { Project } from '../../workspace/folder/index';
import type { Session } from '../../workspace/session/index';
import { showErrorMessage, showInformationMessage, showQuickPick, withProgress } from '../../workspace/window/index';
import { attempt, projectInFront, registerCommand, reveal } from '../shared/index';
import { choosePlace } from './importPlaces';
import { ImportPreviewTree } from './importPreview';

/** What a test or a task may hand in instead of being asked. */
interface ImportRequest {
  readonly files?: readonly vscode.Uri[];
  readonly format?: string;
}

/** Annotations of other tools and folders come in by a preview; nothing is written before a person says so. */
export function registerImport(session: Session): vscode.Disposable {
  const tree = new ImportPreviewTree(session);
  const show = async (pending: PendingImport | undefined) => {
    tree.show(pending);
    await vscode.commands.executeCommand('setContext', 'secondSource.importing', pending !== undefined);
  };
  const command = (name: string, action: (request?: ImportRequest) => Promise<unknown>) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (request?: ImportRequest) => attempt(() => action(request)));
  return vscode.Disposable.from(
    tree,
    command('importAnnotations', async (request = {}) => {
      const pending = await read(session, request);
      if (pending === undefined) return;
      await show(pending);
      await vscode.commands.executeCommand('secondSource.import.focus');
    }),
    command('applyImport', async () => {
      const { pending } = tree;
      if (pending === undefined) return;
      let count: number;
      try {
        count = await applyImport(session, pending, (entry) => tree.isTicked(entry));
      } finally {
        tree.refresh();
      }
      await show(undefined);
      tell(count);
    }),
    registerCommand('chooseImportPlace', async (id, start) => {
      const chosen = tree.pending && (await choosePlace(tree.pending, id, start));
      if (chosen === undefined) return;
      tree.choose(chosen.id, chosen.span.start);
      await reveal(chosen.state, chosen.span, { preserveFocus: true });
    }),
    registerCommand('arriveAs', async (as) => {
      tree.arriveAs(as === 'suggested' ? as : 'accepted');
      return Promise.resolve();
    }),
    command('cancelImport', () => show(undefined)),
    session.onDidChange(({ kind }) => {
      const { pending } = tree;
      if (pending === undefined || kind !== 'folder') return;
      if (!session.projects.includes(pending.project)) void show(undefined);
      else if (pending.look()) tree.refresh();
    }),
  );
}

function tell(count: number): void {
  const undo = vscode.l10n.t('Undo');
  const said = vscode.l10n.t(count === 1 ? 'Imported {0} annotation.' : 'Imported {0} annotations.', count);
  void showInformationMessage(said, undo).then((chosen) => {
    if (chosen === undo) return vscode.commands.executeCommand('secondSource.undoDecision');
    return undefined;
  });
}

async function read(session: Session, request: ImportRequest): Promise<PendingImport | undefined> {
  const project = await projectInFront(session);
  const uris = project && (request.files ?? (await chosenFiles(project)));
  if (project === undefined || uris === undefined || uris.length === 0) return undefined;
  const { files, mapping, problems } = withMapping(await Promise.all((await withTexts(uris)).map(readImportFile)));
  const [broken] = problems;
  if (broken) {
    void showErrorMessage(`${broken.file}: ${broken.message}`);
    return undefined;
  }
  const format = await formatOf(files, request.format);
  if (format === undefined) return undefined;
  const [first] = files;
  const name = files.length === 1 && first ? first.name : vscode.l10n.t('{0} files', files.length);
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Comparing {0} with the folder', name), cancellable: true },
    async (progress, cancel) => {
      while (project.reader.progress && !cancel.isCancellationRequested) {
        progress.report({ message: vscode.l10n.t('reading {0} of {1}', project.reader.progress.done, project.reader.progress.total) });
        await new Promise((next) => setTimeout(next, 100));
      }
      await session.turn();
      const content = readImport(format, files, project.yaml.registry, mapping);
      await session.turn();
      if (cancel.isCancellationRequested) return undefined;
      const editor = vscode.window.activeTextEditor;
      const pending = new PendingImport(project, name, content, editor && session.shown(editor.document)?.path);
      const [problem, ...others] = content.problems;
      const isEmpty = content.annotations.length + content.links.length + content.conflicts.length + content.documents.length === 0;
      const isLeftOut = problem === undefined && Object.keys(content.skipped).length > 0;
      // what was left out, and why, is a list
      if (!isEmpty || isLeftOut || others.length > 0) return pending;
      const why = problem ? `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.message}` : '';
      void showErrorMessage(why === '' ? vscode.l10n.t('{0} holds no annotations (read as {1}).', name, format.label) : why);
      return undefined;
    },
  );
}

async function readImportFile(uri: vscode.Uri): Promise<ImportFile> {
  return importFile(nameOf(uri), await vscode.workspace.fs.readFile(uri));
}

/** brat keeps the text of NAME.ann in NAME.txt beside it: who chooses the one means the other, too. */
async function withTexts(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const chosen = new Set(uris.map((uri) => uri.path));
  const texts = uris.flatMap((uri) => (uri.path.endsWith('.ann') ? uri.with({ path: uri.path.replace(/ann$/, 'txt') }) : []));
  const missing = texts.filter((uri) => !chosen.has(uri.path));
  const there = await Promise.all(
    missing.map((uri) =>
      vscode.workspace.fs.stat(uri).then(
        ({ type }) => type === vscode.FileType.File,
        () => false,
      ),
    ),
  );
  return [...uris, ...missing.filter((_, i) => there[i])];
}

function chosenFiles(project: Project): Thenable<readonly vscode.Uri[] | undefined> {
  const extensions = [...new Set(importFormats.flatMap((format) => format.extensions))];
  return vscode.window.showOpenDialog({
    defaultUri: project.root,
    canSelectMany: true,
    openLabel: vscode.l10n.t('Preview'),
    title: vscode.l10n.t('Annotations to import (for brat: the .ann files with their .txt beside them)'),
    filters: { Annotations: extensions },
  });
}

async function formatOf(files: readonly ImportFile[], wanted: string | undefined): Promise<ImportFormat | undefined> {
  const found = wanted === undefined ? importFormatOf(files) : importFormats.find(({ id }) => id === wanted);
  if (found) return found;
  const picks = importFormats.map((choice) => ({
    label: choice.label,
    description: choice.extensions.map((one) => `.${one}`).join(' '),
    choice,
  }));
  return (await showQuickPick(picks, { placeHolder: vscode.l10n.t('The endings do not tell: what are these files?') }))?.choice;
}
