import * as vscode from 'vscode';
import {
  decodeBytes,
  type ImportedArticle,
  isArticlePath,
  isSameArticle,
  KnownArticles,
  likenessOf,
  nextVersionName,
  numberedName,
  type OriginalFile,
  versionsFolder,
  withKeptFacts,
} from '../../core/index';
import { nameOf, openDocument, readBytes, RefusedError, type ReplaceWhole } from '../../workspace/files/index';

/** What is at a place for an article: nothing of it, the same words, other words of it, or another article of its name. */
export interface Place {
  readonly kind: 'free' | 'same' | 'version' | 'taken';
  readonly uri: vscode.Uri;
}

/** A folder in which no article is looked for. */
const originals = '.originals';
/** Files that are read at once. */
const atOnce = 16;

/** The folder that articles are imported to. Nothing that lies there is ever lost. */
export class ArticleTarget {
  readonly folder: vscode.Uri;
  readonly #replace: ReplaceWhole;
  readonly #isArticle: (uri: vscode.Uri) => boolean;
  #known: Promise<KnownArticles> | undefined;

  constructor(folder: vscode.Uri, replace: ReplaceWhole, isArticle: (uri: vscode.Uri) => boolean) {
    this.folder = folder;
    this.#replace = replace;
    this.#isArticle = isArticle;
  }

  /** As the folder calls its articles, where only some plain texts of it are articles. */
  nameOf(name: string): string {
    const ownEnding = name.replace(/(?:\.article)?\.txt$/, '.article.txt');
    const isArticle = (candidate: string) => this.#isArticle(vscode.Uri.joinPath(this.folder, candidate));
    return isArticle(name) || !isArticle(ownEnding) ? name : ownEnding;
  }

  async placeOf(article: ImportedArticle): Promise<Place> {
    const known = await (this.#known ??= this.#read());
    let version: vscode.Uri | undefined;
    for (const name of known.candidates(article)) {
      const uri = vscode.Uri.joinPath(this.folder, name);
      const bytes = await readBytes(uri);
      const likeness = bytes === undefined ? 'other' : likenessOf(article, name, decodeBytes(bytes).text);
      if (likeness === 'same') return { kind: 'same', uri };
      if (likeness === 'version') version ??= uri;
    }
    if (version !== undefined) return { kind: 'version', uri: version };
    const uri = vscode.Uri.joinPath(this.folder, article.name);
    const there = await readBytes(uri);
    if (there === undefined) return { kind: 'free', uri };
    return { kind: isSameArticle(decodeBytes(there).text, article.text) ? 'same' : 'taken', uri };
  }

  /** Under the first name that is free; the same article is not written twice. */
  async write({ name, text }: ImportedArticle): Promise<Place> {
    for (let number = 1; ; number += 1) {
      const uri = vscode.Uri.joinPath(this.folder, numberedName(name, number));
      // Where another program takes the name at this moment, its file is compared like any other.
      if (await this.#replace(uri, undefined, new TextEncoder().encode(text))) {
        (await this.#known)?.add(nameOf(uri), text, true);
        return { kind: 'free', uri };
      }
      const there = await readBytes(uri);
      if (there && isSameArticle(decodeBytes(there).text, text)) return { kind: 'same', uri };
    }
  }

  /** Puts the article in the place of a text; where that is not `was`, of whatever is there now. */
  async overwrite(uri: vscode.Uri, { text }: Pick<ImportedArticle, 'text'>, was?: string): Promise<void> {
    const there = await this.#unsaved(uri);
    const isOther = was !== undefined && (there === undefined || decodeBytes(there).text !== was);
    if (isOther || !(await this.#replace(uri, there, new TextEncoder().encode(text))))
      throw new RefusedError(vscode.l10n.t('{0} has been changed by another program. Nothing was written: try again.', nameOf(uri)));
  }

  /** Puts other words of an article in its place; what was there is kept before that, as an earlier version. */
  async keepVersion(uri: vscode.Uri, { text }: ImportedArticle): Promise<vscode.Uri> {
    const there = await this.#unsaved(uri);
    if (there === undefined) throw new RefusedError(vscode.l10n.t('{0} is gone. Nothing was written.', nameOf(uri)));
    const folder = uri.with({ path: versionsFolder(uri.path) });
    await vscode.workspace.fs.createDirectory(folder);
    for (;;) {
      const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
      const earlier = vscode.Uri.joinPath(folder, nextVersionName(names, uri.path));
      if (!(await this.#replace(earlier, undefined, there))) continue;
      await this.overwrite(uri, { text: withKeptFacts(text, decodeBytes(there).text) });
      return earlier;
    }
  }

  /** Puts a file beside the articles that are made of it; another one of its name gets a number, the same one is there once. */
  async keepOriginal(name: string, bytes: Uint8Array): Promise<OriginalFile> {
    const folder = vscode.Uri.joinPath(this.folder, originals);
    await vscode.workspace.fs.createDirectory(folder);
    const sha256 = await sha256OfBytes(bytes);
    for (let number = 1; ; number += 1) {
      const path = `${originals}/${numberedName(name, number)}`;
      const uri = vscode.Uri.joinPath(this.folder, path);
      if (await this.#replace(uri, undefined, bytes)) return { path, sha256 };
      const there = await readBytes(uri);
      if (there && (await sha256OfBytes(there)) === sha256) return { path, sha256 };
    }
  }

  async #unsaved(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    if (openDocument(uri)?.isDirty === true)
      throw new RefusedError(vscode.l10n.t('{0} has unsaved changes: save it first, then import again.', nameOf(uri)));
    return readBytes(uri);
  }

  async #read(): Promise<KnownArticles> {
    const known = new KnownArticles();
    let names: string[];
    try {
      names = (await vscode.workspace.fs.readDirectory(this.folder)).map(([name]) => name).filter((name) => isArticlePath(name, []));
    } catch {
      return known; // it is made with the first article
    }
    for (let at = 0; at < names.length; at += atOnce)
      await Promise.all(
        names.slice(at, at + atOnce).map(async (name) => {
          const bytes = await readBytes(vscode.Uri.joinPath(this.folder, name)).catch(() => undefined);
          if (bytes) known.add(name, decodeBytes(bytes).text, false);
        }),
      );
    return known;
  }
}

async function sha256OfBytes(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
