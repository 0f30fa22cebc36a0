import { fileName } from '../writing/fileNames';
import { Related } from '../report/related';
import type { ExportFile, ExportFormat, Report, ReportDocument } from '../report/report';
import { spanGraph, type SpanNode } from '../report/spanGraph';
import { casFeatures, casFeaturesOf, casLabels, casReferences } from '../report/casTypes';
import { languageTag } from '../writing/languageTag';

/**
 * UIMA CAS JSON (specification draft 0.4, Apache uima-uimaj-io-jsoncas): one file a document, with its own types. Offsets
 * are UTF-16 code units. Features are strings, which is what INCEpTION's layers can show.
 */
export const casJson: ExportFormat = {
  id: 'cas-json',
  label: 'UIMA CAS JSON',
  purpose: 'INCEpTION and UIMA pipelines: one file an article with its text, spans and features',
  extension: 'json',
  export: (report) => filesOf(report, 0),
  byArticle: () => ({ shared: [], own: filesOf }),
};

function filesOf(report: Report, number: number): readonly ExportFile[] {
  const related = new Related(report);
  return report.documents.map((document, i) => ({
    path: `${fileName(document, number + i)}.json`,
    content: chunks(document, related),
  }));
}

const sofa = 1;
const documentAnnotation = 2;
const first = 3;

function* chunks(document: ReportDocument, related: Related): Iterable<string> {
  const graph = spanGraph(document);
  const { raw } = document.article;
  yield `{\n"%TYPES": ${JSON.stringify(types())},\n"%FEATURE_STRUCTURES": [\n`;
  yield JSON.stringify({
    '%ID': sofa,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text/plain',
    sofaString: raw,
  });
  const language = languageTag(document.article) ?? 'x-unspecified';
  yield `,\n${JSON.stringify({ '%ID': documentAnnotation, '%TYPE': 'uima.tcas.DocumentAnnotation', '@sofa': sofa, begin: 0, end: raw.length, language })}`;
  const mentions = new Map(graph.relations.map(({ type, from, to }) => [`${type} ${to.number}`, from]));
  for (const node of graph.nodes) {
    const { start: begin, end } = node.span;
    const said = mentions.get(`Said ${node.number}`);
    const cue = mentions.get(`Cue ${node.number}`);
    yield `,\n${JSON.stringify({
      '%ID': idOf(node),
      '%TYPE': `secondsource.${node.label}`,
      '@sofa': sofa,
      begin,
      end,
      ...casFeaturesOf(document, node, related),
      ...(said && { '@mention': idOf(said) }),
      ...(cue && { '@cue': idOf(cue) }),
    })}`;
  }
  const members = [documentAnnotation, ...graph.nodes.map(idOf)];
  yield `\n],\n"%VIEWS": ${JSON.stringify({ _InitialView: { '%SOFA': sofa, '%MEMBERS': members } })}\n}\n`;
}

function idOf(node: SpanNode): number {
  return first - 1 + node.number;
}

function types(): Readonly<Record<string, unknown>> {
  const feature = (name: string, range: string) => [name, { '%NAME': name, '%RANGE': range }] as const;
  const strings = casFeatures.map((name) => feature(name, 'uima.cas.String'));
  const type = (label: SpanNode['label']) => {
    const name = `secondsource.${label}`;
    const references = casReferences(label).map(([key, to]) => feature(key, `secondsource.${to}`));
    return [name, { '%NAME': name, '%SUPER_TYPE': 'uima.tcas.Annotation', ...Object.fromEntries([...strings, ...references]) }] as const;
  };
  return Object.fromEntries(casLabels.map(type));
}
