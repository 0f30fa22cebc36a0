import type { Analysis } from '../analysis/model';
import type { Article } from '../text/article';
import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import { bestWindows, type Local, orderShared, query, type Query, type Window } from './alignment';
import { Kind, Lexicon } from './lexicon';
import type { Conflict, Level, Match, Origin, Passage, Reason } from './model';
import { containment, COPY, Groups, PARTIAL_COPY, runsOf } from './origins';
import { relationOf } from './relation';
import { Flag, tokenAt, tokenise, type Tokens } from './tokens';
import { WordNet } from './wordnet';

export interface CorpusOptions {
  /** The compacted WordNet file (`dist/resources/wordnet.bin`); without it synonyms are not known. */
  readonly wordnet?: Uint8Array;
}

interface Entry {
  readonly article: Article;
  readonly analysis: Analysis;
  tokens?: Tokens;
}

/** The articles of one folder, analysed; answers where else a passage stands. */
export class Corpus {
  readonly #articles = new Map<string, Entry>();
  readonly #wordnet: Uint8Array | undefined;
  #lexicon: Lexicon | undefined;
  #local: Local | undefined;
  #origins: readonly Origin[] | undefined;

  constructor(options: CorpusOptions = {}) {
    this.#wordnet = options.wordnet;
  }

  /** Adds an article or replaces the one of the same `uri`. */
  put(article: Article, analysis: Analysis): void {
    this.#articles.set(article.uri, { article, analysis });
    this.#local = undefined;
    this.#origins = undefined;
  }

  drop(uri: string): void {
    this.#articles.delete(uri);
    this.#local = undefined;
    this.#origins = undefined;
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
    return this.#matches(query(tokens, from, to, this.#words(), this.#localOf()), passage.uri);
  }

  /** Where a free text stands in the articles. */
  matchText(text: string): readonly Match[] {
    const tokens = tokenise(text, this.#words());
    return this.#matches(query(tokens, 0, tokens.lemma.length, this.#words(), this.#localOf()), undefined);
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

  conflicts(): readonly Conflict[] {
    return [];
  }

  #matches(asked: Query, not: string | undefined): Match[] {
    const found: Match[] = [];
    if (asked.total === 0) return found;
    const lexicon = this.#words();
    const local = this.#localOf();
    for (const [uri, entry] of this.#articles) {
      if (uri === not) continue;
      const tokens = this.#tokens(entry);
      for (const window of bestWindows(asked, tokens, lexicon, local, 1)) {
        const { score, level } = judge(asked, tokens, window);
        if (level === undefined) continue;
        const span = proseSpanToRaw(entry.article.prose, { start: tokens.start[window.from] ?? 0, end: tokens.end[window.to - 1] ?? 0 });
        found.push({
          uri,
          ...span,
          score,
          level,
          relation: relationOf(asked, tokens, window, lexicon),
          because: because(asked, tokens, window, lexicon),
        });
      }
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

  #words(): Lexicon {
    return (this.#lexicon ??= new Lexicon(this.#wordnet && new WordNet(this.#wordnet)));
  }

  #tokens(entry: Entry): Tokens {
    return (entry.tokens ??= tokenise(entry.article.prose.text, this.#words()));
  }

  #localOf(): Local {
    return (this.#local ??= localOf([...this.#articles.values()].map((entry) => this.#tokens(entry))));
  }
}

function judge(asked: Query, tokens: Tokens, window: Window): { score: number; level: Level | undefined } {
  const order = orderShared(asked, tokens, window);
  const evidence = 1 - Math.exp(-window.shared / 20);
  const score = (0.75 * window.f + 0.25 * order) * evidence;
  return { score, level: score >= 0.5 ? 'match' : score >= 0.36 ? 'possible' : undefined };
}

function because(asked: Query, tokens: Tokens, window: Window, lexicon: Lexicon): Reason[] {
  const words = new Set<string>();
  for (let i = window.from; i < window.to; i++) {
    const lemma = tokens.lemma[i] ?? 0;
    if (lexicon.kind(lemma) === Kind.content && asked.stands.has(lemma)) words.add(lexicon.word(lemma));
  }
  return words.size > 0 ? [{ kind: 'words', text: [...words].join(', ') }] : [];
}

function localOf(all: readonly Tokens[]): Local {
  const frequency = new Map<number, number>();
  let sentences = 0;
  for (const tokens of all) {
    let seen = new Set<number>();
    for (let i = 0; i < tokens.lemma.length; i++) {
      if ((tokens.flags[i] ?? 0) & Flag.sentence) {
        sentences++;
        seen = new Set();
      }
      const lemma = tokens.lemma[i] ?? 0;
      if (seen.has(lemma)) continue;
      seen.add(lemma);
      frequency.set(lemma, (frequency.get(lemma) ?? 0) + 1);
    }
  }
  return { sentences, frequency };
}
