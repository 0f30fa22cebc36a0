import type { Annotation, SidecarDocument } from '../../annotations/model';
import type { Metadata } from '../../text/article';
import type { ExportFormat, Report, ReportDocument } from '../report/report';
import { yamlLines } from '../writing/yamlLines';

/**
 * All decisions of a folder in one YAML file: its parts are what the project file, the sidecars and the corroborations hold
 * (`schemas/bundle.schema.json`). Suggestions are not in it.
 */
export const bundle: ExportFormat = {
  id: 'bundle',
  label: 'Second Source bundle (YAML)',
  purpose: 'Handing decisions over: every annotation, link, speaker and outlet in one file that can be imported again',
  extension: 'yaml',
  export: (report) => [{ path: 'bundle.yaml', content: chunks(report) }],
};

function* chunks(report: Report): Iterable<string> {
  const { outlets, speakers, articles } = report.registry;
  yield 'version: 1\nkind: bundle\n';
  yield* yamlLines({ project: { version: 1, outlets, speakers, articles } });
  yield report.documents.length === 0 ? 'sidecars: []\n' : 'sidecars:\n';
  for (const document of report.documents) {
    yield '  -\n';
    yield* yamlLines({ version: 1, document: sidecarDocument(document) }, 4);
    const annotations = annotationsOf(document);
    yield annotations.length === 0 ? '    annotations: []\n' : '    annotations:\n';
    for (const annotation of annotations) yield* yamlLines([annotation], 6);
  }
  yield* yamlLines({ corroborations: { version: 1, links: report.links, conflicts: report.decisions } });
}

function sidecarDocument({ path, sha256, article }: ReportDocument): SidecarDocument {
  const set = (key: Exclude<keyof Metadata, 'publicationLines' | 'author'>) => {
    const fact = article.metadata[key];
    return fact?.from === 'person' ? { [key]: fact.value } : {};
  };
  return { path, offsets: 'codepoint', sha256, ...set('outlet'), ...set('published'), ...set('title'), ...set('url') };
}

function annotationsOf({ items, unplaced }: ReportDocument): Annotation[] {
  return [...items.flatMap(({ annotation }) => annotation ?? []), ...unplaced].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
