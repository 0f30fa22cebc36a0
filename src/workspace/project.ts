import * as vscode from 'vscode';
import {
  type Conflict,
  type Corpus,
  type Corroborations,
  isArticlePath,
  type Match,
  type Origin,
  type Passage,
  type Registry,
  sidecarName,
} from '../core/index';
import { ArticleEntry, type ArticleState } from './articleEntry';
import { isSidecarName, pathBelow, sidecarUri, walk } from './articleFiles';
import { decodeArticle, messageOf, openDocument, readBytes } from './files';
import type { SpeakerName } from './items';
import { contradictionsOf } from './linkedPassages';
import { settingsFor } from './settings';
import type { Stray } from './strays';
import { WholeFolder } from './wholeFolder';
import { type YamlFile, YamlFiles } from './yamlFiles';

/** Gives the host a turn; false once there is nobody left to work for. */
export type Pause = () => Promise<boolean>;

/** Work this long (milliseconds) is not noticed; then the host gets a turn. */
const turn = 20;

/** A workspace folder that is annotated: its articles, what was decided about them, and the corpus over them. */
export class Project {
  readonly root: vscode.Uri;
  readonly #entries = new Map<string, ArticleEntry>();
  readonly #yaml: YamlFiles;
  readonly #together = new WholeFolder();
  readonly #wordnet: () => Promise<Uint8Array | undefined>;
  readonly #outdated = new Set<string>();
  readonly #sidecars = new Set<string>();
  /** The globs by which the folder was read. */
  #walked = '';
  #progress: { done: number; total: number } | undefined;

  constructor(root: vscode.Uri, wordnet: () => Promise<Uint8Array | undefined>) {
    this.root = root;
    this.#yaml = new YamlFiles(root);
    this.#wordnet = wordnet;
  }

  get registry(): Registry {
    return this.#yaml.registry;
  }

  get corroborations(): Corroborations {
    return this.#yaml.corroborations;
  }

  get corpus(): Corpus {
    return this.#together.corpus;
  }

  /** Defined while the folder is read for the first time. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
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

  get entries(): readonly ArticleEntry[] {
    return [...this.#entries.values()];
  }

  /** Files of ours that have something wrong. */
  get brokenFiles(): readonly YamlFile[] {
    return this.#yaml.broken;
  }

  /** Whether contradictions between articles are looked for. */
  get isCompared(): boolean {
    return this.#together.isCompared;
  }

  isArticle(uri: vscode.Uri): boolean {
    const path = pathBelow(this.root, uri);
    return path !== undefined && isArticlePath(path, this.#globs());
  }

  #globs(): readonly string[] {
    return this.registry.articles.length > 0 ? this.registry.articles : settingsFor(this.root).articles;
  }

  sidecarOf(article: vscode.Uri): vscode.Uri {
    return sidecarUri(article, settingsFor(this.root).annotator);
  }

  entry(uri: vscode.Uri): ArticleEntry | undefined {
    return this.#entries.get(uri.toString());
  }

  /** Today's state of an article; `undefined` for what must not be read now. */
  state(uri: vscode.Uri): ArticleState | undefined {
    return this.entry(uri)?.current(this.registry);
  }

  /** By the path below the folder, as our files name an article. */
  stateAt(path: string): ArticleState | undefined {
    return this.state(vscode.Uri.joinPath(this.root, path));
  }

  stateOf(key: string): ArticleState | undefined {
    return this.#entries.get(key)?.current(this.registry);
  }

  /** Every article that has been read, in the order of the paths. */
  states(): readonly ArticleState[] {
    this.#refresh();
    return this.#together.states();
  }

  // --- the corpus

  /** What the engine takes for renderings in other articles, best first. */
  matches(query: Passage): readonly Match[] {
    this.#refresh();
    return this.#together.matches(query);
  }

  originsOf(query: Passage, matches: readonly Match[]): readonly Origin[] {
    return this.#together.originsOf(query, matches);
  }

  /** Equal for one speaker in two articles. */
  speakerKey(state: ArticleState, speaker: SpeakerName): string {
    this.#refresh();
    return this.#together.speakerKey(state, speaker);
  }

  /** Contradictions, a person's first, that nobody has explained or dismissed yet. */
  conflicts(): readonly Conflict[] {
    this.#refresh();
    const decided = new Set(this.corroborations.conflicts.map(({ key }) => key));
    return [...contradictionsOf(this), ...this.#together.conflicts()].filter(({ key }) => !decided.has(key));
  }

  // --- reading

  async load(pause: Pause): Promise<void> {
    await this.readYaml(this.projectFile);
    await this.readYaml(this.corroborationsFile);
    for (const document of vscode.workspace.textDocuments) await this.open(document);
    if (!(await pause())) return;
    this.#together.learnWords(await this.#wordnet());
    this.#walked = this.#globs().join();
    const files: vscode.Uri[] = [];
    const sidecars = new Set<string>();
    for await (const uri of walk(this.root)) {
      if (isSidecarName(uri.path)) {
        sidecars.add(uri.toString());
        this.#noteSidecar(uri, true);
      } else if (this.isArticle(uri)) files.push(uri);
    }
    this.#progress = { done: 0, total: files.length };
    for (let at = 0; at < files.length; at += 16) {
      const batch = files.slice(at, at + 16);
      await Promise.all(batch.map((uri) => this.#readFiles(uri, sidecars.has(this.sidecarOf(uri).toString()))));
      for (const uri of batch) {
        this.#outdate(uri.toString());
        if (!(await this.#work(pause))) return;
      }
      this.#progress = { done: at + batch.length, total: files.length };
    }
    this.#progress = undefined;
  }

  /** Reads everything again that depends on the registry or the settings. */
  async reload(pause: Pause): Promise<void> {
    if (this.#walked === this.#globs().join()) {
      for (const key of this.#entries.keys()) this.#outdate(key);
      while (this.#outdated.size > 0) if (!(await this.#work(pause))) return;
      return;
    }
    for (const [key, entry] of this.#entries) {
      if (this.isArticle(entry.uri)) this.#outdate(key);
      else this.#drop(key);
    }
    await this.load(pause);
  }

  /** Every sidecar below the folder, by its path: also those of other annotators, and those without an article. */
  hasSidecar(path: string): boolean {
    return this.#sidecars.has(path);
  }

  /** Files of annotations whose article is not there. */
  get strays(): readonly Stray[] {
    const globs = this.#globs();
    const there = new Set(this.entries.map(({ path }) => path));
    return [...this.#sidecars].flatMap((path): Stray[] => {
      const name = sidecarName(path);
      if (name === undefined || there.has(name.article) || !isArticlePath(name.article, globs)) return [];
      return [{ ...name, path, uri: vscode.Uri.joinPath(this.root, path) }];
    });
  }

  #noteSidecar(uri: vscode.Uri, isThere: boolean): void {
    const path = pathBelow(this.root, uri);
    if (path === undefined || !isSidecarName(path)) return;
    if (isThere) this.#sidecars.add(path);
    else this.#sidecars.delete(path);
  }

  /** Takes an article's document in; says whether it is one. */
  async open(document: vscode.TextDocument): Promise<boolean> {
    if (!this.isArticle(document.uri)) return false;
    const entry = this.#entryOf(document.uri);
    entry.setDocument(document);
    this.#outdate(document.uri.toString());
    // Read again each time: file watchers say nothing of a file that was made and deleted within one of their turns.
    await this.readYaml(this.sidecarOf(document.uri));
    return true;
  }

  async close(uri: vscode.Uri): Promise<void> {
    const entry = this.entry(uri);
    if (entry?.document === undefined) return;
    entry.setDocument(undefined);
    await this.readArticle(uri);
  }

  edited(event: vscode.TextDocumentChangeEvent): boolean {
    const entry = this.entry(event.document.uri);
    if (entry === undefined) return false;
    entry.edited(event.contentChanges);
    this.#outdate(event.document.uri.toString());
    return true;
  }

  /** An article was made, changed or deleted on disk. */
  async readArticle(uri: vscode.Uri): Promise<void> {
    await this.#readFiles(uri, true);
    this.#outdate(uri.toString());
  }

  /** A YAML file of ours was made, changed, deleted or edited. Says what it is to us; `undefined` when nothing changed. */
  async readYaml(uri: vscode.Uri): Promise<'project' | 'corroborations' | vscode.Uri | undefined> {
    const text = await this.#yaml.text(uri);
    this.#noteSidecar(uri, text !== undefined);
    const atRoot = this.#yaml.take(uri, text);
    if (atRoot !== undefined) return atRoot;
    const name = sidecarName(uri.path);
    const entry = name && this.entry(uri.with({ path: name.article }));
    if (entry === undefined || this.sidecarOf(entry.uri).toString() !== uri.toString()) return undefined;
    const changed = entry.setSidecar(text);
    this.#yaml.note(uri, text, entry.sidecar.problems, entry.sidecar.locked);
    if (changed) this.#outdate(entry.uri.toString());
    return changed ? entry.uri : undefined;
  }

  /** Brings one article's state up to date, however large; for the session's timer. */
  compute(uri: vscode.Uri): ArticleState | undefined {
    return this.entry(uri)?.compute(this.registry);
  }

  async #readFiles(uri: vscode.Uri, withSidecar: boolean): Promise<void> {
    const key = uri.toString();
    const entry = this.#entryOf(uri);
    try {
      const bytes = await readBytes(uri);
      // The editor keeps the text of a deleted file for a while; only unsaved work in it still counts.
      if (bytes === undefined && entry.document?.isDirty !== true) {
        this.#drop(key);
        return;
      }
      if (bytes !== undefined) entry.setFile(decodeArticle(bytes));
      // Nor does it say that a text is opened again that it still has.
      const document = entry.document ?? openDocument(uri);
      if (document !== entry.document) entry.setDocument(document);
    } catch (error) {
      this.#drop(key);
      void vscode.window.showWarningMessage(`${entry.path} could not be read: ${messageOf(error)}`);
      return;
    }
    if (withSidecar) await this.readYaml(this.sidecarOf(uri));
  }

  #entryOf(uri: vscode.Uri): ArticleEntry {
    const key = uri.toString();
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new ArticleEntry(uri, pathBelow(this.root, uri) ?? uri.path);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #outdate(key: string): void {
    this.#outdated.add(key);
  }

  #drop(key: string): void {
    this.#entries.delete(key);
    this.#outdate(key);
  }

  /** Works off what is outdated, with turns for the host in between. */
  async #work(pause: Pause): Promise<boolean> {
    const start = performance.now();
    for (const key of this.#outdated) {
      this.#update(key);
      if (performance.now() - start > turn) return pause();
    }
    return true;
  }

  #refresh(): void {
    for (const key of this.#outdated) this.#update(key);
  }

  #update(key: string): void {
    this.#outdated.delete(key);
    const entry = this.#entries.get(key);
    const state = entry?.document ? entry.current(this.registry) : entry?.compute(this.registry);
    if (state !== undefined) this.#together.put(key, state);
    // A long article whose new state is still being waited for keeps its last one.
    else if (entry?.isDeferred !== true) this.#together.drop(key);
  }
}
