import { type CST, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { FileProblem } from '../model';
import { readLines } from './yamlLines';
import type { YamlAlias, YamlNode, YamlPair } from './yamlNode';

export interface YamlFile {
  readonly text: string;
  readonly eol: string;
  readonly root: YamlNode | undefined;
  /** In reading order. */
  readonly aliases: readonly YamlAlias[];
  /** What is not YAML at all. */
  readonly problems: readonly FileProblem[];
}

/** Parses any text; never throws. */
export function parseYaml(text: string): YamlFile {
  const root = readLines(text);
  return root === undefined ? parseFully(text) : { text, eol: eolOf(text), root, aliases: [], problems: [] };
}

/** The same by the full parser alone. */
export function parseFully(text: string): YamlFile {
  if (!isTooDeep(text)) return parseWhole(text);
  const problem = {
    code: 'yaml-syntax',
    message: 'This is nested too deeply to be read.',
    severity: 'error',
    start: 0,
    end: text.length,
  } as const;
  return { text, eol: eolOf(text), root: undefined, aliases: [], problems: [problem] };
}

const deepest = 200;

/** The parser recurses and takes quadratic time in the depth; brackets in quoted texts count too, which only errs for nonsense. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let marks = 0;
  let line = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (character === '\n') [marks, line] = [0, i];
    else if ((character === '-' || character === '?' || character === ':') && text[i + 1] === ' ') marks++;
    // Block collections nest in one line by nothing but marks: `- - - x`.
    if (depth > deepest || (marks > deepest && marks * 2 > i - line)) return true;
  }
  return false;
}

function parseWhole(text: string): YamlFile {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const problems = document.errors.map((error): FileProblem => ({
    code: 'yaml-syntax',
    message:
      error.code === 'MULTIPLE_DOCS'
        ? 'This file has several YAML documents, of which only the first would be read; keep one, without "---" behind it.'
        : `This is not valid YAML: ${error.message}`,
    severity: 'error',
    start: error.pos[0],
    end: Math.max(error.pos[0], Math.min(error.pos[1], text.length)),
  }));
  const contents: Node | null = document.contents;
  const empty = contents === null || (isScalar(contents) && contents.value === null && !contents.source);
  const builder: Builder = { anchors: new Map(), aliases: [] };
  return { text, eol: eolOf(text), root: empty ? undefined : build(builder, contents, []), aliases: builder.aliases, problems };
}

function eolOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

interface Builder {
  /** Anchors seen so far: an alias means the last one of its name before it. */
  readonly anchors: Map<string, YamlNode>;
  readonly aliases: YamlAlias[];
}

/** `lead` is what stands before the node: its properties, and what is between them and it. */
function build(builder: Builder, node: Node | null, lead: readonly CST.SourceToken[]): YamlNode {
  const built = buildBare(builder, node, lead);
  if (built.anchor !== undefined) {
    const inside = builder.anchors.get(built.anchor);
    if (inside === undefined || inside.propertyStart < built.propertyStart) builder.anchors.set(built.anchor, built);
  }
  if (built.kind === 'alias') builder.aliases.push(built);
  return built;
}

function buildBare(builder: Builder, node: Node | null, lead: readonly CST.SourceToken[]): YamlNode {
  const range = node?.range ?? [0, 0, 0];
  const place = {
    start: range[0],
    end: range[1],
    propertyStart: lead.find((part) => part.type === 'anchor' || part.type === 'tag')?.offset ?? range[0],
    ...(hasAnchor(node) && { anchor: node.anchor }),
  };
  if (isMap(node)) {
    const token = node.srcToken;
    const flow = token?.type === 'flow-collection';
    const pairs = node.items.map((pair) => buildPair(builder, pair as Pair<Node, Node | null>));
    return { kind: 'map', ...place, flow, indent: token?.type === 'block-map' ? token.indent : 0, pairs };
  }
  if (isSeq(node)) {
    const { srcToken: token } = node as { srcToken?: CST.BlockSequence | CST.FlowCollection };
    const block = token?.type === 'block-seq' ? token : undefined;
    const items = node.items.map((item, index) => {
      const before = token?.items[index]?.start ?? [];
      const child = build(builder, item as Node, before);
      const dash = block && before.find((part) => part.type === 'seq-item-ind');
      return { start: dash?.offset ?? child.propertyStart, node: child };
    });
    return { kind: 'list', ...place, flow: block === undefined, indent: block?.indent ?? 0, items };
  }
  if (isAlias(node)) return { kind: 'alias', ...place, name: node.source, target: builder.anchors.get(node.source) };
  const scalar = isScalar(node) ? node : undefined;
  const value = scalar?.value;
  return {
    kind: 'scalar',
    ...place,
    value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined,
    source: scalar?.source ?? '',
    block: scalar?.type === 'BLOCK_LITERAL' || scalar?.type === 'BLOCK_FOLDED',
  };
}

function buildPair(builder: Builder, pair: Pair<Node, Node | null>): YamlPair {
  // Composed pairs keep the token they were made of (keepSourceTokens), which the type of a plain Pair leaves out.
  const token = (pair as { srcToken?: CST.CollectionItem }).srcToken;
  const key = build(builder, pair.key, token?.start ?? []);
  const colon = token?.sep?.find((part) => part.type === 'map-value-ind')?.offset;
  const question = token?.start.find((part) => part.type === 'explicit-key-ind')?.offset;
  return {
    key: key.kind === 'scalar' ? (typeof key.value === 'string' ? key.value : key.source) : '',
    start: question ?? key.propertyStart,
    keyEnd: key.end,
    ...(colon !== undefined && { colonEnd: colon + 1 }),
    value: build(builder, pair.value, token?.sep ?? []),
  };
}

function hasAnchor(node: Node | null): node is Node & { anchor: string } {
  return node !== null && 'anchor' in node && typeof node.anchor === 'string' && node.anchor !== '';
}
