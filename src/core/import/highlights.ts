import { pointsAfter, pointsBefore } from '../text/encoding/codePoints';
import { readFrontMatter } from '../text/metadata/frontMatter';
import { ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { present } from './json';

/**
 * Markdown of web clippers and note programs, with `==highlights==` (or `<mark>`) and footnotes right behind them, named or written
 * there (`^[…]`): each becomes a note on the words, the footnote its text. The article is told by the address in the front matter (`url` or `source`), else by the file's name.
 */
export const highlightsImport: ImportFormat = {
  id: 'highlights',
  label: 'Markdown with ==highlights==',
  extensions: ['md', 'markdown'],
  read: (files) => {
    const found = new ImportCollector();
    for (const file of files) readFile(file, found);
    return found.content();
  },
};

/** A single `=` may stand in marked words; in an element, others that set a part of it off. */
const highlight = /==(?=[^\s=])((?:[^=\n]|=(?!=)){1,5000}?)==|<mark(?:\s[^<>\n]{0,200})?>((?:[^<\n]|<(?!\/?mark[\s>])){1,5000})<\/mark>/gi;
const footnoteName = /\[\^([^\]\n]{1,100})\](?!:)/y;

interface Footnote {
  /** Of one that is written elsewhere. */
  readonly name?: string;
  /** What one that is written in the line says. */
  readonly note?: string;
  readonly end: number;
}

/** The footnote that begins at a place; in one that is written there, brackets may stand, but not in each other. */
function footnoteAt(text: string, at: number): Footnote | undefined {
  footnoteName.lastIndex = at;
  const named = footnoteName.exec(text);
  if (named?.[1] !== undefined) return { name: named[1], end: footnoteName.lastIndex };
  if (!text.startsWith('^[', at)) return undefined;
  let isInside = false;
  for (let end = at + 2; end < Math.min(text.length, at + 10_000); end++) {
    const sign = text[end];
    if (sign === '\n' || (sign === '[' && isInside)) return undefined;
    if (sign === ']' && !isInside) return end === at + 2 ? undefined : { note: text.slice(at + 2, end), end: end + 1 };
    if (sign === '[' || sign === ']') isInside = sign === '[';
  }
  return undefined;
}

function readFile(file: ImportFile, found: ImportCollector): void {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { end, values } = readFrontMatter(text);
  // a footnote goes on in the lines behind it that are indented, also after an empty one
  const footnotes = new Map(
    Array.from(text.matchAll(/^\[\^([^\]\n]{1,100})\]:[ \t]*(.*(?:\n(?:\n?(?: {2,}|\t).*))*)/gm), ([, name = '', note = '']) => [
      name,
      note.replace(/^[ \t]+/gm, '').trim(),
    ]),
  );
  const used = new Set<string>();
  const url = values.get('url')?.value ?? values.get('source')?.value;
  const article = present({ path: file.name.replace(/^.*[/\\]/s, ''), url });
  const places: { readonly start: number; readonly end: number; readonly note: string }[] = [];
  let inline = 0;
  let plain = '';
  let at = end;
  // what footnotes say stands in no article
  const upTo = (stop: number) => {
    const piece = text.slice(at, stop);
    let from = 0;
    for (const { index } of piece.matchAll(/\^\[|\[\^/g)) {
      const footnote = index < from ? undefined : footnoteAt(piece, index);
      if (footnote === undefined) continue;
      plain += piece.slice(from, index);
      from = footnote.end;
      if (footnote.name === undefined) inline += 1;
    }
    plain += piece.slice(from);
    const open = Array.from(piece.matchAll(/<mark(?=[\s>])/gi)).length;
    if (open > 0) found.skip('highlights that do not end in their line', open);
  };
  for (const match of text.matchAll(highlight)) {
    if (match.index < at) continue;
    const [whole, marked, between = ''] = match;
    const words = marked ?? between.replace(/<\/?[a-z][^<>]*>/gi, '');
    upTo(match.index);
    at = match.index + whole.length;
    const notes: string[] = [];
    for (let behind = footnoteAt(text, at); behind; behind = footnoteAt(text, at)) {
      const { name, note = '' } = behind;
      if (name !== undefined) used.add(name);
      notes.push(name === undefined ? note.trim() : (footnotes.get(name) ?? ''));
      at = behind.end;
    }
    places.push({ start: plain.length, end: plain.length + words.length, note: notes.filter((note) => note !== '').join('\n\n') });
    plain += words;
  }
  upTo(text.length);
  const others = [...footnotes.keys()].filter((name) => !used.has(name)).length + inline;
  if (others > 0) found.skip('footnotes without highlighted words', others);
  if (places.length === 0) found.problem(file, 'There are no ==highlights== in this file.');
  // to look for each in the whole text is much work where both are long
  const isSought = places.length * plain.length < 1e9;
  for (const { start, end: stop, note } of places)
    found.annotations.push({
      article,
      annotation: {
        type: 'note',
        status: 'accepted',
        exact: plain.slice(start, stop),
        ...surroundings(plain, start, stop, isSought),
        ...present({ note, tags: ['highlight'], by: 'highlight' }),
      },
    });
}

/** Only where the words stand more than once, as far as that is sought: what surrounds them in a clipping may be the clipper's. */
function surroundings(
  plain: string,
  start: number,
  end: number,
  isSought: boolean,
): { readonly prefix?: string; readonly suffix?: string } {
  const words = plain.slice(start, end);
  if (isSought && plain.indexOf(words) === plain.lastIndexOf(words)) return {};
  return { prefix: pointsBefore(plain, start, 32), suffix: pointsAfter(plain, end, 32) };
}
