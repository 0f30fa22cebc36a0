import * as vscode from 'vscode';
import { type Article, archivedLabel, guid, rawSpanToProse, shownText, type Span } from '../../core/index';
import { LineTable } from '../articles/index';
import { archivedScheme } from '../files/index';
import { plainLabel, plainLine } from '../window/index';

/** Articles that can be opened: more than anybody sees on cards before they ask again. */
const mostOpened = 1000;
const longestName = 60;

/** The articles of an archive that were found, as documents that nobody can change: their source, and what a reader reads of them. */
export class ArchivedDocuments {
  readonly #archive: string;
  /** By id, in the order in which they were last asked for. */
  readonly #articles = new Map<string, Article>();
  readonly #ids = new WeakMap<Article, string>();

  constructor(archive: string) {
    this.#archive = archive;
  }

  /**
   * A short name for links, where nothing of a stranger may stand. It is the same for the same text of the same archive, and of no other
   * one, so that a document that was left open never shows another article.
   */
  idOf(article: Article): string {
    const id = this.#ids.get(article) ?? `x${guid([this.#archive, article.uri, article.raw].join('\n')).replaceAll('-', '')}`;
    this.#ids.set(article, id);
    this.#articles.delete(id);
    this.#articles.set(id, article);
    const [oldest] = this.#articles.keys();
    if (oldest !== undefined && this.#articles.size > mostOpened) this.#articles.delete(oldest);
    return id;
  }

  text(address: vscode.Uri): string | undefined {
    const article = this.#articles.get(address.query);
    return article && this.#head(article) + shownText(article.prose.text);
  }

  /** Where a passage of an article stands in its document; undefined where the article is no longer known. */
  place(id: string, passage: Span): { readonly uri: vscode.Uri; readonly lines: LineTable; readonly span: Span } | undefined {
    const article = this.#articles.get(id);
    if (article === undefined) return undefined;
    const { text } = article.prose;
    const span = rawSpanToProse(article.prose, passage) ?? { start: 0, end: 0 };
    const start = this.#head(article).length + shownText(text.slice(0, span.start)).length;
    const end = start + shownText(text.slice(span.start, span.end)).length;
    const uri = addressOf(id, article);
    return { uri, lines: new LineTable(this.text(uri) ?? ''), span: { start, end } };
  }

  #head({ metadata, uri }: Article): string {
    const { outlet, published, title, url } = metadata;
    const lines = [
      [outlet?.value ?? vscode.l10n.t('Outlet unknown'), published?.value ?? vscode.l10n.t('date unknown')].join(' · '),
      ...(title ? [title.value] : []),
      ...(url ? [url.value] : []),
      vscode.l10n.t('From the archive {0}, as {1}; for reading only', this.#archive, uri),
    ];
    return `${lines.map(plainLine).join('\n')}\n\n`;
  }
}

/** The name on its tab is its source's; what leads to the article is our own id. */
function addressOf(id: string, article: Article): vscode.Uri {
  const name = plainLabel(archivedLabel({ article }))
    .replace(/[\\/:*?"<>|%#]+/g, ' ')
    .slice(0, longestName)
    .trim();
  return vscode.Uri.from({ scheme: archivedScheme, path: `/${name}.article.txt`, query: id });
}
