/** A run of glyphs as the file draws it; in points, y upwards from the page's foot. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly width: number;
  /** Of its font. */
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** Words on one baseline: of a line, or as many of them as no wide gap parts. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Baselines nearer than this share of the font's size are one; exponents and small capitals stand a little off. */
const sameBaseline = 0.35;
/** A gap of as many font sizes may be one between columns or cells, though it may also justify a line. */
const wideGap = 0.6;
/** A gap of as many font sizes parts words where the file has no space. */
const wordGap = 0.15;

/** The pieces of a page as parts of lines that no wide gap parts, from its top. n log n. */
export function lineParts(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows: PdfPiece[][] = [];
  const shown = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y);
  for (const piece of onBaselines(shown).sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && isOneRow(first, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(partsOf);
}

/** Smaller than this share of the words beside it, and so far above their baseline at most, is what is raised. */
const raised = { size: 0.8, up: 0.6, gap: 0.3 } as const;

/** No honest line has more pieces. */
const mostBeside = 500;

/** From the top; notes' numbers, ordinals and exponents come to the baseline of the words before or behind them. */
function onBaselines(pieces: readonly PdfPiece[]): PdfPiece[] {
  const largest = pieces.reduce((most, { size }) => Math.max(most, size), 0);
  return pieces.map((piece, at) => {
    for (let i = at + 1; i < Math.min(pieces.length, at + mostBeside); i += 1) {
      const other = pieces[i];
      if (other === undefined || other.y < piece.y - raised.up * largest) break;
      if (isRaised(piece, other)) return { ...piece, y: other.y, text: /^\p{Ll}/u.test(piece.text) ? piece.text : ` ${piece.text}` };
    }
    return piece;
  });
}

function isRaised(piece: PdfPiece, by: PdfPiece): boolean {
  if (piece.size > raised.size * by.size || piece.text.trim().length > 6) return false;
  const up = piece.y - by.y;
  const gap = raised.gap * by.size;
  const isBehind = piece.x > by.x && Math.abs(piece.x - by.x - by.width) < gap;
  const isBefore = piece.x < by.x && Math.abs(by.x - piece.x - piece.width) < gap;
  return (isBehind || isBefore) && up < raised.up * by.size && !isOneRow(piece, by);
}

/** Parts that stand on one baseline of one column, joined; from the top. */
export function joinedLines(parts: readonly PdfLine[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last && isOneRow(last, part)) {
      const text = part.left >= last.left ? `${last.text} ${part.text}` : `${part.text} ${last.text}`;
      const larger = part.text.length > last.text.length ? part : last;
      lines[lines.length - 1] = { ...larger, text, left: Math.min(last.left, part.left), right: Math.max(last.right, part.right) };
    } else lines.push(part);
  }
  return lines;
}

export function isOneRow(a: Pick<PdfLine, 'size' | 'y'>, b: Pick<PdfLine, 'size' | 'y'>): boolean {
  return Math.abs(a.y - b.y) < sameBaseline * Math.min(a.size, b.size);
}

function partsOf(row: PdfPiece[]): readonly PdfLine[] {
  const lines: PdfPiece[][] = [];
  let right = -Infinity;
  for (const piece of row.sort((a, b) => a.x - b.x)) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    // What is drawn twice, one beside the other, is drawn bold.
    if (before?.text === piece.text && piece.x - before.x < 0.2 * piece.size) continue;
    if (line && piece.x - right < wideGap * piece.size) line.push(piece);
    else lines.push([piece]);
    right = Math.max(line?.at(-1) === piece ? right : -Infinity, piece.x + piece.width);
  }
  return lines.map(lineOf);
}

function lineOf(pieces: readonly PdfPiece[]): PdfLine {
  const largest = pieces.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size ? b : a));
  const rightToLeft = pieces.filter(({ isRightToLeft }) => isRightToLeft).length > pieces.length / 2;
  let text = '';
  let end: number | undefined;
  for (const piece of pieces) {
    const isParted = end !== undefined && piece.x - end > wordGap * piece.size;
    const space = isParted && !/^\s/.test(piece.text) && !/\s$/.test(text) ? ' ' : '';
    text = rightToLeft ? piece.text + space + text : text + space + piece.text;
    end = piece.x + piece.width;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: pieces[0]?.x ?? 0,
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: largest.y,
    size: largest.size,
  };
}
