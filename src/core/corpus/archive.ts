import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import { readAnalysis, writeAnalysis } from './analysisRecord';
import type { Candidates, Term } from './candidates';
import { Kind, Lexicon } from './lexicon';
import { type Document, Segment } from './segment';
import { Flag, tokenise } from './tokens';
import { WordNet } from './wordnet';

/** Articles a fresh segment takes before it is closed. */
const FRESH = 500;
/** Closed segments of one size that are merged into one. */
const FAN = 8;
/** Lemmas after which the archive forgets the words it has read; their hashes stay the same. */
const WORDS = 200_000;
/** Rarest lemmas of a passage, and names of its article, that are asked for. */
const RAREST = 12;
const NAMES = 8;
const NAME_WEIGHT = 0.6;

/**
 * An index over more articles than memory holds: the terms of each, where its quotations stand and who speaks them; the texts stay with the host.
 * New articles go into a small segment that is closed when full; closed segments never change and are merged by size, so that building is
 * linear but for a logarithm and saving writes only what is new. BM25 (Robertson and Zaragoza 2009) picks the candidates.
 */
export class Archive implements Candidates {
  readonly #wordnet: WordNet | undefined;
  #lexicon: Lexicon;
  #segments: Segment[] = [];
  #fresh = new Map<string, Document>();
  #freshSegment: Segment | undefined;
  readonly #gone = new Map<Segment, Set<number>>();
  readonly #place = new Map<string, { segment: Segment; index: number }>();
  #totalLength = 0;

  constructor(options: { readonly wordnet?: Uint8Array } = {}) {
    this.#wordnet = options.wordnet && new WordNet(options.wordnet);
    this.#lexicon = new Lexicon(this.#wordnet);
  }

  /** An archive from what `save` gave; segments that are damaged or of another version are left out. */
  static open(saved: readonly Uint8Array[], options: { readonly wordnet?: Uint8Array } = {}): Archive {
    const archive = new Archive(options);
    for (const bytes of saved) {
      const segment = Segment.read(bytes);
      if (segment) archive.#add(segment);
    }
    return archive;
  }

  /** Number of articles. */
  get size(): number {
    return this.#place.size + this.#fresh.size;
  }

  /** Bytes held, without the uris. */
  get byteLength(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.byteLength, 0);
  }

  /** The stamp the article was put with; undefined where the archive lacks it. */
  stampOf(uri: string): string | undefined {
    const fresh = this.#fresh.get(uri);
    if (fresh) return fresh.stamp;
    const place = this.#place.get(uri);
    return place?.segment.stamps[place.index];
  }

  /** Adds an article or replaces the one of the same `uri`. `stamp`: whatever tells later whether it has changed. */
  put(article: Article, analysis: Analysis, stamp = ''): void {
    this.drop(article.uri);
    this.#fresh.set(article.uri, { uri: article.uri, stamp, terms: this.#termsOf(article.prose.text), record: writeAnalysis(analysis) });
    this.#freshSegment = undefined;
    if (this.#fresh.size >= FRESH) this.seal();
  }

  drop(uri: string): void {
    if (this.#fresh.delete(uri)) this.#freshSegment = undefined;
    const place = this.#place.get(uri);
    if (!place) return;
    this.#place.delete(uri);
    this.#totalLength -= place.segment.lengths[place.index] ?? 0;
    const gone = this.#gone.get(place.segment) ?? new Set();
    gone.add(place.index);
    this.#gone.set(place.segment, gone);
  }

  /** What is known of an article without reading it: quotations and speakers, no dates. */
  analysisOf(uri: string): Analysis | undefined {
    const fresh = this.#fresh.get(uri);
    if (fresh) return readAnalysis(fresh.record);
    const place = this.#place.get(uri);
    return place && readAnalysis(place.segment.record(place.index));
  }

  /** The terms to ask for: the rarest words of a passage, and the names that its article has most. */
  terms(passage: string, article = passage): readonly Term[] {
    const lexicon = this.#lexicon;
    const weights = new Map<number, number>();
    const asked = new Set(tokenise(passage, lexicon).lemma);
    const rarest = [...asked].filter((lemma) => isTerm(lemma, lexicon)).sort((a, b) => lexicon.rarity(b) - lexicon.rarity(a));
    for (const lemma of rarest.slice(0, RAREST)) weights.set(lexicon.hash(lemma) >>> 0, 1);
    const names = new Map<number, number>();
    const whole = tokenise(article, lexicon);
    whole.lemma.forEach((lemma, i) => {
      const flags = whole.flags[i] ?? 0;
      if (flags & Flag.capital && !(flags & Flag.sentence) && isTerm(lemma, lexicon)) names.set(lemma, (names.get(lemma) ?? 0) + 1);
    });
    for (const [lemma] of [...names].sort((a, b) => b[1] - a[1]).slice(0, NAMES)) {
      const hash = lexicon.hash(lemma) >>> 0;
      if (!weights.has(hash)) weights.set(hash, NAME_WEIGHT);
    }
    return [...weights].map(([hash, weight]) => ({ hash, weight }));
  }

  nearest(terms: readonly Term[], most: number): { uri: string; score: number }[] {
    const segments = this.#all();
    const count = this.size;
    const average = (this.#totalLength + (this.#freshSegment ? sum(this.#freshSegment.lengths) : 0)) / Math.max(1, count);
    const best: { uri: string; score: number }[] = [];
    const frequency = terms.map(({ hash }) => {
      let n = 0;
      for (const segment of segments) segment.forEach(hash, () => n++);
      return n;
    });
    for (const segment of segments) {
      const scores = new Float64Array(segment.uris.length);
      terms.forEach(({ hash, weight }, k) => {
        const df = frequency[k] ?? 0;
        const idf = weight * Math.log(1 + (count - df + 0.5) / (df + 0.5));
        segment.forEach(hash, (index, tf) => {
          scores[index] = (scores[index] ?? 0) + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * (segment.lengths[index] ?? 0)) / average));
        });
      });
      const gone = this.#gone.get(segment);
      let floor = best.length < most ? 0 : (best.at(-1)?.score ?? 0);
      for (let i = 0; i < scores.length; i++) {
        const score = scores[i] ?? 0;
        if (score <= floor || gone?.has(i)) continue;
        best.push({ uri: segment.uris[i] ?? '', score });
        if (best.length < 4 * most) continue;
        best.sort((a, b) => b.score - a.score).length = most;
        floor = best.at(-1)?.score ?? 0;
      }
      best.sort((a, b) => b.score - a.score);
      if (best.length > most) best.length = most;
    }
    return best;
  }

  /** The closed segments as bytes, the fresh one closed first; a host may keep each under its position and write only changed ones. */
  save(): Uint8Array[] {
    this.seal();
    return this.#segments.map((segment) => (this.#gone.has(segment) ? this.#replace([segment]) : segment).write());
  }

  #all(): readonly Segment[] {
    if (this.#fresh.size === 0) return this.#segments;
    return [...this.#segments, (this.#freshSegment ??= Segment.of([...this.#fresh.values()]))];
  }

  /** Closes the fresh segment, so that a query after the next change has only that change to put in order. */
  seal(): void {
    if (this.#fresh.size === 0) return;
    const segment = this.#freshSegment ?? Segment.of([...this.#fresh.values()]);
    this.#fresh = new Map();
    this.#freshSegment = undefined;
    this.#add(segment);
    for (;;) {
      const size = (s: Segment) => Math.floor(Math.log(Math.max(1, s.uris.length / FRESH)) / Math.log(FAN) + 0.01);
      const least = Math.min(...this.#segments.map(size));
      const alike = this.#segments.filter((s) => size(s) === least);
      if (alike.length < FAN) return;
      this.#replace(alike);
    }
  }

  #replace(old: readonly Segment[]): Segment {
    const merged = Segment.merge(old, (segment, index) => this.#gone.get(segment)?.has(index) ?? false);
    this.#segments = this.#segments.filter((segment) => !old.includes(segment));
    for (const segment of old) {
      this.#gone.delete(segment);
      segment.uris.forEach((uri, index) => {
        const place = this.#place.get(uri);
        if (place?.segment !== segment || place.index !== index) return;
        this.#place.delete(uri);
        this.#totalLength -= segment.lengths[index] ?? 0;
      });
    }
    this.#add(merged);
    return merged;
  }

  #add(segment: Segment): void {
    this.#segments.push(segment);
    segment.uris.forEach((uri, index) => {
      this.drop(uri);
      this.#place.set(uri, { segment, index });
      this.#totalLength += segment.lengths[index] ?? 0;
    });
  }

  #termsOf(prose: string): Map<number, number> {
    if (this.#lexicon.size > WORDS) this.#lexicon = new Lexicon(this.#wordnet);
    const terms = new Map<number, number>();
    for (const lemma of tokenise(prose, this.#lexicon).lemma) {
      if (!isTerm(lemma, this.#lexicon)) continue;
      const hash = this.#lexicon.hash(lemma) >>> 0;
      terms.set(hash, (terms.get(hash) ?? 0) + 1);
    }
    return terms;
  }
}

function isTerm(lemma: number, lexicon: Lexicon): boolean {
  const kind = lexicon.kind(lemma);
  return kind === Kind.content || kind === Kind.number;
}

function sum(values: Uint16Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
