import type { Annotation, SidecarDocument } from '../annotations/model';
import type { Article } from '../text/article';
import { cleanText } from '../text/cleanText';
import type { ArticleName } from './imported';
import { pageKey } from './pageKey';

/** An article of the folder, and what its sidecar holds already. */
export interface ImportTarget {
  readonly path: string;
  readonly article: Article;
  /** Hexadecimal SHA-256 of the UTF-8 bytes of `article.raw`. */
  readonly sha256: string;
  readonly annotations: readonly Annotation[];
  readonly document?: SidecarDocument;
}

/** The articles of a folder, by what imports call them. */
export class ImportTargets {
  readonly #byPath = new Map<string, ImportTarget>();
  readonly #byHash = new Map<string, ImportTarget>();
  readonly #byUrl = new Map<string, ImportTarget>();
  readonly #byText = new Map<string, ImportTarget>();
  readonly #targets: readonly ImportTarget[];

  constructor(targets: readonly ImportTarget[]) {
    this.#targets = targets;
    for (const target of targets) {
      const url = pageKey(target.article.metadata.url?.value);
      this.#byPath.set(target.path.normalize('NFC'), target);
      if (!this.#byHash.has(target.sha256)) this.#byHash.set(target.sha256, target);
      if (url !== undefined && !this.#byUrl.has(url)) this.#byUrl.set(url, target);
    }
  }

  find({ path, sha256, url, text }: ArticleName): ImportTarget | undefined {
    return (
      (path === undefined ? undefined : this.#byPath.get(path.normalize('NFC'))) ??
      (sha256 === undefined ? undefined : this.#byHash.get(sha256)) ??
      this.#byUrl.get(pageKey(url) ?? '') ??
      (text === undefined ? undefined : this.#withText(text))
    );
  }

  #withText(text: string): ImportTarget | undefined {
    if (this.#byText.size === 0) for (const target of this.#targets) this.#byText.set(plain(target.article.raw), target);
    return this.#byText.get(plain(text));
  }
}

/** Exports put other characters for controls and tabs, one for one. */
export function plain(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}
