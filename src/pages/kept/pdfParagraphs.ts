import { escaped } from './markup';
import type { PdfLine } from './pdfLine';

/** Larger than the text by this factor is a heading; fonts nearer than that are one. */
const headingSize = 1.15;
const longestHeading = 250;
/** Lines further apart than this many usual distances are two paragraphs. */
const paragraphGap = 1.25;
/** A line that leaves so much of its column is the last of something. */
const shortLine = 0.35;

interface Paragraph {
  text: string;
  readonly size: number;
  readonly isHeading: boolean;
}

/** Columns in reading order as headings and paragraphs, with the words whole that the end of a line has parted. Linear. */
export function pdfParagraphs(columns: readonly (readonly PdfLine[])[]): { readonly html: string; readonly heading: string | undefined } {
  const lines = columns.flat();
  const body = usual(lines.map(({ size, text }) => [size, text.length]));
  const leading = usualLeading(columns);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? []));
  const paragraphs: Paragraph[] = [];
  let index = 0;
  for (const column of columns) {
    const edge = Math.max(...column.map(({ right }) => right));
    for (const [i, line] of column.entries()) {
      const last = paragraphs.at(-1);
      const isHeading = line.size > headingSize * body;
      const isAlike = last?.isHeading === isHeading && Math.max(last.size, line.size) < headingSize * Math.min(last.size, line.size);
      const above = lines[index - 1];
      const before = column[i - 1] ?? (above && isBelow(above, line) ? above : undefined);
      index += 1;
      const goesOn = before
        ? isOneParagraph(before, line, column[i + 1], edge, leading)
        : !isHeading && last !== undefined && isOpen(last.text);
      if (last && isAlike && goesOn && !/^[•‣▪◦●○■□]/.test(line.text)) last.text = joined(last.text, line.text, words);
      else paragraphs.push({ text: line.text, size: line.size, isHeading });
    }
  }
  const headings = paragraphs.filter(({ isHeading, text }) => isHeading && text.length <= longestHeading && text.includes(' '));
  const largest = Math.max(...headings.map(({ size }) => size));
  const title = headings.find(({ size }) => size > 0.97 * largest);
  const html = paragraphs.map((paragraph) => {
    const tag = paragraph === title ? 'h1' : headings.includes(paragraph) ? 'h2' : 'p';
    return `<${tag}>${escaped(paragraph.text)}</${tag}>`;
  });
  return { html: html.join('\n'), heading: title?.text };
}

function isOneParagraph(before: PdfLine, line: PdfLine, next: PdfLine | undefined, edge: number, leading: number): boolean {
  const apart = before.y - line.y;
  if (apart > paragraphGap * leading * line.size) return false;
  // Cells of one row.
  if (apart < 0.3 * line.size) return true;
  const isEnded = !isOpen(before.text);
  const isShort = edge - before.right > shortLine * (edge - Math.min(before.left, line.left));
  if ((isEnded || isShort) && hasRoom(before, line, edge)) return false;
  const indent = 0.6 * line.size;
  const isIndented =
    line.left - before.left > indent && (next === undefined || line.left - next.left > indent || hasRoom(line, next, edge));
  return !(isIndented && isEnded);
}

/** The last line of a headline over several columns may be as short as one of them. */
function isBelow(above: PdfLine, line: PdfLine): boolean {
  const apart = above.y - line.y;
  return apart > 0 && apart < 2 * line.size && Math.abs(above.left - line.left) < line.size;
}

/** Whether the next line's first word would have had its place at the end of this one. */
function hasRoom(line: PdfLine, next: PdfLine, edge: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return line.right + ((word + 2) * (next.right - next.left)) / Math.max(1, next.text.length) < edge;
}

function isOpen(text: string): boolean {
  return !/[.!?…:][\s"”»“’'‘)\]]*$/u.test(text);
}

function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const [, first = ''] = /([\p{L}\p{N}'’‐-]*\p{L})[-‐]$/u.exec(text) ?? [];
  if (first === '') return /[\p{L}\p{N}][—–]$|\p{N}[-‐]$/u.test(text) ? text + next : `${text} ${next}`;
  const second = /^\p{Ll}[\p{L}]*/u.exec(next)?.[0];
  // "Anglo-Saxon" had its hyphen before, and so had what the text has with it elsewhere.
  if (second === undefined) return text + next;
  const small = first.toLowerCase();
  const isCompound = /[-‐]/.test(first) || (words.has(`${small}-${second}`) && !words.has(small + second));
  return isCompound ? text + next : text.slice(0, -1) + next;
}

/** How far apart the baselines of a paragraph are, in sizes of its font. */
function usualLeading(columns: readonly (readonly PdfLine[])[]): number {
  const ratios: [number, number][] = [];
  for (const column of columns)
    for (const [i, line] of column.entries()) {
      const apart = ((column[i - 1]?.y ?? line.y) - line.y) / line.size;
      if (apart > 0.8 && apart < 3) ratios.push([Math.round(apart * 20) / 20, line.text.length]);
    }
  return ratios.length === 0 ? 1.3 : usual(ratios);
}

/** The value with the most weight. */
function usual(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let found = 0;
  for (const [value, weight] of weights) if (weight > (weights.get(found) ?? 0)) found = value;
  return found;
}
