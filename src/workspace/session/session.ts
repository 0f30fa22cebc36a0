import * as vscode from 'vscode';
import { type ArticleState, isStateOf } from '../articles/index';
import { Journal, messageOf, type ReplaceWhole } from '../files/index';
import type { Project } from '../folder/index';
import { PageReader } from '../pages/index';
import { showWarningMessage } from '../window/index';
import { ArchiveAccess } from './archiveAccess';
import { AnnotatedFolders, type SessionContext, type SessionHost } from './annotatedFolders';
import { FolderChanges, type SessionChange } from './folderChanges';
import { type SentenceEncoder, SentenceReading } from './sentenceReading';
import { Timers, turn } from './timers';
import { watch } from './watching';

/** What hinders an article that is open: nothing here but a reason the status bar can give. */
export type Standing = 'none' | 'offer' | 'large' | 'binary' | 'report' | 'loading' | 'ready';

/** An encoder reads what is new when nothing else has come for so long, in milliseconds. */
const readingPause = 700;

/** The window: the folders that are annotated in it, and what is told of them. Editor features ask and listen. */
export class Session implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<SessionChange>();
  /** Something may be different from what was shown: ask again. */
  readonly onDidChange = this.#changed.event;
  readonly journal: Journal;
  /** Beyond the folders, where a person has set one. */
  readonly archive: ArchiveAccess;
  readonly #timers = new Timers();
  readonly #folders: AnnotatedFolders;
  readonly #changes: FolderChanges;
  readonly #ids = new Map<string, vscode.Uri>();
  readonly #extension: vscode.Uri;
  readonly #host: SessionHost;
  /** What is remembered for this workspace. */
  readonly memory: vscode.Memento;
  #watching: vscode.Disposable | undefined;
  #reading: SentenceReading | undefined;
  #disposed = false;

  constructor(context: SessionContext, host: SessionHost) {
    this.#extension = context.extensionUri;
    this.#host = host;
    this.memory = context.workspaceState;
    const fire = (change: SessionChange) => {
      if (this.#disposed) return;
      this.#changed.fire(change);
      if (change.kind !== 'progress') this.#readLater();
    };
    const changes: FolderChanges = new FolderChanges(() => this.#folders, this.#timers, fire, tell);
    this.#changes = changes;
    this.#folders = new AnnotatedFolders(context, host, {
      begun: (project) => changes.begun(project),
      read: (project) => changes.folderLater(project),
      progressed: (project, listed) => changes.progressed(project, listed),
      left: (root) => fire({ kind: 'folder', root }),
      looked: () => this.#readLater(),
      failed: tell,
    });
    this.archive = new ArchiveAccess(context.secrets, host.engine, () => this.#folders.wordnet());
    this.journal = new Journal(host.replace, (uri) => changes.fileChanged(uri));
  }

  /** Finds the annotated folders and starts to read them. Resolves when the open articles can be shown. */
  async start(): Promise<void> {
    this.#watching = watch(this.#folders, this.#changes, this.journal, tell);
    await Promise.all((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => this.#folders.detect(uri)));
  }

  get projects(): readonly Project[] {
    return this.#folders.projects;
  }

  projectOf(uri: vscode.Uri): Project | undefined {
    return this.#folders.projectOf(uri);
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
    return uri && this.projectOf(uri)?.shelf.hold(uri);
  }

  standing(document: vscode.TextDocument): Standing {
    const { uri } = document;
    const project = this.projectOf(uri);
    if (project === undefined) return this.#folders.mightBeArticle(uri) ? 'offer' : 'none';
    if (!project.isArticle(uri)) return 'none';
    const entry = project.shelf.entry(uri);
    if (entry === undefined) return 'loading';
    return entry.obstacle ?? (project.reader.progress ? 'loading' : 'ready');
  }

  /** Annotates a folder from now on, also without any file of ours in it. */
  annotate(folder: vscode.Uri): Promise<void> {
    return this.#folders.annotate(folder);
  }

  /** Reads an article in spite of its size. */
  analyseLarge(uri: vscode.Uri): void {
    const project = this.projectOf(uri);
    const entry = project?.shelf.entry(uri);
    if (project === undefined || entry === undefined) return;
    entry.wanted = true;
    this.#changes.compute(project, uri, 0);
    this.#changed.fire({ kind: 'article', uri });
  }

  /** Builds the index of a large folder, also where a person has stopped it before; resolves when it is whole. */
  buildIndex(project: Project): Promise<void> {
    return this.#folders.buildIndex(project);
  }

  /** What has been read so far stays, and answers; the rest waits for `buildIndex`. */
  stopIndex(project: Project): Promise<void> {
    return this.#folders.stopIndex(project);
  }

  /** Has an encoder read the articles in memory, until what is returned is disposed of, or another one takes its place. */
  useEncoder(encoder: SentenceEncoder): vscode.Disposable {
    const last = this.#reading;
    const read = ({ root }: Project) => this.#changed.fire({ kind: 'folder', root });
    const reading = new SentenceReading(encoder, () => this.projects, turn, read, tell);
    this.#reading = reading;
    Promise.resolve(last?.forget()).then(() => reading.wake(), tell);
    return new vscode.Disposable(() => {
      if (this.#reading !== reading) return;
      this.#reading = undefined;
      reading.forget().catch(tell);
    });
  }

  #readLater(): void {
    if (this.#reading) this.#timers.later('sentences', readingPause, () => this.#reading?.wake());
  }

  get replace(): ReplaceWhole {
    return this.#host.replace;
  }

  pageReader(): PageReader {
    return new PageReader((program) => this.#host.startWorker(this.#extension, program));
  }

  /** Lets the host do something else: draw, take a key, cancel. */
  turn(): Promise<void> {
    return turn();
  }

  dispose(): void {
    this.#disposed = true;
    this.#timers.dispose();
    this.#reading?.end();
    this.#watching?.dispose();
    this.#changed.dispose();
    this.archive.dispose();
    this.#folders.dispose();
  }
}

function tell(error: unknown): void {
  void showWarningMessage(vscode.l10n.t('Second Source: {0}', messageOf(error)));
}
