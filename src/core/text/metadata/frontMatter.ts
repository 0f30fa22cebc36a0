import { isMap, isScalar, type Node } from 'yaml';
import type { Fact } from '../article';
import { readYaml } from '../yamlDocument';

/** Longer front matter is taken for text. */
const longest = 20_000;

export interface FrontMatter {
  /** Offset of the first character after the closing line; 0 where the text has no front matter. */
  readonly end: number;
  /** The values of its top level, by key in small letters. Lists become one value joined by commas. */
  readonly values: ReadonlyMap<string, Fact>;
}

const none: FrontMatter = { end: 0, values: new Map() };

/** What stands between two lines of three hyphens at the beginning of a text, and where the second ends. */
export function frontMatterBlock(raw: string): { readonly source: string; readonly start: number; readonly end: number } | undefined {
  const opening = /^---[ \t]{0,20}\n/.exec(raw);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]{0,20}$/m.exec(raw.slice(start, start + longest));
  if (!closing) return undefined;
  const end = Math.min(raw.length, start + closing.index + closing[0].length + 1);
  return { source: raw.slice(start, start + closing.index), start, end };
}

/** Reads the YAML block at the beginning of a text. Never throws. */
export function readFrontMatter(raw: string): FrontMatter {
  const block = frontMatterBlock(raw);
  if (block === undefined) return none;
  const { source, start, end } = block;
  const reading = readYaml(source, { logLevel: 'silent', strict: false, uniqueKeys: false, version: '1.2' });
  const contents = 'document' in reading ? reading.document.contents : undefined;
  // Two rules in a text that uses no front matter look the same; only a mapping is front matter.
  if (!isMap<Node, Node | null>(contents)) return none;
  const values = new Map<string, Fact>();
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    const fact = factOf(value, source, start);
    if (fact) values.set(key.value.toLowerCase(), fact);
  }
  return { end, values };
}

function factOf(node: Node | null, source: string, start: number): Fact | undefined {
  const range = node?.range;
  if (!node || !range) return undefined;
  const span = { start: start + range[0], end: start + range[1] };
  if (isScalar(node)) {
    const value = typeof node.value === 'string' ? node.value : source.slice(range[0], range[1]);
    return value.trim() === '' || node.value === null ? undefined : { value: value.trim().slice(0, 1000), from: 'front-matter', span };
  }
  const items = 'items' in node && !isMap(node) ? (node.items as readonly unknown[]) : [];
  const value = items
    .slice(0, 20)
    .flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []))
    .join(', ');
  return value === '' ? undefined : { value: value.slice(0, 1000), from: 'front-matter', span };
}
