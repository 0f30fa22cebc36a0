import { bundleRoot, notBundle } from '../annotations/bundle';
import { corroborationsOf } from '../annotations/corroborations';
import { openPart, type ProjectYaml } from '../annotations/yaml/fields';
import type { FileProblem, SidecarDocument } from '../annotations/model';
import { projectOf } from '../annotations/projectFile';
import { sidecarOf } from '../annotations/sidecar';
import { pairOf, type YamlMap, type YamlNode } from '../annotations/yaml/yamlNode';
import { parseYaml, type YamlFile } from '../annotations/yaml/yamlTree';
import { linePosition, lineStarts } from '../text/lines';
import { emptyRegistry, type Registry } from '../text/metadata/registry';
import { ImportCollector, type ImportContent, type ImportFile, type ImportFormat } from './imported';

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
      const yaml = parseYaml(file.text);
      const root = bundleOf(yaml, file, found);
      if (root === undefined) continue;
      const read = <T extends { readonly problems: readonly FileProblem[] }>(
        part: YamlNode | undefined,
        of: (part: ProjectYaml) => T,
      ): T => {
        const result = of(openPart(yaml, part));
        if (result.problems.length > 0) {
          const starts = lineStarts(file.text);
          for (const { message, start } of result.problems) found.problem(file, message, linePosition(starts, start).line);
        }
        return result;
      };
      const sidecars = pairOf(root, 'sidecars')?.value;
      for (const { node } of sidecars?.kind === 'list' ? sidecars.items : []) {
        const { document, annotations } = read(node, sidecarOf);
        if (document === undefined) {
          found.problem(file, 'A list of annotations does not say of which document they are.');
          continue;
        }
        documents.push(document);
        const article = { path: document.path, ...(document.sha256 !== undefined && { sha256: document.sha256 }) };
        for (const annotation of annotations) found.annotations.push({ article, annotation });
      }
      const annotators = pairOf(root, 'annotators')?.value;
      for (const { node } of annotators?.kind === 'list' ? annotators.items : []) {
        const own = node.kind === 'map' ? pairOf(node, 'sidecars')?.value : undefined;
        const files = own?.kind === 'list' ? own.items.length : 0;
        const who = node.kind === 'map' ? pairOf(node, 'annotator')?.value : undefined;
        if (files > 0) found.skip(`files of annotator ${who?.kind === 'scalar' ? who.source : 'unknown'}, who keeps them apart`, files);
      }
      const corroborations = read(pairOf(root, 'corroborations')?.value, corroborationsOf);
      for (const link of corroborations.links) links.push(link);
      for (const conflict of corroborations.conflicts) conflicts.push(conflict);
      const project = read(pairOf(root, 'project')?.value, projectOf).registry;
      registry = {
        outlets: [...registry.outlets, ...project.outlets],
        speakers: [...registry.speakers, ...project.speakers],
        articles: [...registry.articles, ...project.articles],
      };
    }
    return found.content({ lacks: [], holds: ['accepted', 'rejected'], links, conflicts, documents, registry });
  },
};

function bundleOf(yaml: YamlFile, file: ImportFile, found: ImportCollector): YamlMap | undefined {
  const root = bundleRoot(yaml);
  if ('pairs' in root) return root;
  const { code, message, start } = root;
  found.problem(file, message, code === notBundle ? undefined : linePosition(lineStarts(file.text), start).line);
  return undefined;
}
