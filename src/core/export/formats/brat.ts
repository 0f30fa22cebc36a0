import { CodePoints } from '../../text/encoding/codePoints';
import { cleanText } from '../../text/cleanText';
import { fileName } from '../writing/fileNames';
import { Related } from '../report/related';
import { remarksOf } from '../report/remarks';
import type { ExportFile, ExportFormat, Report, ReportDocument, ReportItem } from '../report/report';
import { spanGraph, type SpanNode } from '../report/spanGraph';
import { stretchesOf } from '../report/stretches';
import { speakerLabel } from '../../annotations/speakerLabel';
import type { Span } from '../../text/span';

/**
 * brat standoff (brat manual, "Standoff format"): a text and its annotations in code points, and the configuration that
 * makes brat know the types. What brat has no type for is in comments on the annotation, one kind a comment type.
 */
export const brat: ExportFormat = {
  id: 'brat',
  label: 'brat standoff',
  purpose: 'Linguists: annotate further in brat, or read with the many tools that take .ann files',
  extension: 'ann',
  export: (report) => [configurationFile(), ...filesOf(report, 0)],
  byArticle: () => ({ shared: [], own: filesOf, beside: [configurationFile()] }),
};

function filesOf(report: Report, number: number): readonly ExportFile[] {
  const related = new Related(report);
  return report.documents.flatMap((document, i): ExportFile[] => {
    // by this ending a text is known not to be an article, should the export lie among them
    const name = `${fileName(document, number + i)}.brat`;
    return [
      { path: `${name}.txt`, content: textOf(document) },
      { path: `${name}.ann`, content: lines(document, related, report) },
    ];
  });
}

function configurationFile(): ExportFile {
  return { path: 'annotation.conf', content: configuration };
}

const configuration = `[entities]
Quotation
Statement
Speaker
Date
Cue
Note
[relations]
Said Arg1:Speaker, Arg2:<ENTITY>
Cue Arg1:Cue, Arg2:<ENTITY>
In Arg1:Quotation, Arg2:Quotation
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Status Arg:<ENTITY>, Value:suggested|accepted|rejected
Kind Arg:<ENTITY>, Value:direct|mixed|indirect|scare
`;

function* lines(document: ReportDocument, related: Related, report: Report): Iterable<string> {
  const text = bratText(document);
  const points = new CodePoints(text);
  const { nodes, relations } = spanGraph(document);
  let attributes = 0;
  let references = 0;
  let comments = 0;
  const written = new Set<SpanNode>();
  for (const node of nodes) {
    const t = `T${node.number}`;
    const stretches = node.item === undefined ? [node.span] : stretchesOf(node.item);
    const fragments = stretches.flatMap((stretch) => fragmentsOf(text, stretch));
    if (fragments.length === 0) continue;
    written.add(node);
    const offsets = fragments.map(({ start, end }) => `${points.fromUtf16(start)} ${points.fromUtf16(end)}`);
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
    yield `${t}\t${node.label} ${offsets.join(';')}\t${words}\n`;
    const { item } = node;
    if (item === undefined) continue;
    yield `A${++attributes}\tStatus ${t} ${item.status}\n`;
    if (item.kind !== undefined) yield `A${++attributes}\tKind ${t} ${item.kind}\n`;
    for (const { id, name } of item.speakers) yield `N${++references}\tReference ${t} Speaker:${token(id)}\t${oneLine(name)}\n`;
    if (item.value !== undefined) yield `N${++references}\tReference ${t} TIMEX3:${token(item.value)}\t${words}\n`;
    for (const { kind, text: remark } of remarksOf(document, item, related))
      yield `#${++comments}\t${kind === 'Note' ? 'AnnotatorNotes' : kind} ${t}\t${oneLine(remark)}\n`;
    yield `#${++comments}\tSecondSource ${t}\t${JSON.stringify(rest(document, item, report, points))}\n`;
  }
  const byId = new Map(nodes.flatMap((node) => (node.item ? [[node.item.id, node] as const] : [])));
  const inner = nodes.flatMap((from) => {
    const to = from.item?.in === undefined ? undefined : byId.get(from.item.in);
    return to ? [{ type: 'In', from, to }] : [];
  });
  const whole = [...relations, ...inner].filter(({ from, to }) => written.has(from) && written.has(to));
  for (const [i, { type, from, to }] of whole.entries()) yield `R${i + 1}\t${type} Arg1:T${from.number} Arg2:T${to.number}\n`;
}

/** Made when it is asked for: the texts of a large folder are not held all at once. */
function* textOf(document: ReportDocument): Iterable<string> {
  yield bratText(document);
}

/** The tab separates the fields of an annotation's line, which repeats its words: here a tab is a space, which keeps every offset. */
function bratText({ article }: ReportDocument): string {
  return cleanText(article.raw).replaceAll('\t', ' ');
}

/** brat's spans do not cross line ends: one fragment a line, spaces at its ends left out; none for a span of spaces. */
function fragmentsOf(text: string, span: Span): Span[] {
  const fragments: Span[] = [];
  for (let start = span.start; start < span.end;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? span.end : Math.min(lineEnd, span.end);
    const line = text.slice(start, end);
    const words = line.trim();
    if (words !== '') {
      const from = start + line.indexOf(words);
      fragments.push({ start: from, end: from + words.length });
    }
    start = end + 1;
  }
  return fragments;
}

/** What an import needs to make the same annotation again, and brat's own lines do not say exactly. */
function rest(document: ReportDocument, item: ReportItem, report: Report, points: CodePoints): Readonly<Record<string, unknown>> {
  const { id, speakers, provenance, tags, note, comments, by, reviewed, value } = item;
  return {
    path: document.path,
    id,
    start: points.fromUtf16(item.span.start),
    end: points.fromUtf16(item.span.end),
    speakers: speakers.map((speaker) => speakerLabel(speaker, report.registry)),
    ...(value !== undefined && { value }),
    ...(item.in !== undefined && { in: item.in }),
    ...(provenance !== undefined && { provenance }),
    ...(tags.length > 0 && { tags }),
    ...(note !== undefined && { note }),
    ...(comments.length > 0 && { comments }),
    ...(by !== undefined && { by }),
    ...(reviewed && { reviewed }),
  };
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** An identifier for a normalisation line, which ends at a space. */
function token(text: string): string {
  return cleanText(text).replace(/\s+/g, '_');
}
