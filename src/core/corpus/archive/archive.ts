import type { Analysis } from '../../analysis/index';
import type { Article } from '../../text/article';
import { readAnalysis, writeAnalysis } from './analysisRecord';
import { type Term, Terms, type TermsOptions } from './terms';
import { Places } from './places';
import { Ranking } from './ranking';
import { Segment } from './segment';
import { buildSegment, type Document, mergeSegments } from './segmentBuild';
import type { StoredBytes } from './storedBytes';

/** Articles a fresh segment takes before it is closed. */
const FRESH = 500;
/** Closed segments of one size that are merged into one. */
const FAN = 8;
/** Share of a segment's articles that may be gone before it is written again without them. */
const GONE = 1 / 3;

/** A closed segment: its articles are numbered from `base` on. */
interface Closed {
  readonly base: number;
  readonly segment: Segment;
  /** 1 for each article that is gone. */
  gone: Uint8Array | undefined;
  goneCount: number;
}

/**
 * An index over more articles than memory holds: the terms of each, where its quotations stand and who speaks them; the texts stay with the host.
 * New articles go into a small segment that is closed when full. Closed segments never change: what is gone from one is said by a later
 * one, so that saving writes only what is new. `merge` keeps them few. BM25 (Robertson and Zaragoza 2009) picks the candidates.
 */
export class Archive {
  readonly #terms: Terms;
  #closed: Closed[] = [];
  #fresh = new Map<string, Document>();
  #freshSegment: Closed | undefined;
  /** Gone from closed segments since the last one was closed. */
  #dropped = new Set<string>();
  #places = new Places((place) => this.#uriAt(place));
  #nextBase = 0;
  #totalLength = 0;
  readonly #ranking = new Ranking();

  constructor(options: TermsOptions = {}) {
    this.#terms = new Terms(options);
  }

  /** An archive from what `save` gave, in its order; segments that are damaged or of another version are left out. */
  static open(saved: readonly Uint8Array[], options: { readonly wordnet?: Uint8Array } = {}): Archive {
    const archive = new Archive(options);
    for (const bytes of saved) archive.add(bytes);
    return archive;
  }

  /** Number of articles. */
  get size(): number {
    return this.#places.size + this.#fresh.size;
  }

  /** Bytes held in closed segments, as in memory so in files. */
  get byteLength(): number {
    return this.#closed.reduce((sum, { segment }) => sum + segment.byteLength, 0);
  }

  /** The uri of every article, in no order. */
  *uris(): Generator<string> {
    for (const { segment, gone } of this.#closed) {
      let index = 0;
      for (const uri of segment.uris()) if (!gone?.[index++]) yield uri;
    }
    yield* this.#fresh.keys();
  }

  /** The stamp the article was put with; undefined where the archive lacks it. */
  stampOf(uri: string): string | undefined {
    const fresh = this.#fresh.get(uri);
    if (fresh) return fresh.stamp;
    const place = this.#placeOf(uri);
    return place?.segment.stamp(place.index);
  }

  /** Adds an article or replaces the one of the same `uri`. `stamp`: whatever tells later whether it has changed. */
  put(article: Article, analysis: Analysis, stamp = ''): void {
    this.drop(article.uri);
    const record = writeAnalysis(analysis, article.raw);
    this.#fresh.set(article.uri, { uri: article.uri, stamp, ...this.#terms.of(article.prose.text, article.language), record });
    this.#freshSegment = undefined;
    if (this.#fresh.size >= FRESH) this.seal();
  }

  /** Adds what another archive saved, for builders at work side by side; its articles replace those of the same uri. False where it is damaged. */
  add(saved: Uint8Array | StoredBytes): boolean {
    const segment = Segment.read(saved);
    if (segment) this.#close(segment);
    return segment !== undefined;
  }

  drop(uri: string): void {
    const wasFresh = this.#fresh.delete(uri);
    if (wasFresh) this.#freshSegment = undefined;
    if (this.#forget(uri) || wasFresh) this.#dropped.add(uri);
  }

  /** What is known of an article: quotations and speakers, no dates. Undefined where it is damaged or of another text, too: analyse the article then. */
  analysisOf({ uri, raw }: Article): Analysis | undefined {
    const fresh = this.#fresh.get(uri);
    const place = fresh ? undefined : this.#placeOf(uri);
    const record = fresh?.record ?? place?.segment.record(place.index);
    return record && readAnalysis(record, raw);
  }

  /** The terms to ask for: the rarest words of a passage, and the names that its article has most. */
  terms(passage: string, article = passage): readonly Term[] {
    return this.#terms.asked(passage, article);
  }

  /** The most likely articles, best first; of equal ones those that come first by their uri. */
  nearest(terms: readonly Term[], most: number): { uri: string; score: number }[] {
    const sources = this.#all();
    const freshLength = this.#freshSegment?.segment.lengths.reduce((sum, length) => sum + length, 0) ?? 0;
    const average = (this.#totalLength + freshLength) / Math.max(1, this.size);
    return this.#ranking.nearest(sources, terms, most, average);
  }

  /** Closes the fresh segment, so that a query after the next change has only that change to put in order. */
  seal(): void {
    if (this.#fresh.size === 0 && this.#dropped.size === 0) return;
    const dropped = [...this.#dropped].filter((uri) => !this.#fresh.has(uri));
    const segment = buildSegment([...this.#fresh.values()], dropped);
    this.#fresh = new Map();
    this.#dropped = new Set();
    this.#freshSegment = undefined;
    this.#close(segment);
  }

  /**
   * The closed segments as files, the fresh one closed first. Their order counts. A segment that has not changed since the last time is
   * the same object, and its file need not be written again.
   */
  save(): Uint8Array[] {
    this.seal();
    return this.#closed.map(({ segment }) => segment.bytes);
  }

  /**
   * Hands the closed segments over, with `all` the fresh one, too, and goes on without them but with the words it knows: for builders at
   * work side by side.
   */
  take(all: boolean): Uint8Array[] {
    if (all) this.seal();
    const saved = this.#closed.map(({ segment }) => segment.bytes);
    this.#closed = [];
    this.#places = new Places((place) => this.#uriAt(place));
    this.#totalLength = 0;
    return saved;
  }

  /**
   * Merges segments of one size, or writes one again that has lost many articles; false where nothing is worth it. For a host to call
   * when it has time, again until it says false; a step takes up to some seconds with 100,000 articles.
   */
  merge(): boolean {
    const tired = this.#closed.find(({ segment, goneCount }) => goneCount > GONE * segment.size);
    if (tired) {
      this.#replace([tired]);
      return true;
    }
    const tier = ({ segment }: Closed) => Math.floor(Math.log(Math.max(1, segment.size / FRESH)) / Math.log(FAN) + 0.01);
    const tiers = new Map<number, Closed[]>();
    for (const closed of this.#closed) tiers.set(tier(closed), [...(tiers.get(tier(closed)) ?? []), closed]);
    const alike = [...tiers.values()].find((closed) => closed.length >= FAN);
    if (alike) this.#replace(alike);
    return alike !== undefined;
  }

  /** Writes all articles again into one segment, each with another stamp where one is given: a query takes the longer the more segments there are. */
  rewrite(stampOf?: (uri: string) => string): void {
    this.seal();
    if (this.#closed.length > (stampOf ? 0 : 1)) this.#replace([...this.#closed], stampOf);
  }

  #replace(old: readonly Closed[], stampOf?: (uri: string) => string): void {
    // What was dropped is said again as long as an older segment may hold it.
    const older = this.#closed.findIndex((closed) => !old.includes(closed));
    const isNeeded = older >= 0 && older < this.#closed.findLastIndex((closed) => old.includes(closed));
    const dropped = isNeeded ? old.flatMap(({ segment }) => segment.dropped.filter((uri) => this.stampOf(uri) === undefined)) : [];
    const segment = mergeSegments(old, [...new Set(dropped)], stampOf);
    const merged = this.#append(segment);
    // The old ones stay until nothing leads to them any more.
    let { base } = merged;
    for (const uri of segment.uris()) this.#places.set(uri, base++);
    this.#closed = this.#closed.filter((closed) => !old.includes(closed));
  }

  #close(segment: Segment): void {
    for (const uri of segment.dropped) this.#forget(uri);
    const { base } = this.#append(segment);
    let index = 0;
    for (const uri of segment.uris()) {
      if (this.#fresh.delete(uri)) this.#freshSegment = undefined;
      this.#forget(uri);
      this.#places.set(uri, base + index);
      this.#totalLength += segment.lengths[index++] ?? 0;
    }
  }

  #append(segment: Segment): Closed {
    const closed: Closed = { base: this.#nextBase, segment, gone: undefined, goneCount: 0 };
    this.#nextBase += segment.size;
    this.#closed.push(closed);
    return closed;
  }

  /** Marks the article as gone from its closed segment; false where none has it. */
  #forget(uri: string): boolean {
    const place = this.#placeOf(uri);
    if (!place) return false;
    const { closed, segment, index } = place;
    closed.gone ??= new Uint8Array(segment.size);
    closed.gone[index] = 1;
    closed.goneCount++;
    this.#totalLength -= segment.lengths[index] ?? 0;
    this.#places.delete(uri);
    return true;
  }

  #placeOf(uri: string): { readonly closed: Closed; readonly segment: Segment; readonly index: number } | undefined {
    const place = this.#places.get(uri);
    const closed = place < 0 ? undefined : this.#closedAt(place);
    return closed && { closed, segment: closed.segment, index: place - closed.base };
  }

  #uriAt(place: number): string {
    const closed = this.#closedAt(place);
    return closed?.segment.uri(place - closed.base) ?? '';
  }

  #closedAt(place: number): Closed | undefined {
    return this.#closed.findLast(({ base }) => base <= place);
  }

  #all(): readonly Closed[] {
    if (this.#fresh.size === 0) return this.#closed;
    this.#freshSegment ??= { base: -1, segment: buildSegment([...this.#fresh.values()], []), gone: undefined, goneCount: 0 };
    return [...this.#closed, this.#freshSegment];
  }
}
