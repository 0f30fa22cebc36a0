import type { Span } from '../../core/index';

/** The sentence, or what stands on the same line of it, around a place; only for showing and asking, so plain rules do. */
export function sentenceAround(raw: string, { start, end }: Span): Span {
  const stop = raw.lastIndexOf('. ', start - 1);
  const first = Math.max(stop < 0 || start === 0 ? 0 : stop + 2, start === 0 ? 0 : raw.lastIndexOf('\n', start - 1) + 1);
  const ends = [raw.indexOf('. ', end), raw.indexOf('\n', end)].filter((at) => at >= 0);
  const last = ends.length > 0 ? Math.min(...ends) + 1 : raw.length;
  const text = raw.slice(first, last);
  return { start: first + (text.length - text.trimStart().length), end: first + text.trimEnd().length };
}
