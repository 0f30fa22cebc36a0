import type { Span } from '../../text/span';
import type { TextEdit } from '../model';
import { contentEnd, isAbsent, pairEnd, pairOf, type YamlMap, type YamlNode, type YamlPair } from './yamlNode';
import type { YamlFile } from './yamlTree';
import { mostNodes, writeLines, writeNode, writeValue, type YamlValue } from './yamlWrite';

/**
 * One list of edits in reading order: insertions at one place joined in the order given, and aliases mended
 * whose anchor is taken away: the first one left becomes the anchor, with the old value.
 */
export function finishEdits(file: YamlFile, edits: readonly TextEdit[]): readonly TextEdit[] {
  const removed = edits.filter((edit) => edit.end > edit.start);
  const isRemoved = (place: number) => removed.some((edit) => edit.start <= place && place < edit.end);
  const mended = new Set<YamlNode>();
  const budget = { nodes: mostNodes };
  const mends = file.aliases.flatMap((alias) => {
    const { target } = alias;
    if (target === undefined || mended.has(target) || isRemoved(alias.start) || !isRemoved(target.propertyStart)) return [];
    mended.add(target);
    return [{ start: alias.start, end: alias.end, text: `&${alias.name} ${writeNode(target, budget)}` }];
  });
  const joined: TextEdit[] = [];
  for (const edit of [...edits, ...mends].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last?.start === edit.start && last.end === last.start && edit.end === edit.start) {
      joined[joined.length - 1] = { ...last, text: last.text + edit.text };
    } else joined.push(edit);
  }
  return joined;
}

/** What becomes of a map: a value sets a key, `undefined` takes it away. */
export type KeyChanges = ReadonlyMap<string, YamlValue | undefined>;

/** Edits that set and remove keys of one map; a new key goes behind the last present one that stands before it in `order`. */
export function editMap(file: YamlFile, map: YamlMap, changes: KeyChanges, order: readonly string[]): TextEdit[] {
  const removed = new Set(map.pairs.filter((pair) => changes.has(pair.key) && changes.get(pair.key) === undefined));
  const edits = removePairs(file, map, removed);
  const added: [string, YamlValue][] = [];
  for (const [key, value] of changes) {
    if (value === undefined) continue;
    const pair = pairOf(map, key);
    if (pair === undefined) added.push([key, value]);
    else edits.push(...replaceValue(file, map, pair, writeValue(value)));
  }
  const kept = map.pairs.filter((pair) => !removed.has(pair));
  return [...edits, ...addPairs(file, map, kept, added, order)];
}

function replaceValue(file: YamlFile, map: YamlMap, pair: YamlPair, written: string): TextEdit[] {
  const { text, eol } = file;
  const { value } = pair;
  if (pair.colonEnd === undefined) return [{ start: pair.keyEnd, end: pair.keyEnd, text: `: ${written}` }];
  if (isAbsent(value) && value.anchor === undefined) return [{ start: pair.colonEnd, end: pair.colonEnd, text: ` ${written}` }];
  const end = contentEnd(value);
  const inBlock = (value.kind === 'map' || value.kind === 'list') && !value.flow && !map.flow;
  if (!inBlock) return [{ start: value.propertyStart, end, text: endsLine(text, end) ? written + eol : written }];
  // A block list or map under its key: the new value moves up beside the key, comments between them stay.
  const between = text.slice(pair.colonEnd, value.propertyStart);
  const lineEnd = endsLine(text, end) ? eol : '';
  if (between.trim() === '') return [{ start: pair.colonEnd, end, text: ` ${written}${lineEnd}` }];
  const from = lineStart(text, value.propertyStart);
  return [
    { start: pair.colonEnd, end: pair.colonEnd, text: ` ${written}` },
    { start: from, end: endsLine(text, end) ? end : nextLine(text, end), text: '' },
  ];
}

function addPairs(
  file: YamlFile,
  map: YamlMap,
  kept: readonly YamlPair[],
  added: readonly (readonly [string, YamlValue])[],
  order: readonly string[],
): TextEdit[] {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...added].sort((a, b) => rank(a[0]) - rank(b[0]));
  const places = new Map<YamlPair | undefined, [string, YamlValue][]>();
  for (const [key, value] of sorted) {
    const before = kept.filter((pair) => rank(pair.key) < rank(key) || !order.includes(key)).at(-1) ?? kept.at(-1);
    places.set(before, [...(places.get(before) ?? []), [key, value]]);
  }
  return [...places].map(([after, pairs]) => {
    const lines = writeLines(Object.fromEntries(pairs));
    if (after === undefined) {
      // No pair is left: only a flow map can be empty.
      return { start: map.start + 1, end: map.start + 1, text: lines.join(', ') };
    }
    const end = pairEnd(after);
    if (map.flow) return { start: end, end, text: lines.map((line) => `, ${line}`).join('') };
    return insertLines(file, end, lines, map.indent);
  });
}

/** Inserts whole lines behind the line on which `end` lies. */
export function insertLines({ text, eol }: YamlFile, end: number, lines: readonly string[], indent: number): TextEdit {
  const block = lines.map((line) => indented(line, indent)).join(eol);
  if (endsLine(text, end)) return { start: end, end, text: block + eol };
  const at = nextLine(text, end);
  return at === text.length && !endsLine(text, at) ? { start: at, end: at, text: eol + block } : { start: at, end: at, text: block + eol };
}

function removePairs(file: YamlFile, map: YamlMap, removed: ReadonlySet<YamlPair>): TextEdit[] {
  const { text, eol } = file;
  if (map.flow) {
    const spans = map.pairs.map((pair) => ({ start: pair.start, end: pairEnd(pair) }));
    return removeBetweenCommas(
      spans,
      map.pairs.map((pair) => removed.has(pair)),
    );
  }
  const [first] = map.pairs;
  const edits: TextEdit[] = [];
  let rest: readonly YamlPair[] = map.pairs;
  if (first !== undefined && removed.has(first) && text.slice(lineStart(text, first.start), first.start).trim() !== '') {
    // The first key of a list item stands behind the dash: what is kept moves up, unless there are comments between.
    const kept = map.pairs.find((pair) => !removed.has(pair));
    const gone = map.pairs.slice(0, kept && map.pairs.indexOf(kept));
    const gaps = gone.map((pair, index) => text.slice(pairEnd(pair), map.pairs[index + 1]?.start));
    if (kept !== undefined && gaps.every((gap) => gap.trim() === '')) {
      edits.push({ start: first.start, end: kept.start, text: '' });
      rest = map.pairs.slice(gone.length);
    } else {
      const end = pairEnd(first);
      edits.push({ start: first.start, end, text: endsLine(text, end) ? eol : '' });
      rest = map.pairs.slice(1);
    }
  }
  for (const pair of rest) {
    if (!removed.has(pair)) continue;
    const end = pairEnd(pair);
    const before = map.pairs.slice(0, map.pairs.indexOf(pair)).findLast((one) => !removed.has(one));
    edits.push(removeLines(text, pair.start, end, before?.value));
  }
  return edits;
}

export function removeLines(text: string, start: number, end: number, before: YamlNode | undefined): TextEdit {
  let to = endsLine(text, end) ? end : nextLine(text, end);
  // Blank lines behind would belong to a literal text before.
  if (before !== undefined && endsLine(text, contentEnd(before))) to += /^(?:[ \t]*\r?\n)*/.exec(text.slice(to))?.[0].length ?? 0;
  return { start: lineStart(text, start), end: to, text: '' };
}

/** Edits that take members out of a flow collection, each with one comma. */
export function removeBetweenCommas(spans: readonly Span[], removed: readonly boolean[]): TextEdit[] {
  const firstKept = removed.indexOf(false);
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return [];
  if (firstKept < 0) return [{ start: first.start, end: last.end, text: '' }];
  const edits: TextEdit[] = [];
  if (firstKept > 0) edits.push({ start: first.start, end: spans[firstKept]?.start ?? first.end, text: '' });
  for (let i = firstKept + 1; i < spans.length; i++) {
    const span = spans[i];
    const before = spans[i - 1];
    if (removed[i] === true && span !== undefined && before !== undefined) edits.push({ start: before.end, end: span.end, text: '' });
  }
  return edits;
}

/** A file without content gets its version line in front of what is written into it. */
export function withVersion(file: YamlFile, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (file.root !== undefined || edits.length === 0) return edits;
  return [appendLines(file, writeLines({ version: 1 })), ...edits.map((edit) => ({ ...edit, text: withoutLead(file, edit.text) }))];
}

function withoutLead({ text, eol }: YamlFile, written: string): string {
  return text !== '' && !text.endsWith('\n') && written.startsWith(eol) ? written.slice(eol.length) : written;
}

/** Lines behind everything, for a file without content but perhaps with comments; before the end of the document, where it is marked. */
export function appendLines({ text, eol }: YamlFile, lines: readonly string[]): TextEdit {
  const at = /^\.\.\.(?=\s|$)/m.exec(text)?.index ?? text.length;
  const lead = at === 0 || text === '\uFEFF' || endsLine(text, at) ? '' : eol;
  return { start: at, end: at, text: lead + lines.map((line) => line + eol).join('') };
}

export function indented(line: string, indent: number): string {
  return line === '' ? '' : ' '.repeat(indent) + line;
}

export function endsLine(text: string, at: number): boolean {
  return at > 0 && text[at - 1] === '\n';
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Start of the line behind the one `at` lies on, or the end of the text. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
