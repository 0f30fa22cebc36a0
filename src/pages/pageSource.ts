/** Real pages have a fifth of it at most; deeper ones would end the parser's own recursion. */
const deepest = 800;
const mostElements = 20_000;
/** The parser compares each attribute with those before it. */
const mostAttributes = 500;

/** The page without what no reader reads and parsers spend most of their time on. Linear. */
export function withoutScripts(html: string): string {
  const parts: string[] = [];
  const start = /<(?:!--|(script|style|noscript|svg|template)\b)/gi;
  const missing = new Set<string>();
  let from = 0;
  for (let match = start.exec(html); match; match = start.exec(html)) {
    const name = match[1]?.toLowerCase();
    const end = name === undefined ? html.indexOf('-->', start.lastIndex) : missing.has(name) ? -1 : endOf(html, name, start.lastIndex);
    if (end < 0) {
      // An end that stands nowhere behind is not looked for again.
      if (name === undefined) break;
      missing.add(name);
      continue;
    }
    parts.push(html.slice(from, match.index), name === undefined ? '' : ' ');
    from = start.lastIndex = name === undefined ? end + 3 : end;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

function endOf(html: string, name: string, at: number): number {
  const end = new RegExp(`</${name}\\b[^>]{0,100}>`, 'gi');
  end.lastIndex = at;
  return end.test(html) ? end.lastIndex : -1;
}

/** Elements whose end tag is often left out, or that have none: they are not counted as nesting. */
const shallow = /^(?:p|li|d[td]|t[dhr]|t(?:head|body|foot)|option|br|hr|img|input|meta|link|source|wbr|area|base|col|embed|track|param)$/i;

/** Why a page is not looked through for its article, where it is nested or long beyond reason. */
export function beyondReason(html: string): string | undefined {
  let depth = 0;
  let elements = 0;
  for (const { 0: tag, 1: closing, 2: name = '', index } of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (closing === '') elements += 1;
    if (elements > mostElements) return `has more than ${mostElements} elements`;
    if (hasTooManyAttributes(html, index + tag.length)) return `has an element with more than ${mostAttributes} attributes`;
    if (shallow.test(name)) continue;
    depth = Math.max(0, depth + (closing === '' ? 1 : -1));
    if (depth > deepest) return `is nested deeper than ${deepest} elements`;
  }
  return undefined;
}

function hasTooManyAttributes(html: string, at: number): boolean {
  const attribute = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;
  attribute.lastIndex = at;
  for (let count = 0; count <= mostAttributes; count += 1) if (!attribute.test(html)) return false;
  return true;
}

/** Longer linked data describes more than an article. */
const longestData = 2_000_000;

/** Pages written as XML wrap what is in a script. */
const wrapping = /^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*$/g;

/** The texts that the page's linked data (schema.org `articleBody`) has as bodies of articles; with whatever markup they hold. */
export function articleBodies(html: string): readonly string[] {
  const found: string[] = [];
  for (const [, source = ''] of html.matchAll(/<script\b[^>]{0,300}ld\+json[^>]{0,300}>([^]*?)<\/script/gi)) {
    if (source.length > longestData || !source.includes('articleBody')) continue;
    try {
      collectBodies(JSON.parse(source.replace(wrapping, '').replace(/[\n\r\t]/g, ' ')), 0, found);
    } catch {
      // What is no JSON says nothing about the article.
    }
  }
  return found;
}

function collectBodies(value: unknown, depth: number, found: string[]): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (name === 'articleBody' && typeof inner === 'string') found.push(inner);
    else collectBodies(inner, depth + 1, found);
  }
}
