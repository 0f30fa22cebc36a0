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

/** A highlight with what stands right behind it: a footnote's name, or a footnote itself. */
const highlight = /(?:==(?=[^\s=])([^=\n]{1,5000}?)==|<mark(?:\s[^<>\n]{0,200})?>([^<\n]{1,5000})<\/mark>)/g;
const footnoteBehind = /\[\^([^\]\n]{1,100})\](?!:)|\^\[((?:[^[\]\n]|\[[^[\]\n]{0,1000}\](?:\([^()\n]{0,1000}\))?){1,5000})\]/y;
const anyFootnote = new RegExp(footnoteBehind.source, 'g');

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
    plain += text.slice(at, stop).replace(anyFootnote, (_, name: string | undefined) => {
      if (name === undefined) inline += 1;
      return '';
    });
  };
  for (const match of text.matchAll(highlight)) {
    if (match.index < at) continue;
    const [whole, marked, between = ''] = match;
    const words = marked ?? between;
    upTo(match.index);
    at = match.index + whole.length;
    const notes: string[] = [];
    footnoteBehind.lastIndex = at;
    for (let behind = footnoteBehind.exec(text); behind; behind = footnoteBehind.exec(text)) {
      const [, name, note = ''] = behind;
      if (name !== undefined) used.add(name);
      notes.push(name === undefined ? note.trim() : (footnotes.get(name) ?? ''));
      at = footnoteBehind.lastIndex;
    }
    places.push({ start: plain.length, end: plain.length + words.length, note: notes.filter((note) => note !== '').join('\n\n') });
    plain += words;
  }
  upTo(text.length);
  const others = [...footnotes.keys()].filter((name) => !used.has(name)).length + inline;
  if (others > 0) found.skip('footnotes without highlighted words', others);
  if (places.length === 0) found.problem(file, 'There are no ==highlights== in this file.');
  for (const { start, end: stop, note } of places)
    found.annotations.push({
      article,
      annotation: {
        type: 'note',
        status: 'accepted',
        exact: plain.slice(start, stop),
        ...surroundings(plain, start, stop),
        ...present({ note, tags: ['highlight'], by: 'highlight' }),
      },
    });
}

/** Only where the words stand more than once: what surrounds them in a clipping may be the clipper's. */
function surroundings(plain: string, start: number, end: number): { readonly prefix?: string; readonly suffix?: string } {
  const words = plain.slice(start, end);
  if (plain.indexOf(words) === plain.lastIndexOf(words)) return {};
  return { prefix: pointsBefore(plain, start, 32), suffix: pointsAfter(plain, end, 32) };
}
