import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import type { Span } from '../text/span';
import { type Articles, type Entry, type Event, FEW, LIKELY } from './articles';
import { decide } from './matching/decision';
import { stretchesOf } from './matching/evidence';
import { isTelling, joinMatches, partsToFind, type PartMatch } from './matching/joined';
import { isThin, levelOf } from './matching/matcher';
import { isNegated, query, type Query } from './matching/query';
import { shareWithinReach } from './matching/sentenceWords';
import { overSameWords } from './matching/sameWords';
import { reasonsOf } from './matching/reasons';
import { type Place, relationOf, settle, type Stretch } from './matching/relation';
import { compareSpeakers, type SameSpeaker, type Spoken, spokenIn, voiceless } from './matching/voices';
import type { Match, Passage } from './model';
import { Flag } from './words/flags';
import { tokenAt, tokenise } from './words/tokens';

/**
 * Share of a passage's weight that an article must have within reach to be looked at there. On 76,000 pairs of passages and articles, real
 * ones, no match lay below; two thirds of the articles do.
 */
const LEAST = { quoted: 0.4, narrated: 0.35 } as const;

/** Likeness of the best stretch under which an article is not weighed. */
const LIKE = 0.25;

/** Finds where else a passage stands. */
export class Finder {
  readonly #articles: Articles;
  readonly #again: (passage: Passage) => readonly Match[];

  /** `again` is asked for parts of a passage: `find`, with what it has answered kept. */
  constructor(articles: Articles, again: (passage: Passage) => readonly Match[]) {
    this.#articles = articles;
    this.#again = again;
  }

  find(passage: Passage): readonly Match[] {
    const home = this.#articles.get(passage.uri);
    const parts = home ? partsToFind(passage, home.analysis) : [];
    const stretch = home && this.stretchOf(home, passage);
    if (!home || !stretch) return [];
    if (parts.length > 0) return this.#findParts(home, stretch, parts);
    const [first] = this.#articles.alike(home);
    if (this.#articles.size > FEW && first && first !== home) return this.#asFirst(passage, home, first);
    const event = this.#articles.eventOf(home, home.article.prose.text);
    const asked = query(event.weights.weigh(this.#articles.digest(home).tokens), stretch.from, stretch.to, this.#articles.words());
    const whole =
      this.#articles.size <= FEW
        ? this.#matches(asked, home, event.entries, event)
        : this.#withAlike(this.#matches(asked, home, this.#among(home, passage), event), home);
    const sentences = asked.quoted ? this.#sentencesIn(home, stretch) : [];
    if (sentences.length < 2) return whole;
    // Others may have one of the sentences alone: where it is surely there, it counts more than a faint likeness of the whole.
    const isSure = ({ level }: Match) => level === 'match';
    const sure = this.#findParts(home, stretch, sentences).filter(
      (match) => isSure(match) && !whole.some((other) => other.uri === match.uri && isSure(other)),
    );
    return [...whole.filter(({ uri }) => sure.every((other) => other.uri !== uri)), ...sure].sort((a, b) => b.score - a.score);
  }

  /** Where a passage may stand, one of each text; of those with the text of its own article one, too. */
  #among(home: Entry, passage: Passage): readonly Entry[] {
    const likely = this.#articles.likely(home.article.raw.slice(passage.start, passage.end), home.article.prose.text);
    const [, other] = this.#articles.alike(home);
    return other ? [other, ...likely] : likely;
  }

  /** Articles with the same words are compared once: what is found in one stands in all of them. */
  #withAlike(matches: readonly Match[], home: Entry): readonly Match[] {
    const all = matches.flatMap((match) => {
      const there = this.#articles.get(match.uri);
      if (!there) return [];
      const others = this.#articles.alike(there).filter((other) => other !== there && other !== home);
      return [match, ...others.map((other) => ({ ...match, ...carried(match, there, other) }))];
    });
    return all.slice(0, LIKELY);
  }

  /** What the first article with the same words is told, as it is for this one. */
  #asFirst(passage: Passage, home: Entry, first: Entry): readonly Match[] {
    const there = carried(passage, home, first);
    return this.#again(there).map((match) => (match.uri === home.article.uri ? { ...match, ...there } : match));
  }

  /** Where a free text stands in the articles. */
  findText(text: string): readonly Match[] {
    const tokens = tokenise(text, this.#articles.words());
    const event = this.#articles.eventOf(undefined, text);
    const asked = query(event.weights.weigh(tokens), 0, tokens.lemma.length, this.#articles.words());
    return this.#matches(asked, undefined, event.entries, event);
  }

  /** The candidates for a passage in one other article, with what speaks for each: what the weights are fitted on. */
  evidence(passage: Passage, uri: string): (Passage & { readonly numbers: readonly number[] })[] {
    const [home, entry] = [this.#articles.get(passage.uri), this.#articles.get(uri)];
    const stretch = home && this.stretchOf(home, passage);
    if (!home || !entry || !stretch) return [];
    const { weights, chooser } = this.#articles.eventOf(home, home.article.prose.text);
    const here = this.#articles.digest(home);
    const asked = query(weights.weigh(here.tokens), stretch.from, stretch.to, this.#articles.words());
    if (asked.total === 0) return [];
    const spoken = spokenIn(here.voices, asked.from, asked.to);
    const text = weights.weigh(this.#articles.digest(entry).tokens);
    const evidence = chooser.evidence(asked, text, this.#voiceIn(entry, spoken), stretchesOf(asked, text));
    return evidence.map(({ candidate, numbers }) => ({
      ...this.#passageOf(entry, this.#settled(entry, overSameWords(asked, text.tokens, candidate.fit))),
      numbers,
    }));
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
  #findParts(home: Entry, whole: Stretch, parts: readonly Span[]): readonly Match[] {
    const { uri } = home.article;
    const found = new Map<string, PartMatch[]>();
    for (const part of parts) {
      for (const match of this.#again({ uri, start: part.start, end: part.end })) {
        const known = found.get(match.uri);
        if (known) known.push({ part, match });
        else found.set(match.uri, [{ part, match }]);
      }
    }
    const asked = this.#settledPlace(home, whole);
    const joined = [...found].flatMap(([uriThere, matches]) => {
      const there = this.#articles.get(uriThere);
      const match = joinMatches(matches, there?.analysis);
      const stretch = there && match && this.stretchOf(there, match);
      return stretch
        ? [{ ...match, relation: relationOf(asked, { ...this.#articles.digest(there), ...stretch }, this.#articles.words()) }]
        : [];
    });
    return joined.sort((a, b) => b.score - a.score);
  }

  #matches(asked: Query, home: Entry | undefined, among: readonly Entry[], { weights, matcher, chooser }: Event): Match[] {
    const found: Match[] = [];
    if (asked.total === 0) return found;
    const lexicon = this.#articles.words();
    const spoken = home && spokenIn(this.#articles.digest(home).voices, asked.from, asked.to);
    const askedPlace = home
      ? this.#settledPlace(home, asked)
      : { tokens: asked.text.tokens, voices: voiceless(asked.text.tokens), from: asked.from, to: asked.to };
    for (const entry of among) {
      if (entry === home || !this.#mayRender(asked, entry)) continue;
      const { tokens, voices } = this.#articles.digest(entry);
      const text = weights.weigh(tokens);
      const voice = this.#voiceIn(entry, spoken);
      const stretches = stretchesOf(asked, text);
      const best = matcher.best(asked, text, voice, stretches);
      const level = best && levelOf(asked, text, best);
      // Nothing that shares so little has ever been found, and in most articles nothing shares more. Among many articles what the
      // fitted choice alone would show as possible is not worth ten times the work.
      if (level === undefined && ((stretches[0]?.f ?? 0) < LIKE || this.#articles.size > FEW)) continue;
      const decision = decide(
        asked.quoted ? 'quoted' : spoken ? 'reported' : 'narrated',
        best && { ...best, level },
        chooser.weigh(asked, text, voice, stretches),
        (fit) => this.#settled(entry, overSameWords(asked, tokens, fit)),
        (fit) => !isThin(asked, text, fit) && (asked.quoted || asked.negated === isNegated(text.tokens, fit.from, fit.to)),
      );
      if (!decision) continue;
      const { fit, stretch, score } = decision;
      const same = voice(fit);
      found.push({
        ...this.#passageOf(entry, stretch),
        score,
        level: decision.level,
        relation: relationOf(askedPlace, { tokens, voices, ...stretch }, lexicon),
        because: reasonsOf(
          asked,
          entry.article.prose.text,
          tokens,
          stretch,
          same,
          same === 'other' ? spokenIn(voices, fit.from, fit.to) : spoken,
          lexicon,
        ),
      });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  /** Of few articles each is looked at closely; of many those that have enough of the words together. */
  #mayRender(asked: Query, entry: Entry): boolean {
    if (this.#articles.size <= FEW) return true;
    return shareWithinReach(asked, this.#articles.sentenceWords(entry)) >= LEAST[asked.quoted ? 'quoted' : 'narrated'];
  }

  /** Whether who is asked for speaks in a stretch of an article, too. */
  #voiceIn(entry: Entry, spoken: Spoken | undefined): (stretch: Stretch) => SameSpeaker {
    const { voices } = this.#articles.digest(entry);
    return ({ from, to }) => {
      const there = spoken && spokenIn(voices, from, to);
      return there ? compareSpeakers(spoken.speakers, there.speakers) : 'unknown';
    };
  }

  #settled(entry: Entry, { from, to }: Stretch): Stretch {
    return settle({ ...this.#articles.digest(entry), from, to }, this.#articles.words());
  }

  #settledPlace(entry: Entry, stretch: Stretch): Place {
    return { ...this.#articles.digest(entry), ...this.#settled(entry, stretch) };
  }

  #passageOf(entry: Entry, { from, to }: Stretch): Passage {
    const { start, end } = this.#articles.digest(entry).tokens;
    return { uri: entry.article.uri, ...proseSpanToRaw(entry.article.prose, { start: start[from] ?? 0, end: end[to - 1] ?? 0 }) };
  }

  /** The tokens of a passage. */
  stretchOf(entry: Entry, passage: Passage): { from: number; to: number } | undefined {
    const span = rawSpanToProse(entry.article.prose, passage);
    if (!span) return undefined;
    const { tokens } = this.#articles.digest(entry);
    const from = tokenAt(tokens, span.start);
    const last = tokenAt(tokens, span.end - 1);
    return { from, to: (tokens.start[last] ?? Infinity) < span.end ? last + 1 : last };
  }
}

/** A passage of one article in another one that has the same words. */
function carried(passage: Span, from: Entry, to: Entry): Passage {
  const { uri, raw, prose } = to.article;
  const span = raw === from.article.raw ? undefined : rawSpanToProse(from.article.prose, passage);
  const { start, end } = span ? proseSpanToRaw(prose, span) : passage;
  return { uri, start, end };
}
