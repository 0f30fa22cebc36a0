import type { Article } from '../text/article';
import type { OutletEntry, Registry } from '../text/metadata/registry';
import { inEnglish, type Translate } from '../text/translate';

/** The outlets of some articles; where nobody knows an article's outlet, the article is counted. */
export interface Outlets<S = unknown> {
  /** Names, each once. */
  readonly known: readonly string[];
  readonly unknown: readonly S[];
}

/** The registered outlet, else one of the name that the article gives; undefined where nobody knows. */
export function outletOf(
  { metadata }: Pick<Article, 'metadata'>,
  registry: Registry,
): (Pick<OutletEntry, 'name'> & Partial<Pick<OutletEntry, 'id'>>) | undefined {
  const value = metadata.outlet?.value;
  if (value === undefined) return undefined;
  return registry.outlets.find(({ id, name }) => id === value || name === value) ?? { name: value };
}

/** Longer headlines are cut at a word. */
const longestHeadline = 70;

/** What an article is called among others: its outlet, its headline where nobody knows that, or its file. */
export function articleLabel(
  { article, path }: { readonly article: Pick<Article, 'metadata'>; readonly path: string },
  registry: Registry,
): string {
  const title = article.metadata.title?.value.replace(/\s+/g, ' ').trim() ?? '';
  if (title === '' || article.metadata.outlet) return outletOf(article, registry)?.name ?? path;
  if (title.length <= longestHeadline) return title;
  const space = title.lastIndexOf(' ', longestHeadline);
  return `${title.slice(0, space > longestHeadline / 2 ? space : longestHeadline).trimEnd()}…`;
}

/** What several articles are called; of those that share a name, each with its headline or its file. */
export function articleLabels(
  articles: readonly { readonly article: Pick<Article, 'metadata'>; readonly path: string }[],
  registry: Registry,
): readonly string[] {
  const labels = articles.map((one) => articleLabel(one, registry));
  const isShared = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return labels.map((label, index) => {
    const one = articles[index];
    if (one === undefined || !isShared(label)) return label;
    const { outlet, published } = one.article.metadata;
    const day = published?.value.slice(0, 10);
    const days = articles
      .filter((_, other) => labels[other] === label)
      .map(({ article }) => article.metadata.published?.value.slice(0, 10));
    if (outlet && day !== undefined && new Set(days).size === days.length) return `${label}, ${day}`;
    return `${label} (${one.path})`;
  });
}

export function outletsOf<S extends { readonly article: Pick<Article, 'uri' | 'metadata'> }>(
  sources: readonly S[],
  registry: Registry,
): Outlets<S> {
  const known = new Set<string>();
  const unknown = new Map<string, S>();
  for (const source of sources) {
    const outlet = outletOf(source.article, registry);
    if (outlet) known.add(outlet.name);
    else unknown.set(source.article.uri, source);
  }
  return { known: [...known], unknown: [...unknown.values()] };
}

/** How many there are at least; an unknown outlet may be one of the others. */
export function outletCount({ known, unknown }: Outlets): number {
  return known.length + unknown.length;
}

/** "4 outlets", "2 outlets and 1 article of unknown outlet": what is unknown is not counted as an outlet. */
export function outletsText({ known, unknown }: Outlets, t: Translate = inEnglish): string {
  const [sure, open] = [known.length, unknown.length];
  const outlets = sure === 0 && open > 0 ? [] : [t(sure === 1 ? '{0} outlet' : '{0} outlets', sure)];
  const articles = open === 0 ? [] : [t(open === 1 ? '{0} article of unknown outlet' : '{0} articles of unknown outlets', open)];
  return [...outlets, ...articles].join(t(' and '));
}
