import type { KeptFile } from './kept';
import { documentTitle, escaped, pageOf, xmlText } from './markup';
import { zipEntries } from './zip';

/** The text of a Word document (Office Open XML): paragraphs, headings, lists, tables row by row, links; comments and deleted words not. */
export function docxPages(bytes: Uint8Array): KeptFile {
  const wanted =
    /^(?:word\/(?:document\d*|footnotes|endnotes|styles)\.xml|word\/_rels\/document\d*\.xml\.rels|docProps\/core\.xml|\[Content_Types\]\.xml)$/;
  const entries = zipEntries(bytes, (name) => wanted.test(name));
  const name = Array.from(entries.keys()).find((each) => /^word\/document\d*\.xml$/.test(each));
  if (name === undefined) return undefined;
  const text = (entry: string) => usualPrefix(new TextDecoder().decode(entries.get(entry) ?? new Uint8Array()));
  const core = text('docProps/core.xml');
  const of = (tag: string) => xmlText(new RegExp(`<${tag}\\b[^>]*>([^<]*)<`).exec(core)?.[1] ?? '').trim(); // prettier-ignore
  const links = new Map(
    Array.from(text(`word/_rels/${name.slice(5)}.rels`).matchAll(/<Relationship\b[^>]*>/g), ([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const styles = headingStyles(text('word/styles.xml'));
  const body = [name, 'word/footnotes.xml', 'word/endnotes.xml']
    .map((part) => bodyHtml(text(part), links, styles))
    .join('\n')
    .trim();
  if (!/\p{L}/u.test(body.replace(/<[^>]*>/g, ''))) return { reason: 'is a Word document without text' };
  const heading = /<h([1-3])>([^]*?)<\/h\1>/.exec(body)?.[2]?.replace(/<[^>]*>/g, ' ');
  const title = documentTitle(of('dc:title'), heading === undefined ? undefined : xmlText(heading).trim());
  return { pages: [{ html: pageOf({ title, author: of('dc:creator') }, body), content: body }] };
}

/** Word's own name is `w`; some programs give the same elements another one. */
function usualPrefix(source: string): string {
  const prefix = /xmlns:(\w{1,20})="[^"]{1,100}\/wordprocessingml\/(?:2006\/)?main"/.exec(source)?.[1];
  return prefix === undefined || prefix === 'w' ? source : source.replace(new RegExp(`(</?|\\s)${prefix}:`, 'g'), '$1w:');
}

/** Names of styles differ by language; their outline level, or their English name, says what is a heading. */
function headingStyles(source: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const [style] of source.matchAll(/<w:style\b[^>]*>[^]*?<\/w:style>/g)) {
    const name = attribute(/<w:name\b[^>]*>/.exec(style)?.[0] ?? '', 'w:val')?.toLowerCase() ?? '';
    const outline = attribute(/<w:outlineLvl\b[^>]*>/.exec(style)?.[0] ?? '', 'w:val');
    const level =
      name === 'title' ? 1 : Number(/^heading ([1-6])$/.exec(name)?.[1] ?? 0) || (outline === undefined ? 0 : Number(outline) + 1);
    const id = attribute(style, 'w:styleId');
    if (id !== undefined && level >= 1 && level <= 6) levels.set(id, level);
  }
  return levels;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : xmlText(value);
}

/** Linear: one pass over the tags. */
function bodyHtml(source: string, links: ReadonlyMap<string | undefined, string | undefined>, styles: ReadonlyMap<string, number>): string {
  const html: string[] = [];
  let runs = '';
  let level = 0;
  let isList = false;
  let isInitial = false;
  let row: string[] | undefined;
  let skipped = 0;
  const flush = () => {
    // A large first letter stands in a paragraph of its own.
    if (isInitial) {
      [runs, level, isList, isInitial] = [runs.trim(), 0, false, false];
      return;
    }
    const tag = level > 0 ? `h${level}` : isList ? 'li' : 'p';
    const text = runs.trim();
    if (text !== '' && row) row.push(text);
    else if (text !== '') html.push(isList && level === 0 ? `<ul><li>${text}</li></ul>` : `<${tag}>${text}</${tag}>`);
    [runs, level, isList] = ['', 0, false];
  };
  for (const [, tag = '', text = ''] of source.matchAll(/<([^<>]{1,4000})>([^<]*)/g)) {
    const name = /^\/?[\w:]+/.exec(tag)?.[0] ?? '';
    const isEmpty = tag.endsWith('/');
    // Alternatives of one picture or text box hold the same words twice.
    if (/^(?:w:del|w:moveFrom|mc:Fallback|w:instrText|w:delText)$/.test(name) && !isEmpty) skipped += 1;
    else if (/^\/(?:w:del|w:moveFrom|mc:Fallback|w:instrText|w:delText)$/.test(name)) skipped = Math.max(0, skipped - 1);
    if (skipped > 0) continue;
    if (name === 'w:t' && !isEmpty) runs += escaped(xmlText(text));
    else if (name === 'w:tab' && isEmpty) runs += ' ';
    else if (name === 'w:br' || name === 'w:cr') runs += '<br>';
    else if (name === 'w:noBreakHyphen') runs += '\u2011';
    else if (name === '/w:p') flush();
    else if (name === 'w:pStyle') level = styles.get(attribute(`<${tag}`, 'w:val') ?? '') ?? level;
    else if (name === 'w:outlineLvl') level = Math.min(6, Number(attribute(`<${tag}`, 'w:val') ?? 8) + 1) % 7;
    else if (name === 'w:numPr') isList = true;
    else if (name === 'w:framePr') isInitial = /^(?:drop|margin)$/.test(attribute(`<${tag}`, 'w:dropCap') ?? '');
    else if (name === 'w:tr') row = [];
    else if (name === '/w:tr' && row) {
      html.push(`<p>${row.join(' ')}</p>`);
      row = undefined;
    } else if (name === 'w:hyperlink' && !isEmpty) {
      const target = links.get(attribute(`<${tag}`, 'r:id'));
      runs += `<a href="${escaped(target ?? '')}">`;
    } else if (name === '/w:hyperlink') runs += '</a>';
  }
  flush();
  return html.join('\n');
}
