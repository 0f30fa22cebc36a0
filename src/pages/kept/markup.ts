/** What a kept file says of an article. */
export interface KeptFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A page that says of itself what the file says, with the article as its body. */
export function pageOf({ title, author, published, outlet, url }: KeptFacts, content: string): string {
  const meta = (name: string, value: string | undefined) => (value ? `<meta property="${name}" content="${escaped(value)}">` : '');
  const link = url ? `<link rel="canonical" href="${escaped(url)}">` : '';
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title ?? '')}</title>${meta('og:title', title)}${meta('og:site_name', outlet)}${meta('article:published_time', published)}${meta('author', author)}${link}</head><body>${content}</body></html>`;
}

/** The title of a document: what it says, where that is no name of a file and holds more than its headline, else that. */
export function documentTitle(said: string | undefined, headline: string | undefined): string | undefined {
  const isTitle = said?.includes(' ') === true && !/\.[a-z]{2,5}$|^(?:microsoft \w+ - |untitled|layout )/i.test(said);
  if (!isTitle) return headline;
  return headline !== undefined && said.includes(headline) ? headline : said;
}

/** Plain text as paragraphs; single line ends are wrapping. */
export function paragraphsOf(text: string): string {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*(?:\n[ \t]*)+/);
  return blocks.map((block) => block.trim()).filter((block) => block !== '').map((block) => `<p>${escaped(block)}</p>`).join('\n'); // prettier-ignore
}

/** XML text with its references decoded and CDATA taken as it is. */
export function xmlText(source: string): string {
  return source
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescaped(part)))
    .join('');
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const point = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd';
    },
  );
}
