import { CodePoints } from '../../text/encoding/codePoints';
import { Related } from '../report/related';
import { remarksOf } from '../report/remarks';
import type { ExportFile, ExportFormat, Report, ReportDocument, ReportItem, SharedFile } from '../report/report';
import { spanGraph, type SpanGraph, type SpanNode } from '../report/spanGraph';
import { languageTag } from '../writing/languageTag';
import { jsonList, wholeText } from '../writing/sharedText';

/**
 * Label Studio tasks in its raw JSON format: suggestions as predictions, accepted annotations as annotations. Its editor counts code
 * points when it reads and writes regions of a text (`charsToCodePoints` of its source).
 * Rejected annotations are left out: as predictions they would come back. The labelling configuration goes with it.
 */
export const labelStudio: ExportFormat = {
  id: 'label-studio',
  label: 'Label Studio tasks',
  purpose: 'Machine-learning teams: tasks with predictions and annotations, and the labelling configuration',
  extension: 'json',
  export: (report) => [{ path: taskList.path, content: wholeText(taskList, report) }, configurationFile()],
  byArticle: () => ({ shared: [taskList], beside: [configurationFile()] }),
};

const taskList: SharedFile = { path: 'tasks.json', ...jsonList, entries: tasks };

function configurationFile(): ExportFile {
  return { path: 'labeling-config.xml', content: configuration };
}

const configuration = `<View>
  <Relations>
    <Relation value="Said"/>
    <Relation value="Cue"/>
  </Relations>
  <Labels name="label" toName="text">
    <Label value="Quotation" background="#1f6feb"/>
    <Label value="Statement" background="#8250df"/>
    <Label value="Speaker" background="#1a7f37"/>
    <Label value="Date" background="#bf8700"/>
    <Label value="Cue" background="#57606a"/>
    <Label value="Note" background="#cf222e"/>
  </Labels>
  <Choices name="kind" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Quotation">
    <Choice value="direct"/>
    <Choice value="mixed"/>
    <Choice value="indirect"/>
    <Choice value="scare"/>
  </Choices>
  <TextArea name="speaker" toName="text" perRegion="true" maxSubmissions="4"/>
  <TextArea name="value" toName="text" perRegion="true" maxSubmissions="1" whenTagName="label" whenLabelValue="Date"/>
  <Text name="text" value="$text" granularity="symbol"/>
</View>
`;

type Json = Readonly<Record<string, unknown>>;

function* tasks(report: Report, number: number): Iterable<string> {
  const related = new Related(report);
  for (const [i, document] of report.documents.entries()) {
    const { metadata, raw } = document.article;
    const language = languageTag(document.article);
    const facts = {
      path: document.path,
      language,
      outlet: document.outlet,
      published: metadata.published?.value,
      title: metadata.title?.value,
    };
    yield [
      `{"id":${number + i + 1},"data":${JSON.stringify({ text: raw, ...facts })},"annotations":[`,
      ...resultList(document, 'accepted', related, {}),
      '],"predictions":[',
      ...resultList(document, 'suggested', related, { model_version: 'second-source' }),
      ']}',
    ].join('');
  }
}

function* resultList(document: ReportDocument, status: ReportItem['status'], related: Related, head: Json): Iterable<string> {
  const graph = spanGraph(document, (item) => item.status === status);
  if (graph.nodes.length === 0) return;
  yield `${JSON.stringify(head).slice(0, -1)}${Object.keys(head).length > 0 ? ',' : ''}"result":[`;
  let separator = '\n';
  for (const result of results(document, graph, related)) {
    yield separator + JSON.stringify(result);
    separator = ',\n';
  }
  yield '\n]}';
}

function* results(document: ReportDocument, { nodes, relations }: SpanGraph, related: Related): Iterable<Json> {
  const { raw } = document.article;
  const points = new CodePoints(raw);
  for (const node of nodes) {
    const { start, end } = node.span;
    const region = { start: points.fromUtf16(start), end: points.fromUtf16(end), text: raw.slice(start, end) };
    const remarks = node.item ? remarksOf(document, node.item, related) : [];
    const on = (from: string, type: string, value: Json) => ({
      id: idOf(node),
      from_name: from,
      to_name: 'text',
      type,
      value: { ...region, ...value },
    });
    yield {
      ...on('label', 'labels', { labels: [node.label] }),
      ...(remarks.length > 0 && { meta: { text: remarks.map(({ kind, text }) => `${kind}: ${text}`) } }),
    };
    const { item } = node;
    if (item?.kind !== undefined) yield on('kind', 'choices', { choices: [item.kind] });
    if (item && item.speakers.length > 0) yield on('speaker', 'textarea', { text: item.speakers.map(({ name }) => name) });
    if (item?.value !== undefined) yield on('value', 'textarea', { text: [item.value] });
  }
  for (const { type, from, to } of relations)
    yield { type: 'relation', from_id: idOf(from), to_id: idOf(to), direction: 'right', labels: [type] };
}

function idOf(node: SpanNode): string {
  return node.item?.id ?? `part-${node.number}`;
}
