import { isOneRow, type PdfLine } from './pdfLine';

export interface PdfPage {
  readonly height: number;
  /** Parts of lines, from the top. */
  readonly parts: readonly PdfLine[];
}

/** The share of a page's height, at its head and at its foot, in which furniture stands. */
const margin = 0.12;
/** Rows of that band that are looked at, from the edge. */
const mostRows = 4;
const pageNumber =
  /^(?:[-–—|·•]\s?)?(?:(?:page|seite|pagina|página|strona|side|sida|p\.|s\.)\s?)?(?:\d{1,5}|[ivxlc]{1,6})(?:\s?(?:\/|of|von|de|di|sur|av|z)\s?\d{1,4})?(?:\s?[-–—|·•])?$/i;
/** What browsers print at the edges: the address with a page number, and the day with the title. */
const printed =
  /^(?:(?:https?|file):\/\/\S+\s+(?:page\s)?\d{1,4}\s?(?:\/|of)\s?\d{1,4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d.*)$/i;

/** The pages without what comes again on others at their heads or feet, and without page numbers. Linear. */
export function withoutFurniture(pages: readonly PdfPage[]): { readonly pages: readonly PdfPage[]; readonly furniture: readonly string[] } {
  const counts = new Map<string, number>();
  const edges = pages.map(edgeRows);
  for (const rows of edges) for (const key of new Set(rows.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Left and right pages may have heads of their own.
  const often = Math.max(2, Math.ceil(pages.length * 0.3));
  const furniture: string[] = [];
  const kept = pages.map((page, i) => {
    const dropped = new Set<PdfLine>();
    for (const row of edges[i] ?? []) {
      const text = textOf(row);
      if ((counts.get(keyOf(row)) ?? 0) < often && !pageNumber.test(text) && !printed.test(text)) continue;
      furniture.push(text);
      for (const part of row) dropped.add(part);
    }
    return { ...page, parts: page.parts.filter((part) => !dropped.has(part)) };
  });
  return { pages: kept, furniture };
}

type Row = readonly PdfLine[];

function edgeRows({ height, parts }: PdfPage): readonly Row[] {
  const head = rowsOf(parts.filter(({ y }) => y > (1 - margin) * height));
  const foot = rowsOf(parts.filter(({ y }) => y < margin * height));
  return [...head.slice(0, mostRows), ...foot.slice(-mostRows)];
}

function rowsOf(parts: readonly PdfLine[]): readonly Row[] {
  const rows: PdfLine[][] = [];
  for (const part of parts) {
    const first = rows.at(-1)?.[0];
    if (first && isOneRow(first, part)) rows.at(-1)?.push(part);
    else rows.push([part]);
  }
  return rows;
}

function textOf(row: Row): string {
  return row.map(({ text }) => text).join(' ');
}

/** Numbers change from page to page. */
function keyOf(row: Row): string {
  return textOf(row)
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, '#')
    .replace(/\s+/g, ' ');
}
