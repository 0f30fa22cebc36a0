import type { Annotation, SidecarDocument } from '../../annotations/model';
import type { Metadata } from '../../text/article';
import { emptyRegistry } from '../../text/metadata/registry';
import type { ExportFormat, Report, ReportDocument, SharedFile } from '../report/report';
import { wholeText } from '../writing/sharedText';
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
  export: (report) => [{ path, content: wholeText(bundleFile(report), report) }],
  byArticle: () => ({ shared: [bundleFile({ registry: emptyRegistry, links: [], decisions: [] })] }),
};

const path = 'bundle.yaml';

function bundleFile({ registry, links, decisions }: Pick<Report, 'registry' | 'links' | 'decisions'>): SharedFile {
  const { outlets, speakers, articles } = registry;
  const head = ['version: 1\nkind: bundle\n', ...yamlLines({ project: { version: 1, outlets, speakers, articles } })].join('');
  const tail = [...yamlLines({ corroborations: { version: 1, links, conflicts: decisions } })].join('');
  return { path, head: `${head}sidecars:\n`, separator: '', tail, empty: `${head}sidecars: []\n${tail}`, entries: sidecars };
}

function* sidecars(report: Report): Iterable<string> {
  for (const document of report.documents) {
    yield '  -\n';
    yield* yamlLines({ version: 1, document: sidecarDocument(document) }, 4);
    const annotations = annotationsOf(document);
    yield annotations.length === 0 ? '    annotations: []\n' : '    annotations:\n';
    for (const annotation of annotations) yield* yamlLines([annotation], 6);
  }
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
