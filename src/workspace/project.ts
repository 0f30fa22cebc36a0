import * as vscode from 'vscode';
import {
  type Conflict,
  Corpus,
  type Corroborations,
  emptyRegistry,
  type FileProblem,
  isArticlePath,
  joinSpeakers,
  type Match,
  type Origin,
  type Passage,
  readCorroborations,
  readProjectFile,
  type Registry,
} from '../core/index';
import { ArticleEntry, type ArticleState } from './articleEntry';
import { corroborationsName, isSidecarName, pathBelow, projectFileName, sidecarUri, walk } from './articleFiles';
import type { SpeakerName } from './items';
import { decodeArticle, decodeYaml, messageOf, nameOf, openDocument, readBytes } from './files';
import { settingsFor } from './settings';
import { restore } from './writeWhole';

/** A YAML file of ours that could not be read as a whole, or has entries that could not. */
export interface YamlFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  readonly locked: boolean;
}

/** Gives the host a turn; false once there is nobody left to work for. */
export type Pause = () => Promise<boolean>;

const noCorroborations: Corroborations = { version: 1, links: [], conflicts: [], problems: [], locked: false };
const notUtf8: FileProblem = { start: 0, end: 0, code: 'not-utf8', severity: 'error', message: 'This file is not UTF-8 text.' };
/** Work this long (milliseconds) is not noticed; then the host gets a turn. */
const turn = 20;

/**
 * Up to this many articles each is compared with each for contradictions (some 30 ms for five, 3.5 s for sixty, measured);
 * over it the host would stand still, so that only what is wrong within an article is reported.
 */
const mostCompared = 20;

/** A workspace folder that is annotated: its articles, what was decided about them, and the corpus over them. */
export class Project {
  readonly root: vscode.Uri;
  readonly #entries = new Map<string, ArticleEntry>();
  readonly #put = new Map<string, ArticleState>();
  readonly #yaml = new Map<string, YamlFile>();
  readonly #wordnet: () => Promise<Uint8Array | undefined>;
  #corpus = new Corpus();
  readonly #outdated = new Set<string>();
  /** Looked at once: a sibling that appears later belongs to a write that is under way. */
  readonly #restored = new Set<string>();
  #registry = emptyRegistry;
  #corroborations = noCorroborations;
  #matches = new Map<string, readonly Match[]>();
  #conflicts: readonly Conflict[] | undefined;
  #origins: readonly Origin[] | undefined;
  /** By article and the speaker's id there: who it is in the whole folder. */
  #speakers: ReadonlyMap<string, string> | undefined;
  /** The globs by which the folder was read. */
  #walked = '';
  #progress: { done: number; total: number } | undefined;

  constructor(root: vscode.Uri, wordnet: () => Promise<Uint8Array | undefined>) {
    this.root = root;
    this.#wordnet = wordnet;
  }

  get registry(): Registry {
    return this.#registry;
  }

  get corroborations(): Corroborations {
    return this.#corroborations;
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  /** Defined while the folder is read for the first time. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  get projectFile(): vscode.Uri {
    return vscode.Uri.joinPath(this.root, projectFileName);
  }

  get corroborationsFile(): vscode.Uri {
    return vscode.Uri.joinPath(this.root, corroborationsName);
  }

  get entries(): readonly ArticleEntry[] {
    return [...this.#entries.values()];
  }

  /** Files of ours that have something wrong. */
  get brokenFiles(): readonly YamlFile[] {
    return [...this.#yaml.values()].filter(({ problems }) => problems.length > 0);
  }

  /** Whether contradictions between articles are looked for. */
  get isCompared(): boolean {
    return this.#put.size <= mostCompared;
  }

  isArticle(uri: vscode.Uri): boolean {
    const path = pathBelow(this.root, uri);
    return path !== undefined && isArticlePath(path, this.#globs());
  }

  #globs(): readonly string[] {
    return this.#registry.articles.length > 0 ? this.#registry.articles : settingsFor(this.root).articles;
  }

  sidecarOf(article: vscode.Uri): vscode.Uri {
    return sidecarUri(article, settingsFor(this.root).annotator);
  }

  entry(uri: vscode.Uri): ArticleEntry | undefined {
    return this.#entries.get(uri.toString());
  }

  /** Today's state of an article; `undefined` for what must not be read now. */
  state(uri: vscode.Uri): ArticleState | undefined {
    return this.entry(uri)?.current(this.#registry);
  }

  /** By the path below the folder, as our files name an article. */
  stateAt(path: string): ArticleState | undefined {
    return this.state(vscode.Uri.joinPath(this.root, path));
  }

  stateOf(key: string): ArticleState | undefined {
    return this.#entries.get(key)?.current(this.#registry);
  }

  /** Every article that has been read, in the order of the paths. */
  states(): readonly ArticleState[] {
    this.#refresh();
    return [...this.#put.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  // --- the corpus

  /** What the engine takes for renderings in other articles, best first. */
  matches(query: Passage): readonly Match[] {
    this.#refresh();
    const key = `${query.start} ${query.end} ${query.uri}`;
    let matches = this.#matches.get(key);
    if (matches === undefined) {
      matches = this.#corpus.match(query);
      this.#matches.set(key, matches);
    }
    return matches;
  }

  matchText(text: string): readonly Match[] {
    this.#refresh();
    return this.#corpus.matchText(text);
  }

  originsOf(query: Passage, matches: readonly Match[]): readonly Origin[] {
    return this.#corpus.originsOf(query, matches);
  }

  origins(): readonly Origin[] {
    this.#refresh();
    return (this.#origins ??= this.#corpus.origins());
  }

  /** Equal for one speaker in two articles. */
  speakerKey(state: ArticleState, { id, name, registered }: SpeakerName): string {
    this.#refresh();
    this.#speakers ??= this.#joinSpeakers();
    return registered ? id : (this.#speakers.get(`${state.article.uri} ${id}`) ?? name.toLowerCase());
  }

  #joinSpeakers(): ReadonlyMap<string, string> {
    const articles = [...this.#put.values()].map(({ article, analysis }) => ({ uri: article.uri, speakers: analysis.speakers }));
    const joined = joinSpeakers(articles);
    return new Map(joined.flatMap(({ id, members }) => members.map(({ uri, speaker }) => [`${uri} ${speaker.id}`, id] as const)));
  }

  /** Contradictions nobody has explained or dismissed yet. */
  conflicts(): readonly Conflict[] {
    this.#refresh();
    this.#conflicts ??= this.isCompared ? this.#corpus.conflicts() : this.#ownConflicts();
    const decided = new Set(this.#corroborations.conflicts.map(({ key }) => key));
    return this.#conflicts.filter(({ key }) => !decided.has(key));
  }

  /** What is wrong within single articles; needs no other one. */
  #ownConflicts(): readonly Conflict[] {
    return [...this.#put.values()].flatMap(({ article, analysis, path }) =>
      analysis.problems.flatMap(({ kind, message, passages }): Conflict[] =>
        kind === 'impossible-date' || kind === 'weekday-mismatch'
          ? [{ kind, message, passages: passages.map((span) => ({ uri: article.uri, ...span })), key: `${kind} ${path} ${message}` }]
          : [],
      ),
    );
  }

  // --- reading

  async load(pause: Pause): Promise<void> {
    await this.readYaml(this.projectFile);
    await this.readYaml(this.corroborationsFile);
    for (const document of vscode.workspace.textDocuments) await this.open(document);
    if (!(await pause())) return;
    await this.#learnWords();
    this.#walked = this.#globs().join();
    const files: vscode.Uri[] = [];
    const sidecars = new Set<string>();
    for await (const uri of walk(this.root)) {
      if (isSidecarName(uri.path)) sidecars.add(uri.toString());
      else if (this.isArticle(uri)) files.push(uri);
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

  /** The open articles are shown before the words' relations are read: they matter only to other articles. */
  async #learnWords(): Promise<void> {
    const wordnet = await this.#wordnet();
    this.#corpus = new Corpus(wordnet && { wordnet });
    for (const { article, analysis } of this.#put.values()) this.#corpus.put(article, analysis);
    this.#forget();
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
    const text = await this.#yamlText(uri);
    const key = uri.toString();
    if (key === this.projectFile.toString()) {
      if (this.#yaml.get(key)?.text === text) return undefined;
      const { registry, problems, locked } = readProjectFile(plain(text ?? ''));
      this.#setYaml(uri, text, problems, locked);
      this.#registry = registry;
      return 'project';
    }
    if (key === this.corroborationsFile.toString()) {
      if (this.#yaml.get(key)?.text === text) return undefined;
      this.#corroborations = text === undefined ? noCorroborations : readCorroborations(plain(text));
      this.#setYaml(uri, text, this.#corroborations.problems, this.#corroborations.locked);
      return 'corroborations';
    }
    for (const entry of this.#entries.values()) {
      if (this.sidecarOf(entry.uri).toString() !== key) continue;
      const changed = entry.setSidecar(text);
      this.#setYaml(uri, text, entry.sidecar.problems, entry.sidecar.locked);
      if (changed) this.#outdate(entry.uri.toString());
      return changed ? entry.uri : undefined;
    }
    return undefined;
  }

  /** Brings one article's state up to date, however large; for the session's timer. */
  compute(uri: vscode.Uri): ArticleState | undefined {
    return this.entry(uri)?.compute(this.#registry);
  }

  async #yamlText(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    if (document) return document.getText();
    const key = uri.toString();
    if (!this.#restored.has(key)) {
      this.#restored.add(key);
      // In a read-only place nothing of ours can be half written.
      const wasCut = await restore(uri).catch(() => false);
      if (wasCut) void vscode.window.showInformationMessage(`${nameOf(uri)} was restored after an interrupted save.`);
    }
    const bytes = await readBytes(uri);
    if (bytes === undefined) return undefined;
    const text = decodeYaml(bytes);
    if (text === undefined) this.#setYaml(uri, '', [notUtf8], true);
    return text;
  }

  #setYaml(uri: vscode.Uri, text: string | undefined, problems: readonly FileProblem[], locked: boolean): void {
    const key = uri.toString();
    if (text !== undefined) this.#yaml.set(key, { uri, text, problems, locked });
    else if (this.#yaml.get(key)?.problems[0] !== notUtf8) this.#yaml.delete(key);
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
    const state = entry?.document ? entry.current(this.#registry) : entry?.compute(this.#registry);
    const last = this.#put.get(key);
    if (state === undefined) {
      // A long article whose new state is still being waited for keeps its last one.
      if (last === undefined || entry?.isDeferred === true) return;
      this.#put.delete(key);
      this.#corpus.drop(key);
    } else {
      this.#put.set(key, state);
      if (state.article === last?.article && state.analysis === last.analysis) return;
      this.#corpus.put(state.article, state.analysis);
    }
    this.#forget();
  }

  #forget(): void {
    this.#matches = new Map();
    this.#conflicts = undefined;
    this.#origins = undefined;
    this.#speakers = undefined;
  }
}

const plain = (text: string): string => text.replace(/^\uFEFF/, '');
