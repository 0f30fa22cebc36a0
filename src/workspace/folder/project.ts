import * as vscode from 'vscode';
import {
  type AnnotationAddress,
  type Conflict,
  type Corpus,
  type Corroborations,
  isArticlePath,
  type Link,
  LinkedPassages,
  type Match,
  openConflicts,
  type Origin,
  type Passage,
  type Registry,
  type SpeakerName,
} from '../../core/index';
import { type ArticleEntry, ArticleShelf, type ArticleState, outletOf, turn } from '../articles/index';
import {
  articleOf,
  decodeArticle,
  isSidecarName,
  isThere,
  pathBelow,
  readBytes,
  type ReplaceWhole,
  settingsFor,
  sidecarUri,
  walk,
  type YamlFile,
  YamlFiles,
} from '../files/index';
import { type HostCalls, IndexedFolder, type IndexStatus, IndexStore, ProjectWorker } from '../index/index';
import type { WorkerHandle } from '../worker/index';
import { Sidecars, type Stray } from './sidecars';

/** Up to so many articles a folder is held in memory as a whole; a larger one is indexed. */
const few = 60;

/** What a project needs of the window it stands in. */
export interface ProjectHost {
  /** Gives the host a turn; false once there is nobody left to work for. */
  readonly pause: () => Promise<boolean>;
  readonly wordnet: () => Promise<Uint8Array | undefined>;
  readonly startWorker: () => Promise<WorkerHandle>;
  /** The workspace's own storage; undefined where there is none. */
  readonly storage: vscode.Uri | undefined;
  readonly replace: ReplaceWhole;
  /** More of the folder has been read; `listed`: something else than a number may be shown now. */
  readonly progressed: (listed: boolean) => void;
  readonly failed: (reason: Error) => void;
}

/** A workspace folder that is annotated: its articles, what was decided about them, and what they say together. */
export class Project {
  readonly root: vscode.Uri;
  readonly #host: ProjectHost;
  readonly #yaml: YamlFiles;
  readonly #worker: ProjectWorker;
  readonly #shelf: ArticleShelf;
  readonly #sidecars: Sidecars;
  #indexed: IndexedFolder | undefined;
  /** The globs by which the folder was read. */
  #walked = '';
  #linked: { readonly links: readonly Link[]; readonly passages: LinkedPassages } | undefined;
  #isLoading = false;
  #progress: { done: number; total: number } | undefined;

  constructor(root: vscode.Uri, host: ProjectHost) {
    this.root = root;
    this.#host = host;
    this.#yaml = new YamlFiles(root);
    this.#sidecars = new Sidecars(root);
    const answers: HostCalls = { text: (path) => this.#textOf(path) };
    this.#worker = new ProjectWorker(host.startWorker, answers, (reason) => {
      this.#indexed?.lose();
      host.failed(reason);
    });
    this.#shelf = new ArticleShelf(root, this.#yaml, {
      pause: host.pause,
      analyse: async (source) => (await this.#worker.line()).call('analyse', source),
      isArticle: (uri) => this.isArticle(uri),
      outdated: (uri) => this.#indexed?.forget(uri),
    });
  }

  get registry(): Registry {
    return this.#yaml.registry;
  }

  get corroborations(): Corroborations {
    return this.#yaml.corroborations;
  }

  /** Over the articles in memory: all of a small folder. */
  get corpus(): Corpus {
    return this.#shelf.together.corpus;
  }

  /** Defined while the folder is read for the first time. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    const { index } = this;
    return index?.isBuilding === true ? { done: index.articles - index.missing, total: index.articles } : this.#progress;
  }

  /** What the index knows; undefined for a small folder, which has none. */
  get index(): IndexStatus | undefined {
    return this.#indexed?.status;
  }

  get projectFile(): vscode.Uri {
    return this.#yaml.projectFile;
  }

  get corroborationsFile(): vscode.Uri {
    return this.#yaml.corroborationsFile;
  }

  get corroborationsText(): string {
    return this.#yaml.corroborationsText;
  }

  /** Of the articles in memory. */
  get entries(): readonly ArticleEntry[] {
    return this.#shelf.entries;
  }

  /** Files of ours that have something wrong. */
  get brokenFiles(): readonly YamlFile[] {
    return this.#yaml.broken;
  }

  /** Whether contradictions are known between all articles, and nobody has to fetch them. */
  get hasAllConflicts(): boolean {
    return this.#indexed === undefined && this.#shelf.together.isCompared;
  }

  /** A small folder that has become a large one: it is to be read again. */
  get isOutgrown(): boolean {
    return this.#indexed === undefined && !this.#isLoading && this.#shelf.size > few;
  }

  /** Number of articles. */
  get size(): number {
    return this.index?.articles ?? this.#shelf.size;
  }

  isArticle(uri: vscode.Uri): boolean {
    const path = pathBelow(this.root, uri);
    return path !== undefined && isArticlePath(path, this.#globs());
  }

  #globs(): readonly string[] {
    return this.registry.articles.length > 0 ? this.registry.articles : settingsFor(this.root).articles;
  }

  sidecarOf(article: vscode.Uri): vscode.Uri {
    return this.#shelf.sidecarOf(article);
  }

  entry(uri: vscode.Uri): ArticleEntry | undefined {
    return this.#shelf.entry(uri);
  }

  /** Today's state of an article in memory; `undefined` for what must not be read now. */
  state(uri: vscode.Uri): ArticleState | undefined {
    return this.#shelf.state(uri.toString());
  }

  /** By the path below the folder, as our files name an article. */
  stateAt(path: string): ArticleState | undefined {
    return this.state(vscode.Uri.joinPath(this.root, path));
  }

  stateOf(key: string): ArticleState | undefined {
    return this.#shelf.state(key);
  }

  /** Every article that is listed, in the order of the paths: in a large folder those that are open or annotated. */
  states(): readonly ArticleState[] {
    const states = this.#shelf.states();
    return this.#indexed === undefined ? states : states.filter(({ article }) => this.#shelf.isListed(article.uri));
  }

  /** The articles among which one is looked at: in a large folder those of its event, as they were fetched last. */
  statesAround(state: ArticleState): readonly ArticleState[] {
    if (this.#indexed === undefined) return this.states();
    const near = new Set([...this.#indexed.near(state.article.uri), state.article.uri]);
    return this.#shelf.states().filter(({ article }) => near.has(article.uri));
  }

  // --- what the articles say together

  /** What the engine takes for renderings in other articles, best first; in a large folder what was fetched. */
  matches(query: Passage): readonly Match[] {
    if (this.#indexed) return this.#indexed.matches(query);
    this.#shelf.refresh();
    return this.#shelf.together.matches(query);
  }

  originsOf(query: Passage, matches: readonly Match[]): readonly Origin[] {
    return this.#indexed ? this.#indexed.originsOf(query) : this.#shelf.together.originsOf(query, matches);
  }

  /** Equal for one speaker in two articles. */
  speakerKey({ article }: ArticleState, speaker: SpeakerName): string {
    this.#shelf.refresh();
    return this.#shelf.together.speakers.keyOf(article.uri, speaker);
  }

  /** The fullest name that the articles have for a speaker. */
  speakerName({ article }: ArticleState, { id, name, registered }: SpeakerName): string {
    this.#shelf.refresh();
    return registered ? name : (this.#shelf.together.speakers.nameOf(article.uri, id) ?? name);
  }

  /** What people have linked, and what they have said not to belong together; this goes before the engine. */
  get linked(): LinkedPassages {
    const { links } = this.corroborations;
    if (this.#linked?.links !== links) this.#linked = { links, passages: new LinkedPassages(links, (path) => this.stateAt(path)) };
    return this.#linked.passages;
  }

  /** Contradictions, a person's first, that nobody has explained or dismissed yet; over 20 articles those of the open ones. */
  conflicts(): readonly Conflict[] {
    this.#shelf.refresh();
    const found = (this.#indexed ?? this.#shelf.together).conflicts();
    return openConflicts(found, this.corroborations.conflicts, this.linked, (path) => {
      const state = this.stateAt(path);
      return state ? outletOf(state) : path;
    });
  }

  // --- fetching; a small folder has everything here

  /** Lets `matches` and `statesAround` answer for a passage. */
  async fetch(state: ArticleState, query: Passage): Promise<void> {
    if (this.#indexed) await this.#shelf.holdAll(await this.#indexed.fetch(state.path, query));
  }

  /** Lets `originsOf` answer for a passage and its renderings. */
  async fetchOrigins(state: ArticleState, query: Passage, matches: readonly Match[]): Promise<void> {
    await this.#indexed?.fetchOrigins(state.path, query, matches);
  }

  /** Lets `conflicts` answer for the open articles as they are now. */
  async fetchConflicts(): Promise<void> {
    const open = this.states().filter(({ uri }) => this.entry(uri)?.document !== undefined);
    if (this.#indexed) await this.#shelf.holdAll(await this.#indexed.fetchConflicts(open));
    else
      await this.#shelf.together.compare(
        open.map(({ article }) => article.uri),
        this.#host.pause,
      );
  }

  /** Articles that may hold some words: all of a small folder. */
  async find(words: string): Promise<readonly ArticleState[]> {
    if (this.#indexed === undefined || words.trim() === '') return this.states();
    const keys = await this.#indexed.find(words);
    await this.#shelf.holdAll(keys);
    return [...new Set([...keys.flatMap((key) => this.stateOf(key) ?? []), ...this.states()])];
  }

  /** The other articles of the folder, from the one after (or before) it on, round and round; read one by one. */
  async *others(state: ArticleState, by: 1 | -1): AsyncGenerator<ArticleState> {
    const paths = this.#indexed ? this.paths : this.states().map(({ path }) => path);
    const at = paths.indexOf(state.path);
    for (let step = 1; step < paths.length; step++) {
      const path = paths[(at + by * step + paths.length * step) % paths.length];
      const other = path === undefined ? undefined : await this.hold(vscode.Uri.joinPath(this.root, path));
      if (other) yield other;
    }
  }

  /** An article's state; one that is not in memory is read. */
  hold(uri: vscode.Uri): Promise<ArticleState | undefined> {
    return this.#shelf.hold(uri);
  }

  // --- the index

  /** Goes on building the index; resolves when it is whole. */
  async buildIndex(): Promise<void> {
    await this.#indexed?.build();
  }

  stopIndex(): void {
    this.#indexed?.stop();
  }

  async saveIndex(): Promise<void> {
    await this.#indexed?.save();
  }

  dispose(): void {
    this.#worker.dispose();
  }

  /** What the worker is told of an article: the editor's text goes before the file's. */
  async #textOf(path: string): ReturnType<HostCalls['text']> {
    const uri = vscode.Uri.joinPath(this.root, path);
    const entry = this.entry(uri);
    if (entry) {
      const { text, set = {} } = entry.source(this.registry);
      return entry.obstacle === undefined ? { text, set } : undefined;
    }
    const bytes = await readBytes(uri);
    return bytes && { text: decodeArticle(bytes), set: {} };
  }

  // --- reading

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
    await this.readYaml(this.projectFile);
    await this.readYaml(this.corroborationsFile);
    for (const document of vscode.workspace.textDocuments) {
      // The editor keeps the text of a deleted file for a while.
      if (document.isDirty || (await isThere(document.uri))) await this.open(document);
    }
    if (!(await pause())) return;
    this.#shelf.together.learnWords(await this.#host.wordnet());
    const globs = this.#globs();
    this.#walked = globs.join();
    const { annotator } = settingsFor(this.root);
    const paths: string[] = [];
    const sidecars = new Set<string>();
    let start = performance.now();
    for await (const uri of walk(this.root)) {
      const path = pathBelow(this.root, uri) ?? '';
      const article = articleOf(uri);
      if (article) this.#sidecars.note(uri, true);
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
    this.#indexed = undefined;
    const total = paths.length;
    this.#progress = { done: 0, total };
    const files = paths.map((path) => vscode.Uri.joinPath(this.root, path));
    await this.#shelf.readAll(files, sidecars, (done) => (this.#progress = { done, total }));
    this.#progress = undefined;
  }

  async #loadLarge(paths: readonly string[], sidecars: ReadonlySet<string>, isIndexUnwanted: boolean): Promise<void> {
    const { storage, replace, pause, progressed, wordnet } = this.#host;
    if (this.#indexed === undefined) {
      this.#indexed = new IndexedFolder(this.root, {
        worker: () => this.#worker.line(),
        store: storage && new IndexStore(storage, this.root, replace),
        pause,
        progressed: () => progressed(false),
        wordnet,
      });
      this.#shelf.release();
    }
    const listed = this.#indexed.list(paths);
    const annotated = [...sidecars].flatMap((sidecar) => articleOf(vscode.Uri.parse(sidecar)) ?? []);
    await this.#shelf.readAll(annotated, sidecars, () => undefined);
    progressed(true);
    await this.#indexed.setRegistry(this.registry);
    await listed;
    if (isIndexUnwanted) this.#indexed.stop();
    else await this.#indexed.build();
  }

  /** Reads everything again that depends on the registry or the settings. */
  async reload(isIndexUnwanted: boolean): Promise<void> {
    if (this.#walked === this.#globs().join()) {
      await this.#indexed?.setRegistry(this.registry);
      this.#shelf.outdateAll();
      await this.#shelf.work();
      return;
    }
    for (const { uri } of this.entries) if (!this.isArticle(uri)) this.#shelf.drop(uri.toString());
    this.#shelf.outdateAll();
    await this.load(this.#host.pause, isIndexUnwanted);
  }

  /** The paths of all articles, also of those that are not in memory. */
  get paths(): readonly string[] {
    return this.#indexed?.paths() ?? this.entries.map(({ path }) => path);
  }

  /** Articles and sidecars that are known below a folder. */
  filesBelow(folder: vscode.Uri): readonly vscode.Uri[] {
    const path = pathBelow(this.root, folder);
    if (path === undefined) return [];
    return [...this.paths, ...this.#sidecars.paths()]
      .filter((file) => file.startsWith(`${path}/`))
      .map((file) => vscode.Uri.joinPath(this.root, file));
  }

  /** By the sidecar's path: also those of other annotators. */
  hasSidecar(path: string): boolean {
    return this.#sidecars.has(path);
  }

  /** Files of annotations whose article is not there. */
  get strays(): readonly Stray[] {
    return this.#sidecars.strays(() => this.paths, this.#globs());
  }

  /** Whether some sidecar of the article has the annotation. */
  hasAnnotation(address: AnnotationAddress): boolean {
    const shown = this.stateAt(address.path)?.sidecar.annotations.some(({ id }) => id === address.id);
    return shown === true || (this.#sidecars.isElsewhere(address) && this.paths.includes(address.path));
  }

  async #readElsewhere(): Promise<void> {
    const linked = new Set(this.corroborations.links.flatMap(({ from, to }) => [from.path, to.path]));
    await this.#sidecars.readElsewhere(
      linked,
      (uri) => this.#isShown(uri),
      (uri) => this.#yaml.text(uri),
    );
  }

  #isShown(sidecar: vscode.Uri): boolean {
    const article = articleOf(sidecar);
    return article !== undefined && this.sidecarOf(article).toString() === sidecar.toString();
  }

  /** Takes an article's document in; says whether it is one. */
  async open(document: vscode.TextDocument): Promise<boolean> {
    if (!this.isArticle(document.uri)) return false;
    await this.#shelf.open(document);
    return true;
  }

  close(uri: vscode.Uri): Promise<void> {
    return this.#shelf.close(uri);
  }

  edited(event: vscode.TextDocumentChangeEvent): boolean {
    return this.#shelf.edited(event);
  }

  /** An article was made, changed or deleted on disk. */
  async readArticle(uri: vscode.Uri): Promise<void> {
    const isHere = this.entry(uri) !== undefined;
    if (this.#indexed === undefined || isHere) {
      await this.#shelf.read(uri, true);
      await this.#shelf.computeLong(uri.toString());
      this.#shelf.outdate(uri.toString());
    }
    await this.#indexed?.change(uri);
  }

  /** A YAML file of ours was made, changed, deleted or edited. Says what it is to us; `undefined` when nothing changed. */
  async readYaml(uri: vscode.Uri): Promise<'project' | 'corroborations' | vscode.Uri | undefined> {
    const text = await this.#yaml.text(uri);
    this.#sidecars.note(uri, text !== undefined);
    if (isSidecarName(uri.path)) {
      if (this.#isShown(uri)) return this.#shelf.takeSidecar(uri, text);
      await this.#readElsewhere();
      return undefined;
    }
    const which = this.#yaml.take(uri, text);
    if (which === 'corroborations') await this.#readElsewhere();
    return which;
  }

  /** Brings one article's state up to date, however long it is; for the session's timer. */
  async compute(uri: vscode.Uri): Promise<void> {
    await this.#shelf.computeLong(uri.toString());
  }
}
