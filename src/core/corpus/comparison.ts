import { proseSpanToRaw } from '../text/prose';
import type { Span } from '../text/span';
import type { Articles, Entry, Event } from './articles';
import { areFar, decide, limitsOf } from './matching/decision';
import { type Candidate, stretchesOf } from './matching/evidence';
import { wholeEnds } from './matching/ends';
import { joinMatches } from './matching/joined';
import { type Alike, isDoubtful, levelOf } from './matching/matcher';
import { query, type Query } from './matching/query';
import { pointedAt } from './matching/pointing';
import { reasonsOf } from './matching/reasons';
import { type Place, relationOf, settle, type Stretch } from './matching/relation';
import { goesOnTheSame } from './matching/sameWords';
import { areAskedAlike, isBareReport, isEveryday } from './matching/sense';
import { shadesBetween } from './matching/shades/shades';
import { Vocabulary } from './matching/vocabulary';
import { shareWithinReach } from './matching/withinReach';
import { compareSpeakers, type SameSpeaker, type Spoken, spokenIn, voiceless } from './matching/voices';
import type { Match, Passage } from './model';
import { type Pieces, piecesIn, stretchIn } from './pieces';
import { tokenise } from './words/tokens';
import type { Weighted } from './words/weights';

/** Share of a passage's weight that an article must have within reach to be looked at, one about the same and others: on 76,000 real pairs no match lay below. */
const LEAST = { near: { quoted: 0.4, narrated: 0.35 }, apart: { quoted: 0.5, narrated: 0.45 } } as const;

/** Likeness of the best stretch under which an article is not weighed; and what a possible rendering must score in one that is not among those about the same. */
const [LIKE, WORTH] = [0.25, { quoted: 0.57, reported: 0.49, narrated: 0.44 }] as const;
/** How likely a passage must stand at a place for what is said there to be asked for it, too. */
const NEAR = 0.005;
/** Passages whose words are kept as questions, at most; among many articles, where they take the more room, those of one article. */
const KEPT = 512;

/** A passage as it is asked for. */
export interface Asked extends Pieces {
  readonly home: Entry | undefined;
  readonly event: Event;
  readonly query: Query;
  readonly prose: string;
  /** The lemmas of the articles that it is asked of, where they are known. */
  readonly among: Vocabulary | undefined;
  readonly spoken: Spoken | undefined;
  /** As it is settled, for how it relates to others. */
  readonly place: Place;
}

/** A place where a passage may stand, with its share of the probability that it stands in the article. */
export interface Likely extends Span {
  readonly share: number;
}

/** Where another article has a passage, and where it may have it. */
export interface Compared {
  readonly match?: Match;
  readonly places: readonly Likely[];
}

const NOWHERE: Compared = { places: [] };

/** Compares passages with articles. */
export class Comparison {
  readonly #articles: Articles;
  #asked = new Map<string, Asked>();

  constructor(articles: Articles) {
    this.#articles = articles;
  }

  /** Lets go of the passages asked for so far: an article has changed. */
  forget(): void {
    this.#asked = new Map();
  }

  /** A passage of an article; undefined where nothing stands there. `among`: lemmas of the articles that it is asked of. */
  ask(home: Entry, passage: Span, among?: Vocabulary, pieces?: Pieces): Asked | undefined {
    const key = `${passage.start}:${passage.end}:${home.article.uri}`;
    const known = this.#asked.get(key);
    if (known?.among === among && known) return known;
    const stretch = this.stretchOf(home, passage);
    if (!stretch) return undefined;
    const event = this.#articles.eventOf(home, home.article.prose.text);
    const { tokens, voices } = this.#articles.digest(home);
    const asked = query(event.weights.weigh(tokens), stretch.from, stretch.to, this.#articles.words(), among);
    const found: Asked = {
      home,
      event,
      query: asked,
      prose: home.article.prose.text,
      among,
      spoken: spokenIn(voices, asked.from, asked.to),
      place: { tokens, voices, ...this.#settled(home, stretch) },
      ...(pieces ?? this.piecesOf(home, passage)),
    };
    const [other] = this.#asked.values();
    if (this.#asked.size >= KEPT || (!this.#articles.areFew && other?.home !== home)) this.forget();
    this.#asked.set(key, found);
    return found;
  }

  /** What of a passage is asked for by itself. */
  piecesOf(home: Entry, passage: Span): Pieces {
    return piecesIn(home, this.#articles.digest(home).tokens, passage);
  }

  /** The lemmas of some articles. */
  vocabularyOf(entries: Iterable<Entry>): Vocabulary {
    return new Vocabulary(
      Array.from(entries, (entry) => this.#articles.sentenceWords(entry).lemmas),
      this.#articles.words(),
    );
  }

  /** A text that stands in no article. */
  askText(text: string): Asked {
    const tokens = tokenise(text, this.#articles.wordsFor(text));
    const event = this.#articles.eventOf(undefined, text);
    const asked = query(event.weights.weigh(tokens), 0, tokens.lemma.length, this.#articles.words());
    const place = { tokens, voices: voiceless(tokens), from: asked.from, to: asked.to };
    return { home: undefined, event, query: asked, prose: text, among: undefined, spoken: undefined, place, parts: [], sentences: [] };
  }

  /** Where another article has a passage; `isMeant`: which of its parts and sentences, and whether the whole, is looked for there. */
  compare(asked: Asked, entry: Entry, isMeant: (span: Passage | undefined) => boolean = () => true): Compared {
    if (asked.parts.length > 0) return this.#joined(asked, asked.parts.filter(isMeant), entry);
    const whole = isMeant(undefined) ? this.#whole(asked, entry) : NOWHERE;
    if (whole.match?.level === 'match' || asked.sentences.length === 0) return whole;
    // Others may have one of the sentences alone: where it is surely there, it counts more than a faint likeness of the whole.
    const joined = this.#joined(asked, asked.sentences.filter(isMeant), entry);
    const { match } = joined.match?.level === 'match' ? joined : whole;
    return { ...(match && { match }), places: [...whole.places, ...joined.places] };
  }

  /** The candidates for a passage in another article, with what speaks for each. */
  evidence(asked: Asked, entry: Entry): (Passage & { readonly numbers: readonly number[] })[] {
    const { event, query, spoken } = asked;
    if (query.total === 0) return [];
    const text = event.weights.weigh(this.#articles.digest(entry).tokens);
    return event.chooser.evidence(query, text, this.#voiceIn(entry, spoken), stretchesOf(query, text)).map(({ candidate, numbers }) => ({
      ...this.#passageOf(entry, this.#candidatePlace(asked, entry, text, candidate)),
      numbers,
    }));
  }

  /** The tokens of a passage. */
  stretchOf(entry: Entry, passage: Span): Stretch | undefined {
    return stretchIn(entry, this.#articles.digest(entry).tokens, passage);
  }

  /** A match of a passage at a place that is known. */
  told({ query, prose, spoken, place }: Asked, entry: Entry, at: Stretch, { level, score }: Pick<Match, 'level' | 'score'>): Match {
    const [{ tokens, voices }, voice] = [this.#articles.digest(entry), this.#voiceIn(entry, spoken)(at)];
    const named = voice === 'other' ? spokenIn(voices, at.from, at.to) : spoken;
    const [there, words] = [{ prose: entry.article.prose.text, tokens, ...at }, this.#articles.words()];
    const shades = entry.article.language === 'en' ? shadesBetween({ prose, tokens: query.text.tokens, from: query.from, to: query.to }, there, words) : []; // prettier-ignore
    return {
      ...this.#passageOf(entry, at),
      score,
      level,
      relation: relationOf(place, { tokens, voices, ...at }, words),
      because: [...reasonsOf(query, there.prose, tokens, at, voice, named, words), ...shades.map((text) => ({ kind: 'sense' as const, text, against: true }))], // prettier-ignore
    };
  }

  #whole(asked: Asked, entry: Entry): Compared {
    const { event, query, spoken } = asked;
    const isNear = event.entries.includes(entry);
    if (query.total === 0 || !this.#mayRender(query, entry, isNear)) return NOWHERE;
    const kind = query.quoted ? 'quoted' : spoken ? 'reported' : 'narrated';
    const text = event.weights.weigh(this.#articles.digest(entry).tokens);
    const voice = this.#voiceIn(entry, spoken);
    const stretches = this.#articles.areFew ? stretchesOf(query, text) : undefined;
    const alike: Alike = (here, there) => event.chooser.alike(query.text, here, text, there);
    const best = event.matcher.best(query, text, voice, stretches, this.#articles.areFew ? alike : undefined, !isNear);
    const level = best && levelOf(kind, query, text, best, this.#articles.words());
    if (best && level === 'possible' && best.score < WORTH[kind] && !isNear) return NOWHERE;
    const isEncoded = event.chooser.isEncoded(query.text, text);
    // By words alone nothing that shares so little has ever been found, and in most articles nothing shares more. Among many articles what the
    // fitted choice alone would show as possible is not worth ten times the work.
    if (!isEncoded && level === undefined && (stretches?.[0]?.f ?? 0) < LIKE) return NOWHERE;
    const { candidates, shares } = event.chooser.weigh(query, text, voice, stretches ?? stretchesOf(query, text));
    const places = candidates.map((candidate, i) =>
      (shares[i] ?? 0) < NEAR ? candidate.fit : this.#candidatePlace(asked, entry, text, candidate),
    );
    const all = places.map((place, i) => ({ place, share: shares[i] ?? 0 })).filter(({ share }) => share >= NEAR);
    const likely = all.map(({ place, share }) => ({ ...this.#passageOf(entry, place), share }));
    const isFar = areFar(kind, isEncoded, event.chooser.closeness(query.text, text));
    const isBare = kind === 'reported' && isBareReport(query, spoken, this.#articles.words());
    const mayMatch = (at: Stretch) => !isBare && (query.quoted || !event.chooser.haveOtherDoers(query, text, at));
    const decision = decide(
      limitsOf(kind, isFar || isBare, isEncoded),
      best && level && { fit: best.fit, stretch: this.#candidatePlace(asked, entry, text, best), score: best.score, level },
      candidates.map(({ fit }, i) => ({ fit, stretch: places[i] ?? fit, share: shares[i] ?? 0 })),
      (at) => mayMatch(at) && areAskedAlike(query, text, at, this.#articles.words()),
      (fit) => (isEncoded && !isFar) || !isDoubtful(query, text, fit),
    );
    // Page furniture and set phrases; but a sentence of an agency names its speaker, and is a rendering also in articles that share nothing else.
    const isChance = (at: Stretch) => goesOnTheSame(query, text.tokens, at) || isEveryday(query, this.#articles.words());
    if (!decision || (isFar && voice(decision.stretch) !== 'same' && isChance(decision.stretch))) return { places: likely };
    const at = wholeEnds(query, { ...this.#articles.digest(entry), ...decision.stretch }, text, entry.article.prose.text, kind, this.#articles.words()); // prettier-ignore
    return { match: this.told(asked, entry, at, decision), places: likely };
  }

  /** Others quote one sentence of a long statement: its parts are looked for one by one. */
  #joined({ home, place, among }: Asked, parts: readonly Passage[], entry: Entry): Compared {
    const compared = parts.map((part) => {
      const asked = home && this.ask(home, part, among);
      return { part, ...(asked ? this.compare(asked, entry) : NOWHERE) };
    });
    const all = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    const places = compared.flatMap(({ part, places }) =>
      places.map((place) => ({ ...place, share: (place.share * (part.end - part.start)) / all })),
    );
    const match = joinMatches(
      compared.flatMap(({ part, match }) => (match ? [{ part, match }] : [])),
      entry.speech ?? entry.analysis,
    );
    const stretch = match && this.stretchOf(entry, match);
    if (!stretch) return { places };
    const relation = relationOf(place, { ...this.#articles.digest(entry), ...stretch }, this.#articles.words());
    return { match: { ...match, relation }, places };
  }

  /** Of few articles each is looked at closely; of many those that have enough of the words together. */
  #mayRender(asked: Query, entry: Entry, isNear: boolean): boolean {
    const least = LEAST[isNear ? 'near' : 'apart'][asked.quoted ? 'quoted' : 'narrated'];
    return this.#articles.areFew || shareWithinReach(asked, this.#articles.sentenceWords(entry)) >= least;
  }

  /** Whether who is asked for speaks in a stretch of an article, too. */
  #voiceIn(entry: Entry, spoken: Spoken | undefined): (stretch: Stretch) => SameSpeaker {
    const { voices } = this.#articles.digest(entry);
    return ({ from, to }) => {
      const there = spoken && spokenIn(voices, from, to);
      return there ? compareSpeakers(spoken.speakers, there.speakers) : 'unknown';
    };
  }

  #candidatePlace({ query }: Asked, entry: Entry, text: Weighted, { fit: { from, to } }: Pick<Candidate, 'fit'>): Stretch {
    return pointedAt(query, text, this.#articles.digest(entry).voices, { from, to }, this.#articles.words());
  }

  #settled(entry: Entry, { from, to }: Stretch): Stretch {
    return settle({ ...this.#articles.digest(entry), from, to }, this.#articles.words());
  }

  #passageOf(entry: Entry, { from, to }: Stretch): Passage {
    const { start, end } = this.#articles.digest(entry).tokens;
    return { uri: entry.article.uri, ...proseSpanToRaw(entry.article.prose, { start: start[from] ?? 0, end: end[to - 1] ?? 0 }) };
  }
}
