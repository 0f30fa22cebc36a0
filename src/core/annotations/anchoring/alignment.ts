/** Edit distances for anchoring; every function's work is bounded by its pattern times a fixed band. */

/** Counts work, for tests of how it grows. */
export interface Work {
  steps: number;
}

/**
 * How much of `context` stands in `text` ending at `at` (`side` before) or starting there (after): 1 for all of it, by edit
 * distance (Levenshtein 1966), the far end free.
 */
export function contextSimilarity(context: string, text: string, at: number, side: 'before' | 'after', work: Work): number {
  const length = context.length;
  const slack = 12;
  const nearContext = (i: number) => context.charCodeAt(side === 'before' ? length - 1 - i : i);
  const reach = Math.min(length + slack, side === 'before' ? at : text.length - at);
  const nearText = (j: number) => text.charCodeAt(side === 'before' ? at - 1 - j : at + j);
  if (length <= reach) {
    let same = 0;
    while (same < length && nearContext(same) === nearText(same)) same++;
    work.steps += same;
    if (same === length) return 1;
  }
  let row = Array.from({ length: reach + 1 }, (_, j) => j);
  for (let i = 1; i <= length; i++) {
    const next = [i];
    for (let j = 1; j <= reach; j++) {
      const swap = (row[j - 1] ?? 0) + (nearContext(i - 1) === nearText(j - 1) ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  work.steps += length * reach;
  return 1 - Math.min(...row, length) / length;
}

/** The three parts of a pattern where they align with a text. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Edits in the part before, the words, and the part behind. */
  readonly edits: readonly [number, number, number];
}

/**
 * Aligns before + words + after with the text around `diagonal` (where the pattern would start), at most `slack` off it:
 * banded semi-global edit distance (Ukkonen 1985), work (pattern × 2 slack).
 */
export function alignParts(parts: readonly [string, string, string], text: string, diagonal: number, slack: number, work: Work): Alignment {
  const pattern = parts.join('');
  const [from, to] = [parts[0].length, parts[0].length + parts[1].length];
  const width = 2 * slack + 1;
  const far = pattern.length + text.length;
  // Column c of row i stands for the text position diagonal - slack + i + c.
  const position = (i: number, c: number) => diagonal - slack + i + c;
  const inText = (j: number) => j >= 0 && j <= text.length;
  const rows = pattern.length + 1;
  const moves = new Uint8Array(rows * width);
  // Of all rows only the last and the edges of the words are asked for their costs.
  const edges = new Map<number, Int32Array>();
  let row = Int32Array.from({ length: width }, (_, c) => (inText(position(0, c)) ? 0 : far));
  let next = new Int32Array(width);
  // No way through a cell that costs more than going straight is the best one (Ukkonen 1985): columns at both ends fall away.
  let most = 0;
  for (let i = 0; i < pattern.length; i++) if (pattern.charCodeAt(i) !== text.charCodeAt(diagonal + i)) most++;
  if (!inText(diagonal) || !inText(diagonal + pattern.length)) most = far;
  let [low, high] = [0, width];
  for (let i = 1; i < rows; i++) {
    if (i - 1 === from || i - 1 === to) edges.set(i - 1, row.slice());
    const sign = pattern.charCodeAt(i - 1);
    const first = position(i, 0);
    const end = Math.min(width, text.length - first + 1);
    next.fill(far);
    const move = moves.subarray(i * width, i * width + width);
    let added = far;
    let c = (low = Math.max(0, -first, low - 1));
    for (; c < end && (c < high || added <= most); c++) {
      const j = first + c;
      let best = j > 0 ? (row[c] ?? far) + (text.charCodeAt(j - 1) === sign ? 0 : 1) : far;
      const left = c + 1 < width ? (row[c + 1] ?? far) + 1 : far;
      if (left < best) {
        best = left;
        move[c] = 1;
      }
      if (added < best) {
        best = added;
        move[c] = 2;
      }
      next[c] = best;
      added = best + 1;
    }
    work.steps += c - low;
    high = c;
    while (low < high && (next[low] ?? far) > most) low++;
    while (high > low && (next[high - 1] ?? far) > most) high--;
    [row, next] = [next, row];
  }
  edges.set(rows - 1, row);
  let c = row.indexOf(row.reduce((a, b) => Math.min(a, b)));
  let i = rows - 1;
  const total = row[c] ?? far;
  let end = position(i, c);
  let start = end;
  let [atStart, atEnd] = [0, total];
  while (i > 0) {
    // Text put in at an edge of the words stays outside them.
    if (i === to) [end, atEnd] = [position(i, c), edges.get(i)?.[c] ?? 0];
    const move = moves[i * width + c];
    if (move === 2) c--;
    else {
      i--;
      if (move === 1) c++;
    }
    if (i === from && move !== 2) [start, atStart] = [position(i, c), edges.get(i)?.[c] ?? 0];
  }
  if (from === 0) [start, atStart] = [position(0, c), 0];
  return { start, end, edits: [atStart, atEnd - atStart, total - atEnd] };
}

/**
 * Whether some stretch of `text` is at most `most` edits away from `pattern`: 32 rows of the table at once in the bits of a number
 * (Myers 1999, in blocks as by Hyyrö 2003), a small part of the work of an alignment.
 */
export function standsWithin(pattern: string, text: string, most: number, work: Work): boolean {
  const last = (pattern.length - 1) >> 5;
  const rows = new Map<number, Int32Array>();
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    const bits = rows.get(code) ?? new Int32Array(last + 1);
    bits[i >> 5] = (bits[i >> 5] ?? 0) | (1 << (i & 31));
    rows.set(code, bits);
  }
  const none = new Int32Array(last + 1);
  // Where a cell is one more, or one less, than the cell above it.
  const more = new Int32Array(last + 1).fill(-1);
  const less = new Int32Array(last + 1);
  let edits = pattern.length;
  for (let at = 0; at < text.length; at++) {
    if (edits <= most) return true;
    const same = rows.get(text.charCodeAt(at)) ?? none;
    let carry = 0;
    for (let block = 0; block <= last; block++) {
      const [up, down] = [more[block] ?? 0, less[block] ?? 0];
      const equal = same[block] ?? 0;
      const vertical = equal | down;
      const met = carry < 0 ? equal | 1 : equal;
      const horizontal = (((met & up) + up) ^ up) | met;
      let grows = down | ~(horizontal | up);
      let shrinks = up & horizontal;
      const top = block === last ? (pattern.length - 1) & 31 : 31;
      const out = ((grows >>> top) & 1) - ((shrinks >>> top) & 1);
      grows = (grows << 1) | (carry > 0 ? 1 : 0);
      shrinks = (shrinks << 1) | (carry < 0 ? 1 : 0);
      more[block] = shrinks | ~(vertical | grows);
      less[block] = grows & vertical;
      carry = out;
    }
    edits += carry;
  }
  work.steps += text.length * (last + 1);
  return edits <= most;
}
