import { casFeatures, casFeaturesOf, casLabels, casReferences } from '../report/casTypes';
import { Related } from '../report/related';
import type { ExportFile, ExportFormat, Report, ReportDocument } from '../report/report';
import { spanGraph, type SpanNode } from '../report/spanGraph';
import { fileName } from '../writing/fileNames';
import { xmlAttribute } from '../writing/xml';
import { languageTag } from '../writing/languageTag';

/**
 * UIMA CAS in XMI (OASIS UIMA 1.0, section 4.1): one file an article, and the type system that all of them need, as
 * INCEpTION imports them. Offsets are UTF-16 code units.
 */
export const casXmi: ExportFormat = {
  id: 'cas-xmi',
  label: 'UIMA CAS XMI',
  purpose: 'INCEpTION and UIMA pipelines: one file an article, with the type system beside them',
  extension: 'xmi',
  export: (report) => [...filesOf(report, 0), typeSystemFile()],
  byArticle: () => ({ shared: [], own: filesOf, beside: [typeSystemFile()] }),
};

function filesOf(report: Report, number: number): readonly ExportFile[] {
  const related = new Related(report);
  return report.documents.map((document, i) => ({
    path: `${fileName(document, number + i)}.xmi`,
    content: chunks(document, related),
  }));
}

function typeSystemFile(): ExportFile {
  return { path: 'typesystem.xml', content: typeSystem() };
}

const sofa = 1;
const documentAnnotation = 2;
const first = 3;

function* chunks(document: ReportDocument, related: Related): Iterable<string> {
  const { raw } = document.article;
  const language = languageTag(document.article) ?? 'x-unspecified';
  const graph = spanGraph(document);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:secondsource="http:///secondsource.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<tcas:DocumentAnnotation xmi:id="${documentAnnotation}" sofa="${sofa}" begin="0" end="${raw.length}" language="${language}"/>
`;
  const references = new Map(graph.relations.map(({ type, from, to }) => [`${type} ${to.number}`, idOf(from)]));
  for (const node of graph.nodes) {
    const attributes = Object.entries({
      ...casFeaturesOf(document, node, related),
      mention: references.get(`Said ${node.number}`),
      cue: references.get(`Cue ${node.number}`),
    }).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlAttribute(String(value))}"`]));
    yield `<secondsource:${node.label} xmi:id="${idOf(node)}" sofa="${sofa}" begin="${node.span.start}" end="${node.span.end}"${attributes.join('')}/>\n`;
  }
  yield `<cas:Sofa xmi:id="${sofa}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="${xmlAttribute(raw)}"/>
<cas:View sofa="${sofa}" members="${[documentAnnotation, ...graph.nodes.map(idOf)].join(' ')}"/>
</xmi:XMI>
`;
}

function idOf(node: SpanNode): number {
  return first - 1 + node.number;
}

function typeSystem(): string {
  const feature = (name: string, range: string) =>
    `<featureDescription><name>${name}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`;
  const type = (label: SpanNode['label']) =>
    `<typeDescription><name>secondsource.${label}</name><description/><supertypeName>uima.tcas.Annotation</supertypeName><features>${[
      ...casFeatures.map((name) => feature(name, 'uima.cas.String')),
      ...casReferences(label).map(([name, to]) => feature(name, `secondsource.${to}`)),
    ].join('')}</features></typeDescription>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
<name>Second Source</name>
<types>
${casLabels.map(type).join('\n')}
</types>
</typeSystemDescription>
`;
}
