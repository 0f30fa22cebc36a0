import type { Annotation } from '../annotations/model';
import type { Quotation } from '../analysis/index';
import { sharedLength, type Span } from '../text/span';

/**
 * Answers for a span which finding is about it: the one that shares most with it, at least half of either, the shorter of two that
 * share the same. By bisection: findings are in reading order.
 */
export function findingAt<T extends Span>(findings: readonly T[]): (span: Span) => T | undefined {
  const sorted = findings.toSorted((a, b) => a.start - b.start);
  const longest = sorted.reduce((length, finding) => Math.max(length, lengthOf(finding)), 0);
  return (span) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < span.start - longest) low = middle + 1;
      else high = middle;
    }
    let best: T | undefined;
    let most = 0;
    for (let i = low; i < sorted.length; i++) {
      const finding = sorted[i];
      if (finding === undefined || finding.start >= span.end) break;
      const shared = sharedLength(finding, span);
      const isEnough = shared > 0 && 2 * shared >= Math.min(lengthOf(finding), lengthOf(span));
      const isCloser = shared > most || (shared === most && best !== undefined && lengthOf(finding) < lengthOf(best));
      if (isEnough && isCloser) [best, most] = [finding, shared];
    }
    return best;
  };
}

/**
 * Where the words stand that name an annotation's speaker. They are stored as a place beside the annotation's own and go along with it.
 * Where they would then cut a word, since the text between has changed, the engine's answer counts; where none are stored, too, but
 * only for the speaker it found.
 */
export function mentionOf(raw: string, annotation: Annotation, now: Span, found: Quotation | undefined): Span | undefined {
  const { mention, start, speakers = [] } = annotation;
  if (mention === undefined) return found?.speakers.join(' ') === speakers.join(' ') ? found.mention : undefined;
  const stored = utf16Near(raw, mention, start, now.start);
  return isWhole(raw, stored) ? stored : found?.mention;
}

function isWhole(raw: string, { start, end }: Span): boolean {
  const isCut = (at: number) => inWord.test(raw.slice(Math.max(0, at - 1), at)) && inWord.test(raw.slice(at, at + 1));
  return start < end && !isCut(start) && !isCut(end);
}

const inWord = /^[\p{L}\p{N}]$/u;

/** A span in code points that was stored beside an annotation's start, where the annotation stands today. */
function utf16Near(raw: string, points: Span, storedStart: number, start: number): Span {
  const at = (distance: number) => {
    let offset = start;
    const step = Math.sign(distance);
    for (let left = Math.abs(distance); left > 0; left--) {
      const before = step < 0 ? raw.codePointAt(offset - 2) : raw.codePointAt(offset);
      offset += step * (before !== undefined && before > 0xffff ? 2 : 1);
    }
    return Math.min(Math.max(0, offset), raw.length);
  };
  return { start: at(points.start - storedStart), end: at(points.end - storedStart) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
