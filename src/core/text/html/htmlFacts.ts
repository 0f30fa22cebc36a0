import type { Fact } from '../article';
import { decoded, type HtmlAttribute, type HtmlTag } from './htmlTag';
import { isoDate } from '../publicationDate';
import type { Span } from '../span';

/** What a page says about itself; each list is in order of trust. */
export interface HtmlFacts {
  readonly published: readonly Fact[];
  readonly outlet: readonly Fact[];
  readonly title: readonly Fact[];
  readonly url: readonly Fact[];
  readonly author: readonly Fact[];
}

type Name = keyof HtmlFacts;

/** Names of `<meta>` elements, best first; JSON-LD comes before all of them. */
const metaNames: Readonly<Record<Name, readonly string[]>> = {
  published: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'pubdate',
    'dcterms.date',
    'dc.date',
    'date',
  ],
  outlet: ['og:site_name', 'application-name'],
  title: ['og:title', 'twitter:title'],
  url: ['og:url'],
  author: ['author', 'article:author', 'byl'],
};
const names = Object.keys(metaNames) as Name[];

/** Rank of what is worse than every `<meta>`: <link rel="canonical">, <title>. */
const lastRank = 100;

export class HtmlFactsReader {
  readonly #raw: string;
  readonly #found: { readonly name: Name; readonly rank: number; readonly fact: Fact }[] = [];

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** A start tag. */
  tag(tag: HtmlTag): void {
    if (tag.name === 'meta') this.#meta(tag);
    const href = tag.attributes.get('href');
    if (tag.name === 'link' && href && tag.attributes.get('rel')?.value.toLowerCase() === 'canonical') {
      this.#add('url', lastRank, href.value, href);
    }
  }

  /** An element whose content is characters: raw[start, end). */
  element(tag: HtmlTag, start: number, end: number): void {
    if (tag.name === 'title') this.#add('title', lastRank, decoded(this.#raw.slice(start, end)), { start, end });
    if (tag.name === 'script' && tag.attributes.get('type')?.value.toLowerCase().includes('ld+json')) this.#linkedData(start, end);
  }

  facts(): HtmlFacts {
    const sorted = this.#found.toSorted((a, b) => a.rank - b.rank);
    const of = (name: Name) => sorted.filter((entry) => entry.name === name).map(({ fact }) => fact);
    return { published: of('published'), outlet: of('outlet'), title: of('title'), url: of('url'), author: of('author') };
  }

  #meta(tag: HtmlTag): void {
    const content = tag.attributes.get('content');
    const key = ['property', 'name', 'itemprop'].map((attribute) => tag.attributes.get(attribute)?.value.toLowerCase());
    if (!content) return;
    for (const name of names) {
      const rank = metaNames[name].findIndex((known) => key.includes(known));
      // article:author is often the address of a profile.
      const usable = name !== 'author' || !/^https?:/i.test(content.value);
      if (rank >= 0 && usable) this.#add(name, rank + 1, content.value, content);
    }
  }

  #linkedData(start: number, end: number): void {
    const source = this.#raw.slice(start, end);
    let data: unknown;
    try {
      data = JSON.parse(source);
    } catch {
      return;
    }
    for (const article of articlesOf(data)) {
      const values: Readonly<Record<Name, string | undefined>> = {
        published: stringOf(article.datePublished),
        outlet: nameOf(article.publisher),
        title: stringOf(article.headline),
        url: stringOf(article.url) ?? idOf(article.mainEntityOfPage),
        author: nameOf(article.author),
      };
      for (const name of names) {
        const value = values[name];
        const at = value === undefined ? -1 : source.indexOf(value);
        if (value !== undefined) this.#add(name, 0, value, at < 0 ? undefined : { start: start + at, end: start + at + value.length });
      }
    }
  }

  #add(name: Name, rank: number, text: string, place: HtmlAttribute | Span | undefined): void {
    const value = name === 'published' ? isoDate(text) : text.replace(/\s+/g, ' ').trim().slice(0, 1000);
    if (value === undefined || value === '' || (name === 'url' && !/^https?:\/\//i.test(value))) return;
    this.#found.push({ name, rank, fact: { value, from: 'html', ...(place && { span: { start: place.start, end: place.end } }) } });
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Objects of a JSON-LD block whose type is an article's (schema.org Article and what lies under it), in order; looks a few levels deep. */
function articlesOf(data: unknown): readonly JsonObject[] {
  let level: readonly unknown[] = [data];
  const articles: JsonObject[] = [];
  for (let depth = 0; depth < 4 && level.length > 0 && level.length < 1000; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value)) for (const item of value as readonly unknown[]) next.push(item);
      else if (isObject(value)) {
        const types = [value['@type']].flat();
        if (types.some((type) => typeof type === 'string' && /(?:Article|Posting|Report)$/.test(type))) articles.push(value);
        next.push(value['@graph'], value.mainEntity);
      }
    }
    level = next.filter((value) => value !== undefined);
  }
  return articles.slice(0, 1);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function idOf(value: unknown): string | undefined {
  return stringOf(isObject(value) ? value['@id'] : value);
}

/** A person's or organisation's name, or several joined by commas. */
function nameOf(value: unknown): string | undefined {
  const entries: readonly unknown[] = Array.isArray(value) ? (value as unknown[]).slice(0, 20) : [value];
  const found = entries.map((entry) => stringOf(isObject(entry) ? entry.name : entry)).filter((name) => name !== undefined);
  return found.length > 0 ? found.join(', ') : undefined;
}
