import type { Registry } from '../../text/metadata/registry';
import { CarriedText } from '../carriedText';
import { ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { present } from '../json';
import { Ties } from '../ties';
import { type LayersFrom, type LayerSpan, relationName, takeOverLayers } from './layers';

/**
 * WebAnno TSV 3, which WebAnno and INCEpTION export: a line a token with a column a feature. Spans over several tokens are joined by
 * their number. Offsets are UTF-16; only sentences are in the file, so the words decide and the offsets are a hint. Relations and slots
 * that lead from a speaker to words name the speaker; others and chains are counted.
 */
export const webAnnoTsvImport: ImportFormat = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3',
  extensions: ['tsv'],
  read: (files, registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readTsv(file, {}, registry, found);
    return found.content();
  },
};

export function readTsv(file: ImportFile, from: LayersFrom, registry: Registry, found: ImportCollector): void {
  const read = readFile(file, found);
  if (read === undefined) return;
  const path = file.name.replace(/^.*[/\\]/s, '').replace(/\.tsv$/i, '');
  const carried = new CarriedText(read.text);
  const article = present({ path, ...from.article, text: carried.raw.trim() });
  takeOverLayers(read, carried, { by: 'webanno', ...from, article, file }, registry, found);
}

interface Layer {
  readonly kind: 'SP' | 'RL' | 'CH';
  readonly name: string;
  /** As the head names them: the columns, in their order. */
  readonly features: readonly string[];
  readonly column: number;
  readonly width: number;
}

/** A cell of one span at one token: its values by column, and the number that joins tokens. */
interface Value {
  readonly layer: Layer;
  readonly token: string;
  readonly number: string | undefined;
  readonly values: readonly string[];
}

interface Read {
  readonly text: string;
  readonly spans: readonly LayerSpan[];
  readonly ties: Ties;
}

function readFile(file: ImportFile, found: ImportCollector): Read | undefined {
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!(lines[0] ?? '').startsWith('#FORMAT=WebAnno TSV 3')) {
    found.problem(file, 'This is not WebAnno TSV 3: the first line must say so.', 1);
    return undefined;
  }
  const layers = layersOf(lines);
  const spans = new Map<string, { -readonly [K in keyof LayerSpan]: LayerSpan[K] }>();
  const links: Value[] = [];
  const sentences: { readonly start: number; readonly text: string }[] = [];
  let sentence: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('#Text=')) {
      sentence.push(unescaped(line.slice('#Text='.length)));
      continue;
    }
    const cells = line.split('\t');
    const [, start, end] = /^(\d{1,15})-(\d{1,15})$/.exec(cells[1] ?? '') ?? [];
    if (line.startsWith('#') || cells.length < 3) continue;
    if (start === undefined || end === undefined) {
      found.problem(file, 'This line is no token: number, offsets and the token stand first.', i + 1);
      continue;
    }
    if (sentence.length > 0) sentences.push({ start: Number(start), text: sentence.join('\n') });
    sentence = [];
    for (const layer of layers)
      for (const value of valuesOf(cells, layer)) {
        if (layer.kind === 'CH') found.skip('links of chains');
        else if (layer.kind === 'RL') links.push(value);
        else {
          const id = spanId(layer.name, value.token, value.number);
          const span = spans.get(id);
          if (span) span.end = Math.max(span.end, Number(end));
          else spans.set(id, { id, layer: layer.name, start: Number(start), end: Number(end), features: featuresOf(value) });
          if (!span && layer.features.some(isSlot)) links.push(value);
        }
      }
  }
  const ties = new Ties();
  const bySuffix = new Map<string, string[]>();
  for (const id of spans.keys()) {
    const suffix = id.replace(/^.* /, '');
    bySuffix.set(suffix, [...(bySuffix.get(suffix) ?? []), id]);
  }
  // a relation may lead to spans of other layers than its head names: the number tells them
  const idOf: SpanId = (layer, token, number) => {
    const id = spanId(layer, token, number);
    const [other, another] = spans.has(id) ? [] : (bySuffix.get(id.replace(/^.* /, '')) ?? []);
    return another === undefined ? (other ?? id) : id;
  };
  for (const link of links) tie(link, ties, idOf);
  return { text: textOf(sentences), spans: [...spans.values()], ties };
}

type SpanId = (layer: string, token: string, number: string | undefined) => string;

/** A span is told by its number in its layer, or, where it has none, by its token. */
function spanId(layer: string, token: string, number: string | undefined): string {
  return number === undefined || number === '0' ? `${layer} ${token}` : `${layer} [${number}]`;
}

function isSlot(feature: string): boolean {
  return feature.startsWith('ROLE_');
}

/** The columns that say something of the span itself: of a slot, the next column names the spans in it. */
function featuresOf({ layer, values }: Value): ReadonlyMap<string, string> {
  const own = layer.features.flatMap((name, i) => {
    const value = values[i] ?? '*';
    const isLink = isSlot(name) || isSlot(layer.features[i - 1] ?? '');
    return isLink || value === '*' || value === '' ? [] : [[name, value] as const];
  });
  return new Map(own);
}

function tie({ layer, token, number, values }: Value, ties: Ties, idOf: SpanId): void {
  if (layer.kind === 'RL') {
    const base = (layer.features.at(-1) ?? '').replace(/^BT_/, '');
    const [, from = '', source, target] = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(values[layer.features.length - 1] ?? '') ?? [];
    const said = layer.features.map((feature, i) => [feature, values[i] ?? ''] as const).slice(0, -1);
    const [, name] = said.find(([feature]) => /^(?:value|label)$/i.test(feature)) ?? said[0] ?? [];
    ties.relation(relationName(layer.name, /^[*_]?$/.test(name ?? '') ? undefined : name), [
      { role: '', id: idOf(base, from, source) },
      { role: '', id: idOf(base, token, target) },
    ]);
    return;
  }
  for (const [i, feature] of layer.features.entries()) {
    if (!isSlot(feature)) continue;
    const roles = (values[i] ?? '').split(/(?<!\\);/);
    const fillers = (values[i + 1] ?? '').split(';').flatMap((address, at) => {
      const [, to, filler] = /^([\d.-]+)(?:\[(\d+)\])?$/.exec(address) ?? [];
      const role = roles[at] === '*' ? '' : (roles[at] ?? '');
      return to === undefined ? [] : [{ role, id: idOf(layer.features[i + 1] ?? '', to, filler) }];
    });
    const host = { role: '', id: idOf(layer.name, token, number) };
    if (fillers.length > 0) ties.slots(feature.replace(/^ROLE_.*:(\w+?)_.*$/, '$1'), [host, ...fillers]);
  }
}

/** The layers of the head: a column a feature, at least one; a relation's last is what it leads from, a slot's next what is in it. */
function layersOf(lines: readonly string[]): readonly Layer[] {
  const layers: Layer[] = [];
  let column = 3;
  for (const line of lines) {
    const [, kind, rest = ''] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? [];
    if (kind !== 'SP' && kind !== 'RL' && kind !== 'CH') continue;
    const [name = '', ...features] = rest.split('|');
    const width = kind === 'CH' ? 2 : Math.max(1, features.length);
    layers.push({ kind, name, features, column, width });
    column += width;
  }
  return layers;
}

/** What a token carries of a layer; values of several spans at one token stand between bars, and a number in brackets joins tokens. */
function valuesOf(cells: readonly string[], layer: Layer): readonly Value[] {
  const columns = cells.slice(layer.column, layer.column + layer.width).map((cell) => cell.split(/(?<!\\)\|/));
  const [first = ['_']] = columns;
  return first.flatMap((value, i): readonly Value[] => {
    if (value === '_') return [];
    const [, number] = /(?<!\\)\[(\d{1,15})\]$/.exec(value) ?? [];
    const values = columns.map((column, at) => {
      const cell = column[i] ?? '';
      // an address keeps its brackets
      const isAddress = (layer.kind === 'RL' && at === layer.features.length - 1) || isSlot(layer.features[at - 1] ?? '');
      return isAddress ? cell : unescaped(cell.replace(/(?<!\\)\[\d{1,15}\]$/, ''));
    });
    return [{ layer, token: cells[0] ?? '', number, values }];
  });
}

function unescaped(value: string): string {
  return value.replace(/\\([\\[\]|_\->;tnr*])/g, (_, sign: string) =>
    sign === 't' ? '\t' : sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign,
  );
}

/** The sentences at their places; between them stood space of some kind. */
function textOf(sentences: readonly { readonly start: number; readonly text: string }[]): string {
  const parts: string[] = [];
  let length = 0;
  for (const { start, text } of sentences) {
    const gap = start - length;
    if (gap < 0 || gap > 100_000) continue;
    parts.push('\n'.repeat(gap), text);
    length = start + text.length;
  }
  return parts.join('');
}
