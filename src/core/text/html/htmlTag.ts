import { characterReference } from './entities';
import { isSpace } from '../proseFlow';

export interface HtmlTag {
  readonly kind: 'open' | 'close' | 'comment';
  /** In small letters; empty for comments, doctypes and processing instructions. */
  readonly name: string;
  /** Just after its last character; the text's end where it is never closed. */
  readonly end: number;
  readonly complete: boolean;
  readonly attributes: ReadonlyMap<string, HtmlAttribute>;
}

export interface HtmlAttribute {
  /** With character references decoded. */
  readonly value: string;
  /** Without the quotation marks. */
  readonly start: number;
  readonly end: number;
}

const noAttributes: ReadonlyMap<string, HtmlAttribute> = new Map();

/**
 * Reads the tag, comment or declaration that starts at text[at] = '<'; `undefined` where the sign is text
 * (HTML Standard, "Tokenization", as far as it tells text from markup). Linear in the tag.
 */
export function htmlTag(text: string, at: number): HtmlTag | undefined {
  if (text.startsWith('<!--', at)) return upTo(text, '-->', at + 4);
  const next = text.charCodeAt(at + 1);
  if (next === 0x21 || next === 0x3f) return upTo(text, '>', at + 2);
  const closing = next === 0x2f;
  const nameStart = at + (closing ? 2 : 1);
  if (!isLetter(text.charCodeAt(nameStart))) return undefined;
  let i = nameStart;
  while (i < text.length && !isSpace(text.charCodeAt(i)) && text[i] !== '>' && text[i] !== '/') i += 1;
  const name = text.slice(nameStart, i).toLowerCase();
  const attributes = readAttributes(text, i);
  return { kind: closing ? 'close' : 'open', name, ...attributes };
}

function upTo(text: string, mark: string, from: number): HtmlTag {
  const found = text.indexOf(mark, from);
  const complete = found >= 0;
  return { kind: 'comment', name: '', end: complete ? found + mark.length : text.length, complete, attributes: noAttributes };
}

function readAttributes(text: string, start: number): Pick<HtmlTag, 'attributes' | 'complete' | 'end'> {
  let attributes: Map<string, HtmlAttribute> | undefined;
  let i = start;
  while (i < text.length) {
    const unit = text[i] ?? '';
    if (unit === '>') return { end: i + 1, complete: true, attributes: attributes ?? noAttributes };
    if (unit === '/' || isSpace(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const nameStart = i;
    i += 1;
    while (i < text.length && !isSpace(text.charCodeAt(i)) && text[i] !== '=' && text[i] !== '>' && text[i] !== '/') i += 1;
    const name = text.slice(nameStart, i).toLowerCase();
    i = skipSpace(text, i);
    let value = { start: i, end: i, next: i };
    if (text[i] === '=') value = attributeValue(text, skipSpace(text, i + 1));
    i = value.next;
    attributes ??= new Map();
    if (!attributes.has(name))
      attributes.set(name, { value: decoded(text.slice(value.start, value.end)), start: value.start, end: value.end });
  }
  return { end: text.length, complete: false, attributes: attributes ?? noAttributes };
}

function attributeValue(text: string, at: number): { start: number; end: number; next: number } {
  const mark = text[at];
  if (mark === '"' || mark === "'") {
    const close = text.indexOf(mark, at + 1);
    return close < 0 ? { start: at + 1, end: text.length, next: text.length } : { start: at + 1, end: close, next: close + 1 };
  }
  let i = at;
  while (i < text.length && !isSpace(text.charCodeAt(i)) && text[i] !== '>') i += 1;
  return { start: at, end: i, next: i };
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** Text with its character references decoded. */
export function decoded(text: string): string {
  return text.replace(/&[#a-zA-Z0-9]{1,10};/g, (reference) => characterReference(reference, 0)?.text ?? reference);
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
