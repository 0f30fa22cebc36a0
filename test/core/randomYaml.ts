import type { Random } from './random';

/** A stretch of a generated file and the field it belongs to (`id.key`); layout belongs to nobody (''). */
interface Piece {
  readonly text: string;
  readonly owner: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A key of the root map: a value that belongs to `owner`, or a list of entries. */
export type Root =
  | { readonly key: string; readonly owner: string; readonly value: unknown }
  | { readonly key: string; readonly entries: readonly { readonly id: string; readonly fields: Fields }[] };

export interface RandomYaml {
  readonly text: string;
  /** For every code unit of `text` the field it belongs to; an alias belongs to its own field and to the one with the anchor (`a|b`). */
  readonly owners: readonly string[];
}

/** Texts that some style or version of YAML finds hard. */
export const texts = [
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
export function randomYaml(random: Random, roots: readonly Root[], repeatKeys = false): RandomYaml {
  const scribe = new Scribe(random, repeatKeys);
  scribe.file(roots);
  return {
    text: scribe.pieces.map((piece) => piece.text).join(''),
    owners: scribe.pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.owner)),
  };
}

class Scribe {
  readonly pieces: Piece[] = [];
  readonly #random: Random;
  readonly #repeatKeys: boolean;
  readonly #eol: string;
  /** By name: the value as JSON once it is complete, and whose it is. */
  readonly #anchors = new Map<string, { json?: string; readonly owner: string }>();

  constructor(random: Random, repeatKeys: boolean) {
    this.#random = random;
    this.#repeatKeys = repeatKeys;
    this.#eol = random.chance(30) ? '\r\n' : '\n';
  }

  file(roots: readonly Root[]): void {
    const random = this.#random;
    if (random.chance(10)) this.#put('\uFEFF');
    if (random.chance(15)) this.#put('# made by hand\n', 'comment');
    const marked = random.chance(10);
    if (marked) this.#put(random.pick(['---\n', '--- # ours\n', '%YAML 1.2\n---\n']));
    if (random.chance(8)) this.#flowRoot(roots);
    else if (random.chance(10)) for (const root of roots) this.#calmRoot(root);
    else for (const root of random.chance(80) ? roots : random.shuffled(roots)) this.#blockRoot(root);
    if (random.chance(15)) {
      const last = this.pieces.at(-1);
      if (last !== undefined && !this.#inBlockScalar())
        this.pieces[this.pieces.length - 1] = { ...last, text: last.text.replace(/\r?\n$/, '') };
      return;
    }
    if (marked && random.chance(30)) this.#put('...\n');
    if (random.chance(10)) this.#put('# the end\n', 'comment');
  }

  #put(text: string, owner = ''): void {
    this.pieces.push({ text: text.replace(/\n/g, this.#eol), owner });
  }

  #comment(): void {
    if (this.#random.chance(15)) this.#put('# remark: {x}, "y"\n', 'comment');
    if (this.#random.chance(8) && !this.#inBlockScalar()) this.#put('\n');
  }

  /** What is blank here could belong to the value above. */
  #inBlockScalar(): boolean {
    return /^\s*[|>]/.test(this.pieces.at(-1)?.text ?? '');
  }

  #flowRoot(roots: readonly Root[]): void {
    this.#put('{');
    roots.forEach((root, index) => {
      if (index > 0) this.#put(this.#random.pick([', ', ',\n  ', ' ,\t']));
      if (!('entries' in root)) {
        this.#put(`${root.key}: `, root.owner);
        this.#flow(root.value, root.owner, ' ');
        return;
      }
      this.#put(`${root.key}: [`);
      this.#flowEntries(root.entries);
      this.#put(']');
    });
    this.#put('}\n');
  }

  /** Much as we write it ourselves. */
  #calmRoot(root: Root): void {
    this.#comment();
    if (!('entries' in root)) {
      this.#put(`${root.key}: ${inLine(root.value)}\n`, root.owner);
      return;
    }
    this.#put(root.entries.length === 0 ? `${root.key}: []\n` : `${root.key}:\n`);
    for (const { id, fields } of root.entries) {
      this.#comment();
      Object.entries(fields).forEach(([key, value], index) => {
        this.#put(index === 0 ? '  - ' : '    ');
        this.#put(`${key}: ${inLine(value)}\n`, `${id}.${key}`);
      });
    }
  }

  #blockRoot(root: Root): void {
    const random = this.#random;
    this.#comment();
    if (!('entries' in root)) {
      this.#pair(root.key, root.value, root.owner, 0);
      return;
    }
    const { key, entries } = root;
    if (entries.length === 0) {
      this.#put(random.pick(['', `${key}: []\n`, `${key}:\n`, `${key}: # none\n`, `${key}: [ ] # none\n`, `${key}: ~\n`]));
      return;
    }
    if (random.chance(12)) {
      this.#put(`${key}: [`);
      this.#flowEntries(entries);
      this.#put(random.pick([']\n', ', ] # all\n', '\n  ]\n', '\t]\t# all\n']));
      return;
    }
    this.#put(key + random.pick([':\n', ':   # the list\n', ':\t# the list\n', ': !!seq\n', ': &list\n']));
    const indent = random.pick([0, 2, 2, 4]);
    for (const { id, fields } of entries) {
      this.#comment();
      this.#blockEntry(id, fields, indent);
    }
  }

  #flowEntries(entries: readonly { readonly id: string; readonly fields: Fields }[]): void {
    entries.forEach(({ id, fields }, index) => {
      if (index > 0) this.#put(this.#random.pick([', ', ',\n   ', ' ,\n   # in between\n   ', ',\t']));
      this.#flowEntry(id, fields);
    });
  }

  #blockEntry(id: string, given: Fields, indent: number): void {
    const random = this.#random;
    const gap = random.pick([1, 1, 1, 3]);
    const column = indent + 1 + gap;
    this.#put(`${' '.repeat(indent)}-`);
    if (random.chance(10)) {
      this.#put(random.pick([' '.repeat(gap), '\t']));
      this.#flowEntry(id, given);
      this.#put('\n');
      return;
    }
    const lead = random.below(100);
    const above = lead < 8 ? random.pick(['', '', ' # why']) : ` ${random.chance(50) ? this.#name(`${id}.`) : '!!map'}`;
    if (lead < 12) {
      this.#put(`${above}\n`, `${id}.`);
      this.#put(' '.repeat(column));
    } else this.#put(' '.repeat(gap));
    const fields = this.#extended(given);
    fields.forEach(([key, value], index) => {
      if (index > 0) this.#put(' '.repeat(column));
      this.#pair(key, value, `${id}.${key}`, column);
      if (random.chance(6) && index + 1 < fields.length) this.#put(`${' '.repeat(column)}# about the next\n`, 'comment');
      if (random.chance(2) && index + 1 < fields.length && !this.#inBlockScalar()) this.#put(random.pick(['\n', '  \n']));
    });
  }

  /** With what other programs put beside our fields, and in any order. */
  #extended(given: Fields): [string, unknown][] {
    const random = this.#random;
    const fields: [string, unknown][] = Object.entries(given).filter(([, value]) => value !== undefined);
    if (random.chance(20)) fields.splice(random.below(fields.length), 0, ['colour', random.pick(['blue', 7, ['x', 'y'], { a: 'b' }])]);
    if (random.chance(5)) fields.push(['empty', undefined]);
    const ordered = random.chance(70) ? fields : random.shuffled(fields);
    const again = this.#repeatKeys && random.chance(10) ? random.pick(ordered)[0] : undefined;
    return again === undefined || again === 'id' ? ordered : [...ordered, [again, 'said twice']];
  }

  /** `key: value` with its line end; the key stands at the place already. */
  #pair(key: string, value: unknown, owner: string, column: number): void {
    const random = this.#random;
    const scalar = typeof value === 'string' || typeof value === 'number';
    if (scalar && random.chance(3)) this.#put(`? ${key}\n${' '.repeat(column)}:`, owner);
    else this.#put(random.pick([`${key}:`, `${key}:`, `${key}:`, `"${key}":`, `${key} :`]), owner);
    this.#blockValue(value, owner, column);
  }

  #blockValue(value: unknown, owner: string, column: number): void {
    const random = this.#random;
    const tail = random.pick(['\n', '\n', '\n', '\n', ' # why\n', '  \n', '\t\n', '\t# why\n']);
    const gap = random.pick([' ', ' ', ' ', ' ', '  ', '\t', ' \t']);
    if (value === undefined) {
      this.#put(random.pick(['\n', '\n', ' ~\n', ' null\n']), owner);
      return;
    }
    if (this.#alias(value, owner, gap)) {
      this.#put(tail, owner);
      return;
    }
    const name = random.chance(10) ? this.#name(owner) : undefined;
    const tag = random.chance(4) ? tagOf(value) : undefined;
    const properties = random
      .shuffled([name, tag])
      .flatMap((one) => (one === undefined ? [] : gap + one))
      .join('');
    if (properties !== '') this.#put(properties, owner);
    this.#bareBlockValue(value, owner, column, { gap, tail });
    this.#complete(name, value);
  }

  #bareBlockValue(value: unknown, owner: string, column: number, { gap, tail }: { readonly gap: string; readonly tail: string }): void {
    const random = this.#random;
    const more = random.pick([1, 2, 4]);
    const inner = ' '.repeat(column + more);
    if (typeof value === 'string') {
      const block = random.chance(25) ? blockScalar(random, value, inner, more) : undefined;
      if (block !== undefined) {
        this.#put(gap + block, owner);
        return;
      }
      this.#put(gap + flowText(random, value, inner) + tail, owner);
      return;
    }
    if (Array.isArray(value) && value.length > 0 && random.chance(40)) {
      const dashes = ' '.repeat(column + random.pick([0, 2]));
      this.#put(`${random.pick(['', '', ' # list', '\t'])}\n`, owner);
      for (const item of value) {
        this.#put(`${dashes}- `, owner);
        this.#flow(item, owner, `${dashes}   `);
        this.#put('\n', owner);
      }
      return;
    }
    if (isMap(value) && Object.keys(value).length > 0 && random.chance(40)) {
      this.#put(`${random.pick(['', '', ' # map'])}\n`, owner);
      for (const [key, member] of Object.entries(value)) {
        this.#put(inner, owner);
        this.#pair(key, member, owner, inner.length);
      }
      return;
    }
    this.#put(gap, owner);
    this.#bareFlow(value, owner, inner);
    this.#put(tail, owner);
  }

  #flowEntry(id: string, given: Fields): void {
    this.#put('{');
    this.#extended(given).forEach(([key, value], index) => {
      const owner = `${id}.${key}`;
      if (index > 0) this.#put(this.#random.pick([', ', ', ', ',\n      ', ',\t']));
      this.#put(`${this.#random.pick([key, key, key, `"${key}"`])}: `, owner);
      if (value === undefined) this.#put('null', owner);
      else this.#flow(value, owner, '      ');
    });
    this.#put(this.#random.pick(['}', '}', ' }', ',}', '\t}']));
  }

  /** `inner` is the indentation of lines it may go on in. */
  #flow(value: unknown, owner: string, inner: string): void {
    const random = this.#random;
    if (this.#alias(value, owner, '')) {
      this.#put(' ');
      return;
    }
    const name = random.chance(6) ? this.#name(owner) : undefined;
    if (name !== undefined) this.#put(`${name} `, owner);
    if (random.chance(2)) this.#put(`${tagOf(value)} `, owner);
    this.#bareFlow(value, owner, inner);
    this.#complete(name, value);
  }

  #bareFlow(value: unknown, owner: string, inner: string): void {
    const random = this.#random;
    const comma = random.pick([', ', ', ', ', ', ' , ', ',\t', `,\n${inner}`, `, # more\n${inner}`]);
    const members = Array.isArray(value)
      ? value.map((item): [string, unknown] => ['', item])
      : isMap(value)
        ? Object.entries(value)
        : undefined;
    if (members === undefined) this.#put(typeof value === 'string' ? flowText(random, value, inner) : String(value), owner);
    else {
      const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
      this.#put(open + random.pick(['', '', ' ', '\t', `\n${inner}`]), owner);
      members.forEach(([key, member], index) => {
        this.#put((index > 0 ? comma : '') + (key === '' ? '' : random.pick([`${key}: `, `${key}: `, `"${key}":`, `? ${key} : `])), owner);
        this.#flow(member, owner, inner);
      });
      this.#put((members.length > 0 ? random.pick(['', '', ' ', ',', ' ,']) : '') + close, owner);
    }
  }

  /** A new anchor; names come again, and an alias means the last. */
  #name(owner: string): string {
    const name = this.#random.pick(['a', 'b', 'ana-ruiz', 'c:1', 'é']);
    this.#anchors.set(name, { owner });
    return `&${name}`;
  }

  #complete(name: string | undefined, value: unknown): void {
    const anchor = name === undefined ? undefined : this.#anchors.get(name.slice(1));
    // A name taken again inside the value means what is inside.
    if (anchor !== undefined && anchor.json === undefined) anchor.json = JSON.stringify(value);
  }

  #alias(value: unknown, owner: string, gap: string): boolean {
    const json = JSON.stringify(value);
    const found = [...this.#anchors].find(([, anchor]) => anchor.json === json);
    if (found === undefined || this.#random.chance(30)) return false;
    this.#put(gap, owner);
    this.#put(`*${found[0]}`, `${owner}|${found[1].owner}`);
    return true;
  }
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}: ${inLine(member)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

function tagOf(value: unknown): string {
  if (typeof value === 'string') return '!!str';
  if (typeof value === 'number') return '!!int';
  return Array.isArray(value) ? '!!seq' : '!!map';
}

/** Literal or folded, where it can be. */
function blockScalar(random: Random, value: string, inner: string, more: number): string | undefined {
  const text = value.replace(/\n+$/, '');
  if (text === '') return undefined;
  const chomp = { 0: '-', 1: '' }[value.length - text.length] ?? '+';
  const lines = text.split('\n');
  const number = /^[ \n]/.test(text) || random.chance(10) ? `${more}` : '';
  const head = random.pick([number + chomp, chomp + number]) + random.pick(['', '', ' # as it was', '\t']);
  const blanks = '\n'.repeat(Math.max(1, value.length - text.length));
  if (lines.length === 1 && !/^\s|\s$|\s\s/.test(text) && random.chance(40)) {
    return `>${head}\n${inner}${random.chance(60) ? text.replace(' ', `\n${inner}`) : text}${blanks}`;
  }
  const [first = ''] = lines;
  if (number === '' && first.trim() === '') return undefined;
  return `|${head}\n${lines.map((line) => (line === '' ? '' : inner + line)).join('\n')}${blanks}`;
}

function flowText(random: Random, value: string, inner: string): string {
  if (/^[a-z][a-z ]*[a-z]$/.test(value) && value !== 'no' && value !== 'null' && random.chance(60)) {
    return random.chance(20) ? value.replace(' ', `\n${inner}`) : value;
  }
  if (/^[\x20-\x7e]*$/.test(value) && random.chance(40)) return `'${value.replace(/'/g, "''")}'`;
  const quoted = JSON.stringify(value);
  // A double-quoted text may be folded at a single space between words.
  return random.chance(20) ? quoted.replace(/(\w) (\w)/, `$1\n${inner}$2`) : quoted;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
