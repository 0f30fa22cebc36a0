import { type CodePoints, pointsAfter, pointsBefore } from '../../text/encoding/codePoints';
import { attempt, type Fault } from '../../text/fault';
import type { Span } from '../../text/span';
import {
  AnchorText,
  closeness,
  isCredible,
  isTakenOut,
  isTwin,
  isWhole,
  placesOfWords,
  rawSpan,
  type Sought,
  soughtIn,
  type WordsPlace,
} from './anchorSearch';
import { hasLikeness, placeOfChanged } from './changedWords';
import type { Annotation, Copy, Placed } from '../model';

export interface Selectors {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
  /** Present where the same words stand elsewhere in like surroundings. */
  readonly copy?: Copy;
}

const contextLength = 32;

/**
 * The selectors of W3C Web Annotation (4.2.4 and 4.2.5) for a span (UTF-16, half-open) of `raw`: exact text, 32 code points on
 * both sides, position in code points.
 */
export function quoteSpan(raw: string, span: Span, points: CodePoints): Selectors {
  return {
    exact: raw.slice(span.start, span.end),
    prefix: pointsBefore(raw, span.start, contextLength),
    suffix: pointsAfter(raw, span.end, contextLength),
    start: points.fromUtf16(span.start),
    end: points.fromUtf16(span.end),
  };
}

/** Surroundings so much alike that an edit could make one pass for the other. */
const near = 1.4;

/** Describes a span (UTF-16, half-open) of `raw` so that it can be found again, also where its words stand more than once. */
export function describeSpan(raw: string, span: Span): Selectors {
  const article = prepared(raw);
  const selectors = quoteSpan(raw, span, article.points);
  const sought = soughtIn(selectors.prefix, selectors.exact, selectors.suffix);
  const places = placesOfWords(article, sought);
  const own = places.findIndex((place) => rawSpan(article, place.start, place.start + 1).start >= span.start);
  const place = places[own];
  if (place === undefined || (places.length === 1 && !hasLikeness(article, sought, place.start))) return selectors;
  const twins = places.filter((one) => one === place || isTwin(article, sought, one));
  const close = places.filter((one) => !twins.includes(one) && closeness(one) >= near).length;
  const copy = {
    number: own + 1,
    of: places.length,
    ...(twins.length > 1 && { same: twins.length, rank: twins.indexOf(place) + 1 }),
    ...(close > 0 && { close }),
  };
  return { ...selectors, copy };
}

/**
 * Finds every annotation in today's text; spans of the result are UTF-16 into `raw`. `hashMatches` says that the text is the one
 * the positions were counted in. Words are compared as a typesetter would: white space, quotation marks and dashes may differ.
 * The work is linear in the text for each annotation whose position no longer holds.
 */
export function placeAnnotations(raw: string, annotations: readonly Annotation[], hashMatches: boolean): readonly Placed[] {
  const article = prepared(raw);
  return annotations.map((annotation) => place(article, annotation, hashMatches));
}

/** The same; where the program fails over an annotation, that one has no place, is kept, and the fault is told. */
export function placedOrLost(
  raw: string,
  annotations: readonly Annotation[],
  hashMatches: boolean,
  tell: (fault: Fault) => void,
): readonly Placed[] {
  return annotations.flatMap((annotation) =>
    attempt<readonly Placed[]>(
      `the place of annotation ${annotation.id}`,
      () => placeAnnotations(raw, [annotation], hashMatches),
      () => [{ annotation, how: 'orphan' }],
      tell,
    ),
  );
}

/** Every place (UTF-16 into `raw`) where the words stand, as `placeAnnotations` compares them, in reading order; of very common words only some. */
export function placesOf(raw: string, words: string): readonly Span[] {
  const article = prepared(raw);
  const sought = soughtIn('', words, '');
  return placesOfWords(article, sought).map(({ start }) => rawSpan(article, start, start + sought.words.length));
}

/** The work done for one text so far, in steps; for tests of how it grows. */
export function anchoringSteps(raw: string): number {
  return prepared(raw).work.steps;
}

let latest = new AnchorText('');

/** One text is asked about many times in a row: by every annotation, and again after each decision. */
function prepared(raw: string): AnchorText {
  if (latest.raw !== raw) latest = new AnchorText(raw);
  return latest;
}

function place(article: AnchorText, annotation: Annotation, hashMatches: boolean): Placed {
  const stored = standing(article, annotation, hashMatches);
  if (stored !== undefined) return { annotation, how: 'exact', span: stored };
  const { prefix, exact, suffix, copy } = soughtOf(annotation);
  const sought = soughtIn(prefix, exact, suffix);
  const places = placesOfWords(article, sought);
  const found = copy === undefined ? clearlyBest(article, sought, places) : copyOf(article, sought, places, copy);
  if (found !== undefined) return { annotation, how: 'moved', span: rawSpan(article, found.start, found.start + sought.words.length) };
  const [only, another] = places;
  if (copy === undefined && only !== undefined && another === undefined && isUnmistakable(sought) && !isTakenOut(article, sought)) {
    const span = rawSpan(article, only.start, only.start + sought.words.length);
    return { annotation, how: 'changed', span, now: article.raw.slice(span.start, span.end) };
  }
  const likely = copy === undefined ? undefined : likeliest(article, sought, places, copy);
  if (likely !== undefined) {
    const span = rawSpan(article, likely.start, likely.start + sought.words.length);
    return { annotation, how: 'changed', span, now: article.raw.slice(span.start, span.end) };
  }
  // Where the very words stand, or much the same words stood from the beginning, a likeness may be any of them.
  if (copy !== undefined || places.some((one) => isCredible(one, sought))) return { annotation, how: 'orphan' };
  const changed = placeOfChanged(article, sought);
  if (changed === undefined) return { annotation, how: 'orphan' };
  const span = wholeWords(article.raw, rawSpan(article, changed.start, changed.end));
  return { annotation, how: 'changed', span, now: article.raw.slice(span.start, span.end) };
}

/** What to look for: after a confirmed move or change the confirmed words, else those annotated first. */
function soughtOf(annotation: Annotation): Selectors {
  const { found } = annotation;
  if (found === undefined) return annotation;
  const { prefix = annotation.prefix, suffix = annotation.suffix } = found;
  return { ...found, prefix, suffix };
}

function standing(article: AnchorText, annotation: Annotation, hashMatches: boolean): Span | undefined {
  const { raw, points } = article;
  const { exact, prefix, suffix, start, end, copy } = soughtOf(annotation);
  const span = { start: points.toUtf16(start), end: points.toUtf16(end) };
  if (raw.slice(span.start, span.end) !== exact) return undefined;
  const before = span.start >= prefix.length && raw.startsWith(prefix, span.start - prefix.length);
  const after = raw.startsWith(suffix, span.end);
  // With an equal hash one context is enough: entries written by hand or imported may lack one.
  if (hashMatches) return before || after ? span : undefined;
  // Another copy of the very same words and surroundings may have slipped into this position.
  return before && after && copy?.same === undefined ? span : undefined;
}

/** Words so long that they are worth a look where they stand once, whatever stands beside them: those of a page may have had a menu there. */
function isUnmistakable({ words }: Sought): boolean {
  return words.length >= 40;
}

/** How much closer than any rival the contexts of the best place must be. */
const clear = 0.25;

function clearlyBest(article: AnchorText, sought: Sought, places: readonly WordsPlace[]): WordsPlace | undefined {
  const [best, rival] = [...places].sort((a, b) => closeness(b) - closeness(a));
  if (best === undefined || !isCredible(best, sought) || (rival !== undefined && closeness(rival) > closeness(best) - clear))
    return undefined;
  // One context alone is a look-alike where the words are known to be gone from between theirs.
  return Math.min(best.before, best.after) < 0.5 && isTakenOut(article, sought) ? undefined : best;
}

/** A name or a single word comes and goes; this is as long as a very short sentence. */
const shortestOffer = 12;

/**
 * Equal words stand at as many places as ever, and what stands beside them has changed so that none is told for certain: the one that
 * keeps its turn among them is offered, to be confirmed, else the closest.
 */
function likeliest(article: AnchorText, sought: Sought, places: readonly WordsPlace[], copy: Copy): WordsPlace | undefined {
  if (places.length !== copy.of || sought.words.length < shortestOffer || isTakenOut(article, sought)) return undefined;
  const credible = places.filter((place) => isCredible(place, sought));
  const turn = places[copy.number - 1];
  return turn && credible.includes(turn) ? turn : credible.sort((a, b) => closeness(b) - closeness(a))[0];
}

/**
 * There were like places from the beginning: the one with the same words around it in its line is meant, of several such the one of the
 * same rank among them. Where words beside one of them have changed, it is still told while all places are there and none of the others
 * was much like it from the beginning.
 */
function copyOf(article: AnchorText, sought: Sought, places: readonly WordsPlace[], copy: Copy): WordsPlace | undefined {
  const whole = places.filter(isWhole);
  if (copy.same !== undefined && copy.rank === undefined)
    // An entry of an older version counts among all places; that counts only where its surroundings fit.
    return places.length === copy.of && whole.length === copy.same ? whole.find((one) => one === places[copy.number - 1]) : undefined;
  const same = copy.same ?? 1;
  const rank = copy.rank ?? 1;
  const twins = places.filter((one) => isTwin(article, sought, one));
  if (twins.length === same) {
    const ranked = twins[rank - 1];
    return ranked !== undefined && (twins.every(isWhole) || isTold(ranked, sought, copy, places.length)) ? ranked : undefined;
  }
  if (copy.same === undefined && twins.length > 0) return whole.length === 1 ? whole[0] : undefined;
  if (places.length !== copy.of || twins.length > same || copy.close !== undefined) return undefined;
  const [last, rival] = closest(places, twins, same - twins.length);
  if (last === undefined || !isCredible(last, sought)) return undefined;
  if (rival !== undefined && closeness(rival) > closeness(last) - clear) return undefined;
  // Where only much the same words stand elsewhere, not these, nothing else can pass for them.
  if (copy.of > 1 && (last.byLine || closeness(last) < 1.6)) return undefined;
  if (Math.min(last.before, last.after) < 0.5 && isTakenOut(article, sought)) return undefined;
  return places.filter((one) => twins.includes(one) || closeness(one) >= closeness(last))[rank - 1];
}

/**
 * Lines break anew, paragraphs change places and like ones go: what is a twin by its line alone counts while no place has gone, and for a
 * rank only where one side stands as a whole; after one has gone only where the line says enough and none was much like it.
 */
function isTold({ before, after }: WordsPlace, { lineBefore, lineAfter }: Sought, copy: Copy, places: number): boolean {
  if (places === copy.of) return copy.same === undefined || before === 1 || after === 1;
  const enough = 12;
  return (
    copy.close === undefined && (before === 1 || (lineBefore?.length ?? 0) >= enough) && (after === 1 || (lineAfter?.length ?? 0) >= enough)
  );
}

/** Of the places that are no twins, the last one of the `count` closest, and the one that comes next. */
function closest(places: readonly WordsPlace[], twins: readonly WordsPlace[], count: number): readonly (WordsPlace | undefined)[] {
  const others = places.filter((one) => !twins.includes(one)).sort((a, b) => closeness(b) - closeness(a));
  return [others[count - 1], others[count]];
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** A changed word is meant whole. */
function wholeWords(raw: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && letter.test(raw.charAt(start)) && letter.test(raw.charAt(start - 1))) start--;
  while (end < raw.length && letter.test(raw.charAt(end - 1)) && letter.test(raw.charAt(end))) end++;
  return { start, end };
}
