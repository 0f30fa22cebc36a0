import * as vscode from 'vscode';
import { decodePage, type ImportedArticle, isSameArticle, numberedName, type Page, pageArticle, textArticle } from '../../core/index';
import { folderOf, messageOf, nameOf, readBytes, type ReplaceWhole } from '../../workspace/files/index';
import { fetchPage, type PageReader } from '../../workspace/pages/index';
import type { Session } from '../../workspace/session/index';
import { attempt } from '../shared/index';

/** What a test or a menu may hand in instead of being asked. */
interface ImportRequest {
  /** A saved page, or a folder of them. */
  readonly source?: vscode.Uri;
  readonly address?: string;
}

interface Source extends Omit<Page, 'main'> {
  /** Tells a person which page is meant. */
  readonly label: string;
}

type Outcome = { readonly kind: 'written'; readonly uri: vscode.Uri } | { readonly kind: 'known'; readonly uri: vscode.Uri };

/** Where articles go, and what makes and writes them. */
interface Importer {
  readonly target: vscode.Uri;
  readonly pages: PageReader;
  readonly replace: ReplaceWhole;
}

const pageName = /\.(?:html?|xhtml)$/i;

/** Makes articles of web pages: of saved ones, of the clipboard, and of an address that a person types. */
export function registerArticleImport(session: Session): vscode.Disposable {
  const command = (name: string, run: (importer: Importer, request: ImportRequest) => Promise<vscode.Uri | undefined>) =>
    vscode.commands.registerCommand(`secondSource.${name}`, (given: ImportRequest | vscode.Uri = {}) =>
      attempt(async () => {
        const target = await targetFolder(session);
        if (target === undefined) return;
        const pages = session.pageReader();
        const request = given instanceof vscode.Uri ? { source: given } : given;
        const written = await run({ target, pages, replace: session.replace }, request).finally(() => pages.dispose());
        if (written === undefined) return;
        await vscode.window.showTextDocument(written);
        const project = session.projectOf(written);
        if (project?.isArticle(written) === false)
          void vscode.window.showInformationMessage(
            `${nameOf(written)} is no article by the setting secondSource.articles, so it is not annotated.`,
          );
      }),
    );
  return vscode.Disposable.from(
    command('importArticleFile', fromFile),
    command('importArticleClipboard', fromClipboard),
    command('importArticleAddress', fromAddress),
    command('importArticleFolder', fromFolder),
  );
}

/** The folder of the article in front, else the workspace folder. */
async function targetFolder(session: Session): Promise<vscode.Uri | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri && session.projectOf(uri)?.isArticle(uri)) return folderOf(uri);
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.length === 0)
    void vscode.window.showInformationMessage('Open a folder first: articles are kept as files of a folder.');
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Into which folder?' }))?.uri;
}

async function fromFile(importer: Importer, { source }: ImportRequest): Promise<vscode.Uri | undefined> {
  const options = { filters: { 'Web pages': ['html', 'htm', 'xhtml'] }, openLabel: 'Import', title: 'Import Article from a Saved Page' };
  const page = source ?? (await vscode.window.showOpenDialog(options))?.[0];
  return page && importPage(importer, await savedPage(page));
}

async function fromClipboard(importer: Importer): Promise<vscode.Uri | undefined> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    void vscode.window.showInformationMessage('The clipboard has no text: copy the article, or the source of its page, first.');
    return undefined;
  }
  const retrieved = isoTime(Date.now());
  // An extension gets the clipboard's text alone; where that is the source of a page, it is read as one.
  const isPage = /^\s*<(?:!doctype|html|head|body|article|main|div|section|p|h1)\b/i.test(text);
  return isPage
    ? importPage(importer, { label: 'the clipboard', html: text, retrieved })
    : keep(importer, textArticle(text, { retrieved }));
}

async function fromAddress(importer: Importer, request: ImportRequest): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      'In an untrusted workspace nothing is fetched: save the page in your browser and import the file.',
    );
    return undefined;
  }
  const prompt = {
    prompt: 'Address of the article. It is fetched once, now; nothing else is sent.',
    placeHolder: 'https://',
    validateInput: problemOf,
  };
  const address = (request.address ?? (await vscode.window.showInputBox(prompt)))?.trim();
  if (address === undefined || address === '') return undefined;
  const problem = problemOf(address);
  if (problem !== undefined) throw new Error(problem);
  const progress = { location: vscode.ProgressLocation.Notification, title: 'Fetching the article', cancellable: true };
  const fetched = await vscode.window.withProgress(progress, (_, cancel) => fetchPage(address, cancel));
  const html = decodePage(fetched.bytes, fetched.encoding, decode);
  if (html === undefined) throw new Error(`${address} is no web page.`);
  return importPage(importer, { label: address, html, url: fetched.url, retrieved: isoTime(Date.now()) });
}

function problemOf(address: string): string | undefined {
  if (address.trim() === '') return undefined;
  const parts = /^https?:\/\/([^/?#\s]+)\S*$/i.exec(address.trim());
  if (!parts) return 'An address begins with http:// or https://.';
  return parts[1]?.includes('@') ? 'An address with a user’s name or password is not fetched.' : undefined;
}

/** Every page of a folder, the folders below it not: a browser saves the parts of a page there. Nothing that exists is replaced. */
async function fromFolder(importer: Importer, { source }: ImportRequest): Promise<undefined> {
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: 'Import', title: 'Import a Folder of Saved Pages' };
  const folder = source ?? (await vscode.window.showOpenDialog(options))?.[0];
  if (folder === undefined) return undefined;
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => pageName.test(name));
  let written = 0;
  let known = 0;
  const failed: string[] = [];
  const progress = { location: vscode.ProgressLocation.Notification, title: 'Importing saved pages', cancellable: true };
  await vscode.window.withProgress(progress, async (report, cancel) => {
    for (const name of names.sort()) {
      if (cancel.isCancellationRequested) break;
      report.report({ message: name, increment: 100 / names.length });
      try {
        const page = await savedPage(vscode.Uri.joinPath(folder, name));
        const article = await articleOf(importer, page, false);
        if ('reason' in article) {
          failed.push(`${name}: ${article.reason}`);
          continue;
        }
        const outcome = await write(importer, article);
        if (outcome.kind === 'written') written += 1;
        else known += 1;
      } catch (error) {
        failed.push(messageOf(error));
      }
    }
  });
  const counts = `${written} of ${names.length} saved pages imported${known > 0 ? `, ${known} were there already` : ''}.`;
  if (failed.length === 0) void vscode.window.showInformationMessage(counts);
  else
    void vscode.window.showWarningMessage(
      `${counts} Not imported: ${failed.slice(0, 5).join('; ')}${failed.length > 5 ? ` and ${failed.length - 5} more` : ''}.`,
    );
  return undefined;
}

async function savedPage(uri: vscode.Uri): Promise<Source> {
  const bytes = await readBytes(uri);
  const html = bytes && decodePage(bytes, undefined, decode);
  if (html === undefined) throw new Error(`${nameOf(uri)} is not a text file.`);
  const { mtime } = await vscode.workspace.fs.stat(uri);
  return { label: nameOf(uri), html, fileName: nameOf(uri), ...(mtime > 0 && { saved: isoTime(mtime) }) };
}

async function importPage(importer: Importer, source: Source): Promise<vscode.Uri | undefined> {
  let article = await articleOf(importer, source, false);
  if ('reason' in article) {
    const whole = 'Take All Its Text';
    const answer = await vscode.window.showWarningMessage(`${source.label}: ${article.reason}.`, whole);
    if (answer !== whole) return undefined;
    article = await articleOf(importer, source, true);
    if ('reason' in article) throw new Error(`${source.label} has no text.`);
  }
  return keep(importer, article);
}

/** Where nothing in the page looks like an article, or the whole page has no words, why. */
async function articleOf({ pages }: Importer, source: Source, whole: boolean): Promise<ImportedArticle | { readonly reason: string }> {
  const main = whole ? undefined : await pages.mainContent(source.html);
  if (main && 'reason' in main) return main;
  const article = pageArticle({ ...source, ...(main && { main }) });
  return article.words > 0 ? article : { reason: 'this page has no text' };
}

/** Writes the article; where another one has its name, the person says what becomes of it. */
async function keep(importer: Importer, article: ImportedArticle): Promise<vscode.Uri | undefined> {
  const uri = vscode.Uri.joinPath(importer.target, article.name);
  const there = await readBytes(uri);
  if (there === undefined || isSameArticle(new TextDecoder().decode(there), article.text)) return (await write(importer, article)).uri;
  const both = 'Keep Both';
  const replace = 'Replace';
  const detail = 'Its text is not the same. Annotations of the old text are looked for in the new one.';
  const answer = await vscode.window.showWarningMessage(`${article.name} exists already.`, { modal: true, detail }, both, replace);
  if (answer === both) return (await write(importer, article)).uri;
  if (answer !== replace) return undefined;
  if (!(await importer.replace(uri, there, new TextEncoder().encode(article.text))))
    throw new Error(`${article.name} has been changed by another program. Nothing was written: try again.`);
  return uri;
}

/** Under the first name that is free; the same article is not written twice. */
async function write({ target, replace }: Importer, { name, text }: ImportedArticle): Promise<Outcome> {
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.joinPath(target, numberedName(name, number));
    // Where another program takes the name at this moment, its file is compared like any other.
    if (await replace(uri, undefined, new TextEncoder().encode(text))) return { kind: 'written', uri };
    const there = await readBytes(uri);
    if (there && isSameArticle(new TextDecoder().decode(there), text)) return { kind: 'known', uri };
  }
}

/** By the encodings that browsers know. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
