import type { Annotation, Comment } from '../../annotations/model';
import { speakerId } from '../../annotations/speakerLabel';
import type { Registry } from '../../text/metadata/registry';
import { ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { kindOf, present, typeOf } from '../json';
import { columnsOf, isOfHypothesis, isRead, ownRows, type TableRow } from './foreignTable';
import { TableDates } from './tableDates';

/**
 * Tables with our columns, as we export them or with fewer of them: `exact` and one of `document` and `url` are needed.
 * They are read by RFC 4180, with commas, semicolons or tabs between the cells.
 */
export const tableImport: ImportFormat = {
  id: 'csv',
  label: 'CSV or TSV table',
  extensions: ['csv', 'tsv'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readFile(file, registry, found);
    return found.content({ holds: ['accepted', 'rejected'] });
  },
};

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function readFile(file: ImportFile, registry: Registry, found: ImportCollector): void {
  const text = file.text.replace(/^\uFEFF/, '');
  // spreadsheets say so what stands between the cells
  const [told = '', sign] = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(text) ?? [];
  const rows = csvRows(text, sign ?? separatorOf(text), file, found).slice(told === '' ? 0 : 1);
  const header = rows.shift();
  const given = header?.cells.map((name) => name.trim()) ?? [];
  const isForeign = !given.includes('exact');
  const names = columnsOf(given);
  if (!names.includes('exact') || !(names.includes('document') || names.includes('url') || isOfHypothesis(names))) {
    found.problem(file, 'The first row must name the columns, at least exact and document (or url).', header?.line ?? 1);
    return;
  }
  const dated = names.flatMap((name, i) => (['date_value', 'published', 'reviewed_at'].includes(name) ? [i] : []));
  const dates = new TableDates(rows.flatMap(({ cells }) => dated.map((i) => cells[i] ?? '')));
  const whole: TableRow[] = [];
  for (const { line, cells } of rows) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== names.length) found.problem(file, `The row has ${cells.length} cells where ${names.length} are named.`, line);
    else whole.push({ line, row: new Map(names.map((name, i) => [name, unguard(cells[i] ?? '')])) });
  }
  for (const name of names) {
    const count = isRead(name) ? 0 : whole.filter(({ row }) => row.get(name) !== '').length;
    if (count > 0) found.skip(`cells of the column ${name}, which is not read`, count);
  }
  for (const { line, row } of isForeign ? ownRows(whole, names, found) : whole) readRow(row, isForeign, dates, line, file, registry, found);
}

/** What stands between the names of columns that can be read. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = end < 0 ? text : text.slice(0, end);
  const isNaming = (sign: string) => {
    const names = head.split(sign).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return names.length > 1 && columnsOf(names).includes('exact');
  };
  return ['\t', ';', ','].find(isNaming) ?? (head.includes('\t') ? '\t' : head.includes(';') && !head.includes(',') ? ';' : ',');
}

function readRow(
  row: ReadonlyMap<string, string>,
  isForeign: boolean,
  dates: TableDates,
  line: number,
  file: ImportFile,
  registry: Registry,
  found: ImportCollector,
): void {
  const cell = (name: string) => row.get(name) ?? '';
  if (cell('status') === 'suggested') {
    found.skip('suggestions');
    return;
  }
  const label = isForeign ? found.labelled(cell('type') || cell('TYPE')) : undefined;
  if (isForeign && label === undefined) return;
  const type = label?.type ?? typeOf(cell('type') || 'note');
  const exact = cell('exact');
  if (type === undefined || exact === '') {
    const message = exact === '' ? 'The row quotes no passage (exact is empty).' : `There is no type ${cell('type')}.`;
    found.problem(file, message, line);
    return;
  }
  // positions in another unit are not worth a guess: the words and their surroundings are enough
  const unit = cell('unit') || 'codepoint';
  const range = (start: string, end: string) => {
    const numbers = [start, end].map((name) => (/^\d{1,15}$/.test(cell(name)) ? Number(cell(name)) : undefined));
    const [from, to] = numbers;
    return unit === 'codepoint' && from !== undefined && to !== undefined ? { start: from, end: to } : undefined;
  };
  const reviewed = { by: cell('reviewed_by'), at: dates.iso(cell('reviewed_at')) ?? '' };
  const value = type === 'date' ? dates.iso(cell('date_value')) : cell('date_value');
  if (value === undefined) found.skip('values of dates whose day and month cannot be told apart');
  if ((reviewed.by === '') !== (reviewed.at === '')) found.skip('reviews without a name or a time');
  found.annotations.push({
    article: present({ path: cell('document'), url: cell('url') }),
    ...(type === 'date' && { isRewritten: true as const }),
    ...(value === undefined && { unread: ['value'] as const }),
    annotation: {
      type,
      status: cell('status') === 'rejected' ? 'rejected' : 'accepted',
      exact,
      ...range('start', 'end'),
      ...present({
        id: isForeign ? '' : cell('id'),
        kind: kindOf(cell('kind')) ?? label?.kind,
        speakers: splitList(cell('speaker')).map((name) => speakerId(name, registry)),
        mention: range('mention_start', 'mention_end'),
        provenance: cell('provenance'),
        value,
        in: cell('in'),
        tags: [...(label?.tags ?? []), ...splitList(cell('tags'))],
        note: cell('note'),
        comments: isForeign ? [] : commentsOf(splitList(cell('comments'))),
        by: cell('made_by'),
        reviewed: reviewed.by === '' || reviewed.at === '' ? undefined : reviewed,
      }),
      // an empty surrounding is one too: the passage begins or ends the text
      ...(row.has('prefix') && row.has('suffix') && { prefix: cell('prefix'), suffix: cell('suffix') }),
    } satisfies Partial<Annotation>,
  });
}

function commentsOf(parts: readonly string[]): Comment[] {
  const comments: Comment[] = [];
  for (let i = 0; i + 2 < parts.length; i += 3) comments.push({ by: parts[i] ?? '', at: parts[i + 1] ?? '', text: parts[i + 2] ?? '' });
  return comments;
}

/** Values separated by "; ", a semicolon or backslash within one after a backslash. */
function splitList(cell: string): string[] {
  if (cell === '') return [];
  const values: string[] = [];
  let value = '';
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '\\' && i + 1 < cell.length) value += cell.charAt(++i);
    else if (cell[i] === ';') {
      values.push(value);
      value = '';
      if (cell[i + 1] === ' ') i++;
    } else value += cell.charAt(i);
  }
  return [...values, value];
}

/** Takes off the apostrophes that keep a spreadsheet from running a cell or what it takes for one. */
export function unguard(cell: string): string {
  const inside = /^'+[=+\-@\t\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
  return inside.replace(/([;,\t\n])'(?='*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, '$1');
}

function csvRows(text: string, separator: string, file: ImportFile, found: ImportCollector): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let i = 0;
  while (i < text.length) {
    let cell = '';
    if (text[i] === '"') {
      for (let ended = false; !ended;) {
        const quote = text.indexOf('"', i + 1);
        if (quote < 0) {
          found.problem(file, 'A cell begins with a quotation mark and does not end with one.', began);
          return rows;
        }
        cell += text.slice(i + 1, quote);
        ended = text[quote + 1] !== '"';
        if (!ended) cell += '"';
        i = quote + 1;
      }
      cell = cell.replace(/\r\n?/g, '\n');
      line += cell.split('\n').length - 1;
    } else {
      const start = i;
      while (i < text.length && text[i] !== separator && text[i] !== '\n' && text[i] !== '\r') i++;
      cell = text.slice(start, i);
    }
    cells.push(cell);
    if (text[i] === separator) {
      i++;
      if (i < text.length) continue;
      cells.push('');
    }
    if (text[i] === '\r') i++;
    if (text[i] === '\n') i++;
    else if (i < text.length && text[i - 1] !== '\r') {
      found.problem(file, 'Something stands after the end of a quoted cell.', line);
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end + 1;
    }
    line++;
    rows.push({ line: began, cells });
    cells = [];
    began = line;
  }
  return rows;
}
