import type { Annotation } from '../annotations/model';
import { CodePoints, pointsAfter, pointsBefore } from '../text/encoding/codePoints';

export type OffsetUnit = 'utf-16' | 'code points';

/** Words, with their place where it is known. */
export type QuotedPassage = Pick<Annotation, 'exact'> & Partial<Pick<Annotation, 'prefix' | 'suffix' | 'start' | 'end'>>;

/** The text that an imported file brings along, in which its positions count. CRLF is LF in `raw`, as in our articles. */
export class CarriedText {
  readonly raw: string;
  readonly #given: string;
  readonly #points: CodePoints;
  readonly #givenPoints: CodePoints;
  /** Where the carriage returns stood that are not in `raw`, ascending. */
  readonly #returns: readonly number[];

  constructor(text: string) {
    this.#given = text;
    this.raw = text.replace(/\r\n?/g, '\n');
    this.#returns = this.raw.length === text.length ? [] : Array.from(text.matchAll(/\r(?=\n)/g), ({ index }) => index);
    this.#points = new CodePoints(this.raw);
    this.#givenPoints = this.raw === text ? this.#points : new CodePoints(text);
  }

  /** The passage at a place of the text as given; undefined where it lies outside or is empty. */
  passage(start: number, end: number, unit: OffsetUnit): Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> | undefined {
    const [from, to] = [start, end].map((offset) => (unit === 'utf-16' ? offset : this.#givenPoints.toUtf16(offset)));
    if (unit === 'code points' && this.#givenPoints.fromUtf16(to ?? 0) !== end) return undefined;
    if (from === undefined || to === undefined || from < 0 || from >= to || to > this.#given.length) return undefined;
    return this.#describe(from - this.#returnsBefore(from), to - this.#returnsBefore(to));
  }

  /**
   * What a file says of a passage: the words, at their place where the offsets lead to them, counted in code points or else in UTF-16;
   * without words, what stands at the offsets.
   */
  quoted(words: string | undefined, start: number | undefined, end: number | undefined): QuotedPassage | undefined {
    const plain = words?.replace(/\r\n?/g, '\n');
    const at = (unit: OffsetUnit) => (start === undefined || end === undefined ? undefined : this.passage(start, end, unit));
    const points = at('code points');
    if (plain === undefined || plain === '' || points?.exact === plain) return points;
    const units = at('utf-16');
    return units?.exact === plain ? units : (this.only(plain) ?? { exact: plain });
  }

  /** Where words stand that a file quotes without a place; undefined where they do not, or more than once. */
  only(words: string): Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> | undefined {
    const at = words === '' ? -1 : this.raw.indexOf(words);
    return at < 0 || this.raw.includes(words, at + 1) ? undefined : this.#describe(at, at + words.length);
  }

  #describe(start: number, end: number): Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> {
    return {
      exact: this.raw.slice(start, end),
      prefix: pointsBefore(this.raw, start, 32),
      suffix: pointsAfter(this.raw, end, 32),
      start: this.#points.fromUtf16(start),
      end: this.#points.fromUtf16(end),
    };
  }

  #returnsBefore(offset: number): number {
    let low = 0;
    let high = this.#returns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#returns[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
