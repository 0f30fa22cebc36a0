import type { Analysis } from '../analysis/index';
import type { Article, Language } from '../text/article';
import { attempt, type Fault } from '../text/fault';
import { languageOf } from '../text/metadata/language';
import { Across, type Perhaps } from './across/perhaps';
import { Articles, type CorpusOptions, type Entry } from './articles';
import type { Contradictions } from './contradictions/conflicts';
import type { Source } from './contradictions/contradiction';
import { Finder } from './finder';
import type { Conflict, Match, Origin, Passage } from './model';
import { findOrigins, withCopies } from './origins/origins';
import { originsBehind, type Rendered, renderedAt } from './origins/renderedOrigins';
import { hasVectors, sentencesToRead, takeVectors } from './reading';

/** Articles that an article's numbers and quotations are compared with there. */
const NEAREST = 10;

const nothing = () => [];

/** What is known until an article changes. */
interface Known {
  readonly matches: Map<string, readonly Match[]>;
  origins?: readonly Origin[];
  originOf?: ReadonlyMap<string, Origin>;
  conflicts?: readonly Conflict[];
  own?: readonly Conflict[];
  across?: Across;
  languages?: ReadonlySet<Language>;
}

/**
 * The articles of one folder, analysed; answers where else a passage stands. Everything is computed when asked for and kept until an article
 * changes. It knows of contradictions what it is given to find them with.
 */
export class BareCorpus {
  readonly #articles: Articles;
  readonly #finder: Finder;
  readonly #onFault: CorpusOptions['onFault'];
  readonly #contradictions: Contradictions | undefined;
  #known: Known = { matches: new Map() };

  constructor(options: CorpusOptions = {}, contradictions?: Contradictions) {
    this.#contradictions = contradictions;
    this.#onFault = options.onFault;
    this.#articles = new Articles(options);
    this.#finder = new Finder(this.#articles, (passage) => this.match(passage));
  }

  /** Adds an article or replaces the one of the same `uri`; `speech`: who says what there, where the analysis need not be made to know it. */
  put(article: Article, analysis: Analysis, speech?: Entry['speech']): void {
    this.#articles.put(article, analysis, speech);
    this.#forget();
  }

  drop(uri: string): void {
    this.#articles.drop(uri);
    this.#forget();
  }

  /** The sentences of an English article, for an encoder to read; none of a large corpus or a very long article. */
  sentencesOf(uri: string): readonly string[] {
    return sentencesToRead(this.#articles, this.#articles.get(uri));
  }

  /** Whether an article has vectors for its sentences. */
  isEncoded(uri: string): boolean {
    return hasVectors(this.#articles, this.#articles.get(uri));
  }

  /**
   * Takes an encoder's vector, of length 1, for each of `sentencesOf`; false, and nothing changes, where they are not these. `undefined`: what
   * the encoder has read of the article is forgotten.
   */
  encode(uri: string, vectors: readonly Float32Array[] | undefined): boolean {
    const entry = this.#articles.get(uri);
    if (!entry || !takeVectors(this.#articles, entry, vectors)) return false;
    // it says where a passage stands, and nothing of what contradicts what or where it comes from
    this.#known = { ...this.#known, matches: new Map() };
    this.#finder.forget();
    return true;
  }

  /** Renderings of the passage (UTF-16 in `raw`) in other articles, best first; several of one article where it says the same more than once. */
  match(passage: Passage): readonly Match[] {
    const key = `${passage.start}:${passage.end}:${passage.uri}`;
    let matches = this.#known.matches.get(key);
    if (!matches) {
      matches = attempt<readonly Match[]>('renderings', () => this.#finder.find(passage), nothing, this.#tell(passage.uri));
      this.#known.matches.set(key, matches);
    }
    return matches;
  }

  /** Where a free text stands in the articles. */
  matchText(text: string): readonly Match[] {
    return attempt<readonly Match[]>('renderings', () => this.#finder.findText(text), nothing, this.#tell(''));
  }

  /** What stands between an article, or a text that is none of them, and the articles of its matches. */
  conflictsWith(given: Entry | string, matches: readonly Match[]): readonly Conflict[] {
    const home = typeof given === 'string' ? this.#articles.get(given) : given;
    if (home === undefined || matches.length === 0) return [];
    const { uri } = home.article;
    const entries = [...new Set(matches.map((match) => match.uri))].flatMap((there) => this.#articles.get(there) ?? []);
    // A pasted sentence is about what those that have it are about.
    const find = () => this.#compare([home, ...entries], (index) => (index === 0 ? entries.map((_, i) => i + 1) : []), given === home);
    return attempt<readonly Conflict[]>('contradictions', find, nothing, this.#tell(uri)).filter(
      ({ passages }) => passages.some((side) => side.uri === uri) && passages.some((side) => side.uri !== uri),
    );
  }

  /** Where articles in other languages perhaps tell the same as a passage; nothing where all are in one language. */
  perhaps(passage: Passage): readonly Perhaps[] {
    const home = this.#articles.get(passage.uri);
    const find = () => (home ? (this.#across()?.of(home, passage) ?? []) : []);
    return attempt<readonly Perhaps[]>('places in other languages', find, nothing, this.#tell(passage.uri));
  }

  /** As `perhaps`, for a free text. */
  perhapsText(text: string): readonly Perhaps[] {
    return attempt<readonly Perhaps[]>(
      'places in other languages',
      () => this.#across(languageOf(text))?.ofText(text, languageOf(text)) ?? [],
      nothing,
      this.#tell(''),
    );
  }

  /** Undefined where there is no second language. */
  #across(asked?: Language): Across | undefined {
    const languages = (this.#known.languages ??= new Set(this.#articles.sorted().map(({ article }) => article.language)));
    const isOne = languages.size + Number(asked !== undefined && !languages.has(asked)) < 2;
    return isOne ? undefined : (this.#known.across ??= new Across(this.#articles.sorted()));
  }

  /** Groups of articles that go back to one text or source; every article with a word in it is in exactly one. */
  origins(): readonly Origin[] {
    return (this.#known.origins ??= attempt('origins', () => this.#findOrigins(), nothing, this.#tell('')));
  }

  /** Independent origins behind a set of renderings (the query's own article included): copies and renderings from one source are one. */
  originsOf(passage: Passage, matches: readonly Match[]): readonly Origin[] {
    return attempt<readonly Origin[]>('origins', () => this.#findOriginsOf(passage, matches), nothing, this.#tell(passage.uri));
  }

  #findOriginsOf(passage: Passage, matches: readonly Match[]): readonly Origin[] {
    const rendered = renderedAt([passage, ...matches], this.#articles, (entry, place) => this.#finder.stretchOf(entry, place));
    return originsBehind(rendered, this.#originOf(rendered), this.#articles.words());
  }

  /** By uri; of an archive only what is rendered is looked at. */
  #originOf(rendered: readonly Rendered[]): ReadonlyMap<string, Origin> {
    const byUri = (origins: readonly Origin[]) => new Map(origins.flatMap((origin) => origin.uris.map((uri) => [uri, origin] as const)));
    if (!this.#articles.arePart) return (this.#known.originOf ??= byUri(this.origins()));
    return byUri(findOrigins([...new Map(rendered.map((one) => [one.uri, one])).values()], this.#articles.words()));
  }

  /** Contradictions between articles, and dates of single articles that cannot be right. */
  conflicts(): readonly Conflict[] {
    return (this.#known.conflicts ??= attempt<readonly Conflict[]>('contradictions', () => this.#findConflicts(), nothing, this.#tell('')));
  }

  /** Dates of single articles that cannot be right: what `conflicts` can say without comparing articles. */
  ownConflicts(): readonly Conflict[] {
    const own = (entry: Entry) => this.#contradictions?.impossibleDates({ ...entry, name: this.#articles.nameOf(entry) }) ?? [];
    return (this.#known.own ??= this.#articles
      .sorted()
      .flatMap((entry) =>
        attempt<readonly Conflict[]>('dates that cannot be right', () => own(entry), nothing, this.#tell(entry.article.uri)),
      ));
  }

  /** What contradicts one article, and dates of its own that cannot be right. */
  conflictsOf(uri: string): readonly Conflict[] {
    return attempt<readonly Conflict[]>('contradictions', () => this.#findConflictsOf(uri), nothing, this.#tell(uri));
  }

  #findConflictsOf(uri: string): readonly Conflict[] {
    const entries = this.#articles.arePart ? this.#near(uri) : this.#articles.sorted();
    const home = entries.findIndex(({ article }) => article.uri === uri);
    const compared = this.#compare(entries, (index) => (index === home ? [...entries.keys()] : [home]));
    return compared.filter(({ passages }) => passages.some((passage) => passage.uri === uri));
  }

  /** An article and those that most likely write about the same, in their order. */
  #near(uri: string): Entry[] {
    const home = this.#articles.get(uri);
    if (!home) return [];
    const { text } = home.article.prose;
    return [...new Set([home, ...this.#articles.likely(text, text, NEAREST)])].sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1));
  }

  #findOrigins(): readonly Origin[] {
    const entries = this.#articles.areFew ? this.#articles.sorted() : this.#articles.distinct();
    const found = findOrigins(
      entries.map((entry) => ({ uri: entry.article.uri, tokens: this.#articles.digest(entry).tokens })),
      this.#articles.words(),
    );
    return this.#articles.areFew ? found : found.map((origin) => withCopies(origin, (uri) => this.#alike(uri)));
  }

  #alike(uri: string): readonly string[] {
    const entry = this.#articles.get(uri);
    return entry ? this.#articles.alike(entry).map(({ article }) => article.uri) : [];
  }

  #findConflicts(): Conflict[] {
    const entries = this.#articles.sorted();
    if (this.#articles.areFew) return this.#compare(entries);
    const place = new Map(entries.map((entry, index) => [entry, index]));
    const ofText = new Map<string, readonly number[]>();
    const near = entries.map(({ article: { prose } }) => {
      const found =
        ofText.get(prose.text) ?? this.#articles.likely(prose.text, prose.text, NEAREST).flatMap((entry) => place.get(entry) ?? []);
      ofText.set(prose.text, found);
      return found;
    });
    return this.#compare(entries, (index) => near[index] ?? []);
  }

  #compare(entries: readonly Entry[], near?: (index: number) => readonly number[], areOneEvent = false): Conflict[] {
    if (!this.#contradictions) return [];
    const { weights, matcher } = this.#articles.areFew ? this.#articles.eventOf(undefined, '') : this.#articles.eventFrom(entries);
    const sources = entries.map((entry): Source => ({
      ...entry,
      name: this.#articles.nameOf(entry),
      voices: this.#articles.digest(entry).voices,
      text: weights.weigh(this.#articles.digest(entry).tokens),
    }));
    return this.#contradictions.findConflicts(sources, this.#articles.words(), matcher, {
      near,
      areOneEvent,
      areKept: this.#articles.areFew,
      tell: (uri, fault) => this.#onFault?.(uri, fault),
    });
  }

  #tell(uri: string): (fault: Fault) => void {
    return (fault) => this.#onFault?.(uri, fault);
  }

  #forget(): void {
    this.#known = { matches: new Map() };
    this.#finder.forget();
  }
}
