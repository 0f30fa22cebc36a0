import type * as vscode from 'vscode';
import type { Analysis, ArticleSource } from '../../core/index';
import type { ReplaceWhole } from '../files/index';
import { type HostCalls, IndexedFolder, IndexStore, ProjectWorker } from '../index/index';
import type { WorkerHandle } from '../worker/index';

/** What a folder needs of the window it stands in. */
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

/** The worker of a folder, and its index while the folder is a large one. */
export class FolderIndex {
  readonly #root: vscode.Uri;
  readonly #host: ProjectHost;
  readonly #worker: ProjectWorker;
  #current: IndexedFolder | undefined;

  constructor(root: vscode.Uri, host: ProjectHost, textOf: HostCalls['text']) {
    this.#root = root;
    this.#host = host;
    this.#worker = new ProjectWorker(host.startWorker, { text: textOf }, (reason) => {
      this.#current?.lose();
      host.failed(reason);
    });
  }

  /** Undefined for a small folder, which has none. */
  get current(): IndexedFolder | undefined {
    return this.#current;
  }

  begin(): IndexedFolder {
    const { storage, replace, pause, progressed, wordnet } = this.#host;
    return (this.#current ??= new IndexedFolder(this.#root, {
      worker: () => this.#worker.line(),
      store: storage && new IndexStore(storage, this.#root, replace),
      pause,
      progressed: () => progressed(false),
      wordnet,
    }));
  }

  end(): void {
    this.#current = undefined;
  }

  async analyse(source: ArticleSource): Promise<Analysis> {
    return (await this.#worker.line()).call('analyse', source);
  }

  dispose(): void {
    this.#worker.dispose();
  }
}
