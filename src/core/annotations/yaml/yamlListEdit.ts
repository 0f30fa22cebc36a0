import type { TextEdit } from '../model';
import { contentEnd, isAbsent, pairEnd, pairOf, type YamlList, type YamlMap } from './yamlNode';
import type { YamlFile } from './yamlTree';
import { writeLines, writeValue, type YamlValue } from './yamlWrite';
import { editMap, insertLines, removeLines, removeBetweenCommas, appendLines, indented, endsLine, lineStart } from './yamlEdit';

/** A new item and the index of the present item it goes before (the length: at the end). */
export interface Insertion {
  readonly before: number;
  readonly value: Readonly<Record<string, YamlValue | undefined>>;
  /** The item as block lines without indentation, where it is copied from another file. */
  readonly lines?: readonly string[];
}

/** Edits that insert and remove items of a list of maps. */
export function editList(file: YamlFile, list: YamlList, insertions: readonly Insertion[], removed: ReadonlySet<number>): TextEdit[] {
  return list.flow ? editFlowList(file, list, insertions, removed) : editBlockList(file, list, insertions, removed);
}

function editBlockList(file: YamlFile, list: YamlList, insertions: readonly Insertion[], removed: ReadonlySet<number>): TextEdit[] {
  const { text } = file;
  const edits: TextEdit[] = [...removed].flatMap((index) => {
    const item = list.items[index];
    if (item === undefined) return [];
    const before = list.items.slice(0, index).findLast((_, at) => !removed.has(at));
    return [removeLines(text, item.start, itemEnd(item), before?.node)];
  });
  for (const insertion of insertions) {
    const lines = itemLines(insertion);
    const previous = list.items[insertion.before - 1];
    if (previous === undefined) {
      const at = lineStart(text, list.items[0]?.start ?? list.start);
      edits.push({ start: at, end: at, text: lines.map((line) => indented(line, list.indent) + file.eol).join('') });
    } else edits.push(insertLines(file, itemEnd(previous), lines, list.indent));
  }
  return edits;
}

function editFlowList(_file: YamlFile, list: YamlList, insertions: readonly Insertion[], removed: ReadonlySet<number>): TextEdit[] {
  const spans = list.items.map((item) => ({ start: item.node.propertyStart, end: contentEnd(item.node) }));
  const edits = removeBetweenCommas(
    spans,
    list.items.map((_, index) => removed.has(index)),
  );
  const front: string[] = [];
  for (const { before, value } of insertions) {
    const written = writeValue(value);
    let previous = before - 1;
    while (removed.has(previous)) previous--;
    const behind = spans[previous];
    if (behind === undefined) front.push(written);
    else edits.push({ start: behind.end, end: behind.end, text: `, ${written}` });
  }
  if (front.length > 0) {
    const text = front.join(', ') + (removed.size === spans.length ? '' : ', ');
    edits.push({ start: list.start + 1, end: list.start + 1, text });
  }
  return edits;
}

/** Edits that give a key of the root map its first list items, whether the key is absent, empty or `[]`. */
export function startList(
  file: YamlFile,
  root: YamlMap | undefined,
  key: string,
  entries: readonly Omit<Insertion, 'before'>[],
): TextEdit[] {
  const { text, eol } = file;
  const indent = (root?.indent ?? 0) + 2;
  const items = entries.flatMap(itemLines).map((line) => indented(line, indent));
  if (root === undefined) return [appendLines(file, [`${key}:`, ...items])];
  const pair = pairOf(root, key);
  if (root.flow) return editMap(file, root, new Map([[key, entries.map((entry) => entry.value)]]), []);
  if (pair === undefined) return addBlockPair(file, root, [`${key}:`, ...items]);
  const colon = pair.colonEnd ?? pair.keyEnd;
  const block = eol + items.join(eol);
  if (isAbsent(pair.value)) {
    const at = text.indexOf('\n', colon);
    // Behind a comment on the key's line; the line end found stays where it is.
    const lineEnd = at < 0 ? text.length : text[at - 1] === '\r' ? at - 1 : at;
    return [{ start: lineEnd, end: lineEnd, text: block }];
  }
  const end = contentEnd(pair.value);
  return [{ start: colon, end: endsLine(text, end) ? end - eol.length : end, text: block }];
}

function addBlockPair(file: YamlFile, root: YamlMap, lines: readonly string[]): TextEdit[] {
  const last = root.pairs.at(-1);
  const [first = '', ...rest] = lines;
  if (last === undefined) return [appendLines(file, lines)];
  return [insertLines(file, pairEnd(last), [' '.repeat(root.indent) + first, ...rest], 0)];
}

export function itemLines({ value, lines }: Omit<Insertion, 'before'>): readonly string[] {
  return lines ?? writeLines(value).map((line, index) => (index === 0 ? '- ' : '  ') + line);
}

/** Where an item of a block list ends, a dash alone included. */
export function itemEnd(item: YamlList['items'][number]): number {
  return Math.max(item.start + 1, contentEnd(item.node));
}
