import type { ImportCollector, ImportFile } from '../imported';
import { countOf, listOf, objectOf, parseJson, textOf } from '../json';
import { readXml } from '../xml';

export type Features = ReadonlyMap<string, string>;

/** What else a feature with several values says, behind the first. */
const also = ' (also)';

export interface Structure {
  readonly id: string;
  /** With its package, as `webanno.custom.Speaker`. */
  readonly type: string;
  readonly features: Features;
  /** The names of those features that refer to other structures, where the file tells. */
  readonly references: ReadonlySet<string>;
}

export interface View {
  /** The id of its sofa. */
  readonly sofa: string;
  readonly text: string | undefined;
}

export interface Cas {
  readonly views: readonly View[];
  readonly structures: readonly Structure[];
}

export function jsonOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const root = parseJson(file.text, (message) => found.problem(file, message));
  if (root === undefined) return undefined;
  const given = found.objects(objectOf(root)?.['%FEATURE_STRUCTURES'], 'structures');
  const lists = new Map(
    given.flatMap((structure) => {
      const id = countOf(structure['%ID']);
      const values = listOf(structure['%ELEMENTS']).flatMap((value) => plainOf(value) ?? []);
      const isPlain = values.length > 0 && /^uima\.cas\.(?!FS)\w+Array$/.test(textOf(structure['%TYPE']) ?? '');
      return isPlain && id !== undefined ? [[id, values] as const] : [];
    }),
  );
  const structures = given.map((structure): Structure => {
    const features = new Map<string, string>();
    const references = new Set<string>();
    for (const [key, value] of Object.entries(structure)) {
      const name = key.replace(/^@/, '');
      const text =
        key === '%ELEMENTS'
          ? listOf(value)
              .flatMap((id) => countOf(id) ?? [])
              .join(' ')
          : plainOf(value);
      const several = name === key ? listOf(value).flatMap((one) => plainOf(one) ?? []) : lists.get(countOf(value) ?? -1);
      if (several !== undefined && several.length > 0 && !key.startsWith('%')) setAll(features, name, several);
      else {
        if (text !== undefined) features.set(name, text);
        if (name !== key) references.add(name);
      }
    }
    return { id: String(countOf(structure['%ID']) ?? ''), type: textOf(structure['%TYPE']) ?? '', features, references };
  });
  return { views: viewsOf(structures), structures };
}

function setAll(features: Map<string, string>, name: string, [first = '', ...others]: readonly string[]): void {
  features.set(name, first);
  if (others.length > 0) features.set(`${name}${also}`, others.join(', '));
}

function viewsOf(structures: readonly Structure[]): readonly View[] {
  return structures.flatMap(({ id, type, features }) =>
    /(?:^|\.)cas\.sofa$/i.test(type) ? [{ sofa: id, text: features.get('sofaString') ?? features.get('sofastring') }] : [],
  );
}

function plainOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

export function xmiOf(file: ImportFile, found: ImportCollector): Cas | undefined {
  const structures: Structure[] = [];
  const packages = new Map<string, string>();
  const references = new Set<string>();
  // a feature with several values has an element for each, inside that of its structure
  let depth = 0;
  let values: { readonly of: Map<string, string>; readonly by: Map<string, string[]> } | undefined;
  let value: string | undefined;
  const problem = readXml(file.text, {
    open: (_, attributes, full) => {
      depth += 1;
      if (depth > 2) {
        value = '';
        return;
      }
      // xmlns:custom="http:///webanno/custom.ecore": the prefix stands for the package
      for (const [name, value] of attributes) {
        const [, prefix] = /^xmlns:(.+)$/.exec(name) ?? [];
        const [, path] = /^http:\/\/\/(.+)\.ecore$/.exec(value) ?? [];
        if (prefix !== undefined && path !== undefined) packages.set(prefix, path.replaceAll('/', '.'));
      }
      const [prefix = '', name = ''] = full.split(':');
      const type = `${packages.get(prefix.toLowerCase()) ?? prefix}.${name}`;
      const features = new Map(attributes);
      values = { of: features, by: new Map() };
      structures.push({ id: attributes.get('xmi:id') ?? '', type, features, references });
    },
    close: (name) => {
      if (depth > 2 && value !== undefined) {
        const known = values?.by.get(name);
        if (known) known.push(value);
        else values?.by.set(name, [value]);
      }
      value = undefined;
      if (depth === 2 && values) for (const [feature, several] of values.by) setAll(values.of, feature, several);
      depth = Math.max(0, depth - 1);
    },
    text: (text) => {
      if (value !== undefined) value += text;
    },
  });
  if (problem !== undefined) {
    found.problem(file, problem);
    return undefined;
  }
  return { views: viewsOf(structures), structures };
}

type Members = readonly { readonly role: string; readonly id: string }[];

/** What stands in slots. JSON keeps the list of a slot in a structure of its own, which is read for one span only: many may name a long one. */
export class Links {
  /** How often a list was named again. */
  again = 0;
  readonly #byId: ReadonlyMap<string, Structure>;
  readonly #read = new Map<string, boolean>();

  constructor(byId: ReadonlyMap<string, Structure>) {
    this.#byId = byId;
  }

  /** The structures that a feature refers to, where each is a link of a slot. */
  of(value: string): Members {
    if (!/^\d+(?: \d+)*$/.test(value)) return [];
    const listed = this.#byId.get(value)?.features.get('%ELEMENTS');
    if (listed === undefined) return this.#membersOf(value);
    const known = this.#read.get(value);
    if (known === true) this.again += 1;
    if (known !== undefined) return [];
    const members = this.#membersOf(listed);
    this.#read.set(value, members.length > 0);
    return members;
  }

  #membersOf(ids: string): Members {
    const links = ids.split(' ').map((id) => this.#byId.get(id)?.features ?? new Map<string, string>());
    if (!links.every((link) => link.has('target') && !link.has('begin'))) return [];
    return links.map((link) => ({ role: link.get('role') ?? '', id: link.get('target') ?? '' }));
  }
}
