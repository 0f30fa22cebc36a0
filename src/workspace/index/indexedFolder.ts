import * as vscode from 'vscode';
import type { Registry } from '../../core/index';
import { messageOf } from '../files/index';
import type { Line } from '../worker/index';
import { EventSentences } from './eventSentences';
import { FetchedAnswers, pathOf } from './fetchedAnswers';
import { fileContent, fileContents, stampedFile, warnOfUnreadable } from './folderFile';
import type { IndexCalls } from './indexServer';
import type { IndexStore } from './indexStore';

/** Files that are read at once, and sent to the worker at once. */
const batch = 16;
/** Files whose dates are asked for at once. */
const compared = 200;
/** New articles after which the index is saved, while it is built; in a large index an eighth of it. */
const saved = 500;
/** What the index can say of itself. */
export interface IndexStatus {
  readonly articles: number;
  /** Not read yet, or not as they are now. */
  readonly missing: number;
  /** Read since the folder was opened. */
  readonly read: number;
  /** Taken from the index of the last time. */
  readonly kept: number;
  readonly gone: number;
  readonly isBuilding: boolean;
  /** A person has stopped the building. */
  readonly isStopped: boolean;
}

export interface IndexHost {
  /** The index's worker, with what it asks answered. */
  worker(): Promise<Line<IndexCalls>>;
  readonly wordnet: () => Promise<Uint8Array | undefined>;
  readonly store: IndexStore | undefined;
  /** Gives the host a turn; false once there is nobody left to work for. */
  readonly pause: () => Promise<boolean>;
  /** The status has changed. */
  progressed(): void;
  /** Articles were looked at that an encoder may not have read. */
  looked(): void;
}

/** The articles of a large folder: their texts stay on disk, the worker's index knows them, and answers wait until they are fetched. */
export class IndexedFolder {
  readonly answers: FetchedAnswers;
  readonly sentences = new EventSentences(() => this.#line());
  readonly #root: vscode.Uri;
  readonly #host: IndexHost;
  readonly #files = new Set<string>();
  /** To be read when the index is built. */
  readonly #missing = new Set<string>();
  #opened: Promise<Line<IndexCalls>> | undefined;
  #listing: Promise<void> = Promise.resolve();
  #building: Promise<void> | undefined;
  #changing: Promise<void> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #unsaved = 0;
  #read = 0;
  #kept = 0;
  #gone = 0;
  /** How often an article of the folder has changed. */
  #changes = 0;
  #isStopped = false;
  /** The worker has lost what it knew. */
  #isLost = false;

  constructor(root: vscode.Uri, host: IndexHost) {
    this.#root = root;
    this.#host = host;
    this.answers = new FetchedAnswers(
      root,
      () => this.#line(),
      () => `${this.#changes} ${this.#missing.size > 0 ? 'building' : ''}`,
      () => this.#host.looked(),
    );
  }

  get status(): IndexStatus {
    return {
      articles: this.#files.size,
      missing: this.#missing.size,
      read: this.#read,
      kept: this.#kept,
      gone: this.#gone,
      isBuilding: this.#building !== undefined,
      isStopped: this.#isStopped,
    };
  }

  /** The articles' paths in their order. */
  paths(): readonly string[] {
    return [...this.#files].sort();
  }

  // --- building

  /** These are the articles of the folder: finds out which of them the index does not know as they are now. */
  async list(paths: readonly string[]): Promise<void> {
    this.#files.clear();
    for (const path of paths) this.#files.add(path);
    this.#listing = this.#list(paths);
    await this.#listing;
  }

  async #list(paths: readonly string[]): Promise<void> {
    const line = await this.#line();
    this.#missing.clear();
    for (let at = 0; at < paths.length; at += compared) {
      const stamped = await Promise.all(paths.slice(at, at + compared).map((path) => stampedFile(this.#root, path)));
      const here = stamped.filter((file) => file !== undefined);
      for (const index of await line.call('compare', here)) {
        const [path] = here[index] ?? [];
        if (path !== undefined) this.#missing.add(path);
      }
      if (!(await this.#host.pause())) return;
    }
    this.#gone = await line.call('dropOthers');
    this.#kept = paths.length - this.#missing.size;
    this.#unsaved += this.#gone;
  }

  /** Reads what is missing; resolves when nothing is, or a person has stopped it. */
  async build(): Promise<void> {
    this.#isStopped = false;
    this.#building ??= this.#build().finally(() => {
      this.#building = undefined;
      this.#host.progressed();
    });
    await this.#building;
  }

  stop(): void {
    this.#isStopped = true;
    this.#host.progressed();
  }

  /** The worker has ended by itself. What it has not saved is found out when the index is built again. */
  lose(): void {
    this.#opened = undefined;
    this.#isLost = true;
  }

  /** An article was made, changed or deleted on disk. One after the other, since another program may change a thousand at once. */
  change(uri: vscode.Uri): Promise<void> {
    const path = pathOf(this.#root, uri);
    const last = this.#changing.catch(() => undefined); // what failed then has been told then
    this.#changing = last.then(async () => {
      const [line, content] = await Promise.all([this.#line(), fileContent(this.#root, path)]);
      this.#missing.delete(path);
      this.#changes++;
      this.#unsaved++;
      if (content === undefined || content === 'unreadable') {
        this.#files.delete(path);
        await line.call('drop', path);
      } else {
        this.#files.add(path);
        this.#read++;
        await line.call('put', [content]);
      }
    });
    return this.#changing;
  }

  /** Writes what has come in since the last time. */
  async save(): Promise<void> {
    const { store } = this.#host;
    if (store === undefined || this.#unsaved === 0) return;
    this.#saving = this.#saving
      .then(async () => {
        this.#unsaved = 0;
        const line = await this.#line();
        await store.write(await line.call('save', store.stored));
      })
      .catch((error: unknown) => {
        // The index works without its files; it is built anew the next time.
        console.warn(`Second Source: the index could not be saved: ${messageOf(error)}`);
      });
    await this.#saving;
  }

  #line(): Promise<Line<IndexCalls>> {
    return (this.#opened ??= this.#open());
  }

  async #open(): Promise<Line<IndexCalls>> {
    const { store, wordnet } = this.#host;
    const [line, words, segments] = await Promise.all([this.#host.worker(), wordnet(), store?.read() ?? []]);
    const whole = await line.call('open', words, segments);
    if (store) store.stored = whole;
    return line;
  }

  async #build(): Promise<void> {
    await this.#listing;
    if (this.#isLost) {
      this.#isLost = false;
      await this.list([...this.#files]);
    }
    const line = await this.#line();
    let sent: Promise<void> = Promise.resolve();
    const unreadable: string[] = [];
    for (;;) {
      const paths = this.#next();
      if (paths.length === 0) break;
      const files = await fileContents(this.#root, paths, unreadable);
      await sent; // while the worker reads these, the next ones are fetched
      sent = line.call('put', files);
      for (const path of paths) this.#missing.delete(path);
      this.#read += files.length;
      this.#unsaved += files.length;
      this.#host.progressed();
      if (this.#unsaved >= Math.max(saved, (this.#kept + this.#read) / 8)) await this.save();
      if (!(await this.#host.pause())) return;
    }
    await sent;
    await this.save();
    warnOfUnreadable(unreadable);
    if (!this.#isStopped) await this.#merge();
  }

  /** In the background: answers go on between two steps. */
  async #merge(): Promise<void> {
    const line = await this.#line();
    while (await line.call('merge')) {
      this.#unsaved++;
      if (!(await this.#host.pause())) return;
    }
    await this.save();
  }

  #next(): readonly string[] {
    const paths: string[] = [];
    if (!this.#isStopped) for (const path of this.#missing) if (paths.push(path) >= batch) break;
    return paths;
  }

  // --- asking

  async setRegistry(registry: Registry): Promise<void> {
    this.#changes++;
    await (await this.#line()).call('setRegistry', registry);
  }

  /** The text of an article is another one now. */
  forget(uri: vscode.Uri): void {
    void this.#opened?.then((line) => line.call('forget', pathOf(this.#root, uri))).catch(() => undefined);
  }
}
