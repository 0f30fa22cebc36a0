import { readYaml } from '../text/yamlDocument';
import type { ImportFile, ImportProblem } from './imported';
import { kindOf, objectOf, textOf, typeOf } from './json';
import type { LabelMapping, Meaning } from './labels';

const isMappingFile = ({ name, text }: ImportFile) => /\.ya?ml$/i.test(name) && /^\uFEFF?kind:[ \t]*mapping[ \t]*(?:#|$)/m.test(text);

/**
 * The mapping among the files of an import, and the others:
 * `kind: mapping`, `labels: {Holder: speaker, Utterance: indirect quotation, Topic: none}`, `relations: {Addressee: none}`.
 */
export function withMapping(files: readonly ImportFile[]): {
  readonly files: readonly ImportFile[];
  readonly mapping: LabelMapping;
  readonly problems: readonly ImportProblem[];
} {
  const labels = new Map<string, Meaning>();
  const relations = new Map<string, 'speaker' | 'none'>();
  const problems: ImportProblem[] = [];
  for (const file of files.filter(isMappingFile)) {
    const problem = (message: string) => problems.push({ file: file.name, message });
    const reading = file.text.length > 1_000_000 ? undefined : readYaml(file.text, { logLevel: 'silent' });
    if (reading === undefined || 'tooDeep' in reading || reading.document.errors.length > 0) {
      problem('This mapping cannot be read as YAML.');
      continue;
    }
    const root = objectOf(rootOf(() => reading.document.toJS({ maxAliasCount: 0 })));
    for (const [label, value] of Object.entries(objectOf(root?.labels) ?? {})) {
      const meaning = meaningOf(textOf(value) ?? '');
      if (meaning === undefined) problem(`${label}: ${String(textOf(value))} is no type: quotation (or a kind and quotation), …, or none.`);
      else labels.set(label.toLowerCase(), meaning);
    }
    for (const [name, value] of Object.entries(objectOf(root?.relations) ?? {}))
      if (value === 'speaker' || value === 'none') relations.set(name.toLowerCase(), value);
      else problem(`${name}: a relation is mapped to speaker or none.`);
    if (labels.size + relations.size === 0) problem('This mapping maps nothing: it needs labels: or relations:.');
  }
  return { files: files.filter((file) => !isMappingFile(file)), mapping: { labels, relations }, problems };
}

function rootOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    // an alias: nobody needs one here, and they can grow without bound
    return undefined;
  }
}

function meaningOf(text: string): Meaning | undefined {
  if (text === 'none') return 'none';
  const [, first = '', second] = /^(\w+)(?: (\w+))?$/.exec(text) ?? [];
  const type = typeOf(second ?? first);
  if (type === undefined) return undefined;
  if (second === undefined) return { type };
  const kind = kindOf(first);
  return kind === undefined || type !== 'quotation' ? undefined : { type, kind };
}
