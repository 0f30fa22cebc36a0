import { proseSpanToRaw, rawSpanToProse } from '../text/prose';
import { overlaps, type Span } from '../text/span';
import { type Articles, type Entry, LIKELY } from './articles';
import { BothEnds } from './bothEnds';
import { Comparison } from './comparison';
import { bodiesOf } from './copies';
import type { Stretch } from './matching/relation';
import type { Match, Passage } from './model';

/** Finds where else a passage stands. */
export class Finder {
  readonly #articles: Articles;
  readonly #comparison: Comparison;
  readonly #again: (passage: Passage) => readonly Match[];
  #bothEnds: BothEnds;

  /** `again` is asked what the same passage of another article with the same words is told: `find`, with what it has answered kept. */
  constructor(articles: Articles, again: (passage: Passage) => readonly Match[]) {
    this.#articles = articles;
    this.#again = again;
    this.#comparison = new Comparison(articles);
    this.#bothEnds = new BothEnds(this.#comparison);
  }

  /** Lets go of what is known of the articles: one has changed. */
  forget(): void {
    this.#comparison.forget();
    this.#bothEnds = new BothEnds(this.#comparison);
  }

  find(passage: Passage): readonly Match[] {
    const home = this.#articles.get(passage.uri);
    if (!home || !this.stretchOf(home, passage)) return [];
    return inOrder(this.#articles.areFew ? this.#amongFew(passage, home) : this.#amongMany(passage, home));
  }

  /** Where a free text stands in the articles. */
  findText(text: string): readonly Match[] {
    const asked = this.#comparison.askText(text);
    const found = inOrder(
      asked.event.entries.flatMap((entry) => this.#in(entry, () => this.#comparison.compare(asked, entry).match ?? [])),
    );
    return this.#articles.areFew ? found : this.#withAlike(found);
  }

  /** The candidates for a passage in one other article, with what speaks for each: what the weights are fitted on. */
  evidence(passage: Passage, uri: string): (Passage & { readonly numbers: readonly number[] })[] {
    const [home, entry] = [this.#articles.get(passage.uri), this.#articles.get(uri)];
    const asked = home && this.#comparison.ask(home, passage);
    return asked && entry ? this.#comparison.evidence(asked, entry) : [];
  }

  /** The tokens of a passage. */
  stretchOf(entry: Entry, passage: Span): Stretch | undefined {
    return this.#comparison.stretchOf(entry, passage);
  }

  /** What the program fails over in one article is not found there, and hides nothing in the others. */
  #in<T>(entry: Entry, find: () => T | readonly T[]): T | readonly T[] {
    return this.#articles.attempt<T | readonly T[]>('renderings', entry, find, () => []);
  }

  #amongFew(passage: Passage, home: Entry): readonly Match[] {
    const { entries } = this.#articles.eventOf(home, home.article.prose.text);
    return entries.flatMap((entry) => (entry === home ? [] : this.#in(entry, () => this.#bothEnds.between(passage, home, entry))));
  }

  #amongMany(passage: Passage, home: Entry): readonly Match[] {
    const [first] = this.#articles.alike(home);
    const there = first && first !== home ? carried(passage, home, first) : undefined;
    return there ? this.#asFirst(home, there) : this.#withAlike(this.#amongLikely(passage, home), home);
  }

  /** Each part of a passage is looked for in the articles that its own words lead to. */
  #amongLikely(passage: Passage, home: Entry): readonly Match[] {
    const pieces = this.#comparison.piecesOf(home, passage);
    const { parts, sentences } = pieces;
    const likely = new Map<Passage | undefined, ReadonlySet<Entry>>();
    if (parts.length === 0) likely.set(undefined, new Set(this.#likely(home, passage)));
    for (const part of parts.length > 0 ? parts : sentences) likely.set(part, new Set(this.#likely(home, part)));
    const all = new Set([...likely.values()].flatMap((entries) => [...entries]));
    all.delete(home);
    const asked = this.#comparison.ask(home, passage, this.#comparison.vocabularyOf(all), pieces);
    if (!asked) return [];
    const isMeant = (entry: Entry) => (span: Passage | undefined) => likely.get(span)?.has(entry) === true;
    return inOrder([...all].flatMap((entry) => this.#in(entry, () => this.#comparison.compare(asked, entry, isMeant(entry)).match ?? [])));
  }

  /** Where a passage may stand, one of each text; of those with the text of its own article one, too. */
  #likely(home: Entry, passage: Span): readonly Entry[] {
    const likely = this.#articles.likely(home.article.raw.slice(passage.start, passage.end), home.article.prose.text);
    const other = this.#articles.alike(home).find((copy) => copy !== home && carried(passage, home, copy));
    return other ? [other, ...likely] : likely;
  }

  /** Articles with the same words are compared once: what is found in one stands in all of them. Other reports go before copies. */
  #withAlike(matches: readonly Match[], home?: Entry): readonly Match[] {
    const all = matches.slice(0, LIKELY);
    const isKnown = (place: Passage) => all.some((known) => known.uri === place.uri && overlaps(known, place));
    for (const match of matches) {
      const there = this.#articles.get(match.uri);
      for (const other of there ? this.#articles.alike(there) : []) {
        if (all.length >= LIKELY) return all;
        const copy = there && other !== there && other !== home ? carriedMatch(match, there, other) : undefined;
        if (copy && !isKnown(copy)) all.push(copy);
      }
    }
    return all;
  }

  /** What the first article with the same words is told, as it is for this one. */
  #asFirst(home: Entry, there: Passage): readonly Match[] {
    return this.#again(there).map((match) => (match.uri === home.article.uri ? { ...match, ...there } : match));
  }
}

/** Best first. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  return matches.toSorted((a, b) => b.score - a.score);
}

function carriedMatch(match: Match, from: Entry, to: Entry): Match | undefined {
  const place = carried(match, from, to);
  return place && { ...match, ...place };
}

/** A passage of one article in another one that has the same words, or nearly; undefined where they are not there. */
function carried({ start, end }: Span, from: Entry, to: Entry): Passage | undefined {
  const { uri, raw, prose } = to.article;
  if (raw === from.article.raw) return { uri, start, end };
  const { text } = from.article.prose;
  const span = rawSpanToProse(from.article.prose, { start, end });
  if (!span) return text === prose.text ? { uri, start, end } : undefined;
  if (text === prose.text) return { uri, ...proseSpanToRaw(prose, span) };
  // The same words may stand there more than once: those are meant that stand as far below the head.
  const words = text.slice(span.start, span.end);
  const [here, there] = bodiesOf(text, prose.text);
  const place = span.start - here + there;
  const [before, behind] = [prose.text.lastIndexOf(words, Math.max(0, place)), prose.text.indexOf(words, Math.max(0, place))];
  const at = behind < 0 || (before >= 0 && place - before < behind - place) ? before : behind;
  return at < 0 ? undefined : { uri, ...proseSpanToRaw(prose, { start: at, end: at + words.length }) };
}
