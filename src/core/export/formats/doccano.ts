import type { ExportFormat, Report, SharedFile } from '../report/report';
import { spanGraph, type SpanNode } from '../report/spanGraph';
import type { Span } from '../../text/span';
import { languageTag } from '../writing/languageTag';
import { wholeText } from '../writing/sharedText';

/**
 * doccano's JSONL for sequence labelling: a line a document, UTF-16 offsets. `doccano.jsonl` is for a project with relations and
 * overlapping spans; `doccano-plain.jsonl` for one as doccano makes it by default, which takes neither: of spans that overlap it has
 * the one that says most. There is no place for speakers' names, values and notes; the speaker is the relation to the words that name
 * it. Rejected annotations are left out.
 */
export const doccano: ExportFormat = {
  id: 'doccano',
  label: 'doccano JSONL',
  purpose: 'Machine-learning teams: spans and relations for sequence labelling',
  extension: 'jsonl',
  export: (report) => files().map((file) => ({ path: file.path, content: wholeText(file, report) })),
  byArticle: () => ({ shared: files() }),
};

/** A line each; the first file numbers its entities and relations over all lines. */
function files(): readonly SharedFile[] {
  const [numbers, form] = [
    { entity: 0, relation: 0 },
    { head: '', separator: '', tail: '', empty: '' },
  ];
  return [
    { path: 'doccano.jsonl', ...form, entries: (report) => lines(report, numbers) },
    { path: 'doccano-plain.jsonl', ...form, entries: plainLines },
  ];
}

/** From what a reader of quotations wants most. */
const importance: readonly SpanNode['label'][] = ['Quotation', 'Statement', 'Speaker', 'Date', 'Cue', 'Note'];

function* plainLines(report: Report): Iterable<string> {
  for (const document of report.documents) {
    const { nodes } = spanGraph(document, (item) => item.status !== 'rejected');
    const kept: SpanNode[] = [];
    const length = ({ span }: SpanNode) => span.end - span.start;
    const ranked = nodes.toSorted((a, b) => importance.indexOf(a.label) - importance.indexOf(b.label) || length(b) - length(a));
    const taken = new TakenSpans();
    for (const node of ranked) if (taken.take(node.span)) kept.push(node);
    kept.sort((a, b) => a.span.start - b.span.start);
    const label = kept.map(({ span, label }) => [span.start, span.end, label]);
    yield `${JSON.stringify({ text: document.article.raw, label, meta: { path: document.path } })}\n`;
  }
}

/** Spans that do not overlap, in the order of their starts. */
class TakenSpans {
  readonly #spans: Span[] = [];

  /** True, and kept, where the span overlaps none that was taken before. */
  take(span: Span): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#spans[middle]?.start ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    const before = this.#spans[low - 1];
    if (before !== undefined && before.end > span.start) return false;
    this.#spans.splice(low, 0, span);
    return true;
  }
}

function* lines(report: Report, last: { entity: number; relation: number }): Iterable<string> {
  for (const document of report.documents) {
    const { nodes, relations } = spanGraph(document, (item) => item.status !== 'rejected');
    const offset = last.entity;
    last.entity += nodes.length;
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
        id: ++last.relation,
        from_id: offset + from.number,
        to_id: offset + to.number,
        type,
      })),
      meta: { path: document.path, outlet: document.outlet, published: metadata.published?.value, language: languageTag(document.article) },
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
