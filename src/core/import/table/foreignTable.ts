import { present } from '../json';
import type { ImportCollector } from '../imported';

/** Columns of other programs (Hypothesis, Recogito, Taguette, lists of quotations), where a table has none named `exact`. */
const columns: ReadonlyMap<string, string> = new Map([
  ['quote_transcription', 'exact'],
  ['content', 'exact'],
  ['quote', 'exact'],
  ['quote/description', 'exact'],
  ['file', 'document'],
  ['tag', 'tags'],
  ['comments', 'note'],
  ['comment', 'note'],
  ['author', 'reviewed_by'],
  ['created at', 'reviewed_at'],
]);

/** Of the tables that a search of ours gives. */
const foundColumns: ReadonlyMap<string, string> = new Map([
  ['text', 'exact'],
  ['speakers', 'speaker'],
]);

/** The columns of a table by the names of ours that mean the same. */
export function columnsOf(given: readonly string[]): readonly string[] {
  const names = given.includes('exact') ? given : given.map((name) => columns.get(name.toLowerCase()) ?? name);
  return names.map((name) => {
    const own = foundColumns.get(name);
    return own === undefined || names.includes(own) ? name : own;
  });
}

/** Columns that are read, and those of ours that a reader needs and the folder knows itself. */
const known: ReadonlySet<string> = new Set(
  (
    'id document outlet published title url type kind status exact speaker date_value provenance mention_start mention_end start end unit ' +
    'prefix suffix tags note comments made_by reviewed_by reviewed_at renderings origins links conflicts in open TYPE TAGS URL Page Group Type Tags'
  ).split(' '),
);

export function isRead(name: string): boolean {
  return name === '' || known.has(name);
}

export interface TableRow {
  readonly line: number;
  readonly row: ReadonlyMap<string, string>;
}

/** Hypothesis's table of a page: its replies do not say what they answer, and notes on the page have no words. */
export function isOfHypothesis(names: readonly string[]): boolean {
  return names.includes('URL') && names.includes('Group') && names.includes('exact');
}

/** The rows of another program's table as ours are: those of one passage joined, a row a tag, and what has no passage counted. */
export function ownRows(rows: readonly TableRow[], names: readonly string[], found: ImportCollector): readonly TableRow[] {
  if (isOfHypothesis(names)) return rows.flatMap((row) => annotated(row, found));
  if (!names.includes('id')) return rows.map(separated);
  const joined = new Map<string, { line: number; row: Map<string, string>; tags: string[] }>();
  for (const { line, row } of rows) {
    const [id, document, exact, tag = ''] = ['id', 'document', 'exact', 'tags'].map((name) => row.get(name));
    const key = JSON.stringify([id, document, exact]);
    const one = joined.get(key);
    if (one) one.tags.push(tag);
    else joined.set(key, { line, row: new Map(row), tags: [tag] });
  }
  return Array.from(joined.values(), ({ line, row, tags }) => separated({ line, row: row.set('tags', tags.join('|')) }));
}

function annotated({ line, row }: TableRow, found: ImportCollector): readonly TableRow[] {
  const role = (row.get('Type') ?? '').toLowerCase();
  if (role === 'reply' || row.get('exact') === '') {
    found.skip(role === 'reply' ? 'replies, of which the table does not say what they answer' : 'notes on whole pages');
    return [];
  }
  const at = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(row.get('reviewed_at') ?? '');
  const own = present({
    exact: row.get('exact'),
    url: row.get('URL'),
    note: row.get('note'),
    tags: listed((row.get('Tags') ?? '').split(',')),
    reviewed_by: row.get('reviewed_by'),
    reviewed_at: at ? `${at[1] ?? ''}T${at[2] ?? ''}` : row.get('reviewed_at'),
    made_by: 'hypothesis',
  });
  return [{ line, row: new Map(Object.entries(own)) }];
}

/** Tags as our own tables have them. */
function separated({ line, row }: TableRow): TableRow {
  const tags = listed([row.get('tags') ?? '', row.get('TAGS') ?? ''].flatMap((cell) => cell.split(/[|;] ?/)));
  return { line, row: new Map([...row, ['tags', tags]]) };
}

function listed(values: readonly string[]): string {
  const kept = values.map((value) => value.trim()).filter((value) => value !== '');
  return kept.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');
}
