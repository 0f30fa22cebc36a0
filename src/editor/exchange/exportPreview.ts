import * as vscode from 'vscode';
import type { ExportFile, ExportFormat } from '../../core/index';
import { createWebviewPanel } from '../../workspace/window/index';

const scheme = 'second-source-export';
/** Characters of each file; who wants to read on exports it. */
const shownOfFile = 20_000;
const shownFiles = 12;
const longestPage = 3_000_000;

/** What an export would write, as read-only documents of their own. */
export class ExportPreviews implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #disposables: readonly vscode.Disposable[];
  #count = 0;
  #page: vscode.WebviewPanel | undefined;

  constructor() {
    this.#disposables = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async show(format: ExportFormat, files: readonly ExportFile[]): Promise<void> {
    const [only, ...more] = files;
    const page = format.id === 'html' && only && more.length === 0 ? pageOf(only) : undefined;
    if (page !== undefined && only) {
      this.#showPage(vscode.l10n.t('Preview of {0}', only.path), page);
      return;
    }
    const name = only && more.length === 0 ? only.path : `${format.id}.txt`;
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/Preview of ${name}` });
    this.#texts.set(uri.toString(), previewText(files));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** As a browser would show it, but for its filters, which need its script: the page's own policy lets nothing else in. */
  #showPage(title: string, html: string): void {
    const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: true };
    this.#page ??= createWebviewPanel('secondSource.exportPreview', title, column, { localResourceRoots: [] });
    this.#page.onDidDispose(() => (this.#page = undefined));
    this.#page.title = title;
    this.#page.webview.html = html;
    this.#page.reveal(column.viewColumn, column.preserveFocus);
  }

  dispose(): void {
    this.#page?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** A whole page without its script, which would only be told that it must not run; undefined where it is too long to be looked at. */
function pageOf({ content }: ExportFile): string | undefined {
  let html = '';
  for (const part of typeof content === 'string' ? [content] : content) {
    if (typeof part !== 'string') return undefined;
    html += part;
    if (html.length > longestPage) return undefined;
  }
  return html.replace(/<script>[^<]*<\/script>/, '');
}

function previewText(files: readonly ExportFile[]): string {
  const [first] = files;
  if (first === undefined) return vscode.l10n.t('There is nothing to export.');
  if (files.length === 1) return beginningOf(first);
  const shown = files.slice(0, shownFiles).map((file) => `──── ${file.path}\n${beginningOf(file)}`);
  const more = files.length > shownFiles ? [vscode.l10n.t('──── and {0} more files', files.length - shownFiles)] : [];
  return [...shown, ...more].join('\n');
}

/** Only as much is made as is shown. */
function beginningOf({ path, content }: ExportFile): string {
  let text = '';
  for (const part of typeof content === 'string' ? [content] : content) {
    if (typeof part !== 'string') return vscode.l10n.t('{0} is an archive.\n', path);
    text += part;
    if (text.length > shownOfFile) return vscode.l10n.t('{0}\n… the rest is not shown here.\n', text.slice(0, shownOfFile));
  }
  return text;
}
