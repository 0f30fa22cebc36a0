import * as vscode from 'vscode';
import { articleOf, pathBelow, settingsFor, sidecarUri } from '../files/index';

/** How names of files are spelled in the folder, with composed letters or with marks: as it is there, else as it is given. */
export interface Spelled {
  readonly sidecar: (path: string) => string;
  readonly article: (path: string) => string;
}

/** Which sidecar belongs to which article. */
export class SidecarNames {
  readonly #root: vscode.Uri;
  readonly #spelled: Spelled;

  constructor(root: vscode.Uri, spelled: Spelled) {
    this.#root = root;
    this.#spelled = spelled;
  }

  /** Of the annotator of this window, or of another one; '' for the shared one. */
  sidecarOf(article: vscode.Uri, who = settingsFor(this.#root).annotator): vscode.Uri {
    return this.#there(sidecarUri(article, who), this.#spelled.sidecar);
  }

  articleOf(sidecar: vscode.Uri): vscode.Uri | undefined {
    const article = articleOf(sidecar);
    return article && this.#there(article, this.#spelled.article);
  }

  /** Whether a sidecar is the one of its article that this window shows, and not another annotator's. */
  isShown(sidecar: vscode.Uri): boolean {
    const article = this.articleOf(sidecar);
    return article !== undefined && this.sidecarOf(article).toString() === sidecar.toString();
  }

  #there(uri: vscode.Uri, spelled: (path: string) => string): vscode.Uri {
    const path = pathBelow(this.#root, uri);
    const there = path === undefined ? path : spelled(path);
    return there === undefined || there === path ? uri : vscode.Uri.joinPath(this.#root, there);
  }
}
