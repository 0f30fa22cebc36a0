import * as vscode from 'vscode';
import { articleOfVersion, type ChangedSince, type EarlierText, versionNames, versionsFolder } from '../../core/index';
import type { ArticleShelf, ArticleState } from '../articles/index';
import type { Comparison } from './versionComparison';
import { committedText, decodeArticle, lastCommit, nameOf, readBytes } from '../files/index';

/** An earlier text of an article: one that is kept beside it, or the one that was committed last. */
export interface EarlierVersion extends EarlierText {
  /** Opens it. */
  readonly uri: vscode.Uri;
  readonly kind: 'kept' | 'committed';
}

/** Larger texts are not compared while somebody waits. */
const longest = 1_000_000;

/** The earlier versions of the articles of a folder. Read when first asked for, and again when a file of theirs has changed. */
export class Versions {
  readonly #shelf: ArticleShelf;
  readonly #wordnet: () => Promise<Uint8Array | undefined>;
  readonly #latest = new Map<string, { readonly commit: string | undefined; readonly version: Promise<EarlierVersion | undefined> }>();

  constructor(shelf: ArticleShelf, wordnet: () => Promise<Uint8Array | undefined>) {
    this.#shelf = shelf;
    this.#wordnet = wordnet;
  }

  /** Lets the states of these articles tell what their outlet has changed. */
  async fetch(articles: readonly vscode.Uri[]): Promise<void> {
    for (const uri of articles) {
      const key = uri.toString();
      const commit = lastCommit(uri);
      let latest = this.#latest.get(key);
      if (latest?.commit !== commit || latest === undefined) this.#latest.set(key, (latest = { commit, version: this.#read(uri) }));
      const earlier = await latest.version;
      this.#shelf.entry(uri)?.setEarlier(earlier && { text: earlier, compare: await this.#comparison(earlier) });
    }
  }

  /** A file was made, changed or deleted: the article whose earlier version it is; also what was committed may be another text. */
  changed(uri: vscode.Uri): vscode.Uri | undefined {
    const path = articleOfVersion(uri.path);
    const article = path === undefined ? uri : uri.with({ path });
    this.#latest.delete(article.toString());
    return path === undefined ? undefined : article;
  }

  /** Latest first; the committed one only where it is another text than today's. */
  async list({ uri, article }: ArticleState): Promise<readonly EarlierVersion[]> {
    const kept = await Promise.all((await keptVersions(uri)).map((file) => keptText(file)));
    const committed = await committedText(uri);
    const isOther = committed !== undefined && withoutLineEnds(committed.text) !== article.raw;
    return [...kept.flatMap((version) => version ?? []), ...(isOther ? [{ ...committed, kind: 'committed' as const }] : [])];
  }

  async compare(earlier: EarlierVersion, state: ArticleState): Promise<ChangedSince | undefined> {
    return (await this.#comparison(earlier))(state);
  }

  /** Comes with the first article that has an earlier version. */
  async #comparison(earlier: EarlierText): Promise<Comparison> {
    const [{ comparisonWith }, wordnet] = await Promise.all([import('./versionComparison'), this.#wordnet()]);
    return comparisonWith(earlier, wordnet);
  }

  async #read(uri: vscode.Uri): Promise<EarlierVersion | undefined> {
    const [latest] = await keptVersions(uri);
    const committed = latest ? undefined : await committedText(uri);
    const version = latest ? await keptText(latest) : committed && { ...committed, kind: 'committed' as const };
    return version && version.text.length <= longest ? version : undefined;
  }
}

async function keptVersions(article: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const folder = article.with({ path: versionsFolder(article.path) });
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    return versionNames(names, nameOf(article)).map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return []; // there is none
  }
}

async function keptText(uri: vscode.Uri): Promise<EarlierVersion | undefined> {
  const bytes = await readBytes(uri).catch(() => undefined);
  return bytes && { uri, kind: 'kept', text: decodeArticle(bytes) };
}

function withoutLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
