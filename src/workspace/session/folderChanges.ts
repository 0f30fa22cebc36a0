import * as vscode from 'vscode';
import { corroborationsName, isFolder, isInHiddenFolder, isSidecarName, nameOf, pathBelow, projectFileName, walk } from '../files/index';
import type { Project } from '../folder/index';
import type { AnnotatedFolders } from './annotatedFolders';
import type { Timers } from './timers';

/** `article`: what one article shows is different. `folder`: anything may be different, in any article. `progress`: more is read. */
export type SessionChange =
  { readonly kind: 'article'; readonly uri: vscode.Uri } | { readonly kind: 'folder' | 'progress'; readonly root: vscode.Uri };

const typingPause = 60;
const longTypingPause = 600;
/** Conflicts, trees and everything else over the whole folder may lag behind the typing a little. */
const folderPause = 700;
/** How often progress is told, in milliseconds. */
const progressPause = 200;
/** After a change in a large folder, its index is saved when nothing else has come for so long. */
const savePause = 5000;

/** What becomes of a change in an editor or on disk: it is read, and told when the typing pauses. */
export class FolderChanges {
  readonly #folders: () => AnnotatedFolders;
  readonly #timers: Timers;
  readonly #fire: (change: SessionChange) => void;
  readonly #tell: (error: unknown) => void;

  constructor(folders: () => AnnotatedFolders, timers: Timers, fire: (change: SessionChange) => void, tell: (error: unknown) => void) {
    this.#folders = folders;
    this.#timers = timers;
    this.#fire = fire;
    this.#tell = tell;
  }

  opened(document: vscode.TextDocument): void {
    const { uri } = document;
    const project = this.#folders().projectOf(uri);
    if (project === undefined) return;
    const { shelf, reader } = project;
    const key = uri.toString();
    const isKnown = shelf.entry(uri) !== undefined;
    const opening = reader.open(document);
    // What the folder has read of it is shown at once; reading its sidecar again takes several turns of the host.
    const shown = isKnown ? shelf.state(key) : undefined;
    if (shown) this.#fire({ kind: 'article', uri });
    void opening.then((isArticle) => {
      if (!isArticle) return;
      if (shelf.entry(uri)?.isDeferred === true) this.compute(project, uri, longTypingPause);
      if (shown === undefined || shelf.state(key) !== shown) this.#fire({ kind: 'article', uri });
    });
    if (isOurs(uri)) this.noticed(uri);
  }

  closed({ uri }: vscode.TextDocument): void {
    const project = this.#folders().projectOf(uri);
    if (project === undefined) return;
    if (isOurs(uri)) this.noticed(uri);
    else void project.shelf.close(uri).then(() => this.folderLater(project));
  }

  edited(event: vscode.TextDocumentChangeEvent): void {
    const { uri } = event.document;
    const project = this.#folders().projectOf(uri);
    if (project === undefined || event.contentChanges.length === 0) return;
    if (isOurs(uri)) {
      this.#timers.later(`yaml ${uri.toString()}`, folderPause, () => this.noticed(uri));
      return;
    }
    if (!project.shelf.edited(event)) return;
    const pause = project.shelf.entry(uri)?.isDeferred === true ? longTypingPause : typingPause;
    this.compute(project, uri, pause);
  }

  /** Brings one article up to date, however long it is. */
  compute(project: Project, uri: vscode.Uri, pause: number): void {
    this.#timers.later(uri.toString(), pause, () => {
      const show = () => {
        this.#fire({ kind: 'article', uri });
        this.folderLater(project);
      };
      const isThere = project.shelf.entry(uri)?.isDeferred !== true && project.shelf.state(uri.toString()) !== undefined;
      if (!isThere) project.shelf.computeDeferred(uri.toString()).then(show, this.#tell);
      else show();
    });
  }

  /** The open articles of a folder are there; the long ones among them come in a moment. */
  begun(project: Project): void {
    this.#fire({ kind: 'folder', root: project.root });
    for (const { document, isDeferred, uri } of project.shelf.entries) if (document && isDeferred) this.compute(project, uri, typingPause);
  }

  async folderAppeared(uri: vscode.Uri): Promise<void> {
    const project = this.#folders().projectOf(uri);
    const path = project && pathBelow(project.root, uri);
    if (path === undefined || isInHiddenFolder(path) || !(await isFolder(uri))) return;
    const known = new Set(project?.filesBelow(uri).map(String));
    for await (const file of walk(uri)) if (!known.has(file.toString())) this.noticed(file);
  }

  noticed(uri: vscode.Uri): void {
    this.fileChanged(uri).catch(this.#tell);
  }

  async fileChanged(uri: vscode.Uri): Promise<void> {
    const folders = this.#folders();
    const project = folders.projectOf(uri);
    if (project === undefined) {
      const folder = isOurs(uri) ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
      if (folder) await folders.detect(folder.uri);
      return;
    }
    if (isOurs(uri)) {
      const changed = await project.reader.readYaml(uri);
      if (changed === 'project') await folders.reload(project);
      else if (changed instanceof vscode.Uri) this.#fire({ kind: 'article', uri: changed });
      this.folderLater(project);
    } else if (project.isArticle(uri)) {
      project.versions.changed(uri);
      await project.reader.readArticle(uri);
      if (project.indexed) this.#timers.later(`save ${project.root.toString()}`, savePause, () => void project.indexed?.save());
      if (project.reader.isOutgrown) folders.load(project).catch(this.#tell);
      this.folderLater(project);
    } else {
      const article = project.versions.changed(uri);
      if (article) this.#fire({ kind: 'article', uri: article });
    }
  }

  folderLater(project: Project): void {
    this.#timers.later(`folder ${project.root.toString()}`, folderPause, () => {
      const { root, together } = project;
      this.#fire({ kind: 'folder', root });
      if (together.hasAllConflicts) return;
      const before = together.conflicts();
      const show = () => {
        const after = together.conflicts();
        const isSame = after.length === before.length && after.every((conflict, i) => conflict === before[i]);
        if (!isSame) this.#fire({ kind: 'folder', root });
      };
      together.fetchConflicts().then(show, this.#tell);
    });
  }

  progressed(project: Project, listed: boolean): void {
    if (listed) this.folderLater(project);
    const name = `progress ${project.root.toString()}`;
    // At a steady pace, and not only once it has stopped coming.
    if (!this.#timers.isWaiting(name)) this.#timers.later(name, progressPause, () => this.#fire({ kind: 'progress', root: project.root }));
  }
}

function isOurs(uri: vscode.Uri): boolean {
  const name = nameOf(uri);
  return name === projectFileName || name === corroborationsName || isSidecarName(name);
}
