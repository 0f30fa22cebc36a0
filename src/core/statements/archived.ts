import type { Analysis } from '../analysis/index';
import { isCorroborating } from '../corpus/contradictions/contradicted';
import type { Match } from '../corpus/model';
import type { Article } from '../text/article';
import { emptyRegistry, type Registry } from '../text/metadata/registry';
import { pageKey } from '../text/pageKey';
import { articleLabel, type Outlets, outletsOf } from './outlets';

/** Where an article of an archive has a statement. Its `uri` is the archive's own id, and leads nowhere. */
export interface ArchivedRendering {
  /** Under which its document is opened. */
  readonly id: string;
  readonly match: Match;
  readonly article: Article;
  readonly analysis: Analysis;
}

/**
 * What an archive beyond the folder has of a statement. Where it was not asked, has not answered yet or does not answer, nothing is known
 * of who else has it.
 */
export type InArchive =
  | { readonly kind: 'answered'; readonly renderings: readonly ArchivedRendering[] }
  | { readonly kind: 'unasked'; readonly why: 'browser' | 'untrusted' }
  | { readonly kind: 'awaited' }
  | { readonly kind: 'silent'; readonly reason: string };

interface Known {
  readonly article: Article;
  readonly path: string;
}

/**
 * Leaves out what is an article of the folder: its address, its words, its outlet and headline of a day, or its path or headline with its
 * beginning are the same.
 */
export function notHere(archived: InArchive, here: readonly Known[]): InArchive {
  if (archived.kind !== 'answered') return archived;
  const shared = new Set<string>();
  const signs = new Map<string, Article>();
  for (const { article, path } of here)
    for (const sign of signsOf(article, path)) {
      const other = signs.get(sign);
      // The address of several articles is that of a page on which they stand.
      if (other && other.uri !== article.uri && sign.startsWith('address ')) shared.add(sign);
      signs.set(sign, article);
    }
  const isHere = ({ article }: ArchivedRendering) => signsOf(article, article.uri).some((sign) => signs.has(sign) && !shared.has(sign));
  return { ...archived, renderings: archived.renderings.filter((rendering) => !isHere(rendering)) };
}

/** Of those that surely have a statement, but for outlets that the folder has. */
export function outletsBeyond(archived: InArchive | undefined, here: Outlets, registry: Registry): Outlets<ArchivedRendering> {
  const sure = archived?.kind === 'answered' ? archived.renderings.filter(({ match }) => isCorroborating(match)) : [];
  const there = outletsOf(sure, registry);
  return { ...there, known: there.known.filter((name) => !here.known.includes(name)) };
}

/** Characters at its beginning by which an article of the same path, or of the same headline on an unknown day, is taken for the same. */
const beginning = 80;

/** An article that has one of these in common with another one is that article. */
function signsOf({ metadata, prose }: Article, path: string): readonly string[] {
  const words = folded(prose.text);
  const begins = words.slice(0, beginning);
  const { url, outlet, title, published } = metadata;
  const address = addressOf(url?.value);
  // Columns have the same headline every day.
  const day = published?.value.slice(0, 10) ?? begins;
  return [
    ...(words === '' ? [] : [`words ${words}`, `path ${path} ${begins}`]),
    ...(address === undefined ? [] : [`address ${address}`]),
    ...(outlet && title && day !== '' ? [`headline ${folded(outlet.value)}\n${folded(title.value)}\n${day}`] : []),
  ];
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** Undefined for a front page, on which all articles of an outlet stand. */
function addressOf(url: string | undefined): string | undefined {
  const key = pageKey(url);
  if (key === undefined) return undefined;
  const isFrontPage = /^[^/?]*(?:\/[a-z]{2}(?:[-_][a-z]{2})?)?(?:\/(?:index|home|default)(?:\.\w+)?)?$/i.test(key);
  return isFrontPage ? undefined : key;
}

/** "The Gull, 2024-05-03": as far as it is known; else its headline or the archive's id. */
export function archivedLabel({ article }: Pick<ArchivedRendering, 'article'>): string {
  const day = article.metadata.published?.value.slice(0, 10);
  const label = articleLabel({ article, path: article.uri }, emptyRegistry);
  return day === undefined ? label : `${label}, ${day}`;
}
