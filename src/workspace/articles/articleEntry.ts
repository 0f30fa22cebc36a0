import type * as vscode from 'vscode';
import {
  analyse,
  type Analysis,
  type Article,
  type ArticleSource,
  attempt,
  type ChangedSince,
  type DecodedText,
  type Fault,
  isLanguageLoaded,
  type Item,
  itemsOf,
  loadLanguage,
  type Placed,
  placedOrLost,
  readArticle,
  readSidecar,
  type Registry,
  type Sidecar,
} from '../../core/index';
import { sha256, withoutMark } from '../files/index';
import type { ArticleState, Earlier, Read } from './articleState';
import { LineTable, rawOf } from './lineTable';
import { LiveRanges } from './liveRanges';
import { type Obstacle, obstacleOf } from './obstacle';

/** Over this an article waits until the typing pauses. */
const deferredOver = 100_000;

interface Text {
  readonly text: string;
  readonly version: number;
}

const noSidecar: Sidecar = { version: 1, annotations: [], problems: [], locked: false };

/** One article file: what is read of it, kept until something it depends on changes. */
export class ArticleEntry {
  readonly uri: vscode.Uri;
  readonly path: string;
  /** A person has asked for it in spite of its size. */
  wanted = false;
  /** What a person should know of the file's encoding: what the editor shows may read otherwise. */
  encodingProblem: string | undefined;
  #file: Text | undefined;
  #document: vscode.TextDocument | undefined;
  #sidecarText: string | undefined;
  #sidecar = noSidecar;
  #read: Read | undefined;
  #state: ArticleState | undefined;
  #live: LiveRanges | undefined;
  #earlier: Earlier | undefined;
  /** The last text that cannot be read yet, for want of what reads its language. */
  #unread: { readonly version: number; readonly language: Article['language'] } | undefined;
  #changed: { readonly article: Article; readonly since: ChangedSince | undefined } | undefined;
  static #versions = 0;

  constructor(uri: vscode.Uri, path: string) {
    this.uri = uri;
    this.path = path;
  }

  get sidecarText(): string | undefined {
    return this.#sidecarText;
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** It is long, or what reads its language is still to be loaded. */
  get isDeferred(): boolean {
    return this.#isLong || this.#missing !== undefined;
  }

  get #isLong(): boolean {
    return this.#current().text.length > deferredOver;
  }

  /** The language of today's text, while what reads it is not there. */
  get #missing(): Article['language'] | undefined {
    const { version, language = 'en' } = this.#unread ?? {};
    return version === this.#current().version && !isLanguageLoaded(language) ? language : undefined;
  }

  /** Deferred, but to be read. */
  get isWaiting(): boolean {
    return this.isDeferred && this.obstacle === undefined;
  }

  get obstacle(): Obstacle | undefined {
    return obstacleOf(this.#current().text, this.wanted);
  }

  setFile({ text, encoding, problem }: DecodedText): void {
    this.encodingProblem = encoding === 'binary' ? undefined : problem;
    if (this.#file?.text !== text) this.#file = { text, version: --ArticleEntry.#versions };
  }

  setDocument(document: vscode.TextDocument | undefined): void {
    if (document !== undefined && document === this.#document) return; // opened again in another language
    this.#document = document;
    this.#live = undefined;
    this.#state = undefined;
    // Most are opened and closed with the words that were read: what is found in them, and between them and others, stays.
    const { text, version } = this.#current();
    if (this.#read?.article.raw === rawOf(text)) this.#read = { ...this.#read, version };
  }

  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (this.#document) this.#live?.follow(changes, this.#document.getText());
  }

  /** Says whether that made a difference. */
  setSidecar(text: string | undefined): boolean {
    if (text === this.#sidecarText) return false;
    this.#sidecarText = text;
    this.#sidecar = text === undefined ? noSidecar : readSidecar(withoutMark(text));
    this.#state = undefined;
    return true;
  }

  /** A text that the article had before, and what compares it with today's. */
  setEarlier(earlier: Earlier | undefined): void {
    if (earlier?.text === this.#earlier?.text) return;
    this.#earlier = earlier;
    this.#changed = undefined;
  }

  /** The state of today's text, or `undefined` where it must not be read now: too large, binary, or deferred and not yet computed. */
  current(registry: Registry): ArticleState | undefined {
    const isRead = this.#read?.version === this.#current().version && this.#read.registry === registry;
    return isRead || !this.isDeferred ? this.compute(registry) : undefined;
  }

  compute(registry: Registry): ArticleState | undefined {
    if (this.obstacle !== undefined) return undefined;
    const read = this.#reading(registry);
    if (!read) return undefined;
    if (this.#state?.article !== read.article || this.#state.analysis !== read.analysis) this.#state = this.#place(read, registry);
    return this.#state;
  }

  /** What is to be analysed now. */
  source(registry: Registry): ArticleSource {
    const { outlet, published, title, url, primary, language } = this.#sidecar.document ?? {};
    const where = { ...(outlet && { outlet }), ...(published && { published }), ...(url && { url }) };
    const set = { ...where, ...(title && { title }), ...(primary && { primary }), ...(language && { language }) };
    return { uri: this.uri.toString(), path: this.path, ...this.#current(), registry, set };
  }

  /** Loads what reads its language; says whether that was needed. A long article is read elsewhere. */
  async loadLanguage(registry: Registry): Promise<boolean> {
    if (this.#isLong || this.current(registry) !== undefined || this.#missing === undefined) return false;
    await loadLanguage(this.#missing);
    return true;
  }

  /** As `loadLanguage`; has a long article analysed elsewhere, and takes the answer unless the text is another one by then. */
  async computeDeferred(registry: Registry, elsewhere: (source: ArticleSource) => Promise<Analysis>): Promise<boolean> {
    if (await this.loadLanguage(registry)) return true;
    if (!this.isWaiting || this.current(registry) !== undefined) return false;
    const source = this.source(registry);
    const analysis = await elsewhere(source);
    if (source.version === this.#current().version) this.#remember(source, registry, analysis);
    return true;
  }

  #current(): Text {
    const document = this.#document;
    return document ? { text: document.getText(), version: document.version } : (this.#file ?? { text: '', version: 0 });
  }

  #reading(registry: Registry): Read | undefined {
    const source = this.source(registry);
    const last = this.#read;
    const isCurrent = last?.version === source.version && last.registry === registry && last.facts === JSON.stringify(source.set);
    return isCurrent ? last : this.#remember(source, registry);
  }

  #remember(source: ArticleSource, registry: Registry, analysis?: Analysis): Read | undefined {
    const article = readArticle(source);
    if (analysis === undefined && !isLanguageLoaded(article.language)) {
      this.#unread = { version: source.version, language: article.language };
      return undefined;
    }
    const sameText = this.#read?.article.raw === article.raw ? this.#read : undefined;
    this.#read = {
      version: source.version,
      registry,
      facts: JSON.stringify(source.set),
      article,
      analysis: analysis ?? analyse(article, registry),
      lines: sameText?.lines ?? new LineTable(article.raw),
      sha256: sameText?.sha256 ?? sha256(article.raw),
    };
    return this.#read;
  }

  #place(read: Read, registry: Registry): ArticleState {
    const { article, analysis, lines } = read;
    const { raw } = article;
    const hashMatches = this.#sidecar.document?.sha256 === read.sha256;
    const faults: Fault[] = [...(analysis.faults ?? [])];
    const tell = (fault: Fault) => faults.push(fault);
    let placed: readonly Placed[] = [];
    if (this.#sidecar.annotations.length > 0) {
      if (this.#document) placed = (this.#live ??= new LiveRanges(raw)).place(raw, this.#sidecar.annotations, hashMatches, tell);
      else placed = placedOrLost(raw, this.#sidecar.annotations, hashMatches, tell);
    }
    const items = attempt<readonly Item[]>('what is shown in it', () => itemsOf(raw, analysis, placed, registry), () => [], tell); // prettier-ignore
    const changed = () => this.#changedIn(read, tell);
    return {
      uri: this.uri,
      path: this.path,
      article,
      analysis,
      lines,
      sha256: read.sha256,
      sidecar: this.#sidecar,
      placed,
      items,
      faults,
      get changed() {
        return changed();
      },
    };
  }

  /** Compared when it is first asked for. */
  #changedIn({ article, analysis }: Read, tell: (fault: Fault) => void): ChangedSince | undefined {
    const earlier = this.#earlier;
    if (earlier === undefined) return undefined;
    if (this.#changed?.article !== article) {
      const compare = () => earlier.compare({ article, analysis });
      this.#changed = { article, since: attempt('what has changed in it', compare, () => undefined, tell) }; // prettier-ignore
    }
    return this.#changed.since;
  }
}
