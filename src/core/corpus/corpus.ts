import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import { query, type Query } from './matching/alignment';
import { Archive } from './archive/archive';
import { findConflicts, impossibleDates } from './contradictions/conflicts';
import type { Source } from './contradictions/contradiction';
import { isTelling, joinMatches, partsToFind, type PartMatch } from './matching/joined';
import { Lexicon } from './words/lexicon';
import { levelOf, Matcher } from './matching/matcher';
import type { Conflict, Match, Origin, Passage } from './model';
import { findOrigins, originsBehind, type Rendered } from './origins/origins';
import { reasonsOf } from './matching/reasons';
import { type Place, relationOf, settle } from './matching/relation';
import { Flag, tokenAt, tokenise, type Tokens } from './words/tokens';
import { compareSpeakers, type Spoken, spokenIn, voiceless, type Voices, voicesOf } from './matching/voices';
import { EventWeights } from './words/weights';
import { WordNet } from './words/wordnet';

export interface CorpusOptions {
  /** The compacted WordNet file (`dist/resources/wordnet.bin`); without it synonyms are not known. */
  readonly wordnet?: Uint8Array;
  /** What an article is called in keys of conflicts, which are kept in files: its path below the folder. Without it, its uri. */
  readonly nameOf?: (uri: string) => string;
}

/** Up to so many articles each is compared with every other; beyond, an index picks the likely ones. */
const FEW = 60;
/** Articles looked at for a passage, and taken for the event of an article, in a larger corpus. */
const LIKELY = 30;
/** Articles whose events are remembered. */
const EVENTS = 4;
/** Articles that an article's numbers and quotations are compared with there. */
const NEAREST = 10;

interface Entry {
  readonly article: Article;
  readonly analysis: Analysis;
  digest?: Digest;
}

/** What matching reads of an article. */
interface Digest {
  readonly tokens: Tokens;
  readonly voices: Voices;
}

/** Articles that write about the same, with what words weigh among them. */
interface Event {
  readonly entries: readonly Entry[];
  readonly weights: EventWeights;
  readonly matcher: Matcher;
}

/** What is known until an article changes. */
interface Known {
  readonly matches: Map<string, readonly Match[]>;
  readonly events: Map<string, Event>;
  origins?: readonly Origin[];
  conflicts?: readonly Conflict[];
  own?: readonly Conflict[];
}

/** The articles of one folder, analysed; answers where else a passage stands. Everything is computed when asked for and kept until an article changes. */
export class Corpus {
  readonly #articles = new Map<string, Entry>();
  readonly #options: CorpusOptions;
  #lexicon: Lexicon | undefined;
  #index: Archive | undefined;
  #known: Known = { matches: new Map(), events: new Map() };

  constructor(options: CorpusOptions = {}) {
    this.#options = options;
  }

  /** Adds an article or replaces the one of the same `uri`. */
  put(article: Article, analysis: Analysis): void {
    this.#articles.set(article.uri, { article, analysis });
    this.#index?.put(article, analysis);
    this.#forget();
  }

  drop(uri: string): void {
    this.#articles.delete(uri);
    this.#index?.drop(uri);
    this.#forget();
  }

  /** Renderings of the passage (UTF-16 in `raw`) in other articles, best first, at most one an article. */
  match(passage: Passage): readonly Match[] {
    const key = `${passage.start}:${passage.end}:${passage.uri}`;
    let matches = this.#known.matches.get(key);
    if (!matches) this.#known.matches.set(key, (matches = this.#find(passage)));
    return matches;
  }

  /** Where a free text stands in the articles. */
  matchText(text: string): readonly Match[] {
    const tokens = tokenise(text, this.#words());
    const event = this.#eventOf(undefined, text);
    const asked = query(event.weights.weigh(tokens), 0, tokens.lemma.length, this.#words());
    return this.#matches(asked, undefined, event.entries, event);
  }

  /** Groups of articles that go back to one text or source; every article with a word in it is in exactly one. */
  origins(): readonly Origin[] {
    return (this.#known.origins ??= findOrigins(
      this.#sorted().map((entry) => ({ uri: entry.article.uri, tokens: this.#digest(entry).tokens })),
      this.#words(),
    ));
  }

  /** Independent origins behind a set of renderings (the query's own article included): copies and renderings from one source are one. */
  originsOf(passage: Passage, matches: readonly Match[]): readonly Origin[] {
    const rendered = [passage, ...matches].flatMap((place): Rendered[] => {
      const entry = this.#articles.get(place.uri);
      const stretch = entry && this.#stretchOf(entry, place);
      return entry && stretch ? [{ uri: place.uri, outlet: entry.article.metadata.outlet?.value, ...this.#digest(entry), ...stretch }] : [];
    });
    return originsBehind(rendered, this.origins(), this.#words());
  }

  /** Contradictions between articles, and dates of single articles that cannot be right. */
  conflicts(): readonly Conflict[] {
    return (this.#known.conflicts ??= this.#findConflicts());
  }

  /** Dates of single articles that cannot be right: what `conflicts` can say without comparing articles. */
  ownConflicts(): readonly Conflict[] {
    return (this.#known.own ??= this.#sorted().flatMap((entry) => impossibleDates({ ...entry, name: this.#nameOf(entry) })));
  }

  /** What contradicts one article, and dates of its own that cannot be right. */
  conflictsOf(uri: string): readonly Conflict[] {
    const entries = this.#sorted();
    const home = entries.findIndex(({ article }) => article.uri === uri);
    const compared = this.#compare(entries, (index) => (index === home ? [...entries.keys()] : [home]));
    return compared.filter(({ passages }) => passages.some((passage) => passage.uri === uri));
  }

  #find(passage: Passage): readonly Match[] {
    const home = this.#articles.get(passage.uri);
    const parts = home ? partsToFind(passage, home.analysis) : [];
    if (parts.length > 0) return this.#findParts(passage.uri, parts);
    const stretch = home && this.#stretchOf(home, passage);
    if (!home || !stretch) return [];
    const event = this.#eventOf(home, home.article.prose.text);
    const asked = query(event.weights.weigh(this.#digest(home).tokens), stretch.from, stretch.to, this.#words());
    const among =
      this.#articles.size <= FEW
        ? event.entries
        : this.#likely(home.article.raw.slice(passage.start, passage.end), home.article.prose.text);
    const whole = this.#matches(asked, home, among, event);
    const sentences = asked.quoted ? this.#sentencesIn(home, stretch) : [];
    if (sentences.length < 2) return whole;
    // Others may have one of the sentences alone: where it is surely there, it counts more than a faint likeness of the whole.
    const isSure = ({ level }: Match) => level === 'match';
    const sure = this.#findParts(passage.uri, sentences).filter(
      (match) => isSure(match) && !whole.some((other) => other.uri === match.uri && isSure(other)),
    );
    return [...whole.filter(({ uri }) => sure.every((other) => other.uri !== uri)), ...sure].sort((a, b) => b.score - a.score);
  }

  /** The sentences of a stretch that say enough to be asked for. */
  #sentencesIn(home: Entry, { from, to }: { from: number; to: number }): readonly Span[] {
    const { tokens } = this.#digest(home);
    const found: Span[] = [];
    for (let begin = from, end = from + 1; begin < to; begin = end++) {
      while (end < to && !((tokens.flags[end] ?? 0) & Flag.sentence)) end++;
      found.push(proseSpanToRaw(home.article.prose, { start: tokens.start[begin] ?? 0, end: tokens.end[end - 1] ?? 0 }));
    }
    return found.filter(isTelling);
  }

  /** Others quote one sentence of a long statement: its parts are looked for one by one. */
  #findParts(uri: string, parts: readonly Span[]): readonly Match[] {
    const found = new Map<string, PartMatch[]>();
    for (const part of parts) {
      for (const match of this.match({ uri, start: part.start, end: part.end })) {
        const known = found.get(match.uri);
        if (known) known.push({ part, match });
        else found.set(match.uri, [{ part, match }]);
      }
    }
    const joined = [...found].flatMap(([there, matches]) => joinMatches(matches, parts, this.#articles.get(there)?.analysis) ?? []);
    return joined.sort((a, b) => b.score - a.score);
  }

  #matches(asked: Query, home: Entry | undefined, among: readonly Entry[], { weights, matcher }: Event): Match[] {
    const found: Match[] = [];
    if (asked.total === 0) return found;
    const lexicon = this.#words();
    const spoken = home && spokenIn(this.#digest(home).voices, asked.from, asked.to);
    const asks: Place = {
      tokens: asked.text.tokens,
      voices: home ? this.#digest(home).voices : voiceless(asked.text.tokens),
      from: asked.from,
      to: asked.to,
    };
    const askedPlace = { ...asks, ...settle(asks, lexicon) };
    for (const entry of among) {
      if (entry === home) continue;
      const { tokens, voices } = this.#digest(entry);
      const voice = (there: Spoken | undefined) => (spoken && there ? compareSpeakers(spoken.speakers, there.speakers) : 'unknown');
      const text = weights.weigh(tokens);
      const best = matcher.best(asked, text, (fit) => voice(spokenIn(voices, fit.from, fit.to)));
      const level = best && levelOf(asked, text, best);
      if (best === undefined || level === undefined) continue;
      const { fit, score } = best;
      const stretch = settle({ tokens, voices, ...fit }, lexicon);
      const said = spokenIn(voices, fit.from, fit.to);
      const same = voice(said);
      found.push({
        uri: entry.article.uri,
        ...proseSpanToRaw(entry.article.prose, { start: tokens.start[stretch.from] ?? 0, end: tokens.end[stretch.to - 1] ?? 0 }),
        score: Math.min(1, score),
        level,
        relation: relationOf(askedPlace, { tokens, voices, ...stretch }, lexicon),
        because: reasonsOf(asked, entry.article.prose.text, tokens, stretch, same, same === 'other' ? said : spoken, lexicon),
      });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  #findConflicts(): Conflict[] {
    const entries = this.#sorted();
    if (entries.length <= FEW) return this.#compare(entries);
    const place = new Map(entries.map((entry, index) => [entry, index]));
    const near = entries.map(({ article }) =>
      this.#likely(article.prose.text, article.prose.text, NEAREST).flatMap((entry) => place.get(entry) ?? []),
    );
    return this.#compare(entries, (index) => near[index] ?? []);
  }

  #compare(entries: readonly Entry[], near?: (index: number) => readonly number[]): Conflict[] {
    const { weights, matcher } = this.#articles.size <= FEW ? this.#eventOf(undefined, '') : this.#eventFrom(entries);
    const sources = entries.map((entry): Source => ({
      ...entry,
      name: this.#nameOf(entry),
      voices: this.#digest(entry).voices,
      text: weights.weigh(this.#digest(entry).tokens),
    }));
    return findConflicts(sources, this.#words(), matcher, near);
  }

  /** The articles of an article's event: all of a small corpus, else those its names and rarest words lead to. */
  #eventOf(home: Entry | undefined, text: string): Event {
    const key = this.#articles.size <= FEW || !home ? '' : home.article.uri;
    if (key === '' && this.#articles.size > FEW) return this.#eventFrom(this.#likely(text, text));
    let event = this.#known.events.get(key);
    if (!event) {
      const entries = key === '' ? [...this.#articles.values()] : this.#likely(text, text);
      this.#known.events.set(key, (event = this.#eventFrom(home && !entries.includes(home) ? [...entries, home] : entries)));
      // Each holds what its matcher has weighed, several megabytes: only the last ones asked for are kept.
      for (const oldest of this.#known.events.keys()) {
        if (this.#known.events.size <= EVENTS) break;
        this.#known.events.delete(oldest);
      }
    }
    return event;
  }

  #eventFrom(entries: readonly Entry[]): Event {
    const texts = entries.map((entry) => this.#digest(entry).tokens);
    return { entries, weights: new EventWeights(texts, this.#words()), matcher: new Matcher(this.#words()) };
  }

  #likely(passage: string, article: string, most = LIKELY): Entry[] {
    if (!this.#index) {
      this.#index = new Archive(this.#options);
      for (const entry of this.#articles.values()) this.#index.put(entry.article, entry.analysis);
      this.#index.seal();
    }
    const near = this.#index.nearest(this.#index.terms(passage, article), most);
    return near.flatMap(({ uri }) => this.#articles.get(uri) ?? []);
  }

  #nameOf({ article: { uri } }: Entry): string {
    return this.#options.nameOf?.(uri) ?? uri;
  }

  #sorted(): Entry[] {
    return [...this.#articles.values()].sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1));
  }

  #stretchOf(entry: Entry, passage: Passage): { from: number; to: number } | undefined {
    const span = rawSpanToProse(entry.article.prose, passage);
    if (!span) return undefined;
    const { tokens } = this.#digest(entry);
    const from = tokenAt(tokens, span.start);
    const last = tokenAt(tokens, span.end - 1);
    return { from, to: (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last };
  }

  #words(): Lexicon {
    return (this.#lexicon ??= new Lexicon(this.#options.wordnet && WordNet.of(this.#options.wordnet)));
  }

  #digest(entry: Entry): Digest {
    if (!entry.digest) {
      const tokens = tokenise(entry.article.prose.text, this.#words());
      entry.digest = { tokens, voices: voicesOf(entry.analysis, entry.article.prose, tokens) };
    }
    return entry.digest;
  }

  #forget(): void {
    this.#known = { matches: new Map(), events: new Map() };
  }
}
