import * as vscode from 'vscode';
import type { Analysis, ArticleSource, Fault } from '../../core/index';
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
  /** Articles of a large folder were looked at. */
  readonly looked: () => void;
}

/** Where the program has failed: over the article of this URI, or without one over several. */
export interface FoundFault {
  readonly uri: string;
  readonly fault: Fault;
}

/** The worker of a folder, and its index while the folder is a large one. */
export class FolderIndex {
  readonly #root: vscode.Uri;
  readonly #host: ProjectHost;
  readonly #worker: ProjectWorker;
  readonly #faults: FoundFault[] = [];
  #current: IndexedFolder | undefined;

  constructor(root: vscode.Uri, host: ProjectHost, textOf: HostCalls['text']) {
    this.#root = root;
    this.#host = host;
    const fault: HostCalls['fault'] = (path, found) => {
      const uri = path === '' ? '' : vscode.Uri.joinPath(root, path).toString();
      if (this.#faults.some((known) => known.uri === uri && known.fault.what === found.what)) return;
      this.#faults.push({ uri, fault: found });
      host.progressed(true);
    };
    this.#worker = new ProjectWorker(host.startWorker, { text: textOf, fault }, (reason) => {
      this.#current?.lose();
      host.failed(reason);
    });
  }

  /** Undefined for a small folder, which has none. */
  get current(): IndexedFolder | undefined {
    return this.#current;
  }

  /** Where the worker's program has failed over an article, each once. */
  get faults(): readonly FoundFault[] {
    return this.#faults;
  }

  begin(): IndexedFolder {
    const { storage, replace, pause, progressed, wordnet, looked } = this.#host;
    return (this.#current ??= new IndexedFolder(this.#root, {
      worker: () => this.#worker.line(),
      store: storage && new IndexStore(storage, this.#root, replace),
      pause,
      progressed: () => progressed(false),
      wordnet,
      looked,
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
