import type { Span } from '../text/span';

/** Units of one person and type with overlapping ones joined, as the measure wants them. */
export function united(units: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of units) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else if (end > start) result.push({ start, end });
  }
  return result;
}

/** What each person has marked on one line of text. */
export type Line = readonly (readonly Span[])[];

/** The mean over all pairs of persons. */
export function observedDisagreement(line: Line, length: number): number {
  const pairs = line.flatMap((a, at) => line.slice(at + 1).map((b) => disagreementOf(a, b, length)));
  return pairs.length === 0 ? 0 : pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}

/** Squared distances of overlapping units, and squared lengths of units that lie wholly in a gap of the other. */
function disagreementOf(a: readonly Span[], b: readonly Span[], length: number): number {
  let sum = 0;
  let first = 0;
  const met = new Set<Span>();
  for (const unit of a) {
    while (first < b.length && (b[first]?.end ?? 0) <= unit.start) first++;
    let alone = true;
    for (let i = first; i < b.length; i++) {
      const other = b[i];
      if (other === undefined || other.start >= unit.end) break;
      alone = false;
      met.add(other);
      sum += (unit.start - other.start) ** 2 + (unit.end - other.end) ** 2;
    }
    if (alone) sum += (unit.end - unit.start) ** 2;
  }
  for (const other of b) if (!met.has(other)) sum += (other.end - other.start) ** 2;
  // Each pair counts in both directions, over m(m - 1)L² with m persons: a mean over the pairs of sum / L².
  return length === 0 ? 0 : sum / length ** 2;
}

/** Expected disagreement: the same units laid anywhere (Krippendorff 2004, the closed form). */
export function expectedDisagreement(line: Line, length: number): number {
  const lengths = line.flatMap((units) => units.map(({ start, end }) => end - start));
  const gaps = line.flatMap((units) => gapsOf(units, length)).sort((a, b) => a - b);
  // Sums of the gaps from each one on, so that each unit asks once.
  const tails = new Float64Array(gaps.length + 1);
  for (let i = gaps.length - 1; i >= 0; i--) tails[i] = (tails[i + 1] ?? 0) + (gaps[i] ?? 0);
  let sum = 0;
  let [pairs, all] = [0, line.length * length];
  for (const unit of lengths) {
    const from = firstAtLeast(gaps, unit);
    const room = (tails[from] ?? 0) - (gaps.length - from) * (unit - 1);
    sum += ((lengths.length - 1) / 3) * unit * (unit - 1) * (2 * unit - 1) + unit ** 2 * room;
    pairs += unit * (unit - 1);
  }
  all = all * (all - 1) - pairs;
  return length === 0 || all === 0 ? 0 : ((2 / length) * sum) / all;
}

function gapsOf(units: readonly Span[], length: number): number[] {
  const gaps: number[] = [];
  let from = 0;
  for (const { start, end } of units) {
    if (start > from) gaps.push(start - from);
    from = end;
  }
  if (length > from) gaps.push(length - from);
  return gaps;
}

function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
