import { characterReference } from '../html/entities';
import { type HtmlTag, htmlTag } from '../html/htmlTag';
import { finder, codeEnds, targetLength } from './inlineSigns';

/** What becomes of a part of a block's text; parts that nothing is said about are not seen by a reader. */
export type MarkdownPiece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'put'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'tag'; readonly start: number; readonly end: number; readonly tag: HtmlTag }
  | { readonly kind: 'break' };

type Token =
  | MarkdownPiece
  | { readonly kind: 'hidden' }
  | { kind: 'marks'; start: number; end: number; readonly mark: string; readonly opens: boolean; readonly closes: boolean };

type Marks = Extract<Token, { kind: 'marks' }>;

const special = /[\\`*_~[\]!<&\n]/g;

const punctuation = /^[!-/:-@[-`{-~]$/;

const wordBefore = /[\p{L}\p{N}]$/u;

const wordAfter = /^[\p{L}\p{N}]/u;

/**
 * Cuts the text of one block into what is read and what is not: emphasis, code, links, images, tags, escapes and character
 * references (CommonMark 0.31, "Inlines"). The rules of three and of crossing emphasis are left out: they decide what is
 * nested in what, not which signs are seen. Linear: links reach a bounded distance, marks are matched by one stack each.
 */
export function markdownPieces(text: string, references: ReadonlySet<string>): readonly MarkdownPiece[] {
  return new InlineScanner(text, references).scan();
}

class InlineScanner {
  readonly #text: string;
  readonly #references: ReadonlySet<string>;
  readonly #tokens: Token[] = [];
  /** Open square brackets, by token. */
  #brackets: { readonly token: number; readonly start: number; readonly image: boolean }[] = [];
  #codeEnds: ReadonlyMap<number, number> | undefined;
  readonly #nextTagStart: (from: number) => number;
  readonly #nextTagEnd: (from: number) => number;
  readonly #nextCommentEnd: (from: number) => number;
  #at = 0;

  constructor(text: string, references: ReadonlySet<string>) {
    this.#text = text;
    this.#references = references;
    this.#nextTagStart = finder(text, '<');
    this.#nextTagEnd = finder(text, '>');
    this.#nextCommentEnd = finder(text, '-->');
  }

  scan(): readonly MarkdownPiece[] {
    while (this.#at < this.#text.length) {
      special.lastIndex = this.#at;
      const next = special.exec(this.#text)?.index ?? this.#text.length;
      this.#take(next);
      if (next < this.#text.length) this.#special(this.#text.charAt(next));
    }
    this.#resolveMarks();
    return this.#tokens.flatMap((token): readonly MarkdownPiece[] => {
      if (token.kind === 'hidden') return [];
      if (token.kind !== 'marks') return [token];
      return token.start < token.end ? [{ kind: 'text', start: token.start, end: token.end }] : [];
    });
  }

  /** Text up to `end`. */
  #take(end: number): void {
    if (end > this.#at) this.#tokens.push({ kind: 'text', start: this.#at, end });
    this.#at = end;
  }

  #put(text: string, end: number): void {
    this.#tokens.push({ kind: 'put', start: this.#at, end, text });
    this.#at = end;
  }

  #special(character: string): void {
    const at = this.#at;
    const next = this.#text.charAt(at + 1);
    if (character === '\\') {
      if (next === '\n') this.#breakAt(at + 2);
      else if (punctuation.test(next)) this.#put(next, at + 2);
      else this.#take(at + 1);
    } else if (character === '\n') this.#lineEnd();
    else if (character === '&') {
      const reference = characterReference(this.#text, at);
      if (reference) this.#put(reference.text, reference.end);
      else this.#take(at + 1);
    } else if (character === '`') this.#code();
    else if (character === '<') this.#tag();
    else if (character === '[' || (character === '!' && next === '[')) this.#openBracket(character === '!');
    else if (character === ']') this.#closeBracket();
    else if (character === '!') this.#take(at + 1);
    else this.#marks(character);
  }

  #breakAt(end: number): void {
    this.#tokens.push({ kind: 'break' });
    this.#at = end;
  }

  /** Two spaces before the line's end are a hard break. */
  #lineEnd(): void {
    if (this.#text.slice(Math.max(0, this.#at - 2), this.#at) === '  ') this.#breakAt(this.#at + 1);
    else this.#take(this.#at + 1);
  }

  #code(): void {
    const start = this.#at;
    let contentStart = start;
    while (this.#text[contentStart] === '`') contentStart += 1;
    this.#codeEnds ??= codeEnds(this.#text);
    const close = this.#codeEnds.get(start);
    if (close === undefined) this.#take(contentStart);
    else {
      this.#at = contentStart;
      this.#take(close);
      this.#at = close + (contentStart - start);
    }
  }

  #tag(): void {
    const start = this.#at;
    const address = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/i.exec(
      this.#text.slice(start, start + 2100),
    )?.[1];
    if (address !== undefined) {
      this.#at = start + 1;
      this.#take(start + 1 + address.length);
      this.#at += 1;
      return;
    }
    const end = this.#text.startsWith('<!--', start) ? this.#commentEnd(start) : this.#tagEnd(start);
    const tag = end === undefined ? undefined : htmlTag(this.#text.slice(start, end), 0);
    if (tag?.complete && [...tag.attributes.keys()].every((name) => /^[a-z_:@][\w.:@-]*$/.test(name))) {
      this.#tokens.push({ kind: 'tag', start, end: start + tag.end, tag });
      this.#at = start + tag.end;
    } else this.#take(start + 1);
  }

  #commentEnd(start: number): number | undefined {
    const close = this.#nextCommentEnd(start + 4);
    return close < 0 ? undefined : close + 3;
  }

  /** A tag with a '<' in an attribute is taken for text here, so that each sign is looked at once. */
  #tagEnd(start: number): number | undefined {
    const close = this.#nextTagEnd(start);
    const open = this.#nextTagStart(start + 1);
    return close < 0 || (open >= 0 && open < close) ? undefined : close + 1;
  }

  #openBracket(image: boolean): void {
    this.#brackets.push({ token: this.#tokens.length, start: this.#at, image });
    this.#take(this.#at + (image ? 2 : 1));
  }

  #closeBracket(): void {
    const close = this.#at;
    const open = this.#brackets.pop();
    const end = open && this.#linkEnd(open.start + (open.image ? 2 : 1), close);
    if (!open || end === undefined) {
      this.#take(close + 1);
      return;
    }
    if (open.image) this.#tokens.splice(open.token);
    else this.#tokens[open.token] = { kind: 'hidden' };
    this.#at = end;
  }

  /** Where a link whose text is [start, close) ends, after its target; `undefined` where there is none. */
  #linkEnd(start: number, close: number): number | undefined {
    const after = this.#text.slice(close + 1, close + 2500);
    if (after.startsWith('(')) {
      const length = targetLength(after);
      if (length !== undefined) return close + 1 + length;
    }
    const label = /^\[([^\][]{0,200})\]/.exec(after);
    const content = close - start <= 200 ? this.#text.slice(start, close) : '';
    const name = (label?.[1] === undefined || label[1] === '' ? content : label[1]).toLowerCase();
    if (name === '' || !this.#references.has(name)) return undefined;
    return close + 1 + (label?.[0].length ?? 0);
  }

  #marks(mark: string): void {
    const start = this.#at;
    let end = start;
    while (this.#text[end] === mark) end += 1;
    const before = this.#text.slice(Math.max(0, start - 2), start);
    const after = this.#text.slice(end, end + 2);
    const spaceBefore = before === '' || /\s$/.test(before);
    const spaceAfter = after === '' || /^\s/.test(after);
    const inWord = wordBefore.test(before) && wordAfter.test(after);
    const tilde = mark === '~' && end - start !== 2;
    const usable = !tilde && !(mark === '_' && inWord);
    const leansRight = !spaceAfter && (wordAfter.test(after) || spaceBefore || !wordBefore.test(before));
    const leansLeft = !spaceBefore && (wordBefore.test(before) || spaceAfter || !wordAfter.test(after));
    this.#tokens.push({ kind: 'marks', start, end, mark, opens: usable && leansRight, closes: usable && leansLeft });
    this.#at = end;
  }

  /** Takes the signs away of marks that meet their like; what is left over stays text. */
  #resolveMarks(): void {
    const open = new Map<string, Marks[]>([
      ['*', []],
      ['_', []],
      ['~', []],
    ]);
    for (const token of this.#tokens) {
      if (token.kind !== 'marks') continue;
      const stack = open.get(token.mark) ?? [];
      if (token.closes) {
        for (let opener = stack.at(-1); opener && token.start < token.end; opener = stack.at(-1)) {
          const matched = Math.min(opener.end - opener.start, token.end - token.start);
          opener.end -= matched;
          token.start += matched;
          if (opener.start === opener.end) stack.pop();
        }
      }
      if (token.opens && token.start < token.end) stack.push(token);
    }
  }
}
