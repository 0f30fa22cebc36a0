import * as vscode from 'vscode';
import { isArticlePath } from '../../core/index';
import { isAnnotated, pathBelow, readBytes, type ReplaceWhole, settingsFor } from '../files/index';
import type { Project } from '../folder/index';
import type { StartWorker } from '../worker/index';
import type { LoadEngine } from './archiveAccess';
import { turn } from './timers';

const remembered = 'secondSource.annotatedFolders';
const unwanted = 'secondSource.foldersWithoutIndex';

/** What the two extension hosts do each in its way. */
export interface SessionHost {
  readonly replace: ReplaceWhole;
  readonly startWorker: StartWorker;
  /** Undefined in the browser, from which no archive is asked. */
  readonly engine?: LoadEngine;
  /** Has the window made ready for annotated articles; awaited before the first folder is read. */
  readonly prepare: () => Promise<void>;
}

export type SessionContext = Pick<vscode.ExtensionContext, 'workspaceState' | 'extensionUri' | 'storageUri' | 'secrets'>;

/** What is told of the folders. */
export interface FolderNews {
  /** The open articles are there; the rest of the folder follows. */
  begun(project: Project): void;
  read(project: Project): void;
  /** More of a folder has been read; `listed`: something else than a number may be shown now. */
  progressed(project: Project, listed: boolean): void;
  /** More articles of a large folder were looked at. */
  looked(): void;
  /** A folder is not annotated, or no longer. */
  left(root: vscode.Uri): void;
  failed(error: Error): void;
}

/** The folders that are annotated in this window: found, read, let go. */
export class AnnotatedFolders {
  readonly #projects = new Map<string, Project>();
  /** Folders of which it is known whether they are annotated. */
  readonly #looked = new Set<string>();
  readonly #context: SessionContext;
  readonly #host: SessionHost;
  readonly #news: FolderNews;
  #disposed = false;
  #wordnet: Promise<Uint8Array | undefined> | undefined;

  constructor(context: SessionContext, host: SessionHost, news: FolderNews) {
    this.#context = context;
    this.#host = host;
    this.#news = news;
  }

  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  projectOf(uri: vscode.Uri): Project | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#projects.get(folder.uri.toString());
  }

  /** Whether a file would be an article if its folder were annotated. */
  mightBeArticle(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && pathBelow(folder.uri, uri);
    if (folder === undefined || path === undefined) return false;
    const { annotate, articles } = settingsFor(folder.uri);
    return this.#looked.has(folder.uri.toString()) && annotate !== 'never' && isArticlePath(path, articles);
  }

  /** Annotates a folder from now on, also without any file of ours in it. */
  async annotate(folder: vscode.Uri): Promise<void> {
    const { workspaceState } = this.#context;
    const roots = new Set(workspaceState.get<string[]>(remembered, []));
    await workspaceState.update(remembered, [...roots.add(folder.toString())]);
    await this.detect(folder);
  }

  /** Finds out whether a folder is annotated, and reads it. Resolves when the open articles can be shown. */
  async detect(folder: vscode.Uri, again = false): Promise<void> {
    const key = folder.toString();
    const { annotate } = settingsFor(folder);
    const isRemembered = () => this.#context.workspaceState.get<string[]>(remembered, []).includes(key);
    const wanted = annotate === 'always' || (annotate === 'detected' && (isRemembered() || (await isAnnotated(folder))));
    this.#looked.add(key);
    const last = this.#projects.get(key);
    if (!wanted || this.#disposed) {
      this.forget(key);
      this.#news.left(folder);
      return;
    }
    if (last && !again) return;
    const [{ Project: Annotated }] = await Promise.all([import('../folder/index'), this.#host.prepare()]);
    if (this.#isOver() || this.#projects.get(key) !== last) return;
    last?.dispose();
    const project: Project = new Annotated(folder, {
      pause: () => this.#pause(project),
      wordnet: () => this.wordnet(),
      startWorker: () => this.#host.startWorker(this.#context.extensionUri, 'worker'),
      storage: this.#context.storageUri,
      replace: this.#host.replace,
      progressed: (listed) => this.#news.progressed(project, listed),
      looked: () => this.#news.looked(),
      failed: (reason) =>
        this.#news.failed(new Error(vscode.l10n.t('The worker of large folders and long articles has stopped ({0}).', reason.message))),
    });
    this.#projects.set(key, project);
    await this.load(project);
  }

  forget(key: string): void {
    this.#projects.get(key)?.dispose();
    this.#projects.delete(key);
  }

  /** Resolves once the open articles are there; the rest of the folder follows in the background. */
  load(project: Project): Promise<void> {
    return new Promise((resolve, reject) => {
      let first = true;
      const pause = async () => {
        if (first) {
          first = false;
          this.#news.begun(project);
          resolve();
        }
        return this.#pause(project);
      };
      project.reader.load(pause, this.#isUnwanted(project)).then(() => this.#news.read(project), reject);
    });
  }

  /** Reads again what depends on the project file. */
  reload(project: Project): Promise<void> {
    return project.reader.reload(this.#isUnwanted(project));
  }

  /** Builds the index of a large folder, also where a person has stopped it before; resolves when it is whole. */
  async buildIndex(project: Project): Promise<void> {
    await this.#setUnwanted(project, false);
    await project.indexed?.build();
    this.#news.read(project);
  }

  /** What has been read so far stays, and answers; the rest waits for `buildIndex`. */
  async stopIndex(project: Project): Promise<void> {
    project.indexed?.stop();
    await this.#setUnwanted(project, true);
  }

  #isOver(): boolean {
    return this.#disposed;
  }

  #isUnwanted(project: Project): boolean {
    return this.#context.workspaceState.get<string[]>(unwanted, []).includes(project.root.toString());
  }

  async #setUnwanted(project: Project, isUnwanted: boolean): Promise<void> {
    const { workspaceState } = this.#context;
    const others = workspaceState.get<string[]>(unwanted, []).filter((root) => root !== project.root.toString());
    await workspaceState.update(unwanted, isUnwanted ? [...others, project.root.toString()] : others);
  }

  async #pause(project: Project): Promise<boolean> {
    await turn();
    return !this.#disposed && this.#projects.get(project.root.toString()) === project;
  }

  /** Words with their relations, built into `dist/resources`; without them matching knows fewer rewordings. */
  wordnet(): Promise<Uint8Array | undefined> {
    const file = vscode.Uri.joinPath(this.#context.extensionUri, 'dist', 'resources', 'wordnet.bin');
    return (this.#wordnet ??= readBytes(file).catch(() => undefined));
  }

  dispose(): void {
    this.#disposed = true;
    for (const project of this.#projects.values()) project.dispose();
  }
}
