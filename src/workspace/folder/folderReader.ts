import * as vscode from 'vscode';
import { isArticlePath, loadContradictions, sidecarName, speller } from '../../core/index';
import { type ArticleShelf, turn } from '../articles/index';
import { articleOf, isSidecarName, isThere, pathBelow, settingsFor, sidecarUri, walk, type YamlFiles } from '../files/index';
import type { FolderIndex, ProjectHost } from './folderIndex';
import type { Sidecars } from './sidecars';

/** Up to so many articles a folder is held in memory as a whole; a larger one is indexed. */
const few = 60;

/** What is read into, and which files are articles. */
export interface FolderParts {
  readonly root: vscode.Uri;
  readonly yaml: YamlFiles;
  readonly shelf: ArticleShelf;
  readonly sidecars: Sidecars;
  readonly index: FolderIndex;
  readonly globs: () => readonly string[];
}

/** Reads a folder: as a whole at first, then what has changed. */
export class FolderReader {
  readonly #parts: FolderParts;
  readonly #host: ProjectHost;
  /** The globs by which the folder was read. */
  #walked = '';
  #isLoading = false;
  #progress: { done: number; total: number } | undefined;

  constructor(parts: FolderParts, host: ProjectHost) {
    this.#parts = parts;
    this.#host = host;
  }

  /** Defined while the folder is read for the first time. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    const status = this.#parts.index.current?.status;
    return status?.isBuilding === true ? { done: status.articles - status.missing, total: status.articles } : this.#progress;
  }

  /** While the folder is read, for the first time or anew. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** A small folder that has become a large one: it is to be read again. */
  get isOutgrown(): boolean {
    const { index, shelf } = this.#parts;
    return index.current === undefined && !this.#isLoading && shelf.size > few;
  }

  #isArticle(uri: vscode.Uri): boolean {
    const path = pathBelow(this.#parts.root, uri);
    return path !== undefined && isArticlePath(path, this.#parts.globs());
  }

  /** `isIndexUnwanted`: a person has stopped the building of the index before. */
  async load(pause: () => Promise<boolean>, isIndexUnwanted: boolean): Promise<void> {
    this.#isLoading = true;
    try {
      await this.#load(pause, isIndexUnwanted);
    } finally {
      this.#isLoading = false;
    }
  }

  async #load(pause: () => Promise<boolean>, isIndexUnwanted: boolean): Promise<void> {
    const { root, yaml, shelf } = this.#parts;
    await this.readYaml(yaml.projectFile);
    await this.readYaml(yaml.corroborationsFile);
    for (const document of vscode.workspace.textDocuments) {
      // The editor keeps the text of a deleted file for a while.
      if (document.isDirty || (await isThere(document.uri))) await this.open(document);
    }
    if (!(await pause())) return;
    const [wordnet, contradictions] = await Promise.all([this.#host.wordnet(), loadContradictions()]);
    shelf.together.learn(wordnet, contradictions);
    const globs = this.#parts.globs();
    this.#walked = globs.join();
    const { annotator } = settingsFor(root);
    const paths: string[] = [];
    const sidecars = new Set<string>();
    let start = performance.now();
    for await (const uri of walk(root)) {
      const path = pathBelow(root, uri) ?? '';
      const article = articleOf(uri);
      if (article) this.#parts.sidecars.note(uri, true);
      if (article && sidecarUri(article, annotator).path === uri.path) sidecars.add(uri.toString());
      else if (isArticlePath(path, globs)) paths.push(path);
      if (performance.now() - start < turn) continue;
      if (!(await pause())) return;
      start = performance.now();
    }
    if (paths.length > few) await this.#loadLarge(paths, sidecars, isIndexUnwanted);
    else await this.#loadWhole(paths, sidecars);
    await this.#readElsewhere();
  }

  async #loadWhole(paths: readonly string[], sidecars: ReadonlySet<string>): Promise<void> {
    const { root, shelf, index } = this.#parts;
    index.end();
    const total = paths.length;
    this.#progress = { done: 0, total };
    const files = paths.map((path) => vscode.Uri.joinPath(root, path));
    await shelf.readAll(files, sidecars, (done) => (this.#progress = { done, total }));
    this.#progress = undefined;
  }

  async #loadLarge(paths: readonly string[], sidecars: ReadonlySet<string>, isIndexUnwanted: boolean): Promise<void> {
    const { root, yaml, shelf, index } = this.#parts;
    const isNew = index.current === undefined;
    const indexed = index.begin();
    if (isNew) shelf.release();
    const listed = indexed.list(paths);
    const spelled = speller(paths);
    const annotated = [...sidecars].flatMap((sidecar) => {
      const path = spelled(sidecarName(pathBelow(root, vscode.Uri.parse(sidecar)) ?? '')?.article ?? '');
      return path === undefined ? [] : vscode.Uri.joinPath(root, path);
    });
    await shelf.readAll(annotated, sidecars, () => undefined);
    this.#host.progressed(true);
    await indexed.setRegistry(yaml.registry);
    await listed;
    if (isIndexUnwanted) indexed.stop();
    else await indexed.build();
  }

  /** Reads everything again that depends on the registry or the settings. */
  async reload(isIndexUnwanted: boolean): Promise<void> {
    const { yaml, shelf, index } = this.#parts;
    if (this.#walked === this.#parts.globs().join()) {
      await index.current?.setRegistry(yaml.registry);
      shelf.outdateAll();
      await shelf.work();
      return;
    }
    for (const { uri } of shelf.entries) if (!this.#isArticle(uri)) shelf.drop(uri.toString());
    shelf.outdateAll();
    await this.load(this.#host.pause, isIndexUnwanted);
  }

  /** Takes an article's document in; says whether it is one. */
  async open(document: vscode.TextDocument): Promise<boolean> {
    if (!this.#isArticle(document.uri)) return false;
    await this.#parts.shelf.open(document);
    return true;
  }

  /** An article was made, changed or deleted on disk. */
  async readArticle(uri: vscode.Uri): Promise<void> {
    const { shelf, index } = this.#parts;
    const isHere = shelf.entry(uri) !== undefined;
    if (index.current === undefined || isHere) {
      await shelf.read(uri, true);
      await shelf.computeDeferred(uri.toString());
      shelf.outdate(uri.toString());
    }
    await index.current?.change(uri);
  }

  /** A YAML file of ours was made, changed, deleted or edited. Says what it is to us; `undefined` when nothing changed. */
  async readYaml(uri: vscode.Uri): Promise<'project' | 'corroborations' | vscode.Uri | undefined> {
    const { yaml, shelf, sidecars } = this.#parts;
    const text = await yaml.text(uri);
    sidecars.note(uri, text !== undefined);
    if (isSidecarName(uri.path)) {
      if (shelf.names.isShown(uri)) return shelf.takeSidecar(uri, text);
      await this.#readElsewhere();
      return undefined;
    }
    const which = yaml.take(uri, text);
    if (which === 'corroborations') await this.#readElsewhere();
    return which;
  }

  async #readElsewhere(): Promise<void> {
    const { yaml, shelf, sidecars } = this.#parts;
    const linked = new Set(yaml.corroborations.links.flatMap(({ from, to }) => [from.path.normalize('NFC'), to.path.normalize('NFC')]));
    await sidecars.readElsewhere(
      linked,
      (uri) => shelf.names.isShown(uri),
      (uri) => yaml.text(uri),
    );
  }
}
