import * as vscode from 'vscode';
import { whatLiesThere } from '../../core/index';
import { isFolder, messageOf, nameOf, settingsFor } from '../../workspace/files/index';
import type { Session } from '../../workspace/session/index';
import { showInformationMessage, showInputBox, showWarningMessage, withProgress } from '../../workspace/window/index';
import { attempt } from '../shared/index';
import { type ArticleResult, type Importer, importSource, written } from './articleResult';
import { addressSource, type ArticleFile, clipboardSource, fileName, keptEndings, sourcesOf } from './articleSources';
import { countResults, pickResult } from './articleSummary';
import { ArticleTarget } from './articleTarget';
import { tellResult } from './articleTelling';
import { importFolder, tellWhatIsNone } from './importFolder';

/** What a test, a menu or a drop may hand in instead of being asked. */
export interface ImportRequest {
  /** A kept file, or a folder of them. */
  readonly source?: vscode.Uri;
  readonly files?: readonly ArticleFile[];
  readonly address?: string;
  /** An address that a person may still change. */
  readonly suggested?: string;
  /** Text as the clipboard has it. */
  readonly text?: string;
  /** Where the articles go. */
  readonly target?: vscode.Uri;
}

type Run = (importer: Importer, request: ImportRequest, session: Session) => Promise<vscode.Uri | undefined>;

const keptName = new RegExp(`\\.(?:${keptEndings.join('|')})$`, 'i');

/** Makes articles of what people keep: of files and folders of them, of the clipboard, and of an address that a person types. */
export function registerArticleImport(session: Session): vscode.Disposable {
  const command = (name: string, run: Run) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (given: ImportRequest | vscode.Uri = {}, selected?: readonly vscode.Uri[]) =>
      attempt(async () => {
        const request = given instanceof vscode.Uri ? requestOf(name, given, selected) : given;
        const folder = request.target ?? (await importFolder(session));
        if (folder === undefined) return;
        const pages = session.pageReader();
        const isArticle = (uri: vscode.Uri) => session.projectOf(uri)?.isArticle(uri) !== false;
        const importer = { target: new ArticleTarget(folder, session.replace, isArticle), pages };
        const shown = await run(importer, request, session).finally(() => pages.dispose());
        if (shown) void tellWhatIsNone(session, [shown]);
      }),
    );
  return vscode.Disposable.from(
    command('importArticleFile', fromFiles),
    command('importArticleClipboard', fromClipboard),
    command('importArticleAddress', fromAddress),
    command('importArticleFolder', fromFolder),
  );
}

/** From the explorer's menu: a folder to paste into, or files to import. */
function requestOf(name: string, clicked: vscode.Uri, selected: readonly vscode.Uri[] = []): ImportRequest {
  if (name === 'importArticleClipboard') return { target: clicked };
  return name === 'importArticleFile' ? { files: selected.length > 0 ? selected : [clicked] } : { source: clicked };
}

async function fromFiles(importer: Importer, { source, files }: ImportRequest, session: Session): Promise<vscode.Uri | undefined> {
  const options = {
    canSelectMany: true,
    filters: { [vscode.l10n.t('Pages and what else people keep')]: [...keptEndings, 'txt'], [vscode.l10n.t('All files')]: ['*'] },
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Import Articles from Files'),
  };
  const chosen = files ?? (source ? [source] : await vscode.window.showOpenDialog(options));
  if (chosen === undefined) return undefined;
  const [only, ...more] = chosen;
  if (only instanceof vscode.Uri && more.length === 0 && (await isFolder(only))) return fromFolder(importer, { source: only }, session);
  return importFiles(importer, await withFoldersOpened(chosen), session);
}

async function fromClipboard(importer: Importer, request: ImportRequest): Promise<vscode.Uri | undefined> {
  const text = request.text ?? (await vscode.env.clipboard.readText());
  if (text.trim() === '') {
    void showInformationMessage(vscode.l10n.t('The clipboard has no text: copy the article, or the source of its page, first.'));
    return undefined;
  }
  return tellResult(importer, await importSource(importer, clipboardSource(text)));
}

async function fromAddress(importer: Importer, request: ImportRequest): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) {
    void showInformationMessage(
      vscode.l10n.t('In an untrusted workspace nothing is fetched: save the page in your browser and import the file.'),
    );
    return undefined;
  }
  const prompt = {
    prompt: vscode.l10n.t('Address of the article. It is fetched once, now; nothing else is sent.'),
    placeHolder: 'https://',
    ...(request.suggested !== undefined && { value: request.suggested }),
    validateInput: problemOf,
  };
  const address = (request.address ?? (await showInputBox(prompt)))?.trim();
  if (address === undefined || address === '') return undefined;
  const problem = problemOf(address);
  if (problem !== undefined) throw new Error(problem);
  return tellResult(importer, await importSource(importer, await addressSource(address)));
}

function problemOf(address: string): string | undefined {
  if (address.trim() === '') return undefined;
  const parts = /^https?:\/\/([^/?#\s]+)\S*$/i.exec(address.trim());
  if (!parts) return vscode.l10n.t('An address begins with http:// or https://.');
  return parts[1]?.includes('@') ? vscode.l10n.t('An address with a user’s name or password is not fetched.') : undefined;
}

async function fromFolder(importer: Importer, { source }: ImportRequest, session: Session): Promise<vscode.Uri | undefined> {
  const options = {
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Import a Folder of Kept Files'),
  };
  const folder = source ?? (await vscode.window.showOpenDialog(options))?.[0];
  if (folder === undefined) return undefined;
  return importFiles(importer, await keptFiles(folder), session, folder);
}

/** The kept files of a folder, those of the folders below it not: a browser saves the parts of a page there. */
async function keptFiles(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => keptName.test(name));
  return names.sort().map((name) => vscode.Uri.joinPath(folder, name));
}

async function tellNothing(folder: vscode.Uri): Promise<void> {
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  const kinds = vscode.l10n.t('pages, MHTML, WARC, WACZ, feeds, mail, DOCX, PDF, subtitles');
  void showInformationMessage(
    vscode.l10n.t('{0}: nothing to import in this folder ({1}); {2}.', nameOf(folder), kinds, whatLiesThere(names)),
  );
}

async function withFoldersOpened(files: readonly ArticleFile[]): Promise<readonly ArticleFile[]> {
  const opened = files.map(async (file) => (file instanceof vscode.Uri && (await isFolder(file)) ? keptFiles(file) : [file]));
  return (await Promise.all(opened)).flat();
}

/** One article is shown, and what is open about it is asked; of several a summary is. Nothing that exists is replaced. */
async function importFiles(
  importer: Importer,
  files: readonly ArticleFile[],
  session: Session,
  folder?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  if (files.length === 0) {
    if (folder) await tellNothing(folder);
    return undefined;
  }
  const results: ArticleResult[] = [];
  const isBatch = folder !== undefined || files.length > 1;
  const progress = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing'), cancellable: true };
  const cancelledAt = await withProgress(progress, async (report, cancel) => {
    for (const [done, file] of files.entries()) {
      report.report({ message: fileName(file), increment: 100 / files.length });
      for await (const result of resultsOf(importer, file, isBatch, cancel)) {
        results.push(result);
        await session.turn();
      }
      if (isCancelled(cancel)) return done + 1;
    }
    return 0;
  });
  const [only] = results;
  if (only && results.length === 1 && !isBatch) return tellResult(importer, only);
  void tellWhatIsNone(
    session,
    results.flatMap((result) => (result.kind === 'written' ? [result.uri] : [])),
  );
  void summarise(importer, results, cancelledAt > 0 ? vscode.l10n.t('Cancelled at file {0} of {1}. ', cancelledAt, files.length) : '');
  return undefined;
}

const isCancelled = (cancel: vscode.CancellationToken): boolean => cancel.isCancellationRequested;

/** Of several, another article of the same name gets a number without a question. Of what is cancelled nothing more is written. */
async function* resultsOf(
  importer: Importer,
  file: ArticleFile,
  isOneOfMany: boolean,
  cancel: vscode.CancellationToken,
): AsyncGenerator<ArticleResult> {
  const label = fileName(file);
  const known = file instanceof vscode.Uri ? { file } : {};
  try {
    const { target } = importer;
    const keep = settingsFor(target.folder).keepOriginals ? target.keepOriginal.bind(target) : undefined;
    const found = await sourcesOf(importer.pages, file, keep);
    if ('reason' in found) {
      yield { kind: 'refused', label, reason: found.reason, ...known };
      return;
    }
    const { problem, sources } = found;
    for (const source of sources) {
      if (isCancelled(cancel)) return;
      const result = await importSource(importer, source);
      const isAsked = !isOneOfMany && sources.length === 1;
      yield result.kind === 'taken' && !isAsked ? await written(importer.target, result) : result;
    }
    if (problem !== undefined) yield { kind: 'refused', label, reason: problem, ...known };
  } catch (error) {
    yield { kind: 'refused', label, reason: messageOf(error), ...known };
  }
}

/** Stays until it is closed: each of its entries can be opened, and decided about; what is decided is there from then on. */
async function summarise(importer: Importer, results: readonly ArticleResult[], before: string): Promise<void> {
  const show = vscode.l10n.t('Show Summary');
  const now = [...results];
  const needsPerson = () => now.some(({ kind }) => kind === 'refused' || kind === 'version');
  const tell = () => (needsPerson() ? showWarningMessage : showInformationMessage)(`${before}${countResults(now)}`, show);
  while ((await tell()) === show) {
    const result = await pickResult(now);
    if (result === undefined) continue;
    const uri = await attempt(() => tellResult(importer, result));
    if (uri && result.kind !== 'written') now[now.indexOf(result)] = { kind: 'known', label: result.label, uri };
  }
}
