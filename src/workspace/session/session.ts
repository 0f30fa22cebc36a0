import * as vscode from 'vscode';
import { isArticlePath } from '../../core/index';
import { type ArticleState, isStateOf } from '../articles/index';
import { linksFollow, sidecarsFollow } from '../decisions/index';
import {
  corroborationsName,
  isAnnotated,
  isFolder,
  isInHiddenFolder,
  isSidecarName,
  Journal,
  messageOf,
  nameOf,
  pathBelow,
  projectFileName,
  readBytes,
  type ReplaceWhole,
  settingsFor,
  walk,
} from '../files/index';
import { Project } from '../folder/index';
import { PageReader } from '../pages/index';
import type { StartWorker } from '../worker/index';

/** `article`: what one article shows is different. `folder`: anything may be different, in any article. `progress`: more is read. */
export type SessionChange =
  { readonly kind: 'article'; readonly uri: vscode.Uri } | { readonly kind: 'folder' | 'progress'; readonly root: vscode.Uri };

/** What hinders an article that is open: nothing here but a reason the status bar can give. */
export type Standing = 'none' | 'offer' | 'large' | 'binary' | 'report' | 'loading' | 'ready';

const typingPause = 60;
const longTypingPause = 600;
/** Conflicts, trees and everything else over the whole folder may lag behind the typing a little. */
const folderPause = 700;
/** How often progress is told, in milliseconds. */
const progressPause = 200;
/** After a change in a large folder, its index is saved when nothing else has come for so long. */
const savePause = 5000;
const remembered = 'secondSource.annotatedFolders';
const unwanted = 'secondSource.foldersWithoutIndex';

/** What the two extension hosts do each in its way. */
export interface SessionHost {
  readonly replace: ReplaceWhole;
  readonly startWorker: StartWorker;
}

/** All state, all timers, all files: the folders that are annotated in this window. Editor features ask and listen. */
export class Session implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<SessionChange>();
  /** Something may be different from what was shown: ask again. */
  readonly onDidChange = this.#changed.event;
  readonly journal: Journal;
  readonly #projects = new Map<string, Project>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: { dispose(): void }[] = [this.#changed];
  readonly #ids = new Map<string, vscode.Uri>();
  readonly #memory: vscode.Memento;
  readonly #extension: vscode.Uri;
  readonly #storage: vscode.Uri | undefined;
  readonly #host: SessionHost;
  /** Folders of which it is known whether they are annotated. */
  readonly #looked = new Set<string>();
  #disposed = false;
  #wordnet: Promise<Uint8Array | undefined> | undefined;

  constructor(context: Pick<vscode.ExtensionContext, 'workspaceState' | 'extensionUri' | 'storageUri'>, host: SessionHost) {
    this.#memory = context.workspaceState;
    this.#extension = context.extensionUri;
    this.#storage = context.storageUri;
    this.#host = host;
    this.journal = new Journal(host.replace, (uri) => this.#fileChanged(uri));
  }

  /** Finds the annotated folders and starts to read them. Resolves when the open articles can be shown. */
  async start(): Promise<void> {
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher('**/*.{txt,md,markdown,htm,html,yaml}');
    // Of a folder that is renamed, moved in or deleted elsewhere nobody may tell file by file.
    const folders = workspace.createFileSystemWatcher('**', false, true, false);
    const isFile = ({ path }: vscode.Uri) => /\.(?:txt|md|markdown|html?|yaml)$/.test(path);
    this.#disposables.push(
      watcher,
      folders,
      folders.onDidCreate((uri) => {
        if (!isFile(uri)) this.#folderAppeared(uri).catch(tell);
      }),
      folders.onDidDelete((uri) => {
        // Each looks through all files of the folder, of which thousands may go at once.
        if (!isFile(uri)) for (const file of this.projectOf(uri)?.filesBelow(uri) ?? []) this.#noticed(file);
      }),
      watcher.onDidCreate((uri) => this.#noticed(uri)),
      watcher.onDidChange((uri) => this.#noticed(uri)),
      watcher.onDidDelete((uri) => this.#noticed(uri)),
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      workspace.onWillRenameFiles((event) => {
        for (const project of this.#projects.values()) event.waitUntil(sidecarsFollow(project, event.files));
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const project of this.#projects.values()) linksFollow(project, this.journal, files).catch(tell);
      }),
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#forget(uri.toString());
        for (const { uri } of added) void this.#detect(uri);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!['annotate', 'articles', 'annotator'].some((name) => event.affectsConfiguration(`secondSource.${name}`))) return;
        for (const { uri } of workspace.workspaceFolders ?? []) void this.#detect(uri, true);
      }),
    );
    await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => this.#detect(uri)));
  }

  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  projectOf(uri: vscode.Uri): Project | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#projects.get(folder.uri.toString());
  }

  /** An article at today's text; `undefined` for anything else and for what must not be read now. */
  article(uri: vscode.Uri): ArticleState | undefined {
    return this.projectOf(uri)?.state(uri);
  }

  /** The state for a document as it is at this moment. */
  shown(document: vscode.TextDocument): ArticleState | undefined {
    const state = this.article(document.uri);
    return state && isStateOf(state, document) ? state : undefined;
  }

  /** A short name for an article in the links of cards, where no path out of the folder may stand. */
  idOf(uri: vscode.Uri): string {
    const key = uri.toString();
    for (const [id, known] of this.#ids) if (known.toString() === key) return id;
    const id = `a${this.#ids.size + 1}`;
    this.#ids.set(id, uri);
    return id;
  }

  byId(id: string): ArticleState | undefined {
    const uri = this.#ids.get(id);
    return uri && this.article(uri);
  }

  /** As `byId`; reads the article where it is not in memory. */
  async holdById(id: string): Promise<ArticleState | undefined> {
    const uri = this.#ids.get(id);
    return uri && this.projectOf(uri)?.hold(uri);
  }

  standing(document: vscode.TextDocument): Standing {
    const { uri } = document;
    const project = this.projectOf(uri);
    if (project === undefined) return this.#mightBeArticle(uri) ? 'offer' : 'none';
    if (!project.isArticle(uri)) return 'none';
    const entry = project.entry(uri);
    if (entry === undefined) return 'loading';
    return entry.obstacle ?? (project.progress ? 'loading' : 'ready');
  }

  /** Annotates a folder from now on, also without any file of ours in it. */
  async annotate(folder: vscode.Uri): Promise<void> {
    const roots = new Set(this.#memory.get<string[]>(remembered, []));
    await this.#memory.update(remembered, [...roots.add(folder.toString())]);
    await this.#detect(folder);
  }

  /** Reads an article in spite of its size. */
  analyseLarge(uri: vscode.Uri): void {
    const project = this.projectOf(uri);
    const entry = project?.entry(uri);
    if (project === undefined || entry === undefined) return;
    entry.wanted = true;
    this.#compute(project, uri, 0);
    this.#fire({ kind: 'article', uri });
  }

  /** Builds the index of a large folder, also where a person has stopped it before; resolves when it is whole. */
  async buildIndex(project: Project): Promise<void> {
    await this.#setUnwanted(project, false);
    await project.buildIndex();
    this.#folderLater(project);
  }

  /** What has been read so far stays, and answers; the rest waits for `buildIndex`. */
  async stopIndex(project: Project): Promise<void> {
    project.stopIndex();
    await this.#setUnwanted(project, true);
  }

  get replace(): ReplaceWhole {
    return this.#host.replace;
  }

  pageReader(): PageReader {
    return new PageReader(() => this.#host.startWorker(this.#extension, 'pages'));
  }

  /** Lets the host do something else: draw, take a key, cancel. */
  turn(): Promise<void> {
    return new Promise((next) => setTimeout(next, 0));
  }

  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
    for (const project of this.#projects.values()) project.dispose();
  }

  async #detect(folder: vscode.Uri, again = false): Promise<void> {
    const key = folder.toString();
    const { annotate } = settingsFor(folder);
    const wanted =
      annotate === 'always' ||
      (annotate === 'detected' && (this.#memory.get<string[]>(remembered, []).includes(key) || (await isAnnotated(folder))));
    this.#looked.add(key);
    const last = this.#projects.get(key);
    if (!wanted || this.#disposed) {
      this.#forget(key);
      this.#fire({ kind: 'folder', root: folder });
      return;
    }
    if (last && !again) return;
    last?.dispose();
    const project: Project = new Project(folder, {
      pause: () => this.#pause(project),
      wordnet: () => (this.#wordnet ??= this.#readWordnet()),
      startWorker: () => this.#host.startWorker(this.#extension, 'worker'),
      storage: this.#storage,
      replace: this.#host.replace,
      progressed: (listed) => this.#progressed(project, listed),
      failed: (reason) => tell(new Error(`The worker of large folders and long articles has stopped (${reason.message}).`)),
    });
    this.#projects.set(key, project);
    await this.#load(project);
  }

  #forget(key: string): void {
    this.#projects.get(key)?.dispose();
    this.#projects.delete(key);
  }

  /** Resolves once the open articles are there; the rest of the folder follows in the background. */
  #load(project: Project): Promise<void> {
    return new Promise((resolve, reject) => {
      let first = true;
      const pause = async () => {
        if (first) {
          first = false;
          this.#fire({ kind: 'folder', root: project.root });
          for (const { document, isDeferred, uri } of project.entries) if (document && isDeferred) this.#compute(project, uri, typingPause);
          resolve();
        }
        return this.#pause(project);
      };
      project.load(pause, this.#isUnwanted(project)).then(() => this.#folderLater(project), reject);
    });
  }

  #isUnwanted(project: Project): boolean {
    return this.#memory.get<string[]>(unwanted, []).includes(project.root.toString());
  }

  async #setUnwanted(project: Project, isUnwanted: boolean): Promise<void> {
    const others = this.#memory.get<string[]>(unwanted, []).filter((root) => root !== project.root.toString());
    await this.#memory.update(unwanted, isUnwanted ? [...others, project.root.toString()] : others);
  }

  #progressed(project: Project, listed: boolean): void {
    if (listed) this.#folderLater(project);
    const key = `progress ${project.root.toString()}`;
    // At a steady pace, and not only once it has stopped coming.
    if (!this.#timers.has(key)) this.#later(key, progressPause, () => this.#fire({ kind: 'progress', root: project.root }));
  }

  async #pause(project: Project): Promise<boolean> {
    await this.turn();
    return !this.#disposed && this.#projects.get(project.root.toString()) === project;
  }

  /** Words with their relations, built into `dist/resources`; without them matching knows fewer rewordings. */
  async #readWordnet(): Promise<Uint8Array | undefined> {
    return readBytes(vscode.Uri.joinPath(this.#extension, 'dist', 'resources', 'wordnet.bin')).catch(() => undefined);
  }

  #mightBeArticle(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && pathBelow(folder.uri, uri);
    if (folder === undefined || path === undefined) return false;
    const { annotate, articles } = settingsFor(folder.uri);
    return this.#looked.has(folder.uri.toString()) && annotate !== 'never' && isArticlePath(path, articles);
  }

  #opened(document: vscode.TextDocument): void {
    const project = this.projectOf(document.uri);
    if (project === undefined) return;
    void project.open(document).then((isArticle) => {
      if (!isArticle) return;
      if (project.entry(document.uri)?.isDeferred === true) this.#compute(project, document.uri, longTypingPause);
      this.#fire({ kind: 'article', uri: document.uri });
    });
    if (isOurs(document.uri)) this.#noticed(document.uri);
  }

  #closed(document: vscode.TextDocument): void {
    const project = this.projectOf(document.uri);
    if (project === undefined) return;
    if (isOurs(document.uri)) this.#noticed(document.uri);
    else void project.close(document.uri).then(() => this.#folderLater(project));
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const { uri } = event.document;
    const project = this.projectOf(uri);
    if (project === undefined || event.contentChanges.length === 0) return;
    if (isOurs(uri)) {
      this.#later(`yaml ${uri.toString()}`, folderPause, () => this.#noticed(uri));
      return;
    }
    if (!project.edited(event)) return;
    const pause = project.entry(uri)?.isDeferred === true ? longTypingPause : typingPause;
    this.#compute(project, uri, pause);
  }

  #compute(project: Project, uri: vscode.Uri, pause: number): void {
    this.#later(uri.toString(), pause, () => {
      const show = () => {
        this.#fire({ kind: 'article', uri });
        this.#folderLater(project);
      };
      if (project.entry(uri)?.isDeferred === true) project.compute(uri).then(show, tell);
      else show();
    });
  }

  async #folderAppeared(uri: vscode.Uri): Promise<void> {
    const project = this.projectOf(uri);
    const path = project && pathBelow(project.root, uri);
    if (path === undefined || isInHiddenFolder(path) || !(await isFolder(uri))) return;
    const known = new Set(project?.filesBelow(uri).map(String));
    for await (const file of walk(uri)) if (!known.has(file.toString())) this.#noticed(file);
  }

  #noticed(uri: vscode.Uri): void {
    this.#fileChanged(uri).catch(tell);
  }

  async #fileChanged(uri: vscode.Uri): Promise<void> {
    const project = this.projectOf(uri);
    if (project === undefined) {
      const folder = isOurs(uri) ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
      if (folder) await this.#detect(folder.uri);
      return;
    }
    if (isOurs(uri)) {
      const changed = await project.readYaml(uri);
      if (changed === 'project') await project.reload(this.#isUnwanted(project));
      else if (changed instanceof vscode.Uri) this.#fire({ kind: 'article', uri: changed });
      this.#folderLater(project);
    } else if (project.isArticle(uri)) {
      await project.readArticle(uri);
      if (project.index) this.#later(`save ${project.root.toString()}`, savePause, () => void project.saveIndex());
      if (project.isOutgrown) this.#load(project).catch(tell);
      this.#folderLater(project);
    }
  }

  #folderLater(project: Project): void {
    this.#later(`folder ${project.root.toString()}`, folderPause, () => {
      this.#fire({ kind: 'folder', root: project.root });
      if (project.hasAllConflicts) return;
      const before = project.conflicts();
      const show = () => {
        const after = project.conflicts();
        const isSame = after.length === before.length && after.every((conflict, i) => conflict === before[i]);
        if (!isSame) this.#fire({ kind: 'folder', root: project.root });
      };
      project.fetchConflicts().then(show, tell);
    });
  }

  #later(key: string, pause: number, action: () => void): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        action();
      }, pause),
    );
  }

  #fire(change: SessionChange): void {
    if (!this.#disposed) this.#changed.fire(change);
  }
}

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(`Second Source: ${messageOf(error)}`);
}

function isOurs(uri: vscode.Uri): boolean {
  const name = nameOf(uri);
  return name === projectFileName || name === corroborationsName || isSidecarName(name);
}
