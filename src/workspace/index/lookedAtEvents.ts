import {
  analyse,
  type Analysis,
  type Article,
  Corpus,
  type CorpusOptions,
  type Language,
  overlaps,
  type Perhaps,
  readToAnalyse,
  type Registry,
  SentenceVectors,
  type SetFacts,
  type Span,
} from '../../core/index';

/** An article as the host has it: the text of its editor where one is open, else of its file. */
export interface ArticleText {
  readonly text: string;
  readonly set: SetFacts;
}

/** Events whose articles are kept, with what was weighed in them: some megabytes each. */
const mostEvents = 3;
/** Articles kept as read and analysed. */
const mostArticles = 150;

interface Held {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** An open article with those that most likely write about the same. */
export interface Event {
  readonly corpus: Corpus;
  readonly held: Set<string>;
  /** As the corpus holds it. */
  article: Article | undefined;
  near: readonly string[];
  /** The number of changes to the index that `near` knows of. */
  asOf: number;
}

/** The events of the articles that were looked at last: few, since each holds its articles with what was weighed in them. */
export class LookedAtEvents {
  readonly registry: Registry;
  readonly #host: (path: string) => Promise<ArticleText | undefined>;
  readonly #nearest: (passage: string, article: string, home: string) => readonly string[];
  readonly #options: CorpusOptions;
  readonly #articles = new Map<string, Held>();
  readonly #events = new Map<string, Event>();
  #changes = 0;
  #vectors: SentenceVectors;

  constructor(
    host: (path: string) => Promise<ArticleText | undefined>,
    nearest: (passage: string, article: string, home: string) => readonly string[],
    options: CorpusOptions,
    registry: Registry,
    vectors = new SentenceVectors(),
  ) {
    this.#vectors = vectors;
    this.#host = host;
    this.#nearest = nearest;
    this.#options = options;
    this.registry = registry;
  }

  /** The event of an article with all its articles; `undefined` where the host no longer has this one. */
  async eventOf(home: string): Promise<{ event: Event; article: Article } | undefined> {
    const event = this.#events.get(home) ?? {
      corpus: new Corpus(this.#options),
      held: new Set<string>(),
      article: undefined,
      near: [],
      asOf: -1,
    };
    use(this.#events, home, event, mostEvents);
    if (!event.held.has(home)) event.article = await this.hold(event, home);
    const { article } = event;
    if (article === undefined) return undefined;
    if (event.asOf !== this.#changes) {
      event.asOf = this.#changes;
      event.near = this.#nearest(article.prose.text, article.prose.text, home);
      this.keepOnly(event, new Set([home, ...event.near]));
    }
    await Promise.all(event.near.map((path) => this.hold(event, path)));
    return { event, article };
  }

  /** Lets an event hold an article; returns it where it was not there yet. */
  async hold(event: Event, path: string): Promise<Article | undefined> {
    if (event.held.has(path)) return undefined;
    const read = await this.#read(path);
    if (read === undefined) return undefined;
    event.corpus.put(read.article, read.analysis);
    this.#vectors.give(event.corpus, path);
    event.held.add(path);
    return read.article;
  }

  /** What an encoder has said of the articles' sentences. */
  get vectors(): SentenceVectors {
    return this.#vectors;
  }

  /** Sentences for an encoder, of the articles that were looked at last first; undefined where it has read all. */
  unread(): readonly string[] | undefined {
    for (const [home, { corpus, held }] of [...this.#events].reverse()) {
      const sentences = this.#vectors.unread(corpus, [home, ...held]);
      if (sentences) return sentences;
    }
    return undefined;
  }

  forgetVectors(): void {
    this.#vectors = new SentenceVectors();
    for (const { corpus, held } of this.#events.values()) for (const path of held) corpus.encode(path, undefined);
  }

  /** Where other languages perhaps have a passage: in those articles that `likely` names for its words and who says them. */
  async perhaps(home: string, span: Span, likely: (text: string, language: Language) => readonly string[]): Promise<readonly Perhaps[]> {
    const here = await this.#read(home);
    if (here === undefined) return [];
    const { article, analysis } = here;
    const said = analysis.quotations.filter((quotation) => overlaps(quotation, span));
    const names = said.map(({ speakerName }) => (speakerName === undefined ? '' : `, ${speakerName}`)).join('');
    const paths = likely(article.raw.slice(span.start, span.end) + names, article.language);
    if (paths.length === 0) return [];
    const corpus = new Corpus(this.#options);
    corpus.put(article, analysis);
    for (const there of await Promise.all(paths.map((path) => this.#read(path)))) if (there) corpus.put(there.article, there.analysis);
    return corpus.perhaps({ uri: home, ...span });
  }

  keepOnly(event: Event, wanted: ReadonlySet<string>): void {
    for (const path of event.held) {
      if (wanted.has(path)) continue;
      event.corpus.drop(path);
      event.held.delete(path);
    }
  }

  /** An article is another one now, or no longer there. */
  forget(path: string): void {
    this.#changes++;
    this.#articles.delete(path);
    for (const { corpus, held } of this.#events.values()) if (held.delete(path)) corpus.drop(path);
  }

  async #read(path: string): Promise<Held | undefined> {
    const known = this.#articles.get(path);
    if (known) {
      use(this.#articles, path, known, mostArticles);
      return known;
    }
    const source = await this.#host(path);
    if (source === undefined) return undefined;
    const { registry } = this;
    const article = await readToAnalyse({ uri: path, path, ...source, version: 1, registry });
    const read = { article, analysis: analyse(article, registry) };
    for (const fault of read.analysis.faults ?? []) this.#options.onFault?.(path, fault);
    use(this.#articles, path, read, mostArticles);
    return read;
  }
}

/** The last used stand last; the oldest go. */
function use<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}
