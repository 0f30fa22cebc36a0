import { decoded, htmlTag } from '../text/html/htmlTag';
import { CarriedText } from './carriedText';
import { ImportCollector, type ImportFile, type ImportFormat } from './imported';
import { present } from './json';

/**
 * The HTML that Taguette exports: a document with its highlights, the tags in brackets behind each, or a list of highlights with document
 * and tags below each. Tables of highlights (CSV) are read as tables.
 */
export const taguetteImport: ImportFormat = {
  id: 'taguette',
  label: 'Taguette document or highlights (HTML)',
  extensions: ['html', 'htm'],
  read: (files) => {
    const found = new ImportCollector();
    for (const file of files) {
      const page = new TaguettePage(file.text.replace(/\r\n?/g, '\n'));
      if (page.untagged > 0) found.skip('highlights without a list of tags behind them', page.untagged);
      if (page.highlights.length > 0) takeDocument(page, found);
      else if (page.sections.length > 0) for (const section of page.sections) takeSection(section, file, found);
      else found.problem(file, 'This is no export of Taguette: it has no highlights.');
    }
    return found.content();
  },
};

const blocks = /^(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|blockquote|br|hr|section|article|pre)$/;

interface TaguetteHighlight {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly string[];
  readonly isCut: boolean;
}

/** The page's parts as far as they are Taguette's, in one pass. */
class TaguettePage {
  title = '';
  /** Highlights that Taguette would not have written so. */
  untagged = 0;
  readonly highlights: TaguetteHighlight[] = [];
  /** Between lines: paragraphs of text, of which the last names document and tags. */
  readonly sections: string[][] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #endsLine = false;
  readonly #spans: string[] = [];
  /** How many of the open spans are tags, and how many a highlight. */
  #taglists = 0;
  #marks = 0;
  /** Where the highlight begins that goes on here: behind the end of another it runs into, its own beginning is not told. */
  #begun: { readonly start: number; readonly isCut: boolean } | undefined;
  #tags = '';
  #paragraph = '';
  #hasWords = false;
  #section: string[] = [];
  #hidden: string | undefined;
  #isTitle = false;
  #isDetails = false;

  constructor(html: string) {
    let at = 0;
    while (at < html.length) {
      const sign = html.indexOf('<', at);
      const end = sign < 0 ? html.length : sign;
      if (end > at) this.#words(decoded(html.slice(at, end)));
      if (sign < 0) break;
      const tag = htmlTag(html, sign);
      at = tag?.end ?? sign + 1;
      if (tag === undefined) this.#words('<');
      else if (tag.kind === 'open') this.#openTag(tag.name, tag.attributes.get('class')?.value);
      else if (tag.kind === 'close') this.#closeTag(tag.name);
    }
    this.#endSection();
    this.#leave();
  }

  /** The document's words, without its title and without tags. */
  get text(): string {
    return this.#parts.join('');
  }

  #openTag(name: string, kind: string | undefined): void {
    if (name === 'head' || name === 'style' || name === 'script') this.#hidden ??= name;
    if (name === 'h1' && this.title === '') this.#isTitle = true;
    if (name === 'strong' && !this.#hasWords) this.#isDetails = true;
    if (name === 'hr') this.#endSection();
    if (blocks.test(name)) this.#break();
    if (name !== 'span') return;
    this.#spans.push(kind ?? '');
    if (kind === 'taglist') this.#taglists += 1;
    if (kind === 'highlight') this.#marks += 1;
  }

  #closeTag(name: string): void {
    if (name === this.#hidden) this.#hidden = undefined;
    if (name === 'h1') this.#isTitle = false;
    if (name === 'p' && this.#hasWords) {
      this.#section.push(`${this.#isDetails ? '\n' : ''}${this.#paragraph.trim()}`);
      this.#paragraph = '';
      this.#hasWords = false;
      this.#isDetails = false;
    }
    if (blocks.test(name)) this.#break();
    if (name !== 'span') return;
    const kind = this.#spans.pop();
    if (kind === 'highlight') this.#marks -= 1;
    if (kind !== 'taglist') return;
    this.#taglists -= 1;
    const tags = this.#tags
      .trim()
      .replace(/^\[|\]$/g, '')
      .split(', ')
      .filter((tag) => tag !== '');
    this.#tags = '';
    if (this.#begun) this.highlights.push({ ...this.#begun, end: this.#length, tags });
    this.#begun = { start: this.#length, isCut: true };
  }

  #words(words: string): void {
    if (this.#hidden !== undefined) return;
    if (this.#isTitle) this.title += words;
    else if (this.#taglists > 0) this.#tags += words;
    else {
      const isBlank = words.trim() === '';
      if (this.#marks > 0) this.#begun ??= { start: this.#length, isCut: false };
      // white space between two parts of a highlight is left unmarked, or not
      else if (!isBlank) this.#leave();
      if (!isBlank || !this.#endsLine) this.#add(words);
      this.#paragraph += words;
      this.#hasWords ||= !isBlank;
    }
  }

  #leave(): void {
    if (this.#begun?.isCut === false) this.untagged += 1;
    this.#begun = undefined;
  }

  #break(): void {
    if (this.#length > 0 && !this.#endsLine) this.#add('\n');
  }

  #add(words: string): void {
    if (words === '') return;
    this.#parts.push(words);
    this.#length += words.length;
    this.#endsLine = words.endsWith('\n');
  }

  #endSection(): void {
    if (this.#section.length > 1) this.sections.push(this.#section);
    this.#section = [];
  }
}

function takeDocument({ text, title, highlights }: TaguettePage, found: ImportCollector): void {
  const carried = new CarriedText(text);
  for (const { start, end, tags, isCut } of highlights) {
    const words = text.slice(start, end);
    const from = end - words.trimStart().length;
    const place = carried.passage(from, start + words.trimEnd().length, 'utf-16');
    if (isCut && place) found.skip('beginnings of highlights that run into others');
    if (place === undefined) found.skip('highlights without words');
    else
      found.annotations.push({
        article: present({ path: title.trim(), text: carried.raw }),
        annotation: { type: 'note', status: 'accepted', ...place, ...present({ tags }), by: 'taguette' },
      });
  }
}

/** Its last paragraph says, in the language of whoever exported it: **Document:** name **Tags:** one, another. */
function takeSection(section: readonly string[], file: ImportFile, found: ImportCollector): void {
  const lines = (section.at(-1) ?? '').split('\n').flatMap((line) => line.trim() || []);
  const [named = '', ...more] = lines;
  const colon = named.indexOf(':');
  const document = colon < 0 ? '' : named.slice(colon + 1).trim() || (more.shift() ?? '');
  const tags = more.join('\n');
  if (!(section.at(-1) ?? '').startsWith('\n') || document === '' || !(more[0] ?? '').includes(':')) {
    found.problem(file, `What document a highlight is of cannot be told: ${section[0]?.slice(0, 60) ?? ''}`);
    return;
  }
  found.annotations.push({
    article: { path: document },
    annotation: {
      type: 'note',
      status: 'accepted',
      exact: section.slice(0, -1).join('\n').trim(),
      ...present({
        tags: tags
          .slice(tags.indexOf(':') + 1)
          .split(',')
          .flatMap((tag) => tag.trim() || []),
      }),
      by: 'taguette',
    },
  });
}
