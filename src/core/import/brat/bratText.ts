import type { Annotation } from '../../annotations/model';
import { cleanText } from '../../text/cleanText';
import { CodePoints, pointsAfter, pointsBefore } from '../../text/encoding/codePoints';
import type { Span } from '../../text/span';

/** A span line of an .ann file: its fragments in reading order, as counted by whoever wrote it, and the words it says stand there. */
export interface BratSpan {
  readonly fragments: readonly Span[];
  readonly words: string;
}

/** Ways to count: brat's own first; the others are what programs that write .ann files have counted in its place. */
const units = ['codepoint', 'utf16', 'byte'] as const;
const lineEnds = [1, 2] as const;

interface Count {
  /** UTF-16 offset in `raw` of one counted by a file; undefined where the text has no such place. */
  toUtf16(offset: number): number | undefined;
}

/**
 * The text beside an .ann file. The words of a line are the quotation and its offsets a hint: they count where those words stand at them,
 * in the unit in which most of the file's lines are right.
 */
export class BratText {
  /** The text with LF line ends, as articles have it. */
  readonly raw: string;
  readonly #points: CodePoints;
  /** The unit in which most lines are right; several where they cannot be told apart. */
  readonly #counts: readonly Count[];

  constructor(text: string, spans: readonly BratSpan[]) {
    this.raw = text.replace(/\r\n/g, '\n');
    this.#points = new CodePoints(this.raw);
    // a text with carriage returns is counted with them
    const own = text === this.raw ? lineEnds : ([2, 1] as const);
    const wanted = new Set(spans.flatMap(({ fragments }) => fragments.flatMap(({ start, end }) => [start, end])));
    const fitting = (count: Count) => spans.filter((span) => this.#standing(span, count)).length;
    const brats = countOf(this.raw, units[0], own[0], wanted);
    const right = fitting(brats);
    const others = right === spans.length ? [] : own.flatMap((end) => units.map((unit) => countOf(this.raw, unit, end, wanted)));
    const fits = others.map(fitting);
    const most = Math.max(right, ...fits);
    this.#counts = right === most ? [brats] : others.filter((_, i) => fits[i] === most);
  }

  /** Where a line's words stand at its offsets, in UTF-16 of `raw`; undefined where they do not, or where that depends on how they are counted. */
  place(span: BratSpan): Span | undefined {
    const places = this.#counts.flatMap((count) => this.#standing(span, count) ?? []);
    const [first] = places;
    return first && places.every(({ start, end }) => start === first.start && end === first.end) ? first : undefined;
  }

  /** A wider place, in code points, that our own export kept, where it has nothing but white space more. */
  widened({ start, end }: Span, kept: { readonly start?: number | undefined; readonly end?: number | undefined }): Span {
    if (kept.start === undefined || kept.end === undefined) return { start, end };
    const [from, to] = [this.#points.toUtf16(kept.start), this.#points.toUtf16(kept.end)];
    if (from > start || to < end) return { start, end };
    return (this.raw.slice(from, start) + this.raw.slice(end, to)).trim() === '' ? { start: from, end: to } : { start, end };
  }

  selectors({ start, end }: Span): Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'> {
    return {
      exact: this.raw.slice(start, end),
      prefix: pointsBefore(this.raw, start, 32),
      suffix: pointsAfter(this.raw, end, 32),
      ...this.inPoints({ start, end }),
    };
  }

  inPoints({ start, end }: Span): Span {
    return { start: this.#points.fromUtf16(start), end: this.#points.fromUtf16(end) };
  }

  #standing({ fragments, words }: BratSpan, count: Count): Span | undefined {
    const spans: Span[] = [];
    for (const { start, end } of fragments) {
      const [from, to] = [count.toUtf16(start), count.toUtf16(end)];
      if (from === undefined || to === undefined || from >= to) return undefined;
      spans.push({ start: from, end: to });
    }
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return undefined;
    const standing = spans.map(({ start, end }) => this.raw.slice(start, end)).join(' ');
    return sameWords(standing, words) ? { start: first.start, end: last.end } : undefined;
  }
}

/** brat keeps words on one line, and an export may have put other characters for controls. */
function sameWords(a: string, b: string): boolean {
  return oneLine(a) === oneLine(b);
}

export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** One pass over the text: where in it the wanted offsets lie, counted in these units and with line ends of that many characters. */
function countOf(raw: string, unit: (typeof units)[number], lineEnd: 1 | 2, wanted: ReadonlySet<number>): Count {
  const at = new Map<number, number>();
  let counted = 0;
  for (let i = 0; i <= raw.length; i++) {
    const code = raw.codePointAt(i) ?? 0;
    const pair = code > 0xffff;
    if (wanted.has(counted)) at.set(counted, i);
    counted +=
      code === 10
        ? lineEnd
        : unit === 'utf16'
          ? pair
            ? 2
            : 1
          : unit === 'codepoint'
            ? 1
            : code < 0x80
              ? 1
              : code < 0x800
                ? 2
                : pair
                  ? 4
                  : 3;
    if (pair) i++;
  }
  return { toUtf16: (offset) => at.get(offset) };
}
