import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';

// Readers of the export formats for tests, each written from the format's own document.

/** RFC 4180. */
export function parseCsv(text: string, separator = ',', lineEnd = '\r\n'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let i = 0;
  while (i < text.length) {
    let cell = '';
    if (text[i] === '"') {
      for (i++; !(text[i] === '"' && text[i + 1] !== '"'); i++) {
        assert.ok(i < text.length, 'a quoted cell does not end');
        if (text[i] === '"') i++;
        cell += text.charAt(i);
      }
      i++;
    } else {
      while (i < text.length && !`${separator}\r\n`.includes(text.charAt(i))) {
        assert.notEqual(text[i], '"', 'a bare cell holds a quotation mark');
        cell += text.charAt(i);
        i++;
      }
    }
    row.push(cell);
    if (text[i] === separator) i++;
    else {
      assert.ok(text.startsWith(lineEnd, i), 'a record ends with its line end');
      i += lineEnd.length;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

export function records(rows: readonly (readonly string[])[]): Record<string, string>[] {
  const [header = [], ...rest] = rows;
  return rest.map((row) => {
    assert.equal(row.length, header.length, 'every record has every column');
    return Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']));
  });
}

export interface BratSpan {
  readonly type: string;
  readonly words: string;
  readonly attributes: Record<string, string>;
  readonly references: string[];
  readonly comments: Record<string, string>;
}

/** brat standoff (brat manual, "Standoff format"): every line is checked, every span against the text. */
export function parseBrat(text: string, ann: string): { spans: Map<string, BratSpan>; relations: string[] } {
  const points = Array.from(text);
  const spans = new Map<string, BratSpan>();
  const relations: string[] = [];
  const spanOf = (id: string): BratSpan => {
    const span = spans.get(id);
    assert.ok(span, `${id} comes before what refers to it`);
    return span;
  };
  for (const line of ann.split('\n').slice(0, -1)) {
    const [id = '', middle = '', ...rest] = line.split('\t');
    if (id.startsWith('T')) {
      const [, type = '', offsets = ''] = /^(\w+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(middle) ?? assert.fail(line);
      const fragments = offsets.split(';').map((fragment) => fragment.split(' ').map(Number));
      for (const [start = 0, end = 0] of fragments) assert.ok(start < end && end <= points.length, line);
      const words = fragments.map(([start, end]) => points.slice(start, end).join('')).join(' ');
      assert.deepEqual(rest, [words], 'the words are those of the text');
      assert.ok(!spans.has(id), `${id} only once`);
      spans.set(id, { type, words, attributes: {}, references: [], comments: {} });
    } else if (id.startsWith('A')) {
      const [, name = '', target = '', value = ''] = /^(\w+) (T\d+) (\w+)$/.exec(middle) ?? assert.fail(line);
      spanOf(target).attributes[name] = value;
    } else if (id.startsWith('N')) {
      const [, target = '', reference = ''] = /^Reference (T\d+) (\w+:\S+)$/.exec(middle) ?? assert.fail(line);
      assert.equal(rest.length, 1, line);
      spanOf(target).references.push(reference);
    } else if (id.startsWith('#')) {
      const [, name = '', target = ''] = /^(\w+) (T\d+)$/.exec(middle) ?? assert.fail(line);
      assert.equal(rest.length, 1, line);
      spanOf(target).comments[name] = rest[0] ?? '';
    } else {
      const [, type = '', from = '', to = ''] = /^(\w+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(middle) ?? assert.fail(line);
      assert.match(id, /^R\d+$/);
      relations.push(`${spanOf(from).words} ${type} ${spanOf(to).words}`);
    }
  }
  return { spans, relations };
}

interface FeatureStructure {
  readonly '%ID': number;
  readonly '%TYPE': string;
  readonly '@sofa'?: number;
  readonly sofaString?: string;
  readonly begin?: number;
  readonly end?: number;
  readonly [feature: string]: unknown;
}

/** UIMA CAS JSON 0.4: every type is declared, every reference leads somewhere, every annotation is in the view. */
export function parseCas(json: string): { text: string; annotations: (FeatureStructure & { words: string })[] } {
  const cas = JSON.parse(json) as {
    readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly '%FEATURE_STRUCTURES': readonly FeatureStructure[];
    readonly '%VIEWS': { readonly _InitialView: { readonly '%SOFA': number; readonly '%MEMBERS': readonly number[] } };
  };
  const structures = cas['%FEATURE_STRUCTURES'];
  const byId = new Map(structures.map((structure) => [structure['%ID'], structure]));
  assert.equal(byId.size, structures.length, 'ids are distinct');
  const view = cas['%VIEWS']._InitialView;
  const text = byId.get(view['%SOFA'])?.sofaString ?? assert.fail('no text');
  const annotations = structures.filter((structure) => structure['%TYPE'].startsWith('secondsource.'));
  for (const structure of structures) {
    const type = structure['%TYPE'];
    const declared = cas['%TYPES'][type];
    assert.ok(declared ?? /^uima\.(cas\.Sofa|tcas\.DocumentAnnotation)$/.test(type), `${type} is declared`);
    if (type !== 'uima.cas.Sofa') assert.ok(view['%MEMBERS'].includes(structure['%ID']), 'in the view');
    if (declared === undefined) continue;
    for (const [key, value] of Object.entries(structure)) {
      if (key.startsWith('%') || ['@sofa', 'begin', 'end'].includes(key)) continue;
      assert.ok(declared[key.replace(/^@/, '')], `${key} is declared`);
      if (key.startsWith('@')) assert.ok(byId.has(value as number), `${key} leads somewhere`);
      else assert.equal(typeof value, 'string');
    }
  }
  return { text, annotations: annotations.map((structure) => ({ ...structure, words: text.slice(structure.begin, structure.end) })) };
}

/** The annotations of one XMI file; every one is a member of the view, and references lead to another. */
export function parseXmi(xml: string): (Record<string, string> & { words: string })[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) }, { xmlMode: true }).end(xml);
  const one = (name: string) => elements.find((element) => element.name === name)?.attributes ?? assert.fail(`no ${name}`);
  const text = one('cas:Sofa').sofaString ?? '';
  const members = one('cas:View').members?.split(' ') ?? [];
  const ids = new Set(elements.flatMap(({ attributes }) => attributes['xmi:id'] ?? []));
  return elements
    .filter(({ name }) => name.startsWith('secondsource:'))
    .map(({ attributes }) => {
      assert.ok(members.includes(attributes['xmi:id'] ?? ''), 'in the view');
      for (const key of ['mention', 'cue']) assert.ok(attributes[key] === undefined || ids.has(attributes[key]), `${key} leads somewhere`);
      return { ...attributes, words: text.slice(Number(attributes.begin), Number(attributes.end)) };
    });
}

/** A ZIP archive without compression: local headers and the central directory must agree. */
export function parseZip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.length - 22;
  assert.equal(buffer.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let i = 0; i < buffer.readUInt16LE(end + 10); i++) {
    assert.equal(buffer.readUInt32LE(at), 0x02014b50);
    const [size, nameLength, local] = [buffer.readUInt32LE(at + 24), buffer.readUInt16LE(at + 28), buffer.readUInt32LE(at + 42)];
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    assert.equal(buffer.readUInt32LE(local), 0x04034b50);
    assert.equal(buffer.toString('utf8', local + 30, local + 30 + nameLength), name);
    files.set(name, buffer.toString('utf8', local + 30 + nameLength, local + 30 + nameLength + size));
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}
