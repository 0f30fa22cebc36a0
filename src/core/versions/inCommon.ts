/** Places of what two lists have in common, one place in each. */
export type Pair = readonly [a: number, b: number];

/** Cells of the table that is filled where nothing in two stretches stands only once in both. */
const mostCells = 40_000;
/** Stretches are cut at what is unique in both so many times at most; what is left then counts as replaced. */
const deepest = 24;

interface Stretch {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  readonly depth: number;
}

/**
 * What two lists have in common, in order: a longest common subsequence in small stretches; long ones are cut at what stands once in
 * both ("patience" alignment, Bram Cohen). Linear but for a logarithm and a bounded factor.
 */
export function inCommon(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const open: Stretch[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length, depth: 0 }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    let { fromA, toA, fromB, toB } = stretch;
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) pairs.push([fromA++, fromB++]);
    while (toA > fromA && toB > fromB && a[toA - 1] === b[toB - 1]) pairs.push([--toA, --toB]);
    if (fromA === toA || fromB === toB) continue;
    if ((toA - fromA) * (toB - fromB) <= mostCells) {
      for (const pair of longest(a, b, { ...stretch, fromA, toA, fromB, toB })) pairs.push(pair);
      continue;
    }
    const anchors = stretch.depth < deepest ? increasing(uniqueInBoth(a, b, { ...stretch, fromA, toA, fromB, toB })) : [];
    if (anchors.length === 0) continue;
    for (const pair of anchors) pairs.push(pair);
    for (const [x, y] of [...anchors, [toA, toB] as const]) {
      open.push({ fromA, toA: x, fromB, toB: y, depth: stretch.depth + 1 });
      [fromA, fromB] = [x + 1, y + 1];
    }
  }
  return pairs.sort(([x], [y]) => x - y);
}

function longest(a: readonly string[], b: readonly string[], { fromA, toA, fromB, toB }: Stretch): Pair[] {
  const [m, n] = [toA - fromA, toB - fromB];
  const width = n + 1;
  const table = new Uint16Array((m + 1) * width);
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      table[i * width + j] =
        a[fromA + i] === b[fromB + j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < m && j < n;) {
    if (a[fromA + i] === b[fromB + j]) pairs.push([fromA + i++, fromB + j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function uniqueInBoth(a: readonly string[], b: readonly string[], { fromA, toA, fromB, toB }: Stretch): Pair[] {
  const places = (list: readonly string[], from: number, to: number) => {
    const found = new Map<string, number>();
    for (let i = from; i < to; i++) found.set(list[i] ?? '', found.has(list[i] ?? '') ? -1 : i);
    return found;
  };
  const there = places(b, fromB, toB);
  return [...places(a, fromA, toA)].flatMap(([key, x]): Pair[] => {
    const y = there.get(key) ?? -1;
    return x < 0 || y < 0 ? [] : [[x, y]];
  });
}

/** The longest run of pairs, given in the order of their first places, in which the second places grow as well. */
function increasing(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [at, [, y]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(pairs[at] ?? [0, 0]);
  return run.reverse();
}
