import type { YamlData, YamlNode } from './yamlNode';

/** What we write into YAML. `undefined` members are left out. */
export type YamlValue = YamlData | Written | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** A value that was read and goes into a file as it was written, for what we do not know. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value on one line, valid in block and flow context alike. */
export function writeValue(value: YamlValue): string {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Written) return value.text;
  if (isList(value)) return `[${value.map(writeValue).join(', ')}]`;
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : `${writeText(key)}: ${writeValue(member)}`,
  );
  return `{${members.join(', ')}}`;
}

/** `key: value` lines of a block map, without indentation and line ends. */
export function writeLines(map: Readonly<Record<string, YamlValue | undefined>>): string[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : `${writeText(key)}: ${writeValue(value)}`));
}

// YAML 1.1 reads these as booleans and null (yaml.org/type/bool.html, null.html).
const reserved = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
// Starts with a letter, so that no version of YAML can take it for a number, a date or a merge key.
const plain = /^[A-Za-z][A-Za-z0-9_./ -]*$/;
// Ids: a letter that occurs in no hexadecimal, octal, binary or exponent notation.
const plainId = /^[0-9a-z]*[g-np-wyz][0-9a-z]*$/;

/** Some version of YAML reads this as something else than a text. */
export function isReserved(text: string): boolean {
  return reserved.test(text);
}

/** A scalar that YAML 1.1 and 1.2 both read as this string: plain where that is beyond doubt, else double-quoted. */
function writeText(text: string): string {
  if (((plain.test(text) && !text.endsWith(' ')) || plainId.test(text)) && !reserved.test(text)) return text;
  // JSON is YAML but for what JSON leaves bare and YAML 1.1 takes for line ends or does not allow (YAML 1.1, section 5.1).
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The members of a value in the order a file has them. */
export function inOrder<T extends object>(value: T, order: readonly (keyof T & string)[]): Readonly<Record<string, YamlValue | undefined>> {
  return Object.fromEntries(order.map((key) => [key, value[key] as YamlValue | undefined]));
}

/** Aliases of aliases can grow without bound; more nodes than this are hostile. */
export const mostNodes = 1_000_000;

/** A node that was read, on one line, with what its aliases stand for; `budget` counts down over all that is written. */
export function writeNode(node: YamlNode, budget: { nodes: number }): string {
  if (budget.nodes-- <= 0) throw new RangeError('This YAML is too large when its aliases are written out.');
  switch (node.kind) {
    case 'scalar':
      if (typeof node.value === 'string') return writeText(node.value);
      return node.value === undefined ? 'null' : node.source;
    case 'list':
      return `[${node.items.map((item) => writeNode(item.node, budget)).join(', ')}]`;
    case 'map':
      return `{${node.pairs.map((pair) => `${writeText(pair.key)}: ${writeNode(pair.value, budget)}`).join(', ')}}`;
    case 'alias':
      return node.target === undefined ? `*${node.name}` : writeNode(node.target, budget);
  }
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
