import type { Related } from './related';
import type { ReportDocument, ReportItem } from './report';

/** What a format without a place of its own for it carries as a note. */
export interface Remark {
  readonly kind: 'Provenance' | 'Tags' | 'Note' | 'Comment' | 'MadeBy' | 'Reviewed' | 'Rendering' | 'Origins' | 'Link' | 'Conflict';
  readonly text: string;
}

export function remarksOf(document: ReportDocument, item: ReportItem, related: Related): Remark[] {
  const remarks: Remark[] = [];
  const add = (kind: Remark['kind'], text: string | undefined) => {
    if (text !== undefined && text !== '') remarks.push({ kind, text });
  };
  const [note, comments] = memosOf(item);
  add('Note', note);
  add('Provenance', item.provenance);
  add('Tags', item.tags.join(', '));
  for (const comment of comments) add('Comment', comment);
  add('MadeBy', item.by);
  add('Reviewed', item.reviewed && `${item.reviewed.by} (${item.reviewed.at})`);
  for (const { path, outlet, level, relation, text } of item.renderings)
    add('Rendering', `${outlet ?? path} (${level === 'match' ? relation : `${relation}, possible`}): ${text}`);
  add('Origins', item.origins.join(', '));
  for (const { link, other } of related.links(document, item))
    add('Link', `${link.relation} (${link.status}): ${other.path}#${other.id}${link.reason === undefined ? '' : `: ${link.reason}`}`);
  for (const { message } of related.conflicts(document, item)) add('Conflict', message);
  return remarks;
}

/** Of an item its reader's note, and what was said about it. */
export function memosOf({
  note,
  comments,
}: Pick<ReportItem, 'note' | 'comments'>): readonly [note: string | undefined, comments: readonly string[]] {
  return [note, comments.map(({ by, at, text }) => `${by} (${at}): ${text}`)];
}
