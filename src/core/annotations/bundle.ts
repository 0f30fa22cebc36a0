import { openPart } from './yaml/fields';
import type { FileProblem } from './model';
import { pairOf, plainValue, resolved, type YamlData, type YamlMap } from './yaml/yamlNode';
import { parseYaml, type YamlFile } from './yaml/yamlTree';

/** A file of YAML as data, with whatever else its keys are. */
export type YamlRecord = Readonly<Record<string, YamlData | undefined>>;

/** All that a folder's YAML files say, and which articles it has. */
export interface Bundle {
  /** Absent in a bundle that `export` has written: it says nothing of articles that nobody has annotated. */
  readonly articles?: readonly { readonly path: string; readonly sha256: string; readonly text?: string }[];
  readonly project?: YamlRecord;
  /** The files of annotations that all share; `document` says of which article. */
  readonly sidecars: readonly YamlRecord[];
  /** Those of single annotators. */
  readonly annotators?: readonly { readonly annotator: string; readonly sidecars: readonly YamlRecord[] }[];
  readonly corroborations?: YamlRecord;
}

/** A YAML file of ours as data; undefined for an empty one. Comments are not data, and stay behind. */
export function yamlRecord(text: string): YamlRecord | undefined {
  const { root } = parseYaml(text);
  return root && recordOf(plainValue(root));
}

/** A file of annotations as data that names the article it lies beside. */
export function sidecarRecord(text: string, path: string): YamlRecord {
  const { version, document, ...rest } = yamlRecord(text) ?? {};
  return { version: version ?? 1, document: { ...(recordOf(document) ?? { offsets: 'codepoint' }), path }, ...rest };
}

/** The code of a problem that has no place in the file. */
export const notBundle = 'no-bundle';

/** The map of a bundle, or what it is instead. */
export function bundleRoot(yaml: YamlFile): YamlMap | FileProblem {
  const { root, problems, aliases } = yaml;
  const refusal = (message: string): FileProblem => ({ code: notBundle, message, severity: 'error', start: 0, end: 0 });
  if (problems[0]) return problems[0];
  const fields = root?.kind === 'map' ? openPart(yaml, root).root : undefined;
  if (fields?.text('kind') !== 'bundle') return refusal('This is not a bundle: it does not say kind: bundle.');
  if (fields.count('version') !== 1) return refusal('This bundle is from a newer version of Second Source.');
  // Aliases of aliases can grow without bound, and we write none.
  return aliases.length > 0 ? refusal('This is not a bundle of ours: it has aliases.') : fields.map;
}

/** Reads a bundle as data, or says why it cannot be read. */
export function readBundle(text: string): Bundle | FileProblem {
  const root = bundleRoot(parseYaml(text));
  if (!('pairs' in root)) return root;
  const part = (key: string): YamlData | undefined => {
    const node = pairOf(root, key)?.value;
    const value = node && resolved(node);
    return value && plainValue(value);
  };
  const articles = pairOf(root, 'articles') && recordsOf(part('articles'));
  const [project, corroborations] = [recordOf(part('project')), recordOf(part('corroborations'))];
  return {
    ...(articles && { articles: articles.map(({ path, sha256 }) => ({ path: textOf(path), sha256: textOf(sha256) })) }),
    ...(project && { project }),
    sidecars: recordsOf(part('sidecars')),
    annotators: recordsOf(part('annotators')).map((one) => ({ annotator: textOf(one.annotator), sidecars: recordsOf(one.sidecars) })),
    ...(corroborations && { corroborations }),
  };
}

export function recordOf(value: YamlData | undefined): YamlRecord | undefined {
  return typeof value === 'object' && !isList(value) ? value : undefined;
}

export function recordsOf(value: YamlData | undefined): readonly YamlRecord[] {
  return value !== undefined && isList(value) ? value.map(recordOf).filter((entry) => entry !== undefined) : [];
}

export function isList(value: YamlData): value is readonly YamlData[] {
  return Array.isArray(value);
}

export function textOf(value: YamlData | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
