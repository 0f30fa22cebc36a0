import { joinedLines, type PdfLine } from './pdfLine';

/** Fewer lines beside each other are no columns. */
const fewestRows = 5;
/** Shorter lines on both sides are cells of a table, which is read row by row. */
const shortestLine = 18;
const deepest = 6;
/** A page with more lines is a map or a table; the search for columns takes the square of their number. */
const mostLines = 2000;

/**
 * The columns of a page in reading order: from the left, what stands over several of them before them. `parts` of lines come from the top,
 * and so do the lines of each column.
 */
export function pdfColumns(parts: readonly PdfLine[], depth = 0): readonly (readonly PdfLine[])[] {
  const gap = depth < deepest && parts.length <= mostLines ? columnsGap(parts) : undefined;
  if (gap === undefined) return [joinedLines(parts)];
  const columns: (readonly PdfLine[])[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  let across: PdfLine[] = [];
  const flush = () => {
    columns.push(...[left, right, across].filter(({ length }) => length > 0).flatMap((side) => pdfColumns(side, depth + 1)));
    left = [];
    right = [];
    across = [];
  };
  for (const part of parts) {
    const side = part.right <= gap ? 'left' : part.left >= gap ? 'right' : 'across';
    // What runs across ends the columns above it, and columns end what runs across.
    if (side === 'across' ? left.length + right.length > 0 : across.length > 0) flush();
    (side === 'left' ? left : side === 'right' ? right : across).push(part);
  }
  flush();
  return columns;
}

/** Where, from the left, the gap between two columns lies that run beside each other for the most lines. */
function columnsGap(parts: readonly PdfLine[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const gap of new Set(parts.map(({ left }) => Math.floor(left) - 1))) {
    let rows = 0;
    let left: PdfLine[] = [];
    let right: PdfLine[] = [];
    for (const part of [...parts, undefined]) {
      if (part && part.right <= gap) left.push(part);
      else if (part && part.left >= gap) right.push(part);
      else {
        rows += rowsBeside(left, right);
        left = [];
        right = [];
      }
    }
    if (rows > most) {
      best = gap;
      most = rows;
    }
  }
  return best;
}

/** How many lines run beside each other, where they look like columns of prose. */
function rowsBeside(left: readonly PdfLine[], right: readonly PdfLine[]): number {
  if (left.length < fewestRows || right.length < fewestRows) return 0;
  const top = Math.min(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const bottom = Math.max(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  const [some = 0, others = 0] = [left, right].map((side) => {
    const beside = joinedLines(side.filter(({ y }) => y <= top + 1 && y >= bottom - 1));
    const characters = beside.reduce((sum, { text }) => sum + text.length, 0);
    return characters >= shortestLine * beside.length ? beside.length : 0;
  });
  const rows = Math.min(some, others);
  return rows < fewestRows ? 0 : rows;
}
