import * as vscode from 'vscode';
import type { Article, Conflict, Match, Origin, Passage, Registry } from '../../core/index';
import { messageOf, pathBelow, readBytes } from '../files/index';
import type { Line } from '../worker/index';
import type { FileContent, IndexCalls } from './indexServer';
import type { IndexStore } from './indexStore';

/** Files that are read at once, and sent to the worker at once. */
const batch = 16;
/** Files whose dates are asked for at once. */
const compared = 200;
/** New articles after which the index is saved, while it is built; in a large index an eighth of it. */
const saved = 500;
/** Over this an article is no part of the index. */
const largeOver = 2_000_000;
/** Passages whose renderings are remembered. */
const mostLooks = 400;

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
}

interface Look {
  readonly matches: readonly Match[];
  readonly near: readonly string[];
  readonly origins?: readonly Origin[];
}

/** The articles of a large folder: their texts stay on disk, the worker's index knows them, and answers wait until they are fetched. */
export class IndexedFolder {
  readonly #root: vscode.Uri;
  readonly #host: IndexHost;
  readonly #files = new Set<string>();
  /** To be read when the index is built. */
  readonly #missing = new Set<string>();
  readonly #looks = new Map<string, Look>();
  readonly #conflicts = new Map<string, { readonly asOf: string; readonly conflicts: readonly Conflict[] }>();
  #near: ReadonlyMap<string, readonly string[]> = new Map();
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
      const stamped = await Promise.all(paths.slice(at, at + compared).map((path) => this.#stamped(path)));
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
    const path = this.#pathOf(uri);
    const last = this.#changing.catch(() => undefined); // what failed then has been told then
    this.#changing = last.then(async () => {
      const [line, content] = await Promise.all([this.#line(), this.#content(path)]);
      this.#missing.delete(path);
      this.#changes++;
      this.#unsaved++;
      if (content === undefined) {
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
    for (;;) {
      const paths = this.#next();
      if (paths.length === 0) break;
      const files = (await Promise.all(paths.map((path) => this.#content(path)))).filter((file) => file !== undefined);
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
    if (this.#isStopped) return paths;
    for (const path of this.#missing) if (paths.push(path) >= batch) break;
    return paths;
  }

  async #stamped(path: string): Promise<readonly [path: string, stamp: string] | undefined> {
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(this.#root, path));
      return size > largeOver ? undefined : [path, `${mtime}:${size}`];
    } catch {
      return undefined; // gone since it was listed
    }
  }

  async #content(path: string): Promise<FileContent | undefined> {
    const stamped = await this.#stamped(path);
    const bytes = stamped && (await readBytes(vscode.Uri.joinPath(this.#root, path)).catch(() => undefined));
    // A view of a larger buffer would be sent with all of it.
    return stamped && bytes && { path, stamp: stamped[1], bytes: Uint8Array.from(bytes) };
  }

  // --- asking

  async setRegistry(registry: Registry): Promise<void> {
    this.#changes++;
    await (await this.#line()).call('setRegistry', registry);
  }

  /** The text of an article is another one now. */
  forget(uri: vscode.Uri): void {
    void this.#opened?.then((line) => line.call('forget', this.#pathOf(uri))).catch(() => undefined);
  }

  /** Renderings as they were fetched last; nothing for what was not. */
  matches(query: Passage): readonly Match[] {
    return this.#looks.get(keyOf(query))?.matches ?? [];
  }

  originsOf(query: Passage): readonly Origin[] {
    return this.#looks.get(keyOf(query))?.origins ?? [];
  }

  /** The articles of an article's event, as they were fetched last. */
  near(key: string): readonly string[] {
    return this.#near.get(key) ?? [];
  }

  conflicts(): readonly Conflict[] {
    const all = [...this.#conflicts.values()].flatMap(({ conflicts }) => conflicts);
    return [...new Map(all.map((conflict) => [conflict.key, conflict])).values()];
  }

  /** Fetches the renderings of a passage; returns the articles that belong to the answer. */
  async fetch(path: string, query: Passage): Promise<readonly string[]> {
    const line = await this.#line();
    const found = await line.call('render', path, { start: query.start, end: query.end });
    const matches = (found?.matches ?? []).map((match) => ({ ...match, uri: this.#keyOf(match.uri) }));
    const near = (found?.near ?? []).map((path) => this.#keyOf(path));
    this.#looks.delete(keyOf(query));
    this.#looks.set(keyOf(query), { matches, near });
    for (const oldest of this.#looks.keys()) {
      if (this.#looks.size <= mostLooks) break;
      this.#looks.delete(oldest);
    }
    this.#near = new Map([...[...this.#near].filter(([key]) => key !== query.uri).slice(-5), [query.uri, near]]);
    return [...new Set([...matches.map(({ uri }) => uri), ...near])];
  }

  async fetchOrigins(path: string, query: Passage, matches: readonly Match[]): Promise<void> {
    const line = await this.#line();
    const inWorker = matches.map((match) => ({ ...match, uri: this.#pathOf(vscode.Uri.parse(match.uri)) }));
    const found = await line.call('origins', path, { start: query.start, end: query.end }, inWorker);
    const look = this.#looks.get(keyOf(query));
    const origins = found.map((origin) => ({ ...origin, uris: origin.uris.map((path) => this.#keyOf(path)) }));
    if (look) this.#looks.set(keyOf(query), { ...look, origins });
  }

  /** Fetches what contradicts the given articles, where something has changed since the last time; returns articles to be shown with it. */
  async fetchConflicts(open: readonly { readonly path: string; readonly article: Article }[]): Promise<readonly string[]> {
    const wanted = new Set(open.map(({ article }) => article.uri));
    for (const key of this.#conflicts.keys()) if (!wanted.has(key)) this.#conflicts.delete(key);
    for (const { article, path } of open) {
      const asOf = `${article.version} ${this.#changes} ${this.#missing.size > 0 ? 'building' : ''}`;
      if (this.#conflicts.get(article.uri)?.asOf === asOf) continue;
      const line = await this.#line();
      const conflicts = await line.call('conflicts', path);
      const placed = conflicts.map((conflict) => ({
        ...conflict,
        passages: conflict.passages.map((passage) => ({ ...passage, uri: this.#keyOf(passage.uri) })),
      }));
      this.#conflicts.set(article.uri, { asOf, conflicts: placed });
    }
    return [...new Set(this.conflicts().flatMap(({ passages }) => passages.map(({ uri }) => uri)))];
  }

  /** Articles that most likely hold some words. */
  async find(text: string): Promise<readonly string[]> {
    const paths = await (await this.#line()).call('find', text);
    return paths.map((path) => this.#keyOf(path));
  }

  #pathOf(uri: vscode.Uri): string {
    return pathBelow(this.#root, uri) ?? uri.path;
  }

  #keyOf(path: string): string {
    return vscode.Uri.joinPath(this.#root, path).toString();
  }
}

function keyOf({ uri, start, end }: Passage): string {
  return `${start} ${end} ${uri}`;
}
