import { overlaps, type Span } from './span';

/** By list, the furthest end of its spans up to each. */
const known = new WeakMap<readonly Span[], Int32Array>();

/** Those of some spans, in the order of their starts, that overlap one: found by halving, so that all of a long list can be asked for in turn. */
export function touching<S extends Span>(spans: readonly S[], span: Span): readonly S[] {
  let ends = known.get(spans);
  if (!ends) known.set(spans, (ends = furthestEnds(spans)));
  const from = firstOf(spans.length, (i) => (ends[i] ?? 0) > span.start);
  const to = firstOf(spans.length, (i) => (spans[i]?.start ?? 0) >= span.end);
  return spans.slice(from, to).filter((one) => overlaps(one, span));
}

function furthestEnds(spans: readonly Span[]): Int32Array {
  let furthest = 0;
  return Int32Array.from(spans, ({ end }) => (furthest = Math.max(furthest, end)));
}

/** The first index for which something holds that holds for all behind it. */
function firstOf(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
