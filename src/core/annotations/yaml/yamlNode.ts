import type { Span } from '../../text/span';

/** Data of a YAML file: texts, numbers, and lists and maps of them. */
export type YamlData = string | number | readonly YamlData[] | { readonly [key: string]: YamlData | undefined };

/** Nodes of a YAML text with their places: `start`..`end` is the value, properties (anchor, tag) begin at `propertyStart`. */
interface Place extends Span {
  readonly propertyStart: number;
  readonly anchor?: string;
}

export interface YamlScalar extends Place {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | undefined;
  /** As written, for plain scalars that YAML takes for numbers and we want as text. */
  readonly source: string;
  /** Literal or folded: `end` may lie behind a line end. */
  readonly block: boolean;
}

export interface YamlList extends Place {
  readonly kind: 'list';
  readonly flow: boolean;
  /** Column of the dashes of a block list. */
  readonly indent: number;
  readonly items: readonly YamlItem[];
}

export interface YamlItem {
  /** Of the dash in a block list, of the item in a flow list. */
  readonly start: number;
  readonly node: YamlNode;
}

export interface YamlMap extends Place {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Column of the keys of a block map. */
  readonly indent: number;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: string;
  /** Of the key, or of what stands before it (`?`, properties). */
  readonly start: number;
  readonly keyEnd: number;
  /** Behind the colon; absent where there is none. */
  readonly colonEnd?: number;
  readonly value: YamlNode;
}

export interface YamlAlias extends Place {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode | undefined;
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

/** The node an alias stands for, or the node itself. */
export function resolved(node: YamlNode): Exclude<YamlNode, YamlAlias> | undefined {
  let target: YamlNode | undefined = node;
  // An alias cannot reach itself before its anchor is complete, but hostile files nest them; 100 is far above any use.
  for (let depth = 0; target?.kind === 'alias' && depth < 100; depth++) target = target.target;
  return target?.kind === 'alias' ? undefined : target;
}

export function pairOf(map: YamlMap, key: string): YamlPair | undefined {
  return map.pairs.find((pair) => pair.key === key);
}

/** Where the last thing inside a node ends; a block collection's own end would take in comments behind it. */
export function contentEnd(node: YamlNode): number {
  if ((node.kind === 'map' || node.kind === 'list') && !node.flow) {
    const last = node.kind === 'map' ? node.pairs.at(-1) : node.items.at(-1);
    if (last !== undefined) return 'value' in last ? pairEnd(last) : Math.max(last.start + 1, contentEnd(last.node));
  }
  return node.end;
}

export function pairEnd(pair: YamlPair): number {
  return isAbsent(pair.value)
    ? Math.max(pair.colonEnd ?? pair.keyEnd, pair.value.anchor === undefined ? 0 : pair.value.end)
    : contentEnd(pair.value);
}

/** Nothing is written: `note:` without a value. */
export function isAbsent(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.source === '' && node.start === node.end;
}

/** Texts, and numbers that are written as we would; of others (`true`, `007`, `1e5`) what is written. */
function written({ value, source }: YamlScalar): string | number | undefined {
  return typeof value === 'boolean' || (typeof value === 'number' && String(value) !== source) ? source : value;
}

/**
 * The data of a node; what is neither text nor number (`true`) comes as the text written, an alias inside as `*name`:
 * following those would let a hostile file grow without bound.
 */
export function plainValue(node: YamlNode): YamlData | undefined {
  switch (node.kind) {
    case 'scalar':
      return written(node);
    case 'list':
      return node.items.flatMap((item) => plainValue(item.node) ?? []);
    case 'map':
      return Object.fromEntries(node.pairs.map((pair) => [pair.key, plainValue(pair.value)]));
    case 'alias':
      return `*${node.name}`;
  }
}
