import { tableColumns } from '../../text/articleFiles';
import { cleanText } from '../../text/cleanText';
import { quoteSpan } from '../../annotations/anchoring/anchor';
import { CodePoints } from '../../text/encoding/codePoints';
import { Related } from '../report/related';
import { backLink } from '../writing/backLink';
import { wholeText } from '../writing/sharedText';
import type { ExportFormat, ExportOptions, Report, ReportDocument, ReportItem, SharedFile } from '../report/report';
import { speakerLabel } from '../../annotations/speakerLabel';

/** CSV by RFC 4180: CRLF after every record, cells with separators, quotes or line ends in quotation marks. */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV table',
  purpose: 'Spreadsheets: one row an annotation, with speaker, date value, position and renderings',
  extension: 'csv',
  export: (report, options) => [{ path: csvName, content: wholeText(csvFile(options), report) }],
  byArticle: (options) => ({ shared: [csvFile(options)] }),
};

/** The same rules with tabs between the cells and LF after every record, as spreadsheets and data libraries read tables with tabs. */
export const tsv: ExportFormat = {
  id: 'tsv',
  label: 'TSV table',
  purpose: 'Databases and data libraries: the same table with tabs between the cells',
  extension: 'tsv',
  export: (report, options) => [{ path: tsvName, content: wholeText(tsvFile(options), report) }],
  byArticle: (options) => ({ shared: [tsvFile(options)] }),
};

const csvName = 'annotations.csv';
const tsvName = 'annotations.tsv';

function csvFile(options: ExportOptions | undefined): SharedFile {
  return tableFile(csvName, options, (cells) => `${cells.map(quoted).join(',')}\r\n`);
}

function tsvFile(options: ExportOptions | undefined): SharedFile {
  return tableFile(tsvName, options, (cells) => `${cells.map(quoted).join('\t')}\n`);
}

/** One record of any table of strangers' words: cleaned, and guarded against being taken for a formula. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guard(cleanText(cell)))).join(',')}\r\n`;
}

/** The columns in order; positions count code points. */
const columns = [
  ...tableColumns,
  'date_value',
  'provenance',
  'mention_start',
  'mention_end',
  'start',
  'end',
  'unit',
  'prefix',
  'suffix',
  'tags',
  'note',
  'comments',
  'made_by',
  'reviewed_by',
  'reviewed_at',
  'renderings',
  'origins',
  'links',
  'conflicts',
  'in',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

function tableFile(path: string, options: ExportOptions | undefined, line: (cells: readonly string[]) => string): SharedFile {
  const head = (options?.byteOrderMark ? '\uFEFF' : '') + line(options?.links ? [...columns, 'open'] : columns);
  return { path, head, separator: '', tail: '', empty: head, entries: (report) => rows(report, options, line) };
}

function* rows(report: Report, options: ExportOptions | undefined, line: (cells: readonly string[]) => string): Iterable<string> {
  const related = new Related(report);
  for (const document of report.documents) {
    const points = new CodePoints(document.article.raw);
    for (const item of document.items) {
      const row = cellsOf(document, item, points, related, report);
      const cells = columns.map((column) => guard(cleanText(row[column])));
      yield line(options?.links ? [...cells, backLink(document, item)] : cells);
    }
  }
}

function cellsOf(document: ReportDocument, item: ReportItem, points: CodePoints, related: Related, report: Report): Row {
  const { raw, metadata } = document.article;
  const { exact, prefix, suffix, start, end } = quoteSpan(raw, item.span, points);
  return {
    id: item.id,
    document: document.path,
    outlet: document.outlet ?? '',
    published: metadata.published?.value ?? '',
    title: metadata.title?.value ?? '',
    url: metadata.url?.value ?? '',
    type: item.type,
    kind: item.kind ?? '',
    status: item.status,
    exact,
    speaker: list(item.speakers.map((speaker) => speakerLabel(speaker, report.registry))),
    date_value: item.value ?? '',
    provenance: item.provenance ?? '',
    mention_start: item.mention ? String(points.fromUtf16(item.mention.start)) : '',
    mention_end: item.mention ? String(points.fromUtf16(item.mention.end)) : '',
    start: String(start),
    end: String(end),
    unit: 'codepoint',
    prefix,
    suffix,
    tags: list(item.tags),
    note: item.note ?? '',
    comments: list(item.comments.flatMap(({ by, at, text }) => [by, at, text])),
    made_by: item.by ?? '',
    reviewed_by: item.reviewed?.by ?? '',
    reviewed_at: item.reviewed?.at ?? '',
    renderings: list(item.renderings.map(({ path, relation, exact }) => `${path}: ${relation}: ${exact}`)),
    origins: list(item.origins),
    links: list(related.links(document, item).map(({ link, other }) => `${link.relation}: ${other.path}#${other.id} (${link.status})`)),
    conflicts: list(related.conflicts(document, item).map(({ message }) => message)),
    in: item.in ?? '',
  };
}

/** Several values in one cell: "; " between them, a semicolon or backslash within one after a backslash. */
function list(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');
}

/**
 * A spreadsheet must not run a cell: what begins like a formula, and what looks like our guard already, gets an apostrophe before it;
 * so does the inside of a cell behind what another reader may take for the end of a cell.
 */
function guard(cell: string): string {
  const inside = cell.replace(/([;,\t\n])(?='*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1'");
  return /^'*[=+\-@\t\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(inside) ? `'${inside}` : inside;
}

function quoted(cell: string): string {
  return /[",;\t\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
