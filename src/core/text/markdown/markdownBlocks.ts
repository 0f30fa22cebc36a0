import { isSpace } from '../proseFlow';

/** A paragraph, heading or the like: its lines without the markers of block quotes and lists; spans into `raw`. */
export interface MarkdownBlock {
  readonly kind: 'text' | 'heading' | 'code';
  readonly lines: readonly { readonly start: number; readonly end: number }[];
  /** The block goes on with the list item before it rather than standing apart. */
  readonly item: boolean;
  /** In a block quote. */
  readonly quoted: boolean;
}

export interface MarkdownBlocks {
  readonly blocks: readonly MarkdownBlock[];
  /** Labels of link reference definitions, in small letters. */
  readonly references: ReadonlySet<string>;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^#{1,6}(?=[ \t]|$)/;
const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const bullet = /^[-*+](?=[ \t]|$)/;
// CommonMark allows nine digits; here "1986. A year" stays what it says.
const number = /^\d{1,3}[.)](?=[ \t]|$)/;
const definition = /^\[([^\][\\]{1,200})\]:[ \t]{0,20}(?:<[^<>]{0,2000}>|[^\s<]\S{0,2000})/;
const tableRule = /^\|?[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}\|[-:| \t]{0,2000}$/;
const hidden: readonly { readonly start: RegExp; readonly end: string }[] = [
  { start: /^<script(?=[\s>]|$)/i, end: '</script>' },
  { start: /^<style(?=[\s>]|$)/i, end: '</style>' },
  { start: /^<!--/, end: '-->' },
];

/**
 * Cuts Markdown into blocks, a line at a time (CommonMark 0.31, "Blocks and inlines", as far as prose needs it; indented code is
 * read as text, for articles are pasted with indents more often than with code).
 */
export function markdownBlocks(raw: string, start: number): MarkdownBlocks {
  const blocks: MarkdownBlock[] = [];
  const references = new Set<string>();
  let open: { start: number; end: number }[] = [];
  let item = false;
  let quoted = false;
  let fenceMark = '';
  let hiddenEnd = '';
  const close = (kind: MarkdownBlock['kind'] = 'text') => {
    if (open.length > 0) blocks.push({ kind, lines: open, item, quoted });
    open = [];
    item = false;
  };
  for (let at = start; at < raw.length;) {
    const newline = raw.indexOf('\n', at);
    const end = newline < 0 ? raw.length : newline;
    const line = { start: at, end };
    at = end + 1;
    if (hiddenEnd !== '') {
      if (raw.slice(line.start, end).toLowerCase().includes(hiddenEnd)) hiddenEnd = '';
      continue;
    }
    if (fenceMark !== '') {
      const content = raw.slice(line.start, end).replace(/^[ \t>]{0,20}/, '');
      if (content.startsWith(fenceMark) && content.trimEnd() === fenceMark.charAt(0).repeat(content.trimEnd().length)) {
        fenceMark = '';
        close('code');
      } else open.push(line);
      continue;
    }
    const marked = withoutMarkers(raw, line, open.length > 0 && !item);
    // A quoted line ends a paragraph that is not; one without its sign goes on with a quoted one.
    if (marked.quoted && !quoted) close();
    if (open.length === 0) quoted = marked.quoted;
    const text = raw.slice(marked.start, end).trimEnd();
    const fenced = fence.exec(text)?.[1];
    const invisible = hidden.find((element) => element.start.test(text));
    if (text === '') close();
    else if (fenced !== undefined) {
      close();
      fenceMark = fenced;
    } else if (invisible) {
      close();
      if (!text.toLowerCase().includes(invisible.end, 4)) hiddenEnd = invisible.end;
    } else if (open.length > 0 && underline.test(text) && !marked.item) close('heading');
    else if (rule.test(text) || tableRule.test(text)) close();
    else if (open.length === 0 && definition.test(text)) references.add((definition.exec(text)?.[1] ?? '').toLowerCase());
    else {
      const atx = heading.exec(text);
      if (marked.item || atx || text.startsWith('|')) {
        close();
        item = marked.item || text.startsWith('|');
      }
      open.push({
        start: skipBlank(raw, marked.start + (atx?.[0].length ?? 0), end),
        end: atx ? endOfHeading(raw, marked.start, end) : end,
      });
      if (atx) close('heading');
    }
  }
  close(fenceMark === '' ? 'text' : 'code');
  return { blocks, references };
}

/** Where the text of a line begins after the markers of block quotes and list items. */
function withoutMarkers(
  raw: string,
  line: { readonly start: number; readonly end: number },
  inParagraph: boolean,
): { start: number; item: boolean; quoted: boolean } {
  let start = skipBlank(raw, line.start, line.end);
  let item = false;
  let quoted = false;
  // Nobody nests deeper; a line of ten thousand markers must not take its square.
  for (let depth = 0; depth < 20 && start < line.end; depth += 1) {
    const rest = raw.slice(start, Math.min(line.end, start + 200));
    const list = rule.test(raw.slice(start, line.end).trimEnd()) ? null : (bullet.exec(rest) ?? number.exec(rest));
    if (rest.startsWith('>')) {
      quoted = true;
      start = skipBlank(raw, start + 1, line.end);
    } else if (list && mayInterrupt(list[0], rest, inParagraph)) {
      item = true;
      start = skipBlank(raw, start + list[0].length, line.end);
    } else break;
  }
  return { start, item, quoted };
}

/** In a paragraph only "1." and bullets with a text begin a list: a hard-wrapped line may well begin with "14." */
function mayInterrupt(marker: string, rest: string, inParagraph: boolean): boolean {
  return !inParagraph || (/^(?:1[.)]|[-*+])$/.test(marker) && rest.trimEnd().length > marker.length);
}

/** The closing signs of "## Title ##" are no text. */
function endOfHeading(raw: string, start: number, end: number): number {
  let close = end;
  while (close > start && isSpace(raw.charCodeAt(close - 1))) close -= 1;
  let signs = close;
  while (signs > start && raw[signs - 1] === '#') signs -= 1;
  return signs < close && isSpace(raw.charCodeAt(signs - 1)) ? signs : close;
}

function skipBlank(raw: string, from: number, end: number): number {
  let i = from;
  while (i < end && (raw[i] === ' ' || raw[i] === '\t')) i += 1;
  return i;
}
