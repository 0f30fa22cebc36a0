import type { YamlItem, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yamlNode';
import { isReserved } from './yamlWrite';

/** The tree, or where something stands that is not read by lines. */
export type LineReading = { readonly root: YamlMap } | { readonly stopped: number };

/**
 * Reads the YAML that we write ourselves: block maps and lists of maps in lines, values on one line. A hundred times faster than
 * the full parser; anything else goes there. A test holds the two to the same trees.
 */
export function readLines(text: string): LineReading {
  return new LineReader(text).read();
}

const keyPattern = /([A-Za-z_][A-Za-z0-9_-]*):(?= |\r?\n|$)/y;
const plainPattern = /[A-Za-z0-9][A-Za-z0-9_./ -]*/y;
const quotedPattern = /"(?:[^"\\\n\r]|\\[^\n\r])*"/y;
const numberPattern = /^\d{1,15}$/;
const wordPattern = /^[A-Za-z]/;
/** Digits with a letter that occurs in no number of any notation. */
const idPattern = /^[0-9a-z]*[g-np-wyz][0-9a-z]*$/;

/** We nest less; whatever nests more is for the full parser to refuse. */
const deepest = 20;

class LineReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): LineReading {
    const root = this.#skipToContent() === 0 ? this.#blockMap(0) : undefined;
    return root !== undefined && this.#skipToContent() === undefined ? { root } : { stopped: this.#at };
  }

  /** Goes over blank and comment lines; the indentation of the next line, which `#at` then stands on, or undefined at the end. */
  #skipToContent(): number | undefined {
    const text = this.#text;
    while (this.#at < text.length) {
      let at = this.#at;
      while (text[at] === ' ') at++;
      const sign = text[at];
      if (sign === '\r' && text[at + 1] === '\n') at++;
      if (sign !== '#' && text[at] !== '\n' && at < text.length) {
        const indent = at - this.#at;
        return indent;
      }
      const end = text.indexOf('\n', at);
      this.#at = end < 0 ? text.length : end + 1;
    }
    return undefined;
  }

  /** `#at` stands on a line start, or behind the dash of an item; keys stand in column `indent`. */
  #blockMap(indent: number, inItem = false): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    for (let fresh = inItem; ; fresh = false) {
      if (!fresh) {
        const line = this.#at;
        const found = this.#skipToContent();
        if (found === undefined || found < indent || (found === indent && this.#text[this.#at + indent] === '-')) {
          // Comments before what follows belong to nobody here.
          this.#at = Math.max(line, this.#at);
          break;
        }
        if (found !== indent) return undefined;
        this.#at += indent;
      }
      const pair = this.#pair(indent);
      if (pair === undefined) return undefined;
      pairs.push(pair);
    }
    const [first, last] = [pairs[0], pairs.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return { kind: 'map', ...placed(first.start, last.value.end), flow: false, indent, pairs };
  }

  #pair(indent: number): YamlPair | undefined {
    const start = this.#at;
    const key = this.#match(keyPattern);
    if (key === undefined || isReserved(key.slice(0, -1))) return undefined;
    const colonEnd = this.#at;
    const value = this.#lineEnds() ? this.#block(indent) : this.#lineValue();
    return value && { key: key.slice(0, -1), start, keyEnd: colonEnd - 1, colonEnd, value };
  }

  /** Goes over the end of a line with nothing but blanks before it. */
  #lineEnds(): boolean {
    let at = this.#at;
    while (this.#text[at] === ' ') at++;
    if (this.#text[at] === '\r') at++;
    if (at < this.#text.length && this.#text[at] !== '\n') return false;
    this.#at = Math.min(at + 1, this.#text.length);
    return true;
  }

  #lineValue(): YamlNode | undefined {
    while (this.#text[this.#at] === ' ') this.#at++;
    const value = this.#value(true);
    return value !== undefined && this.#lineEnds() ? value : undefined;
  }

  #nested<T>(read: () => T): T | undefined {
    if (this.#depth === deepest) return undefined;
    this.#depth++;
    const node = read();
    this.#depth--;
    return node;
  }

  /** What stands in the lines below a key or a dash in column `parent`. */
  #block(parent: number): YamlNode | undefined {
    const indent = this.#skipToContent();
    if (indent === undefined || indent < parent) return undefined;
    if (this.#isDash(this.#at + indent)) return this.#nested(() => this.#blockList(parent));
    return indent > parent ? this.#nested(() => this.#blockMap(indent)) : undefined;
  }

  #isDash(at: number): boolean {
    const next = this.#text[at + 1];
    return this.#text[at] === '-' && (next === ' ' || next === '\n' || next === '\r');
  }

  #blockList(parent: number): YamlList | undefined {
    const items: YamlItem[] = [];
    let indent: number | undefined;
    for (;;) {
      const found = this.#skipToContent();
      if (found === undefined || (indent !== undefined && found < indent)) break;
      const start = this.#at + found;
      if (!this.#isDash(start) || this.#text.startsWith('-  ', start)) {
        if (indent !== undefined && found === parent) break;
        return undefined;
      }
      if (found < parent || (indent !== undefined && found !== indent)) return undefined;
      indent = found;
      this.#at = start + 1;
      const node = this.#lineEnds() ? this.#block(indent + 1) : this.#item(indent + 2);
      if (node === undefined) return undefined;
      items.push({ start, node });
    }
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined || indent === undefined) return undefined;
    return { kind: 'list', ...placed(first.start, last.node.end), flow: false, indent, items };
  }

  /** Behind `- `. */
  #item(indent: number): YamlNode | undefined {
    const start = (this.#at += 1);
    const isMap = this.#match(keyPattern) !== undefined;
    this.#at = start;
    return isMap ? this.#blockMap(indent, true) : this.#lineValue();
  }

  #value(inBlock: boolean): YamlNode | undefined {
    const start = this.#at;
    switch (this.#text[start]) {
      case '"':
        return this.#quoted();
      case '[':
        return this.#nested(() => this.#flowList());
      case '{':
        return this.#nested(() => this.#flowMap());
      default:
        return this.#plain(inBlock);
    }
  }

  #quoted(): YamlScalar | undefined {
    const start = this.#at;
    const written = this.#match(quotedPattern);
    if (written === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(written);
      return typeof value === 'string' ? scalar(start, this.#at, value, value) : undefined;
    } catch {
      return undefined;
    }
  }

  #plain(inBlock: boolean): YamlScalar | undefined {
    const start = this.#at;
    const run = this.#match(plainPattern);
    if (run === undefined) return undefined;
    const source = run.trimEnd();
    this.#at = start + source.length;
    // A plain scalar goes on where something else follows it, in the line or, with more indentation, in the next one.
    const next = this.#text[start + run.length];
    if (inBlock ? next !== undefined && next !== '\n' && next !== '\r' : next !== ',' && next !== ']' && next !== '}') return undefined;
    if (numberPattern.test(source)) return scalar(start, this.#at, Number(source), source);
    return !isReserved(source) && (wordPattern.test(source) || idPattern.test(source))
      ? scalar(start, this.#at, source, source)
      : undefined;
  }

  #flowList(): YamlList | undefined {
    const start = this.#at++;
    const items: YamlItem[] = [];
    while (this.#text[this.#at] !== ']') {
      if (items.length > 0 && !this.#comma()) return undefined;
      const node = this.#value(false);
      if (node === undefined) return undefined;
      items.push({ start: node.start, node });
    }
    return { kind: 'list', ...placed(start, ++this.#at), flow: true, indent: 0, items };
  }

  #flowMap(): YamlMap | undefined {
    const start = this.#at++;
    const pairs: YamlPair[] = [];
    while (this.#text[this.#at] !== '}') {
      if (pairs.length > 0 && !this.#comma()) return undefined;
      const from = this.#at;
      const key = this.#match(keyPattern);
      if (key === undefined || isReserved(key.slice(0, -1)) || this.#text[this.#at] !== ' ') return undefined;
      const colonEnd = this.#at++;
      const value = this.#value(false);
      if (value === undefined) return undefined;
      pairs.push({ key: key.slice(0, -1), start: from, keyEnd: colonEnd - 1, colonEnd, value });
    }
    return { kind: 'map', ...placed(start, ++this.#at), flow: true, indent: 0, pairs };
  }

  #comma(): boolean {
    if (this.#text[this.#at] !== ',' || this.#text[this.#at + 1] !== ' ') return false;
    this.#at += 2;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function placed(start: number, end: number): { start: number; end: number; propertyStart: number } {
  return { start, end, propertyStart: start };
}

function scalar(start: number, end: number, value: string | number, source: string): YamlScalar {
  return { kind: 'scalar', ...placed(start, end), value, source, block: false };
}
