import type { FileProblem } from '../model';
import { type YamlData, pairOf, plainValue, resolved, type YamlMap, type YamlNode, type YamlPair } from './yamlNode';
import { parseYaml, type YamlFile } from './yamlTree';

/** Reads the fields of one map; what is wrong is reported at its place and reads as absent. */
export class Fields {
  readonly map: YamlMap;
  readonly #problems: FileProblem[];
  readonly #name: string;
  /** True once a needed field was missing or unreadable. */
  broken = false;
  /** True where a key stands twice; the first is read. */
  doubled = false;

  constructor(map: YamlMap, name: string, problems: FileProblem[]) {
    this.map = map;
    this.#name = name;
    this.#problems = problems;
    const seen = new Set<string>();
    for (const pair of map.pairs) {
      if (seen.has(pair.key)) {
        this.doubled = true;
        this.#report(pair, 'duplicate-key', `${name} has "${pair.key}" twice; keep one.`);
      }
      seen.add(pair.key);
    }
  }

  /** A text; numbers and the like are taken as they are written. */
  text(key: string): string | undefined {
    return this.#read(key, 'a text', textOf);
  }

  count(key: string): number | undefined {
    return this.#read(key, 'a whole number from 0 on', (node) => {
      const value = node.kind === 'scalar' ? node.value : undefined;
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    });
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined {
    return this.#read(key, `one of ${values.join(', ')}`, (node) => values.find((value) => value === textOf(node)));
  }

  texts(key: string): readonly string[] | undefined {
    return this.#read(key, 'a list of texts', (node) => {
      if (node.kind !== 'list') return undefined;
      const texts = node.items.map((item) => textOf(item.node));
      return texts.every((text) => text !== undefined) ? texts : undefined;
    });
  }

  fields(key: string): Fields | undefined {
    return this.#read(key, 'a map', (node) =>
      node.kind === 'map' ? new Fields(node, `${this.#name}: ${key}`, this.#problems) : undefined,
    );
  }

  /** A list of maps; a single map counts as a list of one. */
  list(key: string): readonly Fields[] | undefined {
    return this.#read(key, 'a list of maps', (node) => {
      if (node.kind === 'scalar') return undefined;
      const maps = node.kind === 'list' ? node.items.map((item) => resolved(item.node)) : [node];
      if (!maps.every((map) => map?.kind === 'map')) return undefined;
      return maps.map((map) => new Fields(map, `${this.#name}: ${key}`, this.#problems));
    });
  }

  /** Whatever is there. */
  value(key: string): YamlData | undefined {
    const pair = pairOf(this.map, key);
    return pair && plainValue(pair.value);
  }

  /** The value, or the entry counts as broken. */
  need<T>(key: string, value: T | undefined): T | undefined {
    if (value !== undefined) return value;
    this.broken = true;
    if (isEmpty(pairOf(this.map, key))) this.#report(undefined, 'missing-field', `${this.#name} needs "${key}".`);
    return undefined;
  }

  #read<T>(key: string, expected: string, read: (node: YamlNode) => T | undefined): T | undefined {
    const pair = pairOf(this.map, key);
    if (pair === undefined || isEmpty(pair)) return undefined;
    const node = resolved(pair.value);
    const value = node === undefined ? undefined : read(node);
    if (value === undefined) this.#report(pair, 'wrong-value', `${this.#name}: "${key}" must be ${expected}.`);
    return value;
  }

  #report(pair: YamlPair | undefined, code: string, message: string): void {
    this.#problems.push({ code, message, severity: 'error', ...(pair ? { start: pair.start, end: pair.keyEnd } : firstLine(this.map)) });
  }
}

function isEmpty(pair: YamlPair | undefined): boolean {
  const node = pair && resolved(pair.value);
  return node === undefined ? pair?.value.kind !== 'alias' : node.kind === 'scalar' && node.value === undefined;
}

function textOf(given: YamlNode): string | undefined {
  const node = resolved(given);
  if (node?.kind !== 'scalar' || node.value === undefined) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

function firstLine(map: YamlMap): { start: number; end: number } {
  const first = map.pairs[0];
  return first === undefined ? { start: map.start, end: map.end } : { start: first.start, end: Math.max(first.keyEnd, first.value.end) };
}

/** A file of ours, as far as its head tells. */
export interface ProjectYaml {
  readonly yaml: YamlFile;
  readonly root: Fields | undefined;
  readonly version: number;
  readonly problems: FileProblem[];
  /** Must not be written: not YAML, not a map, or newer than this program. */
  readonly locked: boolean;
}

const ourVersion = 1;

export function openYaml(text: string): ProjectYaml {
  const yaml = parseYaml(text);
  const problems: FileProblem[] = [...yaml.problems];
  const marker = /^<{7} .*$/m.exec(text);
  if (marker !== null && problems.length > 0) {
    const message = 'This file has unresolved merge markers; keep one side of each and remove the marker lines.';
    problems.unshift({ code: 'merge-markers', message, severity: 'error', start: marker.index, end: marker.index + marker[0].length });
  }
  return openMap(yaml, yaml.root, problems);
}

/** One of our files as the value of a key in another, as a bundle has them. */
export function openPart(yaml: YamlFile, root: YamlNode | undefined): ProjectYaml {
  return openMap(yaml, root, []);
}

function openMap(yaml: YamlFile, node: YamlNode | undefined, problems: FileProblem[]): ProjectYaml {
  const opened = { yaml, problems };
  if (node === undefined) return { ...opened, root: undefined, version: ourVersion, locked: problems.length > 0 };
  if (node.kind !== 'map' || node.pairs.length === 0) {
    problems.push({
      code: 'not-a-map',
      message: 'This file must be a map with "version: 1".',
      severity: 'error',
      start: node.start,
      end: node.end,
    });
    return { ...opened, root: undefined, version: ourVersion, locked: true };
  }
  let locked = problems.length > 0;
  const root = new Fields(node, 'This file', problems);
  if (root.doubled) locked = true;
  const pair = pairOf(root.map, 'version');
  const value = pair && resolved(pair.value);
  const version = value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
  if (version === undefined) {
    const at = pair ?? root.map.pairs[0];
    const message = 'This file needs "version: 1".';
    problems.push({ code: 'missing-field', message, severity: 'error', start: at?.start ?? 0, end: at?.keyEnd ?? 0 });
  } else if (version > ourVersion) {
    const message = `This file has version ${version}, this program knows ${ourVersion}: update Second Source to change it. Nothing is written here.`;
    problems.push({ code: 'newer-version', message, severity: 'error', start: pair?.start ?? 0, end: value?.end ?? 0 });
    locked = true;
  }
  return { ...opened, root, version: version ?? ourVersion, locked };
}

/** A file is broken as a whole or from a newer version: its problems are to be shown, and nothing is written. */
export class LockedError extends RangeError {
  constructor() {
    super('This file is locked; show its problems instead of writing.');
  }
}

export function requireUnlocked(file: ProjectYaml): void {
  if (file.locked) throw new LockedError();
}

/** The maps of a list in the root map; anything else in it is reported. */
export function entriesOf(file: ProjectYaml, key: string, name: string): readonly { readonly index: number; readonly fields: Fields }[] {
  const pair = file.root && pairOf(file.root.map, key);
  const list = pair && resolved(pair.value);
  if (pair === undefined || list === undefined || isEmpty(pair)) return [];
  if (list.kind !== 'list') {
    file.problems.push({
      code: 'wrong-value',
      message: `"${key}" must be a list.`,
      severity: 'error',
      start: pair.start,
      end: pair.keyEnd,
    });
    return [];
  }
  return list.items.flatMap((item, index) => {
    const node = resolved(item.node);
    if (node?.kind === 'map') return [{ index, fields: new Fields(node, name, file.problems) }];
    const message = `${name} must be a map.`;
    file.problems.push({
      code: 'wrong-value',
      message,
      severity: 'error',
      start: item.start,
      end: Math.max(item.start + 1, item.node.end),
    });
    return [];
  });
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same without members that are undefined. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
