import type { Article, ArticleFormat, Fact } from './article';
import { plainProse } from './prose';
import type { Registry } from './registry';

export interface ArticleSource {
  readonly uri: string;
  /** Path relative to the folder, '/' separated: decides the format and the outlet globs. */
  readonly path: string;
  /** The file's text as decoded; CRLF and a byte order mark are taken out here. */
  readonly text: string;
  readonly version: number;
  readonly registry?: Registry;
  /** What a person set for this article (the sidecar's `document`). */
  readonly set?: { readonly outlet?: string; readonly published?: string; readonly title?: string; readonly url?: string };
}

/** Reads an article: raw, prose, metadata. Never throws on any text. */
export function readArticle(source: ArticleSource): Article {
  const raw = source.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const published: Fact | undefined = source.set?.published === undefined ? undefined : { value: source.set.published, from: 'person' };
  return {
    uri: source.uri,
    format: formatOf(source.path),
    raw,
    prose: plainProse(raw),
    version: source.version,
    metadata: { publicationLines: [], ...(published && { published }) },
    language: 'en',
  };
}

export function formatOf(path: string): ArticleFormat {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'text';
}
