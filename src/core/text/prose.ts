import { findMojibake, type Mojibake } from './encoding/mojibake';
import type { Span } from './span';
import { copyTimedLines } from './timeMarks';

/**
 * What a reader reads of an article: the raw text without front matter, tags, link targets and markers,
 * entities decoded, hard-wrapped lines joined, with a monotone map back to `raw`.
 *
 * The map is a list of runs. Run i covers prose[runs[3i], runs[3i+3]) and stands at raw[runs[3i+1], …).
 * `runs[3i+2]` is the raw length of the run: equal to the prose length where the text was copied,
 * different where one was put for the other (an entity, a line end for a space).
 */
export interface Prose {
  readonly text: string;
  /** Flat triples: prose start, raw start, raw length; ordered by prose start and by raw start. */
  readonly runs: Int32Array;
  /** What stands in block quotes, in spans of the prose, in order. */
  readonly blockQuotes: readonly Span[];
}

/** Prose of plain text: raw from `start` on, without the times that lines begin with; marks that a wrong encoding broke are mended. */
export function plainProse(raw: string, start: number): Prose {
  const builder = new ProseBuilder(raw);
  if (!copyTimedLines(builder, raw, start)) builder.copy(start, raw.length);
  return builder.build();
}

/** Collects prose from left to right of `raw`; marks that a wrong encoding broke are mended on the way. */
export class ProseBuilder {
  readonly #raw: string;
  readonly #parts: string[] = [];
  readonly #runs: number[] = [];
  readonly #mojibake: readonly Mojibake[];
  #mended = 0;
  #length = 0;

  constructor(raw: string) {
    this.#raw = raw;
    this.#mojibake = findMojibake(raw);
  }

  get length(): number {
    return this.#length;
  }

  /** Takes raw[start, end) over. */
  copy(start: number, end: number): void {
    let from = start;
    for (let next = this.#mojibake[this.#mended]; next && next.end <= end; next = this.#mojibake[this.#mended]) {
      this.#mended += 1;
      if (next.start < from) continue;
      this.#copyAsIs(from, next.start);
      this.put(next.character, next.start, next.end);
      from = next.end;
    }
    this.#copyAsIs(from, end);
  }

  /** Lets `text` stand for raw[start, end). */
  put(text: string, start: number, end: number): void {
    if (text.length > 0) this.#add(text, start, end - start);
  }

  build(blockQuotes: readonly Span[] = []): Prose {
    return { text: this.#parts.join(''), runs: Int32Array.from(this.#runs), blockQuotes };
  }

  #copyAsIs(start: number, end: number): void {
    if (start < end) this.#add(this.#raw.slice(start, end), start, end - start);
  }

  #add(text: string, start: number, rawLength: number): void {
    this.#parts.push(text);
    const runs = this.#runs;
    const last = runs.length - 3;
    const copied = rawLength === text.length;
    const lastStart = runs[last];
    const lastRaw = runs[last + 1];
    const lastLength = runs[last + 2];
    const joins =
      copied &&
      lastStart !== undefined &&
      lastRaw !== undefined &&
      lastLength !== undefined &&
      lastLength === this.#length - lastStart &&
      lastRaw + lastLength === start;
    if (joins) runs[last + 2] = lastLength + rawLength;
    else runs.push(this.#length, start, rawLength);
    this.#length += text.length;
  }
}

/** The raw text that a span of the prose stands for, from its first character to its last. O(log runs). */
export function proseSpanToRaw(prose: Prose, span: Span): Span {
  const start = rawStart(prose, span.start);
  return { start, end: span.end <= span.start ? start : Math.max(start, rawEnd(prose, span.end)) };
}

/** The part of the prose that stands in a raw span; `undefined` where the span holds nothing a reader reads. O(log runs). */
export function rawSpanToProse(prose: Prose, span: Span): Span | undefined {
  const { runs } = prose;
  const first = lastRunBefore(runs, 1, span.start);
  let start = first < 0 ? 0 : proseAt(prose, first, span.start);
  if (first >= 0 && start === undefined) start = runStart(prose, first + 1);
  const last = lastRunBefore(runs, 1, span.end - 1);
  if (last < 0 || start === undefined) return undefined;
  const inside = proseAt(prose, last, span.end - 1);
  const end = inside === undefined || !isCopied(prose, last) ? runStart(prose, last + 1) : inside + 1;
  return start < end ? { start, end } : undefined;
}

/** Raw offset of the character at `offset`; the end of the prose's raw text past its end. */
function rawStart(prose: Prose, offset: number): number {
  const run = lastRunBefore(prose.runs, 0, offset);
  if (run < 0) return 0;
  const start = at(prose.runs, run, 1);
  const within = offset - at(prose.runs, run, 0);
  if (isCopied(prose, run)) return start + within;
  return offset >= prose.text.length ? start + at(prose.runs, run, 2) : start;
}

/** Raw offset just after the character before `offset`. */
function rawEnd(prose: Prose, offset: number): number {
  const run = lastRunBefore(prose.runs, 0, offset - 1);
  if (run < 0) return 0;
  const start = at(prose.runs, run, 1);
  return isCopied(prose, run) ? start + offset - at(prose.runs, run, 0) : start + at(prose.runs, run, 2);
}

/** The prose offset of a raw offset inside `run`; `undefined` where the raw text at that offset was left out. */
function proseAt(prose: Prose, run: number, rawOffset: number): number | undefined {
  const within = rawOffset - at(prose.runs, run, 1);
  if (within >= at(prose.runs, run, 2)) return undefined;
  return at(prose.runs, run, 0) + (isCopied(prose, run) ? within : 0);
}

function isCopied(prose: Prose, run: number): boolean {
  return runStart(prose, run + 1) - at(prose.runs, run, 0) === at(prose.runs, run, 2);
}

function runStart(prose: Prose, run: number): number {
  return prose.runs[3 * run] ?? prose.text.length;
}

function at(runs: Int32Array, run: number, column: 0 | 1 | 2): number {
  return runs[3 * run + column] ?? 0;
}

/** Index of the last run whose start (column 0: in the prose, 1: in raw) is at or before `offset`; -1 if there is none. */
function lastRunBefore(runs: Int32Array, column: 0 | 1, offset: number): number {
  let low = 0;
  let high = runs.length / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(runs, middle, column) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
