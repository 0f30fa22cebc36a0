import type { Span } from '../../text/span';
import { alignParts, standsWithin } from './alignment';
import { AnchorText, type Sought, shortWords } from './anchorSearch';

/** Each part must be at least so much alike. */
const floors = { words: 0.6, context: 0.5, shortContext: 0.8 };

/** Of words shorter than this too little is left once they are changed. */
const tooShort = 5;

/** How much better than any rival the best place must be. */
const margin = 0.1;

/** Longer words are aligned by their two ends. */
const longWords = 800;

/** The one place where words much like these stand between contexts much like theirs. */
export function placeOfChanged(article: AnchorText, sought: Sought): Span | undefined {
  if (sought.words.length > longWords) return placeOfLong(article, sought);
  const context = sought.words.length < shortWords ? floors.shortContext : floors.context;
  const found = candidates(article, sought)
    .flatMap((diagonal) => likenessAt(article, sought, diagonal) ?? [])
    .filter(({ before, after }) => Math.min(before, after) >= Math.min(context, 0.75) && before + after >= 2 * context)
    .sort((a, b) => score(b) - score(a));
  const [best, ...others] = found;
  if (best === undefined) return undefined;
  const rival = others.find((other) => other.start >= best.end || best.start >= other.end);
  return rival !== undefined && score(rival) > score(best) - margin ? undefined : best;
}

/** True where words much like these stand elsewhere too, so that a changed text could be either. */
export function hasLikeness(article: AnchorText, { before, words, after }: Sought, own: number): boolean {
  const head = { before, words: words.slice(0, longWords), after: words.length > longWords ? '' : after };
  const short = words.length < shortWords;
  const away = (diagonal: number) => Math.abs(diagonal + before.length - own);
  // The place itself comes last: it is always alike.
  const diagonals = candidates(article, head).toSorted((a, b) => away(b) - away(a));
  return diagonals.some((diagonal) => {
    const place = likenessAt(article, head, diagonal);
    const elsewhere = place && (place.start >= own + head.words.length || place.end <= own);
    return elsewhere && (!short || Math.max(place.before, place.after) >= 0.5);
  });
}

interface Likeness extends Span {
  readonly before: number;
  readonly words: number;
  readonly after: number;
}

function score({ before, words, after }: Likeness): number {
  return (2 * words + before + after) / 4;
}

function likenessAt(article: AnchorText, { before, words, after }: Sought, diagonal: number): Likeness | undefined {
  const parts = [before, words, after] as const;
  const slack = 64 + Math.min(192, words.length >> 2);
  const from = diagonal + before.length;
  const stretch = article.folded.text.slice(Math.max(0, from - slack), Math.max(0, from + words.length + slack));
  if (!standsWithin(words, stretch, (1 - floors.words) * words.length, article.work)) return undefined;
  const { start, end, edits } = alignParts(parts, article.folded.text, diagonal, slack, article.work);
  const [inBefore = 0, inWords = 0, inAfter = 0] = parts.map((part, i) =>
    part === '' ? 0.75 : Math.max(0, 1 - (edits[i] ?? 0) / part.length),
  );
  return end <= start || inWords < floors.words ? undefined : { start, end, before: inBefore, words: inWords, after: inAfter };
}

function placeOfLong(article: AnchorText, { before, words, after }: Sought): Span | undefined {
  const part = 200;
  const head = placeOfChanged(article, { before, words: words.slice(0, part), after: words.slice(part, part + 32) });
  const tail = placeOfChanged(article, { before: words.slice(-part - 32, -part), words: words.slice(-part), after });
  if (head === undefined || tail === undefined || tail.end <= head.start) return undefined;
  const { text } = article.folded;
  const between = { start: head.start, end: tail.end };
  const length = between.end - between.start;
  if (length < words.length * floors.words || length > words.length / floors.words) return undefined;
  let kept = 0;
  let looked = 0;
  const stride = Math.max(8, words.length >> 7);
  for (let from = 0; from + 8 <= words.length; from += stride) {
    looked++;
    if (article.shingles.places(words, from, article.work).some((at) => at >= between.start && at < between.end)) kept++;
  }
  article.work.steps += text.length;
  return kept >= looked * floors.words ? between : undefined;
}

/** The few places in the text that share most runs of characters with words and contexts, as starts of these; none for words too short. */
function candidates(article: AnchorText, { before, words, after }: Sought): readonly number[] {
  if (words.length < tooShort) return [];
  const pattern = before + words + after;
  const breadth = 32;
  const votes = new Map<number, { count: number; sum: number }>();
  const stride = Math.max(2, pattern.length >> 7);
  for (let from = 0; from + 8 <= pattern.length; from += stride) {
    for (const place of article.shingles.places(pattern, from, article.work)) {
      const diagonal = place - from;
      const bucket = Math.floor(diagonal / breadth);
      const vote = votes.get(bucket);
      if (vote) {
        vote.count++;
        vote.sum += diagonal;
      } else votes.set(bucket, { count: 1, sum: diagonal });
    }
  }
  const ranked = [...votes].sort((a, b) => b[1].count - a[1].count || a[0] - b[0]);
  const chosen: number[] = [];
  for (const [, { count, sum }] of ranked) {
    const diagonal = Math.round(sum / count);
    if (chosen.every((other) => Math.abs(other - diagonal) > breadth)) chosen.push(diagonal);
    if (chosen.length === 4) break;
  }
  return chosen;
}
