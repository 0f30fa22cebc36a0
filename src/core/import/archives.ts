import type { Registry } from '../text/metadata/registry';
import { decodeBytes } from '../text/encoding/bytes';
import { type ArchiveBudget, archivedFiles } from './archive';
import { bratImport } from './brat/brat';
import { doccanoImport } from './doccano';
import { decisionsOnly, type ImportContent, ImportCollector, type ImportFile, type ImportFormat } from './imported';
import type { LabelMapping } from './labels';
import { readProject } from './uima/project';

/**
 * Archives that programs export: a project of INCEpTION or WebAnno (exportedproject.json with a folder a document), doccano's files of
 * one person each, and the documents of a brat collection.
 */
export const archivesImport: ImportFormat = {
  id: 'zip',
  label: 'Archive of INCEpTION, doccano or brat (.zip)',
  extensions: ['zip'],
  readsBytes: true,
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    const contents = files.flatMap((file) => readArchive(file, registry, found, mapping) ?? []);
    const own = found.content({ lacks: [...decisionsOnly, 'provenance', 'comments', 'in'] });
    return joined([own, ...contents]);
  },
};

const texts = /\.(?:json|jsonl|tsv|xmi|ann|txt)$/i;

function readArchive(file: ImportFile, registry: Registry, found: ImportCollector, mapping?: LabelMapping): ImportContent | undefined {
  const budget: ArchiveBudget = { files: 0, bytes: 0 };
  let inside: ReadonlyMap<string, Uint8Array>;
  try {
    inside = archivedFiles(
      file.bytes ?? new Uint8Array(),
      (name) => texts.test(name) || /^(?:annotation|curation)\/.*\.zip$/i.test(name),
      budget,
    );
  } catch (error) {
    found.problem(file, `This archive cannot be read: ${(error as Error).message}`);
    return undefined;
  }
  const names = [...inside.keys()];
  const filesOf = (ending: RegExp): readonly ImportFile[] =>
    [...inside].flatMap(([name, bytes]) => (ending.test(name) ? [{ name, text: decodeBytes(bytes).text, bytes }] : []));
  const project = names.find((name) => /^exportedproject[^/]*\.json$/i.test(name));
  if (project !== undefined) {
    readProject(file, inside, project, budget, registry, found);
    return undefined;
  }
  if (names.some((name) => /\.jsonl$/i.test(name))) return ofPeople(filesOf(/\.jsonl$/i), registry, mapping);
  if (names.some((name) => /\.ann$/i.test(name))) return bratImport.read(filesOf(/\.(?:ann|txt)$/i), registry, mapping);
  found.problem(file, 'This archive holds nothing that can be read: no exportedproject.json, no .jsonl and no .ann.');
  return undefined;
}

/** doccano keeps the labels of each person in a file of her name, unless all work on the same. */
function ofPeople(files: readonly ImportFile[], registry: Registry, mapping?: LabelMapping): ImportContent {
  const contents = files.map((file) => {
    const name = file.name.replace(/^.*[/\\]/s, '').replace(/\.jsonl$/i, '');
    const content = doccanoImport.read([file], registry, mapping);
    if (/^(?:all|unknown)$/i.test(name)) return content;
    const by = `${name} (doccano)`;
    const annotations = content.annotations.map((one) =>
      one.annotation.status === 'suggested' ? one : { ...one, annotation: { ...one.annotation, by } },
    );
    return { ...content, annotations };
  });
  return joined(contents);
}

function joined(contents: readonly ImportContent[]): ImportContent {
  const skipped = new Map<string, number>();
  const labels = new Map<string, ImportContent['labels'][number]>();
  for (const content of contents) {
    for (const [what, count] of Object.entries(content.skipped)) skipped.set(what, (skipped.get(what) ?? 0) + count);
    for (const { label, as, count } of content.labels) {
      const key = JSON.stringify([label, as]);
      labels.set(key, { label, as, count: count + (labels.get(key)?.count ?? 0) });
    }
  }
  const all = <T>(part: (content: ImportContent) => readonly T[]) => contents.flatMap(part);
  const last = contents.at(-1);
  return {
    ...(last?.holds && { holds: last.holds }),
    lacks: [...new Set(all(({ lacks }) => lacks))],
    annotations: all(({ annotations }) => annotations),
    links: all(({ links }) => links),
    conflicts: all(({ conflicts }) => conflicts),
    documents: all(({ documents }) => documents),
    problems: all(({ problems }) => problems),
    labels: [...labels.values()],
    skipped: Object.fromEntries(skipped),
  };
}
