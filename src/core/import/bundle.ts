import { parse } from 'yaml';
import { readCorroborations } from '../annotations/corroborations';
import type { FileProblem, SidecarDocument } from '../annotations/model';
import { readProjectFile } from '../annotations/projectFile';
import { readSidecar } from '../annotations/sidecar';
import { emptyRegistry, type Registry } from '../text/registry';
import { ImportCollector, type ImportContent, type ImportFile, type ImportFormat } from './imported';
import { objectOf, objectsOf, textOf } from './json';

/** Our YAML bundle. Its parts are read by the readers of the files they come from, so that the same faults are found. */
export const bundleImport: ImportFormat = {
  id: 'bundle',
  label: 'Second Source bundle (YAML)',
  extensions: ['yaml', 'yml'],
  read: (files) => {
    const found = new ImportCollector();
    const links: ImportContent['links'][number][] = [];
    const conflicts: ImportContent['conflicts'][number][] = [];
    const documents: SidecarDocument[] = [];
    let registry: Registry = emptyRegistry;
    for (const file of files) {
      const root = parseBundle(file, found);
      if (root === undefined) continue;
      const read = <T extends { readonly problems: readonly FileProblem[] }>(part: unknown, reader: (text: string) => T): T => {
        // JSON is YAML: the part's reader takes it as a file of its own
        const result = reader(JSON.stringify({ version: 1, ...objectOf(part) }));
        for (const { message } of result.problems) found.problem(file, message);
        return result;
      };
      for (const sidecar of objectsOf(root.sidecars)) {
        const { document, annotations } = read(sidecar, readSidecar);
        if (document === undefined) {
          found.problem(file, 'A list of annotations does not say of which document they are.');
          continue;
        }
        documents.push(document);
        const article = { path: document.path, ...(document.sha256 !== undefined && { sha256: document.sha256 }) };
        for (const annotation of annotations) found.annotations.push({ article, annotation });
      }
      const corroborations = read(root.corroborations, readCorroborations);
      links.push(...corroborations.links);
      conflicts.push(...corroborations.conflicts);
      const project = read(root.project, readProjectFile).registry;
      registry = {
        outlets: [...registry.outlets, ...project.outlets],
        speakers: [...registry.speakers, ...project.speakers],
        articles: [...registry.articles, ...project.articles],
      };
    }
    return found.content({ links, conflicts, documents, registry });
  },
};

function parseBundle(file: ImportFile, found: ImportCollector): Readonly<Record<string, unknown>> | undefined {
  let root: Readonly<Record<string, unknown>> | undefined;
  try {
    root = objectOf(parse(file.text, { maxAliasCount: 0, logLevel: 'error' }));
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    found.problem(file, `This is not YAML: ${first}`);
    return undefined;
  }
  if (textOf(root?.kind) !== 'bundle') found.problem(file, 'This is not a bundle: it does not say kind: bundle.');
  else if (root?.version !== 1) found.problem(file, 'This bundle is from a newer version of Second Source.');
  else return root;
  return undefined;
}
