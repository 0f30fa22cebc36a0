import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { KeptFile } from './kept';
import { documentTitle, type KeptFacts, pageOf } from './markup';
import { pdfColumns } from './pdfColumns';
import { type PdfPage, withoutFurniture } from './pdfFurniture';
import { lineParts, type PdfPiece } from './pdfLine';
import { pdfParagraphs } from './pdfParagraphs';

/** More pages are a book. */
const mostPages = 1000;

/** The text layer of a PDF file in reading order, without what stands at the edges of its pages. */
export async function pdfPages(bytes: Uint8Array): Promise<KeptFile> {
  const { getDocument, VerbosityLevel } = await loaded();
  const task = getDocument({
    // It is taken over by the reader.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
  });
  try {
    return await read(await task.promise);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return { reason: 'is a PDF file locked with a password: save it without one' };
    return { reason: 'is a PDF file that cannot be read: it is damaged or cut off' };
  } finally {
    await task.destroy();
  }
}

/** Both parts of PDF.js in one thread: this one, which is a worker's own where the product has one. */
async function loaded(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const host = globalThis as { DOMMatrix?: unknown; pdfjsWorker?: unknown };
  // It wants one for drawing when it is loaded; nothing is drawn here.
  host.DOMMatrix ??= Object;
  host.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function read(document: PDFDocumentProxy): Promise<KeptFile> {
  if (document.numPages > mostPages) return { reason: `is a PDF file of more than ${mostPages} pages` };
  const pages: PdfPage[] = [];
  let scanned = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const found = await readPage(page);
    if (found.parts.length === 0 && (await hasPicture(page))) scanned += 1;
    pages.push(found);
    page.cleanup();
  }
  const { furniture, pages: kept } = withoutFurniture(pages);
  const columns = kept.flatMap(({ parts }) => pdfColumns(parts)).filter(({ length }) => length > 0);
  if (columns.length === 0)
    return {
      reason: 'is a PDF file with no text layer, as scans are: have its text recognised (OCR), for example by OCRmyPDF, and import that',
    };
  const { heading, html } = pdfParagraphs(columns);
  return {
    pages: [
      {
        html: pageOf({ ...(await factsOf(document, heading)), url: addressOf(furniture) }, html),
        content: html,
        ...(scanned > 0 && { leftOut: { paragraphs: 0, quotations: 0, pages: scanned } as const }),
      },
    ],
  };
}

/** A page turned as most of its text runs; what runs up or down beside it is a stamp, or of a picture. */
async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1] = view.transform;
  const turned: PdfPiece[][] = [[], [], [], []];
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [alongX = 0, alongY = 0, , , left = 0, base = 0] = item.transform as readonly number[];
    const right = a * alongX + c * alongY;
    const down = b * alongX + d * alongY;
    const [x = 0, y = 0] = view.convertToViewportPoint(left, base) as readonly number[];
    const quarter = Math.abs(right) >= Math.abs(down) ? (right > 0 ? 0 : 2) : down > 0 ? 1 : 3;
    const [along = x, up = y] = [[x, view.height - y], [y, x], [-x, y], [-y, view.width - x]][quarter] ?? []; // prettier-ignore
    const text = item.str.replace(/[\uE000-\uF8FF]/g, '•').replaceAll('\0', '');
    const size = item.height || Math.hypot(right, down);
    turned[quarter]?.push({ text, x: along, y: up, width: item.width, size, isRightToLeft: item.dir === 'rtl' });
  }
  const length = (pieces: readonly PdfPiece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const most = turned.reduce((a, b) => (length(b) > length(a) ? b : a));
  return { height: turned.indexOf(most) % 2 === 0 ? view.height : view.width, parts: lineParts(most) };
}

/** A page with neither text nor picture is blank. */
async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await loaded();
  const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operation) => pictures.has(operation));
}

async function factsOf(document: PDFDocumentProxy, heading: string | undefined): Promise<KeptFacts> {
  const { info } = await document.getMetadata();
  const said = new Map<string, unknown>(Object.entries(info));
  const of = (name: string) => {
    const value = said.get(name);
    return typeof value === 'string' && value.includes(' ') ? value.trim() : undefined;
  };
  return { title: documentTitle(of('Title'), heading), author: of('Author') };
}

/** Browsers print the address on every page. */
function addressOf(furniture: readonly string[]): string | undefined {
  return furniture.map((text) => /^https?:\/\/[^\s…]+/i.exec(text)?.[0]).find((address) => address !== undefined);
}
