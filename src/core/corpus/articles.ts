import { type Analysis, wordsOf } from '../analysis/index';
import type { Article, Language } from '../text/article';
import { attempt, type Fault } from '../text/fault';
import { languageOf } from '../text/metadata/language';
import { Archive } from './archive/archive';
import { Copies } from './copies';
import { type Digest, digestOf, Digests, surnamesIn } from './digests';
import { Chooser, type Weights } from './matching/choice';
import { Encoded } from './matching/encoded';
import { fittedWeights } from './matching/fitted';
import { fittedEncodedWeights } from './matching/fittedEncoded';
import { Matcher } from './matching/matcher';
import { countedIn } from './words/counted';
import type { ForeignWords } from './words/foreignWords';
import { Lexicon } from './words/lexicon';
import type { SentenceWords } from './words/sentenceWords';
import { EventWeights } from './words/weights';
import { WordNet } from './words/wordnet';

export interface CorpusOptions {
  /** The compacted WordNet file (`dist/resources/wordnet.bin`); without it synonyms are not known. */
  readonly wordnet?: Uint8Array;
  /** What an article is called in keys of conflicts, which are kept in files: its path below the folder. Without it, its uri. */
  readonly nameOf?: (uri: string) => string;
  /** Weights of the evidence for a match, for measuring others than those that ship. */
  readonly weights?: Partial<Weights>;
  /**
   * Names the articles that most likely hold a passage of an article (its text), best first, where the corpus holds some of an archive: without
   * it, a large corpus keeps an index of its own.
   */
  readonly likely?: (passage: string, article: string, most: number) => readonly string[];
  /** Is told of faults of the program over an article (its uri, or nothing where several are compared): what failed is left out of the answers. */
  readonly onFault?: (uri: string, fault: Fault) => void;
}

/** Up to so many articles each is compared with every other; beyond, an index picks the likely ones. */
const FEW = 60;
/** Articles looked at for a passage, and taken for the event of an article, in a larger corpus; and articles whose events are remembered. */
export const LIKELY = 30;
const EVENTS = 2;

export interface Entry {
  readonly article: Article;
  readonly analysis: Analysis;
  /** Who says what, where that is known without the analysis: of an article of an archive it is what the index keeps. */
  readonly speech?: Pick<Analysis, 'quotations' | 'speakers'> | undefined;
}

function spoken({ article, analysis, speech = analysis }: Entry) {
  return { article, analysis: speech };
}

/** Articles that write about the same, with what words weigh among them. */
export interface Event {
  readonly entries: readonly Entry[];
  readonly weights: EventWeights;
  readonly matcher: Matcher;
  readonly chooser: Chooser;
}

/** The articles of a corpus, read when first asked for, and which of them write about one event. */
export class Articles {
  readonly #entries = new Map<string, Entry>();
  readonly #copies = new Copies<Entry>();
  readonly #options: CorpusOptions;
  #lexicon: Lexicon | undefined;
  #index: Archive | undefined;
  #events = new Map<string, Event>();
  readonly #digests = new Digests<Entry>();

  constructor(options: CorpusOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether each is compared with every other. */
  get areFew(): boolean {
    return this.#options.likely === undefined && this.#entries.size <= FEW;
  }

  /** Whether these are some of an archive, which is asked for what may be there. */
  get arePart(): boolean {
    return this.#options.likely !== undefined;
  }

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  put(article: Article, analysis: Analysis, speech?: Entry['speech']): void {
    this.drop(article.uri);
    const entry = { article, analysis, speech };
    this.#entries.set(article.uri, entry);
    this.#group(entry);
  }

  #group(entry: Entry): void {
    const before = this.#copies.add(entry);
    for (const changed of before ? [before, entry] : [entry]) {
      this.#index?.drop(changed.article.uri);
      this.#list(changed);
    }
  }

  /** Of copies the first is found by all of its words, the others by those of their heads. */
  #list(entry: Entry): void {
    const { article, analysis } = entry;
    if (this.alike(entry)[0] === entry) this.#index?.put(article, analysis);
    else {
      const head = this.#copies.headOf(entry);
      if (head.trim() !== '') this.#index?.put({ ...article, prose: { ...article.prose, text: head } }, analysis);
    }
  }

  drop(uri: string): void {
    this.#events = new Map();
    const entry = this.#entries.get(uri);
    if (!entry) return;
    this.#entries.delete(uri);
    this.#digests.drop(entry);
    this.#index?.drop(uri);
    for (const other of this.#copies.drop(entry)) this.#group(other);
  }

  /** The articles with the same words (wire copies), itself included; the first stands for all of them. */
  alike(entry: Entry): readonly Entry[] {
    return this.#copies.of(entry);
  }

  /** In the order of `sorted`, one of each text. */
  distinct(): Entry[] {
    return this.sorted().filter((entry) => this.alike(entry)[0] === entry);
  }

  sorted(): Entry[] {
    return [...this.#entries.values()].sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1));
  }

  /** What an article is called in keys. */
  nameOf({ article: { uri } }: Entry): string {
    return this.#options.nameOf?.(uri) ?? uri;
  }

  words(): Lexicon {
    return (this.#lexicon ??= new Lexicon(this.#options.wordnet && WordNet.of(this.#options.wordnet)));
  }

  /** What reads a text that stands in no article: by its own language where articles are in it, else by that of most articles. */
  wordsFor(text: string): Lexicon | ForeignWords {
    const counts = new Map<Language, number>();
    for (const { article } of this.#entries.values()) counts.set(article.language, (counts.get(article.language) ?? 0) + 1);
    const told = languageOf(text);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return this.words().in(wordsOf(counts.has(told) ? told : (most?.[0] ?? told)));
  }

  digest(entry: Entry): Digest {
    const [first] = this.alike(entry);
    if (first && first !== entry && first.analysis === entry.analysis && first.article.prose.text === entry.article.prose.text)
      entry = first;
    return this.#digests.of(entry, (tokens) =>
      this.attempt<Digest>(
        'words for matching',
        entry,
        () => digestOf(spoken(entry), entry.article.prose.text, this.words(), this.arePart, tokens),
        // an article that cannot be read so is one without words: the others are compared all the same
        () => digestOf({ article: entry.article, analysis: { quotations: [], speakers: [] } }, '', this.words(), false),
      ),
    );
  }

  /** Does something with one article; where the program fails over it, `instead`, and that is told. */
  attempt<T>(what: string, { article }: Entry, act: () => T, instead: () => T): T {
    return attempt(what, act, instead, (fault) => this.#options.onFault?.(article.uri, fault));
  }

  /** Takes a vector for each sentence, or none. */
  encode(entry: Entry, vectors: readonly Float32Array[] | undefined): void {
    this.digest(entry).vectors = vectors;
  }

  sentenceWords(entry: Entry): SentenceWords {
    return countedIn(this.digest(entry).tokens).words;
  }

  /** The articles of an article's event: all of a small corpus, else those its names and rarest words lead to. */
  eventOf(home: Entry | undefined, text: string): Event {
    const key = this.areFew || !home ? '' : home.article.uri;
    if (key === '' && !this.areFew) return this.eventFrom(this.likely(text, text));
    let event = this.#events.get(key);
    if (!event) {
      const entries = key === '' ? [...this.#entries.values()] : this.likely(text, text);
      this.#events.set(key, (event = this.eventFrom(home && !entries.includes(home) ? [...entries, home] : entries)));
      // Each holds what its matcher has weighed, several megabytes: only the last ones asked for are kept.
      for (const oldest of this.#events.keys()) {
        if (this.#events.size <= EVENTS) break;
        this.#events.delete(oldest);
      }
    }
    return event;
  }

  eventFrom(entries: readonly Entry[]): Event {
    const texts = entries.map((entry) => this.digest(entry).tokens);
    const surnames = new Set(entries.flatMap((entry) => surnamesIn(spoken(entry), this.digest(entry), this.words())));
    const weights = { plain: fittedWeights, encoded: fittedEncodedWeights, ...this.#options.weights };
    const encoded = new Encoded(entries.map((entry) => this.digest(entry)));
    const chooser = new Chooser(texts, surnames, this.words(), weights, encoded, !this.areFew && !this.arePart);
    const known = { texts: new Set(texts), vocabulary: () => chooser.vocabulary(), areFew: this.areFew };
    return {
      entries,
      weights: new EventWeights(texts, this.words()),
      matcher: new Matcher(this.words(), known),
      chooser,
    };
  }

  /** One of each text, and copies whose heads have such words. */
  likely(passage: string, article: string, most = LIKELY): Entry[] {
    const named = this.#options.likely?.(passage, article, most);
    if (named) return [...new Set(named.flatMap((uri) => this.#named(uri, passage)))];
    if (!this.#index) {
      this.#index = new Archive({ ...this.#options, lexicon: this.words() });
      for (const entry of this.#entries.values()) this.#list(entry);
      this.#index.rewrite();
    }
    const near = this.#index.nearest(this.#index.terms(passage, article), most);
    return near.flatMap(({ uri }) => this.#entries.get(uri) ?? []);
  }

  /** The first of an article's copies, and itself where the passage may stand in its own head. */
  #named(uri: string, passage: string): readonly Entry[] {
    const entry = this.#entries.get(uri);
    const [first] = entry ? this.alike(entry) : [];
    if (!entry || !first) return [];
    if (entry === first) return [entry];
    const head = new Set(longWordsOf(this.#copies.headOf(entry)));
    return longWordsOf(passage).some((word) => head.has(word)) ? [first, entry] : [first];
  }
}

function longWordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}
