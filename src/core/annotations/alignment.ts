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
  const costs: Int32Array[] = [];
  let row = Int32Array.from({ length: width }, (_, c) => (inText(position(0, c)) ? 0 : far));
  costs.push(row);
  for (let i = 1; i < rows; i++) {
    const next = new Int32Array(width).fill(far);
    const sign = pattern.charCodeAt(i - 1);
    for (let c = 0; c < width; c++) {
      const j = position(i, c);
      if (!inText(j)) continue;
      let best = j > 0 ? (row[c] ?? far) + (text.charCodeAt(j - 1) === sign ? 0 : 1) : far;
      let move = 0;
      const left = c + 1 < width ? (row[c + 1] ?? far) + 1 : far;
      if (left < best) [best, move] = [left, 1];
      const added = c > 0 ? (next[c - 1] ?? far) + 1 : far;
      if (added < best) [best, move] = [added, 2];
      next[c] = best;
      moves[i * width + c] = move;
    }
    costs.push((row = next));
  }
  work.steps += rows * width;
  let c = row.indexOf(row.reduce((a, b) => Math.min(a, b)));
  let i = rows - 1;
  const total = row[c] ?? far;
  let end = position(i, c);
  let start = end;
  let [atStart, atEnd] = [0, total];
  while (i > 0) {
    // Text put in at an edge of the words stays outside them.
    if (i === to) [end, atEnd] = [position(i, c), costs[i]?.[c] ?? 0];
    const move = moves[i * width + c];
    if (move === 2) c--;
    else {
      i--;
      if (move === 1) c++;
    }
    if (i === from && move !== 2) [start, atStart] = [position(i, c), costs[i]?.[c] ?? 0];
  }
  if (from === 0) [start, atStart] = [position(0, c), 0];
  return { start, end, edits: [atStart, atEnd - atStart, total - atEnd] };
}
