import type { FoundStatement } from '../../statements/index';
import { csvRecord } from './table';

const columns = ['file', 'outlet', 'published', 'type', 'status', 'start', 'end', 'speakers', 'text', 'tags'];

/** What a query has found as a table, a record at a time. */
export function* foundTable(found: readonly FoundStatement[]): Iterable<string> {
  yield csvRecord(columns);
  for (const { file, outlet, published, type, status, start, end, speakers, text, tags } of found) {
    const place = [file, outlet ?? '', published ?? '', type, status, String(start), String(end)];
    yield csvRecord([...place, speakers.join('; '), text, tags.join('; ')]);
  }
}
