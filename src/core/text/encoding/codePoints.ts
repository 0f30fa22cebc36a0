/**
 * Code points and UTF-16 code units of one text. YAML files, W3C selectors, brat and CSV count code points;
 * the editor and the core count UTF-16. A text without surrogate pairs costs one scan and converts by identity.
 */
export class CodePoints {
  /** UTF-16 offsets of the first halves of all surrogate pairs, ascending. */
  readonly #pairs: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const pairs: number[] = [];
    for (let i = 0; i + 1 < text.length; i++) {
      if (isPair(text, i)) {
        pairs.push(i);
        i++;
      }
    }
    this.#pairs = pairs;
    this.#length = text.length;
  }

  /** UTF-16 offset to code points; an offset inside a pair counts as its start, one outside the text as the nearest end. */
  fromUtf16(offset: number): number {
    const at = Math.max(0, Math.min(offset, this.#length));
    return at - this.#countWhere((index) => (this.#pairs[index] ?? 0) < at);
  }

  /** Code points to UTF-16 offset, held inside the text. */
  toUtf16(points: number): number {
    const at = Math.max(0, points);
    // Pair number i starts after pairs[i] - i code points.
    return Math.min(this.#length, at + this.#countWhere((index) => (this.#pairs[index] ?? 0) - index < at));
  }

  /** How many pairs, counted from the first, fulfil a condition that never turns true again once it is false. */
  #countWhere(holds: (index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The last `count` code points of the text that ends at `end` (UTF-16). */
export function pointsBefore(text: string, end: number, count: number): string {
  let start = end;
  for (let n = 0; n < count && start > 0; n++) start -= start > 1 && isPair(text, start - 2) ? 2 : 1;
  return text.slice(start, end);
}

/** The first `count` code points of the text from `start` (UTF-16) on. */
export function pointsAfter(text: string, start: number, count: number): string {
  let end = start;
  for (let n = 0; n < count && end < text.length; n++) end += isPair(text, end) ? 2 : 1;
  return text.slice(start, end);
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
