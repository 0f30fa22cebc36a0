import { Best } from './best';
import type { Living, Segment } from './segment';
import type { Postings } from './termCursor';
import type { Term } from './terms';

/** BM25's usual constants: how soon a repeated word counts no more, and how far long articles are held back. */
const K1 = 1.2;
const B = 0.75;
/** Scores are as good as equal where engines, which give them in 24 bits, say so; sums differ by the order in which they were made. */
const NEARLY = 1 - 2 ** -22;

interface Ranked {
  readonly segment: Segment;
  readonly index: number;
  /** Known once it was needed: it may have to be read. */
  uri?: string;
}

interface Asked {
  /** What the term adds at most to a score. */
  readonly bound: number;
  /** Postings by the position of their segment. */
  readonly lists: readonly (Postings | undefined)[];
}

/**
 * Ranks articles by BM25, rare terms first, and stops looking at new articles once all terms that are left could not lift one among the
 * best (MaxScore, Turtle and Flood 1995, a term at a time): the answer is that of the whole sum. Keeps its arrays from one question to the next.
 */
export class Ranking {
  #scores = new Float64Array(0);
  #touched = new Uint32Array(0);
  #indexes = new Uint32Array(0);
  #counts = new Uint32Array(0);

  /** The most likely articles, best first; of equal ones, to the digits that an engine would give, those that come first by their uri. */
  nearest(
    sources: readonly Living[],
    terms: readonly Term[],
    most: number,
    averageLength: number,
  ): { readonly uri: string; readonly score: number }[] {
    // Gone articles are counted on both sides: postings do not know them.
    const count = sources.reduce((sum, { segment }) => sum + segment.size, 0);
    const asked = terms.map(({ hash, weight }): Asked => {
      const lists = sources.map(({ segment }) => segment.find(hash));
      const frequency = lists.reduce((sum, list) => sum + (list?.frequency ?? 0), 0);
      return { lists, bound: weight * (K1 + 1) * Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5)) };
    });
    asked.sort((a, b) => b.bound - a.bound);
    const rest = asked.map(() => 0);
    for (let k = asked.length - 1; k >= 0; k--) rest[k] = (rest[k + 1] ?? 0) + (asked[k]?.bound ?? 0);
    const uriOf = (ranked: Ranked) => (ranked.uri ??= ranked.segment.uri(ranked.index));
    const best = new Best<Ranked>(most, (one, other) => uriOf(one) < uriOf(other));
    // The largest first: what it finds spares the others most.
    const order = sources.map((_, at) => at).sort((a, b) => (sources[b]?.segment.size ?? 0) - (sources[a]?.segment.size ?? 0));
    for (const at of order) {
      const source = sources[at];
      if (source) this.#rank(source, at, asked, rest, most, averageLength, best);
    }
    return best.sorted().map(({ score, item }) => ({ uri: uriOf(item), score }));
  }

  #rank(
    { segment, gone }: Living,
    at: number,
    asked: readonly Asked[],
    rest: readonly number[],
    most: number,
    averageLength: number,
    best: Best<Ranked>,
  ): void {
    this.#reserve(segment.size);
    const [scores, touched, indexes, counts] = [this.#scores, this.#touched, this.#indexes, this.#counts];
    const { lengths } = segment;
    let found = 0;
    let highest = 0;
    let k = 0;
    for (; k < asked.length; k++) {
      const list = asked[k]?.lists[at];
      if (!list) continue;
      const left = rest[k] ?? 0;
      if (left <= best.floor || (left <= highest && left <= this.#floor(found, most))) break;
      const bound = asked[k]?.bound ?? 0;
      const n = segment.decode(list, indexes, counts);
      for (let i = 0; i < n; i++) {
        const index = indexes[i] ?? 0;
        const before = scores[index] ?? 0;
        if (before === 0) {
          if (gone?.[index]) continue;
          touched[found++] = index;
        }
        const score = before + bound * saturation(counts[i] ?? 0, roughLength(lengths[index] ?? 0) / averageLength);
        scores[index] = score;
        if (score > highest) highest = score;
      }
    }
    // From here on only for articles that can still get among the best: they are fewer after every term, and the others' scores are 0.
    let kept = this.#keep(found, NEARLY * Math.max(best.floor, this.#floor(found, most)) - (rest[k] ?? 0));
    for (; k < asked.length && kept > 0; k++) {
      const list = asked[k]?.lists[at];
      if (!list) continue;
      const bound = asked[k]?.bound ?? 0;
      const n = segment.decode(list, indexes, counts);
      for (let i = 0; i < n; i++) {
        const index = indexes[i] ?? 0;
        const before = scores[index] ?? 0;
        if (before > 0) scores[index] = before + bound * saturation(counts[i] ?? 0, roughLength(lengths[index] ?? 0) / averageLength);
      }
      if (kept > most) kept = this.#keep(kept, NEARLY * Math.max(best.floor, this.#floor(kept, most)) - (rest[k + 1] ?? 0));
    }
    for (let i = 0; i < kept; i++) {
      const index = touched[i] ?? 0;
      const score = Math.fround(scores[index] ?? 0);
      if (score >= best.floor) best.offer(score, { segment, index });
      scores[index] = 0;
    }
  }

  /** The lowest of the `most` highest scores so far. */
  #floor(found: number, most: number): number {
    if (found < most) return 0;
    const best = new Best<undefined>(most);
    let floor = 0;
    for (let i = 0; i < found; i++) {
      const score = this.#scores[this.#touched[i] ?? 0] ?? 0;
      if (score <= floor) continue;
      best.offer(score, undefined);
      floor = best.floor;
    }
    return floor;
  }

  /** Moves the articles that reach the floor to the front, and forgets the others; returns how many they are. */
  #keep(found: number, floor: number): number {
    const [scores, touched] = [this.#scores, this.#touched];
    let kept = 0;
    for (let i = 0; i < found; i++) {
      const index = touched[i] ?? 0;
      if ((scores[index] ?? 0) >= floor) touched[kept++] = index;
      else scores[index] = 0;
    }
    return kept;
  }

  #reserve(size: number): void {
    if (this.#scores.length >= size) return;
    this.#scores = new Float64Array(size);
    this.#touched = new Uint32Array(size);
    this.#indexes = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
  }
}

/**
 * An article's length as Lucene keeps it in a byte (SmallFloat.intToByte4): exact below 40, else with its four highest bits over 24. Reckoned
 * alike here, so that an index on disk and a search engine have the same best article where several are about as good.
 */
export function roughLength(words: number): number {
  if (words < 40) return words;
  const shift = 28 - Math.clz32(words - 24);
  return (((words - 24) >>> shift) << shift) + 24;
}

/** What a term counts that stands so often in an article of this relative length: 0 to 1. */
function saturation(count: number, relativeLength: number): number {
  return count / (count + K1 * (1 - B + B * relativeLength));
}
