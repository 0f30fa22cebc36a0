import { CarriedText } from '../carriedText';
import { ImportCollector, type ImportFile, type ImportFormat } from '../imported';
import { present } from '../json';
import { labelled } from '../labels';

/**
 * WebAnno TSV 3, which WebAnno and INCEpTION export: a line a token with a column a feature. Spans over several tokens are joined by
 * their number. Offsets are UTF-16; only sentences are in the file, so the words decide and the offsets are a hint. Relations and
 * chains between spans are counted and left out.
 */
export const webAnnoTsvImport: ImportFormat = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3',
  extensions: ['tsv'],
  read: (files, _registry, mapping) => {
    const found = new ImportCollector(mapping);
    for (const file of files) readFile(file, found);
    return found.content();
  },
};

interface Layer {
  readonly isSpan: boolean;
  readonly name: string;
  readonly features: readonly string[];
  readonly column: number;
  readonly width: number;
}

interface FoundSpan {
  start: number;
  end: number;
  readonly layer: Layer;
  readonly values: readonly string[];
}

function readFile(file: ImportFile, found: ImportCollector): void {
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!(lines[0] ?? '').startsWith('#FORMAT=WebAnno TSV 3')) {
    found.problem(file, 'This is not WebAnno TSV 3: the first line must say so.', 1);
    return;
  }
  const layers = layersOf(lines);
  const spans = new Map<string, FoundSpan>();
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
      for (const { key, values } of valuesOf(cells, layer, i)) {
        if (!layer.isSpan) found.skip('relations and chains between spans');
        else {
          const span = spans.get(key);
          if (span) span.end = Math.max(span.end, Number(end));
          else spans.set(key, { start: Number(start), end: Number(end), layer, values });
        }
      }
  }
  const carried = new CarriedText(textOf(sentences));
  const article = present({ path: file.name.replace(/^.*[/\\]/s, '').replace(/\.tsv$/i, ''), text: carried.raw.trim() });
  for (const { start, end, layer, values } of spans.values()) {
    const place = carried.passage(start, end, 'utf-16');
    if (place === undefined) {
      found.problem(file, `A span of ${layer.name} lies outside the text.`);
      continue;
    }
    const named = labelled(layer.name, found.mapping);
    const [first, ...more] = values.filter((value) => value !== '*' && value !== '');
    const label = found.labelled(named?.tags !== undefined && first !== undefined ? first : layer.name);
    if (named === undefined || label === undefined) continue;
    const features = layer.features.flatMap((name, i) => (values[i] === '*' || values[i] === undefined ? [] : [`${name}: ${values[i]}`]));
    const note = named.tags === undefined || more.length > 0 ? features.join('\n') : '';
    found.annotations.push({ article, annotation: { ...label, status: 'accepted', ...place, ...present({ note, by: 'webanno' }) } });
  }
}

/** The layers of the head, with the columns they have: one a feature, at least one, and one more where a span refers to another. */
function layersOf(lines: readonly string[]): readonly Layer[] {
  const layers: Layer[] = [];
  let column = 3;
  for (const line of lines) {
    const [, kind, rest = ''] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? [];
    if (kind === undefined) continue;
    const [name = '', ...features] = rest.split('|');
    const own = features.filter((feature) => !feature.startsWith('BT_'));
    const slots = features.filter((feature) => feature.startsWith('ROLE_')).length;
    const width = kind === 'CH' ? 2 : Math.max(1, own.length) + (kind === 'RL' ? 1 : 0) + slots;
    layers.push({ isSpan: kind === 'SP', name, features: own, column, width });
    column += width;
  }
  return layers;
}

/** What a token carries of a layer; values of several spans at one token stand between bars, and a number in brackets joins tokens. */
function valuesOf(
  cells: readonly string[],
  layer: Layer,
  line: number,
): readonly { readonly key: string; readonly values: readonly string[] }[] {
  const columns = cells.slice(layer.column, layer.column + layer.width).map((cell) => cell.split(/(?<!\\)\|/));
  const [first = ['_']] = columns;
  return first.flatMap((value, i) => {
    if (value === '_') return [];
    const [, number] = /\[(\d{1,15})\]$/.exec(value) ?? [];
    const values = columns.map((column) => unescaped((column[i] ?? '').replace(/\[\d{1,15}\]$/, '')));
    return [{ key: number === undefined ? `${layer.column} line ${line} ${i}` : `${layer.column} [${number}]`, values }];
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
