import * as vscode from 'vscode';
import { type AnnotationAddress, isArticlePath, isSamePath, speller, spellings } from '../../core/index';
import { ArticleShelf, type ArticleState } from '../articles/index';
import { decodeArticle, pathBelow, readBytes, settingsFor, YamlFiles } from '../files/index';
import type { HostCalls, IndexedFolder, Sentences } from '../index/index';
import { FolderIndex, type ProjectHost } from './folderIndex';
import { FolderReader } from './folderReader';
import { Sidecars, type Stray } from './sidecars';
import { Together } from './together';
import { Versions } from './versions';

/** A workspace folder that is annotated, put together of its parts; of itself it knows which files are its articles. */
export class Project {
  readonly root: vscode.Uri;
  /** What our own files in the folder say. */
  readonly yaml: YamlFiles;
  /** The articles in memory. */
  readonly shelf: ArticleShelf;
  readonly sidecars: Sidecars;
  readonly together: Together;
  readonly reader: FolderReader;
  readonly versions: Versions;
  readonly #index: FolderIndex;

  constructor(root: vscode.Uri, host: ProjectHost) {
    const { pause } = host;
    this.root = root;
    this.yaml = new YamlFiles(root);
    this.sidecars = new Sidecars(root);
    this.#index = new FolderIndex(root, host, (path) => this.#textOf(path));
    this.shelf = new ArticleShelf(root, this.yaml, {
      pause,
      analyse: (source) => this.#index.analyse(source),
      isArticle: (uri) => this.isArticle(uri),
      spelled: {
        sidecar: (path) => this.sidecars.spelled(path),
        article: (path) => (path.normalize('NFC') === path.normalize('NFD') ? path : (speller(this.paths)(path) ?? path)),
      },
      outdated: (uri) => this.indexed?.forget(uri),
    });
    this.versions = new Versions(this.shelf, host.wordnet);
    this.together = new Together(this.shelf, this.yaml, this.#index, this.versions, (path) => this.stateAt(path), pause, () => this.reader.isLoading); // prettier-ignore
    const { yaml, shelf, sidecars } = this;
    this.reader = new FolderReader({ root, yaml, shelf, sidecars, index: this.#index, globs: () => this.#globs() }, host);
  }

  /** The index of a large folder; undefined for a small one, which has none. */
  get indexed(): IndexedFolder | undefined {
    return this.#index.current;
  }

  /** The folder's name, where there are several in the window to be told apart. */
  get title(): string | undefined {
    const { workspaceFolders = [] } = vscode.workspace;
    return workspaceFolders.length > 1 ? workspaceFolders.find(({ uri }) => uri.toString() === this.root.toString())?.name : undefined;
  }

  isArticle(uri: vscode.Uri): boolean {
    const path = pathBelow(this.root, uri);
    return path !== undefined && isArticlePath(path, this.#globs());
  }

  #globs(): readonly string[] {
    const { articles } = this.yaml.registry;
    return articles.length > 0 ? articles : settingsFor(this.root).articles;
  }

  /** Number of articles. */
  get size(): number {
    return this.indexed?.status.articles ?? this.shelf.size;
  }

  /** The paths of all articles, also of those that are not in memory. */
  get paths(): readonly string[] {
    return this.indexed?.paths() ?? this.shelf.entries.map(({ path }) => path);
  }

  /** Today's state of an article in memory; `undefined` for what must not be read now. */
  state(uri: vscode.Uri): ArticleState | undefined {
    return this.shelf.state(uri.toString());
  }

  /** By the path below the folder, as our files name an article. */
  stateAt(path: string): ArticleState | undefined {
    for (const spelled of spellings(path)) {
      const state = this.state(vscode.Uri.joinPath(this.root, spelled));
      if (state) return state;
    }
    return undefined;
  }

  /** The other articles of the folder, from the one after (or before) it on, round and round; read one by one. */
  async *others(state: ArticleState, by: 1 | -1): AsyncGenerator<ArticleState> {
    const paths = this.indexed ? this.paths : this.together.states().map(({ path }) => path);
    const at = paths.indexOf(state.path);
    for (let step = 1; step < paths.length; step++) {
      const path = paths[(at + by * step + paths.length * step) % paths.length];
      const other = path === undefined ? undefined : await this.shelf.hold(vscode.Uri.joinPath(this.root, path));
      if (other) yield other;
    }
  }

  /** Articles and sidecars that are known below a folder. */
  filesBelow(folder: vscode.Uri): readonly vscode.Uri[] {
    const path = pathBelow(this.root, folder);
    if (path === undefined) return [];
    return [...this.paths, ...this.sidecars.paths()]
      .filter((file) => file.startsWith(`${path}/`))
      .map((file) => vscode.Uri.joinPath(this.root, file));
  }

  /** For an encoder, with the articles whose sentences go first: those that are open. */
  get sentences(): { readonly of: Sentences; readonly first: readonly string[] } {
    const open = this.shelf.entries.filter(({ document }) => document !== undefined);
    return { of: this.indexed?.sentences ?? this.shelf.together.sentences, first: open.map(({ uri }) => uri.toString()) };
  }

  /** Files of annotations whose article is not there. */
  get strays(): readonly Stray[] {
    return this.sidecars.strays(() => this.paths, this.#globs());
  }

  /** Whether some sidecar of the article has the annotation. */
  hasAnnotation(address: AnnotationAddress): boolean {
    const shown = this.stateAt(address.path)?.sidecar.annotations.some(({ id }) => id === address.id);
    return shown === true || (this.sidecars.isElsewhere(address) && this.paths.some((path) => isSamePath(path, address.path)));
  }

  dispose(): void {
    this.#index.dispose();
  }

  /** What the worker is told of an article: the editor's text goes before the file's. */
  async #textOf(path: string): ReturnType<HostCalls['text']> {
    const uri = vscode.Uri.joinPath(this.root, path);
    const entry = this.shelf.entry(uri);
    if (entry) {
      const { text, set = {} } = entry.source(this.yaml.registry);
      return entry.obstacle === undefined ? { text, set } : undefined;
    }
    const bytes = await readBytes(uri).catch(() => undefined);
    return bytes && { text: decodeArticle(bytes), set: {} };
  }
}
