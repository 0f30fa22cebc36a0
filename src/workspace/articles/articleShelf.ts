import * as vscode from 'vscode';
import { decodeBytes } from '../../core/index';
import { messageOf, openDocument, pathBelow, readBytes, type YamlFiles } from '../files/index';
import { showWarningMessage } from '../window/index';
import { ArticleEntry } from './articleEntry';
import type { ArticleState } from './articleState';
import { OutdatedArticles } from './outdatedArticles';
import type { ShelfHost } from './shelfHost';
import { SidecarNames } from './sidecarNames';
import { WholeFolder } from './wholeFolder';

/** Articles that are kept beside those that are open or annotated: some events. */
const mostHeld = 200;

/** The articles of a folder that are in memory, with what was decided about them: all of a small folder. */
export class ArticleShelf {
  readonly together = new WholeFolder();
  readonly names: SidecarNames;
  readonly #root: vscode.Uri;
  readonly #yaml: YamlFiles;
  readonly #host: ShelfHost;
  readonly #entries = new Map<string, ArticleEntry>();
  readonly #outdated = new OutdatedArticles((key) => {
    this.#update(key);
  });
  /** What was looked at; the last used stand last. */
  readonly #held = new Set<string>();

  constructor(root: vscode.Uri, yaml: YamlFiles, host: ShelfHost) {
    this.#root = root;
    this.#yaml = yaml;
    this.#host = host;
    this.names = new SidecarNames(root, host.spelled);
  }

  get size(): number {
    return this.#entries.size;
  }

  get entries(): readonly ArticleEntry[] {
    return [...this.#entries.values()];
  }

  entry(uri: vscode.Uri): ArticleEntry | undefined {
    return this.#entries.get(uri.toString());
  }

  /** Today's state; `undefined` for what is not here and for what must not be read now. */
  state(key: string): ArticleState | undefined {
    return this.#entries.get(key)?.current(this.#yaml.registry);
  }

  /** In the order of the paths. */
  states(): readonly ArticleState[] {
    this.refresh();
    return this.together.states();
  }

  /** Open or annotated: such an article stays here, and is listed also in a large folder. */
  isListed(key: string): boolean {
    const entry = this.#entries.get(key);
    return entry !== undefined && (entry.document !== undefined || entry.sidecarText !== undefined);
  }

  // --- holding

  /** An article's state; one that is not here is read. */
  async hold(uri: vscode.Uri): Promise<ArticleState | undefined> {
    const key = uri.toString();
    if (!this.#entries.has(key)) {
      if (!this.#host.isArticle(uri)) return undefined;
      await this.read(uri, true);
    }
    if (this.#entries.has(key)) this.#use(key);
    await this.computeDeferred(key);
    return this.state(key);
  }

  async holdAll(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.hold(vscode.Uri.parse(key));
      if (!(await this.work())) return;
    }
    for (const key of this.#held) {
      if (this.#held.size <= mostHeld) return;
      this.#held.delete(key);
      if (!this.isListed(key)) this.drop(key);
    }
  }

  /** Lets go of everything that is neither open nor annotated. */
  release(): void {
    for (const key of this.#entries.keys()) if (!this.isListed(key)) this.drop(key);
    this.#held.clear();
  }

  drop(key: string): void {
    this.#entries.delete(key);
    this.#outdated.add(key);
  }

  #use(key: string): void {
    this.#held.delete(key);
    this.#held.add(key);
  }

  // --- reading

  /** Reads several, with turns for the host in between; those whose sidecar is among `sidecars` with it. */
  async readAll(files: readonly vscode.Uri[], sidecars: ReadonlySet<string>, progressed: (done: number) => void): Promise<void> {
    for (let at = 0; at < files.length; at += 16) {
      const batch = files.slice(at, at + 16);
      await Promise.all(batch.map((uri) => this.read(uri, sidecars.has(this.names.sidecarOf(uri).toString()))));
      for (const uri of batch) {
        await this.computeDeferred(uri.toString());
        if (!(await this.work())) return;
      }
      progressed(at + batch.length);
    }
  }

  async read(uri: vscode.Uri, withSidecar: boolean): Promise<void> {
    const key = uri.toString();
    try {
      const bytes = await readBytes(uri);
      // The editor keeps the text of a deleted file for a while; only unsaved work in it still counts.
      if (bytes === undefined && this.entry(uri)?.document?.isDirty !== true) {
        this.drop(key);
        return;
      }
      // Only now, so that an article which is not there is not taken for one that is.
      const entry = this.#entryOf(uri);
      if (bytes !== undefined) entry.setFile(decodeBytes(bytes));
      // Nor does it say that a text is opened again that it still has.
      const document = entry.document ?? openDocument(uri);
      if (document !== entry.document) entry.setDocument(document);
    } catch (error) {
      this.drop(key);
      void showWarningMessage(vscode.l10n.t('{0} could not be read: {1}', pathBelow(this.#root, uri) ?? uri.path, messageOf(error)));
      return;
    }
    this.#outdated.add(key);
    if (withSidecar) await this.#readSidecar(uri);
  }

  async #readSidecar(article: vscode.Uri): Promise<void> {
    const uri = this.names.sidecarOf(article);
    await this.takeSidecar(uri, await this.#yaml.text(uri));
  }

  /** A sidecar was made, changed, deleted or edited: returns its article, `undefined` where nothing changed for us. */
  async takeSidecar(uri: vscode.Uri, text: string | undefined): Promise<vscode.Uri | undefined> {
    const article = this.names.articleOf(uri);
    if (article === undefined || !this.names.isShown(uri)) return undefined;
    if (this.entry(article) === undefined && !this.#host.isArticle(article)) return undefined;
    // Once somebody annotates an article of a large folder it belongs here.
    if (this.entry(article) === undefined && text !== undefined) await this.read(article, false);
    const entry = this.entry(article);
    if (entry === undefined) return undefined;
    const changed = entry.setSidecar(text);
    this.#yaml.note(uri, text, entry.sidecar.problems, entry.sidecar.locked);
    if (!changed) return undefined;
    // a person may have said that it is in a language that nothing here has been read in yet
    await entry.loadLanguage(this.#yaml.registry);
    this.outdate(article.toString());
    this.#use(article.toString());
    return article;
  }

  async open(document: vscode.TextDocument): Promise<void> {
    const entry = this.#entryOf(document.uri);
    entry.setDocument(document);
    this.outdate(document.uri.toString());
    // Read again each time: file watchers say nothing of a file that was made and deleted within one of their turns.
    await this.#readSidecar(document.uri);
    if (await entry.loadLanguage(this.#yaml.registry)) this.#outdated.add(document.uri.toString());
  }

  async close(uri: vscode.Uri): Promise<void> {
    const entry = this.entry(uri);
    if (entry?.document === undefined) return;
    entry.setDocument(undefined);
    await this.read(uri, true);
    await this.computeDeferred(uri.toString());
    this.outdate(uri.toString());
    this.#use(uri.toString());
  }

  edited(event: vscode.TextDocumentChangeEvent): boolean {
    const entry = this.entry(event.document.uri);
    if (entry === undefined) return false;
    entry.edited(event.contentChanges);
    this.outdate(event.document.uri.toString());
    return true;
  }

  #entryOf(uri: vscode.Uri): ArticleEntry {
    const key = uri.toString();
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new ArticleEntry(uri, pathBelow(this.#root, uri) ?? uri.path);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  outdate(key: string): void {
    this.#outdated.add(key);
    this.#host.outdated(vscode.Uri.parse(key));
  }

  outdateAll(): void {
    for (const key of this.#entries.keys()) this.#outdated.add(key);
  }

  /** Works off what is outdated, with turns for the host in between; false once there is nobody left to work for. */
  work(): Promise<boolean> {
    return this.#outdated.work(this.#host.pause);
  }

  refresh(): void {
    this.#outdated.refresh();
  }

  /** A long article is analysed by the worker, while the host goes on; of any other what reads its language is loaded. */
  async computeDeferred(key: string): Promise<void> {
    if (await this.#entries.get(key)?.computeDeferred(this.#yaml.registry, this.#host.analyse)) this.#outdated.add(key);
  }

  #update(key: string): void {
    const entry = this.#entries.get(key);
    const state = entry?.current(this.#yaml.registry);
    if (state !== undefined) this.together.put(key, state);
    // An article whose new state is still being waited for keeps its last one.
    else if (entry?.isWaiting !== true) this.together.drop(key);
  }
}
