import { overlaps, sharedLength, type Span } from '../text/span';
import { touching } from '../text/touching';
import type { Entry } from './articles';
import type { Compared, Comparison, Likely } from './comparison';
import type { Match, Passage } from './model';

/** Share of a passage and a quotation, of both together, that they must have in common for the passage to be that quotation. */
const WHOLE = 0.8;
/** Share of the shorter of two spans that the longer must have, and how much longer it may be, for them to be one place. */
const SHARED = 0.6;
const LONGER = 1.5;
const LONGER_CHARACTERS = 40;
/** How likely a quotation that is found for another must stand there by its own words, too: where these lead elsewhere, and nowhere. */
const LIKELY = { elsewhere: 0.2, nowhere: 0.5 } as const;
/** Under the scores of what is a match, and of what an article is told only because another one finds it there. */
const [MOST_POSSIBLE, MOST_TOLD] = [0.55, 0.5];
const STEP = 0.001;
/** Words in a row that are no title of a programme or a book. */
const ROW = 5;

/**
 * Where two articles render each other, decided once for both: what a quotation of the one is found to stand for in the other, that one is
 * told, too, and it is a match only where both say so. A quotation that knows nothing of the one it is found for is no rendering of it.
 * Passages that are no quotations are found from their own end alone.
 */
export class BothEnds {
  readonly #comparison: Comparison;
  /** By the article that is asked from, the one that is asked, and the passage. */
  readonly #compared = new Map<Entry, Map<Entry, Map<number, Compared>>>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /** Renderings of a passage in another article: where it is found, then the quotations that are found here. */
  between(passage: Passage, home: Entry, there: Entry): readonly Match[] {
    const { match, places } = this.#compare(passage, home, there);
    if (!isQuotation(passage, home)) return match ? [match] : [];
    const found = match && this.#agreed(match, passage, home, there);
    const others = quotationsOf(there).flatMap((quotation) => {
      if (!places.some((place) => overlaps(place, quotation)) && !this.#isWithin(quotation, there, passage, home)) return [];
      if (found && overlaps(quotation, found)) return [];
      const back = this.#compare(quotation, there, home).match;
      if (!back || !overlaps(back, passage) || !this.#isKnown(back, quotation, there, passage, home)) return [];
      return this.#told(passage, home, quotation, there, Math.min(back.score, found?.score ?? MOST_TOLD) - STEP);
    });
    return found ? [found, ...others] : others;
  }

  /** What a quotation is found for, as those of the quotations there that know of it say. */
  #agreed(match: Match, passage: Passage, home: Entry, there: Entry): Match | undefined {
    const ends = touching(there.analysis.quotations, match).map(({ start, end }) => ({ uri: there.article.uri, start, end }));
    if (ends.length === 0) return match;
    const knowing = ends.filter((end) => this.#isKnown(match, passage, home, end, there));
    if (knowing.length === 0) return undefined;
    const backs = knowing.flatMap((end) => this.#compare(end, there, home).match ?? []).filter((back) => overlaps(back, passage));
    const isDoubted = backs.every(({ level }) => level === 'possible');
    return match.level === 'match' && isDoubted ? { ...match, level: 'possible', score: MOST_POSSIBLE } : match;
  }

  /** Whether the quotation that a match stands at knows of the passage it was found for. */
  #isKnown(match: Match, passage: Passage, home: Entry, end: Passage, there: Entry): boolean {
    const back = this.#compare(end, there, home);
    if (back.match && overlaps(back.match, passage)) return true;
    if (match.level === 'match' && this.#isWithin(passage, home, end, there)) return true;
    if (!back.places.some((place) => overlaps(place, passage))) return false;
    if (match.level === 'match') return true;
    const likeliness = likelinessAt(passage, back.places);
    return back.match ? likeliness >= LIKELY.elsewhere : likeliness >= LIKELY.nowhere && isOnePlace(end, match);
  }

  /** Whether a passage stands word for word in a longer one, which by all its words may lead to another part of it. */
  #isWithin(passage: Passage, home: Entry, longer: Passage, there: Entry): boolean {
    if (passage.end - passage.start >= longer.end - longer.start) return false;
    const [own, words] = [this.#wordsOf(passage, home), this.#wordsOf(longer, there)];
    return own.length >= ROW && holds(words, own);
  }

  #wordsOf(passage: Passage, home: Entry): Int32Array {
    const asked = this.#comparison.ask(home, passage)?.query;
    return asked ? asked.text.tokens.lemma.subarray(asked.from, asked.to) : new Int32Array();
  }

  #told(passage: Passage, home: Entry, quotation: Passage, there: Entry, score: number): readonly Match[] {
    const asked = this.#comparison.ask(home, passage);
    const stretch = this.#comparison.stretchOf(there, quotation);
    return asked && stretch ? [this.#comparison.told(asked, there, stretch, { level: 'possible', score })] : [];
  }

  #compare(passage: Passage, home: Entry, there: Entry): Compared {
    const from = keptIn(this.#compared, home, () => new Map<Entry, Map<number, Compared>>());
    const between = keptIn(from, there, () => new Map<number, Compared>());
    return keptIn(between, passage.start * LONGEST + passage.end, () => {
      const asked = this.#comparison.ask(home, passage);
      return asked ? this.#comparison.compare(asked, there) : { places: [] };
    });
  }
}

/** More signs than an article has. */
const LONGEST = 2 ** 26;

function keptIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let known = map.get(key);
  if (known === undefined) map.set(key, (known = make()));
  return known;
}

function isQuotation(passage: Span, { analysis }: Entry): boolean {
  return touching(analysis.quotations, passage).some(({ start, end }) => {
    return sharedLength({ start, end }, passage) >= WHOLE * (Math.max(end, passage.end) - Math.min(start, passage.start));
  });
}

function quotationsOf({ article: { uri }, analysis }: Entry): readonly Passage[] {
  return analysis.quotations.map(({ start, end }) => ({ uri, start, end }));
}

function holds(words: Int32Array, row: Int32Array): boolean {
  for (let at = words.length - row.length; at >= 0; at--) if (row.every((word, i) => words[at + i] === word)) return true;
  return false;
}

function isOnePlace(a: Span, b: Span): boolean {
  const [shorter, longer] = [Math.min(a.end - a.start, b.end - b.start), Math.max(a.end - a.start, b.end - b.start)];
  return sharedLength(a, b) >= SHARED * shorter && longer <= LONGER * shorter + LONGER_CHARACTERS;
}

/** How likely something stands at a span, by what overlaps it. */
function likelinessAt(span: Span, places: readonly Likely[]): number {
  return places.reduce((sum, place) => {
    const shorter = Math.min(span.end - span.start, place.end - place.start);
    return sum + (place.share * sharedLength(span, place)) / shorter;
  }, 0);
}
