/** Converts offsets of one text between UTF-16 code units and Unicode code points; O(length) once, then O(log surrogate pairs). */
export class CodePoints {
  /** UTF-16 offsets of the second halves of surrogate pairs, ascending. */
  readonly #halves: number[] = [];

  constructor(text: string) {
    for (let i = 1; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0xdc00 || unit > 0xdfff) continue;
      const before = text.charCodeAt(i - 1);
      if (before >= 0xd800 && before <= 0xdbff) this.#halves.push(i);
    }
  }

  /** Code points before a UTF-16 offset; an offset inside a pair counts that pair. */
  fromUtf16(offset: number): number {
    return offset - this.#count((half) => half < offset);
  }

  /** The UTF-16 offset of a code point offset. */
  toUtf16(offset: number): number {
    // the i-th half (from 0) is the end of the code point number halves[i] - i - 1
    return offset + this.#count((half, i) => half - i - 1 < offset);
  }

  #count(holds: (half: number, i: number) => boolean): number {
    let low = 0;
    let high = this.#halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#halves[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
