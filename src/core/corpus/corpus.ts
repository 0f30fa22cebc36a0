import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import { type Fit, query, type Query } from './alignment';
import { findConflicts, type Source } from './conflicts';
import { Kind, Lexicon } from './lexicon';
import { levelOf, Passages } from './matcher';
import type { Conflict, Match, Origin, Passage, Reason } from './model';
import { containment, COPY, Groups, PARTIAL_COPY, runsOf } from './origins';
import { relationOf, settle } from './relation';
import { Flag, tokenAt, tokenise, type Tokens } from './tokens';
import { EventWeights } from './weights';
import { compareSpeakers, spokenIn, type Voices, voicesOf } from './voices';
import { WordNet } from './wordnet';

export interface CorpusOptions {
  /** The compacted WordNet file (`dist/resources/wordnet.bin`); without it synonyms are not known. */
  readonly wordnet?: Uint8Array;
}

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

/** The articles of one folder, analysed; answers where else a passage stands. */
export class Corpus {
  readonly #articles = new Map<string, Entry>();
  readonly #wordnet: Uint8Array | undefined;
  #lexicon: Lexicon | undefined;
  #weights: EventWeights | undefined;
  #asked: Passages | undefined;
  #origins: readonly Origin[] | undefined;
  #conflicts: readonly Conflict[] | undefined;

  constructor(options: CorpusOptions = {}) {
    this.#wordnet = options.wordnet;
  }

  /** Adds an article or replaces the one of the same `uri`. */
  put(article: Article, analysis: Analysis): void {
    this.#articles.set(article.uri, { article, analysis });
    this.#weights = undefined;
    this.#asked = undefined;
    this.#origins = undefined;
    this.#conflicts = undefined;
  }

  drop(uri: string): void {
    this.#articles.delete(uri);
    this.#weights = undefined;
    this.#asked = undefined;
    this.#origins = undefined;
    this.#conflicts = undefined;
  }

  /** Renderings of the passage in other articles, best first, at most a few an article. */
  match(passage: Passage): readonly Match[] {
    const entry = this.#articles.get(passage.uri);
    const span = entry && rawSpanToProse(entry.article.prose, passage);
    if (!entry || !span) return [];
    const tokens = this.#tokens(entry);
    const from = tokenAt(tokens, span.start);
    let to = tokenAt(tokens, span.end - 1);
    if ((tokens.start[to] ?? Infinity) < span.end) to++;
    const weights = this.#eventWeights();
    return this.#matches(query(weights.weigh(tokens), from, to, this.#words()), weights, entry);
  }

  /** Where a free text stands in the articles. */
  matchText(text: string): readonly Match[] {
    const tokens = tokenise(text, this.#words());
    const weights = this.#eventWeights();
    return this.#matches(query(weights.weigh(tokens), 0, tokens.lemma.length, this.#words()), weights, undefined);
  }

  /** Groups of articles that go back to one text or source; every article is in exactly one. */
  origins(): readonly Origin[] {
    return (this.#origins ??= this.#findOrigins());
  }

  /** Independent origins behind a set of renderings (the query's own article included). */
  originsOf(passage: Passage, matches: readonly Match[]): readonly Origin[] {
    const uris = new Set([passage.uri, ...matches.map((match) => match.uri)]);
    return this.origins().flatMap((origin) => {
      const those = origin.uris.filter((uri) => uris.has(uri));
      return those.length > 0 ? [{ ...origin, uris: those }] : [];
    });
  }

  /** Contradictions between articles, and dates of single articles that cannot be right. */
  conflicts(): readonly Conflict[] {
    return (this.#conflicts ??= this.#findConflicts());
  }

  #matches(asked: Query, weights: EventWeights, home: Entry | undefined): Match[] {
    const found: Match[] = [];
    if (asked.total === 0) return found;
    const lexicon = this.#words();
    const spoken = home && spokenIn(this.#digest(home).voices, asked.from, asked.to);
    const quoted = isQuoted(asked);
    for (const [uri, entry] of this.#articles) {
      if (entry === home) continue;
      const text = weights.weigh(this.#tokens(entry));
      const { voices } = this.#digest(entry);
      const best = this.#passages().best(asked, text, (fit) => {
        const there = spokenIn(voices, fit.from, fit.to);
        return spoken && there ? compareSpeakers(spoken.speakers, there.speakers) : 'unknown';
      });
      if (!best) continue;
      const { fit, score } = best;
      const level = levelOf(score, quoted);
      if (level === undefined) continue;
      const { tokens } = text;
      const stretch = settle(tokens, fit, lexicon);
      const span = proseSpanToRaw(entry.article.prose, { start: tokens.start[stretch.from] ?? 0, end: tokens.end[stretch.to - 1] ?? 0 });
      found.push({
        uri,
        ...span,
        score,
        level,
        relation: relationOf(asked.text.tokens, asked, tokens, stretch, lexicon),
        because: because(asked, tokens, fit, lexicon),
      });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  #findOrigins(): Origin[] {
    const entries = [...this.#articles.values()].sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1));
    const runs = entries.map((entry) => runsOf(this.#tokens(entry), this.#words()));
    const groups = new Groups(entries.length);
    const closest = new Float64Array(entries.length);
    for (let i = 0; i < entries.length; i++) {
      for (let j = i + 1; j < entries.length; j++) {
        const share = containment(runs[i] ?? new Set(), runs[j] ?? new Set());
        if (share < PARTIAL_COPY) continue;
        groups.link(i, j);
        for (const k of [i, j]) closest[k] = Math.max(closest[k] ?? 0, share);
      }
    }
    return groups.lists().map((list, index) => {
      const share = Math.max(...list.map((i) => closest[i] ?? 0));
      const percent = Math.round(100 * share);
      return {
        id: `o${index + 1}`,
        kind: list.length === 1 ? 'own' : share >= COPY ? 'copy' : 'partial-copy',
        reason: list.length === 1 ? 'its own prose' : `share up to ${percent} % of the runs of five words outside quotation marks`,
        uris: list.flatMap((i) => entries[i]?.article.uri ?? []),
      };
    });
  }

  #findConflicts(): Conflict[] {
    const lexicon = this.#words();
    const weights = this.#eventWeights();
    const sources: Source[] = [...this.#articles.values()]
      .sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1))
      .map((entry) => ({ ...entry, ...this.#digest(entry), text: weights.weigh(this.#tokens(entry)) }));
    return findConflicts(sources, lexicon, this.#passages());
  }

  #words(): Lexicon {
    return (this.#lexicon ??= new Lexicon(this.#wordnet && new WordNet(this.#wordnet)));
  }

  #tokens(entry: Entry): Tokens {
    return this.#digest(entry).tokens;
  }

  #digest(entry: Entry): Digest {
    if (!entry.digest) {
      const tokens = tokenise(entry.article.prose.text, this.#words());
      entry.digest = { tokens, voices: voicesOf(entry.analysis, entry.article.prose, tokens) };
    }
    return entry.digest;
  }

  #eventWeights(): EventWeights {
    return (this.#weights ??= new EventWeights(
      [...this.#articles.values()].map((entry) => this.#tokens(entry)),
      this.#words(),
    ));
  }

  #passages(): Passages {
    return (this.#asked ??= new Passages(this.#words()));
  }
}

function isQuoted(asked: Query): boolean {
  for (let i = asked.from; i < asked.to; i++) if ((asked.text.tokens.flags[i] ?? 0) & Flag.quoted) return true;
  return false;
}

function because(asked: Query, tokens: Tokens, window: Fit, lexicon: Lexicon): Reason[] {
  const words = new Set<string>();
  for (let i = window.from; i < window.to; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    if (lexicon.kind(lemma) === Kind.content && asked.stands.has(lemma)) words.add(lexicon.word(lemma));
  }
  return words.size > 0 ? [{ kind: 'words', text: [...words].join(', ') }] : [];
}
