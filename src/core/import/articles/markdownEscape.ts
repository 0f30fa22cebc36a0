/** In UTF-16 of the plain text of its block. */
export interface MarkdownLink {
  readonly start: number;
  readonly end: number;
  /** An address as `webAddress` gives it. */
  readonly href: string;
}

const wordCharacter = /[\p{L}\p{N}]/u;
const reference = /^&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});/;

/**
 * The text of one block as Markdown that CommonMark, and our reader, read as exactly this text. Only what would be read as markup is
 * escaped, for people read and annotate the file: brackets that make no link, signs inside words and quotation marks stay bare.
 * A line feed, of which a heading has none, becomes a hard line break. Links are in order and do not overlap. Linear.
 */
export function escapedMarkdown(text: string, links: readonly MarkdownLink[], heading: boolean): string {
  const lines: string[] = [];
  let line = '';
  let next = 0;
  let link: MarkdownLink | undefined;
  for (let i = 0; i < text.length; i += 1) {
    if (link?.end === i) {
      line += target(link.href);
      link = undefined;
    }
    const upcoming = links[next];
    if (upcoming?.start === i) {
      link = upcoming;
      next += 1;
      // "!" before a link would make a picture of it.
      if (line.endsWith('!')) line = `${line.slice(0, -1)}\\!`;
      line += '[';
    }
    if (text[i] === '\n') {
      lines.push(guardedLine(line));
      line = '';
    } else line += escaped(text, i, link !== undefined);
  }
  if (link) line += target(link.href);
  if (heading) return line.replace(/#$/, '\\#');
  lines.push(guardedLine(line));
  return lines.join('\\\n');
}

function target(href: string): string {
  return /[()]/.test(href) ? `](<${href}>)` : `](${href})`;
}

function escaped(text: string, at: number, inLink: boolean): string {
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  switch (character) {
    case '\\':
    case '`':
    case '*':
      return `\\${character}`;
    case '_':
      return wordCharacter.test(before) && wordCharacter.test(after) ? '_' : '\\_';
    case '~':
      return before === '~' || after === '~' ? '\\~' : '~';
    case '[':
      return inLink ? '\\[' : '[';
    case ']':
      return inLink || after === '(' || after === ':' ? '\\]' : ']';
    case '<':
      // Tags, comments, addresses and whatever else: only a sign that stands alone is none of them.
      return /\S/.test(after) ? '\\<' : '<';
    case '&':
      return reference.test(text.slice(at, at + 40)) ? '\\&' : '&';
    default:
      return character;
  }
}

/** What means something at the beginning of a line only; `line` is escaped already. */
function guardedLine(line: string): string {
  const numbered = /^\d{1,9}(?=[.)](?:[ \t]|$))/.exec(line)?.[0];
  if (numbered !== undefined) return `${numbered}\\${line.slice(numbered.length)}`;
  const isMarkup = /^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|\||[-=:|+][-=:|+\s]*$)/.test(line);
  return isMarkup ? `\\${line}` : line;
}
