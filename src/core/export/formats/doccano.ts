import type { ExportFormat, Report } from '../report/report';
import { spanGraph } from '../report/spanGraph';

/**
 * doccano's JSONL for sequence labelling with relations: a line a document, UTF-16 offsets. It has no place for speakers'
 * names, values and notes; the speaker is the relation to the words that name it. Rejected annotations are left out.
 */
export const doccano: ExportFormat = {
  id: 'doccano',
  label: 'doccano JSONL',
  purpose: 'Machine-learning teams: spans and relations for sequence labelling',
  extension: 'jsonl',
  export: (report) => [{ path: 'doccano.jsonl', content: lines(report) }],
};

function* lines(report: Report): Iterable<string> {
  let id = 0;
  let relation = 0;
  for (const document of report.documents) {
    const { nodes, relations } = spanGraph(document, (item) => item.status !== 'rejected');
    const offset = id;
    id += nodes.length;
    const { raw, metadata } = document.article;
    const line = {
      text: raw,
      entities: nodes.map(({ number, span, label }) => ({
        id: offset + number,
        start_offset: span.start,
        end_offset: span.end,
        label,
      })),
      relations: relations.map(({ type, from, to }) => ({
        id: ++relation,
        from_id: offset + from.number,
        to_id: offset + to.number,
        type,
      })),
      meta: { path: document.path, outlet: document.outlet, published: metadata.published?.value },
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
