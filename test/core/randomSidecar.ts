import type { Annotation } from '../../src/core/index';
import { Random } from './random';

/** A stretch of a generated file and the field it belongs to (`id.key`); layout belongs to nobody (''). */
interface Piece {
  readonly text: string;
  readonly owner: string;
}

export interface RandomSidecar {
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** For every code unit of `text` the field it belongs to. */
  readonly owners: readonly string[];
}

const texts = [
  'no',
  '12:30',
  '2024-05-03',
  '“we will rebuild”',
  'a: b # c',
  "it's",
  '- dash',
  'plain words',
  '1e3',
  '{x}',
  'tab\there',
  '😀 end ',
  '',
  'null',
  'back\\slash "quote"',
  '*star',
  '&and',
];

/** Files as people and other programs write them: every style of YAML in every mixture. */
export function randomSidecar(seed: number): RandomSidecar {
  const random = new Random(seed);
  const eol = random.chance(30) ? '\r\n' : '\n';
  const pieces: Piece[] = [];
  const put = (text: string, owner = '') => pieces.push({ text: text.replace(/\n/g, eol), owner });
  const annotations = Array.from({ length: random.below(5) }, (_, index) => randomAnnotation(random, index));
  if (random.chance(10)) put('\uFEFF');
  if (random.chance(15)) put('# made by hand\n', 'comment');
  if (random.chance(10)) put('---\n');
  if (random.chance(8)) flowFile(random, annotations, put);
  else blockFile(random, annotations, put);
  if (random.chance(15)) {
    const last = pieces.at(-1);
    if (last !== undefined) pieces[pieces.length - 1] = { ...last, text: last.text.replace(/\r?\n$/, '') };
  } else if (random.chance(10)) put('# the end\n', 'comment');
  return {
    text: pieces.map((piece) => piece.text).join(''),
    annotations,
    owners: pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.owner)),
  };
}

export function randomAnnotation(random: Random, index: number): Annotation {
  const start = random.below(50);
  return {
    id: `e${index}${random.pick(['k', 'z', '7'])}g`,
    type: random.pick(['quotation', 'statement', 'speaker', 'date', 'cue', 'note'] as const),
    status: random.pick(['accepted', 'rejected'] as const),
    exact: random.pick(texts.filter((text) => text !== '')),
    prefix: random.pick(texts),
    suffix: random.pick(texts),
    start,
    end: start + random.below(9),
    ...(random.chance(40) && { speakers: random.shuffled(['ana-ruiz', 'no', '007']).slice(random.below(3)) }),
    ...(random.chance(30) && { mention: { start: random.below(9), end: 9 + random.below(9) } }),
    ...(random.chance(30) && { value: random.pick(['2024-05-03', 'P3D', '2024']) }),
    ...(random.chance(30) && { reviewed: { by: random.pick(texts), at: '2026-11-22T10:00:00Z' } }),
    ...(random.chance(30) && { note: random.pick([...texts, 'two\nlines', 'a\n\n b\n']) }),
    ...(random.chance(20) && { comments: [{ by: 'ana', at: '', text: random.pick(texts) }] }),
  };
}

type Put = (text: string, owner?: string) => void;

function blockFile(random: Random, annotations: readonly Annotation[], put: Put): void {
  const comment = () => {
    if (random.chance(15)) put('# remark: {x}, "y"\n', 'comment');
    if (random.chance(8)) put('\n');
  };
  const parts = [
    () => put(random.pick(['version: 1\n', 'version: 1 # ours\n', '"version":   1\n']), 'version'),
    () => {
      if (random.chance(70))
        put(random.pick(['document: {path: a.txt, offsets: codepoint}\n', 'document:\n  path: a.txt\n  more: [1, 2]\n']), 'document');
    },
    () => {
      if (random.chance(20)) put('tool: {name: other, list: [1, {a: b}]}\nother:\n- x\n- y: 1\n', 'unknown');
    },
  ];
  for (const part of random.chance(80) ? parts : random.shuffled(parts)) {
    comment();
    part();
  }
  if (annotations.length === 0) {
    put(random.pick(['', 'annotations: []\n', 'annotations:\n', 'annotations: # none\n', 'annotations: [ ] # none\n']));
    return;
  }
  if (random.chance(12)) {
    put('annotations: [');
    annotations.forEach((annotation, index) => {
      if (index > 0) put(random.pick([', ', ',\n   ', ' ,\n   # in between\n   ']));
      flowEntry(random, annotation, put);
    });
    put(random.pick([']\n', ', ] # all\n', '\n  ]\n']));
  } else {
    put(random.pick(['annotations:\n', 'annotations:   # the list\n']));
    const indent = random.pick([0, 2, 2, 4]);
    for (const annotation of annotations) {
      comment();
      blockEntry(random, annotation, indent, put);
    }
  }
  if (random.chance(15)) put('trailer: yes\n', 'unknown');
}

function blockEntry(random: Random, annotation: Annotation, indent: number, put: Put): void {
  const gap = random.pick([1, 1, 1, 3]);
  const column = indent + 1 + gap;
  put(' '.repeat(indent) + '-');
  if (random.chance(10)) {
    put(' '.repeat(gap));
    flowEntry(random, annotation, put);
    put('\n');
    return;
  }
  put(random.chance(8) ? `\n${' '.repeat(column)}` : ' '.repeat(gap));
  const fields = fieldsOf(random, annotation);
  fields.forEach(([key, value], index) => {
    const owner = `${annotation.id}.${key}`;
    if (index > 0) put(' '.repeat(column));
    put(`${key}:`, owner);
    put(...([blockValue(random, value, column), owner] as const));
    if (random.chance(6) && index + 1 < fields.length) put(`${' '.repeat(column)}# about the next\n`, 'comment');
  });
}

function fieldsOf(random: Random, annotation: Annotation): [string, unknown][] {
  const fields: [string, unknown][] = Object.entries(annotation);
  if (random.chance(20)) fields.splice(random.below(fields.length), 0, ['colour', random.pick(['blue', 7, ['x', 'y'], { a: 'b' }])]);
  if (random.chance(5)) fields.push(['empty', undefined]);
  return random.chance(70) ? fields : random.shuffled(fields);
}

/** A value behind `key:`, with its line end. */
function blockValue(random: Random, value: unknown, column: number): string {
  const tail = random.pick(['\n', '\n', '\n', ' # why\n', '  \n']);
  const inner = ' '.repeat(column + random.pick([1, 2, 4]));
  if (value === undefined) return '\n';
  if (typeof value === 'string') {
    if (/^[^\s#][^\t]*$/.test(value) && !/[ \n\\]$|\n[ \n]/.test(value) && random.chance(25)) {
      return ` |-\n${value
        .split('\n')
        .map((line) => inner + line)
        .join('\n')}\n`;
    }
    if (/^[^\s#].*[^\s]\n$/.test(value) && !value.includes('\n\n') && random.chance(60)) return ` |\n${inner}${value.slice(0, -1)}\n`;
    return ` ${flowText(random, value, inner)}${tail}`;
  }
  if (Array.isArray(value) && value.length > 0 && random.chance(40)) {
    const dashes = ' '.repeat(column + random.pick([0, 2]));
    return `${random.pick(['', ' # list'])}\n${value.map((item) => `${dashes}- ${flowValue(random, item)}\n`).join('')}`;
  }
  if (isMap(value) && random.chance(40)) {
    return `\n${Object.entries(value)
      .map(([key, member]) => `${inner}${key}: ${flowValue(random, member)}\n`)
      .join('')}`;
  }
  return ` ${flowValue(random, value)}${tail}`;
}

function flowFile(random: Random, annotations: readonly Annotation[], put: Put): void {
  put('{version: 1, document: {path: a.txt}, annotations: [');
  annotations.forEach((annotation, index) => {
    if (index > 0) put(', ');
    flowEntry(random, annotation, put);
  });
  put(']}\n');
}

function flowEntry(random: Random, annotation: Annotation, put: Put): void {
  put('{');
  fieldsOf(random, annotation)
    .filter(([, value]) => value !== undefined)
    .forEach(([key, value], index) => {
      if (index > 0) put(random.pick([', ', ',\n      ']));
      put(`${random.chance(10) ? `"${key}"` : key}: ${flowValue(random, value)}`, `${annotation.id}.${key}`);
    });
  put(random.pick(['}', '}', ' }', ',}']));
}

function flowValue(random: Random, value: unknown): string {
  if (typeof value === 'string') return flowText(random, value, undefined);
  if (Array.isArray(value)) return `[${value.map((item) => flowValue(random, item)).join(random.pick([', ', ' , ']))}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}: ${flowValue(random, member)}`)
      .join(', ')}}`;
  return String(value);
}

function flowText(random: Random, value: string, inner: string | undefined): string {
  if (/^[a-z][a-z ]*[a-z]$/.test(value) && value !== 'no' && value !== 'null' && random.chance(60)) return value;
  if (/^[\x20-\x7e]*$/.test(value) && random.chance(40)) return `'${value.replace(/'/g, "''")}'`;
  const quoted = JSON.stringify(value);
  // A double-quoted text may be folded at a single space between words.
  return inner !== undefined && random.chance(20) ? quoted.replace(/(\w) (\w)/, `$1\n${inner}$2`) : quoted;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
