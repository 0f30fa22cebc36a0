import * as vscode from 'vscode';
import { type AnnotationAddress, isArticlePath, readSidecar, sidecarName, type SidecarName, speller } from '../../core/index';
import { isSidecarName, pathBelow, withoutMark } from '../files/index';

/** A file of annotations whose article does not stand beside it. */
export interface Stray extends SidecarName {
  readonly uri: vscode.Uri;
  /** Of the sidecar, below the folder. */
  readonly path: string;
}

/** Every sidecar below a folder, by its path: also those of other annotators, and those without an article. */
export class Sidecars {
  readonly #root: vscode.Uri;
  readonly #paths = new Set<string>();
  /** The same by the spelling with composed letters. */
  readonly #composed = new Map<string, string>();
  #elsewhere = new Set<string>();

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  note(uri: vscode.Uri, isThere: boolean): void {
    const path = pathBelow(this.#root, uri);
    if (path === undefined || !isSidecarName(path)) return;
    const composed = path.normalize('NFC');
    if (isThere) {
      this.#paths.add(path);
      this.#composed.set(composed, path);
    } else if (this.#paths.delete(path) && this.#composed.get(composed) === path) this.#composed.delete(composed);
  }

  has(path: string): boolean {
    return this.#composed.has(path.normalize('NFC'));
  }

  /** As the name is spelled here; where there is no such file, as it is given. */
  spelled(path: string): string {
    return this.#paths.has(path) ? path : (this.#composed.get(path.normalize('NFC')) ?? path);
  }

  paths(): readonly string[] {
    return [...this.#paths];
  }

  /** Those whose article is not among `articles`, and could be one. */
  strays(articles: () => readonly string[], globs: readonly string[]): readonly Stray[] {
    if (this.#paths.size === 0) return [];
    const there = speller(articles());
    return [...this.#paths].flatMap((path): Stray[] => {
      const name = sidecarName(path);
      if (name === undefined || there(name.article) !== undefined || !isArticlePath(name.article, globs)) return [];
      return [{ ...name, path, uri: vscode.Uri.joinPath(this.#root, path) }];
    });
  }

  /** Whether a sidecar of the article that is not shown in this window, another annotator's or the shared one, has the annotation. */
  isElsewhere({ path, id }: AnnotationAddress): boolean {
    return this.#elsewhere.has(`${path.normalize('NFC')} ${id}`);
  }

  /** Reads what `isElsewhere` answers from: the sidecars of these articles but the one that is shown. */
  async readElsewhere(
    articles: ReadonlySet<string>,
    isShown: (sidecar: vscode.Uri) => boolean,
    textOf: (sidecar: vscode.Uri) => Promise<string | undefined>,
  ): Promise<void> {
    const found = new Set<string>();
    for (const path of this.#paths) {
      const article = sidecarName(path)?.article.normalize('NFC');
      const uri = vscode.Uri.joinPath(this.#root, path);
      if (article === undefined || !articles.has(article) || isShown(uri)) continue;
      const { annotations } = readSidecar(withoutMark((await textOf(uri)) ?? ''));
      for (const { id } of annotations) found.add(`${article} ${id}`);
    }
    this.#elsewhere = found;
  }
}
