import type { Fact } from '../article';
import { isoDate } from '../publicationDate';
import type { Span } from '../span';
import { decoded, type HtmlAttribute, type HtmlTag } from './htmlTag';
import { linkedArticle } from './linkedData';
import { timeMeaning } from './timeElement';

/** What a page says about itself; each list is in order of trust. */
export interface HtmlFacts {
  readonly published: readonly Fact[];
  readonly modified: readonly Fact[];
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
    'article:published:time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'date_published',
    'parsely-pub-date',
    'sailthru.date',
    'publishdate',
    'publish-date',
    'publish_date',
    'published',
    'published_time',
    'publication_date',
    'citation_publication_date',
    'article.published',
    'pubdate',
    'dcterms.issued',
    'dcterms.created',
    'dcterms.date',
    'dc.date.issued',
    'dc.date.created',
    'dc.date',
    'date',
  ],
  modified: [
    'article:modified_time',
    'article:modified:time',
    'og:article:modified_time',
    'og:updated_time',
    'datemodified',
    'article.updated',
    'dcterms.modified',
    'dc.date.modified',
    'last-modified',
  ],
  outlet: ['og:site_name', 'application-name'],
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dcterms.title', 'dc.title'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
  author: [
    'author',
    'article:author',
    'og:article:author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'dcterms.creator',
    'dc.creator',
    'citation_author',
    'byl',
  ],
};
const names = Object.keys(metaNames) as Name[];
/** What a meta element of a name says, and how good it is. */
const metaRanks: ReadonlyMap<string, readonly (readonly [Name, number])[]> = new Map(
  Array.from(new Set(Object.values(metaNames).flat()), (meta) => [
    meta,
    names.flatMap((name) => (metaNames[name].includes(meta) ? [[name, metaNames[name].indexOf(meta) + 1] as const] : [])),
  ]),
);

/** Ranks of what is worse than every `<meta>`, by kind. */
const rank = { canonical: -1, linkedData: 0, time: 50, title: 100 } as const;

/** No page says the same thing as often in the same way. */
const mostOfAKind = 50;

interface Found {
  readonly name: Name;
  readonly rank: number;
  readonly fact: Fact;
}

export class HtmlFactsReader {
  readonly #raw: string;
  readonly #found: Found[] = [];
  readonly #counts = new Map<string, number>();
  #hasHeadline = false;
  #hasTime = false;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** A start tag. */
  tag(tag: HtmlTag): void {
    if (tag.name === 'meta') this.#meta(tag);
    else if (tag.name === 'time') this.#time(tag);
    else if (tag.name === 'h1') this.#hasHeadline = true;
    const href = tag.attributes.get('href');
    if (tag.name === 'link' && href && tag.attributes.get('rel')?.value.toLowerCase() === 'canonical')
      this.#add('url', hasPath(href.value) ? rank.canonical : rank.title, href.value, href);
  }

  /** An element whose content is characters: raw[start, end). */
  element(tag: HtmlTag, start: number, end: number): void {
    if (tag.name === 'title') this.#add('title', rank.title, decoded(this.#raw.slice(start, end)), { start, end });
    if (tag.name === 'script' && tag.attributes.get('type')?.value.toLowerCase().includes('ld+json')) this.#linkedData(start, end);
  }

  facts(): HtmlFacts {
    const sorted = this.#found.toSorted((a, b) => a.rank - b.rank);
    const of = (name: Name) => sorted.filter((entry) => entry.name === name).map(({ fact }) => fact);
    return {
      published: of('published'),
      modified: of('modified'),
      outlet: of('outlet'),
      title: titlesInOrder(sorted.filter(({ name }) => name === 'title')),
      url: of('url'),
      author: of('author'),
    };
  }

  #meta(tag: HtmlTag): void {
    const content = tag.attributes.get('content');
    // A quotation mark inside the value has ended it.
    if (!content || Array.from(tag.attributes.keys()).some((name) => name.includes('"'))) return;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = tag.attributes.get(attribute)?.value.toLowerCase();
      for (const [name, at] of metaRanks.get(key ?? '') ?? []) {
        // article:author is often the address of a profile.
        const usable = name !== 'author' || !/^https?:/i.test(content.value);
        if (usable) this.#add(name, at, content.value, content);
      }
    }
  }

  /** The article's own time stands after its headline, or is named; teasers have theirs, too. */
  #time(tag: HtmlTag): void {
    const value = tag.attributes.get('datetime');
    if (!value) return;
    const meaning = timeMeaning(this.#raw, tag, value.start);
    if (!meaning.isNamed && this.#hasTime && meaning.name === 'published') return;
    if (meaning.name === 'published') this.#hasTime ||= this.#hasHeadline;
    this.#add(meaning.name, rank.time + (meaning.isNamed ? 0 : this.#hasHeadline ? 1 : 2), value.value, value);
  }

  #linkedData(start: number, end: number): void {
    const source = this.#raw.slice(start, end);
    const article = linkedArticle(source);
    if (!article) return;
    for (const name of names) {
      const value = article[name];
      if (value === undefined) continue;
      const at = source.indexOf(value);
      this.#add(name, rank.linkedData, value, at < 0 ? undefined : { start: start + at, end: start + at + value.length });
    }
  }

  #add(name: Name, at: number, text: string, place: HtmlAttribute | Span | undefined): void {
    const isDate = name === 'published' || name === 'modified';
    // Some systems encode references twice.
    const value = isDate ? isoDate(text) : decoded(text).replace(/\s+/g, ' ').trim().slice(0, 1000);
    if (value === undefined || value === '' || (name === 'url' && !/^https?:\/\//i.test(value))) return;
    const kind = `${name} ${at}`;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    if (count > mostOfAKind) return;
    this.#counts.set(kind, count);
    const clean = name === 'url' ? value.replace(/#.*$/, '') : value;
    this.#found.push({
      name,
      rank: at,
      fact: { value: clean, from: 'html', ...(place && { span: { start: place.start, end: place.end } }) },
    });
  }
}

function hasPath(address: string): boolean {
  return /^https?:\/\/[^/]+\/./i.test(address);
}

/** What is shared goes first, but where the page's own title begins with the linked data's and not with that. */
function titlesInOrder(titles: readonly Found[]): readonly Fact[] {
  const folded = ({ fact }: Found) => fact.value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const own = titles.filter(({ rank: at }) => at === rank.title);
  const linked = titles.filter(({ rank: at }) => at === rank.linkedData);
  // A single word is a rubric.
  const shared = titles.filter(
    (entry) => !own.includes(entry) && !linked.includes(entry) && /\S\s+\S|[^\p{ASCII}]{6}/u.test(entry.fact.value),
  );
  const isShown = (entry: Found) => own.some((title) => folded(title).startsWith(folded(entry)));
  const first = linked.some(isShown) && !shared.some(isShown) ? [...linked, ...shared] : [...shared, ...linked];
  return [...first, ...own, ...titles.filter((entry) => !first.includes(entry) && !own.includes(entry))].map(({ fact }) => fact);
}
