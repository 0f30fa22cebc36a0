import * as vscode from 'vscode';
import { decodePage, type ImportedArticle, isPageText, type OriginalFile, type Page, pageArticle, textArticle } from '../../core/index';
import { nameOf, readBytes } from '../../workspace/files/index';
import { fetchPage, type PageReader } from '../../workspace/pages/index';
import { withProgress } from '../../workspace/window/index';

/** What an article is made of: a page, the whole of a document as HTML, or a text as it stands. */
export type ArticleSource = Omit<Page, 'html' | 'main'> & {
  /** Tells a person which page or part of a file is meant. */
  readonly label: string;
} & ({ readonly html: string; readonly content?: string; readonly leftOut?: ImportedArticle['leftOut'] } | { readonly text: string });

/** Why something has become no article, and whether all of its text can be taken instead. */
export interface Refusal {
  readonly reason: string;
  readonly hasWhole: boolean;
}

/** What a file holds, and what of it cannot be read. */
export interface FileSources {
  readonly sources: readonly ArticleSource[];
  readonly problem?: string;
}

/** A file in the workspace, on a disk, or of bytes alone where it was dropped from elsewhere. */
export type ArticleFile = vscode.Uri | { readonly name: string; readonly data: () => Thenable<Uint8Array> };

/** Endings of what people keep; what a file is is told by its content. */
export const keptEndings: readonly string[] = [
  ...['html', 'htm', 'xhtml', 'mhtml', 'mht', 'warc', 'gz', 'wacz', 'rss', 'atom', 'xml', 'eml', 'mbox', 'docx', 'pdf', 'srt', 'vtt'],
];

export function fileName(file: ArticleFile): string {
  return file instanceof vscode.Uri ? nameOf(file) : file.name;
}

/** What a file holds: one source, or several of a web archive or a feed. `keep` puts the file beside the articles that are made of it. */
export async function sourcesOf(
  pages: PageReader,
  file: ArticleFile,
  keep?: (name: string, bytes: Uint8Array) => Promise<OriginalFile>,
): Promise<FileSources | Refusal> {
  const name = fileName(file);
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { reason: vscode.l10n.t('is not there any more'), hasWhole: false };
  const saved = file instanceof vscode.Uri ? (await vscode.workspace.fs.stat(file)).mtime : 0;
  const kept = await pages.keptFile(bytes);
  if (kept && 'reason' in kept) return { reason: kept.reason, hasWhole: false };
  const source = await keep?.(name, bytes);
  const known = { label: name, fileName: name, ...(saved > 0 && { saved: isoTime(saved) }), ...(source && { source }) };
  if (kept) {
    const { pages: parts, ...rest } = kept;
    return {
      ...rest,
      sources: parts.map(({ label, ...page }) => ({ ...known, ...page, label: label === undefined ? name : `${name} (${label})` })),
    };
  }
  const text = decodePage(bytes, undefined, decode);
  if (text === undefined) return { reason: vscode.l10n.t('is not a text file'), hasWhole: false };
  return { sources: [isPageText(text) ? { ...known, html: text } : { ...known, text }] };
}

export function clipboardSource(text: string): ArticleSource {
  const known = { label: vscode.l10n.t('the clipboard'), retrieved: isoTime(Date.now()) };
  // An extension gets the clipboard's text alone; where that is the source of a page, it is read as one.
  const isSource =
    /^\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->)[^]){0,2000}-->\s*)*<(?:!doctype|html|head|body|article|main|div|section|p|h1|meta)\b/i;
  return isSource.test(text) ? { ...known, html: text } : { ...known, text };
}

/** Fetches a page, with progress that can be cancelled. */
export async function addressSource(address: string): Promise<ArticleSource> {
  const progress = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Fetching the article'), cancellable: true };
  const fetched = await withProgress(progress, (_, cancel) => fetchPage(address, cancel));
  const html = decodePage(fetched.bytes, fetched.encoding, decode);
  if (html === undefined) throw new Error(vscode.l10n.t('{0} is no web page.', address));
  return { label: address, html, url: fetched.url, retrieved: isoTime(Date.now()) };
}

/** `whole`: all the text of a page, where its article cannot be told from the rest. */
export async function articleOf(pages: PageReader, source: ArticleSource, whole: boolean): Promise<ImportedArticle | Refusal> {
  if ('text' in source) {
    const article = textArticle(source.text, { ...source, ...(source.saved !== undefined && { retrieved: source.saved }) });
    return article.words > 0 ? article : { reason: vscode.l10n.t('has no text'), hasWhole: false };
  }
  const { content, html, leftOut } = source;
  const found = content === undefined && !whole ? await pages.mainContent(html) : undefined;
  if (found && 'reason' in found) return { reason: found.reason, hasWhole: true };
  const main = content === undefined ? found : { content, headings: [], ...(leftOut && { leftOut }) };
  try {
    const article = pageArticle({ ...source, ...(main && { main }) });
    return article.words > 0 ? article : { reason: vscode.l10n.t('this page has no text'), hasWhole: false };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), hasWhole: !whole };
  }
}

async function bytesOf(file: ArticleFile): Promise<Uint8Array | undefined> {
  return file instanceof vscode.Uri ? readBytes(file) : file.data();
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
