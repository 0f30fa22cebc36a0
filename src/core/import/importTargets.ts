import type { Annotation, SidecarDocument } from '../annotations/model';
import type { Article } from '../text/article';
import { cleanText } from '../text/cleanText';
import type { ArticleName, Imported } from './imported';
import { pageKey } from '../text/pageKey';

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
  readonly #byGiven = new Map<string, Map<ImportTarget | undefined, ImportTarget | undefined>>();
  readonly #byWords = new Map<string, ImportTarget>();
  readonly #byLine = new Map<string, ImportTarget[]>();
  readonly #byName = new Map<string, ImportTarget[]>();
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

  find(name: ArticleName): ImportTarget | undefined {
    const { path, sha256, url, text } = name;
    const named =
      (path === undefined ? undefined : this.#byPath.get(path.normalize('NFC'))) ??
      (sha256 === undefined ? undefined : this.#byHash.get(sha256)) ??
      this.#byUrl.get(pageKey(url) ?? '');
    if (text === undefined) return named ?? (path === undefined ? undefined : this.#withName(path));
    // every annotation of a document brings its whole text along
    const known = this.#byGiven.get(text) ?? new Map<ImportTarget | undefined, ImportTarget | undefined>();
    this.#byGiven.set(text, known);
    if (!known.has(named)) known.set(named, this.#ofText(text, named));
    return known.get(named);
  }

  #ofText(text: string, named: ImportTarget | undefined): ImportTarget | undefined {
    // another article of that name may have the very text that the file brings
    if (named && plain(named.article.raw) === plain(text)) return named;
    return this.#withText(text) ?? named ?? this.#likeText(text);
  }

  /** Where nothing names the article: that of the file's name, else the only one in which the words stand, else the one a person has before him. */
  findNameless(
    { file = '' }: ArticleName,
    { exact, prefix = '', suffix = '' }: Imported['annotation'],
    open: string | undefined,
  ): ImportTarget | undefined {
    const byName = this.#withName(file.replace(/(?:\.w3c)?\.json(?:ld)?$/i, ''));
    if (byName || exact === '') return byName;
    const around = this.#targets.filter(({ article: { raw } }) => raw.includes(`${prefix}${exact}${suffix}`));
    const holding = around.length > 0 ? around : this.#targets.filter(({ article: { raw } }) => raw.includes(exact));
    return holding.length === 1 ? holding[0] : holding.find(({ path }) => path === open);
  }

  #withText(text: string): ImportTarget | undefined {
    if (this.#byText.size === 0)
      for (const target of this.#targets) {
        this.#byText.set(plain(target.article.raw), target);
        this.#byWords.set(wordsOf(target.article.raw), target);
      }
    return this.#byText.get(plain(text)) ?? this.#byWords.get(wordsOf(text));
  }

  /** The article that shares most lines with a text, and at least half of the text's: one was mended, or cut, since. */
  #likeText(text: string): ImportTarget | undefined {
    if (this.#byLine.size === 0)
      for (const target of this.#targets) for (const line of linesOf(target.article.raw)) append(this.#byLine, line, target);
    const shared = new Map<ImportTarget, number>();
    const lines = linesOf(text);
    for (const line of lines) for (const target of this.#byLine.get(line) ?? []) shared.set(target, (shared.get(target) ?? 0) + 1);
    const [first, second] = [...shared].sort(([, a], [, b]) => b - a);
    return first === undefined || first[1] * 2 < lines.size || first[1] === second?.[1] ? undefined : first[0];
  }

  /** The only article of a file's name, whatever folder it lies in and whatever ending it has. */
  #withName(path: string): ImportTarget | undefined {
    if (this.#byName.size === 0)
      for (const target of this.#targets) for (const name of new Set(namesOf(target.path))) append(this.#byName, name, target);
    const [whole, stem] = namesOf(path);
    for (const found of [this.#byName.get(whole), this.#byName.get(stem)]) if (found) return found.length === 1 ? found[0] : undefined;
    return undefined;
  }
}

/** Exports put other characters for controls and tabs, one for one. */
export function plain(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}

/** Other programs break lines and space words in their own way. */
function wordsOf(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** The lines of a text by which it can be known again. */
function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => (line.trim().length < 30 ? [] : wordsOf(line))));
}

function namesOf(path: string): readonly [whole: string, stem: string] {
  const name = path
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .toLowerCase();
  return [name, name.replace(/\.[^.]{1,8}$/, '')];
}

function append(lists: Map<string, ImportTarget[]>, key: string, target: ImportTarget): void {
  const list = lists.get(key);
  if (list) list.push(target);
  else lists.set(key, [target]);
}
