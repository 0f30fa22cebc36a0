import { type CST, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { readYaml } from '../../text/yamlDocument';
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
  const read = readLines(text);
  if ('root' in read) return { text, eol: eolOf(text), root: read.root, aliases: [], problems: [] };
  return text.length > longest ? refused(text, tooLong, read.stopped, read.stopped) : parseFully(text);
}

/** The full parser takes a second for a million characters. */
const longest = 5_000_000;
const tooLong = `This file has more than ${longest / 1e6} million characters, and is written here in a way that is only read in shorter ones: write it as Second Source does, or part the article.`;

/** The same by the full parser alone. */
export function parseFully(text: string): YamlFile {
  const reading = readYaml(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'error' });
  if ('tooDeep' in reading) return refused(text, 'This is nested too deeply to be read.', reading.tooDeep.start, reading.tooDeep.end);
  const { document, second } = reading;
  const problems = document.errors.map((error) => syntaxProblem(text, `This is not valid YAML: ${error.message}`, ...error.pos));
  if (second !== undefined) {
    const message = 'This file has several YAML documents, of which only the first would be read; keep one, without "---" behind it.';
    problems.push(syntaxProblem(text, message, second.start, second.end));
  }
  const contents: Node | null = document.contents;
  const empty = contents === null || (isScalar(contents) && contents.value === null && !contents.source);
  const builder: Builder = { anchors: new Map(), aliases: [] };
  return { text, eol: eolOf(text), root: empty ? undefined : build(builder, contents, []), aliases: builder.aliases, problems };
}

function refused(text: string, message: string, start: number, end: number): YamlFile {
  return { text, eol: eolOf(text), root: undefined, aliases: [], problems: [syntaxProblem(text, message, start, end)] };
}

function syntaxProblem(text: string, message: string, start: number, end: number): FileProblem {
  return { code: 'yaml-syntax', message, severity: 'error', start, end: Math.max(start, Math.min(end, text.length)) };
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
