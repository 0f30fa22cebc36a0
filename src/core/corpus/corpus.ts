import type { Analysis } from '../analysis/index';
import type { Article } from '../text/article';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import { Articles, type CorpusOptions, type Entry, type Event, FEW } from './articles';
import { findConflicts, impossibleDates } from './contradictions/conflicts';
import type { Source } from './contradictions/contradiction';
import { isTelling, joinMatches, partsToFind, type PartMatch } from './matching/joined';
import { levelOf } from './matching/matcher';
import { query, type Query } from './matching/query';
import { reasonsOf } from './matching/reasons';
import { type Place, relationOf, settle } from './matching/relation';
import { compareSpeakers, type Spoken, spokenIn, voiceless } from './matching/voices';
import type { Conflict, Match, Origin, Passage } from './model';
import { findOrigins, originsBehind, type Rendered } from './origins/origins';
import { Flag } from './words/flags';
import { tokenAt, tokenise } from './words/tokens';

/** Articles that an article's numbers and quotations are compared with there. */
const NEAREST = 10;

/** What is known until an article changes. */
interface Known {
  readonly matches: Map<string, readonly Match[]>;
  origins?: readonly Origin[];
  conflicts?: readonly Conflict[];
  own?: readonly Conflict[];
}

/** The articles of one folder, analysed; answers where else a passage stands. Everything is computed when asked for and kept until an article changes. */
export class Corpus {
  readonly #articles: Articles;
  #known: Known = { matches: new Map() };

  constructor(options: CorpusOptions = {}) {
    this.#articles = new Articles(options);
  }

  /** Adds an article or replaces the one of the same `uri`. */
  put(article: Article, analysis: Analysis): void {
    this.#articles.put(article, analysis);
    this.#forget();
  }

  drop(uri: string): void {
    this.#articles.drop(uri);
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
    const tokens = tokenise(text, this.#articles.words());
    const event = this.#articles.eventOf(undefined, text);
    const asked = query(event.weights.weigh(tokens), 0, tokens.lemma.length, this.#articles.words());
    return this.#matches(asked, undefined, event.entries, event);
  }

  /** Groups of articles that go back to one text or source; every article with a word in it is in exactly one. */
  origins(): readonly Origin[] {
    return (this.#known.origins ??= findOrigins(
      this.#articles.sorted().map((entry) => ({ uri: entry.article.uri, tokens: this.#articles.digest(entry).tokens })),
      this.#articles.words(),
    ));
  }

  /** Independent origins behind a set of renderings (the query's own article included): copies and renderings from one source are one. */
  originsOf(passage: Passage, matches: readonly Match[]): readonly Origin[] {
    const rendered = [passage, ...matches].flatMap((place): Rendered[] => {
      const entry = this.#articles.get(place.uri);
      const stretch = entry && this.#stretchOf(entry, place);
      return entry && stretch
        ? [{ uri: place.uri, outlet: entry.article.metadata.outlet?.value, ...this.#articles.digest(entry), ...stretch }]
        : [];
    });
    return originsBehind(rendered, this.origins(), this.#articles.words());
  }

  /** Contradictions between articles, and dates of single articles that cannot be right. */
  conflicts(): readonly Conflict[] {
    return (this.#known.conflicts ??= this.#findConflicts());
  }

  /** Dates of single articles that cannot be right: what `conflicts` can say without comparing articles. */
  ownConflicts(): readonly Conflict[] {
    return (this.#known.own ??= this.#articles
      .sorted()
      .flatMap((entry) => impossibleDates({ ...entry, name: this.#articles.nameOf(entry) })));
  }

  /** What contradicts one article, and dates of its own that cannot be right. */
  conflictsOf(uri: string): readonly Conflict[] {
    const entries = this.#articles.sorted();
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
    const event = this.#articles.eventOf(home, home.article.prose.text);
    const asked = query(event.weights.weigh(this.#articles.digest(home).tokens), stretch.from, stretch.to, this.#articles.words());
    const among =
      this.#articles.size <= FEW
        ? event.entries
        : this.#articles.likely(home.article.raw.slice(passage.start, passage.end), home.article.prose.text);
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
    const { tokens } = this.#articles.digest(home);
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
    const lexicon = this.#articles.words();
    const spoken = home && spokenIn(this.#articles.digest(home).voices, asked.from, asked.to);
    const asks: Place = {
      tokens: asked.text.tokens,
      voices: home ? this.#articles.digest(home).voices : voiceless(asked.text.tokens),
      from: asked.from,
      to: asked.to,
    };
    const askedPlace = { ...asks, ...settle(asks, lexicon) };
    for (const entry of among) {
      if (entry === home) continue;
      const { tokens, voices } = this.#articles.digest(entry);
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
    const entries = this.#articles.sorted();
    if (entries.length <= FEW) return this.#compare(entries);
    const place = new Map(entries.map((entry, index) => [entry, index]));
    const near = entries.map(({ article }) =>
      this.#articles.likely(article.prose.text, article.prose.text, NEAREST).flatMap((entry) => place.get(entry) ?? []),
    );
    return this.#compare(entries, (index) => near[index] ?? []);
  }

  #compare(entries: readonly Entry[], near?: (index: number) => readonly number[]): Conflict[] {
    const { weights, matcher } = this.#articles.size <= FEW ? this.#articles.eventOf(undefined, '') : this.#articles.eventFrom(entries);
    const sources = entries.map((entry): Source => ({
      ...entry,
      name: this.#articles.nameOf(entry),
      voices: this.#articles.digest(entry).voices,
      text: weights.weigh(this.#articles.digest(entry).tokens),
    }));
    return findConflicts(sources, this.#articles.words(), matcher, near);
  }

  #stretchOf(entry: Entry, passage: Passage): { from: number; to: number } | undefined {
    const span = rawSpanToProse(entry.article.prose, passage);
    if (!span) return undefined;
    const { tokens } = this.#articles.digest(entry);
    const from = tokenAt(tokens, span.start);
    const last = tokenAt(tokens, span.end - 1);
    return { from, to: (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last };
  }

  #forget(): void {
    this.#known = { matches: new Map() };
  }
}
